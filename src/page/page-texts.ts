import type { Surface } from "../base/texts/surfaces.js";
import type { Locale } from "../base/words.js";

/** How the map can be colored. */
export type MeasureId = "score" | "share" | "minutes" | "missing";

/** Every word of the page that is in no other rendering. */
export interface PageTexts {
  readonly needsScript: string;
  readonly tooOld: string;
  readonly skipToTable: string;
  readonly languageSwitch: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly search: string;
  readonly searchHint: string;
  readonly noHit: string;
  readonly circles: string;
  readonly cardShare: (share: string, basis: "population" | "area") => string;
  readonly cardMissing: (count: number) => string;
  readonly map: string;
  readonly mapHelp: string;
  readonly show: string;
  readonly wholeCircle: string;
  readonly colorBy: string;
  readonly measure: Readonly<Record<MeasureId, string>>;
  readonly measureHelp: Readonly<Record<MeasureId, string>>;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomAll: string;
  readonly north: string;
  readonly facilities: string;
  readonly countMissing: (count: number) => string;
  readonly chosen: string;
  readonly chooseOne: string;
  readonly worstOnes: string;
  readonly close: string;
  readonly why: (names: string) => string;
  readonly whyNothing: string;
  readonly whyUnknown: string;
  readonly isochroneOf: (minutes: number) => string;
  readonly within: (count: string) => string;
  /** What the travel model does not tell is left out. */
  readonly nearestOf: (name: string, minutes: string | null, meters: string | null) => string;
  readonly noneWithin: (limit: string) => string;
  readonly table: string;
  readonly filter: string;
  readonly shown: (shown: string, all: string) => string;
  readonly more: (count: number) => string;
  readonly distribution: string;
  readonly histogram: (basis: "population" | "area") => string;
  readonly lorenz: string;
  readonly lorenzText: (gini: string, half: string) => string;
  readonly lorenzNone: string;
  readonly allEqual: string;
  readonly cumulativePeople: string;
  readonly cumulativeValue: string;
  readonly whatIf: string;
  readonly whatIfStart: string;
  readonly whatIfStarting: string;
  /** By where the page is written: what to write it with. */
  readonly whatIfAbsent: Readonly<Record<Surface, string>>;
  readonly whatIfHelp: string;
  readonly whatIfCategory: string;
  readonly whatIfModes: Readonly<Record<"look" | "add" | "move" | "close", string>>;
  readonly whatIfAddHere: string;
  readonly whatIfUndo: string;
  readonly whatIfReset: string;
  readonly whatIfNew: (category: string, number: number) => string;
  readonly whatIfNotice: string;
  readonly whatIfNothingNear: string;
  readonly edits: Readonly<Record<"add" | "move" | "close", (name: string) => string>>;
  readonly changed: (circle: string, before: string, after: string) => string;
  readonly unchanged: string;
  readonly attribution: (names: string) => string;
}

