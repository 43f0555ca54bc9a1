import type { Standard } from "../../model/standard.js";
import { pick, toStandard } from "./to-standard.js";
import { worldCategories } from "./world-categories.js";
import { GHSCI_CODE, GHSCI_TRANSIT } from "./world-documents.js";

/**
 * Holds the access indicators of the Global Healthy and Sustainable City Indicators: 500 m along the streets. Daily living is the number
 * of the first three that are there.
 *
 * @see Boeing et al., "Using open data and open-source software to develop spatial indicators of urban design", Lancet Global Health 10(6):e907–e918, 2022
 */
export const ghsci: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "ghsci",
    label: { zh: "全球健康与可持续城市指标（GHSCI）", en: "Global Healthy and Sustainable City Indicators (GHSCI)" },
    source: {
      zh: "GHSCI 代码：沿步行路网 500 米；只取硬阈值，软阈值和步行性指数是另外的指标",
      en: "code of GHSCI: 500 m along the pedestrian network; the hard threshold only, the soft one and walkability are measures of their own",
    },
    judgeBy: "network",
    circles: [
      {
        id: "daily_living",
        label: { zh: "日常生活", en: "Daily living" },
        asks: [
          { category: "fresh_food", network: 500, basis: "co-c", from: [GHSCI_CODE] },
          { category: "convenience", network: 500, basis: "co-c", from: [GHSCI_CODE] },
          { category: "public_transport_any", network: 500, basis: "co-c", from: [GHSCI_TRANSIT] },
        ],
      },
      {
        id: "open_space",
        label: { zh: "公共开放空间", en: "Open space" },
        asks: [
          { category: "open_space_any", necessity: "optional", network: 500, basis: "co-c", from: [GHSCI_CODE] },
          { category: "open_space_large", necessity: "optional", network: 500, basis: "co-c", from: [GHSCI_CODE] },
        ],
      },
    ],
    categories: pick(
      worldCategories,
      ...["fresh_food", "convenience", "public_transport_any", "open_space_any", "open_space_large"],
    ),
    lineClasses: {
      source: {
        zh: "GHSCI 的日常生活得分为前三项之和（0–3），按每个起点计；按区域分级为本项目设定",
        en: "the daily living score of GHSCI is the sum of the first three, 0 to 3, of each start; that areas are classed by it is our choice",
      },
      classes: [3, 2, 1].map((met) => ({
        ...{ id: `daily-living-${met}`, atLeast: { mandatory: met } },
        label: { zh: `日常生活 ${met} 项`, en: `Daily living: ${met} of 3` },
      })),
    },
  });
}
