import type { CategoryId } from "../../model/facts.js";
import type { Standard } from "../../model/standard.js";
import { categories } from "../categories.js";
import { type Ask, pick, toStandard } from "./to-standard.js";
import { worldCategories } from "./world-categories.js";
import { PORTLAND } from "./world-documents.js";

const within = (network: number, category: CategoryId): Ask => ({ category, network, basis: "so-s", from: [PORTLAND] });

/** Holds those lines of Portland's complete neighborhoods of which distances are known: a quarter of a mile, half a mile and three. */
export const portland: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "portland-complete",
    label: { zh: "波特兰完整邻里", en: "Portland's complete neighborhoods" },
    source: {
      zh: "转述波特兰“完整邻里”的资料：1/2 英里 805 米、1/4 英里 402 米、3 英里 4828 米；未说明距离的量法，此处沿路计；公交不看班次（原文为高频公交）",
      en: "texts that sum up Portland's complete neighborhoods: 1/2 mile is 805 m, 1/4 402 m, 3 miles 4828 m; they do not say how it is measured: judged along the streets; stops count however often they are served, where the text asks for frequent transit",
    },
    country: "US",
    judgeBy: "network",
    circles: [
      {
        id: "complete",
        label: { zh: "完整邻里", en: "Complete neighborhood" },
        asks: [
          within(805, "grocery"),
          within(805, "park"),
          within(805, "primary_school"),
          within(402, "stop"),
          within(4828, "community_center"),
        ],
      },
    ],
    categories: [
      ...pick(worldCategories, "grocery", "park", "stop", "community_center"),
      ...pick(categories, "primary_school"),
    ],
    target: {
      share: 0.8,
      source: {
        zh: "目标：2035 年 80% 居民（当时 45%），低于此即为短板",
        en: "the city's goal for 2035 is 80 % of people (45 % when it was set), below which something is missing",
      },
    },
  });
}
