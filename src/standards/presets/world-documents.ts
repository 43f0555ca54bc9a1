import { type CitedDocument, cited } from "../lines.js";

// What the presets for other countries cite, besides `../neutral-documents.ts`.

export const WHO: CitedDocument = /* @__PURE__ */ cited(
  "转述世卫组织欧洲区《城市绿地与健康》（2016）的资料（0.5–1 公顷以上的绿地，300 米）",
  "texts that sum up “Urban green spaces and health”, WHO Europe: green of 0.5 to 1 ha or more within 300 m",
  "2016",
);
export const GHSCI_CODE: CitedDocument = /* @__PURE__ */ cited(
  "全球健康与可持续城市指标（GHSCI）代码（沿路 500 米）",
  "Code of the Global Healthy and Sustainable City Indicators (GHSCI): 500 m along the streets",
);
export const GHSCI_TRANSIT: CitedDocument = /* @__PURE__ */ cited(
  "全球健康与可持续城市指标（GHSCI）代码（沿路 500 米；任何站点，不看班次）",
  "Code of the Global Healthy and Sustainable City Indicators (GHSCI): 500 m along the streets to any stop, however often it is served",
);
export const INCLUSIVE: CitedDocument = /* @__PURE__ */ cited(
  "Nature Cities 1:633–641（九类、每类最近的 20 处、15 分钟；类别的标签为本项目设定）",
  "Nature Cities 1:633–641: nine categories, the 20 nearest of each, 15 minutes; what tags tell a category is our choice",
  "2024",
);
export const FUNCTIONS: CitedDocument = /* @__PURE__ */ cited(
  "Smart Cities 4:93–111（六项功能、步行或骑行 15 分钟；没有设施清单，类别为本项目设定）",
  "Smart Cities 4:93–111: six functions, 15 minutes on foot or by bicycle; it lists no facilities, the categories are our choice",
  "2021",
);
export const X_MINUTE: CitedDocument = /* @__PURE__ */ cited(
  "Cities 131:103924（四类为转述）",
  "Cities 131:103924 (the four kinds as quoted by others)",
  "2022",
);
export const STREET_SMART: CitedDocument = /* @__PURE__ */ cited(
  "转述 Street Smart 方法（2010）的资料（约 400 米内得满分）",
  "texts that sum up the Street Smart methodology of 2010: full credit within some 400 m",
  "2010",
);
export const MELBOURNE: CitedDocument = /* @__PURE__ */ cited(
  "墨尔本20分钟邻里（Plan Melbourne；单程 10 分钟、800 米）",
  "Plan Melbourne, 20-minute neighborhoods: 10 minutes or 800 m each way",
);
export const PORTLAND: CitedDocument = /* @__PURE__ */ cited(
  "转述波特兰“完整邻里”的资料",
  "texts that sum up Portland's complete neighborhoods",
);
export const OTTAWA_NINE: CitedDocument = /* @__PURE__ */ cited(
  "渥太华15分钟街区（报道；九类设施、15 分钟）",
  "Ottawa's 15-minute neighborhoods, as reported: nine amenities, 15 minutes",
);
export const SINGAPORE: CitedDocument = /* @__PURE__ */ cited(
  "新加坡陆路交通总体规划2040",
  "Singapore, Land Transport Master Plan 2040",
);
export const SEOUL: CitedDocument = /* @__PURE__ */ cited(
  "转述首尔“步行日常圈”（보행일상권）的资料",
  "texts that sum up Seoul's walkable daily living areas (보행일상권)",
);
export const UTRECHT: CitedDocument = /* @__PURE__ */ cited(
  "乌得勒支“十分钟城市”（步行 5 分钟内有绿地）",
  "Utrecht, ten-minute city: green within a walk of 5 minutes",
);
export const LEED: CitedDocument = /* @__PURE__ */ cited(
  "LEED for Neighborhood Development 2009, NPDc3（400 米；用途清单凭记忆）",
  "LEED for Neighborhood Development 2009, NPDc3: 400 m (its list of uses is recalled)",
  "2009",
);
