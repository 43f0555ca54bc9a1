import { pageTexts } from "../../base/texts/renderings/page.js";
import { AXIS, CLASS_COUNT } from "../../charts/axis.js";
import { formatArea } from "../../report/format-area.js";
import { formatCount } from "../../report/format-number.js";
import type { PageChoice } from "./choice.js";
import { html, type Markup, NOTHING, pressed, sets } from "./markup.js";
import type { PageData } from "./page-data.js";
import { isEverybodyOnce, peopleOf } from "./rankings.js";
import { classLabels, gradeNotes, type Reading } from "./reading.js";

/** Bars of so many hundredths of the axis. */
const BAR_WIDTH = 5;
const BAR_COUNT = 100 / BAR_WIDTH;
const HEIGHT = 56;

/** Writes the legend: the people by what is chosen, in the colors of the map; a class that is pressed is seen alone. */
export function writeLegend(data: PageData, choice: PageChoice, readings: readonly Reading[]): Markup {
  const tell = pageTexts(choice.locale);
  const [bars, classes] = [new Array<number>(BAR_COUNT).fill(0), new Array<number>(CLASS_COUNT).fill(0)];
  let unknown = 0;
  readings.forEach(({ place, band }, area) => {
    const amount = peopleOf(data, area);
    if (place === null || band < 0) unknown += amount;
    else {
      // within its class, which may be that of its grade
      const [from, to] = [AXIS[band] as number, AXIS[band + 1] as number];
      const row = Math.floor(Math.max(from, Math.min(place, to - BAR_WIDTH)) / BAR_WIDTH);
      bars[row] = (bars[row] as number) + amount;
      classes[band] = (classes[band] as number) + amount;
    }
  });
  const most = Math.max(1, ...bars);
  const marks = choice.requirement < 0 && choice.circle >= 0 ? explainMarks(data, choice) : NOTHING;
  const write = (amount: number) =>
    data.cells.isByPeople[data.areaCount] === 1 ? formatCount(amount) : formatArea(amount, choice.locale);
  const labels = classLabels(data, choice);
  const columns = bars.map((amount, row) => {
    const height = amount === 0 ? 0 : Math.max(1.5, (HEIGHT * amount) / most);
    const band = AXIS.findIndex((_, i) => BAR_WIDTH * row < (AXIS[i + 1] ?? Number.POSITIVE_INFINITY));
    return html`<rect class="f${band}${choice.band >= 0 && choice.band !== band ? " dim" : ""}" x="${BAR_WIDTH * row + 0.2}%" width="${BAR_WIDTH - 0.4}%" y="${(HEIGHT - height).toFixed(1)}" height="${height.toFixed(1)}"/>`;
  });
  const buttons = labels.map((label, band) => {
    const isPressed = choice.band === band;
    const amount = write(classes[band] as number);
    return html`<button type="button" id="class-${band}" class="c${band}" ${pressed(isPressed)} ${sets({ band: isPressed ? -1 : band })}><span class="strip-color"></span><b class="num">${label}</b><span class="num">${amount}</span></button>`;
  });
  return html`<div class="legend"><svg class="bars" height="${HEIGHT}" role="img" aria-label="${tell("page.legend.chart")}">${columns}</svg><div class="classes" role="group" aria-label="${tell("page.legend")}">${buttons}</div><p class="note">${unknown > 0 && html`<svg class="swatch" aria-hidden="true"><rect class="fv" width="16" height="12"/></svg> ${tell("report.noData")} / ${tell("report.unknown")} ${write(unknown)}. `}${tell(data.cells.isByPeople[data.areaCount] === 1 ? "page.legend.note" : "page.legend.noteGround")}${!isEverybodyOnce(data) && html` ${tell("report.overlap")}`}</p>${marks}</div>`;
}

function explainMarks(data: PageData, { circle, locale }: PageChoice): Markup {
  const notes = gradeNotes(data, [...data.facts.areas.keys()], locale, [circle]);
  if (notes.length === 0) return NOTHING;
  return html`${[...notes, pageTexts(locale)("page.legend.byGrade")].map((text) => html`<p class="note">${text}</p>`)}`;
}
