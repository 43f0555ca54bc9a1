import { REPORT_TEXTS } from "../../report/report-texts.js";
import { PAGE_TEXTS, type PageTexts } from "../page-texts.js";
import { el, replace } from "./dom.js";
import type { MapView } from "./map-view.js";
import { scoreText } from "./measures.js";
import { nameOfArea, requirementsOf } from "./model.js";
import { categoriesShown } from "./places.js";
import type { MapTool } from "./pointers.js";
import type { PageStore } from "./state.js";
import type { Trial } from "./trial.js";
import type { Point } from "./view.js";

type Mode = keyof PageTexts["whatIfModes"];
const MODES: readonly Mode[] = ["look", "add", "move", "close"];
/** A facility that is nearer than this to the pointer is meant, in pixels. */
const REACH = 16;
/** One press of an arrow moves a facility so far. */
const STEP_DEGREES = 0.001;
const STEPS: readonly (readonly [string, Point])[] = [
  ["←", [-STEP_DEGREES, 0]],
  ["→", [STEP_DEGREES, 0]],
  ["↑", [0, STEP_DEGREES]],
  ["↓", [0, -STEP_DEGREES]],
];

/** The tools of a trial, and what it has changed. */
export class TrialDesk {
  readonly element: HTMLElement = el("div");
  readonly #store: PageStore;
  readonly #map: MapView;
  readonly #trial: Trial;
  readonly #category: HTMLSelectElement = el("select", { id: "trial-category", change: () => this.draw() });
  #mode: Mode = "look";
  #said = "";

  constructor(store: PageStore, map: MapView, trial: Trial) {
    this.#store = store;
    this.#map = map;
    this.#trial = trial;
  }

  focus(): void {
    this.element.querySelector("input")?.focus();
  }

