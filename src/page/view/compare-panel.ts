import { pageTexts } from "../../base/texts/renderings/page.js";
import type { PageChoice } from "./choice.js";
import { CHANGE_COUNT, readChange } from "./compared.js";
import { html, type Markup, NOTHING, sets } from "./markup.js";
import { circleOf, nameOfArea, type PageData } from "./page-data.js";
import { placeName } from "./place-name.js";
import { servicesText } from "./reading.js";
import { symbolOf } from "./symbols.js";

const MOST_ROWS = 8;

/** Writes what changes from the report of the page to another one. */
export function writeComparePanel(data: PageData, choice: PageChoice, problem: string): Markup {
  if (choice.mode !== "compare") return NOTHING;
  const tell = pageTexts(choice.locale);
  const { compared } = data;
  const told = problem !== "" && html`<p class="note warm" role="alert">${problem}</p>`;
  const open = html`<button type="button" class="btn" id="compare-open" data-do="open-report">${tell("page.compare.open")}</button>`;
  if (compared === null)
    return html`<section class="rail-part"><h2>${tell("page.mode.compare")}</h2><p>${tell("page.compare.none")}</p>${told}<div class="row acts">${open}</div></section>`;
  const changes = Array.from({ length: data.areaCount }, (_, area) => ({
    area,
    ...readChange(data, compared, choice, area),
  }))
    .filter((one) => one.change !== null && one.change !== 0)
    .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || a.area - b.area);
  const services = data.facts.services
    .map((requirement) => ({
      requirement,
      ...readChange(
        data,
        compared,
        { ...choice, circle: circleOf(data, requirement), requirement, by: "share" },
        data.areaCount,
      ),
    }))
    .filter((one) => one.change !== null && one.change !== 0)
    .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || a.requirement - b.requirement);
  const total = tell("page.compare.change", {
    before: servicesText(data.cells, data.areaCount),
    after: servicesText(compared.data.cells, compared.data.areaCount),
  });
  const swatches = Array.from(
    { length: CHANGE_COUNT },
    (_, band) => html`<svg class="swatch" aria-hidden="true"><rect class="e${band}" width="16" height="12"/></svg>`,
  );
  return html`<section class="rail-part"><div class="rail-head"><h2>${tell("page.compare.title", { name: compared.name })}</h2></div>${told}<p class="total">${total}</p><p class="note">${swatches} ${tell("page.compare.legend")}</p><h3>${tell("page.compare.most")}</h3><ol class="rank">${services.slice(0, MOST_ROWS).map(({ requirement, before, after }) => html`<li><button type="button" id="changed-service-${requirement}" ${sets({ requirement })}><span class="nm">${symbolOf(circleOf(data, requirement))} ${data.facts.standard.requirements[requirement]?.label[choice.locale] ?? ""}</span><span class="val num">${before.text} → ${after.text}</span></button></li>`)}</ol><h3>${tell("page.whatIf.who")}</h3><ol class="rank">${changes.slice(0, MOST_ROWS).map(({ area, before, after }) => html`<li><button type="button" id="changed-area-${area}" ${sets({ area })}><span class="nm">${placeName(nameOfArea(data, area), choice.locale)}</span><span class="val num">${before.text} → ${after.text}</span></button></li>`)}</ol><div class="row acts">${open}<button type="button" class="btn bare" id="compare-end" data-do="end-compare">${tell("page.compare.close")}</button></div></section>`;
}
