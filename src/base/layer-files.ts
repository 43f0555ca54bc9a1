import type { Layer } from "./layers.js";
import type { Label } from "./words.js";

/** What the file of each layer holds: what somebody is told who is asked for one. The core does not load it. */
export const LAYER_FILES: Readonly<Record<Layer, Label>> = {
  neighborhoods: { zh: "社区面", en: "polygons to report on" },
  facilities: { zh: "设施，任意几何", en: "places of any geometry" },
  streets: {
    zh: "带 OSM 标签的道路线；没有时按直线测算",
    en: "lines with OpenStreetMap tags; without them, straight lines",
  },
  population: { zh: "人口点或面", en: "points or polygons with people" },
  buildings: {
    zh: "建筑面，社区自身的人口按建筑面积分布其中；有人口图层时不用",
    en: "outlines over which neighborhoods' own people are spread by floor area; not used beside a population",
  },
  jobs: { zh: "就业岗位点或面", en: "points or polygons with a number of jobs" },
  landUse: { zh: "用地面，其中居住用地计入", en: "polygons with their use; residential ones count" },
  barriers: {
    zh: "人不穿越的线或面：铁路、高速、河流、围墙",
    en: "lines and areas that people do not cross: rail, motorways, rivers, walls",
  },
};
