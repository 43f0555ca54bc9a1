import { minutes as toSeconds } from "../base/units.js";
import type { Label, Locale, Source } from "../base/words.js";
import type { Circle, CircleId, Grade, Necessity, Requirement, Standard } from "../model/standard.js";
import { categories } from "./categories.js";

// Documents. GB 50180: table C.0.1 holds the 15- and 10-minute tiers, C.0.2 the 5-minute tier, C.0.3 the block.
const gb50180 = (table: string): Label => ({ zh: `GB 50180-2018 表${table}`, en: `GB 50180-2018 table ${table}` });
const GB_15 = gb50180("C.0.1");
const GB_5 = gb50180("C.0.2");
const GB_BLOCK = gb50180("C.0.3");
const GB_LISTED_15 = gb50180("B.0.1");
const GB_LISTED_5 = gb50180("B.0.2");
const CHENGDU: Label = { zh: "成都市8大类18项", en: "Chengdu's 8 classes and 18 items (成都市8大类18项)" };
const COMPLETE = "建科规〔2020〕7号";
const EMBEDDED: Label = {
  zh: "城市社区嵌入式服务设施建设工程实施方案（国办转发国家发展改革委，2023-11）",
  en: "Plan for services embedded in city communities (城市社区嵌入式服务设施建设工程实施方案, 2023-11)",
};
const MOFCOM = "商流通函〔2021〕176号";
const PLAN: Label = {
  zh: "一刻钟便民生活圈建设三年行动计划（2023—2025）",
  en: "Three-year plan for quarter-hour convenience circles (一刻钟便民生活圈建设三年行动计划, 2023–2025)",
};
const CHECKUP: Label = {
  zh: "2021年城市体检指标体系",
  en: "City check-up indicators of 2021 (2021年城市体检指标体系)",
};
const PARKS: Label = {
  zh: `${CHECKUP.zh}（500 米、300 米）；GB/T 51346-2019 表4.4.7`,
  en: `${CHECKUP.en}, 500 m and 300 m; GB/T 51346-2019 table 4.4.7`,
};
const BUS_CITY: Label = {
  zh: "公交都市考核评价指标3",
  en: "Transit city assessment, indicator 3 (公交都市考核评价指标)",
};
const SHANGHAI: Label = {
  zh: "上海市15分钟社区生活圈规划导则（2016）",
  en: "Shanghai's planning guide for 15-minute circles (2016)",
};
const RAIL: Label = { zh: "GB/T 51328-2018 表9.3.3", en: "GB/T 51328-2018 table 9.3.3" };
const MINISTRY_PRESS: Label = {
  zh: "商务部新闻发言人 2021-09（5 分钟）",
  en: "Ministry of Commerce, press, 2021-09 (5 minutes)",
};
const NINE_MINISTRIES: Label = {
  zh: "商务部等9部门通知（2025-09，一收一洗）",
  en: "Notice of nine ministries, 2025-09 (商务部等9部门通知)",
};
/** Said of every threshold that no document gives for this category. */
const OURS: Label = { zh: "阈值为本项目设定", en: "threshold: our choice" };

/** Names several documents. */
function cite(...sources: readonly Source[]): Source {
  const texts = (locale: Locale) => sources.map((one) => (typeof one === "string" ? one : one[locale]));
  return { zh: texts("zh").join("；"), en: texts("en").join("; ") };
}

/** The threshold was read, for this very category, in the document or a reprint of it. */
const SEEN = true;

type Line = readonly [
  category: string,
  necessity: Necessity,
  /** `null`: the text gives only metres. */
  minutes: number | null,
  meters: number,
  source: Source,
  verified?: boolean,
];

const LIFE_SERVICE: readonly Line[] = [
  ["elderly_day_care", "mandatory", 5, 300, cite("GB 50437-2007 (2018)", GB_5, EMBEDDED), SEEN],
  ["childcare", "mandatory", 10, 500, cite(SHANGHAI, EMBEDDED)],
  ["community_canteen", "mandatory", 10, 500, cite(EMBEDDED, OURS)],
  ["housekeeping", "mandatory", 10, 500, cite(PLAN, EMBEDDED)],
  ["health_service", "mandatory", 10, 500, cite(EMBEDDED, GB_LISTED_15, OURS)],
  ["fitness_venue", "mandatory", 15, 1000, cite(PLAN, EMBEDDED)],
  ["culture_leisure", "mandatory", 15, 1000, cite(PLAN, EMBEDDED)],
  ["children_play", "mandatory", 5, 300, cite(EMBEDDED, GB_BLOCK, OURS)],
  ["training", "optional", 15, 1000, cite(MOFCOM, OURS)],
];

