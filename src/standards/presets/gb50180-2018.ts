import type { Standard } from "../../model/standard.js";
import { categories } from "../categories.js";
import { CARE_HOMES, DAY_CARE, DRAFT_HEALTH, DRAFT_SCHOOLS, ENTRY_15, OLD_CODE, SHANGHAI } from "../documents.js";
import { cited } from "../lines.js";
import { chineseCategories } from "./chinese-categories.js";
import { BLOCK_ENTRY, GB_5, GB_10, GB_15, GB_BLOCK, GB_GREEN, OLD_KINDERGARTENS } from "./chinese-documents.js";
import { type Ask, type AskedOfCircle, pick, toStandard } from "./to-standard.js";

// Radii are service radii, as the crow flies; a line without one is judged by the walk of its tier. Which tier a facility belongs to
// is recalled, so that its minutes are, too.

const TIER_15: readonly Ask[] = [
  { category: "middle_school", minutes: 15, straight: 1000, basis: "rrrs", from: [GB_15, OLD_CODE] },
  { category: "sports_ground", id: "sports_ground_large", minutes: 15, straight: 1000, basis: "rrrr", from: [GB_15] },
  { category: "sports_hall", necessity: "optional", minutes: 15, basis: "rrr-", from: [GB_15] },
  {
    category: "community_health_center",
    minutes: 15,
    straight: 1000,
    basis: "rrrr",
    from: [GB_15, DRAFT_HEALTH, SHANGHAI],
  },
  { category: "outpatient_clinic", minutes: 15, basis: "rrr-", from: [GB_15] },
  { category: "elderly_care_home", minutes: 15, basis: "rrr-", from: [GB_15, CARE_HOMES] },
  { category: "cultural_center", minutes: 15, straight: 1000, basis: "srsr", from: [GB_15, ENTRY_15] },
  { category: "community_service_center", minutes: 15, straight: 1000, basis: "srsr", from: [GB_15, ENTRY_15] },
  { category: "police_station", necessity: "optional", minutes: 15, straight: 800, basis: "rrrr", from: [GB_15] },
  { category: "mall", minutes: 15, basis: "rrr-", from: [GB_15] },
  { category: "restaurant", minutes: 15, basis: "rrr-", from: [GB_15] },
  { category: "bank", minutes: 15, basis: "rrr-", from: [GB_15] },
  { category: "telecom", minutes: 15, basis: "rrr-", from: [GB_15] },
  { category: "post_office", minutes: 15, straight: 1000, basis: "rrrr", from: [GB_15] },
  { category: "gym", necessity: "optional", minutes: 15, basis: "rrr-", from: [GB_15] },
  { category: "rail_station", necessity: "optional", minutes: 15, straight: 800, basis: "rrrr", from: [GB_15] },
  { category: "bus_terminal", necessity: "optional", minutes: 15, basis: "rrr-", from: [GB_15] },
  { category: "bus_stop", minutes: 15, straight: 500, basis: "rrrr", from: [GB_15] },
  { category: "residential_park_5ha", minutes: 15, basis: "rrr-", from: [recalledSize("5")] },
];

const TIER_10: readonly Ask[] = [
  {
    category: "middle_school",
    id: "middle_school_10",
    necessity: "optional",
    minutes: 10,
    basis: "rrr-",
    from: [GB_10],
  },
  { category: "primary_school", minutes: 10, straight: 500, basis: "rrrs", from: [GB_10, DRAFT_SCHOOLS] },
  { category: "sports_ground", id: "sports_ground_medium", minutes: 10, straight: 500, basis: "rrrr", from: [GB_10] },
  { category: "fresh_market", minutes: 10, straight: 500, basis: "rrrr", from: [GB_10] },
  { category: "mall", id: "mall_10", minutes: 10, basis: "rrr-", from: [GB_10] },
  { category: "restaurant", id: "restaurant_10", minutes: 10, basis: "rrr-", from: [GB_10] },
  { category: "bank", id: "bank_10", minutes: 10, basis: "rrr-", from: [GB_10] },
  { category: "telecom", id: "telecom_10", minutes: 10, basis: "rrr-", from: [GB_10] },
  { category: "gym", id: "gym_10", necessity: "optional", minutes: 10, basis: "rrr-", from: [GB_10] },
  { category: "bus_stop", id: "bus_stop_10", minutes: 10, straight: 500, basis: "rrrr", from: [GB_10] },
  { category: "residential_park_1ha", minutes: 10, basis: "srr-", from: [GB_GREEN] },
];

const TIER_5: readonly Ask[] = [
  { category: "community_service_station", minutes: 5, straight: 300, basis: "rrrr", from: [GB_5] },
  { category: "cultural_station", minutes: 5, straight: 500, basis: "rrrr", from: [GB_5] },
  { category: "sports_ground", id: "sports_ground_small", minutes: 5, straight: 300, basis: "rrrr", from: [GB_5] },
  { category: "outdoor_fitness", minutes: 5, straight: 300, basis: "rrrr", from: [GB_5] },
  { category: "kindergarten", minutes: 5, straight: 300, basis: "rrrs", from: [GB_5, OLD_KINDERGARTENS] },
  {
    category: "childcare",
    id: "nursery",
    necessity: "optional",
    minutes: 5,
    straight: 300,
    basis: "rrrr",
    from: [GB_5],
  },
  { category: "elderly_day_care", minutes: 5, straight: 300, basis: "rrrr", from: [GB_5, DAY_CARE] },
  { category: "community_canteen", necessity: "optional", minutes: 5, basis: "rrr-", from: [GB_5] },
  {
    category: "community_health_station",
    necessity: "optional",
    minutes: 5,
    straight: 300,
    basis: "rrrr",
    from: [GB_5],
  },
  { category: "community_shops", minutes: 5, basis: "rrr-", from: [GB_5] },
  { category: "recycling_point", minutes: 5, basis: "rrr-", from: [GB_5] },
  { category: "waste_station", minutes: 5, basis: "rrr-", from: [GB_5] },
  { category: "public_toilet", minutes: 5, basis: "rrr-", from: [GB_5] },
  { category: "residential_park_04ha", minutes: 5, basis: "rrr-", from: [recalledSize("0.4")] },
];

