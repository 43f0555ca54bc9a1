import type { CategoryId } from "../../model/facts.js";
import type { Category, Standard } from "../../model/standard.js";
import { row } from "../categories.js";
import { type Ask, toStandard } from "./to-standard.js";
import { INCLUSIVE } from "./world-documents.js";

/** So many of the nearest of each category are looked at. */
const NEAREST = 20;
const asked = (category: CategoryId): Ask => ({
  category,
  minutes: 15,
  count: NEAREST,
  basis: "cco-",
  from: [INCLUSIVE],
});

/**
 * Holds the nine categories of the framework for inclusive 15-minute cities: the twentieth nearest of each within 15 minutes.
 *
 * The paper takes the mean time to the twenty nearest, and judges the mean of the nine (proximity time): that is a measure and no line of a
 * standard. Its text lists no tags.
 *
 * @see Bruno et al., "A universal framework for inclusive 15-minute cities", Nature Cities 1:633–641, 2024
 */
export const natureCities: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  const categories = listCategories();
  return toStandard({
    id: "nature-cities-2024",
    label: {
      zh: "包容性15分钟城市的通用框架（九类，每类 20 处）",
      en: "Inclusive 15-minute cities (nine categories, 20 of each)",
    },
    source: {
      zh: "Nature Cities 1:633–641（2024）；此处判定每类第 20 近的一处是否在 15 分钟内；原文所用的是到 20 处的平均时间及九类的平均（邻近时间），属于测度而非标准；类别的标签、每类各 15 分钟为本项目设定",
      en: "Nature Cities 1:633–641 (2024); judged is whether the twentieth nearest of a category is within 15 minutes; the paper itself takes the mean time to the twenty and the mean of the nine (proximity time), which is a measure and no standard; the tags, and 15 minutes for each category, are our choice",
    },
    judgeBy: "time",
    circles: [{ id: "proximity", label: { zh: "邻近", en: "Proximity" }, asks: categories.map(({ id }) => asked(id)) }],
    categories,
  });
}

function listCategories(): Category[] {
  return [
    row("outdoor_activities", "户外活动", "Outdoor activities", {
      osm: "leisure=park|garden|playground|nature_reserve|common|dog_park, place=square, natural=beach",
      amap: "110101, 110105",
    }),
    row("learning", "学习", "Learning", {
      osm: "amenity=school|kindergarten|college|university|childcare|language_school|music_school",
      amap: "1412",
    }),
    row("supplies", "采购", "Supplies", {
      osm: "shop=supermarket|convenience|greengrocer|bakery|butcher|seafood|deli|clothes|shoes|hardware|books|stationery|electronics|department_store|mall, amenity=marketplace",
      amap: "06",
    }),
    row("eating", "餐饮", "Eating", {
      osm: "amenity=restaurant|cafe|fast_food|food_court|pub|bar|ice_cream",
      amap: "05",
    }),
    row("moving", "出行", "Moving", {
      osm: "highway=bus_stop, railway=station|halt|tram_stop|subway_entrance, amenity=ferry_terminal|bus_station|bicycle_rental, public_transport=platform|station, route_types=0|1|2|3|4|5|7|11|12",
      osmNamed: "route_types=unknown",
      amap: "150700, 150702, 150500, 150501, 150600, 1512",
    }),
    row("cultural_activities", "文化活动", "Cultural activities", {
      osm: "amenity=library|theatre|cinema|arts_centre|community_centre|place_of_worship, tourism=museum|gallery",
      amap: "080601, 140400, 140500, 140800",
    }),
    row("physical_exercise", "体育锻炼", "Physical exercise", {
      osm: "leisure=pitch|sports_centre|sports_hall|fitness_centre|fitness_station|swimming_pool|track",
      amap: "0801",
    }),
    row("services", "生活事务", "Services", {
      osm: "amenity=bank|atm|post_office|townhall|police, office=government, shop=hairdresser|beauty|laundry|dry_cleaning|repair",
      amap: "0704, 0711, 0712, 0715, 1601, 1603, 1301, 1305",
    }),
    row("health_care", "医疗保健", "Health care", {
      osm: "amenity=clinic|doctors|hospital|dentist|pharmacy",
      amap: "0901, 0902, 0903, 0906",
      amapExcept: "090201",
    }),
  ];
}
