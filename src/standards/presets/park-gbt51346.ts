import type { CategoryId } from "../../model/facts.js";
import type { Standard } from "../../model/standard.js";
import { PARK_SHARE } from "../documents.js";
import type { CitedDocument } from "../lines.js";
import { chineseCategories } from "./chinese-categories.js";
import {
  GARDENS,
  OLD_CITY_GARDENS,
  PARKS_1,
  PARKS_5,
  PARKS_10,
  PARKS_20,
  PARKS_50,
  PARKS_COVERAGE,
} from "./chinese-documents.js";
import { PARK_TARGET } from "./park-target.js";
import { type Ask, like, pick, toStandard } from "./to-standard.js";

const ofClass = (category: CategoryId, straight: number, document: CitedDocument): Ask => ({
  ...{ category, necessity: "label", straight, denominator: "residentialLand", basis: "co-c", from: [document] },
});

/**
 * Holds the coverage of residential land by parks: 500 m from 1 ha on, 300 m below. Beside it each class of parks with its own radius,
 * shown and not counted.
 *
 * @see GB/T 51346-2019, table 4.4.7 and A.0.3; GB 55014-2021, 2.1.4
 */
export const parkGbt51346: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "park-gbt51346",
    label: { zh: "公园绿地服务半径覆盖率（GB/T 51346-2019）", en: "Parks by GB/T 51346-2019" },
    source: {
      zh: "GB/T 51346-2019 表4.4.7、A.0.3；GB 55014-2021；服务半径为直线；各级公园各有半径，另列而不计入",
      en: "GB/T 51346-2019, table 4.4.7 and A.0.3; GB 55014-2021; service radii, straight lines; each class of parks has a radius of its own, which is shown and not counted",
    },
    country: "CN",
    judgeBy: "straight",
    circles: [
      {
        id: "parks",
        label: { zh: "公园绿地", en: "Parks" },
        asks: [
          {
            ...{ category: "park_1ha", id: "park", straight: 500, denominator: "residentialLand", basis: "cc-c" },
            orElse: [{ category: "garden_04ha", threshold: { straight: 300 } }],
            from: [PARKS_COVERAGE, PARK_SHARE],
          },
          ofClass("comprehensive_park_50ha", 3000, PARKS_50),
          ofClass("comprehensive_park_20ha", 3000, PARKS_20),
          ofClass("comprehensive_park_10ha", 2000, PARKS_10),
          ofClass("community_park_5ha", 1000, PARKS_5),
          ofClass("community_park_1ha", 500, PARKS_1),
          ofClass("garden_04ha", 300, GARDENS),
          ofClass("garden_02ha", 300, OLD_CITY_GARDENS),
        ],
      },
    ],
    categories: [
      ...like(
        chineseCategories,
        "residential_park_1ha",
        "park_1ha",
        ["公园绿地（1 公顷以上）", "Park of 1 ha or more"],
        {
          ...{ minAreaSquareMeters: 10_000, unknownAreaCounts: false },
        },
      ),
      ...pick(
        chineseCategories,
        ...["comprehensive_park_50ha", "comprehensive_park_20ha", "comprehensive_park_10ha"],
        ...["community_park_5ha", "community_park_1ha", "garden_04ha", "garden_02ha"],
      ),
    ],
    target: PARK_TARGET,
  });
}
