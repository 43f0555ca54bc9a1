import type { TranslationOf } from "../phrase.js";

/** What is found where people are spread over buildings, and what to do. */
export const BUILDING_FINDINGS = {
  "building.people":
    "The people of these neighborhoods live in their buildings, by floor area: ground × levels. Examples: homes (of these, without levels or height: two levels are assumed).",
  "building.people.action": "Give a population by building or grid cell, if there is one.",
  "building.none": "No home is mapped in these neighborhoods: their people are spread evenly over the ground.",
  "building.none.action": "Compare with another source of buildings.",
  "building.notHome": "Nobody lives in buildings of this use, or they are parts of others; they get no people.",
  "building.notHome.action": "If people live there, correct the tag building.",
  "building.noOutline": "Buildings without an outline have no floor area; they get no people.",
  "building.noOutline.action": "Give outlines.",
  "building.outside": "Buildings outside of the neighborhoods that tell their people; they get none.",
  "building.outside.action": "No action needed.",
  "building.unused":
    "Nobody was placed in the buildings, they are only counted: a population is given; or no neighborhood that tells its people holds a home; or such neighborhoods overlap.",
  "building.unused.action":
    "Give neighborhoods that tell their population, and no population beside them; or leave the buildings out.",
} as const;

export const BUILDING_FINDINGS_ZH: TranslationOf<typeof BUILDING_FINDINGS> = {
  "building.people":
    "这些社区的人口按建筑面积（占地 × 层数）分布在建筑中。示例：住宅数（其中没有层数或高度、按两层计的数目）。",
  "building.people.action": "如有按建筑或网格的人口数据，请提供。",
  "building.none": "这些社区没有绘出住宅：人口均匀分布在用地上。",
  "building.none.action": "请与其他建筑数据来源比对。",
  "building.notHome": "这类用途的建筑无人居住，或是其他建筑的一部分；不分配人口。",
  "building.notHome.action": "如有人居住，请更正 building 标签。",
  "building.noOutline": "没有轮廓的建筑没有建筑面积；不分配人口。",
  "building.noOutline.action": "请提供轮廓。",
  "building.outside": "建筑在有人口数的社区之外；不分配人口。",
  "building.outside.action": "无需处理。",
  "building.unused": "建筑中没有安排人口，只计栋数：已提供人口图层，或有人口数的社区中没有住宅，或这些社区相互重叠。",
  "building.unused.action": "请提供带人口数的社区，且不另给人口图层；或不提供建筑。",
};
