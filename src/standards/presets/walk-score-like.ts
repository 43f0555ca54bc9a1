import type { CategoryId } from "../../model/facts.js";
import type { Standard } from "../../model/standard.js";
import { neutralCategories } from "../neutral-categories.js";
import { type Ask, pick, toStandard } from "./to-standard.js";
import { worldCategories } from "./world-categories.js";
import { STREET_SMART } from "./world-documents.js";

/** How many of each have a weight of their own. */
const COUNTS: readonly (readonly [CategoryId, number])[] = [
  ["grocery", 1],
  ["restaurant", 10],
  ["retail", 5],
  ["cafe", 2],
  ["bank", 1],
  ["park", 1],
  ["school", 1],
  ["books", 1],
  ["entertainment", 1],
];
const asked = ([category, count]: readonly [CategoryId, number]): Ask => ({
  ...{ category, network: 400, basis: "ss-s", from: [STREET_SMART] },
  ...(count === 1 ? {} : { count }),
});

/**
 * Holds the amenities of a well-known walkability score, each at its full credit: so many within 400 m. No score: how credit falls with
 * the distance is not published.
 */
export const walkScoreLike: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "walk-score-like",
    label: {
      zh: "步行得分类指标：400 米内的设施（非 Walk Score®）",
      en: "Amenities within 400 m, as walkability scores count them (not Walk Score®)",
    },
    source: {
      zh: "转述 Street Smart 方法（2010）的资料：约 400 米（1/4 英里）内得满分、步行 30 分钟以外为零；衰减曲线和按次序的权重的用法未公开，故不计其得分，只判定能否得满分；沿路计",
      en: "texts that sum up the Street Smart methodology of 2010: full credit within some 400 m (1/4 mile), none beyond a walk of 30 minutes; how it falls in between is not published, so that no such score is computed: judged is who has full credit, along the streets",
    },
    judgeBy: "network",
    circles: [{ id: "amenities", label: { zh: "设施", en: "Amenities" }, asks: COUNTS.map(asked) }],
    categories: [
      ...pick(worldCategories, "grocery", "restaurant", "retail", "cafe", "bank", "park", "books", "entertainment"),
      ...pick(neutralCategories, "school"),
    ],
  });
}
