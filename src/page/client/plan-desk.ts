import { pageTexts } from "../../base/texts/renderings/page.js";
import type { Edit } from "../../scenarios/edit.js";
import { toEditFeatures } from "../../scenarios/edit-features.js";
import type { PageTrial } from "../page-model.js";
import { requirementsOf } from "../view/page-data.js";
import { type TrayFacts, writePlanTray } from "../view/plan-tray.js";
import type { Point } from "../view/point.js";
import { openTrial } from "./load-engine.js";
import type { MapView } from "./map-view.js";
import { mount } from "./mount.js";
import {
  describeEdit,
  isAlike,
  nearestRowOf,
  pinsOf,
  readPlan,
  STEPS,
  withClosing,
  withFacility,
  withMove,
  withoutEdit,
} from "./plan-edits.js";
import { makePlanTool } from "./plan-tool.js";
import type { MapTool } from "./pointers.js";
import { openFile, saveFile } from "./save-file.js";
import { sayAloud } from "./say-aloud.js";
import type { PageStore } from "./store.js";

/** What is tried out: a list of edits, done in the engine, listed in the tray, kept in the address, saved as a file. */
export class PlanDesk {
  readonly acts: Readonly<Record<string, (control: HTMLElement) => void>>;
  readonly #store: PageStore;
  readonly #map: MapView;
  #trial: PageTrial | null = null;
  #isOpening = false;
  /** What the engine has done. */
  #done: readonly Edit[] = [];
  #category = "";
  #problem = "";

  constructor(store: PageStore, map: MapView) {
    this.#store = store;
    this.#map = map;
    mount(store, "tray", () => writePlanTray(store.state.data, store.state.choice, this.#facts()).text);
    store.listen(({ choice }, before) => {
      if (choice.mode === "whatIf" && before?.choice.mode !== "whatIf") this.#openSoon();
      const asked = store.model.facts.standard.requirements[choice.requirement];
      if (asked !== undefined && before?.choice.requirement !== choice.requirement) this.#category = asked.category;
      if (before?.choice.tool !== choice.tool || before.choice.mode !== choice.mode)
        map.setTool(choice.mode === "whatIf" && choice.tool !== "none" ? this.#tool(choice.tool) : null);
    });
    this.acts = {
      "trial-category": (control) => this.#choose((control as HTMLSelectElement).value),
      "add-here": () => this.#addHere(),
      "move-nearest": (control) => this.#moveNearest(STEPS[Number(control.dataset.row)] ?? [0, 0]),
      "close-nearest": () => this.#closeNearest(),
      "take-back": (control) => this.#set(withoutEdit(this.#store.state.edits, Number(control.dataset.row))),
      "plan-reset": () => this.#set([]),
      "plan-save": () => this.#save(),
      "plan-open": () => openFile(".json,.geojson,application/geo+json", (text) => this.#read(text)),
      "try-step": (control) => this.#tryStep(Number(control.dataset.step)),
      "more-steps": () => this.#showSteps(),
    };
  }

  /** Does the edits that the address names. */
  start(): void {
    const edits = this.#store.editsOfAddress;
    if (edits.length > 0) this.#set(edits);
  }

  /** Opens the city, if the page holds it. */
  openTrial(): PageTrial | null {
    const { packedCity } = this.#store.model;
    if (packedCity === null) return null;
    this.#trial ??= openTrial(packedCity, (problem) => {
      this.#problem = problem;
    });
    return this.#trial;
  }

  /** The words first, then the work. */
  #openSoon(): void {
    if (this.#trial !== null || this.#isOpening) return;
    this.#isOpening = true;
    setTimeout(() => {
      this.openTrial();
      this.#isOpening = false;
      this.#store.refresh();
    }, 30);
  }

  #facts(): TrayFacts {
    const { state, places } = this.#store;
    const nearest = this.#nearestRow();
    return {
      isReady: this.#trial !== null,
      edits: state.edits.map((edit) => describeEdit(edit, places, state.choice.locale)),
      category: this.#categoryNow(),
      problem: this.#problem,
      nearest: nearest < 0 ? null : places.nameOf(nearest, state.choice.locale),
    };
  }

  #categoryNow(): string {
    if (this.#category !== "") return this.#category;
    const { data, choice } = this.#store.state;
    const first = requirementsOf(data, Math.max(0, choice.circle))[0];
    return data.facts.standard.requirements[first ?? 0]?.category ?? "";
  }

  #choose(category: string): void {
    this.#category = category;
    const { requirements } = this.#store.model.facts.standard;
    const requirement = requirements.findIndex((one) => one.category === category);
    this.#store.set({ requirement });
  }

