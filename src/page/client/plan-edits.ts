import type { Locale } from "../../base/words.js";
import type { Edit } from "../../scenarios/edit.js";
import { isEditCollection, readEditFeatures } from "../../scenarios/edit-features.js";
import type { PlannedEdit } from "../view/plan-tray.js";
import type { Point } from "../view/point.js";
import type { MapPin } from "./map-marks.js";
import type { Places } from "./places.js";
import type { PageStore } from "./store.js";

/** One press of an arrow moves a facility so far. */
const STEP_DEGREES = 0.001;
export const STEPS: readonly Point[] = [
  [-STEP_DEGREES, 0],
  [STEP_DEGREES, 0],
  [0, STEP_DEGREES],
  [0, -STEP_DEGREES],
];

// Lists of edits as they grow and shrink; nothing is changed in place.

/** Adds a facility. @param nameOf what it is called by its number */
export function withFacility(
  edits: readonly Edit[],
  category: string,
  nameOf: (number: number) => string,
  at: Point,
): Edit[] {
  const taken = new Set(edits.map(({ id }) => id));
  let number = 1;
  while (taken.has(`plan-${number}`)) number++;
  const [id, location] = [`plan-${number}`, toLocation(at)];
  return [...edits, { edit: "addFacility", id, name: nameOf(number), categories: [category], location }];
}

/** Moves a facility: what was added or moved in the list already is put elsewhere there. */
export function withMove(edits: readonly Edit[], id: string, at: Point): Edit[] {
  const location = toLocation(at);
  const own = edits.findLastIndex((edit) => edit.id === id && "location" in edit);
  if (own < 0) return [...edits, { edit: "moveFacility", id, location }];
  return edits.map((edit, i) => (i === own ? ({ ...edit, location } as Edit) : edit));
}

/** Closes a facility; one that the list has added is added no longer. */
export function withClosing(edits: readonly Edit[], id: string): Edit[] {
  const isOwn = edits.some((edit) => edit.edit === "addFacility" && edit.id === id);
  const others = edits.filter((edit) => edit.id !== id);
  return isOwn ? others : [...others, { edit: "closeFacility", id }];
}

/** Takes an edit back, with what was done later to what it had added. */
export function withoutEdit(edits: readonly Edit[], row: number): Edit[] {
  const gone = edits[row];
  return edits.filter((edit, i) => i !== row && !(i > row && edit.id === gone?.id));
}

/** Tells an edit as the tray lists it. */
export function describeEdit(edit: Edit, places: Places, locale: Locale): PlannedEdit {
  const kind = edit.edit.startsWith("add") ? "add" : edit.edit.startsWith("move") ? "move" : "close";
  const row = places.rowOf(edit.id);
  const given = "name" in edit ? edit.name : null;
  return { kind, name: given ?? (row < 0 ? edit.id : places.nameOf(row, locale)) };
}

/** Gives the places of edits on the map, numbered as they are listed. */
export function pinsOf(edits: readonly Edit[], places: Places): MapPin[] {
  return edits.flatMap((edit, row) => {
    const at = "location" in edit ? edit.location : places.placeOf(places.rowOf(edit.id));
    const kind = edit.edit === "closeFacility" ? "closed" : "planned";
    return at === null ? [] : [{ at, text: String(row + 1), kind }];
  });
}

/** Reads a file of edits: GeoJSON, or the list itself. @throws {TypeError} for anything else; {SyntaxError} for no JSON */
export function readPlan(text: string): readonly Edit[] {
  const given: unknown = JSON.parse(text);
  const edits = isEditCollection(given) ? readEditFeatures(given) : given;
  if (!Array.isArray(edits)) throw new TypeError("GeoJSON FeatureCollection");
  return edits;
}

/** Finds the facility of a category that is nearest to the chosen neighborhood; -1 = none. */
export function nearestRowOf({ model, state, places }: PageStore, category: string): number {
  const requirement = model.facts.standard.requirements.findIndex((one) => one.category === category);
  if (state.choice.area < 0 || requirement < 0) return -1;
  const row = state.data.cells.nearest[state.choice.area * model.requirementCount + requirement] ?? -1;
  return row >= 0 && places.placeOf(row) !== null ? row : -1;
}

export function isAlike(one: Edit | undefined, other: Edit | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** To a tenth of a metre: links stay short. */
function toLocation([lon, lat]: Point): Point {
  return [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}
