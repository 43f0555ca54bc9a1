import type { Locale } from "../base/words.js";
import type { CoverageStatus } from "../model/report.js";
import type { Necessity, Reach } from "../model/standard.js";

/** Every word and sentence of the renderings that is not a label of the standard or of a diagnostic. */
export interface ReportTexts {
  readonly title: string;
  readonly language: string;
  /** As HTML names the language. */
  readonly languageTag: string;
  readonly city: string;
  readonly id: string;
  readonly name: string;
  readonly neighborhood: string;
  readonly neighborhoods: string;
  readonly population: string;
  readonly area: string;
  readonly circle: string;
  readonly requirement: string;
  readonly score: string;
  readonly grade: string;
  readonly peopleShare: string;
  readonly areaShare: string;
  readonly completePeople: string;
  readonly completeArea: string;
  readonly missing: string;
  readonly mostMissing: string;
  readonly noData: string;
  readonly unknown: string;
  readonly necessityName: string;
  readonly threshold: string;
  readonly source: string;
  readonly statusName: string;
  readonly facilityCount: string;
  readonly medianMinutes: string;
  readonly p90Minutes: string;
  readonly worstMinutes: string;
  readonly nearestId: string;
  readonly nearestMeters: string;
  readonly countMedian: string;
  readonly worstList: string;
  readonly uncovered: string;
  readonly noShortfall: string;
  readonly diagnostics: string;
  readonly noDiagnostics: string;
  readonly method: string;
  readonly examples: string;
  readonly action: string;
  readonly none: string;
  readonly listSeparator: string;
  /** Between a name and what is said of it. */
  readonly colon: string;
  readonly clauseSeparator: string;
  readonly minutes: string;
  readonly meters: string;
  readonly status: Readonly<Record<CoverageStatus, string>>;
  readonly necessity: Readonly<Record<Necessity, string>>;
  readonly judgeBy: Readonly<Record<Reach, string>>;
  /** A threshold as the crow flies. */
  readonly straight: (distance: string) => string;
  /** Several that must be within a threshold. */
  readonly severalWithin: (count: number, threshold: string) => string;
  readonly explainComplete: (hasScores: boolean) => string;
  readonly explainCapped: string;
  readonly explainNoData: (hasScores: boolean) => string;
  readonly explainUnknown: string;
  readonly people: (count: string) => string;
  readonly inBrackets: (text: string) => string;
  readonly more: (count: number) => string;
  readonly headlinePeople: (parts: string) => string;
  readonly headlineArea: (parts: string) => string;
  readonly headlinePart: (circle: string, covered: string, known: string, share: string) => string;
  readonly headlineGap: (circle: string, why: string) => string;
  readonly unknownPeople: (count: string) => string;
  readonly knownPeople: string;
  readonly knownArea: string;
  readonly thinData: (
    circle: string,
    counts: { readonly withData: string; readonly all: string },
    hasScores: boolean,
  ) => string;
  readonly mostlyUnknown: (knownShare: string) => string;
  readonly standardLine: (label: string, source: string) => string;
  readonly gradesLine: (grades: string) => string;
  readonly metersPerSecond: string;
  readonly kilometersPerHour: string;
  /** What the parameters of the travel models are called; one of a user's own model is shown as it is. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly travelLine: (label: string, method: string, parameters: string) => string;
  readonly profileLine: (
    label: string,
    values: Readonly<Record<"speed" | "off" | "access", string>> & { readonly steps: string | null },
  ) => string;
  readonly inputLine: (layer: string, given: string, used: string, repaired: string, leftOut: string) => string;
}

const zh: ReportTexts = {
  title: "一刻钟生活圈覆盖评估",
  language: "中文",
  languageTag: "zh-CN",
  city: "全市",
  id: "编号",
  name: "名称",
  neighborhood: "社区",
  neighborhoods: "各社区",
  population: "人口",
  area: "面积",
  circle: "生活圈",
  requirement: "要求",
  score: "得分",
  grade: "等级",
  peopleShare: "人口覆盖率",
  areaShare: "面积覆盖率",
  completePeople: "完整覆盖（人口）",
  completeArea: "完整覆盖（面积）",
  missing: "短板",
  mostMissing: "主要短板",
  noData: "无数据",
  unknown: "未知",
  necessityName: "必备/提升",
  threshold: "阈值",
  source: "出处",
  statusName: "状态",
  facilityCount: "设施数",
  medianMinutes: "中位时间（分钟）",
  p90Minutes: "P90时间（分钟）",
  worstMinutes: "最长时间（分钟）",
  nearestId: "最近设施编号",
  nearestMeters: "最近距离（米）",
  countMedian: "阈值内数量（中位）",
  worstList: "短板清单",
  uncovered: "未覆盖",
  noShortfall: "没有必备类别的短板。",
  diagnostics: "数据诊断",
  noDiagnostics: "没有需要说明的数据问题。",
  method: "测算方法",
  examples: "例如",
  action: "处理",
  none: "无",
  listSeparator: "、",
  colon: "：",
  clauseSeparator: "；",
  minutes: "分钟",
  meters: "米",
  metersPerSecond: "米/秒",
  kilometersPerHour: "公里/小时",
  parameters: {
    speedMetersPerSecond: "速度（米/秒）",
    stepsSpeedMetersPerSecond: "台阶速度（米/秒）",
    offStreetSpeedMetersPerSecond: "离路速度（米/秒）",
    maxAccessMeters: "距道路最远（米）",
    nodes: "路网节点",
    edges: "路段",
    detourFactor: "直线距离倍数",
    pairs: "给定的出行成本",
    unit: "单位",
  },
  status: { covered: "已覆盖", partly: "部分覆盖", uncovered: "未覆盖", unreachable: "无法到达", "no-data": "无数据" },
  necessity: { mandatory: "必备", optional: "提升", label: "仅列示" },
  straight: (distance) => `直线 ${distance}`,
  severalWithin: (count, threshold) => `${threshold}内 ${count} 处`,
  judgeBy: {
    time: "按时间（分钟）判定阈值。",
    network: "按标准的沿路距离（米）判定阈值。",
    straight: "按标准的服务半径（直线米数）判定阈值。",
  },
  explainComplete: (hasScores) =>
    `完整覆盖：全部必备类别均在阈值之内。${hasScores ? "得分为 0–100，显示时向下取整到 0.1；" : ""}时间向上取整到 0.1 分钟。`,
  explainCapped: "* 得分已达更高等级，但缺少必备类别，等级受限。",
  explainNoData: (hasScores) =>
    `“无数据”表示输入中没有该类设施，${hasScores ? "不计入得分，也" : ""}不等于现实中没有。`,
  explainUnknown: "“–”表示未知，不是 0。",
  people: (count) => `${count} 人`,
  inBrackets: (text) => `（${text}）`,
  more: (count) => `另 ${count} 项`,
  headlinePeople: (parts) => `能到达全部必备类别的居民：${parts}。`,
  headlineArea: (parts) => `人口未知。能到达全部必备类别的面积：${parts}。`,
  headlinePart: (circle, covered, known, share) => `${circle} ${covered} / ${known}（${share}）`,
  headlineGap: (circle, why) => `${circle}${why}`,
  unknownPeople: (count) => `另有 ${count} 人的情况未知（附近没有道路），不计入各项比例。`,
  knownPeople: "已知人口占比",
  knownArea: "已知面积占比",
  thinData: (circle, { withData, all }, hasScores) =>
    `注意：${circle}的 ${all} 项要求中只有 ${withData} 项有数据，其${hasScores ? "得分" : "结果"}仅供参考。`,
  mostlyUnknown: (knownShare) => `注意：只有 ${knownShare} 的范围附近有道路，其余情况未知。`,
  standardLine: (label, source) => `标准：${label}（${source}）。`,
  gradesLine: (grades) => `等级：${grades}。`,
  travelLine: (label, method, parameters) =>
    `出行模型：${label}。${method}${parameters === "" ? "" : `（${parameters}）`}`,
  profileLine: (label, { speed, steps, off, access }) =>
    `出行人群：${label}，速度 ${speed}${steps === null ? "" : `，台阶 ${steps}`}，离路 ${off}，距道路最远 ${access}。`,
  inputLine: (layer, given, used, repaired, leftOut) =>
    `${layer}：输入 ${given}，采用 ${used}，修复 ${repaired}，略去 ${leftOut}。`,
};

const en: ReportTexts = {
  title: "Fifteen-minute coverage report",
  language: "English",
  languageTag: "en",
  city: "City",
  id: "Id",
  name: "Name",
  neighborhood: "Neighborhood",
  neighborhoods: "Neighborhoods",
  population: "Population",
  area: "Area",
  circle: "Circle",
  requirement: "Requirement",
  score: "Score",
  grade: "Grade",
  peopleShare: "Share of people",
  areaShare: "Share of area",
  completePeople: "Complete (people)",
  completeArea: "Complete (area)",
  missing: "Missing",
  mostMissing: "Most missing",
  noData: "no data",
  unknown: "unknown",
  necessityName: "Necessity",
  threshold: "Threshold",
  source: "Source",
  statusName: "Status",
  facilityCount: "Facilities",
  medianMinutes: "Median minutes",
  p90Minutes: "P90 minutes",
  worstMinutes: "Worst minutes",
  nearestId: "Nearest facility",
  nearestMeters: "Nearest meters",
  countMedian: "Count within threshold (median)",
  worstList: "Worst shortfalls",
  uncovered: "Not covered",
  noShortfall: "No mandatory category falls short.",
  diagnostics: "About the data",
  noDiagnostics: "Nothing to remark about the data.",
  method: "How it was measured",
  examples: "e.g.",
  action: "What to do",
  none: "none",
  listSeparator: ", ",
  colon: ": ",
  clauseSeparator: "; ",
  minutes: "min",
  meters: "m",
  metersPerSecond: "m/s",
  kilometersPerHour: "km/h",
  parameters: {
    speedMetersPerSecond: "speed (m/s)",
    stepsSpeedMetersPerSecond: "on steps (m/s)",
    offStreetSpeedMetersPerSecond: "off the street (m/s)",
    maxAccessMeters: "at most from a street (m)",
    nodes: "nodes",
    edges: "edges",
    detourFactor: "detour factor",
    pairs: "given costs",
    unit: "unit",
  },
  status: {
    covered: "covered",
    partly: "partly",
    uncovered: "uncovered",
    unreachable: "unreachable",
    "no-data": "no data",
  },
  necessity: { mandatory: "mandatory", optional: "optional", label: "listed only" },
  straight: (distance) => `${distance} straight`,
  severalWithin: (count, threshold) => `${count} within ${threshold}`,
  judgeBy: {
    time: "Thresholds are judged by time, in minutes.",
    network: "Thresholds are judged by the standard's distances, in meters along the way.",
    straight: "Thresholds are judged by the standard's service radii, in meters as the crow flies.",
  },
  explainComplete: (hasScores) =>
    `Complete: every mandatory category within its threshold. ${hasScores ? "Scores run from 0 to 100 and are shown rounded down to 0.1; times" : "Times"} are rounded up to 0.1 minute.`,
  explainCapped: "* The score would earn a better grade, but a mandatory category is missing.",
  explainNoData: (hasScores) =>
    `No data: the input has no facility of the category${hasScores ? "; it is left out of the score, and there" : "; there"} may be some in reality.`,
  explainUnknown: "–: unknown, not 0.",
  people: (count) => `${count} people`,
  inBrackets: (text) => ` (${text})`,
  more: (count) => `${count} more`,
  headlinePeople: (parts) => `People who can reach every mandatory category: ${parts}.`,
  headlineArea: (parts) =>
    `Population is unknown. Ground from which every mandatory category can be reached: ${parts}.`,
  headlinePart: (circle, covered, known, share) => `${circle} ${covered} of ${known} (${share})`,
  headlineGap: (circle, why) => `${circle} ${why}`,
  unknownPeople: (count) => `Of another ${count} people nothing is known (no street near them); no share counts them.`,
  knownPeople: "Known share of people",
  knownArea: "Known share of area",
  thinData: (circle, { withData, all }, hasScores) =>
    `Beware: only ${withData} of the ${all} requirements of the ${circle} have data; its ${hasScores ? "score says" : "result says"} little.`,
  mostlyUnknown: (knownShare) => `Beware: only ${knownShare} is near a street; of the rest nothing is known.`,
  standardLine: (label, source) => `Standard: ${label} (${source}).`,
  gradesLine: (grades) => `Grades: ${grades}.`,
  travelLine: (label, method, parameters) =>
    `Travel: ${label}. ${method}${parameters === "" ? "" : ` (${parameters})`}`,
  profileLine: (label, { speed, steps, off, access }) =>
    `Traveler: ${label}, speed ${speed}${steps === null ? "" : `, on steps ${steps}`}, off the street ${off}, at most ${access} from a street.`,
  inputLine: (layer, given, used, repaired, leftOut) =>
    `${layer}: ${given} given, ${used} used, ${repaired} repaired, left out: ${leftOut}.`,
};

/** The words of every rendering, in both languages. */
export const REPORT_TEXTS: Readonly<Record<Locale, ReportTexts>> = { zh, en };
