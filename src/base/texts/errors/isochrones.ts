import type { TranslationOf } from "../phrase.js";

/** What is wrong with a start, or with what is asked from one. */
export const ISOCHRONES = {
  "expected.cellMeters": "a number of meters > 0",
  "isochrone.times": "seconds must be a non-empty array of times in seconds > 0; got {seconds}.",
  "isochrone.offStreet": "There is no street within {maxAccessMeters} m of the start {start}.",
  "isochrone.offStreet.hint": "Choose a start near the city's streets, or use a profile with a larger maxAccessMeters.",
  "expected.isochrones": "an array of isochrones",
  "isochrone.starts": "starts must be an array of starts.",
  "isochrone.noStreets": "Isochrones need streets, but the city has none.",
  "isochrone.noStreets.hint": "Add streets.",
  "isochrone.grid": "The isochrones need a grid of {columnCount} × {rowCount} points; the limit is {most}.",
  "isochrone.grid.hint": "Pass a larger cellMeters, or shorter times.",
} as const;

/** The same in Chinese. */
export const ISOCHRONES_ZH: TranslationOf<typeof ISOCHRONES> = {
  "expected.cellMeters": "大于 0 的米数",
  "isochrone.times": "seconds 应为大于 0 的秒数的非空数组，实为 {seconds}。",
  "isochrone.offStreet": "起点 {start} 的 {maxAccessMeters} 米内没有道路。",
  "isochrone.offStreet.hint": "请选择道路附近的起点，或采用 maxAccessMeters 更大的出行人群。",
  "expected.isochrones": "等时圈的数组",
  "isochrone.starts": "starts 应为起点的数组。",
  "isochrone.noStreets": "等时圈需要道路，而该城市没有。",
  "isochrone.noStreets.hint": "请提供道路。",
  "isochrone.grid": "等时圈需要 {columnCount} × {rowCount} 个格网点，上限为 {most}。",
  "isochrone.grid.hint": "请增大 cellMeters 或缩短时间。",
};