const zh: PageTexts = {
  needsScript: "此页面需要 JavaScript 才能显示地图和表格。同一份报告也有文本、CSV 和 XLSX 版本。",
  tooOld: "浏览器版本过旧，无法显示此页面。",
  skipToTable: "跳到社区表",
  languageSwitch: "语言",
  copyLink: "复制此视图的链接",
  linkCopied: "链接已复制。",
  search: "查找社区",
  searchHint: "名称或编号（按 / 键）",
  noHit: "没有符合的社区。",
  circles: "四个生活圈",
  cardShare: (share, basis) => `${share} 的${basis === "population" ? "居民" : "面积"}能到达全部必备类别`,
  cardMissing: (count) => `必备短板 ${count} 项`,
  map: "地图",
  mapHelp: "地图。方向键移到该方向的相邻社区，回车选定，Esc 离开，加减号缩放，斜杠键查找。下方表格内容相同。",
  show: "显示",
  wholeCircle: "整个生活圈",
  colorBy: "着色依据",
  measure: { score: "得分", share: "覆盖率", minutes: "到最远类别的分钟数", missing: "短板数" },
  measureHelp: {
    score: "生活圈得分，0–100，蓝色好，红色差。",
    share: "能在阈值内到达全部必备类别（或所选类别）的居民比例，蓝色高，红色低。",
    minutes: "中位居民到最远的必备类别（或所选类别）的步行分钟数，蓝色近，红色远。",
    missing: "短板的必备类别数，蓝色少，红色多。",
  },
  zoomIn: "放大",
  zoomOut: "缩小",
  zoomAll: "全图",
  north: "北",
  facilities: "设施点",
  countMissing: (count) => `缺 ${count} 项`,
  chosen: "所选社区",
  chooseOne: "在地图或表格中选一个社区，查看它缺什么、最近的设施有多远。",
  worstOnes: "目前最差的社区：",
  close: "关闭",
  why: (names) => `短板：${names}。`,
  whyNothing: "没有短板。",
  whyUnknown: "附近没有道路，情况未知。",
  isochroneOf: (minutes) => `蓝线内为步行 ${minutes} 分钟可达的范围。`,
  within: (count) => `阈值内 ${count} 处`,
  nearestOf: (name, minutes, meters) =>
    `最近：${[name, minutes && `${minutes} 分钟`, meters && `${meters} 米`].filter(Boolean).join("，")}`,
  noneWithin: (limit) => `${limit} 内没有`,
  table: "各社区",
  filter: "筛选",
  shown: (shown, all) => `显示 ${shown} / ${all}`,
  more: (count) => `再显示 ${count} 行`,
  distribution: "在居民中的分布",
  histogram: (basis) => `各档${basis === "population" ? "居民" : "面积"}占比`,
  lorenz: "洛伦兹曲线",
  lorenzText: (gini, half) => `基尼系数 ${gini}；值最低的一半居民共占 ${half}。`,
  lorenzNone: "没有可比较的值。",
  allEqual: "对角线：人人相等",
  cumulativePeople: "累计居民",
  cumulativeValue: "累计值",
  whatIf: "假如……",
  whatIfStart: "试着增设、移动或关闭设施",
  whatIfStarting: "正在准备……",
  whatIfAbsent: {
    library:
      '为控制文件大小，此页面不含路网，不能试算；如需试算，请以 toHtml(report, city, { whatIf: "always" }) 生成。',
    command: "为控制文件大小，此页面不含路网，不能试算；如需试算，请在 quarterhour run 中加 --what-if always。",
    service: "为控制文件大小，此页面不含路网，不能试算；如需试算，请用 quarterhour run --what-if always 生成。",
    notebook: "为控制文件大小，此页面不含路网，不能试算。",
  },
  whatIfHelp:
    "选一类设施，然后：增设——点地图；移动——按住一个设施点拖动；关闭——点一个设施点。按住鼠标时各项数字随之更新。",
  whatIfCategory: "类别",
  whatIfModes: { look: "浏览", add: "增设", move: "移动", close: "关闭" },
  whatIfAddHere: "在所选社区中央增设",
  whatIfUndo: "撤销",
  whatIfReset: "全部撤销",
  whatIfNew: (category, number) => `新${category} ${number}`,
  whatIfNotice: "以下数字是试算结果，不是现状。",
  whatIfNothingNear: "附近没有这类设施点。",
  edits: { add: (name) => `增设 ${name}`, move: (name) => `移动 ${name}`, close: (name) => `关闭 ${name}` },
  changed: (circle, before, after) => `${circle}：${before} → ${after}`,
  unchanged: "没有变化。",
  attribution: (names) => `数据：${names}`,
};

