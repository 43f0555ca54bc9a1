import type { Category } from "../../model/standard.js";
import { row } from "../categories.js";

/** Lists the kinds of uses of LEED for Neighborhood Development, as they are recalled; which tags tell them is our choice. */
export const leedCategories: readonly Category[] = /* @__PURE__ */ listCategories();

function listCategories(): Category[] {
  return [
    row("supermarket", "超市", "Supermarket", { osm: "shop=supermarket", amap: "0604" }),
    row("produce_store", "生鲜店", "Other food store with produce", {
      osm: "shop=greengrocer|farm|grocery",
      amap: "0607",
    }),
    row("clothing_store", "服装店或百货", "Clothing or department store", {
      osm: "shop=clothes|department_store",
      amap: "0601",
    }),
    row("convenience_store", "便利店", "Convenience store", { osm: "shop=convenience|kiosk", amap: "0602" }),
    row("farmers_market", "农贸市场", "Farmers' market", { osm: "amenity=marketplace", amap: "060703" }),
    row("hardware_store", "五金店", "Hardware store", { osm: "shop=hardware|doityourself", amap: "0603" }),
    row("pharmacy", "药店", "Pharmacy", { osm: "amenity=pharmacy", amap: "0906" }),
    row("other_retail", "其他零售", "Other retail", {
      osm: "shop=books|stationery|electronics|shoes|variety_store|florist|gift|optician|furniture",
    }),
    row("bank", "银行", "Bank", { osm: "amenity=bank", amap: "1601" }),
    row("gym", "健身房", "Gym or exercise studio", { osm: "leisure=fitness_centre", amap: "080111" }),
    row("hair_care", "理发", "Hair care", { osm: "shop=hairdresser|beauty", amap: "0711" }),
    row("laundry", "洗衣", "Laundry", { osm: "shop=laundry|dry_cleaning", amap: "0715" }),
    row("restaurant", "餐馆或咖啡馆", "Restaurant, café or diner", {
      osm: "amenity=restaurant|cafe|fast_food",
      amap: "05",
    }),
    row("adult_care", "成人或老年照护", "Adult or senior care", {
      osm: "amenity=social_facility&social_facility=day_care|nursing_home|assisted_living|group_home",
    }),
    row("childcare", "托幼", "Child care", { osm: "amenity=kindergarten|childcare", amap: "141204" }),
    row("community_center", "社区或文体中心", "Community or recreation center", {
      osm: "amenity=community_centre, leisure=sports_centre",
      amap: "130106",
    }),
    row("cultural_facility", "文化艺术设施", "Cultural arts facility", {
      osm: "amenity=theatre|arts_centre, tourism=museum|gallery",
      amap: "140400, 140800",
    }),
    row("education", "教育机构", "Educational facility", { osm: "amenity=school|college|university", amap: "1412" }),
    row("family_entertainment", "家庭娱乐场所", "Family entertainment", {
      osm: "amenity=cinema, leisure=amusement_arcade|bowling_alley|miniature_golf",
      amap: "080601",
    }),
    row("government_office", "政府办事机构", "Government office", {
      osm: "amenity=townhall, office=government",
      amap: "1301",
    }),
    row("place_of_worship", "宗教场所", "Place of worship", { osm: "amenity=place_of_worship", amap: "110205" }),
    row("medical_office", "诊所", "Medical clinic or office", {
      osm: "amenity=clinic|doctors|dentist",
      amap: "0902, 0903",
    }),
    row("police_or_fire", "警察局或消防站", "Police or fire station", {
      osm: "amenity=police|fire_station",
      amap: "130501",
    }),
    row("post_office", "邮局", "Post office", { osm: "amenity=post_office", amap: "0704" }),
    row("library", "公共图书馆", "Public library", { osm: "amenity=library", amap: "140500" }),
    row("public_park", "公园", "Public park", { osm: "leisure=park", amap: "110101" }),
    row("social_services", "社会服务中心", "Social services center", {
      osm: "amenity=social_centre, amenity=social_facility&social_facility=outreach",
    }),
  ];
}