const PUBLIC_TRANSPORT: readonly Line[] = [
  ["bus_stop", "mandatory", null, 500, cite(BUS_CITY, GB_15, "SDG 11.2.1"), SEEN],
  // Mandatory where the city has rail: a category that the input does not hold anywhere drops out by itself.
  ["rail_station", "mandatory", null, 800, cite(RAIL, GB_15), SEEN],
  ["bus_terminal", "optional", 15, 1000, cite(GB_LISTED_15, OURS)],
  ["greenway", "optional", 15, 1000, cite({ zh: `${CHECKUP.zh}（1 公里）`, en: `${CHECKUP.en}, 1 km` }, OURS)],
  ["bike_share", "optional", 5, 300, OURS],
  ["ferry", "optional", null, 1000, { zh: "SDG 11.2.1 元数据", en: "SDG 11.2.1 metadata" }, SEEN],
];

const PUBLIC_SERVICE: readonly Line[] = [
  ["kindergarten", "mandatory", 5, 300, cite(GB_5, CHENGDU, "JGJ 39-2016 3.1.3"), SEEN],
  ["primary_school", "mandatory", 10, 500, cite(GB_15, CHENGDU), SEEN],
  ["middle_school", "mandatory", 15, 1000, cite(GB_15, CHENGDU), SEEN],
  ["community_health_center", "mandatory", 15, 1000, cite(GB_15, CHENGDU)],
  ["community_health_station", "optional", 5, 300, cite(GB_5, CHENGDU, COMPLETE)],
  ["cultural_center", "mandatory", 15, 1000, cite(GB_15, CHENGDU)],
  ["cultural_station", "optional", 10, 500, cite(GB_5, CHENGDU)],
  ["sports_ground", "mandatory", 15, 1000, cite(GB_15, CHENGDU)],
  ["community_service_center", "mandatory", 15, 1000, cite(GB_15, CHENGDU)],
  ["community_service_station", "mandatory", 5, 300, cite(GB_5, CHENGDU, COMPLETE)],
  ["elderly_care_home", "optional", 15, 1000, cite(GB_LISTED_15, "GB 50437-2007 (2018)", OURS)],
  ["police_station", "optional", 15, 800, cite(GB_15, CHENGDU)],
  ["park", "mandatory", 10, 500, cite(PARKS, CHENGDU, { zh: "分钟数为本项目设定", en: "minutes: our choice" })],
  ["public_toilet", "optional", 5, 300, cite(GB_LISTED_5, CHENGDU, OURS)],
  ["emergency_shelter", "optional", 15, 1000, cite("TD/T 1062-2021", OURS)],
];

const CONVENIENCE: readonly Line[] = [
  ["convenience_store", "mandatory", 5, 300, cite(MOFCOM, MINISTRY_PRESS, GB_BLOCK)],
  ["supermarket", "mandatory", 10, 500, cite(PLAN, MOFCOM, COMPLETE)],
  ["fresh_market", "mandatory", 10, 500, cite(GB_15, MOFCOM, CHENGDU)],
  ["breakfast", "mandatory", 10, 500, cite(PLAN, MOFCOM, GB_LISTED_15)],
  ["pharmacy", "mandatory", 10, 500, cite(PLAN, MOFCOM, COMPLETE)],
  ["laundry", "mandatory", 10, 500, cite(PLAN, MOFCOM)],
  ["hairdresser", "mandatory", 10, 500, cite(PLAN, MOFCOM, COMPLETE)],
  ["repair", "mandatory", 10, 500, cite(PLAN, MOFCOM, COMPLETE)],
  ["parcel_post", "mandatory", 5, 300, cite(MOFCOM, GB_BLOCK, COMPLETE, OURS)],
  // Basic formats in the text; optional here only because open data rarely hold them.
  ["photo_print", "optional", 10, 500, cite(PLAN, MOFCOM)],
  ["recycling_point", "optional", 10, 500, cite(PLAN, MOFCOM, GB_LISTED_5)],
  ["bank", "optional", 15, 1000, cite(GB_LISTED_15, OURS)],
  ["cafe_tea", "optional", 15, 1000, cite(PLAN, MOFCOM)],
  ["bakery", "optional", 15, 1000, cite(PLAN, MOFCOM)],
  ["specialty_food", "optional", 15, 1000, cite(PLAN, MOFCOM)],
  // Counted in the life-service circle, as fitness_venue and culture_leisure.
  ["gym", "label", 15, 1000, cite(PLAN, MOFCOM)],
  ["bookstore", "label", 15, 1000, cite(PLAN, MOFCOM)],
  ["pet_service", "optional", 15, 1000, cite(PLAN, MOFCOM)],
  ["car_wash", "optional", 15, 1000, cite(NINE_MINISTRIES, OURS)],
  ["mall", "optional", 15, 1000, cite(GB_LISTED_15, OURS)],
  ["cinema", "optional", 15, 1000, cite(PLAN, OURS)],
];

