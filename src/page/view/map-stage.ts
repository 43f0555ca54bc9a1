import { pageTexts } from "../../base/texts/renderings/page.js";
import { toThresholdText } from "../../report/sentences.js";
import { MODES, type PageChoice } from "./choice.js";
import { writeLegend } from "./legend.js";
import { html, type Markup, NOTHING, pressed, sets } from "./markup.js";
import { nameOfArea, type PageData, requirementsOf } from "./page-data.js";
import { placeName } from "./place-name.js";
import { type Reading, readArea } from "./reading.js";
import { shortName } from "./ring.js";
import { symbolOf } from "./symbols.js";

/** Above this, areas are drawn on a canvas: so many SVG shapes make moving the map slow. */
export const MOST_SHAPES = 3000;
/** So much of its window the map takes. */
export const FIT = 0.96;
/** Pixels of the map that labels are set for before its size is known. */
const EXPECTED_WIDTH = 620;
const EXPECTED_HEIGHT = 540;
const FONT_SIZE = 12;

/** Reads what is chosen for every area. */
export function readAreas(data: PageData, choice: PageChoice): Reading[] {
  return Array.from({ length: data.areaCount }, (_, area) => readArea(data, choice, area));
}

/** Writes what is above the map: what is looked at, the search, and a title that is a sentence. */
export function writeStageHead(data: PageData, choice: PageChoice): Markup {
  const tell = pageTexts(choice.locale);
  const tabs = MODES.filter(
    (mode) => (mode !== "whatIf" || data.whatIf === "included") && (mode !== "four" || data.areaCount <= MOST_SHAPES),
  ).map(
    (mode) =>
      html`<button type="button" id="mode-${mode}" ${pressed(mode === choice.mode)} ${sets({ mode, band: -1 })}>${tell(`page.mode.${mode}`)}</button>`,
  );
  const names =
    data.areaCount > 2000
      ? NOTHING
      : html`<datalist id="names">${data.facts.areas.map(({ id, name }) => html`<option value="${name ?? id}"></option>`)}</datalist>`;
  return html`<div class="tabs"><div class="seg" role="group" aria-label="${tell("page.modes")}">${tabs}</div><span class="sp"></span><label class="hidden" for="search">${tell("page.search")}</label><input type="search" id="search" list="names" autocomplete="off" data-do="search" placeholder="${tell("page.searchHint")}">${names}</div><div class="maphead"><h2 id="map-title">${mapTitle(data, choice)}</h2>${writeSelect(data, choice)}${writeMeasure(choice)}</div>`;
}

/** Says what is measured, in which unit, against which limit. */
export function mapTitle(data: PageData, choice: PageChoice): string {
  const tell = pageTexts(choice.locale);
  if (choice.mode === "four") return tell("page.title.four");
  const title = measureTitle(data, choice);
  return choice.mode === "compare" && data.compared !== null ? tell("page.title.compare", { title }) : title;
}

function measureTitle({ facts }: PageData, { locale, circle, requirement, by }: PageChoice): string {
  const tell = pageTexts(locale);
  const asked = facts.standard.requirements[requirement];
  if (asked !== undefined) {
    const name = asked.label[locale];
    const limit = toThresholdText(asked, locale);
    return tell(by === "minutes" ? "page.title.minutes" : "page.title.share", { name, limit });
  }
  const chosen = facts.standard.circles[circle];
  if (chosen === undefined) return tell("page.title.services", { all: facts.services.length });
  return tell(facts.scale === "share" ? "page.title.circleShare" : "page.title.circle", { name: chosen.label[locale] });
}

function writeSelect(data: PageData, choice: PageChoice): Markup {
  const { facts } = data;
  const tell = pageTexts(choice.locale);
  const value = choice.requirement >= 0 ? `r${choice.requirement}` : `c${choice.circle}`;
  const option = (key: string, text: string) =>
    html`<option value="${key}"${key === value ? html` selected` : ""}>${text}</option>`;
  const groups = facts.standard.circles.map(
    ({ label }, circle) =>
      html`<optgroup label="${symbolOf(circle)} ${shortName(label[choice.locale], choice.locale)}">${option(`c${circle}`, tell("page.show.circle", { name: label[choice.locale] }))}${requirementsOf(data, circle).map((row) => option(`r${row}`, facts.standard.requirements[row]?.label[choice.locale] ?? ""))}</optgroup>`,
  );
  return html`<label class="hidden" for="show">${tell("page.show")}</label><select id="show" data-do="show">${option("c-1", tell("page.show.all"))}${groups}</select>`;
}

/** One service can be told by its people or by the time to it. */
function writeMeasure({ locale, requirement, by }: PageChoice): Markup {
  if (requirement < 0) return NOTHING;
  const tell = pageTexts(locale);
  return html`<div class="seg" role="group" aria-label="${tell("page.colorBy")}">${(["share", "minutes"] as const).map((one) => html`<button type="button" id="by-${one}" ${pressed(one === by)} ${sets({ by: one, band: -1 })}>${tell(`page.by.${one}`)}</button>`)}</div>`;
}