  #add(at: Point, category: string = this.#categoryNow()): void {
    const { requirements } = this.#store.model.facts.standard;
    const { locale } = this.#store.state.choice;
    const label = requirements.find((one) => one.category === category)?.label[locale] ?? category;
    const nameOf = (number: number) => pageTexts(locale)("page.whatIf.new", { category: label, number });
    this.#set(withFacility(this.#store.state.edits, category, nameOf, at));
  }

  #addHere(): void {
    const { area } = this.#store.state.choice;
    const at = this.#map.middleOf(area);
    if (at === null) return;
    this.#store.set({ mode: "whatIf" });
    this.#add(at);
  }

  #tryStep(row: number): void {
    const step = this.#store.model.facts.steps[row];
    if (step === undefined) return;
    const category = this.#store.model.facts.standard.requirements[step.requirement]?.category;
    this.#category = category ?? "";
    this.#store.set({ mode: "whatIf", requirement: step.requirement });
    this.#add(step.place, category);
  }

  #showSteps(): void {
    this.#store.set({ mode: "whatIf" });
    this.#openSoon();
    setTimeout(() => document.getElementById("steps-title")?.scrollIntoView({ block: "center" }), 60);
  }

  #nearestRow(): number {
    return nearestRowOf(this.#store, this.#categoryNow());
  }

  #moveNearest([dx, dy]: Point): void {
    const row = this.#nearestRow();
    const at = this.#store.places.placeOf(row);
    if (at !== null) this.#move(row, [at[0] + dx, at[1] + dy]);
  }

  #closeNearest(): void {
    const row = this.#nearestRow();
    if (row >= 0) this.#close(row);
  }

  #move(row: number, at: Point): void {
    this.#set(withMove(this.#store.state.edits, this.#store.places.idOf(row), at));
  }

  #close(row: number): void {
    this.#set(withClosing(this.#store.state.edits, this.#store.places.idOf(row)));
  }

  /** Brings the engine to a list of edits: what stays is not done again. What cannot be done is told and left out. */
  #set(edits: readonly Edit[]): void {
    const trial = this.openTrial();
    if (trial === null) return;
    let same = 0;
    while (same < this.#done.length && isAlike(this.#done[same], edits[same])) same++;
    for (let i = this.#done.length; i > same; i--) trial.undo();
    const done = edits.slice(0, same);
    this.#problem = "";
    for (const edit of edits.slice(same))
      try {
        trial.apply(edit);
        done.push(edit);
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        this.#problem = pageTexts(this.#store.state.choice.locale)("page.whatIf.badPlan", { problem });
      }
    this.#done = done;
    this.#placeAll(done);
    this.#store.setTrial(done, done.length === 0 ? null : trial.judge((id) => this.#store.places.rowOf(id)));
    this.#map.marks.drawPins(pinsOf(done, this.#store.places));
    sayAloud(this.#problem || (document.querySelector("#tray .total")?.textContent ?? ""));
  }

  /** Puts the facilities of the map where the edits have them. */
  #placeAll(edits: readonly Edit[]): void {
    const { places } = this.#store;
    places.reset();
    for (const edit of edits) {
      const row = places.rowOf(edit.id);
      if (edit.edit === "addFacility")
        places.open(edit.id, edit.name ?? edit.id, edit.categories[0] ?? "", edit.location);
      else if (edit.edit === "moveFacility") places.move(row, edit.location);
      else if (edit.edit === "closeFacility") places.setOpen(row, false);
    }
  }

  #save(): void {
    const { edits } = this.#store.state;
    const { places } = this.#store;
    const collection = toEditFeatures(edits, (id) => places.placeOf(places.rowOf(id)));
    saveFile("plan.geojson", "application/geo+json", `${JSON.stringify(collection, null, 2)}\n`);
  }

  #read(text: string): void {
    try {
      const edits = readPlan(text);
      this.#store.set({ mode: "whatIf" });
      this.#set(edits);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      this.#problem = pageTexts(this.#store.state.choice.locale)("page.whatIf.badPlan", { problem });
      this.#store.refresh();
    }
  }

  #tool(mode: "add" | "move" | "close"): MapTool {
    return makePlanTool(mode, this.#map, {
      add: (at) => {
        this.#add(at);
        const last = this.#store.state.edits.at(-1);
        return last === undefined ? -1 : this.#store.places.rowOf(last.id);
      },
      nearest: (at) => {
        const row = this.#store.places.nearestTo(at, this.#categoryNow(), (place) => this.#map.toPixel(place));
        if (row < 0) this.#tellProblem(pageTexts(this.#store.state.choice.locale)("page.whatIf.nothingNear"));
        return row;
      },
      move: (row, at) => this.#move(row, at),
      close: (row) => this.#close(row),
    });
  }

  #tellProblem(problem: string): void {
    this.#problem = problem;
    this.#store.refresh();
  }
}
