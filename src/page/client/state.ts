import type { Locale } from "../../base/words.js";
import type { MeasureId, PageResult } from "../page-model.js";
import type { PageModel } from "./model.js";
import { Places } from "./places.js";

/** What the page shows now. */
export interface PageState {
  readonly locale: Locale;
  readonly circle: number;
  /** -1: the whole circle. */
  readonly requirement: number;
  readonly measure: MeasureId;
  /** The chosen neighborhood; -1 = none. */
  readonly area: number;
  readonly showsFacilities: boolean;
  /** What the numbers are of: the report, or a trial. */
  readonly result: PageResult;
}

const MEASURES: readonly MeasureId[] = ["score", "share", "minutes", "missing"];
/** What a whole circle, and what one category, can be colored by. A standard without scores leaves the share. */
export function measuresOf(
  { facts }: PageModel,
  { requirement }: Pick<PageState, "requirement">,
): readonly MeasureId[] {
  if (requirement >= 0) return ["share", "minutes"];
  return facts.scale === "share" ? MEASURES.filter((measure) => measure !== "score") : MEASURES;
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
    const { facts, cells } = model;
    this.#state = {
      locale: facts.locale,
      circle: 0,
      requirement: -1,
      measure: measuresOf(model, { requirement: -1 })[0] ?? "share",
      area: -1,
      showsFacilities: true,
      result: { cells, texts: facts.texts },
      ...this.#readAddress(),
    };
    addEventListener("hashchange", () => {
      if (location.hash !== this.#toAddress()) this.set(this.#readAddress());
    });
  }

  get state(): PageState {
    return this.#state;
  }

  /** Changes the state. What does not fit together is mended: a category belongs to a circle. */
  set(change: Partial<PageState>): void {
    const before = this.#state;
    let next = { ...before, ...change };
    const { requirements, circles } = this.model.facts.standard;
    const requirement = requirements[next.requirement];
    if (requirement !== undefined && requirement.circle !== circles[next.circle]?.id)
      next = { ...next, requirement: -1 };
    const measures = measuresOf(this.model, next);
    if (!measures.includes(next.measure)) next = { ...next, measure: measures[0] ?? "share" };
    this.#state = next;
    const address = this.#toAddress();
    if (address !== location.hash) replaceAddress(address);
    for (const listener of this.#listeners) listener(next, before);
  }

  /** Calls a listener now, and after each change. */
  listen(listener: (state: PageState, before: PageState | null) => void): void {
    this.#listeners.push(listener);
    listener(this.#state, null);
  }

  #toAddress(): string {
    const { locale, circle, requirement, measure, area } = this.#state;
    const { standard, areas } = this.model.facts;
    const parts = new URLSearchParams({ lang: locale, circle: standard.circles[circle]?.id ?? "", measure });
    const category = standard.requirements[requirement]?.id;
    if (category !== undefined) parts.set("requirement", category);
    const chosen = areas[area]?.id;
    if (chosen !== undefined) parts.set("area", chosen);
    return `#${parts}`;
  }

  #readAddress(): Partial<PageState> {
    const parts = new URLSearchParams(location.hash.slice(1));
    const { standard, areas } = this.model.facts;
    const rowOf = (list: readonly { readonly id: string }[], name: string) =>
      list.findIndex(({ id }) => id === parts.get(name));
    const locale = parts.get("lang");
    const circle = rowOf(standard.circles, "circle");
    const measure = measuresOf(this.model, { requirement: -1 }).find((one) => one === parts.get("measure"));
    return {
      ...(locale === "zh" || locale === "en" ? { locale } : {}),
      ...(circle >= 0 ? { circle } : {}),
      ...(measure === undefined ? {} : { measure }),
      ...(parts.has("requirement") ? { requirement: rowOf(standard.requirements, "requirement") } : {}),
      ...(parts.has("area") ? { area: rowOf(areas, "area") } : {}),
    };
  }
}

/** Tells whether nothing of these has changed; not so at first, when there is no state before. */
export function isUnchanged(state: PageState, before: PageState | null, keys: readonly (keyof PageState)[]): boolean {
  return before !== null && keys.every((key) => before[key] === state[key]);
}

/** Without an entry in the history: looking around is no journey. */
function replaceAddress(address: string): void {
  try {
    history.replaceState(null, "", address);
  } catch {
    // a page inside a sandboxed frame has no address of its own
  }
}
