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
  | "count"
  | "measured";

/**
 * The meanings that columns of tables have, each with what its values are; the data dictionary tells them. Where a number is
 * unknown, its cell is empty (`null`), never 0.
 */
const UNITS = {
  id: "text",
  name: "text",
  population: "people",
  area: "squareMeters",
  knownPeople: "share",
  knownArea: "share",
  services: "count",
  servicesCeiling: "count",
  score: "score",
  scoreCeiling: "score",
  grade: "text",
  gradeCeiling: "text",
  completePeople: "share",
  completeArea: "share",
  missing: "list",
  noData: "list",
  linesMet: "count",
  lineClass: "text",
  groupPeople: "people",
  groupServices: "count",
  circleId: "text",
  circle: "text",
  requirementId: "text",
  requirement: "text",
  necessity: "text",
  reach: "text",
  thresholdMinutes: "minutes",
  thresholdMeters: "meters",
  neededCount: "count",
  basis: "text",
  status: "text",
  peopleShare: "share",
  areaShare: "share",
  judgedShare: "share",
  denominator: "text",
  group: "text",
  coveredPeople: "people",
  uncoveredPeople: "people",
  unknownPeople: "people",
  median: "minutes",
  medianSeconds: "seconds",
  p90: "minutes",
  worst: "minutes",
  nearestId: "text",
  nearestMeters: "meters",
  within: "count",
  measureId: "text",
  measureName: "text",
  measureUnit: "text",
  statistic: "text",
  measure: "measured",
} as const;

/** What a column of a table means. */
export type ColumnMeaning = keyof typeof UNITS;

/** Gives what the values of a column are. */
export function unitOf(meaning: ColumnMeaning): ColumnUnit {
  return UNITS[meaning];
}

export function isNumeric(meaning: ColumnMeaning): boolean {
  return UNITS[meaning] !== "text" && UNITS[meaning] !== "list";
}
