import type { TranslationOf } from "../phrase.js";

/** What is wrong with an edit of a scenario. */
export const SCENARIOS = {
  "scenario.wrong": "{what} is {value}; expected {expected}.",
  "scenario.location": '"{id}": {location} is not a [longitude, latitude] in degrees.',
  "scenario.location.hint": "Are the two swapped?",
  "scenario.duplicate": 'A facility with the id "{id}" is open already.',
  "scenario.duplicate.hint": "Choose another id, or move that one.",
  "scenario.categoriesOf": 'categories of "{id}"',
  "expected.knownCategories": 'categories of the standard "{standard}", such as "pharmacy"',
  "expected.openFacility": "the id of a facility that is open",
  "expected.uniqueFacility": "an id that only one open facility has",
  "scenario.noStreet": "closeStreet: there is no street with the id {id}.",
  "scenario.noStreet.hint": "Ids are those of the features, or of OpenStreetMap if features have none.",
  "scenario.sameStreet": "addStreet: there is a street with the id {id}.",
  "scenario.sameStreet.hint": "Choose another id.",
  "scenario.city": "openScenario needs a city that was prepared.",
  "scenario.city.hint": "Give it prepareCity({ neighborhoods, facilities, streets }).",
  "scenario.noStreets": "A scenario needs streets, and the city has none.",
  "scenario.noStreets.hint": "Give streets to prepareCity.",
  "scenario.speeds": 'openScenario: profile "{id}" has another speed on steps or off the streets.',
  "scenario.speeds.hint":
    "Scenarios walk at one speed everywhere; computeCoverage can judge the edited city with this profile.",
} as const;

/** The same in Chinese. */
export const SCENARIOS_ZH: TranslationOf<typeof SCENARIOS> = {
  "scenario.wrong": "{what} 为 {value}，应为{expected}。",
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
  "scenario.noStreets": "情景推演需要道路，而该城市没有。",
  "scenario.noStreets.hint": "请将道路传给 prepareCity。",
  "scenario.speeds": "openScenario：出行人群“{id}”在台阶上或道路外的速度不同。",
  "scenario.speeds.hint": "情景推演全程采用同一速度；可用 computeCoverage 以该人群评估修改后的城市。",
};