/** Writes the legend under the map. */
export function writeStageFoot(data: PageData, choice: PageChoice): Markup {
  const tell = pageTexts(choice.locale);
  const { attribution } = data.facts;
  const credit =
    attribution === null ? NOTHING : html`<p class="note">${tell("page.attribution", { names: attribution })}</p>`;
  return html`${choice.mode === "four" || (choice.mode === "compare" && data.compared !== null) ? NOTHING : writeLegend(data, choice, readAreas(data, choice))}${credit}`;
}

/** Draws the map as it is first seen, before any script: areas in their colors, names and values where there is room. */
export function writeMap(data: PageData, choice: PageChoice): Markup {
  const { whole } = data.shapes;
  if (whole === null || data.areaCount > MOST_SHAPES) return NOTHING;
  const [minX, minY, maxX, maxY] = whole;
  const [width, height] = [maxX - minX, maxY - minY];
  const [padX, padY] = [(width * (1 / FIT - 1)) / 2, (height * (1 / FIT - 1)) / 2];
  const box = [minX - padX, minY - padY, width + 2 * padX, height + 2 * padY]
    .map((value) => value.toFixed(0))
    .join(" ");
  const readings = readAreas(data, choice);
  const scale = Math.min(EXPECTED_WIDTH / width, EXPECTED_HEIGHT / height) * FIT;
  const paths = data.shapes.drawingOrder.map(
    (area) =>
      html`<path class="${areaClass(readings[area], choice.band)}" data-area="${area}" d="${data.shapes.toPath(area)}"/>`,
  );
  return html`<svg class="layer" viewBox="${box}" preserveAspectRatio="xMidYMid meet" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="scale(${(1 / scale).toFixed(3)}) rotate(45)"><rect class="hatch-ground" width="6" height="6"/><path class="hatch-line" d="M0 0V6"/></pattern></defs><g class="areas">${paths}</g><g class="labels">${writeLabels(data, choice, readings, scale)}</g></svg>`;
}

/** The class of an area: by how good it is; faint where another class is seen alone. */
export function areaClass(reading: Reading | undefined, alone: number): string {
  const band = reading === undefined || reading.band < 0 ? "v" : String(reading.band);
  return `area f${band}${alone >= 0 && band !== String(alone) ? " dim" : ""}`;
}

/** Writes name and value on each area that has room for them, so that none covers another. @param scale pixels per map unit */
export function writeLabels(data: PageData, choice: PageChoice, readings: readonly Reading[], scale: number): Markup {
  const taken: (readonly [number, number, number, number])[] = [];
  const labels = [...data.shapes.middles.keys()].map((area) => {
    const middle = data.shapes.middles[area];
    const [room = 0, height = 0] = [data.shapes.rooms[area], data.shapes.heights[area]];
    if (middle === null || middle === undefined) return NOTHING;
    const name = shorten(nameOfArea(data, area));
    const text = readings[area]?.text ?? "";
    const nameWidth = (widthOf(name) * FONT_SIZE) / scale;
    const lineHeight = (1.25 * FONT_SIZE) / scale;
    const valueWidth = (widthOf(text) * FONT_SIZE) / scale;
    const hasName = nameWidth <= room && 2 * lineHeight <= height;
    const lines = hasName ? 2 : 1;
    const width = hasName ? Math.max(nameWidth, valueWidth) : valueWidth;
    if (width > room || lines * lineHeight > height) return NOTHING;
    const [x, y] = middle;
    const box = [x - width / 2, y - (lines * lineHeight) / 2, x + width / 2, y + (lines * lineHeight) / 2] as const;
    if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]))
      return NOTHING;
    taken.push(box);
    const band = readings[area]?.band ?? -1;
    // a faint area has no color that its label could stand out against
    const ink = band < 0 || (choice.band >= 0 && band !== choice.band) ? "xv" : `x${band}`;
    const value = html`<text class="value ${ink}" y="${hasName ? 13 : 4}">${text}</text>`;
    const shown = hasName ? html`<text class="${ink}" y="-2">${placeNameText(name, choice)}</text>` : NOTHING;
    return html`<g transform="translate(${x.toFixed(0)} ${y.toFixed(0)}) scale(${(1 / scale).toFixed(3)})">${shown}${value}</g>`;
  });
  return html`${labels}`;
}

function placeNameText(name: string, { locale }: PageChoice): Markup {
  const { text } = placeName(name, locale);
  return html`${text.startsWith("<span") ? html`<tspan lang="zh-CN">${name}</tspan>` : name}`;
}

/** What all neighborhoods are called so is not said of each. */
function shorten(name: string): string {
  const ending = pageTexts("zh")("page.short.areas")
    .split(" ")
    .find((one) => name.endsWith(one));
  return ending === undefined || name.length < ending.length + 2 ? name : name.slice(0, -ending.length);
}

/** About how wide a text is, in parts of its size. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) as number) > 0x2e80 ? 1.02 : 0.6;
  return width;
}
