import { pageTexts } from "../base/texts/renderings/page.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { escapeHtml } from "../report/escape-html.js";
import { toPageNotes, toWarningList } from "../report/page-tables.js";
import { ENGINE_SCRIPT, PAGE_SCRIPT, PAGE_STYLE, START_SCRIPT } from "./page-assets.js";
import type { PageBlock } from "./page-block.js";
import type { WhatIfState } from "./page-model.js";
import type { DescribedReport } from "./report-block.js";
import { AreaShapes } from "./view/area-shapes.js";
import { firstChoice, type PageChoice } from "./view/choice.js";
import { titleText } from "./view/headline.js";
import { writeMap } from "./view/map-stage.js";
import type { PageData } from "./view/page-data.js";
import { writeRegion } from "./view/regions.js";
import { writeRims } from "./view/ring.js";

const LOCALES: readonly Locale[] = ["zh", "en"];

/** What stands in the page besides its report. */
export interface PageShell {
  readonly locale: Locale;
  readonly surface: Surface;
  readonly state: WhatIfState;
  readonly described: DescribedReport;
  readonly blocks: readonly PageBlock[];
}

/** Writes the page: all that is seen first stands in it, so that nothing jumps when the script takes over; its policy, style, blocks and scripts. */
export function toPageShell(report: CoverageReport, shell: PageShell): string {
  const { locale, surface, state, described, blocks } = shell;
  const hasEngine = state === "included";
  const data = toPageData(described, state);
  const choice = firstChoice(locale);
  const region = (id: string) => writeRegion(id, data, choice).text;
  return [
    `<!DOCTYPE html><html lang="${pageTexts(locale)("report.languageTag")}" data-locale="${locale}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(state)}">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(titleText(data, locale))}</title>`,
    `<style>${PAGE_STYLE.text}</style></head><body>${writeRims(data).text}`,
    `<header class="bar" id="bar">${region("bar")}</header>`,
    `<main id="app" data-what-if="${state}"><div id="warnings">${inBoth((one) => toWarningList(report, one, surface))}</div>`,
    `<div class="hero"><div class="intro"><div id="intro">${region("intro")}</div><div id="ring">${region("ring")}</div><div id="step">${region("step")}</div></div>`,
    `${toStage(data, choice, region)}<div class="rail"><div id="place"></div><div id="tray"></div><div id="compare"></div><div id="card"></div><div id="rankings">${region("rankings")}</div></div></div>`,
    ...["services", "neighborhoods", "fairness"].map(
      (id) => `<section class="wide" id="${id}">${region(id)}</section>`,
    ),
    `<section class="wide" id="method"><details open><summary>${inBoth((one) => escapeHtml(pageTexts(one)("page.section.method")))}</summary>${inBoth((one) => toPageNotes(report, one, surface))}</details><noscript>${inBoth((one) => `<p>${escapeHtml(pageTexts(one)("page.needsScript"))}</p>`)}</noscript></section>`,
    `</main><p id="said" class="hidden" role="status" aria-live="polite"></p>`,
    ...blocks.map(({ id, text }) => toBlock(id, text)),
    ...(hasEngine ? [toBlock("engine", ENGINE_SCRIPT.text)] : []),
    toBlock("page", PAGE_SCRIPT.text),
    `<script>${START_SCRIPT.text}</script>`,
    "</body></html>\n",
  ].join("\n");
}

/** Gathers what the pieces of the page are written from. */
function toPageData({ facts, cells, reasons, outline }: DescribedReport, whatIf: WhatIfState): PageData {
  return {
    ...{ facts, cells, reasons, whatIf, before: null, compared: null },
    areaCount: facts.areas.length,
    circleCount: facts.standard.circles.length,
    requirementCount: facts.standard.requirements.length,
    shapes: new AreaShapes(outline),
    compareNames: () => (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  };
}

function toBlock(id: string, text: string): string {
  return `<script type="application/octet-stream" id="block-${id}">${text}</script>`;
}

function policyOf(state: WhatIfState): string {
  const scripts = [START_SCRIPT, PAGE_SCRIPT, ...(state === "included" ? [ENGINE_SCRIPT] : [])];
  const hashes = scripts.map(({ hash }) => `'${hash}'`).join(" ");
  return [
    "default-src 'none'",
    `script-src ${hashes}${state === "included" ? " 'wasm-unsafe-eval'" : ""}`,
    `style-src '${PAGE_STYLE.hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function toStage(data: PageData, choice: PageChoice, region: (id: string) => string): string {
  if (data.shapes.whole === null) return `<div class="stage" id="map-part"></div>`;
  const label = escapeHtml(pageTexts(choice.locale)("page.mapHelp"));
  return `<div class="stage" id="map-part"><div id="stage-head">${region("stage-head")}</div><div class="map-box"><div class="map" id="map" tabindex="0" role="application" aria-label="${label}">${writeMap(data, choice).text}</div></div><div id="four"></div><div id="stage-foot">${region("stage-foot")}</div></div>`;
}

function inBoth(write: (locale: Locale) => string): string {
  return LOCALES.map(
    (one) => `<div lang="${pageTexts(one)("report.languageTag")}" data-only="${one}">${write(one)}</div>`,
  ).join("");
}
