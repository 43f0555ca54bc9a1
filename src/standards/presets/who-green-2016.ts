import type { Standard } from "../../model/standard.js";
import { pick, toStandard } from "./to-standard.js";
import { worldCategories } from "./world-categories.js";
import { WHO } from "./world-documents.js";

/** Holds the rule of thumb of WHO's European office: green of half a hectare to one within 300 m. */
export const whoGreen: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "who-green-2016",
    label: { zh: "世卫组织欧洲区：300 米内有绿地（2016）", en: "WHO Europe: green within 300 m (2016)" },
    source: {
      zh: "转述世卫组织欧洲区 2016 年文件的资料；0.5–1 公顷，按 0.5 公顷判定，1 公顷另列而不计入；直线距离",
      en: "texts that sum up WHO Europe, 2016; of 0.5 to 1 ha the lesser is judged, the other is shown and not counted; straight lines",
    },
    judgeBy: "straight",
    circles: [
      {
        id: "green",
        label: { zh: "绿地", en: "Green" },
        asks: [
          { category: "green_05ha", straight: 300, basis: "so-s", from: [WHO] },
          { category: "green_1ha", necessity: "label", straight: 300, basis: "so-s", from: [WHO] },
        ],
      },
    ],
    categories: pick(worldCategories, "green_05ha", "green_1ha"),
  });
}
