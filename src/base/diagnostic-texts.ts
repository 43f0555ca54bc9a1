/** What was found in the data, for programs. The table in docs/guides/errors-and-diagnostics.md lists them all. */
export type DiagnosticCode =
  | "feature.kind"
  | "geometry.null"
  | "geometry.kind"
  | "geometry.empty"
  | "geometry.parts"
  | "geometry.antimeridian"
  | "json.depth"
  | "ring.winding"
  | "ring.unclosed"
  | "ring.tooShort"
  | "polygon.invalid"
  | "line.tooShort"
  | "position.type"
  | "position.finite"
  | "position.range"
  | "position.nullIsland"
  | "crs.member"
  | "crs.swapped"
  | "crs.apart"
  | "crs.gcj02Suspected"
  | "id.duplicate"
  | "id.missing"
  | "id.unsafe"
  | "population.invalid"
  | "population.outside"
  | "population.none"
  | "population.missing"
  | "population.disagrees"
  | "neighborhood.overlap"
  | "neighborhood.smallerThanLattice"
  | "neighborhood.noNetwork"
  | "neighborhood.unpopulated"
  | "neighborhood.edge"
  | "area.implausible"
  | "category.unknown"
  | "category.ambiguous"
  | "category.noData"
  | "category.few"
  | "facility.entrance"
  | "facility.private"
  | "facility.duplicate"
  | "facility.offNetwork"
  | "facility.movedOffFragment"
  | "street.closed"
  | "street.nodesMismatch"
  | "edge.zeroLength"
  | "edge.implausible"
  | "network.islands"
  | "network.none"
  | "origin.offNetwork"
  | "origin.movedOffFragment";

/** What a finding means and what to do about it. */
export interface DiagnosticText {
  readonly severity: "info" | "warning";
  readonly message: { readonly zh: string; readonly en: string };
  readonly action: { readonly zh: string; readonly en: string };
}

const warning = (en: string, doEn: string, zh: string, doZh: string): DiagnosticText => ({
  severity: "warning",
  message: { zh, en },
  action: { zh: doZh, en: doEn },
});
const info = (en: string, doEn: string, zh: string, doZh: string): DiagnosticText => ({
  ...warning(en, doEn, zh, doZh),
  severity: "info",
});

