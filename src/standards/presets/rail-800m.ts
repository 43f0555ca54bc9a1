import type { Standard } from "../../model/standard.js";
import { categories } from "../categories.js";
import { RAIL_TABLE } from "./chinese-documents.js";
import { pick, toStandard } from "./to-standard.js";

/** Holds the share of people and jobs within 800 m of rail. @see GB/T 51328-2018, table 9.3.3 */
export const rail800m: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "rail-800m",
    label: { zh: "轨道交通站点800米人口与岗位覆盖", en: "People and jobs within 800 m of rail" },
    source: {
      zh: "GB/T 51328-2018 表9.3.3（转述）：“宜”，1000 万人以上城市 65%，500–1000 万人城市 50%；其余档次未收录",
      en: "GB/T 51328-2018, table 9.3.3, as quoted: a recommendation of 65 % in cities of 10 million people and more, of 50 % in those of 5 to 10 million; the rows of smaller cities are left out",
    },
    country: "CN",
    judgeBy: "straight",
    circles: [
      {
        id: "rail",
        label: { zh: "轨道交通", en: "Rail" },
        asks: [
          { category: "rail_station", straight: 800, denominator: "peopleAndJobs", basis: "so-s", from: [RAIL_TABLE] },
        ],
      },
    ],
    categories: pick(categories, "rail_station"),
    target: {
      share: 0.5,
      source: {
        zh: "低于 50% 即为短板：500–1000 万人城市的数值（转述），1000 万人以上城市为 65%",
        en: "the 50 % below which it is missing are those of cities of 5 to 10 million (quoted by others); larger ones have 65 %",
      },
    },
  });
}
