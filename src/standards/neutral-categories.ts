import type { Category } from "../model/standard.js";
import { row } from "./categories.js";

/**
 * Lists the categories of `fifteenMinuteCity`: broad ones, which OpenStreetMap tags tell everywhere without a look at the name. Schools
 * are one category, whatever their level.
 */
export const neutralCategories: readonly Category[] = /* @__PURE__ */ listCategories();

function listCategories(): Category[] {
  return [
    row("fresh_food", "生鲜食品", "Fresh food", {
      osm: "shop=supermarket|greengrocer|bakery|pastry|butcher|seafood|deli|cheese|farm, amenity=marketplace",
      amap: "0604, 060700, 060703, 060704, 060705, 060706",
      amapExcept: "060411, 060415",
    }),
    row("convenience_shop", "便利店", "Convenience shop", {
      osm: "shop=convenience|kiosk|newsagent|general",
      amap: "0602",
    }),
    row("other_shops", "其他商店", "Other shops", {
      osm: "shop=clothes|shoes|department_store|mall|hardware|variety_store|books|stationery|electronics",
      amap: "0601, 061205",
    }),
    row("pharmacy", "药店", "Pharmacy", { osm: "amenity=pharmacy", amap: "0906" }),
    row("doctor", "医疗", "Doctor", {
      osm: "amenity=clinic|doctors|hospital|dentist",
      amap: "0901, 0902, 0903",
      amapExcept: "090201",
    }),
    row("childcare", "托幼", "Childcare", { osm: "amenity=kindergarten|childcare", amap: "141204" }),
    row("school", "学校", "School", { osm: "amenity=school", amap: "141200, 141202, 141203" }),
    row("eating", "餐饮", "Eating out", {
      osm: "amenity=restaurant|cafe|fast_food|food_court|pub|bar|ice_cream",
      amap: "05",
    }),
    row("culture", "文化", "Culture", {
      osm: "amenity=library|theatre|cinema|arts_centre|community_centre, tourism=museum|gallery",
      amap: "080601, 140400, 140500, 140800",
    }),
    row("open_space", "公共绿地", "Open space", {
      osm: "leisure=park|garden|nature_reserve, place=square, landuse=recreation_ground, natural=beach",
      amap: "110101, 110105",
    }),
    row("playground", "儿童游戏场", "Playground", {
      osm: "leisure=playground",
      amapNamed: "1101",
      words: "儿童, 游乐, playground",
    }),
    row("exercise", "体育锻炼", "Exercise", {
      osm: "leisure=pitch|sports_centre|sports_hall|fitness_centre|fitness_station|swimming_pool|track",
      amap: "0801",
    }),
    row("bank_post", "银行邮政", "Bank or post", {
      osm: "amenity=bank|atm|post_office|parcel_locker",
      amap: "0704, 1601, 1603",
    }),
    row("personal_service", "生活服务", "Personal service", {
      osm: "shop=hairdresser|beauty|laundry|dry_cleaning|repair",
      amap: "0711, 0712, 0715",
    }),
    row("civic", "公共机构", "Public office", {
      osm: "amenity=townhall|police, office=government",
      amap: "130105, 130106, 130501",
    }),
    row("bus_tram", "公交", "Bus or tram", {
      osm: "highway=bus_stop, public_transport=platform|stop_position, railway=tram_stop, route_types=0|3|5|11",
      osmNamed: "route_types=unknown",
      amap: "150700, 150702",
    }),
    row("rail_ferry", "轨道或轮渡", "Rail or ferry", {
      osm: "railway=station|halt|subway_entrance, amenity=ferry_terminal, route_types=1|2|4|7|12, mode=subway",
      osmNamed: "route_types=unknown",
      amap: "150500, 150501, 150600, 1512",
    }),
  ];
}
