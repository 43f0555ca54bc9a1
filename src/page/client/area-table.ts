import { pageTexts } from "../../base/texts/renderings/page.js";
import { formatCount } from "../../report/format-number.js";
import { CIRCLE_STATES, NONE } from "../page-cells.js";
import { el, replace } from "./dom.js";
import { missingOf, readArea, scoreText } from "./measures.js";
import { nameOfArea } from "./model.js";
import { isUnchanged, type PageState, type PageStore } from "./state.js";

/** So many rows at first, and more at each press: ten thousand at once would be slow. */
const ROWS_AT_ONCE = 250;

interface Column {
  readonly title: string;
  /** For sorting: numbers, or texts; `null` goes last. */
  readonly valueOf: (area: number) => number | string | null;
  readonly textOf: (area: number) => string;
}

/** All neighborhoods: sorted by any column, filtered by name, linked to the map. */
export function makeAreaTable(store: PageStore): HTMLElement {
  const { areas } = store.model.facts;
  let sort = { column: 0, isDescending: false };
  let rowCount = ROWS_AT_ONCE;
  let filter = "";
  const title = el("h2", { id: "table-title" });
  const label = el("label", { for: "filter" });
  const input = el("input", {
    type: "search",
    id: "filter",
    autocomplete: "off",
    input: () => {
      filter = input.value.trim().toLowerCase();
      rowCount = ROWS_AT_ONCE;
      draw(store.state);
    },
  });
  const shown = el("span", { class: "small", role: "status" });
  const head = el("thead");
  const body = el("tbody");
  const more = el("button", {
    type: "button",
    click: () => {
      rowCount += ROWS_AT_ONCE;
      draw(store.state);
    },
  });
  const table = el("table", { "aria-labelledby": "table-title" }, head, body);
  const section = el(
    "section",
    { id: "table", "aria-labelledby": "table-title" },
    title,
    el("p", {}, label, input, shown),
    el("div", { class: "wide", tabindex: 0, role: "group", "aria-labelledby": "table-title" }, table),
    more,
  );

  function draw(state: PageState): void {
    const columns = columnsOf(store, state);
    const tell = pageTexts(state.locale);
    title.textContent = tell("page.table");
    label.textContent = tell("page.filter");
    const focused = [...head.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement);
    replace(head, el("tr", {}, ...columns.map((column, row) => header(column, row))));
    if (focused >= 0) head.querySelectorAll("button")[focused]?.focus();
    const rows = sorted(columns[sort.column] ?? columns[0], state);
    const all = rows.slice(0, rowCount);
    replace(body, ...all.map((area) => rowOf(columns, area, state)));
    shown.textContent = tell("page.shown", { shown: formatCount(all.length), all: formatCount(areas.length) });
    more.hidden = all.length === rows.length;
    more.textContent = tell("page.more", { count: Math.min(ROWS_AT_ONCE, rows.length - all.length) });
  }

  function header({ title: text }: Column, row: number): HTMLElement {
    const isSorted = row === sort.column;
    const direction = !isSorted ? "none" : sort.isDescending ? "descending" : "ascending";
    const arrow = !isSorted ? "" : sort.isDescending ? " ▼" : " ▲";
    const press = () => {
      sort = { column: row, isDescending: isSorted ? !sort.isDescending : false };
      draw(store.state);
    };
    return el(
      "th",
      { scope: "col", "aria-sort": direction },
      el("button", { type: "button", click: press }, text + arrow),
    );
  }

  function sorted(column: Column | undefined, { locale }: PageState): number[] {
    const rows = [...areas.keys()].filter((area) => {
      const one = areas[area];
      return filter === "" || `${one?.name ?? ""} ${one?.id ?? ""}`.toLowerCase().includes(filter);
    });
    if (column === undefined) return rows;
    const collator = new Intl.Collator(locale === "zh" ? "zh-Hans" : "en", { numeric: true });
    const sign = sort.isDescending ? -1 : 1;
    const values = new Map(rows.map((area) => [area, column.valueOf(area)]));
    return rows.sort((a, b) => {
      const [first, second] = [values.get(a) ?? null, values.get(b) ?? null];
      if (first === null || second === null) return Number(first === null) - Number(second === null) || a - b;
      if (typeof first === "string" || typeof second === "string")
        return sign * collator.compare(String(first), String(second)) || a - b;
      return sign * (first - second) || a - b;
    });
  }

  function rowOf(columns: readonly Column[], area: number, state: PageState): HTMLElement {
    const isChosen = area === state.area;
    const choose = () => store.set({ area });
    const [name, ...rest] = columns.map(({ textOf }) => textOf(area));
    const button = el(
      "button",
      { type: "button", class: "link", "aria-pressed": String(isChosen), click: choose },
      name ?? "",
    );
    return el(
      "tr",
      { class: isChosen ? "chosen" : "" },
      el("th", { scope: "row" }, button),
      ...rest.map((text) => el("td", {}, text)),
    );
  }

  store.listen((state, before) => {
    const isOnlyChoice =
      before?.area !== state.area &&
      isUnchanged(state, before, ["locale", "circle", "requirement", "measure", "result"]);
    if (!isOnlyChoice) draw(state);
    else markChosen(body, sorted(columnsOf(store, state)[sort.column], state), state.area);
  });
  return section;
}

function markChosen(body: HTMLElement, rows: readonly number[], area: number): void {
  [...body.children].forEach((row, at) => {
    const isChosen = rows[at] === area;
    row.className = isChosen ? "chosen" : "";
    row.querySelector("button")?.setAttribute("aria-pressed", String(isChosen));
  });
}

function columnsOf({ model }: PageStore, state: PageState): Column[] {
  const { locale, result } = state;
  const { cells } = result;
  const tell = pageTexts(locale);
  const { standard } = model.facts;
  const numberOf = (value: number) => (Number.isNaN(value) || value === NONE ? null : value);
  const nameOf = (area: number) => nameOfArea(model, area);
  const countOf = (area: number) =>
    standard.circles.reduce((sum, _, circle) => sum + missingOf(model, state, area, circle, true).length, 0);
  const isKnown = (area: number) =>
    standard.circles.some(
      (_, circle) => CIRCLE_STATES[cells.state[area * model.circleCount + circle] as number] === "judged",
    );
  const told = model.facts.scale === "share" ? cells.circleShare : cells.score;
  const shown = standard.requirements[state.requirement] ?? standard.circles[state.circle];
  const measure = `${shown?.label[locale] ?? ""}${tell("report.colon")}${tell(`page.measure.${state.measure}`)}`;
  return [
    { title: tell("report.neighborhood"), valueOf: nameOf, textOf: nameOf },
    {
      title: tell("report.population"),
      valueOf: (area) => numberOf(cells.population[area] as number),
      textOf: (area) => formatCount(numberOf(cells.population[area] as number)),
    },
    ...standard.circles.map(
      ({ label }, circle): Column => ({
        title: label[locale],
        valueOf: (area) => numberOf(told[area * model.circleCount + circle] as number),
        textOf: (area) => scoreText(model, state, area, circle),
      }),
    ),
    {
      title: tell("page.measure.missing"),
      valueOf: (area) => (isKnown(area) ? countOf(area) : null),
      textOf: (area) => (isKnown(area) ? String(countOf(area)) : "–"),
    },
    ...(state.measure === "score"
      ? []
      : [
          {
            title: measure,
            valueOf: (area: number) => readArea(model, state, area).value,
            textOf: (area: number) => readArea(model, state, area).text,
          },
        ]),
  ];
}
