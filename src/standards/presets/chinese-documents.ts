import { type CitedDocument, cited } from "../lines.js";

// What the Chinese presets cite, besides `../documents.ts`. None was read in print.

/** Its tables B.0.1 to B.0.3 were not seen: what is said of them is recalled. */
export const GB_15: CitedDocument = /* @__PURE__ */ cited(
  "GB 50180-2018 附录B 表B.0.1（十五分钟；凭记忆，未见原表）",
  "GB 50180-2018, table B.0.1, 15 minutes (recalled, the table was not seen)",
  "2018",
);
export const GB_10: CitedDocument = /* @__PURE__ */ cited(
  "GB 50180-2018 附录B 表B.0.1（十分钟；凭记忆，未见原表）",
  "GB 50180-2018, table B.0.1, 10 minutes (recalled, the table was not seen)",
  "2018",
);
export const GB_5: CitedDocument = /* @__PURE__ */ cited(
  "GB 50180-2018 附录B 表B.0.2（凭记忆，未见原表）",
  "GB 50180-2018, table B.0.2 (recalled, the table was not seen)",
  "2018",
);
export const GB_BLOCK: CitedDocument = /* @__PURE__ */ cited(
  "GB 50180-2018 附录B 表B.0.3（凭记忆，未见原表；此处以“在社区范围内”判定，社区划到居住街坊时才准确）",
  "GB 50180-2018, table B.0.3 (recalled, the table was not seen); judged by presence in the neighborhood, which is exact where neighborhoods are blocks",
  "2018",
);
export const GB_GREEN: CitedDocument = /* @__PURE__ */ cited(
  "GB 50180-2018 4.0.4（居住区公园最小规模；宽度和人均面积不能在此判定）",
  "GB 50180-2018, 4.0.4: the least size of a park of the tier; its width and the ground per person cannot be judged here",
  "2018",
);
export const OLD_KINDERGARTENS: CitedDocument = /* @__PURE__ */ cited(
  "转述 2002 年版 GB 50180 的资料（300 米）",
  "texts that sum up GB 50180 of 2002: 300 m",
  "2002",
);
export const BLOCK_ENTRY: CitedDocument = /* @__PURE__ */ cited(
  "GB 50180-2018 表B.0.3 列有该行（转述）",
  "texts that quote the row of GB 50180-2018, table B.0.3",
  "2018",
);
const tdt = (place: string, zh: string, en: string): CitedDocument =>
  cited(
    `TD/T 1062-2021${place}（转述；${zh}）`,
    `TD/T 1062-2021${place === "" ? "" : `,${place}`}, as quoted: ${en}`,
    "2021",
  );
