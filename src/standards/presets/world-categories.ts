import type { Category } from "../../model/standard.js";
import { categories, row } from "../categories.js";
import { like } from "./to-standard.js";

const PARK = "leisure=park|garden|nature_reserve, landuse=recreation_ground";
const PARK_CODES = "110101, 110105";
const RAIL = "railway=station|halt|subway_entrance, route_types=1|2|12, mode=subway";
const STOPS =
  "public_transport=platform|stop_position|station, highway=bus_stop, railway=platform|tram_stop|stop, amenity=ferry_terminal, route_types=0|1|2|3|4|5|7|11|12";

/** Lists what texts of other countries ask for, by tags that OpenStreetMap has everywhere. */
export const worldCategories: readonly Category[] = /* @__PURE__ */ listCategories();

function listCategories(): Category[] {
  return [
    row("grocery", "食品杂货店", "Grocery", { osm: "shop=supermarket|greengrocer|grocery", amap: "0604, 0607" }),
    row("retail", "零售商店", "Retail", {
      osm: "shop=clothes|shoes|department_store|mall|hardware|variety_store|books|stationery|electronics|general",
      amap: "0601, 061205",
    }),
    row("cafe", "咖啡馆", "Café", { osm: "amenity=cafe, shop=coffee", amap: "0505" }),
    row("restaurant", "餐馆", "Restaurant", {
      osm: "amenity=restaurant|fast_food|food_court",
      amap: "0501, 0502, 0503",
    }),
    row("bank", "银行", "Bank", { osm: "amenity=bank|atm", amap: "1601, 1603" }),
    row("books", "图书", "Books", { osm: "shop=books, amenity=library", amap: "061205, 140500" }),
    row("library", "图书馆", "Library", { osm: "amenity=library", amap: "140500" }),
    row("entertainment", "娱乐", "Entertainment", {
      osm: "amenity=cinema|theatre|arts_centre, leisure=amusement_arcade|bowling_alley",
      amap: "080601",
    }),
    row("health", "医疗", "Health care", {
      osm: "amenity=clinic|doctors|hospital|dentist|pharmacy",
      amap: "0901, 0902, 0903, 0906",
      amapExcept: "090201",
    }),
    row("recreation", "文体设施", "Recreation", {
      osm: "leisure=pitch|sports_centre|sports_hall|fitness_centre|swimming_pool|track, amenity=community_centre",
      amap: "0801",
    }),
    row("community_center", "社区中心", "Community center", { osm: "amenity=community_centre", amap: "130106" }),
    row("stop", "公共交通站点", "Public transport stop", {
      osm: STOPS,
      osmNamed: "route_types=unknown",
      amap: "150700, 150702, 150500, 150501, 150600, 1512",
    }),
    row("bus_stop", "公交站", "Bus stop", {
      osm: "highway=bus_stop, public_transport=platform&bus=yes, route_types=3|11",
      osmNamed: "route_types=unknown",
      amap: "150700, 150702",
    }),
    row("light_rail", "轻轨站", "Light rail station", {
      osm: `railway=tram_stop, ${RAIL}, route_types=0`,
      osmNamed: "route_types=unknown",
      amap: "150500, 150501, 150600",
    }),
    row("rail_station", "轨道交通站点", "Rail station", {
      osm: RAIL,
      osmNamed: "route_types=unknown",
      amap: "150500, 150501, 150600",
    }),
    row("park", "公园", "Park", { osm: PARK, amap: PARK_CODES }),
    row("green_space", "绿地", "Green", {
      osm: `${PARK}, landuse=forest|village_green|grass, natural=wood`,
      amap: PARK_CODES,
    }),
    row("neighborhood_center", "邻里中心", "Neighborhood center", {
      osm: "shop=mall, amenity=marketplace|food_court",
      amap: "0601, 0607",
    }),
    ...greens(),
    ...ofGhsci(),
  ];
}

function greens(): Category[] {
  const size = { unknownAreaCounts: false };
  return [
    ...like(categories, "park", "green_05ha", ["绿地（0.5 公顷以上）", "Green of 0.5 ha or more"], {
      ...{ ...size, minAreaSquareMeters: 5000 },
    }),
    ...like(categories, "park", "green_1ha", ["绿地（1 公顷以上）", "Green of 1 ha or more"], {
      ...{ ...size, minAreaSquareMeters: 10_000 },
    }),
  ];
}

/** By the tags that the code of GHSCI asks for. */
function ofGhsci(): Category[] {
  const open =
    "leisure=park|garden|nature_reserve|common|playground|pitch, place=square, landuse=recreation_ground|village_green, natural=beach";
  return [
    row("fresh_food", "生鲜食品", "Fresh food", {
      osm: "shop=supermarket|grocery|bakery|pastry|butcher|seafood|fishmonger|greengrocer|fruit|vegetables|deli|cheese, amenity=marketplace",
      amap: "0604, 060700, 060703, 060704, 060705, 060706",
      amapExcept: "060411, 060415",
    }),
    row("convenience", "便利店", "Convenience", { osm: "shop=convenience|kiosk|newsagent", amap: "0602" }),
    row("public_transport_any", "任何公共交通站点", "Any public transport", {
      osm: STOPS,
      osmNamed: "route_types=unknown",
      amap: "150700, 150702, 150500, 150501, 150600, 1512",
    }),
    row("open_space_any", "任何公共开放空间", "Any open space", { osm: open, amap: PARK_CODES }),
    {
      ...row("open_space_large", "大型公共开放空间（1.5 公顷以上）", "Large open space (1.5 ha or more)", {
        osm: open,
        amap: PARK_CODES,
      }),
      ...{ minAreaSquareMeters: 15_000, unknownAreaCounts: false },
    },
  ];
}
