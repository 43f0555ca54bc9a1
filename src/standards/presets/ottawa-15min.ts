import type { CategoryId } from "../../model/facts.js";
import type { Standard } from "../../model/standard.js";
import { neutralCategories } from "../neutral-categories.js";
import { type Ask, pick, toStandard } from "./to-standard.js";
import { worldCategories } from "./world-categories.js";
import { OTTAWA_NINE } from "./world-documents.js";

const NINE = ["grocery", "park", "retail", "bus_stop", "light_rail", "health", "recreation", "school", "childcare"];
const asked = (category: CategoryId): Ask => ({ category, minutes: 15, basis: "ppp-", from: [OTTAWA_NINE] });

/** Holds Ottawa's nine amenities within 15 minutes, and its three classes of neighborhoods by how many of them are there. */
export const ottawa: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "ottawa-15min",
    label: { zh: "渥太华15分钟街区", en: "Ottawa's 15-minute neighborhoods" },
    source: {
      zh: "渥太华15分钟街区（报道）：九类设施，步行 15 分钟；未说明时间的量法，此处沿路计",
      en: "Ottawa's 15-minute neighborhoods, as reported: nine amenities within a walk of 15 minutes; how it is measured is not said: judged along the streets",
    },
    country: "CA",
    judgeBy: "time",
    circles: [{ id: "amenities", label: { zh: "九类设施", en: "Nine amenities" }, asks: NINE.map(asked) }],
    categories: [
      ...pick(worldCategories, "grocery", "park", "retail", "bus_stop", "light_rail", "health", "recreation"),
      ...pick(neutralCategories, "school", "childcare"),
    ],
    lineClasses: {
      source: {
        zh: "渥太华15分钟街区（报道）：7–9 类为高，4–6 类为中，1–3 类为低；“半数居民可达才算有”为本项目设定",
        en: "Ottawa's 15-minute neighborhoods, as reported: 7–9 high, 4–6 medium, 1–3 low; that half of the people must reach an amenity is our choice",
      },
      classes: [
        { id: "high", label: { zh: "高（7–9 类）", en: "High (7–9)" }, atLeast: { all: 7 } },
        { id: "medium", label: { zh: "中（4–6 类）", en: "Medium (4–6)" }, atLeast: { all: 4 } },
        { id: "low", label: { zh: "低（1–3 类）", en: "Low (1–3)" }, atLeast: { all: 1 } },
      ],
    },
  });
}
