import type { TranslationOf } from "../phrase.js";

/** What is wrong with a start, or with what is asked from one. */
export const ISOCHRONES = {
  "isochrone.startKeys": "{path} has {keys}; expected {expected}.",
  "expected.start": "one of { location }, { facilityId }, { neighborhoodId }",
  "expected.cellMeters": "metres, more than 0",
  "isochrone.times": "seconds is {seconds}; expected a list of one or more times in seconds, each more than 0.",
  "isochrone.location":
    "{path}.location is {location}; expected [longitude, latitude] in degrees. Are the two swapped?",
  "isochrone.offStreet": "The start {start} is not within {maxAccessMeters} m of a street.",
  "isochrone.offStreet.hint": "Give a start near the city's streets, or raise the profile's maxAccessMeters.",
  "isochrone.starts": "starts is no list; expected a list of starts.",
  "isochrone.noStreets": "Isochrones need streets, and the city has none.",
  "isochrone.noStreets.hint": "Give streets.",
  "isochrone.unknownStart": "There is no {kind} with the id of {start}.",
  "isochrone.facility": "facility in the city's categories",
  "isochrone.neighborhood": "neighborhood",
  "isochrone.grid": "The isochrones need a grid of {columnCount} × {rowCount} corners; at most {most} are drawn.",
  "isochrone.grid.hint": "Pass a larger cellMeters, or shorter times.",
} as const;

/** The same in Chinese. */
export const ISOCHRONES_ZH: TranslationOf<typeof ISOCHRONES> = {
  "isochrone.startKeys": "{path} 含有 {keys}，应为{expected}。",
  "expected.start": " { location }、{ facilityId }、{ neighborhoodId } 之一",
  "expected.cellMeters": "大于 0 的米数",
  "isochrone.times": "seconds 为 {seconds}，应为一个或多个大于 0 的秒数的列表。",
  "isochrone.location": "{path}.location 为 {location}，应为以度表示的 [经度, 纬度]。两者是否颠倒？",
  "isochrone.offStreet": "起点 {start} 的 {maxAccessMeters} 米内没有道路。",
  "isochrone.offStreet.hint": "请给出道路附近的起点，或增大出行人群的 maxAccessMeters。",
  "isochrone.starts": "starts 不是列表，应为起点的列表。",
  "isochrone.noStreets": "等时圈需要道路，而该城市没有。",
  "isochrone.noStreets.hint": "请提供道路。",
  "isochrone.unknownStart": "没有 id 为 {start} 的{kind}。",
  "isochrone.facility": "属于该城市类别的设施",
  "isochrone.neighborhood": "社区",
  "isochrone.grid": "等时圈需要 {columnCount} × {rowCount} 个格网角点，最多 {most} 个。",
  "isochrone.grid.hint": "请增大 cellMeters 或缩短时间。",
};
