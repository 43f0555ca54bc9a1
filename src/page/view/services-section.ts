import { pageTexts } from "../../base/texts/renderings/page.js";
import type { PageChoice } from "./choice.js";
import { html, type Markup } from "./markup.js";
import { type PageData, requirementsOf } from "./page-data.js";
import { writeService } from "./ranked-lists.js";
import { rankMissing } from "./rankings.js";
import { symbolOf } from "./symbols.js";

/** Writes every service by its circle, and by who is without; those that do not count stand below. */
export function writeServices(data: PageData, choice: PageChoice): Markup {
  const tell = pageTexts(choice.locale);
  const { circles, requirements } = data.facts.standard;
  const lists = circles.map(({ label }, circle) => {
    const ranked = rankMissing(data, circle);
    const counted = new Set(ranked.map(({ requirement }) => requirement));
    const others = requirementsOf(data, circle).filter(
      (row) => !counted.has(row) && requirements[row]?.necessity !== "label",
    );
    return html`<details open><summary><h3>${symbolOf(circle)} ${label[choice.locale]}</h3></summary><ol class="rank">${ranked.map((one) => html`<li>${writeService(data, choice, one, `service-${one.requirement}`)}</li>`)}</ol>${others.length > 0 && html`<p class="note">${tell("page.services.others")}${tell("report.colon")}${others.map((row) => requirements[row]?.label[choice.locale] ?? "").join(tell("report.listSeparator"))}</p>`}</details>`;
  });
  return html`<h2>${tell("page.services.title")}</h2><p class="lead">${tell("page.services.lead")}</p><div class="svc">${lists}</div>`;
}
