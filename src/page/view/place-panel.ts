import { pageTexts } from "../../base/texts/renderings/page.js";
import { formatCount, formatMinutes, UNKNOWN_MARK } from "../../report/format-number.js";
import { toThresholdText } from "../../report/sentences.js";
import type { PageNearest, PageReach } from "../page-model.js";
import type { PageChoice } from "./choice.js";
import { html, type Markup, NOTHING, num, sets } from "./markup.js";
import { circleOf, type PageData } from "./page-data.js";
import { symbolOf } from "./symbols.js";

/** What is known of a place of one's own. */
export interface PlaceAnswer {
  /** `null`: no street is near. */
  readonly reach: PageReach | null;
  /** Row of the service whose way is drawn; -1 = none. */
  readonly way: number;
}

/** Writes where a place of one's own is asked for, and what is reached from it. */
export function writePlacePanel(
  data: PageData,
  choice: PageChoice,
  answer: PlaceAnswer | null,
  problem: string,
): Markup {
  const tell = pageTexts(choice.locale);
  const { place } = choice;
  if (data.whatIf !== "included") return NOTHING;
  const text = place === null ? "" : place.map((degrees) => degrees.toFixed(5)).join(", ");
  const form = html`<div class="place-form"><label for="place-input">${tell("page.place.label")}</label><div class="row"><input type="text" id="place-input" inputmode="text" autocomplete="off" placeholder="${tell("page.place.hint")}" value="${text}" data-do="place-input"><button type="button" class="btn" id="place-go" data-do="place-go">${tell("page.place.go")}</button><button type="button" class="btn" id="place-pick" data-do="place-pick">${tell("page.place.pick")}</button></div>${problem !== "" && html`<p class="note warm" role="alert">${problem}</p>`}</div>`;
  if (place === null)
    return html`<details class="own"><summary id="place-title"><h2>${tell("page.place.title")}</h2></summary>${form}</details>`;
  const close = html`<button type="button" class="btn bare" id="place-close" aria-label="${tell("page.close")}" ${sets({ place: null })}>×</button>`;
  return html`<section class="card" aria-labelledby="place-title"><div class="top"><h2 id="place-title">${tell("page.place.title")}</h2>${close}</div>${form}${answer !== null && writeAnswer(data, choice, answer)}</section>`;
}

function writeAnswer(data: PageData, { locale }: PageChoice, { reach, way }: PlaceAnswer): Markup {
  const tell = pageTexts(locale);
  if (reach === null) return html`<p class="say">${tell("page.place.off")}</p>`;
  const rows = data.facts.services.map((requirement, row) => ({
    requirement,
    row,
    nearest: reach.nearest[row] ?? null,
  }));
  const inTime = rows.filter(({ nearest }) => nearest?.isInTime === true).length;
  const timeOf = ({ nearest }: (typeof rows)[number]) => nearest?.seconds ?? Number.POSITIVE_INFINITY;
  const sorted = [...rows].sort((a, b) => (timeOf(a) === timeOf(b) ? a.row - b.row : timeOf(b) - timeOf(a)));
  const items = sorted.map(({ requirement, row, nearest }) => {
    const asked = data.facts.standard.requirements[requirement];
    if (asked === undefined) return NOTHING;
    const limit = toThresholdText({ ...asked, count: 1 }, locale);
    const name = html`<span class="nm">${symbolOf(circleOf(data, requirement))} ${asked.label[locale]}<small>${nearest === null ? "" : (nearest.name ?? tell("report.nameless", { category: asked.label[locale], id: nearest.facilityId }))}</small></span>`;
    if (nearest === null)
      return html`<li><span class="nm">${name}</span><span class="val">✗ <small>${tell("page.place.none", { limit: toThresholdText({ ...asked, threshold: asked.cutoff, count: 1 }, locale) })}</small></span></li>`;
    const told = costText(nearest, asked.unit, locale);
    return html`<li><button type="button" id="way-${row}" aria-pressed="${String(way === row)}" data-do="place-way" data-row="${row}">${name}<span class="val">${nearest.isInTime ? "✓" : "✗"} ${num(told)} / ${num(limit)}</span></button></li>`;
  });
  return html`<p class="say">${tell("page.place.services", { services: inTime, all: rows.length })} ${tell("page.place.lines")} ${tell("page.place.way")}</p><ul class="ways">${items}</ul>`;
}

function costText({ seconds, meters }: PageNearest, unit: "seconds" | "meters", locale: PageChoice["locale"]): string {
  const tell = pageTexts(locale);
  if (unit === "seconds")
    return seconds === null ? UNKNOWN_MARK : `${formatMinutes(seconds)} ${tell("report.minutes")}`;
  return meters === null ? UNKNOWN_MARK : `${formatCount(meters)} ${tell("report.meters")}`;
}
