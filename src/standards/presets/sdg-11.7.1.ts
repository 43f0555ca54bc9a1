import type { Standard } from "../../model/standard.js";
import { neutralCategories } from "../neutral-categories.js";
import { SDG_SPACE } from "../neutral-documents.js";
import { pick, toStandard } from "./to-standard.js";

/** Holds the part of indicator 11.7.1 of the Sustainable Development Goals that is about people: open space within 400 m. */
export const sdgOpenSpace: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "sdg-11.7.1",
    label: { zh: "可持续发展目标 11.7.1：公共开放空间", en: "SDG 11.7.1: open public space" },
    source: {
      zh: "转述 SDG 11.7.1 元数据的资料（元数据本身未读到）：沿路 400 米，按人口",
      en: "texts that sum up the metadata of SDG 11.7.1, which was not read itself: 400 m along the streets, by people",
    },
    judgeBy: "network",
    circles: [
      {
        id: "open_space",
        label: { zh: "公共开放空间", en: "Open public space" },
        asks: [{ category: "open_space", network: 400, basis: "so-s", from: [SDG_SPACE] }],
      },
    ],
    categories: pick(neutralCategories, "open_space"),
  });
}
