import type { Standard } from "../../model/standard.js";
import { chineseCategories } from "./chinese-categories.js";
import { BUS_INDICATOR } from "./chinese-documents.js";
import { pick, toStandard } from "./to-standard.js";

/**
 * Holds the indicator of the transit city assessment: how much of the ground lies within 500 m of a stop.
 *
 * @see 公交都市考核评价指标体系, 2013, indicator 3
 */
export const bus500m: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "bus-500m",
    label: { zh: "公交都市：公共交通站点500米覆盖率", en: "Transit city: within 500 m of a stop" },
    source: {
      zh: "公交都市考核评价指标体系（2013）指标3；2022 年已有新办法，未核对；应按中心城区建成区计，输入的社区即视为建成区",
      en: "transit city assessment of 2013, indicator 3; its successor of 2022 was not checked; it is of the built-up area of the central city, which the neighborhoods of the input are taken for",
    },
    country: "CN",
    judgeBy: "straight",
    circles: [
      {
        id: "transit",
        label: { zh: "公共交通", en: "Public transport" },
        asks: [{ category: "any_stop", straight: 500, denominator: "area", basis: "gg-g", from: [BUS_INDICATOR] }],
      },
    ],
    categories: pick(chineseCategories, "any_stop"),
    target: {
      share: 0.9,
      source: {
        zh: "目标不低于 90%（转述），低于此即为短板",
        en: "the target of 90 %, below which something is missing, is quoted by others",
      },
    },
  });
}
