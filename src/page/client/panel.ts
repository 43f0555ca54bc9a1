import { pageTexts } from "../../base/texts/renderings/page.js";
import { formatArea } from "../../report/format-area.js";
import { formatCount, formatMinutes, formatShare, UNKNOWN_MARK } from "../../report/format-number.js";
import { toThresholdText } from "../../report/sentences.js";
import { CELL_STATUSES, CIRCLE_STATES, digitsOfArea, NONE, shareOfCell } from "../page-cells.js";
import { el, replace } from "./dom.js";
import { cutoffText, missingOf, readArea, scoreText } from "./measures.js";
import { nameOfArea, type PageModel, requirementsOf } from "./model.js";
import type { PageState, PageStore } from "./state.js";

const WORST_COUNT = 10;
const MARKS: Readonly<Record<(typeof CELL_STATUSES)[number], string>> = {
  covered: "✓",
  partly: "◐",
  uncovered: "✗",
  unreachable: "⊘",
  "no-data": "?",
  unknown: "–",
};

/** The chosen neighborhood: who lives there, its circles, what is missing, each category with its nearest facility. */
export function makePanel(store: PageStore): HTMLElement {
  const panel = el("section", { class: "panel", "aria-labelledby": "panel-title", "aria-live": "polite" });
  store.listen((state, before) => {
    const isSame = before !== null && before.area === state.area;
    const scroll = panel.scrollTop;
    replace(panel, ...(state.area < 0 ? emptyPanel(store, state) : fullPanel(store, state)));
    panel.scrollTop = isSame ? scroll : 0;
  });
  return panel;
}

/** Nothing is chosen: those that need a look first. */
function emptyPanel(store: PageStore, state: PageState): Node[] {
  const { model } = store;
  const tell = pageTexts(state.locale);
  const worst = listWorst(model, state).map((area) => {
    const choose = () => store.set({ area });
    const name = el("button", { type: "button", class: "link", click: choose }, nameOfArea(model, area));
    return el("li", {}, name, ` ${readArea(model, state, area).text}`);
  });
  const list = worst.length === 0 ? [] : [el("p", {}, tell("page.worstOnes")), el("ol", {}, ...worst)];
  return [el("h2", { id: "panel-title" }, tell("page.chosen")), el("p", {}, tell("page.chooseOne")), ...list];
}

/** The areas of the worst colors, the most people first. */
function listWorst(model: PageModel, state: PageState): number[] {
  const { population } = state.result.cells;
  const ranks = Array.from({ length: model.areaCount }, (_, area) => readArea(model, state, area).rank);
  const peopleOf = (area: number) => population[area] || 0;
  return [...ranks.keys()]
    .filter((area) => (ranks[area] ?? NONE) > 0)
    .sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0) || peopleOf(b) - peopleOf(a))
    .slice(0, WORST_COUNT);
}

function fullPanel(store: PageStore, state: PageState): Node[] {
  const { model } = store;
  const tell = pageTexts(state.locale);
  const { cells } = state.result;
  const people = cells.population[state.area] as number;
  const facts = [
    `${tell("report.population")} ${formatCount(Number.isNaN(people) ? null : people)}`,
    formatArea(cells.squareMeters[state.area] as number, state.locale),
    model.facts.areas[state.area]?.id ?? "",
  ];
  const rings = model.isochrone.firstRing;
  const hasIsochrone = (rings[state.area + 1] ?? 0) > (rings[state.area] ?? 0);
  return [
    el(
      "div",
      { class: "panel-head" },
      el("h2", { id: "panel-title" }, nameOfArea(model, state.area)),
      el(
        "button",
        {
          type: "button",
          "aria-label": tell("page.close"),
          title: tell("page.close"),
          click: () => store.set({ area: -1 }),
        },
        "×",
      ),
    ),
    el("p", { class: "small" }, facts.join(" · ")),
    ...(hasIsochrone
      ? [el("p", { class: "small" }, tell("page.isochroneOf", { minutes: model.facts.isochroneMinutes }))]
      : []),
    ...model.facts.standard.circles.map((_, circle) => circleOf(store, state, circle)),
  ];
}