function toRequirements(circle: CircleId, lines: readonly Line[]): Requirement[] {
  return lines.map(([category, necessity, minutes, meters, source, verified = false]) => ({
    id: category,
    category,
    circle,
    necessity,
    threshold: { ...(minutes === null ? {} : { time: toSeconds(minutes) }), network: meters },
    // A small park (or one of unknown size) will do if it is close.
    ...(category === "park" ? { orElse: [{ category: "pocket_park", threshold: { time: 300, network: 300 } }] } : {}),
    source,
    verified,
  }));
}

const circles: readonly Circle[] = [
  {
    id: "lifeService",
    label: { zh: "15分钟生活服务圈", en: "Life service circle" },
    source: {
      zh: `照护与关怀：《${EMBEDDED.zh}》的七类服务；各圈的划分为本项目设定。`,
      en: `Care for people: the seven services of ${EMBEDDED.en}; the split between the circles is our own.`,
    },
  },
  {
    id: "publicTransport",
    label: { zh: "15分钟公共交通圈", en: "Public transport circle" },
    source: {
      zh: "从家步行到车站：公交都市考核评价指标3（500 米），GB/T 51328-2018（到轨道交通 800 米）。",
      en: `A walk from home to a stop: ${BUS_CITY.en}, 500 m; GB/T 51328-2018, 800 m to rail.`,
    },
  },
  {
    id: "publicService",
    label: { zh: "15分钟公共服务圈", en: "Public service circle" },
    source: {
      zh: `政府提供的服务：${CHENGDU.zh}（基本公共服务设施“三年攻坚”，2017–2020），分级按 GB 50180-2018。`,
      en: `What government provides: ${CHENGDU.en}, 2017–2020, with the tiers of GB 50180-2018.`,
    },
  },
  {
    id: "convenience",
    label: { zh: "15分钟便民生活圈", en: "Convenience circle" },
    source: {
      zh: `商业网点：${MOFCOM}及2021年建设指南的基本保障类和品质提升类业态。`,
      en: `Shops: the basic and quality formats of ${MOFCOM} and of the 2021 guide.`,
    },
  },
];

const grades: readonly Grade[] = [
  { id: "excellent", label: { zh: "优", en: "Excellent" }, minScore: 90 },
  { id: "good", label: { zh: "良", en: "Good" }, minScore: 75 },
  { id: "pass", label: { zh: "合格", en: "Pass" }, minScore: 60 },
  { id: "poor", label: { zh: "不足", en: "Poor" }, minScore: 0 },
];

/**
 * Holds the four quarter-hour circles that Chengdu names, the default standard.
 *
 * No document defines the four together: this is an operational definition that puts every category into exactly one
 * circle, after the documents that list it. `verified` is true only where the threshold of that very category was seen.
 *
 * @see GB 50180-2018; 商流通函〔2021〕176号; Chengdu's 8 classes and 18 items of basic public facilities, 2017–2020
 *
 * @example
 * ```ts
 * import { chengduFourCircles, computeCoverage } from "quarterhour";
 *
 * chengduFourCircles.circles.map(({ id }) => id); // → ["lifeService","publicTransport","publicService","convenience"]
 * const inMeters = computeCoverage(city, { standard: { ...chengduFourCircles, judgeBy: "network" } });
 * inMeters.standard.judgeBy; // → "network"
 * ```
 */
export const chengduFourCircles: Standard = {
  id: "chengdu-four-circles",
  label: { zh: "成都四个“15分钟圈”", en: "Chengdu's four 15-minute circles" },
  source: {
    zh: "成都市8大类18项（2017–2020）；GB 50180-2018；商流通函〔2021〕176号；四圈由本项目归并",
    en: "Chengdu's 8 classes and 18 items, 2017–2020; GB 50180-2018; 商流通函〔2021〕176号; circles put together by this project",
  },
  judgeBy: "time",
  circles,
  categories,
  requirements: [
    ...toRequirements("lifeService", LIFE_SERVICE),
    ...toRequirements("publicTransport", PUBLIC_TRANSPORT),
    ...toRequirements("publicService", PUBLIC_SERVICE),
    ...toRequirements("convenience", CONVENIENCE),
  ],
  scoring: { weights: { mandatory: 2, optional: 1, label: 0 } },
  grades,
  gradeCapWhenMissing: "good",
  missingBelowShare: 0.5,
};
