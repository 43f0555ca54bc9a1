import type { Standard } from "../../model/standard.js";
import { categories } from "../categories.js";
import {
  SHANGHAI_NAMED,
  SHANGHAI_PRESS,
  SHANGHAI_RANGE_5,
  SHANGHAI_RANGE_15,
  SHANGHAI_TABLE,
} from "./chinese-documents.js";
import { pick, toStandard } from "./to-standard.js";

/**
 * Holds the lines of Shanghai's guide to 15-minute circles that were quoted or reported.
 *
 * @see 上海市15分钟社区生活圈规划导则（试行）, 2016, table 2-4
 */
export const shanghai: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "shanghai-2016",
    label: { zh: "上海市15分钟社区生活圈规划导则（试行）2016", en: "Shanghai's 15-minute circles, 2016" },
    source: {
      zh: "上海市15分钟社区生活圈规划导则（试行，2016）表2-4，转述和报道；约 3 平方公里、5–10 万人；目标 2025 年 85%、2035 年 99%；未说明距离的量法，此处沿路计；2024 年征求意见稿未收录",
      en: "Shanghai's planning guide for 15-minute circles (2016), table 2-4, as quoted and reported; circles of some 3 km² and 50,000–100,000 people; targets of 85 % in 2025 and 99 % in 2035; it does not say how distances are measured: judged along the streets; the draft of 2024 is left out",
    },
    country: "CN",
    judgeBy: "time",
    circles: [
      {
        id: "tier5",
        label: { zh: "5 分钟", en: "5 minutes" },
        asks: [
          { category: "kindergarten", minutes: 5, network: 300, basis: "ssss", from: [SHANGHAI_RANGE_5] },
          { category: "elderly_day_care", minutes: 5, basis: "ppp-", from: [SHANGHAI_PRESS] },
        ],
      },
      {
        id: "tier10",
        label: { zh: "10 分钟", en: "10 minutes" },
        asks: [
          { category: "community_health_station", minutes: 10, network: 500, basis: "ssss", from: [SHANGHAI_TABLE] },
          { category: "childcare", minutes: 10, network: 500, basis: "pppp", from: [SHANGHAI_PRESS] },
        ],
      },
      {
        id: "tier15",
        label: { zh: "15 分钟", en: "15 minutes" },
        asks: [
          { category: "community_health_center", minutes: 15, network: 1000, basis: "ssss", from: [SHANGHAI_RANGE_15] },
          { category: "fresh_market", necessity: "label", minutes: 15, basis: "goo-", from: [SHANGHAI_NAMED] },
          { category: "community_canteen", necessity: "label", minutes: 15, basis: "goo-", from: [SHANGHAI_NAMED] },
          {
            category: "community_service_center",
            necessity: "label",
            minutes: 15,
            basis: "goo-",
            from: [SHANGHAI_NAMED],
          },
        ],
      },
    ],
    categories: pick(
      categories,
      ...["kindergarten", "elderly_day_care", "community_health_station", "childcare", "community_health_center"],
      ...["fresh_market", "community_canteen", "community_service_center"],
    ),
  });
}
