import { pageTexts } from "../../base/texts/renderings/page.js";
import { formatCount } from "../../report/format-number.js";
import { NONE, type PageCells } from "../page-cells.js";
import type { PageChoice } from "./choice.js";
import { amountAlone } from "./headline.js";
import { bar, html, type Markup, NOTHING, num, pressed, sets } from "./markup.js";
import { circleOf, nameOfArea, type PageData, requirementsOf } from "./page-data.js";
import { placeName } from "./place-name.js";
import { isEverybodyOnce } from "./rankings.js";
import { circleText, servicesText } from "./reading.js";
import { stepTitle } from "./step-card.js";
import { symbolOf } from "./symbols.js";

/** One edit, as the tray lists it. */
export interface PlannedEdit {
  readonly kind: "add" | "move" | "close";
  readonly name: string;
}

/** What the tray tells besides the numbers. */
export interface TrayFacts {
  readonly isReady: boolean;
  readonly edits: readonly PlannedEdit[];
  readonly category: string;
  readonly problem: string;
  /** The facility of the category that is nearest to the chosen neighborhood, for the keyboard; `null` = none. */
  readonly nearest: string | null;
}

const MOST_ROWS = 8;

/** Writes what is tried out: the tools, the edits, and everything that changes. */
export function writePlanTray(data: PageData, choice: PageChoice, tray: TrayFacts): Markup {
  const tell = pageTexts(choice.locale);
  if (data.whatIf === "impossible" || (choice.mode !== "whatIf" && tray.edits.length === 0)) return NOTHING;
  const title = html`<div class="rail-head"><h2 id="tray-title">${tell("page.whatIf.title")}</h2><span class="soft t2">${tell("page.whatIf.notice")}</span></div>`;
  if (data.whatIf === "left out")
    return html`<section class="rail-part">${title}<p>${data.facts.whatIfAbsent[choice.locale]}</p></section>`;
  if (!tray.isReady)
    return html`<section class="rail-part">${title}<p role="status">${tell("page.whatIf.starting")}</p></section>`;
  return html`<section class="rail-part tray" aria-labelledby="tray-title">${title}${tray.problem !== "" && html`<p class="note warm" role="alert">${tray.problem}</p>`}${writeTools(data, choice, tray)}${writeEdits(choice, tray)}${tray.edits.length > 0 && writeChanges(data, choice)}${writeSteps(data, choice)}</section>`;
}

function writeTools(data: PageData, choice: PageChoice, { category, nearest }: TrayFacts): Markup {
  const tell = pageTexts(choice.locale);
  const { requirements, circles } = data.facts.standard;
  const seen = new Set<string>();
  const groups = circles.map(({ label }, circle) => {
    const own = requirementsOf(data, circle).filter((row) => {
      const one = requirements[row]?.category ?? "";
      return !seen.has(one) && seen.add(one);
    });
    return html`<optgroup label="${label[choice.locale]}">${own.map((row) => html`<option value="${requirements[row]?.category ?? ""}"${requirements[row]?.category === category ? html` selected` : ""}>${requirements[row]?.label[choice.locale] ?? ""}</option>`)}</optgroup>`;
  });
  const tools = (["none", "add", "move", "close"] as const).map(
    (tool) =>
      html`<button type="button" id="tool-${tool}" ${pressed(tool === choice.tool)} ${sets({ tool })}>${tell(`page.whatIf.mode.${tool}`)}</button>`,
  );
  const here =
    choice.area >= 0 &&
    html`<button type="button" class="btn" id="tool-here" data-do="add-here">${tell("page.whatIf.addHere")}</button>`;
  const arrows =
    nearest !== null &&
    choice.area >= 0 &&
    html`<p class="row nearest">${nearest} ${["←", "→", "↑", "↓"].map((sign, row) => html`<button type="button" class="btn" id="tool-step-${row}" data-do="move-nearest" data-row="${row}" aria-label="${tell("page.whatIf.mode.move")} ${sign}">${sign}</button>`)}<button type="button" class="btn" id="tool-close-nearest" data-do="close-nearest">${tell("page.whatIf.mode.close")}</button></p>`;
  return html`<p class="note">${tell("page.whatIf.help")}</p><p class="row"><label for="trial-category">${tell("page.whatIf.category")}</label> <select id="trial-category" data-do="trial-category">${groups}</select></p><div class="row"><div class="seg" role="group" aria-label="${tell("page.whatIf.title")}">${tools}</div>${here}</div>${arrows}`;
}

