import type { TranslationOf } from "../phrase.js";

/** What may be wrong with facilities, streets and the places where people start, and what to do. */
export const PLACE_FINDINGS = {
  "category.unknown": "No category of the standard matches; not counted.",
  "category.unknown.action": "If it should count, set properties.category to a category id of the standard.",
  "category.ambiguous":
    "The tags are too broad to tell the category (a school of unknown level, a hospital), and the name does not help; not counted.",
  "category.ambiguous.action":
    'Set properties.category, or pass classification: "loose" to count it for every category it may belong to.',
  "category.noData":
    "The input has no facility of this category: no data. It counts as not met; only upper bounds take it as met.",
  "category.noData.action": "If there are any in reality, add them.",
  "category.onlyAmbiguous":
    "The input has no facility of this category, only candidates that do not tell what they are: no data. It counts as not met; only upper bounds take it as met.",
  "category.onlyAmbiguous.action":
    'Set properties.category on the candidates, or pass classification: "loose" to count each for every category it may belong to.',
  "category.hardlyKnown":
    "The input hardly knows this category (one or two facilities for 250,000 people or for 100 km² of unknown population, all of them more than 5 km away, or an extract stripped of its places): judged as it is; upper bounds take it as met.",
  "category.hardlyKnown.action": "Compare with another source, and add those that are missing.",
  "requirement.otherUnit":
    "Has thresholds only in a unit that the travel model does not tell (minutes or metres): not judged, reported as no data.",
  "requirement.otherUnit.action":
    "Use a travel model that tells it: givenCosts takes seconds, metres or a speed beside each cost.",
  "requirement.noDenominator":
    "Asks for a share of something (residential land, jobs, dwellings, buildings) that no layer of the input tells of: not computable, reported as no data.",
  "requirement.noDenominator.action":
    "Add that layer: landUse for residential land, jobs, or buildings for dwellings and buildings.",
  "category.few": "The input has fewer than three facilities of this category: the data may be incomplete.",
  "category.few.action": "Compare with another source before you draw conclusions.",
  "facility.entrance":
    "A mapped entrance: it leads into the area on whose outline it lies and is not a facility of its own.",
  "facility.entrance.action": "No action needed.",
  "facility.closedEntrance":
    "An entrance or gate that the public may not use (private, locked, for staff, emergencies or the way out only): nobody enters there.",
  "facility.closedEntrance.action": "If everybody may use it, correct its tags.",
  "facility.closed":
    "Closed, for good or for a time, or not there yet, according to its tags, its opening hours, its end date or its name; not counted.",
  "facility.closed.action": "If it is open, correct the tag or the name.",
  "facility.twin": "Maps a place that another feature maps as well: counted once.",
  "facility.twin.action": "If they are two places, give them different names, or set properties.category.",
  "facility.private":
    "Closed to the public according to its tags (access=private or access=no), such as the pool of a villa; not counted.",
  "facility.private.action": "If the public may use it, correct the access tag or set properties.category.",
  "facility.duplicate": "The same category occurs twice at the same place: this changes counts, but not times.",
  "facility.duplicate.action": "Delete the duplicates if counts matter.",
  "facility.offNetwork": "Too far from any street to be attached; nobody can reach it.",
  "facility.offNetwork.action": "Check its location, or use a profile with a larger maxAccessMeters.",
  "facility.acrossWater":
    "Every street that is near lies across water (a river, a lake, a shore); nobody can reach it.",
  "facility.acrossWater.action": "If there is a bridge, a pier or a ford, add it to the streets.",
  "facility.movedOffFragment":
    "The nearest street is a small part of the network without connection, or a track that is not for everybody; attached to the larger network instead.",
  "facility.movedOffFragment.action": "Check whether that part should be joined to the network.",
  "street.closed":
    "Closed to this mode of travel according to its tags (motorway, private, under construction …); not part of the network.",
  "street.closed.action": "Correct the tags where people do travel.",
  "street.privateExit":
    "Private ways that are the only way between two parts of the network: used to get out, and for nothing else.",
  "street.privateExit.action": "If nobody may use them, tag them foot=no.",
  "street.nodesMismatch":
    "The number of node ids is not the number of coordinates; the street was joined by coordinates instead.",
  "street.nodesMismatch.action": "Give one node id per coordinate.",
  "street.endNear": "A street ends within 1 m of another one and does not meet it.",
  "street.endNear.action": "Check whether they meet in reality; joinStreetsMeters: 1 joins them.",
  "street.endOnLine": "A street ends on another one that has no position there: they do not meet.",
  "street.endOnLine.action": "Check whether they meet in reality; joinStreetsMeters: 1 joins them.",
  "street.crossing":
    "Two streets cross without a position in common, and no bridge, tunnel or layer tells them apart: they do not meet.",
  "street.crossing.action": "Check whether they meet in reality; joinStreetsMeters: 1 joins them.",
  "edge.zeroLength": "Consecutive positions are equal; the edge between them has no length and was ignored.",
  "edge.zeroLength.action": "No action needed.",
  "edge.implausible": "A straight edge is longer than 50 km.",
  "edge.implausible.action": "Check the coordinates of the street.",
  "network.islands":
    "The streets form several networks that are not connected; places are not attached to fragments shorter than the limit where that can be avoided, nor to small ones where a larger one is nearly as near. The longest are listed: length, place (people; facilities).",
  "network.islands.action":
    "If there are many, the streets may not share their crossings: where streets meet, give equal node ids or coordinates.",
  "network.none":
    "No streets were given: times and distances are straight lines multiplied by a stated factor. Rivers, railways and walls are not considered.",
  "network.none.action": "Add a street layer.",
  "origin.offNetwork": "Places where people start are too far from any street: their coverage is unknown, not zero.",
  "origin.offNetwork.action": "Add streets there, or use a profile with a larger maxAccessMeters.",
  "origin.acrossWater":
    "Every street near these places where people start lies across water (a river, a lake, a shore): their coverage is unknown, not zero.",
  "origin.acrossWater.action": "If there is a bridge, a pier or a ford, add it to the streets.",
  "origin.movedOffFragment":
    "Places where people start are nearest to a small part of the network without connection, or to a track that is not for everybody; attached to the larger network instead.",
  "origin.movedOffFragment.action": "Check whether those parts should be joined to the network.",
} as const;

