import type { PageTrial } from "../page-model.js";
import type { PageStore } from "./state.js";
import type { Point } from "./view.js";

interface Edit {
  readonly kind: "add" | "move" | "close";
  readonly name: string;
  readonly row: number;
  /** Takes it back on the map; the engine has its own way back. */
  readonly undo: () => void;
}

/** The edits of a trial: made in the engine and among the places, then judged. */
export class Trial {
  readonly #store: PageStore;
  readonly #engine: PageTrial;
  readonly #edits: Edit[] = [];
  #addedCount = 0;
  /** Where the facility that is dragged is to go next, if it has not gone there yet. */
  #next: Point | null = null;
  /** The facility that was taken up and not moved yet. */
  #lifted = -1;
  /** Whether the last edit follows the pointer. */
  #isHeld = false;

  constructor(store: PageStore, engine: PageTrial) {
    this.#store = store;
    this.#engine = engine;
  }

  get edits(): readonly Edit[] {
    return this.#edits;
  }

  /** Opens a facility; it follows the pointer until it is dropped. */
  add(category: string, nameOf: (number: number) => string, at: Point): void {
    this.#addedCount++;
    const name = nameOf(this.#addedCount);
    this.#open(`trial/${this.#addedCount}`, name, category, at);
    this.#isHeld = true;
    this.#judge();
  }

  move(row: number, at: Point): void {
    this.#move(row, at);
    this.#judge();
  }

  close(row: number): void {
    const { places } = this.#store;
    this.#engine.close(places.idOf(row));
    places.setOpen(row, false);
    this.#edits.push({ kind: "close", name: places.nameOf(row), row, undo: () => places.setOpen(row, true) });
    this.#judge();
  }

  /** Takes a facility up: the first drag moves it. */
  lift(row: number): void {
    this.#lifted = row;
  }

  /** Takes what was added or lifted along; judged once per picture. */
  dragLast(at: Point): void {
    if (!this.#isHeld && this.#lifted < 0) return;
    if (this.#next === null) requestAnimationFrame(() => this.#follow());
    this.#next = at;
  }

  drop(): void {
    this.#follow();
    this.#isHeld = false;
    this.#lifted = -1;
  }

  undo(): void {
    this.#takeBack();
    this.#judge();
  }

  reset(): void {
    while (this.#edits.length > 0) this.#takeBack();
    this.#judge();
  }

  #follow(): void {
    const at = this.#next;
    this.#next = null;
    if (at === null) return;
    if (this.#isHeld) {
      const last = this.#edits.at(-1);
      if (last === undefined) return;
      const { places } = this.#store;
      const [id, category] = [places.idOf(last.row), this.#categoryOfHeld];
      this.#takeBack();
      if (last.kind === "add") this.#open(id, last.name, category, at);
      else this.#move(last.row, at);
    } else if (this.#lifted >= 0) {
      this.#move(this.#lifted, at);
      this.#isHeld = true;
    }
    this.#judge();
  }

  #categoryOfHeld = "";

  #open(id: string, name: string, category: string, at: Point): void {
    const { places } = this.#store;
    this.#engine.add(id, name, category, at);
    const row = places.open(id, name, category, at);
    this.#categoryOfHeld = category;
    this.#edits.push({ kind: "add", name, row, undo: () => places.setOpen(row, false) });
  }

  #move(row: number, at: Point): void {
    const { places } = this.#store;
    const before = places.placeOf(row);
    if (before === null) return;
    this.#engine.move(places.idOf(row), at);
    places.move(row, at);
    this.#edits.push({ kind: "move", name: places.nameOf(row), row, undo: () => places.move(row, before) });
  }

  #takeBack(): void {
    const last = this.#edits.pop();
    if (last === undefined) return;
    this.#engine.undo();
    last.undo();
  }

  #judge(): void {
    this.#store.set({ result: this.#engine.judge((id) => this.#store.places.rowOf(id)) });
  }
}
