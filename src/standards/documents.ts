import { type CitedDocument, cited } from "./lines.js";

// What the lines of the four circles cite, each with what it says that differs from our line, where it does. None was read in print.

/** Recalled only: no copy of the tables of its appendices could be read. */
export const GB50180: CitedDocument = cited(
  "GB 50180-2018 附录（凭记忆，未见原表）",
  "GB 50180-2018, appendices (recalled, their tables were not seen)",
  "2018",
);
export const ENTRY_15: CitedDocument = cited(
  "百科条目“十五分钟生活圈居住区”（GB 50180-2018）",
  "encyclopedia entry on the 15-minute tier of GB 50180-2018",
  "2018",
);
export const OLD_CODE: CitedDocument = cited(
  "转述 2002 年版 GB 50180 的资料（1000 米）",
  "texts that sum up GB 50180 of 2002: 1000 m",
  "2002",
);
const draft = (place: string, what: Partial<Record<"zh" | "en", string>> = {}): CitedDocument =>
  cited(
    `城市公共服务设施规划标准 GB 50442（征求意见稿）${place}${what.zh ?? ""}`,
    `draft of GB 50442, ${place}${what.en ?? ""}`,
  );
export const DRAFT_SCHOOLS: CitedDocument = draft("4.2.1");
export const DRAFT_HEALTH: CitedDocument = draft("6.3.2");
export const DRAFT_HOMES: CitedDocument = draft("7.2.2", {
  zh: "（敬老院 1000 米，养老院 500 米）",
  en: ": 1000 m or, for homes of another kind, 500 m",
});
export const DAY_CARE: CitedDocument = cited(
  "GB 50437-2007（2018 年版）表3.2.6",
  "GB 50437-2007 (2018), table 3.2.6",
  "2018",
);
export const CARE_HOMES: CitedDocument = cited(
  "GB 50437-2007（2018 年版）表3.1.2",
  "GB 50437-2007 (2018), table 3.1.2",
  "2018",
);
export const KINDERGARTENS: CitedDocument = cited(
  "JGJ 39-2016（2019 年版）3.1.3（300–500 米）",
  "JGJ 39-2016 (2019), 3.1.3: 300–500 m",
  "2019",
);
export const PARK_SIZES: CitedDocument = cited(
  "GB/T 51346-2019 表4.4.7（1 公顷起 500 米，以下 300 米）",
  "GB/T 51346-2019, table 4.4.7: 500 m from 1 ha on, 300 m below",
  "2019",
);
export const PARK_SHARE: CitedDocument = cited(
  "GB 55014-2021 2.1.4（覆盖率大于 80%，为全市指标）",
  "GB 55014-2021, 2.1.4: more than 80 % covered, as a target of the city",
  "2021",
);
export const TOILETS: CitedDocument = cited(
  "GB 55013-2021 5.0.1（强制；指工作和人流密集场所，非住宅）",
  "GB 55013-2021, 5.0.1: compulsory for workplaces and crowded places, not for homes",
  "2021",
);
export const RAIL: CitedDocument = cited(
  "GB/T 51328-2018 表9.3.3（半径 800 米内人口与岗位的比例）",
  "GB/T 51328-2018, table 9.3.3: share of people and jobs within a radius of 800 m",
  "2018",
);
const guideline = (place: string): CitedDocument =>
  cited(`TD/T 1062-2021 ${place}`, `TD/T 1062-2021, ${place}`, "2021");
export const GUIDELINE_1: CitedDocument = guideline("A.1");
export const GUIDELINE_3: CitedDocument = guideline("A.3");
export const BUS_CITY: CitedDocument = cited(
  "公交都市考核评价指标3（2013；500 米半径，按面积；2022 年已有新办法）",
  "Transit city assessment of 2013, indicator 3: radius of 500 m, by area (its successor is of 2022)",
  "2013",
);
export const SDG_BUS: CitedDocument = cited(
  "SDG 11.2.1 元数据（沿路 500 米，按人口）",
  "SDG 11.2.1 metadata: 500 m along the streets, by people",
  "2021-09",
);
export const SDG_RAIL: CitedDocument = cited(
  "SDG 11.2.1 元数据（轨道、轮渡沿路 1000 米，有轨电车 500 米）",
  "SDG 11.2.1 metadata: 1000 m along the streets to rail and ferries, 500 m to trams",
  "2021-09",
);
export const CHECKUP: CitedDocument = cited(
  "转述 2021 年城市体检指标的资料（绿道 1 公里）",
  "texts that sum up the city check-up of 2021: 1 km",
  "2021",
);
export const SHANGHAI: CitedDocument = cited(
  "上海市15分钟社区生活圈规划导则（试行，2016）",
  "Shanghai's planning guide for 15-minute circles (2016)",
  "2016",
);
export const CHENGDU: CitedDocument = cited(
  "成都市8大类18项",
  "Chengdu's 8 classes and 18 items (成都市8大类18项)",
  "2017",
);
export const COMPLETE: CitedDocument = cited("建科规〔2020〕7号", undefined, "2020");
/** Its seven services: none is obligatory. */
export const EMBEDDED: CitedDocument = cited("国办函〔2023〕121号", undefined, "2023");
export const EMBEDDED_GUIDE: CitedDocument = cited(
  "城市社区嵌入式服务设施建设导则（试行）（儿童托管）",
  "Guide for embedded community services (城市社区嵌入式服务设施建设导则): care for schoolchildren",
  "2024-01-22",
);
export const FORMATS: CitedDocument = cited("商办流通函〔2021〕247号", undefined, "2021-07-20");
export const PLAN: CitedDocument = cited(
  "一刻钟便民生活圈建设三年行动计划（2023—2025，已到期）",
  "Three-year plan for quarter-hour convenience circles, 2023–2025 (its time is over)",
  "2023-07-11",
);
const press = (zh: string, en: string): CitedDocument =>
  cited(`商务部发布会（${zh}）`, `Ministry of Commerce, press conference: ${en}`, "2021-09-02");
export const PRESS_5: CitedDocument = press("5 分钟", "5 minutes");
export const PRESS_8: CitedDocument = press("8 分钟，此处为 10", "8 minutes, here 10");
export const PRESS_15: CitedDocument = press("15 分钟，此处为 10", "15 minutes, here 10");
export const PRESS_LARGE: CitedDocument = press("大中型超市 15 分钟", "15 minutes to large and medium ones");
export const NINE_MINISTRIES: CitedDocument = cited(
  "商务部等9部门通知（2025-09-19）",
  "Notice of nine ministries of 2025-09-19 (商务部等9部门通知)",
  "2025-09-19",
);
