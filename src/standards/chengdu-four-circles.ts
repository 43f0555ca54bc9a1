import { showing } from "../base/showing.js";
import type { Circle, Grade, Standard } from "../model/standard.js";
import { categories } from "./categories.js";
import {
  BUS_CITY,
  CARE_HOMES,
  CHECKUP,
  CHENGDU,
  COMPLETE,
  DAY_CARE,
  DRAFT_HEALTH,
  DRAFT_HOMES,
  DRAFT_SCHOOLS,
  EMBEDDED,
  EMBEDDED_GUIDE,
  ENTRY_15,
  FORMATS,
  GB50180,
  GUIDELINE_1,
  GUIDELINE_3,
  KINDERGARTENS,
  NINE_MINISTRIES,
  OLD_CODE,
  PARK_SHARE,
  PARK_SIZES,
  PLAN,
  PRESS_5,
  PRESS_8,
  PRESS_15,
  PRESS_LARGE,
  RAIL,
  SDG_BUS,
  SDG_RAIL,
  SHANGHAI,
  TOILETS,
} from "./documents.js";
import { cited, type Line, toRequirements } from "./lines.js";

// The letters say what listing, necessity, minutes and metres rest on: c the text in a copy, g an authority's guide or notice, p the
// press, s quoted by others, r recalled, o ours.

const LIFE_SERVICE: readonly Line[] = [
  ["elderly_day_care", "mandatory", 5, 300, "cgpc", SHANGHAI, DAY_CARE, NINE_MINISTRIES, COMPLETE],
  ["childcare", "mandatory", 10, 500, "ggpp", SHANGHAI, COMPLETE, cited("另有文本为 300 米", "other texts say 300 m")],
  ["community_canteen", "optional", 10, 500, "gooo", EMBEDDED],
  ["housekeeping", "mandatory", 10, 500, "ggpo", PLAN, FORMATS],
  ["health_service", "optional", 15, 1000, "gooo", EMBEDDED],
  ["fitness_venue", "optional", 15, 1000, "ggpo", PLAN, FORMATS, EMBEDDED],
  ["culture_leisure", "optional", 15, 1000, "ggpo", PLAN, FORMATS, EMBEDDED],
  ["children_play", "mandatory", 5, 300, "groo", EMBEDDED, COMPLETE, GB50180],
  ["after_school_care", "optional", 15, 1000, "gooo", EMBEDDED_GUIDE],
];

const PUBLIC_TRANSPORT: readonly Line[] = [
  ["bus_stop", "mandatory", null, 500, "gr-g", BUS_CITY, SDG_BUS, GB50180],
  // The text speaks of cities that have rail.
  ["rail_station", "mandatory", null, 800, "so-s", RAIL, SDG_RAIL],
  ["bus_terminal", "optional", 15, 1000, "rroo", GB50180],
  ["bike_share", "label", 5, 300, "oooo"],
  ["ferry", "optional", null, 1000, "co-c", SDG_RAIL],
];

const PUBLIC_SERVICE: readonly Line[] = [
  ["kindergarten", "mandatory", 5, 300, "ggsc", SHANGHAI, KINDERGARTENS, COMPLETE, CHENGDU],
  ["primary_school", "mandatory", 10, 500, "cscc", DRAFT_SCHOOLS, GUIDELINE_1, CHENGDU],
  ["middle_school", "mandatory", 15, 1000, "prss", OLD_CODE, CHENGDU, GB50180],
  ["community_health_center", "mandatory", 15, 1000, "cssc", SHANGHAI, DRAFT_HEALTH, GUIDELINE_1, CHENGDU],
  ["community_health_station", "mandatory", 10, 500, "ggss", SHANGHAI, GUIDELINE_3, COMPLETE, CHENGDU],
  ["cultural_center", "mandatory", 15, 1000, "prsr", ENTRY_15, CHENGDU, GB50180],
  // What is mapped as a center serves as a station too, so that counting both would count it twice.
  ["cultural_station", "label", 10, 500, "poor", CHENGDU, GB50180],
  // GB 50180 has three tiers of grounds by size; here any of them will do.
  ["sports_ground", "mandatory", 15, 1000, "prrr", GB50180, CHENGDU],
  ["community_service_center", "mandatory", 15, 1000, "prsr", ENTRY_15, CHENGDU, GB50180],
  ["community_service_station", "mandatory", 5, 300, "ggrr", GB50180, COMPLETE, CHENGDU],
  ["elderly_care_home", "mandatory", 15, 1000, "ccoc", CARE_HOMES, DRAFT_HOMES],
  ["police_station", "optional", 15, 800, "prrr", GB50180, CHENGDU],
  ["park", "mandatory", null, 500, "cc-c", PARK_SIZES, PARK_SHARE],
  ["greenway", "optional", 15, 1000, "soos", CHECKUP],
  ["public_toilet", "mandatory", null, 300, "cc-c", TOILETS, CHENGDU],
  ["emergency_shelter", "label", 15, 1000, "oooo"],
];

