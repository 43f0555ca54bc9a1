import type { TranslationOf } from "../phrase.js";

/** What is wrong with an edit of a scenario. */
export const SCENARIOS = {
  "scenario.wrong": "{what} must be {expected}; got {value}.",
  "scenario.location": '"{id}": {location} is not a valid [longitude, latitude] in degrees.',
  "scenario.location.hint": "Are the two swapped?",
  "scenario.duplicate": 'A facility with the id "{id}" is already open.',
  "scenario.duplicate.hint": "Choose another id, or move the existing facility.",
  "scenario.categoriesOf": 'categories of "{id}"',
  "expected.knownCategories": 'categories of the standard "{standard}", such as "pharmacy"',
  "expected.openFacility": "the id of a facility that is open",
  "expected.uniqueFacility": "an id that only one open facility has",
  "scenario.noStreet": "closeStreet: there is no street with the id {id}.",
  "scenario.noStreet.hint": "Ids are those of the features, or OpenStreetMap ids where features have none.",
  "scenario.sameStreet": "addStreet: a street with the id {id} already exists.",
  "scenario.sameStreet.hint": "Choose another id.",
  "scenario.city": "openScenario needs a prepared city.",
  "scenario.city.hint": "Pass prepareCity({ neighborhoods, facilities, streets }).",
  "scenario.noStreets": "There are no streets to edit: the city was prepared without any.",
  "scenario.noStreets.hint": "Pass streets to prepareCity.",
} as const;

/** The same in Chinese. */
export const SCENARIOS_ZH: TranslationOf<typeof SCENARIOS> = {
  "scenario.wrong": "{what} 应为{expected}，实为 {value}。",
  "scenario.location": "“{id}”：{location} 不是以度表示的 [经度, 纬度]。",
  "scenario.location.hint": "两者是否颠倒？",
  "scenario.duplicate": "id 为“{id}”的设施已开放。",
  "scenario.duplicate.hint": "请换一个 id，或移动原有设施。",
  "scenario.categoriesOf": "“{id}”的类别",
  "expected.knownCategories": "标准“{standard}”中的类别，如 “pharmacy”",
  "expected.openFacility": "已开放设施的 id",
  "expected.uniqueFacility": "仅属于一个已开放设施的 id",
  "scenario.noStreet": "closeStreet：没有 id 为 {id} 的道路。",
  "scenario.noStreet.hint": "id 取自要素；要素没有时取自 OpenStreetMap。",
  "scenario.sameStreet": "addStreet：已有 id 为 {id} 的道路。",
  "scenario.sameStreet.hint": "请换一个 id。",
  "scenario.city": "openScenario 需要已准备好的城市。",
  "scenario.city.hint": "请传入 prepareCity({ neighborhoods, facilities, streets })。",
  "scenario.noStreets": "没有可修改的道路：准备该城市时未提供道路。",
  "scenario.noStreets.hint": "请将道路传给 prepareCity。",
};
