import type { Standard } from "../../model/standard.js";
import { categories } from "../categories.js";
import { TDT_BASIC, TDT_CENTER, TDT_SCHOOL, TDT_STATION } from "./chinese-documents.js";
import { pick, toStandard } from "./to-standard.js";

/**
 * Holds what is known of the guide to community living circles: four lines of its annex A, as quoted by others. The rest of the annex
 * was not read.
 *
 * @see TD/T 1062-2021, A.1, A.3
 */
export const tdt1062: Standard = /* @__PURE__ */ makeStandard();

function makeStandard(): Standard {
  return toStandard({
    id: "tdt1062-2021",
    label: {
      zh: "社区生活圈规划技术指南 TD/T 1062-2021（附录A的四项）",
      en: "TD/T 1062-2021, community living circles (four lines of annex A)",
    },
    source: {
      zh: "TD/T 1062-2021，2021-07-01 起实施；附录A其余部分未读到；乡集镇和村/组两级未收录",
      en: "TD/T 1062-2021, in force since 2021-07-01; the rest of annex A was not read; the levels of townships and villages are left out",
    },
    country: "CN",
    judgeBy: "straight",
    circles: [
      {
        id: "basic",
        label: { zh: "基础保障类要素", en: "Basic facilities" },
        source: {
          zh: "TD/T 1062-2021：城镇 15 分钟层级（约 3 平方公里，5–10 万人，转述）和 5–10 分钟层级；没有说明步行距离的量法。",
          en: "TD/T 1062-2021: the 15-minute tier of towns (some 3 km², 50,000–100,000 people, as quoted), and the tier of 5 to 10 minutes; the text does not say how walks are measured.",
        },
        asks: [
          { category: "primary_school", straight: 500, basis: "ss-s", from: [TDT_SCHOOL] },
          { category: "community_health_center", inside: true, basis: "ss--", from: [TDT_CENTER] },
          { category: "community_health_station", straight: 500, basis: "ss-s", from: [TDT_STATION] },
          { category: "kindergarten", minutes: 10, basis: "sso-", from: [TDT_BASIC] },
        ],
      },
    ],
    categories: pick(
      categories,
      ...["primary_school", "community_health_center", "community_health_station", "kindergarten"],
    ),
  });
}
