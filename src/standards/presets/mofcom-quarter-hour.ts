import type { LineClasses, Standard } from "../../model/standard.js";
import { categories } from "../categories.js";
import { FORMATS, NINE_MINISTRIES, PLAN } from "../documents.js";
import { chineseCategories } from "./chinese-categories.js";
import { BASIC_LIST, PRESS_EIGHT, PRESS_FIFTEEN, PRESS_FIVE, QUALITY_LIST } from "./chinese-documents.js";
import { type Ask, pick, toStandard } from "./to-standard.js";

const BASIC: readonly Ask[] = [
  { category: "convenience_store", minutes: 10, basis: "ggp-", from: [PLAN, FORMATS, PRESS_FIVE] },
  { category: "supermarket", minutes: 10, basis: "ggp-", from: [PLAN, FORMATS, PRESS_FIFTEEN] },
  { category: "fresh_market", minutes: 10, basis: "ggp-", from: [PLAN, FORMATS, PRESS_EIGHT] },
  { category: "breakfast", minutes: 10, basis: "ggp-", from: [PLAN, FORMATS, PRESS_EIGHT] },
  { category: "housekeeping", minutes: 10, basis: "ggp-", from: [PLAN, FORMATS] },
  { category: "repair", minutes: 10, basis: "ggp-", from: [PLAN, FORMATS, PRESS_FIFTEEN] },
  { category: "post_parcel_point", minutes: 10, basis: "ggp-", from: [PLAN, FORMATS] },
  { category: "parcel_locker", minutes: 10, basis: "ggp-", from: [PLAN, FORMATS] },
  { category: "pharmacy", minutes: 8, basis: "ggp-", from: [PRESS_EIGHT, FORMATS] },
  { category: "laundry", minutes: 8, basis: "ggp-", from: [PRESS_EIGHT, FORMATS] },
  { category: "hairdresser", minutes: 8, basis: "ggp-", from: [PRESS_EIGHT, FORMATS] },
  { category: "photo_print", minutes: 10, basis: "ggo-", from: [BASIC_LIST] },
  { category: "recycling_point", minutes: 10, basis: "ggo-", from: [BASIC_LIST, NINE_MINISTRIES] },
  { category: "forward_warehouse", minutes: 10, basis: "ggo-", from: [BASIC_LIST] },
  { category: "car_wash", minutes: 10, basis: "ggo-", from: [NINE_MINISTRIES] },
  { category: "elderly_day_care", minutes: 10, basis: "ggo-", from: [NINE_MINISTRIES] },
];

const QUALITY: readonly Ask[] = [
  { category: "gym", necessity: "optional", minutes: 15, basis: "ggp-", from: [PLAN, FORMATS, PRESS_FIFTEEN] },
  { category: "culture_venue", necessity: "optional", minutes: 15, basis: "ggp-", from: [PLAN] },
  { category: "entertainment", necessity: "optional", minutes: 15, basis: "ggp-", from: [PLAN] },
  { category: "elderly_care_home", necessity: "optional", minutes: 15, basis: "ggp-", from: [PLAN, QUALITY_LIST] },
  { category: "cafe_tea", necessity: "optional", minutes: 15, basis: "ggo-", from: [QUALITY_LIST] },
  { category: "bakery", necessity: "optional", minutes: 15, basis: "ggo-", from: [QUALITY_LIST] },
  { category: "specialty_food", necessity: "optional", minutes: 15, basis: "ggo-", from: [QUALITY_LIST] },
  { category: "bookstore", necessity: "optional", minutes: 15, basis: "ggo-", from: [QUALITY_LIST] },
  { category: "pet_service", necessity: "optional", minutes: 15, basis: "ggo-", from: [QUALITY_LIST, NINE_MINISTRIES] },
  { category: "childcare", necessity: "optional", minutes: 15, basis: "ggo-", from: [QUALITY_LIST] },
];

