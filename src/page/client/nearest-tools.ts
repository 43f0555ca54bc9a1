import { pageTexts } from "../../base/texts/renderings/page.js";
import { el } from "./dom.js";
import type { PageStore } from "./state.js";
import type { Trial } from "./trial.js";
import type { Point } from "./view.js";

/** One press of an arrow moves a facility so far. */
const STEP_DEGREES = 0.001;
const STEPS: readonly (readonly [string, Point])[] = [
  ["←", [-STEP_DEGREES, 0]],
  ["→", [STEP_DEGREES, 0]],
  ["↑", [0, STEP_DEGREES]],
  ["↓", [0, -STEP_DEGREES]],
];

/**
 * Makes what the keyboard can try out: the facility of a category that is nearest to the chosen neighborhood is moved or
 * closed. Nothing, where none is known.
 */
export function makeNearestTools({ model, state, places }: PageStore, trial: Trial, category: string): HTMLElement[] {
  const tell = pageTexts(state.locale);
  const requirement = model.facts.standard.requirements.findIndex((one) => one.category === category);
  const cell = state.area * model.requirementCount + requirement;
  const row = state.area < 0 ? -1 : (state.result.cells.nearest[cell] ?? -1);
  const at = places.placeOf(row);
  if (row < 0 || at === null) return [];
  const button = (id: string, name: string, text: string, click: () => void) =>
    el("button", { type: "button", id, "aria-label": name, click }, text);
  const arrows = STEPS.map(([sign, [dx, dy]], i) =>
    button(`trial-step-${i}`, `${tell("page.whatIf.mode.move")} ${sign}`, sign, () =>
      trial.move(row, [at[0] + dx, at[1] + dy]),
    ),
  );
  const closing = tell("page.whatIf.mode.close");
  const close = button("trial-close-nearest", closing, closing, () => trial.close(row));
  return [el("p", {}, `${places.nameOf(row)} `, ...arrows, close)];
}
