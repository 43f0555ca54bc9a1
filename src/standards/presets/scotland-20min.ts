import type { Standard } from "../../model/standard.js";
import { toFrame } from "./to-standard.js";

/** Holds what is known of Scotland's 20-minute neighborhoods: 20 minutes or some 800 m, and no list of facilities. A frame. */
export const scotland: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toFrame({
    id: "scotland-20min",
    label: { zh: "苏格兰20分钟邻里 2021", en: "Scotland's 20-minute neighborhoods, 2021" },
    source: {
      zh: "苏格兰政府 20 分钟邻里文件（2021）：日常需要，20 分钟，约 800 米，未说明距离的量法；爱丁堡没有固定模板，有 7 类服务",
      en: "Scottish Government on 20-minute neighborhoods, 2021: daily needs, 20 minutes, some 800 m, without saying how they are measured; Edinburgh has no fixed template, and 7 groups of services",
    },
    country: "GB",
    frame: {
      zh: "缺少“日常需要”是哪些设施：没有文本列出可判定的类别。",
      en: "What is missing is which facilities “daily needs” are: no text that was read lists categories that could be judged.",
    },
  });
}
