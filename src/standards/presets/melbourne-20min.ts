import type { CategoryId } from "../../model/facts.js";
import type { Standard } from "../../model/standard.js";
import { neutralCategories } from "../neutral-categories.js";
import { type Ask, pick, toStandard } from "./to-standard.js";
import { worldCategories } from "./world-categories.js";
import { MELBOURNE } from "./world-documents.js";

const NEEDS = ["retail", "grocery", "cafe", "health", "childcare", "school", "library", "recreation", "park", "stop"];
const asked = (category: CategoryId): Ask => ({
  category,
  minutes: 10,
  network: 800,
  basis: "rogg",
  from: [MELBOURNE],
});

/**
 * Holds Melbourne's 20-minute neighborhood: there and back in 20 minutes, that is 800 m each way, for what can be looked up of its 17
 * features, whose names are recalled.
 *
 * @see Plan Melbourne 2017–2050, outcome 5
 */
export const melbourne: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "melbourne-20min",
    label: { zh: "墨尔本20分钟邻里（来回 20 分钟）", en: "Melbourne's 20-minute neighborhoods (there and back)" },
    source: {
      zh: "Plan Melbourne：来回 20 分钟，即单程 10 分钟、800 米；17 项特征的名称凭记忆，没有各自的半径，只收录能从地点数据判定的；未说明距离的量法，此处沿路计",
      en: "Plan Melbourne: 20 minutes there and back, that is 10 minutes or 800 m each way; the names of its 17 features are recalled, they have no radii of their own, and only what can be told of places stands here; the text does not say how it measures: judged along the streets",
    },
    country: "AU",
    judgeBy: "network",
    circles: [{ id: "daily_needs", label: { zh: "日常需要", en: "Daily needs" }, asks: NEEDS.map(asked) }],
    categories: [
      ...pick(worldCategories, "retail", "grocery", "cafe", "health", "library", "recreation", "park", "stop"),
      ...pick(neutralCategories, "childcare", "school"),
    ],
  });
}