function circleOf(store: PageStore, state: PageState, circle: number): HTMLElement {
  const { model } = store;
  const rows = requirementsOf(model, circle);
  const title = `${model.facts.standard.circles[circle]?.label[state.locale]} ${scoreText(model, state, state.area, circle)}`;
  return el(
    "details",
    { open: circle === state.circle },
    el("summary", {}, el("h3", {}, title)),
    el("p", { class: "why" }, whyOf(model, state, circle)),
    el("ul", { class: "needs" }, ...sortedByNeed(model, state, rows).map((row) => needOf(store, state, row))),
  );
}

function whyOf(model: PageModel, state: PageState, circle: number): string {
  const tell = pageTexts(state.locale);
  const { requirements } = model.facts.standard;
  const circleState = CIRCLE_STATES[state.result.cells.state[state.area * model.circleCount + circle] as number];
  if (circleState === "no-data") return tell("report.noData");
  if (circleState === "unknown") return tell("page.why.unknown");
  const names = missingOf(model, state, state.area, circle, true).map((row) => requirements[row]?.label[state.locale]);
  return names.length === 0
    ? tell("page.why.nothing")
    : tell("page.why.missing", { names: names.join(tell("report.listSeparator")) });
}

/** What is missing first; mandatory before optional; else in the standard's order. */
function sortedByNeed(model: PageModel, { result, area }: PageState, rows: readonly number[]): number[] {
  const { requirements } = model.facts.standard;
  const rank = (row: number) =>
    (result.cells.isMissing[area * model.requirementCount + row] === 1 ? 0 : 2) +
    (requirements[row]?.necessity === "mandatory" ? 0 : 1);
  return [...rows].sort((a, b) => rank(a) - rank(b) || a - b);
}

function needOf(store: PageStore, state: PageState, row: number): HTMLElement {
  const { model } = store;
  const { locale, result, area } = state;
  const { cells } = result;
  const cell = area * model.requirementCount + row;
  const requirement = model.facts.standard.requirements[row];
  const status = CELL_STATUSES[cells.status[cell] as number] ?? "unknown";
  const statusText = status === "unknown" ? UNKNOWN_MARK : pageTexts(locale)(`report.status.${status}`);
  const share = shareOfCell(cells.share[cell] as number);
  const need = requirement?.necessity ?? "label";
  const threshold = requirement === undefined ? "" : toThresholdText(requirement, locale);
  const limit = requirement?.count === 1 ? `≤ ${threshold}` : threshold;
  return el(
    "li",
    { class: `need ${status}` },
    el("span", { class: "mark", "aria-hidden": "true" }, MARKS[status]),
    el(
      "span",
      {},
      el("strong", {}, requirement?.label[locale] ?? ""),
      ` ${statusText}${share === null ? "" : ` ${formatShare(share, digitsOfArea(cells, area))}`} `,
      el("span", { class: "small" }, `${pageTexts(locale)(`report.necessity.${need}`)} ${limit}`),
      el("br"),
      el("span", { class: "small" }, nearestOf(store, { ...state, requirement: row }, cell)),
    ),
  );
}

function nearestOf({ model, places }: PageStore, state: PageState, cell: number): string {
  const tell = pageTexts(state.locale);
  const { cells } = state.result;
  const status = CELL_STATUSES[cells.status[cell] as number];
  if (status === "no-data" || status === "unknown" || status === "unreachable") return "";
  const facility = cells.nearest[cell] as number;
  if (facility === NONE) return tell("page.noneWithin", { limit: cutoffText(model, state) });
  const minutes = cells.minutes[cell] as number;
  const meters = cells.meters[cell] as number;
  const within = cells.within[cell] as number;
  const told = [
    places.nameOf(facility),
    minutes === NONE ? "" : tell("page.nearest.minutes", { minutes: formatMinutes(6 * minutes) }),
    meters === NONE ? "" : tell("page.nearest.meters", { meters: formatCount(meters) }),
  ].filter((one) => one !== "");
  const nearest = tell("page.nearest", { told: told.join(tell("page.nearest.separator")) });
  if (within === NONE) return nearest;
  return `${nearest}${tell("report.clauseSeparator")}${tell("page.within", { count: within })}`;
}
