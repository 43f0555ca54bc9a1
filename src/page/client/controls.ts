import { pageTexts } from "../../base/texts/renderings/page.js";
import type { Locale } from "../../base/words.js";
import type { MeasureId } from "../page-model.js";
import { el, replace } from "./dom.js";
import { listClasses, readArea } from "./measures.js";
import { requirementsOf } from "./model.js";
import { measuresOf, type PageStore } from "./state.js";

const LOCALES: readonly Locale[] = ["zh", "en"];

/** The switch of languages and the link to this view. */
export function makeTools(store: PageStore): HTMLElement {
  const said = el("span", { role: "status", class: "small" });
  const copy = el("button", {
    type: "button",
    click: async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        said.textContent = pageTexts(store.state.locale)("page.linkCopied");
      } catch {
        said.textContent = location.href; // where the page may not touch the clipboard, it can be copied by hand
      }
    },
  });
  const languages = el("span", { role: "group" });
  const buttons = LOCALES.map((locale) =>
    el(
      "button",
      { type: "button", lang: pageTexts(locale)("report.languageTag"), click: () => store.set({ locale }) },
      pageTexts(locale)("report.language"),
    ),
  );
  languages.append(...buttons);
  store.listen(({ locale }) => {
    copy.textContent = pageTexts(locale)("page.copyLink");
    languages.setAttribute("aria-label", pageTexts(locale)("page.languageSwitch"));
    buttons.forEach((button, row) => {
      button.setAttribute("aria-pressed", String(LOCALES[row] === locale));
    });
    document.documentElement.lang = pageTexts(locale)("report.languageTag");
    document.documentElement.dataset.locale = locale;
  });
  return el("div", { class: "tools" }, languages, copy, said);
}

/** What the map shows, by what it is colored, and the search. */
export function makeControls(store: PageStore): HTMLElement {
  const box = el("div", { class: "controls" });
  const select = el("select", { id: "show", change: () => store.set({ requirement: Number(select.value) }) });
  const showLabel = el("label", { for: "show" });
  const legend = el("legend");
  const radios = el("fieldset", {}, legend);
  const help = el("p", { class: "small" });
  const dots = el("input", {
    type: "checkbox",
    id: "dots",
    change: () => store.set({ showsFacilities: dots.checked }),
  });
  const dotsLabel = el("label", { for: "dots" });
  box.append(el("div", {}, showLabel, select), radios, el("div", {}, dots, dotsLabel), makeSearch(store), help);
  store.listen((state) => {
    const { locale, circle, requirement, measure, showsFacilities } = state;
    const tell = pageTexts(locale);
    const { requirements } = store.model.facts.standard;
    showLabel.textContent = tell("page.show");
    legend.textContent = tell("page.colorBy");
    help.textContent = tell(`page.measureHelp.${measure}`);
    dotsLabel.textContent = tell("page.facilities");
    dots.checked = showsFacilities;
    replace(
      select,
      el("option", { value: -1 }, tell("page.wholeCircle")),
      ...requirementsOf(store.model, circle).map((row) =>
        el("option", { value: row }, requirements[row]?.label[locale] ?? ""),
      ),
    );
    select.value = String(requirement);
    const focused = document.activeElement?.id;
    replace(radios, legend, ...measuresOf(store.model, state).map((id) => radio(store, id)));
    if (focused?.startsWith("by-")) document.getElementById(focused)?.focus();
  });
  return box;
}

function radio(store: PageStore, id: MeasureId): HTMLElement {
  const { locale, measure } = store.state;
  return el(
    "span",
    { class: "choice" },
    el("input", {
      type: "radio",
      name: "measure",
      id: `by-${id}`,
      checked: id === measure,
      change: () => store.set({ measure: id }),
    }),
    el("label", { for: `by-${id}` }, pageTexts(locale)(`page.measure.${id}`)),
  );
}

/** Finds neighborhoods by a part of their name or id; `/` leads here. */
function makeSearch(store: PageStore): HTMLElement {
  const { areas } = store.model.facts;
  const list = el(
    "datalist",
    { id: "names" },
    ...(areas.length > 2000 ? [] : areas.map(({ id, name }) => el("option", { value: name ?? id }))),
  );
  const label = el("label", { for: "search" });
  const said = el("span", { class: "small", role: "status" });
  const find = () => {
    const text = input.value.trim().toLowerCase();
    if (text === "") return;
    const names = areas.map(({ id, name }) => [id.toLowerCase(), (name ?? id).toLowerCase()] as const);
    const exact = names.findIndex((one) => one.includes(text));
    const area = exact >= 0 ? exact : names.findIndex((one) => one.some((part) => part.includes(text)));
    said.textContent = area < 0 ? pageTexts(store.state.locale)("page.noHit") : "";
    if (area >= 0) store.set({ area });
  };
  const input = el("input", { type: "search", id: "search", list: "names", autocomplete: "off", change: find });
  addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    input.focus();
  });
  store.listen(({ locale }) => {
    label.textContent = pageTexts(locale)("page.search");
    input.placeholder = pageTexts(locale)("page.searchHint");
  });
  return el("div", {}, label, input, list, said);
}

/** The colors, with how many neighborhoods have each. */
export function makeLegend(store: PageStore): HTMLElement {
  const list = el("ul", { class: "legend" });
  store.listen((state) => {
    const { model } = store;
    const counts = new Map<number, number>();
    for (let area = 0; area < model.areaCount; area++) {
      const { rank } = readArea(model, state, area);
      counts.set(rank, (counts.get(rank) ?? 0) + 1);
    }
    const item = (swatch: HTMLElement, label: string, rank: number) =>
      el("li", {}, swatch, `${label} `, el("span", { class: "small" }, `(${counts.get(rank) ?? 0})`));
    const classes = listClasses(model, state).map(({ color, label }, rank) => {
      const swatch = el("span", { class: "swatch", "aria-hidden": "true" });
      swatch.style.background = color;
      return item(swatch, label, rank);
    });
    const tell = pageTexts(state.locale);
    const none = el("span", { class: "swatch none", "aria-hidden": "true" });
    replace(list, ...classes, item(none, `${tell("report.noData")} / ${tell("report.unknown")}`, -1));
  });
  return list;
}
