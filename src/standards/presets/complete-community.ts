import type { CategoryId } from "../../model/facts.js";
import type { Category, Standard } from "../../model/standard.js";
import { categories } from "../categories.js";
import { COMPLETE } from "../documents.js";
import { chineseCategories } from "./chinese-categories.js";
import { COMPLETE_2022 } from "./chinese-documents.js";
import { type Ask, like, pick, toStandard } from "./to-standard.js";

const of2020 = (...ids: readonly CategoryId[]): Ask[] =>
  ids.map((category) => ({ category, inside: true, basis: "gg--", from: [COMPLETE] }));
const of2022 = (...ids: readonly CategoryId[]): Ask[] =>
  ids.map((category) => ({ category, inside: true, basis: "gg--", from: [COMPLETE_2022] }));

/** What size the text asks for, in square metres of floor. Few data tell it: those lines are shown and not counted. */
const FLOORS: readonly (readonly [CategoryId, string, string, number])[] = [
  ["community_service_station", "社区综合服务站（800 平方米以上）", "Service station of 800 m² or more", 800],
  ["kindergarten", "幼儿园（2200 平方米以上）", "Kindergarten of 2,200 m² or more", 2200],
  ["childcare", "托儿所（200 平方米以上）", "Childcare of 200 m² or more", 200],
  ["elderly_day_care", "老年服务站（350 平方米以上）", "Elderly service station of 350 m² or more", 350],
  ["community_health_station", "社区卫生服务站（120 平方米以上）", "Health station of 120 m² or more", 120],
  ["supermarket", "综合超市（300 平方米以上）", "Supermarket of 300 m² or more", 300],
];
const largeOnes: readonly Category[] = /* @__PURE__ */ listLargeOnes();

function listLargeOnes(): Category[] {
  return FLOORS.flatMap(([id, zh, en, least]) =>
    like(categories, id, `large_${id}`, [zh, en], { minimum: { floor_area: least } }),
  );
}

/**
 * Holds what a complete residential community has, wherever in it: one of each, as the ministry of housing lists them.
 *
 * @see 建科规〔2020〕7号; 完整居住社区建设指南, 2022
 */
export const completeCommunity: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  const shops = ["hairdresser", "pharmacy", "repair", "breakfast"];
  const added = ["convenience_store", "fresh_market", "community_canteen", "laundry", "housekeeping"];
  const served = FLOORS.map(([id]) => id).filter((id) => id !== "supermarket");
  return toStandard({
    id: "complete-community",
    label: { zh: "完整居住社区建设标准（试行）2020", en: "Complete residential communities, 2020" },
    source: {
      zh: "建科规〔2020〕7号；完整居住社区建设指南（2022-01）；没有半径，以“在社区范围内”判定；社区规模 0.5–1.2 万人（5–10 分钟凭记忆）；面积和班数多为“宜”或建设要求，数据中很少注明：按建筑面积（floor_area）另列，不计入；幼儿园 6 班以上、每百户 30 平方米的用房不能在此判定",
      en: "建科规〔2020〕7号; guide of 2022-01; no radii: judged by presence in the neighborhood, of 5,000–12,000 people (5 to 10 minutes, as recalled); sizes, which few data tell, are lines of their own (by floor_area) that are not counted; 6 classes of a kindergarten and 30 m² of rooms per 100 households cannot be judged here",
    },
    country: "CN",
    judgeBy: "inside",
    circles: [
      {
        id: "services",
        label: { zh: "基本公共服务设施", en: "Basic public services" },
        asks: [
          ...of2020(...served, "activity_ground"),
          ...largeOnes
            .filter(({ id }) => id !== "large_supermarket")
            .map(
              ({ id }): Ask => ({ category: id, necessity: "label", inside: true, basis: "gg--", from: [COMPLETE] }),
            ),
        ],
      },
      {
        id: "shops",
        label: { zh: "便民商业服务设施", en: "Shops for every day" },
        asks: [
          ...of2020("supermarket", "parcel_post", ...shops),
          ...of2022(...added),
          { category: "large_supermarket", necessity: "label", inside: true, basis: "gg--", from: [COMPLETE] },
        ],
      },
    ],
    categories: [
      ...pick(categories, ...served, "supermarket", "parcel_post", ...shops, ...added),
      ...pick(chineseCategories, "activity_ground"),
      ...largeOnes,
    ],
  });
}