  draw(): void {
    const texts = PAGE_TEXTS[this.#store.state.locale];
    const focused = document.activeElement?.id ?? "";
    this.#fillCategories();
    const button = (id: string, text: string, act: () => void, isOff = false) =>
      el("button", { type: "button", id, click: act, disabled: isOff }, text);
    const isEmpty = this.#trial.edits.length === 0;
    replace(
      this.element,
      el("p", { class: "small" }, texts.whatIfHelp),
      el("p", {}, el("label", { for: "trial-category" }, texts.whatIfCategory), this.#category),
      el("fieldset", {}, el("legend", {}, texts.whatIf), ...MODES.map((mode) => this.#choice(mode, texts))),
      el(
        "p",
        {},
        button("trial-here", texts.whatIfAddHere, () => this.#addHere(), this.#store.state.area < 0),
        button("trial-undo", texts.whatIfUndo, () => this.#trial.undo(), isEmpty),
        button("trial-reset", texts.whatIfReset, () => this.#trial.reset(), isEmpty),
      ),
      ...this.#nearestTools(texts),
      el("p", { role: "status", class: "small" }, this.#said),
      ...(isEmpty ? [] : [el("p", { class: "notice" }, texts.whatIfNotice)]),
      el("ol", {}, ...this.#trial.edits.map(({ kind, name }) => el("li", {}, texts.edits[kind](name)))),
      el("ul", { class: "changes", "aria-live": "polite" }, ...this.#changes(texts)),
    );
    if (focused.startsWith("trial-")) document.getElementById(focused)?.focus();
  }

  #choice(mode: Mode, texts: PageTexts): HTMLElement {
    const id = `trial-${mode}`;
    const choose = () => {
      this.#mode = mode;
      this.#map.setTool(mode === "look" ? null : this.#tool(mode));
    };
    const input = el("input", { type: "radio", name: "mode", id, checked: mode === this.#mode, change: choose });
    return el("span", { class: "choice" }, input, el("label", { for: id }, texts.whatIfModes[mode]));
  }

  #fillCategories(): void {
    const { model, state } = this.#store;
    const { requirements, circles } = model.facts.standard;
    const shown = requirements[state.requirement]?.category;
    const before = shown ?? this.#category.value;
    const seen = new Set<string>();
    const groups = circles.map(({ id, label }) => {
      const own = requirements.filter(({ circle, category }) => circle === id && !seen.has(category));
      for (const { category } of own) seen.add(category);
      const options = own.map((one) => el("option", { value: one.category }, one.label[state.locale]));
      return el("optgroup", { label: label[state.locale] }, ...options);
    });
    replace(this.#category, ...groups);
    const first = requirements[requirementsOf(model, state.circle)[0] ?? -1]?.category ?? "";
    this.#category.value = seen.has(before) ? before : first;
  }

  #addHere(): void {
    const { area } = this.#store.state;
    const middle = this.#map.shapes.middles[area];
    const { frame } = this.#store.model.facts;
    if (middle === null || middle === undefined || frame === null) return;
    this.#add([(middle[0] - frame.shiftX) / frame.scaleX, (middle[1] - frame.shiftY) / frame.scaleY]);
  }

  #add(at: Point): void {
    const { requirements } = this.#store.model.facts.standard;
    const category = this.#category.value;
    const label = requirements.find((one) => one.category === category)?.label[this.#store.state.locale] ?? category;
    this.#trial.add(category, (number) => PAGE_TEXTS[this.#store.state.locale].whatIfNew(label, number), at);
  }

  /** What the keyboard can do: the nearest facility of the category to the chosen neighborhood is moved or closed. */
  #nearestTools(texts: PageTexts): HTMLElement[] {
    const { model, state } = this.#store;
    const requirement = model.facts.standard.requirements.findIndex(
      ({ category }) => category === this.#category.value,
    );
    const row =
      state.area < 0 ? -1 : (state.result.cells.nearest[state.area * model.requirementCount + requirement] ?? -1);
    const at = this.#store.places.placeOf(row);
    if (row < 0 || at === null) return [];
    const name = this.#store.places.nameOf(row);
    const arrows = STEPS.map(([sign, [dx, dy]], i) =>
      el(
        "button",
        {
          type: "button",
          id: `trial-step-${i}`,
          "aria-label": `${texts.whatIfModes.move} ${sign}`,
          click: () => this.#trial.move(row, [at[0] + dx, at[1] + dy]),
        },
        sign,
      ),
    );
    const close = el(
      "button",
      { type: "button", id: "trial-close-nearest", click: () => this.#trial.close(row) },
      texts.whatIfModes.close,
    );
    return [el("p", {}, `${name} `, ...arrows, close)];
  }

  #tool(mode: Mode): MapTool {
    let hasAdded = false;
    return {
      press: (at) => {
        const place = this.#map.toDegrees(at);
        if (place === null) return false;
        this.#said = "";
        hasAdded = mode === "add";
        if (mode === "add") this.#add(place);
        else return this.#pressOn(at, mode);
        return true;
      },
      drag: (at) => {
        const place = this.#map.toDegrees(at);
        if (place !== null && mode !== "close" && (hasAdded || mode === "move")) this.#trial.dragLast(place);
      },
      release: () => this.#trial.drop(),
    };
  }

  #pressOn(at: Point, mode: Mode): boolean {
    const row = this.#nearestPlace(at);
    if (row < 0) {
      this.#said = PAGE_TEXTS[this.#store.state.locale].whatIfNothingNear;
      this.draw();
      return false;
    }
    if (mode === "close") this.#trial.close(row);
    else this.#trial.lift(row);
    return true;
  }

  #nearestPlace([x, y]: Point): number {
    const { places, model, state } = this.#store;
    const shown = state.showsFacilities ? categoriesShown(model, state) : new Set([this.#category.value]);
    let [best, least] = [-1, REACH];
    for (const row of places.listOf(shown)) {
      const place = places.placeOf(row);
      const pixel = place === null ? null : this.#map.toPixel(place);
      const distance = pixel === null ? REACH : Math.hypot(pixel[0] - x, pixel[1] - y);
      if (distance < least) [best, least] = [row, distance];
    }
    return best;
  }

  #changes(texts: PageTexts): HTMLElement[] {
    const { model, state } = this.#store;
    if (this.#trial.edits.length === 0) return [];
    const before = { ...state, result: { cells: model.cells, texts: model.facts.texts } };
    const areas = [model.areaCount, ...(state.area < 0 ? [] : [state.area])];
    const lines = areas.flatMap((area) =>
      model.facts.standard.circles.flatMap(({ label }, circle) => {
        const [was, is] = [scoreText(model, before, area, circle), scoreText(model, state, area, circle)];
        if (was === is) return [];
        const name = area === model.areaCount ? REPORT_TEXTS[state.locale].city : nameOfArea(model, area);
        return [el("li", {}, `${name} · ${texts.changed(label[state.locale], was, is)}`)];
      }),
    );
    return lines.length === 0 ? [el("li", {}, texts.unchanged)] : lines;
  }
}
