import type { Label } from "../base/words.js";

/** What the values of a column are. `text` and `list` are texts, all others are numbers. */
export type ColumnUnit =
  | "text"
  | "list"
  | "people"
  | "squareMeters"
  | "share"
  | "score"
  | "minutes"
  | "seconds"
  | "meters"
  | "count";

/** What a column of a table means, for the data dictionary. */
export interface ColumnMeaning {
  readonly unit: ColumnUnit;
  readonly text: Label;
}

export function isNumeric({ unit }: ColumnMeaning): boolean {
  return unit !== "text" && unit !== "list";
}

function meaning(unit: ColumnUnit, zh: string, en: string): ColumnMeaning {
  return { unit, text: { zh, en } };
}

type MeaningName =
  | "id"
  | "name"
  | "population"
  | "area"
  | "knownPeople"
  | "knownArea"
  | "score"
  | "grade"
  | "completePeople"
  | "completeArea"
  | "missing"
  | "noData"
  | "circleId"
  | "circle"
  | "requirementId"
  | "requirement"
  | "necessity"
  | "threshold"
  | "basis"
  | "status"
  | "peopleShare"
  | "areaShare"
  | "coveredPeople"
  | "uncoveredPeople"
  | "unknownPeople"
  | "median"
  | "medianSeconds"
  | "p90"
  | "worst"
  | "nearestId"
  | "nearestMeters"
  | "within";

/** The meanings of the columns of all tables. Where a number is unknown, its cell is empty (`null`), never 0. */
export const MEANINGS: Readonly<Record<MeaningName, ColumnMeaning>> = {
  id: meaning(
    "text",
    "社区编号，与输入一致；全市一行为空",
    "id of the neighborhood, as in the input; empty for the city",
  ),
  name: meaning("text", "社区名称", "name of the neighborhood"),
  population: meaning("people", "居住人口", "people who live there"),
  area: meaning("squareMeters", "椭球面面积", "ground, on the ellipsoid"),
  knownPeople: meaning(
    "share",
    "能够判定的人口比例：附近有道路的人",
    "share of the people about whom something can be said: a street is near them",
  ),
  knownArea: meaning("share", "能够判定的面积比例", "share of the ground about which something can be said"),
  score: meaning("score", "得分，0–100，按必备与提升类别的权重", "score of 0 to 100, by the weights of the categories"),
  grade: meaning("text", "等级", "grade"),
  completePeople: meaning(
    "share",
    "全部必备类别都在范围内的人口比例（占能够判定的人口）",
    "share of the people about whom something is known who reach every mandatory category",
  ),
  completeArea: meaning(
    "share",
    "全部必备类别都在范围内的面积比例",
    "share of the known ground from where every mandatory category is within reach",
  ),
  missing: meaning(
    "list",
    "短缺的要求，分号分隔；必备在前",
    "requirements that are missing, with semicolons between; mandatory ones first",
  ),
  noData: meaning("list", "没有数据的要求，分号分隔", "requirements without data, with semicolons between"),
  circleId: meaning("text", "生活圈编号", "id of the circle"),
  circle: meaning("text", "生活圈", "the circle"),
  requirementId: meaning("text", "要求编号", "id of the requirement"),
  requirement: meaning("text", "要求（设施类别）", "the requirement, a kind of facility"),
  necessity: meaning("text", "必备或提升；标注只显示不计分", "mandatory or optional; a label is shown and not counted"),
  threshold: meaning("text", "采用的阈值，带单位", "the threshold that was applied, with its unit"),
  basis: meaning(
    "text",
    "采用的阈值的依据：印刷本、原文副本、主管部门文件、新闻报道、转述资料、凭记忆，或自行设定",
    "what that threshold rests on: checked in print, a copy of the text, an authority's guide, the press, others' quotes, memory, or an own choice",
  ),
  status: meaning(
    "text",
    "判定：已覆盖、部分、未覆盖、不可达，或没有数据",
    "covered, partly, uncovered, unreachable, or no data",
  ),
  peopleShare: meaning("share", "阈值内的人口比例", "share of the known people within the threshold"),
  areaShare: meaning("share", "阈值内的面积比例", "share of the known ground within the threshold"),
  coveredPeople: meaning("people", "阈值内的人口", "people within the threshold"),
  uncoveredPeople: meaning("people", "阈值外的人口", "people beyond the threshold"),
  unknownPeople: meaning("people", "无法判定的人口", "people about whom nothing can be said"),
  median: meaning("minutes", "到最近一处的中位步行时间", "walk to the nearest one, of the median person"),
  medianSeconds: meaning("seconds", "到最近一处的中位步行时间", "walk to the nearest one, of the median person"),
  p90: meaning("minutes", "九成居民在此时间内到达", "nine people of ten are there within this time"),
  worst: meaning("minutes", "最远居民的步行时间", "walk of the person who lives farthest away"),
  nearestId: meaning("text", "中位居民最近的设施编号", "id of the facility that is nearest to the median person"),
  nearestMeters: meaning("meters", "到该设施的距离", "distance to that facility"),
  within: meaning("count", "阈值内的设施数（中位）", "facilities within the threshold, of the median person"),
};
