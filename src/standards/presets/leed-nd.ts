import type { Category, LineClass, Standard } from "../../model/standard.js";
import { leedCategories } from "./leed-categories.js";
import { type Ask, toStandard } from "./to-standard.js";
import { LEED } from "./world-documents.js";

/** Of each type two count at most: a line for the first, and one for the second. */
const asked = ({ id }: Pick<Category, "id">): Ask[] => {
  const one: Ask = { category: id, network: 400, denominator: "dwellings", basis: "ro-c", from: [LEED] };
  return [one, { ...one, id: `${id}_2`, count: 2 }];
};
const uses = (least: number, range: string): LineClass => ({
  ...{ id: `uses-${least}`, label: { zh: `${range} 项用途`, en: `${range} uses` }, atLeast: { all: least } },
});

/**
 * Holds the diverse uses of LEED for Neighborhood Development: how many are within 400 m of half of the dwellings.
 *
 * @see LEED 2009 for Neighborhood Development, NPD credit 3
 */
export const leedNd: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "leed-nd",
    label: { zh: "LEED-ND 2009 多样用途（NPDc3）", en: "LEED-ND 2009, diverse uses (NPDc3)" },
    source: {
      zh: "LEED 2009 for Neighborhood Development, NPDc3：半数住房 400 米内的用途数，同类最多计两处；用途清单凭记忆，标签为本项目设定；未说明距离的量法，此处沿路计",
      en: "LEED 2009 for Neighborhood Development, NPDc3: uses within 400 m of half of the dwellings, of one type two at most; the list of uses is recalled, the tags are our choice; how distances are measured is not said: judged along the streets",
    },
    judgeBy: "network",
    circles: [{ id: "uses", label: { zh: "多样用途", en: "Diverse uses" }, asks: leedCategories.flatMap(asked) }],
    categories: leedCategories,
    lineClasses: {
      source: {
        zh: "LEED 2009 for Neighborhood Development, NPDc3：4–6、7–10、11–18、19 项以上",
        en: "LEED 2009 for Neighborhood Development, NPDc3: 4–6, 7–10, 11–18, 19 or more uses",
      },
      classes: [uses(19, "≥ 19"), uses(11, "11–18"), uses(7, "7–10"), uses(4, "4–6")],
    },
    target: {
      share: 0.5,
      source: {
        zh: "“半数住房”出自 LEED 2009 for Neighborhood Development, NPDc3",
        en: "half of the dwellings is NPDc3's",
      },
    },
  });
}