export const TDT_SCHOOL: CitedDocument = /* @__PURE__ */ tdt(" A.1", "独立占地", "on land of its own");
export const TDT_CENTER: CitedDocument = /* @__PURE__ */ tdt(
  " A.1",
  "每个街道或镇一处，没有半径；此处以“在社区范围内”判定，社区划到街道时才准确",
  "one in each subdistrict or town, without a radius; judged by presence in the neighborhood, which is exact where neighborhoods are subdistricts",
);
export const TDT_STATION: CitedDocument = /* @__PURE__ */ tdt(
  " A.3",
  "每 500 米一处，建筑面积不小于 120 平方米，面积不在此判定",
  "one each 500 m, of 120 m² at least, which is not judged here",
);
export const TDT_BASIC: CitedDocument = /* @__PURE__ */ tdt(
  "",
  "5–10 分钟层级的基础保障类，没有半径；取该层级的上限",
  "a basic facility of the tier of 5 to 10 minutes, without a radius; the wider end of the tier is taken",
);
/** By MOFCOM's lists; without minutes. */
export const BASIC_LIST: CitedDocument = /* @__PURE__ */ cited(
  "商办流通函〔2021〕247号（基本保障类，没有分钟数）",
  "商办流通函〔2021〕247号: a basic format, without minutes",
  "2021-07-20",
);
export const QUALITY_LIST: CitedDocument = /* @__PURE__ */ cited(
  "商办流通函〔2021〕247号（品质提升类，只读到一部分，没有分钟数）",
  "商办流通函〔2021〕247号: a quality format, of a list read in part, without minutes",
  "2021-07-20",
);
export const PRESS_FIVE: CitedDocument = /* @__PURE__ */ cited(
  "商务部发布会（便利店、小超市 5 分钟）",
  "Ministry of Commerce, press conference: 5 minutes to convenience stores and small supermarkets",
  "2021-09-02",
);
export const PRESS_EIGHT: CitedDocument = /* @__PURE__ */ cited(
  "商务部发布会（8 分钟）",
  "Ministry of Commerce, press conference: 8 minutes",
  "2021-09-02",
);
export const PRESS_FIFTEEN: CitedDocument = /* @__PURE__ */ cited(
  "商务部发布会（15 分钟）",
  "Ministry of Commerce, press conference: 15 minutes",
  "2021-09-02",
);
export const COMPLETE_2022: CitedDocument = /* @__PURE__ */ cited(
  "完整居住社区建设指南（2022-01）",
  "Guide to complete residential communities (完整居住社区建设指南)",
  "2022-01",
);
export const SHANGHAI_TABLE: CitedDocument = /* @__PURE__ */ cited(
  "上海市15分钟社区生活圈规划导则（试行，2016）表2-4（转述）",
  "Shanghai's planning guide for 15-minute circles (2016), table 2-4, as quoted",
  "2016",
);
export const SHANGHAI_RANGE_5: CitedDocument = /* @__PURE__ */ cited(
  "上海市15分钟社区生活圈规划导则（试行，2016）表2-4（转述；200–300 米，取上限）",
  "Shanghai's planning guide for 15-minute circles (2016), table 2-4, as quoted: 200–300 m, the wider end is judged",
  "2016",
);
export const SHANGHAI_RANGE_15: CitedDocument = /* @__PURE__ */ cited(
  "上海市15分钟社区生活圈规划导则（试行，2016）表2-4（转述；800–1000 米，取上限）",
  "Shanghai's planning guide for 15-minute circles (2016), table 2-4, as quoted: 800–1000 m, the wider end is judged",
  "2016",
);
export const SHANGHAI_PRESS: CitedDocument = /* @__PURE__ */ cited(
  "对上海市15分钟社区生活圈规划导则的报道",
  "reports on Shanghai's planning guide for 15-minute circles",
  "2016",
);
export const SHANGHAI_NAMED: CitedDocument = /* @__PURE__ */ cited(
  "上海市15分钟社区生活圈规划导则（试行，2016；列名而无数值）",
  "Shanghai's planning guide for 15-minute circles (2016), which names it without a figure",
  "2016",
);
export const QINGDAO: CitedDocument = /* @__PURE__ */ cited(
  "转述青岛市市南区社区商业设置要求的资料（2009）",
  "texts that sum up what Shinan district of Qingdao asks of community commerce",
  "2009",
);
export const BUS_INDICATOR: CitedDocument = /* @__PURE__ */ cited(
  "公交都市考核评价指标体系（2013）指标3：公共交通站点500米半径覆盖面积与中心城区的建成区面积之比",
  "Transit city assessment of 2013, indicator 3: the ground within a radius of 500 m of any stop, of the built-up area of the central city",
  "2013",
);
export const RAIL_TABLE: CitedDocument = /* @__PURE__ */ cited(
  "GB/T 51328-2018 表9.3.3（转述；半径 800 米内人口与岗位的比例，“宜”）",
  "GB/T 51328-2018, table 9.3.3, as quoted: share of people and jobs within a radius of 800 m, as a recommendation",
  "2018",
);
const parks = (zh: string, en: string): CitedDocument =>
  cited(`GB/T 51346-2019 表4.4.7（${zh}）`, `GB/T 51346-2019, table 4.4.7: ${en}`, "2019");
export const PARKS_COVERAGE: CitedDocument = /* @__PURE__ */ parks(
  "1 公顷以上 500 米，0.4–1 公顷 300 米；A.0.3：占居住用地的比例",
  "500 m from 1 ha on, 300 m from 0.4 to 1 ha; A.0.3: of the residential land",
);
export const PARKS_50: CitedDocument = /* @__PURE__ */ parks(
  "综合公园 50 公顷以上，大于 3000 米，按 3000 米判定",
  "comprehensive parks of more than 50 ha, more than 3000 m, judged by 3000 m",
);
export const PARKS_20: CitedDocument = /* @__PURE__ */ parks(
  "综合公园 20–50 公顷，2000–3000 米，取上限",
  "comprehensive parks of 20–50 ha, 2000–3000 m, the wider end is judged",
);
export const PARKS_10: CitedDocument = /* @__PURE__ */ parks(
  "综合公园 10–20 公顷，1200–2000 米，取上限",
  "comprehensive parks of 10–20 ha, 1200–2000 m, the wider end is judged",
);
export const PARKS_5: CitedDocument = /* @__PURE__ */ parks(
  "社区公园 5–10 公顷，800–1000 米，取上限",
  "community parks of 5–10 ha, 800–1000 m, the wider end is judged",
);
export const PARKS_1: CitedDocument = /* @__PURE__ */ parks(
  "社区公园 1–5 公顷，500 米",
  "community parks of 1–5 ha, 500 m",
);
export const GARDENS: CitedDocument = /* @__PURE__ */ parks("游园 0.4–1 公顷，300 米", "gardens of 0.4–1 ha, 300 m");
export const OLD_CITY_GARDENS: CitedDocument = /* @__PURE__ */ parks(
  "注1：旧城区游园 0.2–0.4 公顷，300 米；历史街区可至 0.1 公顷",
  "note 1: gardens of 0.2–0.4 ha in the old city, 300 m; from 0.1 ha on in historic districts",
);
export const CHECKUP_PARKS: CitedDocument = /* @__PURE__ */ cited(
  "转述 2021 年城市体检指标的资料（5000 平方米以上 500 米，2000–5000 平方米 300 米）",
  "texts that sum up the city check-up of 2021: 500 m from 5000 m² on, 300 m from 2000 to 5000 m²",
  "2021",
);
export const ELDERLY_RADII: CitedDocument = /* @__PURE__ */ cited(
  "GB 50437-2007（2018 年版）",
  "GB 50437-2007 (2018)",
  "2018",
);
