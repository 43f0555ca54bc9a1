import { type CitedDocument, cited } from "./lines.js";

// What the lines of the neutral standard cite, besides `documents.ts`. Left out of bundles that do not use it.

export const FRAMEWORK: CitedDocument = /* @__PURE__ */ cited(
  "包容性15分钟城市的通用框架，Nature Cities 1:633–641",
  "A universal framework for inclusive 15-minute cities, Nature Cities 1:633–641",
  "2024",
);
export const SIX_FUNCTIONS: CitedDocument = /* @__PURE__ */ cited("Smart Cities 4:93–111", undefined, "2021");
export const X_MINUTES: CitedDocument = /* @__PURE__ */ cited("Cities 131:103924", undefined, "2022");
export const OTTAWA: CitedDocument = /* @__PURE__ */ cited(
  "渥太华15分钟街区（报道；15 分钟）",
  "Ottawa's 15-minute neighborhoods, as reported: 15 minutes",
);
export const HEALTHY_CITIES: CitedDocument = /* @__PURE__ */ cited(
  "全球健康与可持续城市指标（GHSCI）代码（沿路 500 米）",
  "Code of the Global Healthy and Sustainable City Indicators (GHSCI): 500 m along the streets",
);
export const SDG_SPACE: CitedDocument = /* @__PURE__ */ cited(
  "转述 SDG 11.7.1 元数据的资料（沿路 400 米）",
  "texts that sum up the metadata of SDG 11.7.1: 400 m along the streets",
);
