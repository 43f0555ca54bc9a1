import { pageTexts } from "../../base/texts/renderings/page.js";
import type { Locale } from "../../base/words.js";
import type { Grade } from "../../model/standard.js";
import type { PageCells } from "../page-cells.js";
import type { PageChoice } from "./choice.js";
import { html, type Markup, NOTHING, num, pressed, sets } from "./markup.js";
import type { PageData } from "./page-data.js";
import { gradeNotes, gradeText, readCircle, servicesText } from "./reading.js";
import { symbolOf } from "./symbols.js";

const SIZE = 168;
const MIDDLE = SIZE / 2;
const RADIUS = 66;
/** Between two parts of the ring, in degrees. */
const GAP = 4;

/** What standards with grades call enough: the second grade from below; `null` = they have no grades. */
export function passGrade({ facts }: Pick<PageData, "facts">): Grade | null {
  return facts.standard.grades.at(-2) ?? null;
}

/** Draws the ring of all circles with its numbers, one press for each circle; and the glyph that stands for an area in lists. */
export function writeRing(data: PageData, choice: PageChoice): Markup {
  const { facts, areaCount: city, cells } = data;
  const tell = pageTexts(choice.locale);
  const pass = passGrade(data);
  const note =
    pass === null
      ? tell("page.ring.note.plain")
      : tell("page.ring.note", { grade: pass.label[choice.locale], pass: pass.minScore });
  const marks = gradeNotes(data, [city], choice.locale).map((text) => html`<p class="note">${text}</p>`);
  const isSquare = facts.standard.circles.length === 4;
  return html`<div class="dialbox"><div class="quarters ${isSquare ? "square" : "many"}">${facts.standard.circles.map((_, circle) => writeQuarter(data, choice, circle))}${writeDial(data, servicesText(cells, city), tell("page.ring.of", { all: facts.services.length }))}</div><p class="note">${note}</p>${marks}</div>`;
}

function writeQuarter(data: PageData, choice: PageChoice, circle: number): Markup {
  const { facts, areaCount: city, cells } = data;
  const { locale } = choice;
  const tell = pageTexts(locale);
  const label = facts.standard.circles[circle]?.label[locale] ?? "";
  const reading = readCircle(data, city, circle, { cells, locale });
  const isPressed = choice.circle === circle && choice.requirement < 0;
  const complete = cells.circleShare[city * data.circleCount + circle] as number;
  const count = facts.services.filter(
    (row) => facts.standard.requirements[row]?.circle === facts.standard.circles[circle]?.id,
  );
  const share = shareText(complete, cells.digits[city] === 1 ? 1 : 0);
  const told =
    share === "" || facts.scale === "share" ? "" : tell("page.ring.complete", { share, count: count.length });
  const change = { circle: isPressed ? -1 : circle, requirement: -1, band: -1 };
  return html`<button type="button" class="quarter" id="quarter-${circle}" ${pressed(isPressed)} ${sets(change)}><span class="nm">${symbolOf(circle)} ${shortName(label, locale)}</span><span class="sc">${num(reading.text)} <small>${gradeText(data, city, circle, { cells, locale })}${differenceOf(data, circle)}</small></span><span class="gr">${told}</span></button>`;
}

/** A circle is called by its name without the word circle, where there is little room. */
export function shortName(label: string, locale: Locale): string {
  const tell = pageTexts(locale);
  const [before, after] = [tell("page.short.before"), tell("page.short.after")];
  const rest = label.startsWith(before) ? label.slice(before.length) : label;
  return rest.endsWith(after) && rest.length > after.length ? rest.slice(0, -after.length) : rest;
}

function shareText(millionths: number, digits: 0 | 1): string {
  if (millionths < 0) return "";
  const percent = millionths / 10_000;
  if (percent > 0 && percent < (digits === 1 ? 0.1 : 1)) return digits === 1 ? "<0.1%" : "<1%";
  return `${percent.toFixed(digits)}%`;
}

function differenceOf({ before, cells, areaCount: city, circleCount }: PageData, circle: number): Markup {
  const cell = city * circleCount + circle;
  const change = before === null ? 0 : (cells.score[cell] as number) - (before.score[cell] as number);
  if (change === 0) return NOTHING;
  return html` <b class="change num">${change > 0 ? "+" : "−"}${(Math.abs(change) / 10).toFixed(1)}</b>`;
}

