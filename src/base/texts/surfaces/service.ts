import type { SurfaceTexts } from "../text-id.js";
import { ELSEWHERE_ACTIONS } from "./elsewhere.js";

/** What the service recommends: members of a request. The `options` in a body have the names that the library gives them. */
export const IN_SERVICE: SurfaceTexts = {
  "option.amongLayers.hint": { en: 'Move it into "options".', zh: "请将其移到 “options” 中。" },
  "standard.elsewhere.action": ELSEWHERE_ACTIONS.service,
  "isochrone.noStreets.hint": {
    en: "Start the service with --streets <file>.",
    zh: "请用 --streets <文件> 启动服务。",
  },
  "table.datum.amap.hint": {
    en: 'Amap gives GCJ-02: "options": { "datum": { "{path}": "gcj02" } }; if it was converted, "wgs84". A wrong one moves every place by 300 to 1200 m.',
    zh: '高德为 GCJ-02："options": { "datum": { "{path}": "gcj02" } }；若已转换，则为 "wgs84"。选错会使所有地点偏移 300 至 1200 米。',
  },
  "table.datum.baidu.hint": {
    en: 'Baidu gives BD-09 if not asked otherwise: "options": { "datum": { "{path}": "bd09" } }; or "gcj02", or, if it was converted, "wgs84". A wrong one moves every place by 300 to 1200 m.',
    zh: '若未另行指定，百度为 BD-09："options": { "datum": { "{path}": "bd09" } }；或为 "gcj02"；若已转换，则为 "wgs84"。选错会使所有地点偏移 300 至 1200 米。',
  },
  "isochrone.offStreet.hint": { en: "Choose a start near a street.", zh: "请选择道路附近的起点。" },
  "isochrone.grid.hint": { en: "Ask for shorter times.", zh: "请缩短时间。" },

  // the page that was written from there
  "page.whatIf.absent": {
    en: "To stay small, this page leaves out the street network, so nothing can be tried out in it. To include it, write the page with quarterhour run --what-if always.",
    zh: "为控制文件大小，此页面不含路网，不能试算；如需试算，请用 quarterhour run --what-if always 生成。",
  },
};