function writeEdits({ locale }: PageChoice, { edits }: TrayFacts): Markup {
  const tell = pageTexts(locale);
  const open = html`<button type="button" class="btn" id="plan-open" data-do="plan-open">${tell("page.whatIf.open")}</button>`;
  if (edits.length === 0) return html`<div class="row acts">${open}</div>`;
  const items = edits.map(({ kind, name }, row) => {
    const told = tell(`page.whatIf.edit.${kind}`, { name });
    return html`<li><span class="dot" aria-hidden="true">${row + 1}</span><span>${told}</span><button type="button" class="btn bare" id="edit-${row}" data-do="take-back" data-row="${row}" aria-label="${tell("page.whatIf.remove", { name })}">×</button></li>`;
  });
  return html`<ol class="edits">${items}</ol><div class="row acts"><button type="button" class="btn" id="plan-save" data-do="plan-save">${tell("page.whatIf.download")}</button>${open}<button type="button" class="btn bare" id="plan-reset" data-do="plan-reset">${tell("page.whatIf.reset")}</button></div><p class="note">${tell("page.whatIf.use")}</p>`;
}

/** People who gain or lose one service in one area. */
interface Moved {
  readonly area: number;
  readonly requirement: number;
  readonly people: number;
}

/**
 * Lists who gains and loses which service where; less than half a person is nobody. Areas that are told by ground where the city is told by
 * people are in no list.
 *
 * @param areas of which; the last one is the city
 */
export function listMoved(data: PageData, before: PageCells, areas: readonly number[]): Moved[] {
  const { cells, areaCount: city, requirementCount, facts } = data;
  const moved: Moved[] = [];
  for (const area of areas)
    for (const requirement of cells.isByPeople[area] === cells.isByPeople[city] ? facts.services : []) {
      const cell = area * requirementCount + requirement;
      const [was, is] = [before.without[cell] as number, cells.without[cell] as number];
      if (was !== NONE && is !== NONE && Math.abs(was - is) >= 0.5) moved.push({ area, requirement, people: was - is });
    }
  return moved;
}

function writeChanges(data: PageData, choice: PageChoice): Markup {
  const { before, cells, facts, areaCount: city } = data;
  if (before === null) return NOTHING;
  const tell = pageTexts(choice.locale);
  const moved = listMoved(data, before, [...facts.areas.keys()]);
  // where neighborhoods overlap, only the city counts everybody once
  const inAll = isEverybodyOnce(data) ? moved : listMoved(data, before, [city]);
  const sum = (list: readonly Moved[]) => list.reduce((total, { people }) => total + people, 0);
  const [gained, lost] = [
    sum(inAll.filter(({ people }) => people > 0)),
    -sum(inAll.filter(({ people }) => people < 0)),
  ];
  const write = (amount: number) => amountAlone(cells, city, amount, choice.locale);
  const [was, is] = [before, cells].map((of) => servicesText(of, city));
  // a difference too small to be written would read as none
  const total = was !== is && html`<p>${tell("page.whatIf.total", { before: was ?? "", after: is ?? "" })}</p>`;
  const scores = scoreChanges(data, before, choice);
  const slower = Array.from({ length: city }, (_, area) => area).filter((area) =>
    hasOtherTimes(data, before, area),
  ).length;
  const nothing = moved.length === 0 && scores.length === 0;
  return html`<div class="total" aria-live="polite">${gained > 0 && html`<p class="g">+${write(gained)}</p><p>${tell("page.whatIf.gained")}</p>`}${lost > 0 && html`<p class="g loss">−${write(lost)}</p><p>${tell("page.whatIf.lost")}</p>`}${nothing && html`<p>${slower === 0 ? tell("page.whatIf.unchanged") : tell("page.whatIf.onlyTimes", { count: slower })}</p>`}${total}</div>${writeSums(data, choice, moved, "area")}${writeSums(data, choice, inAll, "requirement")}${scores.length > 0 && html`<h3>${tell("page.whatIf.scores")}</h3><ul class="changes">${scores}</ul>`}`;
}