const en: PageTexts = {
  needsScript:
    "This page needs JavaScript to show its map and tables. The same report is there as text, CSV and XLSX, too.",
  tooOld: "This browser is too old to show the page.",
  skipToTable: "Skip to the table of neighborhoods",
  languageSwitch: "Language",
  copyLink: "Copy a link to this view",
  linkCopied: "The link is copied.",
  search: "Find a neighborhood",
  searchHint: "name or id (press /)",
  noHit: "No neighborhood fits.",
  circles: "The circles",
  cardShare: (share, basis) =>
    `${share} of the ${basis === "population" ? "people" : "ground"} can reach every mandatory category`,
  cardMissing: (count) => `${count} mandatory missing`,
  map: "Map",
  mapHelp:
    "Map. Arrow keys move to the neighbor in that direction, Enter selects, Escape leaves, plus and minus zoom, slash searches. The table below says the same.",
  show: "Show",
  wholeCircle: "the whole circle",
  colorBy: "Color by",
  measure: { score: "score", share: "share", minutes: "minutes to the worst", missing: "number missing" },
  measureHelp: {
    score: "Score of the circle, 0 to 100; blue is good, red is poor.",
    share: "Share of people within reach of every mandatory category (or of the one shown); blue is many, red is few.",
    minutes:
      "Minutes on foot, for the median resident, to the farthest mandatory category (or to the one shown); blue is near, red is far.",
    missing: "How many mandatory categories are missing; blue is few, red is many.",
  },
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomAll: "Whole map",
  north: "N",
  facilities: "Facilities",
  countMissing: (count) => `${count} missing`,
  chosen: "The chosen neighborhood",
  chooseOne: "Choose a neighborhood on the map or in the table to see what it lacks and how far the nearest ones are.",
  worstOnes: "The worst at present:",
  close: "Close",
  why: (names) => `Missing: ${names}.`,
  whyNothing: "Nothing is missing.",
  whyUnknown: "No street is near: nothing is known.",
  isochroneOf: (minutes) => `Inside the blue line: ${minutes} minutes on foot.`,
  within: (count) => `${count} within the threshold`,
  nearestOf: (name, minutes, meters) =>
    `nearest: ${[name, minutes && `${minutes} min`, meters && `${meters} m`].filter(Boolean).join(", ")}`,
  noneWithin: (limit) => `none within ${limit}`,
  table: "Neighborhoods",
  filter: "Filter",
  shown: (shown, all) => `${shown} of ${all} shown`,
  more: (count) => `Show ${count} more`,
  distribution: "How it is spread over people",
  histogram: (basis) => `Share of ${basis === "population" ? "people" : "ground"} in each class`,
  lorenz: "Lorenz curve",
  lorenzText: (gini, half) => `Gini ${gini}; the half of the people with the lowest values have ${half} of the sum.`,
  lorenzNone: "There are no values to compare.",
  allEqual: "diagonal: all alike",
  cumulativePeople: "people, cumulated",
  cumulativeValue: "value, cumulated",
  whatIf: "What if …",
  whatIfStart: "Try adding, moving or closing a facility",
  whatIfStarting: "Getting ready …",
  whatIfAbsent: {
    library:
      'To stay small, this page leaves out the street network, so nothing can be tried out in it. To include it, call toHtml(report, city, { whatIf: "always" }).',
    command:
      "To stay small, this page leaves out the street network, so nothing can be tried out in it. To include it, add --what-if always to quarterhour run.",
    service:
      "To stay small, this page leaves out the street network, so nothing can be tried out in it. To include it, write the page with quarterhour run --what-if always.",
    notebook: "To stay small, this page leaves out the street network, so nothing can be tried out in it.",
  },
  whatIfHelp:
    "Choose a category, then: add by clicking on the map, move by dragging a facility, close by clicking one. The numbers follow while the mouse is down.",
  whatIfCategory: "Category",
  whatIfModes: { look: "look", add: "add", move: "move", close: "close" },
  whatIfAddHere: "Add in the middle of the chosen neighborhood",
  whatIfUndo: "Undo",
  whatIfReset: "Undo all",
  whatIfNew: (category, number) => `new ${category} ${number}`,
  whatIfNotice: "These numbers are of a trial, not of the city as it is.",
  whatIfNothingNear: "No facility of this category is near that place.",
  edits: { add: (name) => `added ${name}`, move: (name) => `moved ${name}`, close: (name) => `closed ${name}` },
  changed: (circle, before, after) => `${circle}: ${before} → ${after}`,
  unchanged: "Nothing changes.",
  attribution: (names) => `Data: ${names}`,
};

/** The words of the page, in both languages. */
export const PAGE_TEXTS: Readonly<Record<Locale, PageTexts>> = { zh, en };
