import type { Label, Locale } from "../words.js";
import { type NamesIn, type PhraseValue, writePhrase } from "./phrase.js";

// What stands in a report itself, and so in both languages: nobody knows yet who will read it. Labels of standards, categories,
// profiles, modes and layers are data, and stand there.

/** What is told of distances along the streets. */
export const ON_NETWORK = {
  label: { zh: "沿街道{mode}", en: "{mode} along the streets" },
  method: {
    zh: "沿路网的最短时间，含到最近街道的路外步行；起终点位于街道上的准确位置。",
    en: "Shortest time along the street network, including the walk to the nearest street; places lie at the exact point along their street.",
  },
} as const;

/** What is told of straight lines. */
export const STRAIGHT_LINE = {
  label: { zh: "直线距离", en: "Straight line" },
  method: {
    zh: "距离均为直线乘以绕行系数 {detourFactor}，不考虑街道、河流和围墙。",
    en: "Distances are straight lines times a detour factor of {detourFactor}; streets, rivers and walls are not seen.",
  },
} as const;

/** What is told of facilities that have only to be there. */
export const PRESENCE = {
  label: { zh: "是否位于社区内", en: "Presence in the neighborhood" },
  method: {
    zh: "设施位于社区范围内即为有，与从何处出发、如何前往无关。",
    en: "A facility counts where it lies in the neighborhood, wherever one starts and however one travels.",
  },
} as const;

/** What is told of costs that were measured elsewhere. */
export const GIVEN_COSTS = {
  label: { zh: "外部给定的成本", en: "Costs measured elsewhere" },
  method: { zh: "使用给定的出行成本；未给出的视为不可达。", en: "Costs as given; pairs not given are out of reach." },
} as const;

/** Of what a share is, where it is not of the people. */
export const DENOMINATOR_LABELS = {
  area: { zh: "按面积", en: "of the ground" },
  residentialLand: { zh: "按居住用地", en: "of residential land" },
  peopleAndJobs: { zh: "按人口与岗位", en: "of people and jobs" },
  jobs: { zh: "按岗位", en: "of jobs" },
  dwellings: { zh: "按住房", en: "of dwellings" },
  buildings: { zh: "按建筑", en: "of buildings" },
} as const;

/** Puts values into a label. */
export function fillLabel<Text extends Label>(
  label: Text,
  values: Readonly<Record<NamesIn<Text["en"]>, PhraseValue>>,
): Label {
  const write = (locale: Locale) => writePhrase({ id: "", text: label[locale], values }, locale);
  return { zh: write("zh"), en: write("en") };
}
