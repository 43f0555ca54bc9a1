import { pageTexts } from "../base/texts/renderings/page.js";
import type { Surface } from "../base/texts/surfaces.js";
import type { Label, Locale } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { escapeHtml } from "../report/escape-html.js";
import { toPageNotes, toWarningList } from "../report/page-tables.js";
import { ENGINE_SCRIPT, PAGE_SCRIPT, PAGE_STYLE } from "./page-assets.js";
import type { PageBlock } from "./page-block.js";
import type { WhatIfState } from "./page-model.js";

const LOCALES: readonly Locale[] = ["zh", "en"];

/** What stands in the page besides its report. */
export interface PageShell {
  readonly locale: Locale;
  readonly surface: Surface;
  readonly state: WhatIfState;
  readonly blocks: readonly PageBlock[];
}

/** Writes the page around its blocks: all it says without a script, its policy, style and scripts. */
export function toPageShell(report: CoverageReport, { locale, surface, state, blocks }: PageShell): string {
  const hasCity = state === "included";
  const scripts = hasCity ? [ENGINE_SCRIPT, PAGE_SCRIPT] : [PAGE_SCRIPT];
  const hashes = scripts.map(({ hash }) => `'${hash}'`).join(" ");
  const policy = [
    "default-src 'none'",
    `script-src ${hashes}${hasCity ? " 'wasm-unsafe-eval'" : ""}`,
    `style-src '${PAGE_STYLE.hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const title = LOCALES.map((one) => pageTexts(one)("report.title")).join(" · ");
  return [
    `<!DOCTYPE html><html lang="${pageTexts(locale)("report.languageTag")}" data-locale="${locale}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>`,
    `<style>${PAGE_STYLE.text}</style></head><body>`,
    `<header>${both("h1", (one) => pageTexts(one)("report.title"))}<div id="tools"></div></header>`,
    `<main id="app" data-what-if="${state}"><noscript>${both("p", (one) => pageTexts(one)("page.needsScript"))}</noscript>`,
    `<div id="warnings">${inBoth((one) => toWarningList(report, one, surface))}</div></main>`,
    `<footer id="notes">${inBoth((one) => toPageNotes(report, one, surface))}</footer>`,
    ...blocks.map(({ id, text }) => `<script type="application/octet-stream" id="block-${id}">${text}</script>`),
    ...scripts.map(({ text }) => `<script>${text}</script>`),
    "</body></html>\n",
  ].join("\n");
}

function inBoth(write: (locale: Locale) => string): string {
  return LOCALES.map(
    (one) => `<div lang="${pageTexts(one)("report.languageTag")}" data-only="${one}">${write(one)}</div>`,
  ).join("");
}

function both(tag: string, write: (locale: Locale) => Label[Locale]): string {
  return LOCALES.map(
    (one) =>
      `<${tag} lang="${pageTexts(one)("report.languageTag")}" data-only="${one}">${escapeHtml(write(one))}</${tag}>`,
  ).join("");
}
