import { pageTexts } from "../../base/texts/renderings/page.js";
import { el, replace } from "./dom.js";
import type { MapView } from "./map-view.js";
import { requirementsOf } from "./model.js";
import { makeNearestTools } from "./nearest-tools.js";
import { categoriesShown } from "./places.js";
import type { MapTool } from "./pointers.js";
import type { PageStore } from "./state.js";
import type { Trial } from "./trial.js";
import { makeTrialChanges } from "./trial-changes.js";
import type { Point } from "./view.js";

const MODES = ["look", "add", "move", "close"] as const;
type Mode = (typeof MODES)[number];
/** A facility that is nearer than this to the pointer is meant, in pixels. */
const REACH = 16;
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
    const tell = pageTexts(this.#store.state.locale);
    const focused = document.activeElement?.id ?? "";
    this.#fillCategories();
    const button = (id: string, text: string, act: () => void, isOff = false) =>
      el("button", { type: "button", id, click: act, disabled: isOff }, text);
    const isEmpty = this.#trial.edits.length === 0;
    replace(
      this.element,
      el("p", { class: "small" }, tell("page.whatIf.help")),
      el("p", {}, el("label", { for: "trial-category" }, tell("page.whatIf.category")), this.#category),
      el(
        "fieldset",
        {},
        el("legend", {}, tell("page.whatIf")),
        ...MODES.map((mode) => this.#choice(mode, tell(`page.whatIf.mode.${mode}`))),
      ),
      el(
        "p",
        {},
        button("trial-here", tell("page.whatIf.addHere"), () => this.#addHere(), this.#store.state.area < 0),
        button("trial-undo", tell("page.whatIf.undo"), () => this.#trial.undo(), isEmpty),
        button("trial-reset", tell("page.whatIf.reset"), () => this.#trial.reset(), isEmpty),
      ),
      ...makeNearestTools(this.#store, this.#trial, this.#category.value),
      el("p", { role: "status", class: "small" }, this.#said),
      ...makeTrialChanges(this.#store, this.#trial),
    );
    if (focused.startsWith("trial-")) document.getElementById(focused)?.focus();
  }

  #choice(mode: Mode, text: string): HTMLElement {
    const id = `trial-${mode}`;
    const choose = () => {
      this.#mode = mode;
      this.#map.setTool(mode === "look" ? null : this.#tool(mode));
    };
    const input = el("input", { type: "radio", name: "mode", id, checked: mode === this.#mode, change: choose });
    return el("span", { class: "choice" }, input, el("label", { for: id }, text));
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
    const { locale } = this.#store.state;
    const label = requirements.find((one) => one.category === category)?.label[locale] ?? category;
    this.#trial.add(category, (number) => pageTexts(locale)("page.whatIf.new", { category: label, number }), at);
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
      this.#said = pageTexts(this.#store.state.locale)("page.whatIf.nothingNear");
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
}