/** Shanxi asks for 15 of 23 basic and 20 of 30 quality formats; of the 16 and 10 that stand here that is 10.4 and 6.7. */
const TYPES: LineClasses = {
  source: {
    zh: "类型名称：商务部等9部门通知（2025-09-19）；比例：山西省 2023 年评定办法，23 种基本保障类有 15 种、30 种品质提升类有 20 种（转述），按此处 16 项和 10 项折算为 11 项和 7 项；“提升型”的分界为本项目设定",
    en: "names of the types: notice of nine ministries of 2025-09-19; shares: Shanxi's rules of 2023, 15 of 23 basic and 20 of 30 quality formats (quoted by others), which is 11 and 7 of the 16 and 10 here; where 提升型 begins is our choice",
  },
  classes: [
    { id: "quality", label: { zh: "品质型", en: "Quality type (品质型)" }, atLeast: { mandatory: 11, optional: 7 } },
    { id: "improved", label: { zh: "提升型", en: "Improved type (提升型)" }, atLeast: { mandatory: 11, optional: 4 } },
    { id: "basic", label: { zh: "基础型", en: "Basic type (基础型)" }, atLeast: { mandatory: 11 } },
  ],
};

/**
 * Holds the quarter-hour convenience circle of China's Ministry of Commerce: basic and quality formats, and the type of a circle by how
 * many of them it has. No text gives metres.
 *
 * @see 商流通函〔2021〕176号; 商办流通函〔2021〕247号; the three-year plan of 2023; the notice of nine ministries of 2025
 */
export const mofcomQuarterHour: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "mofcom-quarter-hour",
    label: { zh: "城市一刻钟便民生活圈（商务部）", en: "Quarter-hour convenience circle (Ministry of Commerce)" },
    source: {
      zh: "商流通函〔2021〕176号；商办流通函〔2021〕247号；三年行动计划（2023—2025，已到期）；商务部等9部门通知（2025-09-19）；各文件都没有米数，也没有说明步行的量法",
      en: "商流通函〔2021〕176号; 商办流通函〔2021〕247号; three-year plan of 2023–2025, whose time is over; notice of nine ministries of 2025-09-19; no text gives meters, nor says how walks are measured",
    },
    country: "CN",
    judgeBy: "time",
    circles: [
      {
        id: "basic",
        label: { zh: "基本保障类业态", en: "Basic formats" },
        source: {
          zh: "商办流通函〔2021〕247号的全部基本保障类业态，另加 2025 年通知的洗车店和养老服务；没有分钟数的按“家门口”的 10 分钟计（本项目设定）。",
          en: "All basic formats of 商办流通函〔2021〕247号, and car washes and elderly care of the notice of 2025; those without minutes are judged by the 10 of the plan's basic class, which is our choice.",
        },
        asks: BASIC,
      },
      {
        id: "quality",
        label: { zh: "品质提升类业态", en: "Quality formats" },
        source: {
          zh: "商办流通函〔2021〕247号的品质提升类业态，只读到一部分；三年行动计划的“休闲、社交”没有说明是何种场所，未收录。",
          en: "Those quality formats of 商办流通函〔2021〕247号 that were read; the plan's “leisure” and “social” do not say which places they mean, and are left out.",
        },
        asks: QUALITY,
      },
    ],
    categories: [
      ...pick(
        categories,
        ...["convenience_store", "supermarket", "fresh_market", "breakfast", "housekeeping", "repair", "pharmacy"],
        ...["laundry", "hairdresser", "photo_print", "recycling_point", "car_wash", "elderly_day_care", "gym"],
        ...["elderly_care_home", "cafe_tea", "bakery", "specialty_food", "bookstore", "pet_service", "childcare"],
      ),
      ...pick(
        chineseCategories,
        ...["post_parcel_point", "parcel_locker", "forward_warehouse", "culture_venue", "entertainment"],
      ),
    ],
    lineClasses: TYPES,
  });
}
