import type { TranslationOf } from "../phrase.js";

/** What may be wrong with coordinate systems, ids, people and outlines, and what to do. */
export const LAYER_FINDINGS = {
  "sequence.cutOff": "The last text of the sequence is cut off; it was left out.",
  "sequence.cutOff.action": "Download or export the file again.",
  "crs.member": "The file has a crs member, which GeoJSON has dropped; the system it names is WGS 84 or equivalent.",
  "crs.member.action": "No action needed.",
  "crs.swapped": "This layer does not overlap the neighborhoods, but would if longitude and latitude were swapped.",
  "crs.swapped.action": "Check the order of the coordinates: [longitude, latitude].",
  "crs.apart": "This layer is farther from the neighborhoods than anybody is to go.",
  "crs.apart.action": "Check that all layers cover the same place and use the same coordinate system.",
  "crs.gcj02Suspected":
    "Most places of this layer are offset from the streets in one direction, by the distance typical of GCJ-02, the datum of Chinese web maps.",
  "crs.gcj02Suspected.action":
    'If the layer comes from Amap or Tencent, set its datum to "gcj02"; if from Baidu, to "bd09".',
  "id.duplicate": "Several features share one id; a number was appended to all but the first.",
  "id.duplicate.action": "Give every feature a unique id.",
  "id.missing":
    "Features without an id got one: neighborhoods a number, from west to east, others the name of their first position.",
  "id.missing.action": "Add ids if you want to recognize the features in the report.",
  "property.assumed":
    "No property has the usual name (id, name, population): the only one that is called so in another way was read.",
  "property.assumed.action":
    'If another one is meant, name it: properties: { neighborhoods: { id: "…", name: "…", population: "…" } }.',
  "property.unclear": "Which property holds the id, the name or the population is not clear, and none was read.",
  "property.unclear.action":
    'Name the right one: properties: { neighborhoods: { id: "…", name: "…", population: "…" } }.',
  "tags.unreadable": "Tags are not in a form that can be read; they were ignored.",
  "tags.unreadable.action": "Give each tag as a property, or all of them as JSON or hstore under tags or other_tags.",
  "id.unsafe": "A numeric id is larger than 2^53 and may have lost digits when it was read.",
  "id.unsafe.action": "Write such ids as text.",
  "population.invalid":
    "The population is not a valid number of people (negative, no number, too large or missing); it is not used as a weight.",
  "population.invalid.action": "Give the population as a number ≥ 0.",
  "population.unreadable":
    "Not one number of people in the population layer can be read: the layer is not used. This does not mean that nobody lives here.",
  "population.unreadable.action": "Give the population as plain numbers, or name the property that holds it.",
  "population.groupInvalid":
    "The number of people of a group is not valid (negative, no number, too large or missing); nobody of the group is counted there.",
  "population.groupInvalid.action": "Give the people of every group as a number ≥ 0.",
  "population.valueInvalid":
    "The value by which people are split into groups is not a number here: the people of this place are in none of them.",
  "population.valueInvalid.action":
    "Give the value of every place as a number, or accept that they are left out of the groups.",
  "population.split":
    "People are split into groups by a value of the places where they live; up to which value, the example says.",
  "population.split.action": "No action needed.",
  "population.outside":
    "Some or all of the people at these places live outside every neighborhood; they are not in any number of the report, and origins.populationOutside says how many they are.",
  "population.outside.action": "Check the outlines if this affects more than a strip along the border.",
  "population.none": "There are no population data: shares are of area only.",
  "population.none.action": "Add a population layer, or a population property to each neighborhood.",
  "population.missing":
    "Other neighborhoods have a population, these do not: they are judged by area, and the city's population does not include them.",
  "population.missing.action": "Add their population, or a population layer.",
  "population.nested":
    "Some places with people seem to include others (a country and its towns, a district and its communities): these people are counted twice.",
  "population.nested.action": "Keep one level only, the most detailed one that covers the whole city.",
  "population.concentrated":
    "Much of the population stands at one point, as for the node of a town: the neighborhood that holds it gets all of them, and others have too few people or nobody.",
  "population.concentrated.action":
    "Use people by building, block or grid cell, a population for each neighborhood, or no population: then ground is judged.",
  "origins.coarser":
    "All neighborhoods together would need more than two million lattice points at the spacing chosen for their size; these have a coarser lattice.",
  "origins.coarser.action": "Compute fewer neighborhoods at a time for more detail.",
  "population.disagrees":
    "The population layer and the neighborhood's own population differ by more than a factor of two; the layer is used.",
  "population.disagrees.action": "Check both, and remove the one that is wrong.",
  "neighborhood.overlap":
    "Neighborhoods overlap: each is judged on all its own ground and people; the city counts them once, with the smaller neighborhood.",
  "neighborhood.overlap.action":
    "No action needed for districts and the communities in them; otherwise check the outlines.",
  "neighborhood.smallerThanLattice":
    "Neighborhoods of fewer than four cells of the lattice are judged from that few places.",
  "neighborhood.smallerThanLattice.action": "Pass a smaller originSpacingMeters for more detail.",
  "neighborhood.hexagons":
    "There are no outlines of neighborhoods: the report is on H3 hexagons of the resolution named.",
  "neighborhood.hexagons.action": "Give outlines of neighborhoods to report on places that people know.",
  "neighborhood.noNetwork": "No place in the neighborhood is near a street: its coverage is unknown, not zero.",
  "neighborhood.noNetwork.action": "Add streets that cover the neighborhood.",
  "neighborhood.sliver":
    "Most of the people (of the ground, where nobody lives) are near no street: what is told of the neighborhood stands for the rest of it only. Examples tell the part that was judged.",
  "neighborhood.sliver.action": "Add streets that cover the neighborhood, or leave it out.",
  "neighborhood.unpopulated": "According to the input, nobody lives here; judged by area.",
  "neighborhood.unpopulated.action": "No action needed, unless people do live here.",
  "neighborhood.edge":
    "The largest threshold reaches beyond the area that the streets and facilities cover; what lies there is not counted.",
  "neighborhood.edge.action": "Use data that extend beyond the neighborhoods by at least the largest threshold.",
  "area.implausible": "The neighborhood is larger than 10,000 km².",
  "area.implausible.action": "Check the coordinate system and the outline.",
} as const;

