import type { TranslationOf } from "../phrase.js";

/** What may be wrong in OpenStreetMap extracts, and what to do. */
export const OSM_FINDINGS = {
  "osm.wayClipped":
    "Ways name nodes that the extract does not hold: they were cut at the gap, and nothing is laid across it.",
  "osm.wayClipped.action": "Cut the extract with complete ways (osmium extract), somewhat larger than the city.",
  "osm.tooFewNodes": "Fewer than two nodes of the way are in the extract; it was left out.",
  "osm.tooFewNodes.action": "Cut the extract with complete ways (osmium extract).",
  "osm.nodesMissing": "Nodes of the outline or line are not in the extract; it cannot be placed and was left out.",
  "osm.nodesMissing.action":
    "Use an extract that was not stripped for routing, cut with complete ways (osmium extract).",
  "osm.nowhere": "The node has no position on Earth; it was left out.",
  "osm.nowhere.action": "Download the extract again.",
  "osm.relationBroken": "Members of the relation are not in the extract; it has no outline and was left out.",
  "osm.relationBroken.action": "Cut the extract with complete relations (osmium extract -s smart).",
  "osm.relationOpen": "All members of the relation are there, but its outline does not close; it was left out.",
  "osm.relationOpen.action": "Mend it in OpenStreetMap: an outline is never closed by a straight line here.",
  "osm.noGeometry": "Relations of these types have no place of their own; they were left out.",
  "osm.noGeometry.action": "No action needed: what belongs to them is read by itself.",
  "osm.duplicate": "Several objects have one id; one of them was read.",
  "osm.duplicate.action": "Merge extracts with osmium merge, which keeps each object once.",
  "osm.hardlyPlaces":
    "The extract holds hardly any places for its streets: it was stripped, for routing for example. Coverage by it says nothing of the city, and no grade is given.",
  "osm.hardlyPlaces.action": "Give the facilities as a layer of their own, or use an extract with all objects.",
  "osm.level": "Neighborhoods are the administrative areas of the level named that close in the extract.",
  "osm.level.action":
    "Name another level, or give outlines of your own, if these are not what the report is to be about.",
  "osm.levelCut":
    "No administrative level closes for half of the streets: areas that only leave the box of the extract were cut at it, and what lies outside is not judged.",
  "osm.levelCut.action": "Use an extract that holds the areas as a whole.",
  "osm.areaOpen": "Administrative areas of this level do not close in the extract; they are not reported on.",
  "osm.areaOpen.action": "Use an extract that holds them as a whole (osmium extract -s smart).",
  "osm.noLevel":
    "No administrative level of the extract closes for half of the streets: there are no neighborhoods in it.",
  "osm.noLevel.action": "Give outlines of neighborhoods, or use an extract that holds them.",
  "osm.standard":
    "The data lie outside China, and nobody named a standard: the one that is made for any country was taken.",
  "osm.standard.action": "Name the standard that applies where the data lie.",
  "osm.peopleOfPlaces":
    "These neighborhoods do not tell their people: they are those of the place nodes in them, places within others counted once.",
  "osm.peopleOfPlaces.action": "Compare with official figures, and give a population if they differ.",
} as const;

export const OSM_FINDINGS_ZH: TranslationOf<typeof OSM_FINDINGS> = {
  "osm.wayClipped": "有些路径引用了数据包中没有的节点：已在缺口处断开，不会跨越缺口。",
  "osm.wayClipped.action": "请用 osmium extract 截取完整路径，范围略大于城市。",
  "osm.tooFewNodes": "数据包中该路径的节点不足两个，已略去。",
  "osm.tooFewNodes.action": "请用 osmium extract 截取完整路径。",
  "osm.nodesMissing": "轮廓或线的节点不在数据包中，无法定位，已略去。",
  "osm.nodesMissing.action": "请使用未为路径规划精简、且截取了完整路径的数据包（osmium extract）。",
  "osm.nowhere": "节点没有地球上的位置，已略去。",
  "osm.nowhere.action": "请重新下载数据包。",
  "osm.relationBroken": "关系的成员不在数据包中，没有轮廓，已略去。",
  "osm.relationBroken.action": "请截取完整关系（osmium extract -s smart）。",
  "osm.relationOpen": "关系的成员齐全，但轮廓不闭合，已略去。",
  "osm.relationOpen.action": "请在 OpenStreetMap 中修正：此处从不以直线闭合轮廓。",
  "osm.noGeometry": "这些类型的关系没有自己的位置，已略去。",
  "osm.noGeometry.action": "无需处理：其成员会单独读取。",
  "osm.duplicate": "多个对象的 id 相同，只读取了其中一个。",
  "osm.duplicate.action": "请用 osmium merge 合并，每个对象只保留一个。",
  "osm.hardlyPlaces":
    "相对道路而言，数据包几乎没有地点，可能为路径规划而精简。据此得出的覆盖率不能说明城市，不作评级。",
  "osm.hardlyPlaces.action": "请单独提供设施图层，或使用含全部对象的数据包。",
  "osm.level": "社区采用数据包中闭合的该级行政区。",
  "osm.level.action": "若非所需，请指定其他级别，或提供自己的边界。",
  "osm.levelCut": "没有一级行政区能闭合地覆盖一半道路：仅越出数据包范围框的行政区已在框处裁切，框外不作评价。",
  "osm.levelCut.action": "请使用包含完整行政区的数据包。",
  "osm.areaOpen": "该级有些行政区在数据包中不闭合，不在报告之内。",
  "osm.areaOpen.action": "请使用包含完整行政区的数据包（osmium extract -s smart）。",
  "osm.noLevel": "数据包中没有一级行政区能闭合地覆盖一半道路：其中没有社区。",
  "osm.noLevel.action": "请提供社区边界，或使用含有边界的数据包。",
  "osm.standard": "数据不在中国，且未指定标准：采用适用于任何国家的标准。",
  "osm.standard.action": "请指定数据所在地适用的标准。",
  "osm.peopleOfPlaces": "这些社区没有自己的人口数：采用其中地点节点的人口，彼此包含的地点只计一次。",
  "osm.peopleOfPlaces.action": "请与官方数据比对，如有出入请提供人口数据。",
};
