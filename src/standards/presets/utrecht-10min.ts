import type { Standard } from "../../model/standard.js";
import { pick, toStandard } from "./to-standard.js";
import { worldCategories } from "./world-categories.js";
import { UTRECHT } from "./world-documents.js";

/** Holds the one line of Utrecht's ten-minute city that places can tell: green within a walk of five minutes. */
export const utrecht: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "utrecht-10min",
    label: {
      zh: "乌得勒支十分钟城市（步行 5 分钟内有绿地）",
      en: "Utrecht's ten-minute city (green within 5 minutes)",
    },
    source: {
      zh: "乌得勒支“十分钟城市”：日常出行的 80–90% 在步行、骑行（为主）或公交 10 分钟内，没有设施清单，不能在此判定；步行 5 分钟内有绿地；未说明步行的量法，此处沿路计",
      en: "Utrecht's ten-minute city: 80–90 % of daily trips within 10 minutes on foot, mainly by bicycle, or by transit, without a list of facilities: not judged here; green within a walk of 5 minutes; how walks are measured is not said: judged along the streets",
    },
    country: "NL",
    judgeBy: "time",
    circles: [
      {
        id: "green",
        label: { zh: "绿地", en: "Green" },
        asks: [{ category: "green_space", minutes: 5, basis: "gog-", from: [UTRECHT] }],
      },
    ],
    categories: pick(worldCategories, "green_space"),
  });
}