const CONVENIENCE: readonly Line[] = [
  ["convenience_store", "mandatory", 5, 300, "ggpo", PRESS_5, FORMATS],
  ["supermarket", "mandatory", 10, 500, "ggpo", PLAN, FORMATS, COMPLETE, PRESS_LARGE],
  ["fresh_market", "mandatory", 10, 500, "ggpr", PLAN, FORMATS, PRESS_8, CHENGDU, GB50180],
  ["breakfast", "mandatory", 10, 500, "ggpo", PLAN, FORMATS, PRESS_8],
  ["pharmacy", "mandatory", 10, 500, "ggpo", PRESS_8, FORMATS, COMPLETE],
  ["laundry", "mandatory", 10, 500, "ggpo", PRESS_8, FORMATS],
  ["hairdresser", "mandatory", 10, 500, "ggpo", PRESS_8, FORMATS, COMPLETE],
  ["repair", "mandatory", 10, 500, "ggpo", PLAN, FORMATS, PRESS_15],
  ["parcel_post", "mandatory", 10, 500, "ggpo", PLAN, FORMATS, COMPLETE],
  ["photo_print", "mandatory", 10, 500, "ggoo", FORMATS],
  ["recycling_point", "mandatory", 10, 500, "ggoo", FORMATS, NINE_MINISTRIES],
  ["bank", "optional", 15, 1000, "rooo", GB50180],
  ["cafe_tea", "optional", 15, 1000, "ggpo", PLAN, FORMATS],
  ["bakery", "optional", 15, 1000, "ggpo", PLAN, FORMATS],
  // A restaurant is counted as breakfast, a gym as fitness_venue, a bookstore as culture_leisure.
  ["specialty_food", "label", 15, 1000, "gopo", PLAN, FORMATS],
  ["gym", "label", 15, 1000, "gopo", PLAN, FORMATS],
  ["bookstore", "label", 15, 1000, "gopo", PLAN, FORMATS],
  ["pet_service", "optional", 15, 1000, "ggpo", PLAN, FORMATS, NINE_MINISTRIES],
  ["car_wash", "mandatory", 10, 500, "ggoo", NINE_MINISTRIES],
  ["mall", "optional", 15, 1000, "rooo", GB50180],
  ["cinema", "optional", 15, 1000, "popo", PLAN],
];

/** A park below 1 ha (or one of unknown size) will do if it is close. */
const OR_ELSE = { park: [{ category: "pocket_park", threshold: { network: 300 } }] };

const circles: readonly Circle[] = [
  {
    id: "lifeService",
    label: { zh: "15分钟生活服务圈", en: "Life service circle" },
    source: {
      zh: `照护与关怀：${EMBEDDED.zh}的七类社区嵌入式服务（均非必备）；各圈的划分为本项目设定。`,
      en: `Care for people: the seven services of ${EMBEDDED.en}, none of which it makes obligatory; the split between the circles is our own.`,
    },
  },
  {
    id: "publicTransport",
    label: { zh: "15分钟公共交通圈", en: "Public transport circle" },
    source: {
      zh: "从家步行到车站：公交都市考核评价指标3（500 米），GB/T 51328-2018（到轨道交通 800 米）。",
      en: "A walk from home to a stop: the transit city assessment, indicator 3, 500 m; GB/T 51328-2018, 800 m to rail.",
    },
  },
  {
    id: "publicService",
    label: { zh: "15分钟公共服务圈", en: "Public service circle" },
    source: {
      zh: `政府提供的服务：${CHENGDU.zh}（基本公共服务设施“三年攻坚”，2017–2020；其中没有半径和分钟数）及国家标准。`,
      en: `What government provides: ${CHENGDU.en}, 2017–2020, which gives neither radii nor minutes, and national standards.`,
    },
  },
  {
    id: "convenience",
    label: { zh: "15分钟便民生活圈", en: "Convenience circle" },
    source: {
      zh: `商业网点：一刻钟便民生活圈建设指南（${FORMATS.zh}）的基本保障类（必备）和品质提升类（提升）业态。`,
      en: `Shops: the basic (mandatory) and quality (optional) formats of the guide ${FORMATS.en}.`,
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
 * circle, after the documents that list it. `basis` says of every field what it rests on; nothing was checked in print.
 *
 * @see GB 50180-2018; 商办流通函〔2021〕247号; 国办函〔2023〕121号; Chengdu's 8 classes and 18 items of basic public facilities, 2017–2020
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
export const chengduFourCircles: Standard = /* @__PURE__ */ showing<Standard>(
  {
    id: "chengdu-four-circles",
    label: {
      zh: "成都四个“15分钟圈”（操作性定义）",
      en: "Chengdu's four 15-minute circles (operational definition)",
    },
    source: {
      zh: "成都市8大类18项（2017–2020）；商办流通函〔2021〕247号；国办函〔2023〕121号；国家标准；没有文件同时定义四圈，由本项目归并",
      en: "Chengdu's 8 classes and 18 items, 2017–2020; 商办流通函〔2021〕247号; 国办函〔2023〕121号; national standards; no text defines the four together: they are put together by this project",
    },
    country: "CN",
    judgeBy: "time",
    circles,
    categories,
    requirements: [
      ...toRequirements("lifeService", LIFE_SERVICE),
      ...toRequirements("publicTransport", PUBLIC_TRANSPORT),
      ...toRequirements("publicService", PUBLIC_SERVICE, OR_ELSE),
      ...toRequirements("convenience", CONVENIENCE),
    ],
    scoring: {
      weights: { mandatory: 2, optional: 1, label: 0 },
      source: {
        zh: "权重 2:1 和“不足 50% 居民可达即为短板”为本项目设定，没有文件依据",
        en: "weights of 2 and 1, and the 50 % below which a category is missing, are our choices; no text gives them",
      },
    },
    grades,
    gradesSource: {
      zh: "等级的分界和封顶为本项目设定，没有文件依据",
      en: "the grades and the cap on them are our choices; no text gives them",
    },
    gradeCapWhenMissing: "good",
    missingBelowShare: 0.5,
  },
  "standard",
);
