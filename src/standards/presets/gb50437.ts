import type { Standard } from "../../model/standard.js";
import { categories } from "../categories.js";
import { DAY_CARE } from "../documents.js";
import { chineseCategories } from "./chinese-categories.js";
import { ELDERLY_RADII } from "./chinese-documents.js";
import { like, pick, toStandard } from "./to-standard.js";

/** Holds the service radii of facilities for the elderly. @see GB 50437-2007 (2018) */
export const gb50437: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "gb50437",
    label: {
      zh: "城镇老年人设施规划规范 GB 50437-2007（2018 年版）",
      en: "Facilities for the elderly, GB 50437-2007 (2018)",
    },
    source: {
      zh: "GB 50437-2007（2018 年版）：老年服务中心服务 5–10 万人，老年服务站 0.5–1.2 万人；服务半径为直线",
      en: "GB 50437-2007 (2018): a center serves 50,000–100,000 people, a station 5,000–12,000; service radii, straight lines",
    },
    country: "CN",
    judgeBy: "straight",
    circles: [
      {
        id: "elderly",
        label: { zh: "老年人设施", en: "For the elderly" },
        asks: [
          { category: "elderly_service_center", straight: 1000, basis: "co-c", from: [ELDERLY_RADII] },
          { category: "elderly_service_station", straight: 300, basis: "co-c", from: [ELDERLY_RADII, DAY_CARE] },
        ],
      },
    ],
    categories: [
      ...pick(chineseCategories, "elderly_service_center"),
      ...like(categories, "elderly_day_care", "elderly_service_station", ["老年服务站", "Elderly service station"]),
    ],
  });
}