function hasOtherTimes({ cells, requirementCount }: PageData, before: PageCells, area: number): boolean {
  for (let cell = area * requirementCount; cell < (area + 1) * requirementCount; cell++)
    if (cells.minutes[cell] !== before.minutes[cell] || cells.meters[cell] !== before.meters[cell]) return true;
  return false;
}

/** Writes what moved by area or by service, the greatest first. */
function writeSums(data: PageData, choice: PageChoice, moved: readonly Moved[], by: "area" | "requirement"): Markup {
  const sums = new Map<number, number>();
  for (const one of moved) sums.set(one[by], (sums.get(one[by]) ?? 0) + one.people);
  const rows = [...sums]
    .filter(([, people]) => people !== 0)
    .sort(([a, x], [b, y]) => Math.abs(y) - Math.abs(x) || a - b);
  if (rows.length === 0) return NOTHING;
  const most = Math.abs(rows[0]?.[1] ?? 1);
  const tell = pageTexts(choice.locale);
  const items = rows.slice(0, MOST_ROWS).map(([row, people]) => {
    const name =
      by === "area"
        ? placeName(nameOfArea(data, row), choice.locale)
        : html`${symbolOf(circleOf(data, row))} ${data.facts.standard.requirements[row]?.label[choice.locale] ?? ""}`;
    const change = by === "area" ? { area: row } : { requirement: row };
    return html`<li><button type="button" id="moved-${by}-${row}" ${sets(change)}><span class="nm">${name}</span><span class="val"><b class="num">${people > 0 ? "+" : "−"}${amountAlone(data.cells, data.areaCount, Math.abs(people), choice.locale)}</b></span>${bar(Math.abs(people) / most, people > 0 ? "gain" : "lossbar")}</button></li>`;
  });
  const rest = rows.length - MOST_ROWS;
  return html`<h3>${tell(by === "area" ? "page.whatIf.who" : "page.whatIf.services")}</h3><ol class="rank">${items}</ol>${rest > 0 && html`<p class="note">${tell("report.more", { count: formatCount(rest) })}</p>`}`;
}

/** Every score that is written otherwise now: of the city, then of neighborhoods, those that change most first. */
function scoreChanges(data: PageData, before: PageCells, choice: PageChoice): Markup[] {
  const { locale } = choice;
  const tell = pageTexts(locale);
  const { cells, areaCount: city, facts, circleCount } = data;
  const rows = Array.from({ length: city + 1 }, (_, area) => area).flatMap((area) =>
    facts.standard.circles.flatMap(({ label }, circle) => {
      const [was, is] = [before, cells].map((of) => circleText(data, area, circle, { cells: of, locale }));
      if (was === is) return [];
      const cell = area * circleCount + circle;
      const change = Math.abs((cells.score[cell] as number) - (before.score[cell] as number));
      return [{ area, text: `${label[locale]}${tell("report.colon")}${was} → ${is}`, change }];
    }),
  );
  rows.sort((a, b) => Number(b.area === city) - Number(a.area === city) || b.change - a.change || a.area - b.area);
  const items = rows
    .slice(0, 2 * MOST_ROWS)
    .map(
      ({ area, text }) =>
        html`<li>${area === city ? tell("report.city") : placeName(nameOfArea(data, area), locale)} · ${text}</li>`,
    );
  const rest = rows.length - 2 * MOST_ROWS;
  return rest > 0 ? [...items, html`<li>${tell("report.more", { count: formatCount(rest) })}</li>`] : items;
}

function writeSteps(data: PageData, choice: PageChoice): Markup {
  const { steps } = data.facts;
  if (steps.length === 0) return NOTHING;
  const tell = pageTexts(choice.locale);
  const items = steps
    .slice(0, MOST_ROWS)
    .map(
      (step, row) =>
        html`<li><button type="button" id="next-${row}" data-do="try-step" data-step="${row}"><span class="nm">${symbolOf(circleOf(data, step.requirement))} ${stepTitle(data, step, choice)}</span><span class="val"><b class="num">+${num(formatCount(step.gain))}</b></span></button></li>`,
    );
  return html`<h3 id="steps-title">${tell("page.whatIf.next")}</h3><ol class="rank">${items}</ol>`;
}