function writeDial(data: PageData, text: string, of: string): Markup {
  const ticks = Array.from({ length: 60 }, (_, minute) => {
    const long = minute % 5 === 0;
    const [x, y] = pointAt(6 * minute, long ? 50 : 52);
    const [x2, y2] = pointAt(6 * minute, 55);
    return html`<line class="tick${long ? " five" : ""}" x1="${x}" y1="${y}" x2="${x2}" y2="${y2}"/>`;
  });
  return html`<svg class="dial" viewBox="0 0 ${SIZE} ${SIZE}" aria-hidden="true"><circle class="face" cx="${MIDDLE}" cy="${MIDDLE}" r="80"/>${ticks}${writeParts(data, data.areaCount, data.cells, true)}<text class="big${text.length > 5 ? " long" : ""}" x="${MIDDLE}" y="${MIDDLE + 8}" text-anchor="middle">${text}</text><text class="sub" x="${MIDDLE}" y="${MIDDLE + 25}" text-anchor="middle">${of}</text></svg>`;
}

/** Draws the small ring of an area, on the rims of `writeRims`. */
export function writeGlyph(data: PageData, area: number, cells: PageCells = data.cells): Markup {
  return html`<svg class="mini" viewBox="0 0 ${SIZE} ${SIZE}" aria-hidden="true"><use href="#rims"/>${writeParts(data, area, cells, false)}</svg>`;
}

/** Draws what all small rings have, once: a page has hundreds of them. */
export function writeRims({ facts }: Pick<PageData, "facts">): Markup {
  const { circles } = facts.standard;
  const rims = circles.map((_, circle) => arc(...spanOf(circle, circles.length), 0)).join("");
  return html`<svg class="shared" width="0" height="0" aria-hidden="true"><path id="rims" class="rim small" d="${rims}"/></svg>`;
}

/** The parts stand where the quarters of their buttons are: the first from nine o'clock to twelve. */
function writeParts(data: PageData, area: number, cells: PageCells, hasNotch: boolean): Markup[] {
  const { circles } = data.facts.standard;
  const pass = passGrade(data)?.minScore ?? null;
  const digits = hasNotch ? 1 : 0;
  return circles.map((_, circle) => {
    const [start, span] = spanOf(circle, circles.length);
    const { place, ceiling, band } = readCircle(data, area, circle, { cells, locale: "en" });
    const hasRim = hasNotch || band < 0;
    const rim = hasRim && html`<path class="rim${band < 0 ? " maybe" : ""}" d="${arc(start, span, digits)}"/>`;
    const maybe = place !== null && ceiling !== null && ceiling > place + 0.5;
    return html`${rim}${maybe && html`<path class="arc maybe" d="${arc(start, (span * (ceiling ?? 0)) / 100, digits)}"/>`}${place !== null && place > 0 && html`<path class="arc a${band}" d="${arc(start, (span * place) / 100, digits)}"/>`}${hasNotch && pass !== null && notch(start + (span * pass) / 100)}`;
  });
}

/** Buttons stand in rows: left above, right above, left below, right below. The ring goes clockwise from the top. */
function startOf(circle: number, count: number): number {
  if (count !== 4) return (360 / count) * circle;
  return [270, 0, 180, 90][circle] ?? 0;
}

/** Where the part of a circle begins, and how far it goes, in degrees. */
function spanOf(circle: number, count: number): readonly [start: number, span: number] {
  return [startOf(circle, count) + GAP / 2, 360 / Math.max(1, count) - GAP];
}

function pointAt(degrees: number, radius: number, digits = 1): readonly [string, string] {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return [(MIDDLE + radius * Math.cos(angle)).toFixed(digits), (MIDDLE + radius * Math.sin(angle)).toFixed(digits)];
}

/** @param digits of the coordinates: a small ring needs none */
function arc(start: number, span: number, digits: number): string {
  const [x, y] = pointAt(start, RADIUS, digits);
  const [x2, y2] = pointAt(start + Math.min(span, 359.9), RADIUS, digits);
  return `M${x} ${y}A${RADIUS} ${RADIUS} 0 ${span > 180 ? 1 : 0} 1 ${x2} ${y2}`;
}

function notch(degrees: number): Markup {
  const [x, y] = pointAt(degrees, 56);
  const [x2, y2] = pointAt(degrees, 78);
  return html`<line class="pass" x1="${x}" y1="${y}" x2="${x2}" y2="${y2}"/>`;
}
