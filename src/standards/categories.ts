import type { Category, CircleId } from "../model/standard.js";

/**
 * What a row may hold besides its id and its two names. Lists are written with commas; in OSM tags `|` means "or" and
 * `&` means "and": `"amenity=clinic|doctors, shop=books"`.
 */
export interface Row {
  /** OSM tags that suffice alone. */
  readonly osm?: string;
  /** OSM tags that need one of the keywords in the name. */
  readonly osmNamed?: string;
  /** Amap codes by prefix; the longest one decides. */
  readonly amap?: string;
  /** Amap codes that need a keyword. Two digits = a whole class, for what Amap has no code for. */
  readonly amapNamed?: string;
  readonly amapExcept?: string;
  readonly words?: string;
  readonly wordsExcept?: string;
  readonly alsoIn?: readonly CircleId[];
  readonly area?: Pick<Category, "minAreaSquareMeters" | "maxAreaSquareMeters" | "unknownAreaCounts">;
}

/** Writes out a row. */
export function row(id: string, zh: string, en: string, cells: Row): Category {
  return {
    id,
    label: { zh, en },
    alsoIn: cells.alsoIn ?? [],
    osmTags: toTags(cells.osm),
    osmTagsWithKeyword: toTags(cells.osmNamed),
    amapCodes: toList(cells.amap),
    amapCodesWithKeyword: toList(cells.amapNamed),
    amapCodesExcept: toList(cells.amapExcept),
    keywords: toList(cells.words),
    keywordsExcept: toList(cells.wordsExcept),
    ...cells.area,
  };
}

function toList(cell: string | undefined): string[] {
  return cell === undefined ? [] : cell.split(",").map((part) => part.trim());
}

/** Writes out the "or": `"a=b&c=d|e"` becomes `["a=b&c=d", "a=b&c=e"]`. */
function toTags(cell: string | undefined): string[] {
  return toList(cell).flatMap((tag) => {
    const valuesAt = tag.lastIndexOf("=") + 1;
    return tag
      .slice(valuesAt)
      .split("|")
      .map((value) => tag.slice(0, valuesAt) + value);
  });
}

/** Life services, sports, health, housing, government, education, companies: where Amap files what it has no code for. */
const ANY_SERVICE = "07, 08, 09, 12, 13, 14, 17";
const GREEN = {
  osm: "leisure=park|garden|common|nature_reserve, landuse=recreation_ground|village_green, place=square",
  amap: "110101, 110105",
  amapExcept: "110106",
};
const GREEN_WORDS = { words: "公园, 游园, 绿地, 城市广场", wordsExcept: "公园内部设施, 动物园, 植物园, 水族馆" };

/** What schools are called that are primary and lower secondary in one, in zh, ja, en, da, sv, fi, pl, pt, it, ru, ar, ne, cs. */
const BOTH_LEVELS =
  "九年一贯, 九年制, 十二年一贯, 義務教育学校, k-8, _k 8_, folkeskole, grundskole, _skole_, grundskola, peruskoulu, yhtenaiskoulu, _koulu_, podstawowa, _sp nr_, escola basica, ensino fundamental, _emef_, istituto comprensivo, средняя школа, общеобразовательная, _сош_, школа №, أساسي, اساسي, आधारभूत, zakladni skola";
/** Those for the first years: zh, en, es and pt and it, fr, de, nl, sv, fi, ru, ar, hi, ko, mt, tr, id, vi. */
const PRIMARY =
  "小学, 附小, 小學, 國小, primary, elementary, infant school, junior school, grade school, national school, _ps_, primaria, _ceip_, _eb1_, _eb 1_, 1 ciclo, primaire, elementaire, groupe scolaire, grundschule, primarschule, volksschule, primarstufe, barneskole, elementare, basisschool, lagere school, _obs_, _cbs_, _kbs_, _rkbs_, lagstadie, mellanstadie, alakoulu, ala aste, начальная, ابتدائي, प्राथमिक, 초등학교, primarja, ilkokul, sekolah dasar, _sdn_, tieu hoc";
