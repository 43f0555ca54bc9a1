import { pageTexts } from "../../base/texts/renderings/page.js";
import { formatArea } from "../../report/format-area.js";
import { formatCount } from "../../report/format-number.js";
import type { PageChoice } from "./choice.js";
import { amountAlone } from "./headline.js";
import { bar, html, type Markup, num, pressed, sets } from "./markup.js";
import { circleOf, nameOfArea, type PageData } from "./page-data.js";
import { placeName } from "./place-name.js";
import { listWithoutData, type MissingService, rankMissing, rankPlaces } from "./rankings.js";
import { writeGlyph } from "./ring.js";
import { symbolOf } from "./symbols.js";

/** So many of each fit beside the map. */
const SHOWN_COUNT = 7;
const PLACE_COUNT = 6;

/** Writes what is missing most, and where it is worst: both follow what is chosen. */
export function writeRankings(data: PageData, choice: PageChoice): Markup {
  return html`${writeMissing(data, choice)}${writeWorst(data, choice)}`;
}

function writeMissing(data: PageData, choice: PageChoice): Markup {
  const tell = pageTexts(choice.locale);
  const all = rankMissing(data, choice.circle);
  const isByPeople = data.cells.isByPeople[data.areaCount] === 1;
  const without = listWithoutData(data, choice.circle);
  const names = without.map((row) => data.facts.standard.requirements[row]?.label[choice.locale] ?? "");
  return html`<section class="rail-part" aria-labelledby="missing-title"><div class="rail-head"><h2 id="missing-title">${tell("page.missing.title")}</h2><span class="soft t2">${tell(isByPeople ? "page.missing.people" : "page.missing.ground")}</span></div><ol class="rank">${all.slice(0, SHOWN_COUNT).map((one) => html`<li>${writeService(data, choice, one, `miss-${one.requirement}`)}</li>`)}</ol>${names.length > 0 && html`<p class="note">${tell("report.noData")}${tell("report.colon")}${names.join(tell("report.listSeparator"))}</p>`}<p class="more"><a href="#services">${tell("page.missing.all", { count: data.facts.services.length })}</a></p></section>`;
}

/** Writes one service as a press: its name, who is without, how many that is of all. */
export function writeService(data: PageData, choice: PageChoice, one: MissingService, id: string): Markup {
  const { requirement, amount, share, shareText } = one;
  const label = data.facts.standard.requirements[requirement]?.label[choice.locale] ?? "";
  const isPressed = choice.requirement === requirement;
  const change = {
    requirement: isPressed ? -1 : requirement,
    band: -1,
    ...(choice.mode === "four" ? { mode: "today" } : {}),
  };
  return html`<button type="button" id="${id}" ${pressed(isPressed)} ${sets(change)}><span class="nm">${symbolOf(circleOf(data, requirement))} ${label}</span><span class="val"><b>${amountAlone(data.cells, data.areaCount, amount, choice.locale)}</b> ${num(shareText)}</span>${bar(share, "warm")}</button>`;
}

function writeWorst(data: PageData, choice: PageChoice): Markup {
  const tell = pageTexts(choice.locale);
  const places = rankPlaces(data, choice).slice(0, PLACE_COUNT);
  const unit =
    choice.requirement >= 0
      ? choice.by === "minutes"
        ? "minutes"
        : "share"
      : choice.circle >= 0
        ? data.facts.scale === "share"
          ? "share"
          : "score"
        : "services";
  return html`<section class="rail-part" aria-labelledby="worst-title"><div class="rail-head"><h2 id="worst-title">${tell("page.worst.title")}</h2><span class="soft t2">${tell(`page.worst.${unit}`)}</span></div><ol class="rank places">${places.map(
    ({ area, text }) => {
      const isPressed = choice.area === area;
      const of = unit === "services" ? html` <span class="soft">/ ${data.facts.services.length}</span>` : "";
      return html`<li><button type="button" class="place" id="worst-${area}" ${pressed(isPressed)} ${sets({ area: isPressed ? -1 : area })}>${writeGlyph(data, area)}<span class="nm"><b>${placeName(nameOfArea(data, area), choice.locale)}</b><span class="soft t2">${amountOfArea(data, area, choice)}</span></span><span class="val num"><b>${text}</b>${of}</span></button></li>`;
    },
  )}</ol><p class="more"><a href="#neighborhoods">${tell("page.worst.all", { count: data.areaCount })}</a></p></section>`;
}

/** Writes the people of an area, or its ground. */
export function amountOfArea({ cells }: PageData, area: number, { locale }: Pick<PageChoice, "locale">): string {
  const people = cells.population[area] as number;
  return Number.isNaN(people) || cells.isByPeople[area] !== 1
    ? formatArea(cells.squareMeters[area] as number, locale)
    : pageTexts(locale)("report.people", { count: formatCount(people) });
}
