import { pageTexts } from "../../base/texts/renderings/page.js";
import type { PageChoice } from "./choice.js";
import { areaClass, FIT, readAreas } from "./map-stage.js";
import { html, type Markup, NOTHING, num, sets } from "./markup.js";
import type { PageData } from "./page-data.js";
import { circleText, gradeNotes } from "./reading.js";
import { symbolOf } from "./symbols.js";

/** Draws a small map for each circle, all in the same colors. */
export function writeFourMaps(data: PageData, choice: PageChoice): Markup {
  const { whole } = data.shapes;
  if (whole === null) return NOTHING;
  const [minX, minY, maxX, maxY] = whole;
  const pad = ((1 / FIT - 1) * (maxX - minX)) / 2;
  const box = [minX - pad, minY - pad, maxX - minX + 2 * pad, maxY - minY + 2 * pad]
    .map((value) => value.toFixed(0))
    .join(" ");
  const tell = pageTexts(choice.locale);
  const maps = data.facts.standard.circles.map(({ label }, circle) => {
    const readings = readAreas(data, { ...choice, circle, requirement: -1 });
    const paths = data.shapes.drawingOrder.map(
      (area) => html`<path class="${areaClass(readings[area], choice.band)}" d="${data.shapes.toPath(area)}"/>`,
    );
    const told = circleText(data, data.areaCount, circle, { cells: data.cells, locale: choice.locale });
    return html`<button type="button" id="four-${circle}" aria-label="${label[choice.locale]}${tell("report.colon")}${told}" ${sets({ mode: "today", circle, requirement: -1 })}><span class="nm">${symbolOf(circle)} ${label[choice.locale]} ${num(told)}</span><svg viewBox="${box}" aria-hidden="true">${paths}</svg></button>`;
  });
  const marks = gradeNotes(data, [data.areaCount], choice.locale).map((text) => html`<p class="note">${text}</p>`);
  return html`<div class="four">${maps}</div>${marks}`;
}