const BLOCK: readonly Ask[] = [
  { category: "convenience_store", inside: true, basis: "rr--", from: [GB_BLOCK] },
  { category: "parcel_post", id: "parcel_point", inside: true, basis: "rr--", from: [GB_BLOCK] },
  { category: "activity_yard", inside: true, basis: "rr--", from: [GB_BLOCK] },
  { category: "fitness_equipment", inside: true, basis: "rr--", from: [GB_BLOCK] },
  { category: "property_service", inside: true, basis: "sr--", from: [BLOCK_ENTRY, GB_BLOCK] },
];

function recalledSize(hectares: string) {
  return cited(
    `GB 50180-2018 4.0.4（居住区公园不小于 ${hectares} 公顷，凭记忆；宽度和人均面积不能在此判定）`,
    `GB 50180-2018, 4.0.4: a park of at least ${hectares} ha (recalled); its width and the ground per person cannot be judged here`,
    "2018",
  );
}

const tier = (
  id: string,
  zh: string,
  en: string,
  source: readonly [string, string],
  asks: readonly Ask[],
): AskedOfCircle => ({
  ...{ id, asks, label: { zh, en } },
  source: {
    zh: `GB 50180-2018：${source[0]}；各级互不包含，上级设施不代替下级设施。`,
    en: `GB 50180-2018: ${source[1]}; tiers are not nested, what serves a wider one does not stand in for a narrower one.`,
  },
});

/**
 * Holds the tiers of living circles of China's standard for residential areas: 15, 10 and 5 minutes, and the block. None includes another.
 *
 * No copy of its tables of facilities could be read: nearly all that is said of them is `recalled`, and no proof of anything.
 *
 * @see GB 50180-2018, 2.0.2–2.0.5, 4.0.4, tables B.0.1–B.0.3
 */
export const gb50180: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "gb50180-2018",
    label: {
      zh: "城市居住区规划设计标准 GB 50180-2018（设施表凭记忆）",
      en: "GB 50180-2018, residential areas (its tables of facilities are recalled)",
    },
    source: {
      zh: "GB 50180-2018；附录B各表未能读到，服务半径（直线）和应配建、宜配建均凭记忆；层级的步行距离未说明量法，此处按步行分钟数判定",
      en: "GB 50180-2018; no copy of its appendix B could be read: service radii (straight lines) and what must and what should be there are recalled; the text does not say how the walk of a tier is measured: it is judged by minutes",
    },
    country: "CN",
    judgeBy: "straight",
    circles: [
      tier(
        "tier15",
        "十五分钟生活圈",
        "15-minute tier",
        [
          "步行 15 分钟，800–1000 米，5–10 万人，1.7–3.2 万套住宅",
          "a walk of 15 minutes, 800–1000 m, 50,000–100,000 people, 17,000–32,000 dwellings",
        ],
        TIER_15,
      ),
      tier(
        "tier10",
        "十分钟生活圈",
        "10-minute tier",
        [
          "步行 10 分钟，500 米，1.5–2.5 万人，5000–8000 套住宅",
          "a walk of 10 minutes, 500 m, 15,000–25,000 people, 5,000–8,000 dwellings",
        ],
        TIER_10,
      ),
      tier(
        "tier5",
        "五分钟生活圈",
        "5-minute tier",
        [
          "步行 5 分钟，300 米，0.5–1.2 万人，1500–4000 套住宅",
          "a walk of 5 minutes, 300 m, 5,000–12,000 people, 1,500–4,000 dwellings",
        ],
        TIER_5,
      ),
      tier(
        "block",
        "居住街坊",
        "Residential block",
        [
          "居住街坊，0.1–0.3 万人（住宅套数凭记忆：300–1000）",
          "a block of 1,000–3,000 people (300–1,000 dwellings, as recalled)",
        ],
        BLOCK,
      ),
    ],
    categories: [
      ...pick(
        categories,
        ...["middle_school", "primary_school", "sports_ground", "community_health_center", "elderly_care_home"],
        ...["cultural_center", "community_service_center", "police_station", "mall", "bank", "gym", "rail_station"],
        ...["bus_terminal", "bus_stop", "fresh_market", "community_service_station", "cultural_station"],
        ...["kindergarten", "childcare", "elderly_day_care", "community_canteen", "community_health_station"],
        ...["recycling_point", "public_toilet", "convenience_store", "parcel_post"],
      ),
      ...pick(
        chineseCategories,
        ...["sports_hall", "outpatient_clinic", "restaurant", "telecom", "post_office", "outdoor_fitness"],
        ...["community_shops", "waste_station", "activity_yard", "fitness_equipment", "property_service"],
        ...["residential_park_5ha", "residential_park_1ha", "residential_park_04ha"],
      ),
    ],
  });
}
