import { pageTexts } from "../../base/texts/renderings/page.js";
import { AXIS, classOf } from "../../charts/axis.js";
import { formatCount, formatShare, UNKNOWN_MARK } from "../../report/format-number.js";
import { NONE, shareOfCell } from "../page-cells.js";
import { type PageChoice, ROWS_AT_ONCE } from "./choice.js";
import { html, type Markup, NOTHING, pressed, sets } from "./markup.js";
import { circleOf, nameOfArea, type PageData } from "./page-data.js";
import { placeName } from "./place-name.js";
import { circleText, gradeNotes, type Reading, readArea, readCircle, readServices } from "./reading.js";
import { shortName, writeGlyph } from "./ring.js";
import { symbolOf } from "./symbols.js";

interface Column {
  readonly title: string;
  /** Stands upright below a title that is written upwards. */
  readonly symbol?: string;
  readonly full: string;
  /** For sorting: numbers, or texts; `null` goes last. */
  readonly valueOf: (area: number) => number | string | null;
  readonly write: (area: number) => Markup | string;
  readonly isHeat?: boolean;
  /** Whether another circle begins here. */
  readonly isFirst?: boolean;
}

/** Writes all neighborhoods: by their circles, or by all services as a field of colors; sorted by what a column shows. */
export function writeAreaTable(data: PageData, choice: PageChoice): Markup {
  const tell = pageTexts(choice.locale);
  const columns = choice.table === "scores" ? scoreColumns(data, choice) : serviceColumns(data, choice);
  const sort = Math.min(choice.sort, columns.length - 1);
  const rows = sortedRows(data, choice, columns[sort] as Column);
  const shown = rows.slice(0, choice.rowCount);
  const head = columns.map(({ title, symbol, full, isHeat, isFirst }, row) => {
    const direction = row !== sort ? "none" : choice.isDescending ? "descending" : "ascending";
    const arrow = row !== sort ? "" : choice.isDescending ? " ↓" : " ↑";
    const label = isHeat
      ? html`<span class="vt">${title}</span><span class="sy">${symbol ?? ""}${arrow}</span>`
      : html`${title}${arrow}`;
    return html`<th scope="col" aria-sort="${direction}"${isFirst ? html` class="gap"` : ""}><button type="button" id="sort-${row}" title="${full}" ${sets({ sort: row, isDescending: row === sort ? !choice.isDescending : false })}>${label}</button></th>`;
  });
  const body = shown.map((area) => {
    const isChosen = area === choice.area;
    const [, ...rest] = columns;
    return html`<tr${isChosen ? html` class="chosen"` : ""}><th scope="row"><button type="button" id="row-${area}" ${pressed(isChosen)} ${sets({ area: isChosen ? -1 : area })}>${choice.table === "scores" && writeGlyph(data, area)}${placeName(nameOfArea(data, area), choice.locale)}</button></th>${rest.map(({ write, isHeat }) => (isHeat ? write(area) : html`<td class="r">${write(area)}</td>`))}</tr>`;
  });
  const switcher = (["scores", "services"] as const).map(
    (table) =>
      html`<button type="button" id="table-${table}" ${pressed(table === choice.table)} ${sets({ table, sort: 2, isDescending: false })}>${tell(`page.table.${table}`, { count: data.facts.services.length })}</button>`,
  );
  const marks =
    choice.table === "scores" &&
    gradeNotes(data, shown, choice.locale).map((text) => html`<p class="note">${text}</p>`);
  const rest = rows.length - shown.length;
  const more =
    rest > 0
      ? html`<p><button type="button" class="btn" id="more-rows" ${sets({ rowCount: choice.rowCount + ROWS_AT_ONCE })}>${tell("page.more", { count: Math.min(ROWS_AT_ONCE, rest) })}</button></p>`
      : NOTHING;
  return html`<h2>${tell("report.neighborhoods")}</h2><div class="tools"><div class="seg" role="group" aria-label="${tell("page.table.what")}">${switcher}</div><label for="filter">${tell("page.filter")}</label><input type="search" id="filter" autocomplete="off" data-do="filter" value="${choice.filter}"><span class="soft t2" role="status">${tell("page.shown", { shown: formatCount(shown.length), all: formatCount(data.areaCount) })}</span></div><div class="wrap" tabindex="0" role="group" aria-label="${tell("report.neighborhoods")}"><table id="table" class="${choice.table === "services" ? "mx" : ""}"><caption class="hidden">${tell("report.neighborhoods")}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${more}${marks}`;
}

