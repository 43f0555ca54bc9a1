import { pageTexts } from "../../base/texts/renderings/page.js";
import type { Locale } from "../../base/words.js";
import { escapeHtml } from "../../report/escape-html.js";
import { formatArea } from "../../report/format-area.js";
import { formatCount, formatShare, toDecimals } from "../../report/format-number.js";
import { toServicesInWords } from "../../report/services-view.js";
import { digitsOfArea, NONE, type PageCells, shareOfCell } from "../page-cells.js";
import type { PageChoice } from "./choice.js";
import { html, Markup, num } from "./markup.js";
import { nameOfArea, type PageData } from "./page-data.js";
import { placeName } from "./place-name.js";
import { rankMissing, rankPlaces } from "./rankings.js";
import { readCircle, servicesText } from "./reading.js";
import { passGrade, shortName } from "./ring.js";

/** Stands for a name while the words around it are parted. */
const NAME = "@city@";

/** Writes the headline and what stands under it: how good, what is missing most, where it is worst. */
export function writeHeadline(data: PageData, choice: PageChoice): Markup {
  return html`<p class="eyebrow">${eyebrow(data, choice.locale)}</p><h1 id="headline">${headline(data, choice.locale)}</h1><p class="lede" id="lede">${lede(data, choice.locale)}</p>`;
}

/** Writes the title of the page: what it says, and of which date. */
export function titleText(data: PageData, locale: Locale): string {
  const { date, city } = data.facts;
  const words = headlineTemplate(data, locale)
    .replaceAll("|", "")
    .replaceAll("*", "")
    .replaceAll(NAME, city ?? "");
  return date === null ? words : `${words} · ${pageTexts(locale)("page.dated", { date })}`;
}

/** The parts between `|` are not broken, what stands in `*` is told apart. */
function headline(data: PageData, locale: Locale): Markup {
  const name = html`<span class="nb">${placeName(data.facts.city ?? "", locale)}</span>`.text;
  const parts = escapeHtml(headlineTemplate(data, locale))
    .replace(/\*([^*]+)\*/g, "<em>$1</em>")
    .split("|")
    .map((part) => (locale === "zh" ? `<span class="nb">${part}</span>` : part));
  return new Markup(parts.join("").replaceAll(NAME, name));
}

function headlineTemplate({ facts, cells, areaCount: city }: PageData, locale: Locale): string {
  const tell = pageTexts(locale);
  const known = cells.services[city] as number;
  if (known === NONE) return tell("page.headline.unknown");
  const services = toServicesInWords({ value: known / 10, ceiling: (cells.servicesCeiling[city] as number) / 10 });
  const values = { services, all: facts.services.length };
  if (cells.isByPeople[city] !== 1) return tell("page.headline.ground", values);
  const how = facts.profile.isOnFoot ? "walk" : "reach";
  if (facts.city === null) return tell(`page.headline.${how}`, values);
  return tell(`page.headline.${how}In`, { ...values, city: NAME });
}

function eyebrow({ facts, cells, areaCount: city }: PageData, locale: Locale): string {
  const tell = pageTexts(locale);
  const people = cells.population[city] as number;
  return [
    tell("page.count.areas", { count: formatCount(city) }),
    Number.isNaN(people)
      ? formatArea(cells.squareMeters[city] as number, locale)
      : tell("report.people", { count: formatCount(people) }),
    `${facts.profile.label[locale]} ${toDecimals(facts.profile.speed, 2)} ${tell("report.metersPerSecond")}`,
    ...(facts.date === null ? [] : [tell("page.dated", { date: facts.date })]),
  ].join(tell("report.listSeparator"));
}

function lede(data: PageData, locale: Locale): Markup {
  const tell = pageTexts(locale);
  const sentences: Markup[] = [];
  const circles = passSentence(data, locale);
  if (circles !== null) sentences.push(circles);
  const [missing] = rankMissing(data, -1);
  if (missing !== undefined && missing.amount > 0)
    sentences.push(
      emphasized(
        tell("page.lede.missing", {
          name: data.facts.standard.requirements[missing.requirement]?.label[locale] ?? "",
          amount: amountText(data.cells, data.areaCount, missing.amount, locale),
          share: missing.shareText,
        }),
      ),
    );
  const [worst] = rankPlaces(data, { circle: -1, requirement: -1, by: "share", locale });
  if (worst !== undefined && data.areaCount > 1)
    sentences.push(
      emphasized(
        tell("page.lede.worst", { name: nameOfArea(data, worst.area), services: servicesText(data.cells, worst.area) }),
      ),
    );
  return html`${sentences.map((sentence, row) => html`${row > 0 && locale === "en" ? " " : ""}${sentence}`)}`;
}

/** How many circles are graded as enough or better, and which has the least score; `null` where nothing is graded. */
function passSentence(data: PageData, locale: Locale): Markup | null {
  const tell = pageTexts(locale);
  const pass = passGrade(data);
  const { circles, grades } = data.facts.standard;
  const { cells, areaCount: city, circleCount } = data;
  const known = circles
    .map(({ label }, circle) => ({
      label: shortName(label[locale], locale),
      value: readCircle(data, city, circle, { cells, locale }).value,
      grade: grades[cells.grade[city * circleCount + circle] as number],
    }))
    .flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value }]));
  if (pass === null || data.facts.scale === "share" || known.length === 0) return null;
  const weakest = known.reduce((a, b) => (b.value < a.value ? b : a));
  const passed = known.filter(({ grade }) => grade !== undefined && grade.minScore >= pass.minScore).length;
  const id = passed === 0 ? "page.lede.none" : passed === circles.length ? "page.lede.all" : "page.lede.some";
  const name = locale === "en" ? weakest.label.toLowerCase() : weakest.label;
  return emphasized(tell(id, { grade: pass.label[locale], passed, all: circles.length, name }));
}

/** Writes a sentence in which what stands in `*` is told apart. */
export function emphasized(sentence: string): Markup {
  return new Markup(escapeHtml(sentence).replace(/\*([^*]+)\*/g, "<b>$1</b>"));
}

/** Writes so many people, or so much ground, as the area is told by. */
export function amountText(cells: PageCells, area: number, amount: number, locale: Locale): string {
  return cells.isByPeople[area] === 1
    ? pageTexts(locale)("report.people", { count: formatCount(amount) })
    : formatArea(amount, locale);
}

/** The same where the column says what it is. */
export function amountAlone(cells: PageCells, area: number, amount: number, locale: Locale): Markup {
  return num(cells.isByPeople[area] === 1 ? formatCount(amount) : formatArea(amount, locale));
}

/** Writes the share of those who are without. */
export function withoutText(cells: PageCells, area: number, cell: number): string {
  const share = shareOfCell(cells.share[cell] as number);
  return formatShare(share === null ? null : 1 - share, digitsOfArea(cells, area));
}
