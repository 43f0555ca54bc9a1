import type { Standard } from "../../model/standard.js";
import { chineseCategories } from "./chinese-categories.js";
import { CHECKUP_PARKS } from "./chinese-documents.js";
import { PARK_TARGET } from "./park-target.js";
import { pick, toStandard } from "./to-standard.js";

/** Holds the coverage of residential land by parks as the city check-up of 2021 counts it, after texts that sum it up. */
export const parkCheckup: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "park-checkup-2021",
    label: { zh: "公园绿地服务半径覆盖率（2021年城市体检）", en: "Parks by the city check-up of 2021" },
    source: {
      zh: "转述 2021 年城市体检指标的资料（“300米见绿，500米见园”；指标每年修订）；服务半径为直线",
      en: "texts that sum up the city check-up of 2021, which is revised every year; service radii, straight lines",
    },
    country: "CN",
    judgeBy: "straight",
    circles: [
      {
        id: "parks",
        label: { zh: "公园绿地", en: "Parks" },
        asks: [
          {
            ...{ category: "park_05ha", id: "park", straight: 500, denominator: "residentialLand", basis: "so-s" },
            orElse: [{ category: "park_02ha", threshold: { straight: 300 } }],
            from: [CHECKUP_PARKS],
          },
        ],
      },
    ],
    categories: pick(chineseCategories, "park_05ha", "park_02ha"),
    target: PARK_TARGET,
  });
}