function sortedRows(data: PageData, { filter, locale, isDescending }: PageChoice, column: Column): number[] {
  const wanted = filter.trim().toLowerCase();
  const rows = [...data.facts.areas.keys()].filter((area) => {
    const one = data.facts.areas[area];
    return wanted === "" || `${one?.name ?? ""} ${one?.id ?? ""}`.toLowerCase().includes(wanted);
  });
  const compareNames = data.compareNames(locale);
  const sign = isDescending ? -1 : 1;
  const values = new Map(rows.map((area) => [area, column.valueOf(area)]));
  return rows.sort((a, b) => {
    const [first, second] = [values.get(a) ?? null, values.get(b) ?? null];
    if (first === null || second === null) return Number(first === null) - Number(second === null) || a - b;
    if (typeof first === "string" || typeof second === "string")
      return sign * compareNames(String(first), String(second)) || a - b;
    return (first === second ? 0 : sign * (first - second)) || a - b;
  });
}

function firstColumns(data: PageData, { locale }: PageChoice): Column[] {
  const tell = pageTexts(locale);
  const { cells } = data;
  const people = (area: number) => {
    const value = cells.population[area] as number;
    return Number.isNaN(value) ? null : value;
  };
  const name = (area: number) => nameOfArea(data, area);
  return [
    { title: tell("report.neighborhood"), full: tell("report.neighborhood"), valueOf: name, write: name },
    {
      title: tell("report.population"),
      full: tell("report.population"),
      valueOf: people,
      write: (area) => formatCount(people(area)),
    },
  ];
}

function scoreColumns(data: PageData, choice: PageChoice): Column[] {
  const { locale } = choice;
  const { cells, facts } = data;
  const tell = pageTexts(locale);
  const of = { cells, locale };
  const services = tell("report.services.of", { all: facts.services.length });
  const chosen = facts.standard.requirements[choice.requirement];
  return [
    ...firstColumns(data, choice),
    {
      ...{ title: services, full: services },
      valueOf: (area) => readServices(data, area, cells).value,
      write: (area) => chip(readServices(data, area, cells)),
    },
    ...facts.standard.circles.map(
      ({ label }, circle): Column => ({
        ...{ title: `${symbolOf(circle)} ${shortName(label[locale], locale)}`, full: label[locale] },
        valueOf: (area) => readCircle(data, area, circle, of).value,
        write: (area) => chip({ ...readCircle(data, area, circle, of), text: circleText(data, area, circle, of) }),
      }),
    ),
    ...(chosen === undefined
      ? []
      : [
          {
            ...{ title: chosen.label[locale], full: chosen.label[locale] },
            valueOf: (area: number) => readArea(data, choice, area).value,
            write: (area: number) => chip(readArea(data, choice, area)),
          },
        ]),
  ];
}

function chip({ text, band }: Reading): Markup {
  return html`<span class="chip c${band < 0 ? "v" : band}">${text}</span>`;
}

/** A column for each service, the shares of people in the colors of the map. */
function serviceColumns(data: PageData, choice: PageChoice): Column[] {
  const { facts, cells, requirementCount } = data;
  let circle = -1;
  const byCircle = [...facts.services].sort((a, b) => circleOf(data, a) - circleOf(data, b) || a - b);
  return [
    ...firstColumns(data, choice),
    ...byCircle.map((row): Column => {
      const own = circleOf(data, row);
      const isFirst = own !== circle;
      circle = own;
      const label = facts.standard.requirements[row]?.label[choice.locale] ?? "";
      const shareOf = (area: number) => shareOfCell(cells.share[area * requirementCount + row] as number);
      return {
        ...{ title: label, symbol: symbolOf(own), full: label, isHeat: true, isFirst, valueOf: shareOf },
        write: (area) => {
          const share = shareOf(area);
          const text = share === null ? UNKNOWN_MARK : formatShare(share, 0).replace("%", "");
          const band =
            share === null || (cells.share[area * requirementCount + row] as number) === NONE
              ? "v"
              : classOf(100 * share, AXIS);
          return html`<td class="mc c${band}${isFirst ? " gap" : ""}">${text}</td>`;
        },
      };
    }),
  ];
}
