import { showing } from "../base/showing.js";
import type { Circle, Requirement, Standard } from "../model/standard.js";
import { SDG_BUS, SDG_RAIL } from "./documents.js";
import { type Line, toRequirements } from "./lines.js";
import { neutralCategories } from "./neutral-categories.js";
import { FRAMEWORK, HEALTHY_CITIES, OTTAWA, SDG_SPACE, SIX_FUNCTIONS, X_MINUTES } from "./neutral-documents.js";

/** By circle. The letters are those of `chengdu-four-circles.ts`. */
const LINES: Readonly<Record<string, readonly Line[]>> = {
  supplies: [
    ["fresh_food", "mandatory", 15, 500, "copc", OTTAWA, HEALTHY_CITIES, FRAMEWORK],
    ["convenience_shop", "mandatory", 15, 500, "cooc", HEALTHY_CITIES],
    ["other_shops", "mandatory", 15, null, "cop-", OTTAWA, SIX_FUNCTIONS],
  ],
  care: [
    ["pharmacy", "mandatory", 15, null, "coo-", X_MINUTES, FRAMEWORK],
    ["doctor", "mandatory", 15, null, "cop-", OTTAWA, FRAMEWORK],
  ],
  learning: [
    ["childcare", "mandatory", 15, null, "pop-", OTTAWA],
    ["school", "mandatory", 15, null, "cop-", OTTAWA, X_MINUTES, FRAMEWORK],
  ],
  enjoyment: [
    ["eating", "mandatory", 15, null, "coo-", FRAMEWORK],
    ["culture", "mandatory", 15, null, "coo-", FRAMEWORK],
    ["open_space", "mandatory", null, 400, "co-s", SDG_SPACE, HEALTHY_CITIES],
    ["playground", "mandatory", 15, null, "coo-", FRAMEWORK],
    ["exercise", "mandatory", 15, null, "cop-", OTTAWA, FRAMEWORK],
  ],
  services: [
    ["bank_post", "mandatory", 15, null, "coo-", FRAMEWORK],
    ["personal_service", "mandatory", 15, null, "coo-", FRAMEWORK],
    ["civic", "mandatory", 15, null, "ooo-"],
  ],
  moving: [
    ["bus_tram", "mandatory", null, 500, "co-c", SDG_BUS, SDG_RAIL],
    // Shown; it satisfies the line above, and a town without rail lacks nothing.
    ["rail_ferry", "label", null, 1000, "co-c", SDG_RAIL],
  ],
};

/** Either will do (SDG: "and/or"). */
const OR_ELSE = { bus_tram: [{ category: "rail_ferry", threshold: { network: 1000 } }] };

const SOURCE = {
  zh: "分组为本项目设定：十五分钟城市六项功能（Smart Cities 4:93–111）中除居住与就业外的四项，另加生活事务与公共交通。",
  en: "The grouping is our own: the six functions of a 15-minute city (Smart Cities 4:93–111) without living and working, and besides them services and moving.",
};
const circle = (id: string, zh: string, en: string): Circle => ({ id, label: { zh, en }, source: SOURCE });
const circles: readonly Circle[] = [
  circle("supplies", "日常购物", "Supplies"),
  circle("care", "医疗保健", "Care"),
  circle("learning", "托幼与学校", "Learning"),
  circle("enjoyment", "休闲文体", "Enjoyment"),
  circle("services", "生活事务", "Services"),
  circle("moving", "公共交通", "Moving"),
];

/**
 * Holds a standard for any country: six groups, 17 lines, each known by OpenStreetMap tags everywhere, all of one weight and without
 * grades. Fifteen minutes at the profile's speed; transit and open space in metres along the streets.
 *
 * `judgeBy: "network"` judges fresh food and convenience shops by 500 m, as GHSCI does.
 *
 * @see "A universal framework for inclusive 15-minute cities", Nature Cities 1:633–641, 2024; SDG 11.2.1
 *
 * @example
 * ```ts
 * import { computeCoverage, fifteenMinuteCity } from "quarterhour";
 *
 * fifteenMinuteCity.circles.map(({ id }) => id); // → ["supplies","care","learning","enjoyment","services","moving"]
 * const neutral = computeCoverage(city, { standard: fifteenMinuteCity });
 * [neutral.standard.country, neutral.standard.grades]; // → [null,[]]
 * ```
 */
export const fifteenMinuteCity: Standard = /* @__PURE__ */ showing(makeStandard(), "standard");

function makeStandard(): Standard {
  const requirements: Requirement[] = circles.flatMap(({ id }) => toRequirements(id, LINES[id] ?? [], OR_ELSE));
  return {
    id: "fifteen-minute-city",
    label: { zh: "15分钟城市（通用标准）", en: "Fifteen-minute city (for any country)" },
    source: {
      zh: "Nature Cities 1:633–641（2024）；SDG 11.2.1；GHSCI；类别、分组和“每类最近一处 15 分钟”由本项目归并",
      en: "Nature Cities 1:633–641 (2024); SDG 11.2.1; GHSCI; the categories, the groups and “15 minutes to the nearest of each” are put together by this project",
    },
    judgeBy: "time",
    circles,
    categories: neutralCategories,
    requirements,
    scoring: {
      weights: { mandatory: 1, optional: 1, label: 0 },
      source: {
        zh: "各项权重相同；“不足 50% 居民可达即为短板”为本项目设定",
        en: "all lines have one weight; the 50 % below which a category is missing is our choice",
      },
    },
    missingBelowShare: 0.5,
  };
}