/** The same in Chinese. */
export const LAYER_FINDINGS_ZH: TranslationOf<typeof LAYER_FINDINGS> = {
  "sequence.cutOff": "序列的最后一条不完整，已略去。",
  "sequence.cutOff.action": "请重新下载或导出文件。",
  "crs.member": "文件带有已被 GeoJSON 弃用的 crs 成员，所声明的坐标系与 WGS 84 一致。",
  "crs.member.action": "无需处理。",
  "crs.swapped": "该图层与社区不重叠，但交换经纬度后重叠。",
  "crs.swapped.action": "请检查坐标顺序：[经度, 纬度]。",
  "crs.apart": "该图层距各社区的距离超出了标准的最大可达范围。",
  "crs.apart.action": "请确认各图层属于同一地区且坐标系一致。",
  "crs.gcj02Suspected": "该图层多数点位以相近方向和距离偏离道路，疑似未转换的火星坐标（GCJ-02）。",
  "crs.gcj02Suspected.action": '若来自高德或腾讯，请将该图层的 datum 设为 "gcj02"；来自百度则为 "bd09"。',
  "id.duplicate": "多个要素的 id 相同，除首个外均已追加序号。",
  "id.duplicate.action": "请为每个要素指定唯一的 id。",
  "id.missing": "没有 id 的要素已自动命名：社区自西向东编号，其他以首个坐标命名。",
  "id.missing.action": "如需在报告中识别，请补充 id。",
  "property.assumed": "没有常用名称（id、name、population）的字段，已读取唯一一个含义相同的字段。",
  "property.assumed.action":
    '若应为其他字段，请指定：properties: { neighborhoods: { id: "…", name: "…", population: "…" } }。',
  "property.unclear": "无法确定哪个字段是 id、名称或人口，均未读取。",
  "property.unclear.action": '请指定：properties: { neighborhoods: { id: "…", name: "…", population: "…" } }。',
  "tags.unreadable": "标签的形式无法读取，已忽略。",
  "tags.unreadable.action": "请将每个标签写成一个字段，或以 JSON、hstore 的形式写在 tags 或 other_tags 中。",
  "id.unsafe": "数字 id 大于 2^53，读取时可能丢失精度。",
  "id.unsafe.action": "请将此类 id 写成文本。",
  "population.invalid": "人口不是有效数值（负数、不是数字、过大或缺失），不参与加权。",
  "population.invalid.action": "请以不小于 0 的数字给出人口。",
  "population.unreadable": "人口图层中没有一个可读的人数，该图层未使用；这并不表示无人居住。",
  "population.unreadable.action": "请以普通数字给出人口，或指定存放人口的字段。",
  "population.groupInvalid": "某类人群的人数不是有效数值（负数、不是数字、过大或缺失），该处按没有此类人群计。",
  "population.groupInvalid.action": "请以不小于 0 的数字给出各类人群的人数。",
  "population.valueInvalid": "用以划分人群的数值在此处不是数字：该处居民不属于任何一组。",
  "population.valueInvalid.action": "请以数字给出每处的数值，否则这些居民不计入各组。",
  "population.split": "居民按所居之处的数值分组，各组的上限见示例。",
  "population.split.action": "无需处理。",
  "population.outside":
    "这些地点的居民全部或部分居住在所有社区之外，未计入任何数字；人数见 origins.populationOutside。",
  "population.outside.action": "若不只是边界一带，请检查社区边界。",
  "population.none": "没有人口数据：仅按面积统计。",
  "population.none.action": "请提供人口图层，或为各社区添加 population 属性。",
  "population.missing": "部分社区有人口数据，这些没有：它们按面积评价，全市人口也不含它们。",
  "population.missing.action": "请补充其人口，或提供人口图层。",
  "population.nested": "部分人口地点似已包含其他地点（如国家与城镇、街道与社区），这些人口被重复计算。",
  "population.nested.action": "请只保留一个层级，即覆盖全市的最细一级。",
  "population.concentrated": "大量人口集中在一个点上（如城镇的地名点）：所在社区独得这些人口，其他社区人口过少或无人。",
  "population.concentrated.action": "请改用按建筑、街区或格网的人口，或各社区的人口数；也可不提供人口，按面积评价。",
  "origins.coarser": "按各社区大小选定的间距，全部社区所需格点将超过 200 万个，这些社区已改用较疏的格网。",
  "origins.coarser.action": "如需更细，请分批计算社区。",
  "population.disagrees": "人口图层与社区自身的人口数相差一倍以上，以图层为准。",
  "population.disagrees.action": "请核对两者，去掉有误的一个。",
  "neighborhood.overlap": "社区相互重叠：各社区按自身全部用地和人口评价，全市只计一次，计入较小的社区。",
  "neighborhood.overlap.action": "若为街道与其下属社区，无需处理；否则请检查边界。",
  "neighborhood.smallerThanLattice": "社区不足四个格网单元，仅由少数几个点代表。",
  "neighborhood.smallerThanLattice.action": "如需更细，请减小 originSpacingMeters。",
  "neighborhood.hexagons": "没有社区边界，报告以所示分辨率的 H3 六边形为单元。",
  "neighborhood.hexagons.action": "如需按人们熟知的社区出报告，请提供社区边界。",
  "neighborhood.noNetwork": "社区附近没有道路：覆盖率未知，而非为零。",
  "neighborhood.noNetwork.action": "请提供覆盖该社区的道路数据。",
  "neighborhood.sliver":
    "大部分居民（无人居住处为用地）附近没有道路：该社区的结果只代表其余部分。示例为参与评价的比例。",
  "neighborhood.sliver.action": "请提供覆盖该社区的道路数据，或去掉该社区。",
  "neighborhood.unpopulated": "根据输入此处无人居住，按面积评价。",
  "neighborhood.unpopulated.action": "若实有居民，请补充人口数据。",
  "neighborhood.edge": "最远的阈值超出道路或设施数据的范围，界外情况未计入。",
  "neighborhood.edge.action": "请提供比社区外扩至少一个最大阈值的数据。",
  "area.implausible": "社区面积超过一万平方公里。",
  "area.implausible.action": "请检查坐标系和边界。",
};
