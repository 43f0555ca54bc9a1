import { pageTexts } from "../../base/texts/renderings/page.js";
import type { Locale } from "../../base/words.js";
import type { PageChoice } from "./choice.js";
import { html, type Markup, pressed, sets } from "./markup.js";
import type { PageData } from "./page-data.js";

const LOCALES: readonly Locale[] = ["zh", "en"];
const SECTIONS = ["map", "services", "neighborhoods", "fairness", "method"] as const;

/** Writes the bar: whose report it is, the parts of the page, language, light, link, files. */
export function writeTopBar(data: PageData, choice: PageChoice): Markup {
  const tell = pageTexts(choice.locale);
  const languages = LOCALES.map(
    (locale) =>
      html`<button type="button" id="lang-${locale}" lang="${pageTexts(locale)("report.languageTag")}" ${pressed(locale === choice.locale)} ${sets({ locale })}>${pageTexts(locale)("report.language")}</button>`,
  );
  const links = SECTIONS.map((id) => html`<a href="#${id}">${tell(`page.section.${id}`)}</a>`);
  const files = (["copy-link", "open-report", "save-csv", "print"] as const).map(
    (id) =>
      html`<button type="button" class="item" id="menu-${id}" data-do="${id}"><span>${tell(`page.menu.${id}`)}</span></button>`,
  );
  return html`<a class="skip" href="#map">${tell("page.skip")}</a><div class="brand">${logo()}<span>quarterhour</span>${data.facts.city !== null && html`<small>${data.facts.city}</small>`}</div><nav aria-label="${tell("page.sections")}">${links}</nav><div class="right"><div class="seg" role="group" aria-label="${tell("page.languageSwitch")}">${languages}</div><button type="button" class="btn bare" id="theme" data-do="theme" aria-label="${tell("page.theme")}" title="${tell("page.theme")}">◐</button><details class="menu"><summary class="btn pri" id="menu">${tell("page.menu")}</summary><div>${files}</div></details></div>`;
}

/** The ring of four quarter hours. */
function logo(): Markup {
  return html`<svg viewBox="0 0 32 32" aria-hidden="true"><path class="arc logo a5" d="M4 15A12 12 0 0 1 15 4"/><path class="arc logo a4" d="M17 4A12 12 0 0 1 28 15"/><path class="arc logo a1" d="M28 17A12 12 0 0 1 17 28"/><path class="arc logo a2" d="M15 28A12 12 0 0 1 4 17"/></svg>`;
}
