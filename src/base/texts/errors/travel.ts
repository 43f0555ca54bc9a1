import type { TranslationOf } from "../phrase.js";

/** What is wrong with costs measured elsewhere, and with the places of a matrix. */
export const TRAVEL = {
  "givenCosts.costs": "an array of { originRow, facilityId, cost }, or an object of columns",
  "givenCosts.pair": "{ originRow, facilityId, cost }",
  "givenCosts.facility": 'givenCosts: cost {i} leads to the facility "{facility}", which is not in the city.',
  "givenCosts.rowsChange": "givenCosts: facilities of a scenario have no fixed rows; name them by facilityId.",
  "givenCosts.origin": "givenCosts: cost {i} is from origin {originRow}, but there are only {count} origins.",
  "givenCosts.oneFacility": "a column facilityId or facilityRow, but not both",
  "givenCosts.column": "an array or typed array of length {count}",
  "givenCosts.row": "a whole number ≥ 0",
  "givenCosts.otherUnit": "givenCosts: the costs are in {unit}, but {wanted} are needed.",
  "givenCosts.otherUnit.hint": "Give {wanted} with every pair, or a speedMetersPerSecond to convert by.",
} as const;

/** The same in Chinese. */
export const TRAVEL_ZH: TranslationOf<typeof TRAVEL> = {
  "givenCosts.costs": "由 { originRow, facilityId, cost } 组成的数组，或由各列组成的对象",
  "givenCosts.pair": " { originRow, facilityId, cost }",
  "givenCosts.facility": "givenCosts：第 {i} 项成本指向设施“{facility}”，该城市没有此设施。",
  "givenCosts.rowsChange": "givenCosts：情景中设施没有固定的行号，请用 facilityId 指明。",
  "givenCosts.origin": "givenCosts：第 {i} 项成本来自出发点 {originRow}，而只有 {count} 个。",
  "givenCosts.oneFacility": "facilityId 列或 facilityRow 列，二者取一",
  "givenCosts.column": "长度为 {count} 的数组或类型化数组",
  "givenCosts.row": "不小于 0 的整数",
  "givenCosts.otherUnit": "givenCosts：成本以 {unit} 计，而需要的是 {wanted}。",
  "givenCosts.otherUnit.hint": "请为每一对给出 {wanted}，或给出用于换算的 speedMetersPerSecond。",
};
