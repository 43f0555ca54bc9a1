import type { Standard } from "../../model/standard.js";
import { pick, toStandard } from "./to-standard.js";
import { worldCategories } from "./world-categories.js";
import { SINGAPORE } from "./world-documents.js";

/** Holds what of Singapore's 20-minute towns can be judged on foot. @see Land Transport Master Plan 2040 */
export const singapore: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "singapore-20min",
    label: { zh: "新加坡20分钟市镇", en: "Singapore's 20-minute towns" },
    source: {
      zh: "新加坡陆路交通总体规划2040：步行、骑行或乘车 20 分钟门到门至邻里中心；2030 年 80% 住户步行 10 分钟内到车站；高峰出行 90% 少于 45 分钟（不能在此判定）；邻里中心只按步行列出、不计入，其标签为本项目设定；未说明步行的量法，此处沿路计",
      en: "Land Transport Master Plan 2040: a neighborhood center in 20 minutes door to door, walking, cycling or riding; by 2030 8 of 10 households within a walk of 10 minutes to a station; 9 of 10 peak trips below 45 minutes, which cannot be judged here; the center is shown as a walk and not counted, its tags are our choice; how walks are measured is not said: judged along the streets",
    },
    country: "SG",
    judgeBy: "time",
    circles: [
      {
        id: "town",
        label: { zh: "20分钟市镇", en: "20-minute town" },
        asks: [
          { category: "rail_station", minutes: 10, denominator: "dwellings", basis: "gog-", from: [SINGAPORE] },
          { category: "neighborhood_center", necessity: "label", minutes: 20, basis: "gog-", from: [SINGAPORE] },
        ],
      },
    ],
    categories: pick(worldCategories, "rail_station", "neighborhood_center"),
    target: {
      share: 0.8,
      source: {
        zh: "目标：2030 年 80% 住户，低于此即为短板",
        en: "the goal for 2030 is 8 of 10 households, below which it is missing",
      },
    },
  });
}
