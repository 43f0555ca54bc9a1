import type { Standard } from "../../model/standard.js";
import { SDG_BUS, SDG_RAIL } from "../documents.js";
import { neutralCategories } from "../neutral-categories.js";
import { pick, toStandard } from "./to-standard.js";

/** Holds indicator 11.2.1 of the Sustainable Development Goals: people with convenient access to public transport. @see its metadata, 2021-09 */
export const sdgTransit: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "sdg-11.2.1",
    label: { zh: "可持续发展目标 11.2.1：公共交通", en: "SDG 11.2.1: public transport" },
    source: {
      zh: "SDG 11.2.1 元数据（2021-09）：公交 500 米和（或）轨道、轮渡 1000 米，沿路；另按性别、年龄、残疾分列，须在输入中给出人群；有轨电车归 500 米为转述",
      en: "SDG 11.2.1 metadata, 2021-09: 500 m to buses and/or 1000 m to rail and ferries, along the streets; also by sex, age and disability, where the input tells groups of people; that trams are of the 500 m is quoted by others",
    },
    judgeBy: "network",
    circles: [
      {
        id: "transit",
        label: { zh: "公共交通", en: "Public transport" },
        asks: [
          {
            ...{ category: "bus_tram", network: 500, basis: "co-c", from: [SDG_BUS, SDG_RAIL] },
            orElse: [{ category: "rail_ferry", threshold: { network: 1000 } }],
          },
          { category: "rail_ferry", necessity: "label", network: 1000, basis: "co-c", from: [SDG_RAIL] },
        ],
      },
    ],
    categories: pick(neutralCategories, "bus_tram", "rail_ferry"),
  });
}
