import { pageTexts } from "../../base/texts/renderings/page.js";
import { LIMIT_BREAKS, placeOf } from "../../charts/axis.js";
import { formatCount, formatMinutes, UNKNOWN_MARK } from "../../report/format-number.js";
import { toReasonSentence } from "../../report/reason-sentences.js";
import { toThresholdText } from "../../report/sentences.js";
import { CELL_STATUSES } from "../page-cells.js";
import { REASON_CAUSES } from "../page-reasons.js";
import type { PageChoice } from "./choice.js";
import { emphasized, withoutText } from "./headline.js";
import { html, type Markup, NOTHING, num, sets } from "./markup.js";
import { circleOf, nameOfArea, type PageData, servicesOf } from "./page-data.js";
import { placeName } from "./place-name.js";
import { amountOfArea } from "./ranked-lists.js";
import { rankMissing } from "./rankings.js";
import { costOfCell, servicesText } from "./reading.js";
import { writeGlyph } from "./ring.js";
import { symbolOf } from "./symbols.js";

/** Writes what one neighborhood has and lacks, beside another one, if one is compared with; nothing where none is chosen. */
export function writeAreaCard(data: PageData, choice: PageChoice, nameOfFacility: (row: number) => string): Markup {
  const { area, locale } = choice;
  if (area < 0) return NOTHING;
  const tell = pageTexts(locale);
  const name = nameOfArea(data, area);
  const close = html`<button type="button" class="btn bare" id="card-close" aria-label="${tell("page.close")}" ${sets({ area: -1, other: -1 })}>×</button>`;
  const whatIf =
    data.whatIf === "included"
      ? html`<button type="button" class="btn" id="card-what-if" data-do="add-here">${tell("page.card.whatIf")}</button>`
      : NOTHING;
  return html`<section class="card" aria-labelledby="card-title"><div class="top">${writeGlyph(data, area)}<div><h2 id="card-title">${placeName(name, locale)}</h2><p class="soft t2">${amountOfArea(data, area, choice)}</p></div>${close}</div><p class="say">${sentence(data, area, choice)}</p>${writeReasons(data, choice, nameOfFacility)}${writeOther(data, choice)}${writeStrip(data, choice, nameOfFacility)}<div class="acts">${whatIf}</div></section>`;
}

function sentence(data: PageData, area: number, { locale }: PageChoice): Markup {
  const tell = pageTexts(locale);
  const services = servicesText(data.cells, area);
  if (services === UNKNOWN_MARK) return html`${tell("page.why.unknown")}`;
  const [worst] = rankMissing(data, -1, area);
  const first = tell("page.card.services", { services, all: data.facts.services.length });
  if (worst === undefined || worst.amount === 0) return emphasized(first);
  const label = data.facts.standard.requirements[worst.requirement]?.label[locale] ?? "";
  return emphasized(
    `${first}${locale === "en" ? " " : ""}${tell("page.card.most", { name: label, share: worst.shareText })}`,
  );
}

/** Why the chosen circle, or each of them, is not complete; not while something is tried out. */
function writeReasons(
  { facts, reasons, before, cells, areaCount: city }: PageData,
  { area, circle, locale }: PageChoice,
  nameOfFacility: (row: number) => string,
): Markup {
  const own = [...reasons.area.keys()].filter(
    (row) => reasons.area[row] === area && (circle < 0 || reasons.circle[row] === circle),
  );
  if (own.length === 0 || before !== null) return NOTHING;
  const { circles, requirements } = facts.standard;
  const context = { standard: facts.standard, basis: cells.isByPeople[city] === 1 ? "population" : "area" } as const;
  const sentences = own.map((row) => {
    const lacking = reasons.lacking[row];
    const [barrier, facility, lift] = [reasons.barrier[row], reasons.facility[row], reasons.lift[row]];
    return toReasonSentence(
      context,
      {
        circle: circles[reasons.circle[row]]?.id ?? "",
        requirement: requirements[reasons.requirement[row]]?.id ?? "",
        ...{ lacking, cause: REASON_CAUSES[reasons.cause[row]], ofCause: lacking },
        ...(barrier < 0 ? {} : { barrier: facts.barriers[barrier] }),
        nearest: facility < 0 ? null : { facilityId: "", name: nameOfFacility(facility), excess: reasons.excess[row] },
        lift: lift < 0 ? null : { requirement: requirements[lift]?.id ?? "", points: reasons.points[row] },
      },
      locale,
    );
  });
  const title = pageTexts(locale)("report.why.title");
  return html`<details class="why"><summary>${title}</summary><ul class="changes">${sentences.map((text) => html`<li>${text}</li>`)}</ul></details>`;
}