/** Every finding a report can hold, with what it means and what to do, in both languages. */
export const DIAGNOSTIC_TEXTS: Readonly<Record<DiagnosticCode, DiagnosticText>> = {
  // GeoJSON structure
  "feature.kind": warning(
    "Not a GeoJSON feature; left out.",
    "Give features of type Feature, each with a geometry.",
    "不是 GeoJSON 要素，已略去。",
    "请提供类型为 Feature 且带几何的要素。",
  ),
  "geometry.null": warning(
    "The feature has no geometry; left out.",
    "Give it a geometry, or delete it.",
    "要素没有几何，已略去。",
    "请补充几何或删除该要素。",
  ),
  "geometry.kind": warning(
    "The geometry is of a kind that this layer cannot use; left out.",
    "Neighborhoods need polygons, streets need lines, population needs points or polygons.",
    "几何类型不适用于该图层，已略去。",
    "社区须为面，道路须为线，人口须为点或面。",
  ),
  "geometry.empty": warning(
    "The geometry is empty or encloses no area; left out.",
    "Check how the file was exported.",
    "几何为空或面积为零，已略去。",
    "请检查文件的导出方式。",
  ),
  "geometry.parts": info(
    "Parts of the geometry that this layer cannot use were passed over; the rest is used.",
    "Check whether the parts were meant to count.",
    "几何中不适用的部分已忽略，其余照常使用。",
    "请确认这些部分是否应当计入。",
  ),
  "geometry.antimeridian": info(
    "The geometry crosses the antimeridian; it was joined into one piece.",
    "Nothing to do.",
    "几何跨越 180° 经线，已拼接为一体。",
    "无需处理。",
  ),
  "json.depth": warning(
    "Geometry collections are nested too deeply; left out.",
    "Flatten the collection.",
    "几何集合嵌套过深，已略去。",
    "请展开嵌套的集合。",
  ),
  "ring.winding": info(
    "A ring is wound against RFC 7946; read as meant.",
    "Nothing to do: winding changes no number.",
    "环的方向与 RFC 7946 相反，已按原意读取。",
    "无需处理，不影响任何数字。",
  ),
  "ring.unclosed": warning(
    "A ring is not closed. Gaps of up to 1 m were closed; rings with wider gaps are left out.",
    "Close the ring: repeat its first position at the end.",
    "环未闭合：缺口不超过 1 米的已闭合，更大的已略去。",
    "请闭合该环：在末尾重复首个坐标。",
  ),
  "ring.tooShort": warning(
    "A ring has fewer than four positions; left out.",
    "Check how the file was exported.",
    "环少于四个坐标，已略去。",
    "请检查文件的导出方式。",
  ),
  "polygon.invalid": warning(
    "The polygon crosses or overlaps itself.",
    'Mend it in a GIS, or pass repair: "fix" to use it by the even-odd rule.',
    "多边形自相交或重叠。",
    '请在 GIS 中修复，或传入 repair: "fix" 按奇偶规则使用。',
  ),
  "line.tooShort": warning(
    "A line has fewer than two different positions; left out.",
    "Check how the file was exported.",
    "线少于两个不同的坐标，已略去。",
    "请检查文件的导出方式。",
  ),
  // positions
  "position.type": warning(
    "A position is not a list of numbers; left out.",
    "Write coordinates as numbers: [104.06, 30.66].",
    "坐标不是数字，已略去。",
    "请用数字书写坐标，如 [104.06, 30.66]。",
  ),
  "position.finite": warning(
    "A coordinate is not finite; left out.",
    "Write coordinates as plain numbers.",
    "坐标不是有限数值，已略去。",
    "请用普通数字书写坐标。",
  ),
  "position.range": warning(
    "A position is not on Earth (longitude beyond ±180 or latitude beyond ±90); left out.",
    "Check the coordinate system and the order [longitude, latitude].",
    "坐标超出经纬度范围，已略去。",
    "请检查坐标系以及 [经度, 纬度] 的顺序。",
  ),
  "position.nullIsland": warning(
    "A feature lies at [0, 0], where geocoders put what they cannot find.",
    "Check these features.",
    "要素位于 [0, 0]，多为地理编码失败。",
    "请核对这些要素。",
  ),
  // coordinate systems
  "crs.member": info(
    "The file names its coordinate system in the old way (a crs member); it is WGS 84 or equal to it here.",
    "Nothing to do.",
    "文件以旧式 crs 成员声明坐标系，与 WGS 84 一致。",
    "无需处理。",
  ),
  "crs.swapped": warning(
    "This layer does not overlap the neighborhoods, but would if longitude and latitude were swapped.",
    "Check the order of the coordinates: [longitude, latitude].",
    "该图层与社区不重叠，但交换经纬度后重叠。",
    "请检查坐标顺序：[经度, 纬度]。",
  ),
  "crs.apart": warning(
    "This layer does not overlap the neighborhoods.",
    "Check that all layers are of the same place and in the same coordinate system.",
    "该图层与社区范围不重叠。",
    "请确认各图层属于同一地区且坐标系一致。",
  ),
  "crs.gcj02Suspected": warning(
    "Most places of this layer lie off the streets in the same direction and by the distance of the Chinese map datum.",
    'If the layer comes from Amap or Tencent, pass datum "gcj02" for it; from Baidu, "bd09".',
    "该图层多数点位以相近方向和距离偏离道路，疑似未转换的火星坐标。",
    '若来自高德或腾讯，请为该图层指定 datum "gcj02"；来自百度则为 "bd09"。',
  ),
  // ids and properties
  "id.duplicate": warning(
    "Several features have the same id; a number was appended to the later ones.",
    "Give every feature an id of its own.",
    "多个要素 id 相同，后者已追加序号。",
    "请为每个要素指定唯一的 id。",
  ),
  "id.missing": info(
    "Features without an id were named after their first position.",
    "Give them an id if you want to recognize them in the report.",
    "没有 id 的要素以其首个坐标命名。",
    "如需在报告中识别，请补充 id。",
  ),
  "id.unsafe": warning(
    "A numeric id is larger than 2^53 and may have lost digits when it was read.",
    "Write such ids as text.",
    "数字 id 大于 2^53，读取时可能丢失精度。",
    "请将此类 id 写成文本。",
  ),
  "population.invalid": warning(
    "The population is not a number of people (negative, text, too large or missing); left out of all weights.",
    "Give population as a number, 0 or more.",
    "人口不是有效数值（负数、文本、过大或缺失），不参与加权。",
    "请以不小于 0 的数字给出人口。",
  ),
  "population.outside": info(
    "Places whose people live outside all neighborhoods, wholly or in part; origins.populationOutside tells how many. They are in no number of the report.",
    "Check the outlines if this is more than a strip along the border.",
    "这些地点的居民全部或部分居住在所有社区之外，未计入任何数字；人数见 origins.populationOutside。",
    "若不只是边界一带，请检查社区边界。",
  ),
  "population.none": warning(
    "No input tells where people live: shares are of area only.",
    "Give a population layer, or a population property for each neighborhood.",
    "没有人口数据：仅按面积统计。",
    "请提供人口图层，或为社区提供 population 属性。",
  ),
  "population.missing": warning(
    "Some neighborhoods tell how many people live there, these do not: they are judged by area, and the city's people are without them.",
    "Give their population, or a population layer.",
    "部分社区有人口数据，这些没有：它们按面积评价，全市人口也不含它们。",
    "请补充其人口，或提供人口图层。",
  ),
  "population.disagrees": warning(
    "The population layer and the neighborhood's own number differ by more than a factor of two; the layer counts.",
    "Check both; leave out the one that is wrong.",
    "人口图层与社区自身的人口数相差一倍以上，以图层为准。",
    "请核对两者，去掉有误的一个。",
  ),
  // neighborhoods
  "neighborhood.overlap": warning(
    "Neighborhoods overlap; a place in two of them counts for the first one.",
    "Check the outlines.",
    "社区相互重叠，重叠处计入先出现的社区。",
    "请检查社区边界。",
  ),
  "neighborhood.smallerThanLattice": info(
    "Neighborhoods that hold no lattice point are judged at one inner point.",
    "Pass a smaller originSpacingMeters for a finer picture.",
    "社区内没有格点，以一个内部点代表。",
    "如需更细，请减小 originSpacingMeters。",
  ),
  "neighborhood.noNetwork": warning(
    "No place of the neighborhood is near a street: its coverage is unknown, not zero.",
    "Give streets that cover the neighborhood.",
    "社区附近没有道路：覆盖率未知，而非为零。",
    "请提供覆盖该社区的道路数据。",
  ),
  "neighborhood.unpopulated": info(
    "Nobody lives here according to the input; judged by area.",
    "Nothing to do, unless people do live there.",
    "根据输入此处无人居住，按面积评价。",
    "若实有居民，请补充人口数据。",
  ),
  "neighborhood.edge": info(
    "The farthest threshold reaches beyond the area that streets and facilities cover: what lies there is not seen.",
    "Give data with a margin of at least the largest threshold around the neighborhoods.",
    "最远的阈值超出道路或设施数据的边界，界外情况未计入。",
    "请提供比社区外扩至少一个最大阈值的数据。",
  ),
  "area.implausible": warning(
    "A neighborhood is larger than 10,000 km².",
    "Check the coordinate system and the outline.",
    "社区面积超过一万平方公里。",
    "请检查坐标系和边界。",
  ),
  // facilities
  "category.unknown": info(
    "No category of the standard matches; not counted.",
    "Set properties.category to one of the standard's category ids, where it should count.",
    "与标准中的任何类别都不匹配，未计入。",
    "如应计入，请将 properties.category 设为标准中的类别 id。",
  ),
  "category.ambiguous": warning(
    "The tags are too broad to tell the category (a school of no known level, a hospital), and the name does not help; not counted.",
    'Set properties.category, or pass classification: "loose" to count them for every category they may be.',
    "标签过宽且名称无法判别类别（如学段不明的学校、医院），未计入。",
    '请设置 properties.category，或传入 classification: "loose" 按所有可能类别计入。',
  ),
  "category.noData": info(
    "The input has no facility of this category anywhere: reported as no data, left out of scores.",
    "If there are some in reality, add them.",
    "输入中没有该类设施：记为无数据，不计入得分。",
    "若现实中存在，请补充数据。",
  ),
  "category.few": info(
    "The input has fewer than three facilities of this category: the data may be thin.",
    "Compare with another source before drawing conclusions.",
    "该类设施少于三个：数据可能不全。",
    "下结论前请与其他来源核对。",
  ),
  "facility.entrance": info(
    "A mapped entrance: used to enter the area on whose outline it lies, not a facility of its own.",
    "Nothing to do.",
    "出入口：用于进入其所在的面状设施，本身不计为设施。",
    "无需处理。",
  ),
  "facility.private": info(
    "Closed to the public by its tags (access=private, access=no): a pool of a villa, a yard; not counted.",
    "Correct the access tag, or set properties.category, where people may use it.",
    "按标签不对公众开放（access=private 或 no），如私家泳池，未计入。",
    "若可供居民使用，请更正 access 标签或设置 properties.category。",
  ),
  "facility.duplicate": info(
    "The same category stands twice at the same place; times are not changed, counts are.",
    "Delete the copies if counts matter.",
    "同一位置有重复的同类设施：不影响时间，但影响数量。",
    "若关注数量，请删除重复项。",
  ),
  "facility.offNetwork": warning(
    "Too far from any street to be attached; nobody reaches it.",
    "Check its place, or raise the profile's maxAccessMeters.",
    "距道路过远，无法接入路网，无人可达。",
    "请核对位置，或增大 maxAccessMeters。",
  ),
  "facility.movedOffFragment": info(
    "Nearest to a small street fragment; attached to the connected network instead.",
    "Check whether the fragment should be joined to the network.",
    "最近的是孤立的小段道路，已改接到连通的路网。",
    "请检查该小段是否应与路网相连。",
  ),
  // streets
  "street.closed": info(
    "Closed to this mode of travel by its tags (motorway, private, under construction…); not in the network.",
    "Correct the tags where people do go.",
    "按标签不可通行（高速、私有、在建等），未入路网。",
    "若实际可通行，请更正标签。",
  ),
  "street.nodesMismatch": warning(
    "The list of node ids is not as long as the list of coordinates; joined by coordinates instead.",
    "Give one node id per coordinate.",
    "节点 id 与坐标数量不一致，改按坐标相接。",
    "请为每个坐标提供一个节点 id。",
  ),
  "edge.zeroLength": info(
    "Neighboring positions are equal; the edge between them has no length and was passed over.",
    "Nothing to do.",
    "相邻坐标相同，零长度边已忽略。",
    "无需处理。",
  ),
  "edge.implausible": warning(
    "A straight edge is longer than 50 km.",
    "Check the coordinates of the street.",
    "直线边长超过 50 公里。",
    "请检查该道路的坐标。",
  ),
  "network.islands": info(
    "The streets fall into several networks without a way between them; fragments shorter than the limit are avoided when places are attached.",
    "If there are many, the streets may not share their crossings: give node ids or equal coordinates where streets meet.",
    "道路分为多个互不相通的网络；接入时避开短于限值的碎片。",
    "若数量很多，可能路口未共点：请在相交处提供节点 id 或相同坐标。",
  ),
  "network.none": warning(
    "No streets were given: times and distances are straight lines times a stated factor. Rivers, rails and walls are not seen.",
    "Give a street layer.",
    "未提供道路：时间与距离按直线乘以给定系数计算，不考虑河流、铁路和围墙的阻隔。",
    "请提供道路图层。",
  ),
  "origin.offNetwork": warning(
    "Places where people start that are too far from any street: their coverage is unknown, not zero.",
    "Give streets there, or raise the profile's maxAccessMeters.",
    "出发点距道路过远：其覆盖情况未知，而非为零。",
    "请补充道路，或增大 maxAccessMeters。",
  ),
  "origin.movedOffFragment": info(
    "Places where people start that are nearest to a small street fragment; attached to the connected network instead.",
    "Check whether the fragments should be joined to the network.",
    "出发点最近的是孤立的小段道路，已改接到连通的路网。",
    "请检查这些小段是否应与路网相连。",
  ),
};
