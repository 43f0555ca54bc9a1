import type { Edit } from "../../scenarios/edit.js";
import type { PageCells } from "../page-cells.js";
import { firstChoice, mend, type PageChoice, readAddress, toAddress } from "../view/choice.js";
import type { ComparedReport, PageData } from "../view/page-data.js";
import { type PageModel, toPageData } from "./model.js";
import { Places } from "./places.js";

/** What the page shows now: numbers, and what is chosen of them. */
export interface PageState {
  readonly data: PageData;
  readonly choice: PageChoice;
  /** What is tried out, in its order. */
  readonly edits: readonly Edit[];
}

/** Keeps the state, tells who listens, and writes it into the address. */
export class PageStore {
  readonly model: PageModel;
  readonly places: Places;
  #state: PageState;
  readonly #listeners: ((state: PageState, before: PageState | null) => void)[] = [];

  constructor(model: PageModel) {
    this.model = model;
    this.places = new Places(model);
    const parts = new URLSearchParams(location.hash.slice(1));
    const read = readAddress(parts, model.facts);
    const locale = read.locale ?? languageOfReader() ?? model.facts.locale;
    const choice = mend({ ...firstChoice(locale), ...read, locale }, model.facts);
    this.#state = { data: toPageData(model), choice, edits: [] };
    addEventListener("hashchange", () => this.#follow());
  }

  get state(): PageState {
    return this.#state;
  }

  /** Changes what is chosen. */
  set(change: Partial<PageChoice>): void {
    const choice = mend({ ...this.#state.choice, ...change }, this.model.facts);
    this.#tell({ ...this.#state, choice });
  }

  /** Shows the numbers of a trial; without edits, those of the report. */
  setTrial(edits: readonly Edit[], result: PageCells | null): void {
    const { cells } = this.model;
    const numbers = result === null ? { cells, before: null } : { cells: result, before: cells };
    this.#tell({ ...this.#state, edits, data: { ...this.#state.data, ...numbers } });
  }

  /** Compares with another report, or (`null`) no longer. */
  setCompared(compared: ComparedReport | null): void {
    this.#tell({ ...this.#state, data: { ...this.#state.data, compared } });
  }

  /** Writes everything anew. */
  refresh(): void {
    this.#tell({ ...this.#state });
  }

  /** Calls a listener now, and after each change. */
  listen(listener: (state: PageState, before: PageState | null) => void): void {
    this.#listeners.push(listener);
    listener(this.#state, null);
  }

  /** Reads the edits that the address names. */
  get editsOfAddress(): readonly Edit[] {
    try {
      const edits: unknown = JSON.parse(new URLSearchParams(location.hash.slice(1)).get("edits") ?? "[]");
      return Array.isArray(edits) ? edits : [];
    } catch {
      return []; // a link that was cut off
    }
  }

  #tell(next: PageState): void {
    const before = this.#state;
    this.#state = next;
    const address = this.#toAddress();
    if (address !== location.hash) replaceAddress(address);
    for (const listener of this.#listeners) listener(next, before);
  }

  #toAddress(): string {
    const parts = toAddress(this.#state.choice, this.model.facts);
    if (this.#state.edits.length > 0) parts.set("edits", JSON.stringify(this.#state.edits));
    return `#${parts}`;
  }

  /** Somebody went to another address: a link to a part of the page is none. */
  #follow(): void {
    if (location.hash === this.#toAddress()) return;
    if (!location.hash.includes("=")) {
      replaceAddress(this.#toAddress());
      return;
    }
    const { locale, ...read } = readAddress(new URLSearchParams(location.hash.slice(1)), this.model.facts);
    this.set({ ...read, ...(locale === null ? {} : { locale }) });
  }
}

/** The first language of the reader that the page has; `null` = it has none of them, or stands in a frame, which speaks as what is around it. */
function languageOfReader(): "zh" | "en" | null {
  if (window.self !== window.top) return null;
  for (const language of navigator.languages) {
    const short = language.slice(0, 2).toLowerCase();
    if (short === "zh" || short === "en") return short;
  }
  return null;
}

/** Without an entry in the history: looking around is no journey. */
function replaceAddress(address: string): void {
  try {
    history.replaceState(null, "", address);
  } catch {
    // a page inside a sandboxed frame has no address of its own
  }
}
