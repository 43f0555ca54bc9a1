import type { Standard } from "../../model/standard.js";
import { toFrame } from "./to-standard.js";

/** Holds what is known of Suzhou's living circles: three tiers, and no list of facilities. A frame. @see 苏府办〔2021〕164号 */
export const suzhou: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toFrame({
    id: "suzhou",
    label: { zh: "苏州市社区生活圈 2021", en: "Suzhou's living circles, 2021" },
    source: {
      zh: "苏府办〔2021〕164号：5 分钟 200–300 米，10 分钟 500 米，15 分钟 800–1000 米；未说明距离的量法",
      en: "苏府办〔2021〕164号: 200–300 m in 5, 500 m in 10, 800–1000 m in 15 minutes; it does not say how distances are measured",
    },
    country: "CN",
    frame: {
      zh: "缺少各层级的设施清单：只读到三个层级的分钟数和米数。",
      en: "What is missing is the list of facilities of each tier: only minutes and meters of the three tiers were read.",
    },
  });
}
