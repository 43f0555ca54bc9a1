import { pageTexts } from "../../base/texts/renderings/page.js";
import type { Locale } from "../../base/words.js";
import { classOf, serviceBreaks } from "../../charts/axis.js";
import { lorenzOf, type SpreadPart } from "../../charts/lorenz.js";
import { formatCount } from "../../report/format-number.js";
import { NONE } from "../page-cells.js";
import type { PageChoice } from "./choice.js";
import { html, type Markup, NOTHING } from "./markup.js";
import type { PageData } from "./page-data.js";
import { peopleOf } from "./rankings.js";

/** Writes how services are spread over people: from the places where they live where the page knows them, else from neighborhoods. */
export function writeFairness(data: PageData, { locale }: PageChoice): Markup {
  const tell = pageTexts(locale);
  const { spread } = data.facts;
  const isOfOrigins = spread !== null && data.before === null;
  const parts: SpreadPart[] = isOfOrigins
    ? spread.amounts.map((amount, services) => ({ services, amount }))
    : ofAreas(data);
  const known = parts.filter(({ amount }) => amount > 0);
  const title = html`<h2>${tell("page.fairness.title")}</h2>`;
  if (known.length === 0) return html`${title}<p class="lead">${tell("page.fairness.none")}</p>`;
  const lead = tell(isOfOrigins ? "page.fairness.origins" : "page.fairness.areas");
  return html`${title}<p class="lead">${lead}</p><div class="cols">${writeHistogram(data, known, isOfOrigins, locale)}${writeLorenz(known, locale)}${isOfOrigins ? writeEnds(data, known, locale) : NOTHING}</div>${writeTables(data, locale)}`;
}

/** The groups of people side by side, and what was measured; not while something is tried out, which tells of neither. */
function writeTables({ facts, before }: PageData, locale: Locale): Markup {
  if (before !== null) return NOTHING;
  const tell = pageTexts(locale);
  return html`${writeTable(facts.groups[locale], tell("report.groups.title"), tell("report.groups.note"))}${writeTable(facts.measures[locale], tell("report.measures"), tell("report.measures.note"))}`;
}

function writeTable([header, ...rows]: readonly (readonly string[])[], title: string, note: string): Markup {
  if (header === undefined) return NOTHING;
  const cells = (row: readonly string[]) => row.slice(1).map((text) => html`<td class="r">${text}</td>`);
  return html`<h3>${title}</h3><div class="wrap" tabindex="0"><table><thead><tr>${header.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr><th scope="row">${row[0] ?? ""}</th>${cells(row)}</tr>`)}</tbody></table></div><p class="note">${note}</p>`;
}

function ofAreas(data: PageData): SpreadPart[] {
  return Array.from({ length: data.areaCount }, (_, area) => ({
    services: data.cells.services[area] === NONE ? Number.NaN : (data.cells.services[area] as number) / 10,
    amount: peopleOf(data, area),
  }))
    .filter(({ services }) => !Number.isNaN(services))
    .sort((a, b) => a.services - b.services);
}

/** People by the number of services. */
function writeHistogram(
  { facts }: PageData,
  parts: readonly SpreadPart[],
  isOfOrigins: boolean,
  locale: Locale,
): Markup {
  const tell = pageTexts(locale);
  const of = facts.services.length;
  const counts = new Array<number>(of + 1).fill(0);
  for (const { services, amount } of parts) {
    const row = Math.min(of, Math.floor(services));
    counts[row] = (counts[row] as number) + amount;
  }
  const most = Math.max(1, ...counts);
  const [width, height] = [320, 150];
  const step = width / (of + 1);
  const breaks = serviceBreaks(of);
  const bars = counts.map((amount, services) => {
    const high = (height * amount) / most;
    return html`<rect class="f${classOf(services, breaks)}" x="${(services * step + 0.5).toFixed(1)}" width="${(step - 1).toFixed(1)}" y="${(height - high).toFixed(1)}" height="${high.toFixed(1)}"/>`;
  });
  const marks = [0, Math.round(of / 2), of].map(
    (services) =>
      html`<text x="${((services + 0.5) * step).toFixed(1)}" y="${height + 16}" text-anchor="middle">${services}</text>`,
  );
  return html`<div class="chart"><h3>${tell("page.fairness.histogram")}</h3><svg viewBox="0 0 ${width} ${height + 22}" role="img" aria-label="${tell("page.fairness.histogram")}">${bars}<line class="ax" x1="0" x2="${width}" y1="${height}" y2="${height}"/>${marks}</svg><p class="note">${tell(isOfOrigins ? "page.fairness.histogramNote" : "page.fairness.areas")}</p></div>`;
}

function writeLorenz(parts: readonly SpreadPart[], locale: Locale): Markup {
  const tell = pageTexts(locale);
  const { points, gini, half } = lorenzOf(parts);
  const at = ([x, y]: readonly [number, number]) => `${(10 + 180 * x).toFixed(1)} ${(190 - 180 * y).toFixed(1)}`;
  const line = points.map(at).join("L");
  const words = tell("page.fairness.lorenz.words", { half: `${Math.round(100 * half)}%`, gini: gini.toFixed(2) });
  return html`<div class="chart"><h3>${tell("page.fairness.lorenz")}</h3><svg class="lorenz" viewBox="0 0 210 215" role="img" aria-label="${words}"><path class="lzgap" d="M${line}Z"/><path class="l0" d="M10 190L190 10"/><path class="l1" d="M${line}"/><path class="ax" d="M10 10V190H190"/><circle class="no" cx="100" cy="${(190 - 180 * half).toFixed(1)}" r="4"/><text x="100" y="208" text-anchor="middle">${tell("page.fairness.lorenz.people")}</text></svg><p class="note">${words}</p></div>`;
}

/** What the tenth with the fewest, the middle, and the tenth with the most have. */
function writeEnds({ facts, cells, areaCount: city }: PageData, parts: readonly SpreadPart[], locale: Locale): Markup {
  const tell = pageTexts(locale);
  const people = parts.reduce((sum, { amount }) => sum + amount, 0);
  const at = (share: number) => {
    let sum = 0;
    for (const { services, amount } of parts) {
      sum += amount;
      if (sum >= share * people * (1 - 1e-12)) return services;
    }
    return parts.at(-1)?.services ?? 0;
  };
  const below = parts
    .filter(({ services }) => services < (serviceBreaks(facts.services.length)[3] ?? 0))
    .reduce((sum, { amount }) => sum + amount, 0);
  const rows = [0.1, 0.5, 0.9].map((share, row) => {
    const id =
      (["page.fairness.low", "page.fairness.middle", "page.fairness.high"] as const)[row] ?? "page.fairness.middle";
    return html`<tr><th scope="row">${tell(id)}</th><td class="r">${at(share)} / ${facts.services.length}</td></tr>`;
  });
  const count =
    cells.isByPeople[city] === 1
      ? html`<p class="note">${tell("page.fairness.below", { count: formatCount(below), share: `${Math.round((100 * below) / people)}%`, services: serviceBreaks(facts.services.length)[3] ?? 0 })}</p>`
      : NOTHING;
  return html`<div class="chart"><h3>${tell("page.fairness.ends")}</h3><table><tbody>${rows}</tbody></table>${count}</div>`;
}
