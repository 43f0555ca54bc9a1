import type { Standard } from "../../model/standard.js";
import { neutralCategories } from "../neutral-categories.js";
import { pick, toStandard } from "./to-standard.js";
import { worldCategories } from "./world-categories.js";
import { SEOUL } from "./world-documents.js";

/** Holds those lines of Seoul's walkable daily living areas that have a number: parks and places of culture within a walk of 30 minutes. */
export const seoul: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "seoul",
    label: { zh: "首尔步行日常圈", en: "Seoul's walkable daily living areas" },
    source: {
      zh: "转述首尔“步行日常圈”（보행일상권）的资料：步行 30 分钟、约 1000 米，2–3 万人，约 30 种服务（未列名，未收录），公园 7–8 处、文化 2–3 处，取下限；未说明距离的量法，此处沿路计",
      en: "texts that sum up Seoul's walkable daily living areas (보행일상권): a walk of 30 minutes, some 1000 m, 20,000–30,000 people; some 30 services, which are not named and left out; 7–8 parks and 2–3 places of culture, of which the lesser number is judged; how it is measured is not said: judged along the streets",
    },
    country: "KR",
    judgeBy: "time",
    circles: [
      {
        id: "daily_life",
        label: { zh: "日常生活", en: "Daily life" },
        asks: [
          { category: "park", minutes: 30, network: 1000, count: 7, basis: "soss", from: [SEOUL] },
          { category: "culture", minutes: 30, network: 1000, count: 2, basis: "soss", from: [SEOUL] },
        ],
      },
    ],
    categories: [...pick(worldCategories, "park"), ...pick(neutralCategories, "culture")],
  });
}
