import type { TranslationOf } from "../phrase.js";

/** What is found in jobs, land use and barriers, and what to do. */
export const LAND_FINDINGS = {
  "jobs.invalid": "The number of jobs is not valid (negative, no number, too large or missing); these are not counted.",
  "jobs.invalid.action": "Give the jobs as a number ≥ 0.",
  "jobs.outside":
    "Some or all of the jobs at these places lie outside every neighborhood; they are in no number of the report.",
  "jobs.outside.action": "No action needed, unless they should lie inside: then check the outlines.",
  "landUse.untold": "Ground that tells no use was left out.",
  "landUse.untold.action": 'Name the property that tells it: properties: { landUse: { use: "…" } }.',
  "landUse.other": "Ground of other uses than residential was left out. Examples: the uses, as they are called.",
  "landUse.other.action":
    "No action needed, unless people live there: then name another property, or give those polygons landuse=residential.",
  "landUse.noResidential": "No ground of this layer is residential: what depends on it is not computable.",
  "landUse.noResidential.action": 'Name the property that tells the use: properties: { landUse: { use: "…" } }.',
  "dwellings.untold": "These homes do not tell how many dwellings they have; they count as none.",
  "dwellings.untold.action": "Give every home building:flats.",
  "barrier.passable": "By their tags people do cross these, as bridges and tunnels; they were left out.",
  "barrier.passable.action": "No action needed, unless they are closed: then give them barrier=fence.",
} as const;

export const LAND_FINDINGS_ZH: TranslationOf<typeof LAND_FINDINGS> = {
  "jobs.invalid": "就业岗位数无效（负数、非数字、过大或缺失）；不计入。",
  "jobs.invalid.action": "请以不小于 0 的数字给出岗位数。",
  "jobs.outside": "这些地点的全部或部分岗位在所有社区之外；不计入报告的任何数字。",
  "jobs.outside.action": "一般无需处理；如应在社区内，请检查轮廓。",
  "landUse.untold": "没有写明用途的用地已略去。",
  "landUse.untold.action": '请指定写明用途的属性：properties: { landUse: { use: "…" } }。',
  "landUse.other": "非居住用地已略去。示例：其用途的写法。",
  "landUse.other.action": "一般无需处理；如有人居住，请指定其他属性，或为这些面加上 landuse=residential。",
  "landUse.noResidential": "该图层没有居住用地：依赖它的内容无法计算。",
  "landUse.noResidential.action": '请指定写明用途的属性：properties: { landUse: { use: "…" } }。',
  "dwellings.untold": "这些住宅没有写明住宅套数；按没有计。",
  "dwellings.untold.action": "请为每栋住宅给出 building:flats。",
  "barrier.passable": "按标签，人可以穿越这些对象（如桥梁、隧道）；已略去。",
  "barrier.passable.action": "一般无需处理；如确已封闭，请加上 barrier=fence。",
};