/** Those for the years after: zh, en, es and pt, fr, de, it, nl, no, sv, fi, pl, ru, ar, hi and ne, ko, mt, tr, id, vi. */
const LOWER_SECONDARY =
  "初中, 初级中学, 中学, 附中, 中學, 國中, middle school, junior high, secondary, intermediate school, comprehensive school, grammar school, _jhs_, _ies_, _ieso_, secundaria, _eb 2 3_, _eb23_, 3 ciclo, collège, sekundarschule, realschule, hauptschule, mittelschule, oberschule, gesamtschule, gemeinschaftsschule, regelschule, sekundarstufe, weiterfuhrende schule, gymnasium, secondaria di primo grado, secondaria di i grado, primo grado, scuola media, middelbare, scholengemeenschap, middenschool, lyceum, _mavo_, _havo_, _vmbo_, _vwo_, ungdomsskole, hogstadie, ylakoulu, ylaast, gimnazjum, гимназия, лицей, основная школа, إعدادي, اعدادي, متوسطة, माध्यमिक, मिडिल, 중학교, skola medja, sekondarja, ortaokul, _smp_, _smpn_, trung hoc co so, _thcs_";
const HEALTH_CENTER =
  "社区卫生服务中心, 卫生服务中心, 社区医院, 卫生院, health center, health centre, health post, centro de salud, consultorio, centro de saude, unidade de saude, posto de saude, _ubs_, _usf_, centre de sante, maison de sante, gesundheitszentrum, casa della salute, casa della comunita, gezondheidscentrum, sundhedscenter, sundhedshus, lægehus, vardcentral, halsocentral, terveysasema, terveyskeskus, przychodnia, osrodek zdrowia, поликлиника, амбулатория, مركز صحي, المركز الصحي, स्वास्थ्य केन्द्र, स्वास्थ्य केंद्र, स्वास्थ्य चौकी, 保健センター, 保健所, 보건소, 보건지소, centru tas";

/**
 * Lists every category of the four circles, and how to recognize one: the rows of a planner's table.
 *
 * A place may be of several categories: a library is a `cultural_center` and a `cultural_station`. No tag alone leads to a mandatory
 * and to an optional line of the default standard; one of the two is a label, or the tag stands in one row only.
 * Amap codes are those of its POI table (2017, 869 codes); OSM tags those of the id-tagging-schema. `named` tags and
 * codes are too broad alone: a municipal hospital is no community health center.
 */
