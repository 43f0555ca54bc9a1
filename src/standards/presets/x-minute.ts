import type { CategoryId } from "../../model/facts.js";
import type { Standard } from "../../model/standard.js";
import { categories } from "../categories.js";
import { type Ask, pick, toStandard } from "./to-standard.js";
import { worldCategories } from "./world-categories.js";
import { X_MINUTE } from "./world-documents.js";

const asked = (category: CategoryId): Ask => ({ category, minutes: 15, basis: "sco-", from: [X_MINUTE] });

/**
 * Holds the x-minute city: x is the longest of the walks to the nearest supermarket, pharmacy, primary school and park. That the circle is
 * complete within 15 minutes is one point of its distribution; other thresholds give the others.
 *
 * @see Logan et al., "The x-minute city", Cities 131:103924, 2022
 */
export const xMinute: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "x-minute",
    label: { zh: "x 分钟城市", en: "X-minute city" },
    source: {
      zh: "Cities 131:103924（2022）：x 为到最近的超市、药店、小学、公园的步行时间中最长的一个，沿路网；论文报告 x 在居民中的分布，此处只取 15 分钟一点（本项目设定）",
      en: "Cities 131:103924 (2022): x is the longest of the walks to the nearest supermarket, pharmacy, primary school and park, along the streets; the paper tells its distribution over people, here 15 minutes are one point of it, which is our choice",
    },
    judgeBy: "time",
    circles: [
      {
        id: "needs",
        label: { zh: "四类需要", en: "Four needs" },
        asks: ["supermarket", "pharmacy", "primary_school", "park"].map(asked),
      },
    ],
    categories: [...pick(categories, "supermarket", "pharmacy", "primary_school"), ...pick(worldCategories, "park")],
  });
}
