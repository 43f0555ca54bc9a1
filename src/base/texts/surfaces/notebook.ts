import type { SurfaceTexts } from "../text-id.js";
import { ELSEWHERE_ACTIONS } from "./elsewhere.js";

/** What the notebook's widget recommends: better data, since it takes no options of reading and judging. */
export const IN_NOTEBOOK: SurfaceTexts = {
  "polygon.invalid.action": { en: "Repair it in a GIS.", zh: "请在 GIS 中修复。" },
  "crs.gcj02Suspected.action": {
    en: "If the layer comes from Amap, Tencent or Baidu, convert it to WGS 84 first.",
    zh: "若来自高德、腾讯或百度，请先转换为 WGS 84。",
  },
  "neighborhood.smallerThanLattice.action": { en: "No action needed.", zh: "无需处理。" },
  "category.onlyAmbiguous.action": {
    en: "Set properties.category on the candidates.",
    zh: "请为候选设置 properties.category。",
  },
  "standard.elsewhere.action": ELSEWHERE_ACTIONS.notebook,
  "category.ambiguous.action": { en: "Set properties.category.", zh: "请设置 properties.category。" },
  "facility.offNetwork.action": {
    en: "Check its location, and whether streets are missing there.",
    zh: "请核对位置，并检查该处是否缺少道路。",
  },
  "origin.offNetwork.action": { en: "Add the streets that are missing there.", zh: "请补充该处缺少的道路。" },
  "property.assumed.action": {
    en: "If another one is meant, rename it to id, name or population.",
    zh: "若应为其他字段，请将其改名为 id、name 或 population。",
  },
  "property.unclear.action": {
    en: "Rename the right one to id, name or population.",
    zh: "请将正确的字段改名为 id、name 或 population。",
  },
  "landUse.untold.action": { en: "Rename the property that tells it to use.", zh: "请将写明用途的字段改名为 use。" },
  "landUse.noResidential.action": {
    en: "Rename the property that tells the use to use.",
    zh: "请将写明用途的字段改名为 use。",
  },
  "street.endNear.action": { en: "Check whether they meet in reality.", zh: "请核对实际是否相接。" },
  "street.endOnLine.action": { en: "Check whether they meet in reality.", zh: "请核对实际是否相接。" },
  "street.crossing.action": { en: "Check whether they meet in reality.", zh: "请核对实际是否相接。" },
  "ids.duplicate.hint": { en: "Give every feature a unique id.", zh: "请为每个要素指定唯一的 id。" },
  "counted.similar.hint": {
    en: "Did you mean {suggested}? Rename it to {layer}. Available: {listed}.",
    zh: "是否为 {suggested}？请将其改名为 {layer}。现有字段：{listed}。",
  },
  "lattice.limit.hint": { en: "Check that outline.", zh: "请检查该轮廓。" },
  "format.placeSearch.hint": {
    en: "Make a Feature with a Point of each place, with numbers as [longitude, latitude] in WGS 84.",
    zh: "请将每个地点写成带 Point 的 Feature，坐标为 WGS 84 的数字 [经度, 纬度]。",
  },

  // the page that was written from there
  "page.whatIf.absent": {
    en: "To stay small, this page leaves out the street network, so nothing can be tried out in it.",
    zh: "为控制文件大小，此页面不含路网，不能试算。",
  },
};