/** The same in Chinese. */
export const PLACE_FINDINGS_ZH: TranslationOf<typeof PLACE_FINDINGS> = {
  "category.unknown": "与标准中的任何类别都不匹配，未计入。",
  "category.unknown.action": "如应计入，请将 properties.category 设为标准中的类别 id。",
  "category.ambiguous": "标签过宽，且名称无法判别类别（如学段不明的学校、医院），未计入。",
  "category.ambiguous.action": '请设置 properties.category，或传入 classification: "loose" 按所有可能的类别计入。',
  "category.noData": "输入中没有该类设施：无数据。按未满足计，仅上限按满足计。",
  "category.noData.action": "若现实中存在，请补充数据。",
  "category.onlyAmbiguous": "输入中没有该类设施，只有类别不明的候选：无数据。按未满足计，仅上限按满足计。",
  "category.onlyAmbiguous.action":
    '请为候选设置 properties.category，或传入 classification: "loose" 按所有可能的类别计入。',
  "category.hardlyKnown":
    "输入对该类设施几乎没有记录（25 万人（人口未知则 100 平方公里）仅一两处、全部在 5 公里以外，或数据包精简了地点）：照常评价，仅上限按满足计。",
  "category.hardlyKnown.action": "请与其他来源核对，并补充缺失的设施。",
  "requirement.otherUnit": "阈值的单位（分钟或米）是出行模型不提供的：不予判定，记为无数据。",
  "requirement.otherUnit.action": "请使用提供该单位的出行模型；givenCosts 可在成本之外给出时间、距离或速度。",
  "requirement.noDenominator":
    "所求的是某种总量（居住用地、就业岗位、住房、建筑）中的占比，而输入没有相应图层：无法计算，记为无数据。",
  "requirement.noDenominator.action": "请补充该图层：居住用地用 landUse，就业岗位用 jobs，住房和建筑用 buildings。",
  "category.few": "该类设施少于三个：数据可能不全。",
  "category.few.action": "下结论前请与其他来源核对。",
  "facility.entrance": "出入口：用于进入其所在的面状设施，本身不计为设施。",
  "facility.entrance.action": "无需处理。",
  "facility.closedEntrance": "公众不能使用的出入口（私有、上锁、仅供员工、应急或仅出不进），不从此处进入。",
  "facility.closedEntrance.action": "若公众可用，请更正其标签。",
  "facility.closed": "按标签、营业时间、终止日期或名称，已关闭、暂停营业或尚未建成，未计入。",
  "facility.closed.action": "若实际开放，请更正标签或名称。",
  "facility.twin": "与另一要素表示同一地点，只计一次。",
  "facility.twin.action": "若确为两处，请使用不同名称，或设置 properties.category。",
  "facility.private": "按标签不对公众开放（access=private 或 no），如私家泳池，未计入。",
  "facility.private.action": "若可供居民使用，请更正 access 标签或设置 properties.category。",
  "facility.duplicate": "同一位置有重复的同类设施：不影响时间，但影响数量。",
  "facility.duplicate.action": "若关注数量，请删除重复项。",
  "facility.offNetwork": "距道路过远，无法接入路网，无人可达。",
  "facility.offNetwork.action": "请核对位置，或采用 maxAccessMeters 更大的出行人群。",
  "facility.acrossWater": "附近的道路都在水域（河流、湖泊、海岸）对岸，无人可达。",
  "facility.acrossWater.action": "若有桥梁、栈桥或涉水通道，请将其补入道路。",
  "facility.movedOffFragment": "最近的是不连通的小段路网，或非公共的机耕道，已改接到更大的路网。",
  "facility.movedOffFragment.action": "请检查该小段是否应与路网相连。",
  "street.closed": "按标签不可通行（高速、私有、在建等），未入路网。",
  "street.closed.action": "若实际可通行，请更正标签。",
  "street.privateExit": "私有道路是两部分路网之间唯一的通道，仅用于出入。",
  "street.privateExit.action": "若禁止通行，请标注 foot=no。",
  "street.nodesMismatch": "节点 id 与坐标数量不一致，改按坐标相接。",
  "street.nodesMismatch.action": "请为每个坐标提供一个节点 id。",
  "street.endNear": "道路端点距另一道路不足 1 米，却未相接。",
  "street.endNear.action": "请核对实际是否相接；joinStreetsMeters: 1 可将其相接。",
  "street.endOnLine": "道路端点落在另一道路上，而后者在此没有坐标：二者不相接。",
  "street.endOnLine.action": "请核对实际是否相接；joinStreetsMeters: 1 可将其相接。",
  "street.crossing": "两条道路相交而没有共同坐标，也没有桥梁、隧道或层级标签加以区分：二者不相接。",
  "street.crossing.action": "请核对实际是否相接；joinStreetsMeters: 1 可将其相接。",
  "edge.zeroLength": "相邻坐标相同，零长度边已忽略。",
  "edge.zeroLength.action": "无需处理。",
  "edge.implausible": "直线边长超过 50 公里。",
  "edge.implausible.action": "请检查该道路的坐标。",
  "network.islands":
    "道路分为多个互不相通的网络；接入时避开短于限值的碎片；附近有更大的路网时，也避开较小的路网。较长者列出长度、位置（人口；设施数）。",
  "network.islands.action": "若数量很多，可能路口未共点：请在相交处提供相同的节点 id 或坐标。",
  "network.none": "未提供道路：时间与距离按直线乘以给定系数计算，不考虑河流、铁路和围墙的阻隔。",
  "network.none.action": "请提供道路图层。",
  "origin.offNetwork": "出发点距道路过远：其覆盖情况未知，而非为零。",
  "origin.offNetwork.action": "请补充道路，或采用 maxAccessMeters 更大的出行人群。",
  "origin.acrossWater": "出发点附近的道路都在水域（河流、湖泊、海岸）对岸：其覆盖情况未知，而非为零。",
  "origin.acrossWater.action": "若有桥梁、栈桥或涉水通道，请将其补入道路。",
  "origin.movedOffFragment": "出发点最近的是不连通的小段路网，或非公共的机耕道，已改接到更大的路网。",
  "origin.movedOffFragment.action": "请检查这些小段是否应与路网相连。",
};
