import type { Category } from "../../model/standard.js";
import { categories, row } from "../categories.js";
import { like } from "./to-standard.js";

/** Where Amap files what it has no code for. */
const ANY_SERVICE = "07, 08, 09, 12, 13, 14, 17";
const HECTARE = 10_000;

/** Lists what Chinese texts ask for besides the categories of the four circles. */
export const chineseCategories: readonly Category[] = /* @__PURE__ */ listCategories();

function listCategories(): Category[] {
  return [
    row("sports_hall", "体育馆（场）或全民健身中心", "Sports hall or fitness center", {
      osm: "leisure=sports_hall|sports_centre|stadium",
      amapNamed: "0801",
      words: "体育馆, 体育场, 体育中心, 全民健身中心, sports hall, sports centre",
    }),
    row("outdoor_fitness", "室外综合健身场地", "Outdoor fitness ground", {
      osm: "leisure=fitness_station|pitch",
      amapNamed: "0801",
      words: "健身场地, 健身广场, 健身园",
    }),
    row("fitness_equipment", "室外健身器械", "Outdoor fitness equipment", {
      osm: "leisure=fitness_station",
      amapNamed: "0801",
      words: "健身器械, 健身器材, 健身路径",
    }),
    row("outpatient_clinic", "门诊部", "Outpatient clinic", {
      osm: "amenity=clinic, healthcare=clinic",
      amapNamed: "0901, 0902, 0903",
      words: "门诊, clinic",
      wordsExcept: "社区卫生服务, 卫生服务中心, 卫生服务站, 社区医院, 卫生院, 宠物, 动物, 兽医",
    }),
    row("telecom", "电信营业网点", "Telecommunication shop", {
      osm: "shop=mobile_phone|telecommunication",
      amapNamed: "07",
      words: "电信营业厅, 移动营业厅, 联通营业厅, 通信营业厅",
    }),
    row("post_office", "邮政营业场所", "Post office", {
      osm: "amenity=post_office",
      amap: "0704",
      words: "邮政支局, 邮政所, 邮局, post office",
      wordsExcept: "储蓄银行",
    }),
    row("restaurant", "餐饮设施", "Eatery", { osm: "amenity=restaurant|fast_food|food_court|cafe", amap: "05" }),
    row("community_shops", "社区商业网点", "Community shops", {
      osm: "shop=supermarket|convenience|laundry|dry_cleaning|hairdresser, amenity=pharmacy",
      amap: "0602, 0604, 0711, 0715, 0906",
      amapExcept: "060411, 060415",
    }),
    row("waste_station", "生活垃圾收集站", "Waste collection station", {
      osm: "amenity=waste_transfer_station|waste_disposal",
      amapNamed: "07, 17, 20",
      words: "垃圾收集站, 垃圾站, 垃圾转运",
    }),
    row("activity_yard", "儿童、老年人活动场地", "Yard for children and elders", {
      osm: "leisure=playground",
      amapNamed: "1101",
      words: "儿童, 活动场地, playground",
    }),
    row("property_service", "物业管理与服务", "Property management", {
      osm: "office=property_management",
      amapNamed: "07, 12, 17",
      words: "物业",
    }),
    row("post_parcel_point", "邮政快递综合服务点", "Post and parcel point", {
      osm: "amenity=post_office, shop=outpost",
      amap: "0704, 070500",
      amapExcept: "070501",
      words: "快递, 驿站, 菜鸟, 邮政, 邮局, 速递, post office, parcel",
      wordsExcept: "储蓄银行, 养老驿站, 青年驿站, 党群驿站, 丰巢, 快递柜",
    }),
    row("parcel_locker", "智能信包箱（快件箱）", "Parcel locker", {
      osm: "amenity=parcel_locker",
      amapNamed: "0704, 070500",
      words: "丰巢, 快递柜, 快件箱, 信包箱, 自提柜, parcel locker",
    }),
    row("forward_warehouse", "前置仓", "Forward warehouse", { amapNamed: "06, 07, 17", words: "前置仓" }),
    row("culture_venue", "文化场所", "Cultural venue", {
      osm: "amenity=library|arts_centre|theatre|community_centre, tourism=museum|gallery",
      amap: "140400, 140500, 140800",
      words: "图书馆, 文化馆, 文化中心, 美术馆, 博物馆",
    }),
    row("entertainment", "娱乐场所", "Entertainment", {
      osm: "amenity=cinema|karaoke_box|nightclub, leisure=amusement_arcade|dance|bowling_alley",
      amap: "080601",
      words: "电影院, 影城, 歌厅, ktv",
    }),
    row("elderly_service_center", "老年服务中心", "Elderly service center", {
      osmNamed: "amenity=social_facility|community_centre|social_centre",
      amapNamed: ANY_SERVICE,
      words:
        "老年服务中心, 养老服务中心, 养老服务综合体, 老年活动中心, 老年人服务中心, senior center, senior centre, elderly service",
      wordsExcept: "养老保险",
    }),
    row("any_stop", "公共交通站点", "Public transport stop", {
      osm: "highway=bus_stop, public_transport=platform|station|stop_position, railway=station|halt|tram_stop|subway_entrance, amenity=ferry_terminal|bus_station, route_types=0|1|2|3|4|5|7|11|12",
      osmNamed: "route_types=unknown",
      amap: "150700, 150702, 150500, 150501, 150600, 1512",
      words: "公交站, 公交车站, 地铁站, bus stop",
    }),
    {
      ...row("activity_ground", "公共活动场地", "Activity ground", {
        osm: "leisure=playground|pitch|fitness_station|park|common, place=square",
        amap: "110101, 110105",
        words: "活动场地, 健身广场",
      }),
      ...{ minAreaSquareMeters: 150, unknownAreaCounts: true },
    },
    ...greens(),
  ];
}