/** Lets another neighborhood be chosen to be compared with. */
function writeOther(data: PageData, { area, other, locale }: PageChoice): Markup {
  if (data.areaCount < 2 || data.areaCount > 2000) return NOTHING;
  const tell = pageTexts(locale);
  const options = [...data.facts.areas.keys()].filter((row) => row !== area);
  return html`<p class="compare"><label for="other">◆ ${tell("page.card.compare")}</label> <select id="other" data-do="other"><option value="-1">–</option>${options.map((row) => html`<option value="${row}"${row === other ? html` selected` : ""}>${nameOfArea(data, row)} · ${servicesText(data.cells, row)}</option>`)}</select></p>`;
}

/** All limits stand on one line; a dot is the median resident, the worst first. */
function writeStrip(data: PageData, choice: PageChoice, nameOfFacility: (row: number) => string): Markup {
  const { area, locale, other } = choice;
  const tell = pageTexts(locale);
  const { cells, requirementCount, facts } = data;
  const rows = servicesOf(data, choice.circle);
  const rank = (row: number) => placeOfRow(data, area, row) ?? 101;
  const sorted = [...rows].sort(
    (a, b) => rank(a) - rank(b) || without(data, area, b) - without(data, area, a) || a - b,
  );
  const items = sorted.map((row) => {
    const cell = area * requirementCount + row;
    const asked = facts.standard.requirements[row];
    if (asked === undefined) return NOTHING;
    const status = CELL_STATUSES[cells.status[cell] as number] ?? "unknown";
    const place = placeOfRow(data, area, row);
    const otherPlace = other < 0 ? null : placeOfRow(data, other, row);
    const isMet = place !== null && place >= 60;
    const facility = cells.nearest[cell] as number;
    const nearest = facility < 0 || status === "no-data" ? "" : nameOfFacility(facility);
    const told =
      place === null
        ? tell(status === "no-data" ? "report.noData" : "report.unknown")
        : html`${isMet ? "✓" : "✗"} ${num(costText(data, cell, row))} / ${num(toThresholdText({ ...asked, count: 1 }, locale))}`;
    const people = without(data, area, row);
    const whoIsWithout =
      place === null
        ? ""
        : people > 0
          ? tell("page.card.without", { share: withoutText(cells, area, cell) })
          : tell("page.card.nobody");
    return html`<li><span class="nm">${symbolOf(circleOf(data, row))}\u00a0${asked.label[locale]}${nearest !== "" && html`<small>${nearest}</small>`}</span>${writeDot(place, otherPlace)}<span class="val">${told}<small>${whoIsWithout}</small></span></li>`;
  });
  const legend =
    other < 0
      ? tell("page.card.strip")
      : tell("page.card.stripTwo", { name: nameOfArea(data, area), other: nameOfArea(data, other) });
  return html`<p class="note">${legend}</p><ul class="strip">${items}</ul>`;
}

function without({ cells, requirementCount }: PageData, area: number, row: number): number {
  return Math.max(0, cells.without[area * requirementCount + row] as number);
}

/** Where the median resident stands against the limit, 0 to 100; `null` = nothing is known. */
function placeOfRow({ cells, requirementCount, facts }: PageData, area: number, row: number): number | null {
  const cell = area * requirementCount + row;
  const status = CELL_STATUSES[cells.status[cell] as number];
  const asked = facts.standard.requirements[row];
  if (asked === undefined || status === "no-data" || status === "unknown") return null;
  const cost = costOfCell(cells, cell, asked.unit);
  return cost === null ? 0 : placeOf(cost / asked.threshold, LIMIT_BREAKS);
}

function costText({ cells, facts }: PageData, cell: number, row: number): string {
  const asked = facts.standard.requirements[row];
  const cost = asked === undefined ? null : costOfCell(cells, cell, asked.unit);
  if (asked === undefined) return UNKNOWN_MARK;
  if (cost === null)
    return asked.unit === "seconds" ? `>${formatMinutes(asked.cutoff)}` : `>${formatCount(asked.cutoff)}`;
  return asked.unit === "seconds" ? formatMinutes(cost) : formatCount(cost);
}

function writeDot(place: number | null, other: number | null): Markup {
  const at = (value: number) => `${(3 + 0.94 * value).toFixed(1)}%`;
  const dot =
    place !== null &&
    (place >= 60
      ? html`<circle class="ok" cx="${at(place)}" cy="13" r="5"/>`
      : html`<line class="over" x1="${at(place)}" x2="${at(60)}" y1="13" y2="13"/><circle class="no" cx="${at(place)}" cy="13" r="5"/>`);
  const diamond =
    other !== null &&
    html`<svg class="dia" x="${at(other)}" y="13" overflow="visible"><path d="M0-6L6 0L0 6L-6 0z"/></svg>`;
  return html`<svg class="track" height="26" aria-hidden="true"><line class="ax" x1="0" x2="100%" y1="13" y2="13"/><line class="th" x1="${at(60)}" x2="${at(60)}" y1="2" y2="24"/>${dot}${diamond}</svg>`;
}