export const categories: readonly Category[] = [
  // --------------------------------------------------------------- 公共服务圈 public service
  row("kindergarten", "幼儿园", "Kindergarten", {
    osm: "amenity=kindergarten|preschool",
    amap: "141204",
    words: "幼儿园, kindergarten",
  }),
  row("primary_school", "小学", "Primary school", {
    osm: "amenity=school&isced:level=1",
    osmNamed: "amenity=school&!isced:level",
    amap: "141203",
    amapNamed: "141200",
    words: `${PRIMARY}, ${BOTH_LEVELS}`,
    wordsExcept: "高级中学, 高級中學, senior high, музыкальная, школа искусств",
  }),
  row("middle_school", "初中", "Middle school", {
    osm: "amenity=school&isced:level=2",
    osmNamed: "amenity=school&!isced:level",
    amap: "141202",
    amapNamed: "141200",
    words: `${LOWER_SECONDARY}, 中小学, ${BOTH_LEVELS}`,
    // A school called after the middle school it belongs to (第七中学附属小学) is a primary school.
    wordsExcept:
      "高级中学, 高中, 高級中學, 中学附属小学, 中学附小, senior high, senior secondary, upper secondary, secondo grado, fachoberschule, berufsoberschule, музыкальная, школа искусств",
  }),
  row("community_health_center", "社区卫生服务中心", "Community health center", {
    osmNamed: "amenity=clinic|hospital|doctors, healthcare=centre|clinic|hospital|doctor",
    amapNamed: "0901, 090102, 0903",
    words: HEALTH_CENTER,
    wordsExcept: "宠物, 动物, 兽医",
  }),
  row("community_health_station", "社区卫生服务站", "Community health station", {
    osmNamed: "amenity=clinic|doctors, healthcare=clinic|doctor",
    amapNamed: "090300",
    words: "社区卫生服务站, 卫生服务站, 卫生站, 卫生室, health station",
    wordsExcept: "宠物, 动物, 兽医",
  }),
  row("cultural_center", "文化活动中心", "Cultural center", {
    osm: "amenity=community_centre|arts_centre|library",
    amapNamed: "140800, 140500, 140400",
    words: "文化活动中心, 文化中心, 文化宫, 文化馆, 图书馆, 美术馆, cultural center, cultural centre, library",
  }),
  row("cultural_station", "文化活动站", "Cultural station", {
    osm: "amenity=community_centre|library",
    amapNamed: "120304, 140500",
    words: "文化活动站, 文化活动室, 文化站, 综合文化, 图书馆, 图书室, 阅览室, library, reading room",
  }),
  row("sports_ground", "运动场地", "Sports ground", {
    osm: "leisure=pitch|sports_centre|sports_hall|track|stadium, landuse=recreation_ground",
    amap: "0801",
    amapExcept: "080111, 080108, 080110",
    words: "运动场, 体育场, 体育馆, 体育中心, 球场, 球馆, sports ground, sports center, sports centre",
    wordsExcept: "保龄球, 台球, 高尔夫, 滑雪, 溜冰, 马术, 赛马",
  }),
  row("community_service_center", "街道社区服务中心", "Subdistrict service center", {
    osm: "amenity=townhall",
    osmNamed: "office=government",
    amapNamed: "130105, 070201",
    words: "街道办, 街道便民服务, 街道社区服务, 社区服务中心, 镇政府, 镇人民政府, 乡人民政府, subdistrict, town hall",
  }),
  row("community_service_station", "社区服务站", "Neighborhood service station", {
    osmNamed: "amenity=community_centre, office=government|association|quango",
    amapNamed: "130106, 120304",
    words:
      "社区服务站, 党群服务, 便民服务中心, 便民服务站, 社区居委会, 居委会, 居民委员会, 社区中心, 邻里中心, community service, residents' committee",
  }),
  row("elderly_care_home", "养老院", "Elderly care home", {
    osm: "amenity=social_facility&social_facility=nursing_home|group_home|assisted_living, amenity=nursing_home|retirement_home",
    amapNamed: ANY_SERVICE,
    words: "养老院, 敬老院, 护理院, 养护院, 老年公寓, nursing home",
    wordsExcept: "养老保险",
  }),
  row("police_station", "派出所", "Police post", {
    osm: "amenity=police",
    amapNamed: "130501",
    words: "派出所, police station",
  }),
  row("park", "公园绿地", "Park or green space", {
    ...GREEN,
    ...GREEN_WORDS,
    area: { minAreaSquareMeters: 10_000, unknownAreaCounts: false },
  }),
  row("pocket_park", "游园", "Pocket park", {
    ...GREEN,
    ...GREEN_WORDS,
    area: { minAreaSquareMeters: 2000, maxAreaSquareMeters: 10_000, unknownAreaCounts: true },
  }),
  row("public_toilet", "公共厕所", "Public toilet", {
    osm: "amenity=toilets",
    amap: "2003",
    words: "公共厕所, 公厕, 洗手间, 卫生间, public toilet",
  }),
  row("emergency_shelter", "应急避难场所", "Emergency shelter", {
    osm: "emergency=assembly_point",
    amap: "200400",
    words: "应急避难, 避难场所, emergency shelter",
  }),

  // ------------------------------------------------------------- 公共交通圈 public transport
  row("bus_stop", "公交站点", "Bus stop", {
    // route_types: a GTFS stop with the kinds of route that serve it; unknown: one that does not tell
    osmNamed: "route_types=unknown",
    osm: "highway=bus_stop, public_transport=platform&bus=yes, public_transport=platform&!railway&!train&!subway&!tram&!light_rail&!monorail&!funicular&!ferry&!aerialway, route_types=3|11",
    amap: "150700, 150702",
    words: "公交车站, 公交站, bus stop",
  }),
  row("rail_station", "轨道交通站点", "Metro or rail station", {
    osmNamed: "route_types=unknown",
    osm: "railway=subway_entrance|station|halt|tram_stop, public_transport=station&subway=yes, public_transport=station&light_rail=yes, route_types=0|1|2|5|7|12, mode=subway",
    amap: "150501, 150500, 150600",
    words: "地铁站, 轻轨站, 有轨电车站, metro station, subway station",
  }),
  row("bus_terminal", "公交首末站", "Bus terminal", {
    osm: "amenity=bus_station",
    amapNamed: "1507",
    words: "首末站, 公交总站, 枢纽站, bus terminal, bus station",
  }),
  row("greenway", "绿道", "Greenway", {
    osmNamed: "highway=cycleway|path",
    words: "绿道, greenway",
  }),
  row("bike_share", "共享单车", "Bike share", {
    osm: "amenity=bicycle_rental",
    osmNamed: "amenity=bicycle_parking",
    words: "共享单车, 公共自行车, bike share",
  }),
  row("ferry", "轮渡", "Ferry pier", {
    osm: "amenity=ferry_terminal, route_types=4",
    amap: "1512",
    words: "轮渡, 客运码头, ferry",
  }),

  // ----------------------------------------------------------------- 生活服务圈 life service
  row("elderly_day_care", "日间照料", "Elderly day care", {
    osm: "amenity=social_facility&social_facility=day_care&social_facility:for=senior",
    osmNamed: "amenity=social_facility&social_facility=day_care",
    amapNamed: ANY_SERVICE,
    words: "日间照料, 养老服务, 托老, 长者照护, 居家养老, 养老驿站, senior day care, elderly day care",
    wordsExcept: "养老保险",
    alsoIn: ["convenience"],
  }),
  row("childcare", "托育", "Childcare", {
    osm: "amenity=childcare",
    amapNamed: "072000, 07, 14",
    words: "托育, 托儿, 婴幼儿照护, 婴幼儿托管, childcare, nursery",
    alsoIn: ["convenience"],
  }),
  row("community_canteen", "社区食堂", "Community canteen", {
    osmNamed: "amenity=restaurant",
    amapNamed: "05",
    words: "社区食堂, 长者食堂, 老年食堂, 助餐, community canteen",
  }),
  row("housekeeping", "家政便民", "Housekeeping", {
    osmNamed: "craft=cleaning",
    amapNamed: "07, 17",
    words: "家政, 保洁, 月嫂, housekeeping",
    alsoIn: ["convenience"],
  }),
  row("health_service", "健康服务", "Clinic", {
    osm: "amenity=clinic|doctors, healthcare=clinic|doctor|centre",
    amap: "090300, 0902",
    amapExcept: "090201",
    words: "诊所, 门诊, 卫生所, clinic",
    // Those are community health centers and stations, which the public service circle counts.
    wordsExcept:
      "社区卫生服务, 卫生服务中心, 卫生服务站, 社区医院, 卫生院, 卫生站, 卫生室, 宠物, 动物, 兽医, community health, health station",
  }),
  row("fitness_venue", "体育健身", "Fitness venue", {
    // most pools are those of a house
    osm: "leisure=fitness_centre|fitness_station, leisure=swimming_pool&name=*, leisure=swimming_pool&access=yes|public|permissive|customers, leisure=swimming_pool&sport=*, leisure=swimming_pool&leisure=sports_centre",
    amap: "080111, 080108, 080110",
    words: "健身, 游泳馆, fitness",
  }),
  row("culture_leisure", "文化休闲", "Reading and leisure", {
    osm: "shop=books", // a library is a cultural center
    amap: "061205",
    words: "书店, 书城, 书房, bookstore, bookshop",
  }),
  row("children_play", "儿童游憩", "Children's play area", {
    osm: "leisure=playground",
    amapNamed: "1101",
    words: "儿童, 游乐, playground",
  }),
  row("after_school_care", "课后托管", "After-school care", {
    // tutoring firms: no text asks for them
    osmNamed:
      "amenity=prep_school|training|language_school|music_school|dancing_school, office=educational_institution",
    amapNamed: "1414",
    words: "课后, 托管, after-school",
    wordsExcept: "婴幼儿托管",
  }),

  // ------------------------------------------------------------------ 便民生活圈 convenience
  row("convenience_store", "便利店", "Convenience store", {
    osm: "shop=convenience",
    amap: "0602",
    words: "便利店, 便民商店, convenience store",
  }),
  row("supermarket", "综合超市", "Supermarket", {
    osm: "shop=supermarket",
    amap: "0604",
    amapExcept: "060411, 060415",
    words: "超市, 超级市场, supermarket",
  }),
  row("fresh_market", "菜市场/生鲜超市", "Fresh-food market", {
    osm: "amenity=marketplace, shop=greengrocer|butcher|seafood",
    osmNamed: "shop=supermarket", // 生鲜超市
    amapNamed: "060700, 060703, 060704, 060705, 060706, 0604",
    amapExcept: "060411, 060415",
    words: "菜市场, 农贸, 农副产品, 生鲜, 菜店, 果品市场, 水产, 海鲜市场, fresh market, wet market",
    alsoIn: ["publicService"],
  }),
  row("breakfast", "早餐店/餐饮", "Breakfast and eateries", {
    osm: "amenity=restaurant|fast_food|food_court",
    amap: "0501, 0503",
    words: "早餐, 早点, 包子, 豆浆, 餐厅, 快餐, restaurant",
    // the last five are a community canteen's
    wordsExcept: "外国餐厅, 社区食堂, 长者食堂, 老年食堂, 助餐, community canteen",
  }),
  row("pharmacy", "药店", "Pharmacy", {
    osm: "amenity=pharmacy, healthcare=pharmacy",
    amap: "0906",
    words: "药店, 药房, pharmacy",
  }),
  row("laundry", "洗染店", "Laundry", {
    osm: "shop=laundry|dry_cleaning",
    amap: "0715",
    words: "洗衣, 干洗, 洗染, laundry, dry cleaning",
  }),
  row("hairdresser", "美容美发店", "Hairdresser", {
    osm: "shop=hairdresser|beauty|barber",
    amap: "0711",
    words: "美容美发, 美发, 理发, hairdresser, barber",
  }),
  row("repair", "维修点", "Repair", {
    osm: "shop=repair|shoe_repair|tailor|locksmith, craft=tailor|dressmaker|shoemaker|key_cutter|locksmith|watchmaker|clockmaker|electronics_repair",
    amap: "0712",
    words: "维修, 修理, 修鞋, 配钥匙, 裁缝, 缝纫, repair",
    wordsExcept: "汽车维修, 汽车修理, 汽修, 摩托车",
  }),
  row("parcel_post", "邮政快递服务点", "Post and parcel point", {
    osm: "amenity=post_office|parcel_locker, shop=outpost",
    amap: "0704, 070500",
    amapExcept: "070501",
    words: "快递, 驿站, 菜鸟, 丰巢, 自提, 邮政, 邮局, 速递, post office, parcel",
    wordsExcept: "储蓄银行, 养老驿站, 青年驿站, 党群驿站",
  }),
  row("photo_print", "照相文印店", "Photo and print shop", {
    osm: "shop=photo|copyshop|printing, craft=photographer",
    amapNamed: "0713",
    words: "照相, 冲印, 文印, 打印, 复印, 图文, 快印, photo, print",
    wordsExcept: "婚纱",
  }),
  row("recycling_point", "再生资源回收点", "Recycling point", {
    osm: "amenity=recycling",
    amapNamed: "07, 17, 20",
    words: "回收, 废品, recycling",
  }),
  row("bank", "银行网点", "Bank or ATM", {
    osm: "amenity=bank|atm",
    amap: "1601, 1603",
    words: "银行, 自动取款, 信用社",
  }),
  row("cafe_tea", "茶饮咖啡", "Café or tea house", {
    osm: "amenity=cafe|ice_cream, shop=tea|coffee",
    amap: "0505, 0506, 0507",
    words: "咖啡, 茶饮, 奶茶, 茶馆, 茶艺, 冷饮, coffee, tea house",
  }),
  row("bakery", "蛋糕烘焙店", "Bakery", {
    osm: "shop=bakery|pastry|confectionery",
    amap: "0508, 0509",
    words: "烘焙, 蛋糕, 面包, 糕饼, 甜品, bakery",
  }),
  row("specialty_food", "特色餐饮", "Specialty food", {
    osm: "amenity=restaurant",
    amap: "0501, 0502",
    words: "中餐厅, 外国餐厅, 特色餐饮, restaurant",
  }),
  row("gym", "健身房", "Gym", {
    osm: "leisure=fitness_centre",
    amap: "080111",
    words: "健身房, 健身中心, 健身会所, gym",
    wordsExcept: "gymnasium, gymnastics",
    alsoIn: ["lifeService"],
  }),
  row("bookstore", "书店", "Bookstore", {
    osm: "shop=books",
    amap: "061205",
    words: "书店, 书城, bookstore, bookshop",
    alsoIn: ["lifeService"],
  }),
  row("pet_service", "宠物服务站", "Pet service", {
    osm: "shop=pet|pet_grooming, amenity=veterinary",
    amap: "061211, 0907",
    words: "宠物",
  }),
  row("car_wash", "洗车店", "Car wash", {
    osm: "amenity=car_wash",
    amap: "0105",
    words: "洗车, car wash",
  }),
  row("mall", "商场", "Shopping mall", {
    osm: "shop=mall|department_store",
    amap: "0601",
    words: "商场, 购物中心, 百货, shopping mall",
  }),
  row("cinema", "电影院", "Cinema", {
    osm: "amenity=cinema",
    amap: "080601",
    words: "电影院, 影院, 影城, cinema",
  }),
];