/** Green spaces by their size. One of unknown size counts for none: what size it has decides. */
function greens(): Category[] {
  const green = (id: string, names: readonly [string, string], from: number, below?: number): Category[] =>
    like(categories, "park", id, names, {
      minAreaSquareMeters: from * HECTARE,
      ...(below === undefined ? {} : { maxAreaSquareMeters: below * HECTARE }),
      unknownAreaCounts: false,
    });
  return [
    ...green("residential_park_5ha", ["居住区公园（5 公顷以上）", "Park of 5 ha or more"], 5),
    ...green("residential_park_1ha", ["居住区公园（1 公顷以上）", "Park of 1 ha or more"], 1),
    ...green("residential_park_04ha", ["居住区公园（0.4 公顷以上）", "Park of 0.4 ha or more"], 0.4),
    ...green("comprehensive_park_50ha", ["综合公园（50 公顷以上）", "Comprehensive park of 50 ha or more"], 50),
    ...green("comprehensive_park_20ha", ["综合公园（20–50 公顷）", "Comprehensive park of 20–50 ha"], 20, 50),
    ...green("comprehensive_park_10ha", ["综合公园（10–20 公顷）", "Comprehensive park of 10–20 ha"], 10, 20),
    ...green("community_park_5ha", ["社区公园（5–10 公顷）", "Community park of 5–10 ha"], 5, 10),
    ...green("community_park_1ha", ["社区公园（1–5 公顷）", "Community park of 1–5 ha"], 1, 5),
    ...green("garden_04ha", ["游园（0.4–1 公顷）", "Garden of 0.4–1 ha"], 0.4, 1),
    ...green("garden_02ha", ["游园（0.2–0.4 公顷）", "Garden of 0.2–0.4 ha"], 0.2, 0.4),
    ...green("park_05ha", ["公园绿地（0.5 公顷以上）", "Park of 0.5 ha or more"], 0.5),
    ...green("park_02ha", ["公园绿地（0.2–0.5 公顷）", "Park of 0.2–0.5 ha"], 0.2, 0.5),
  ];
}
