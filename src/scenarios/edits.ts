import { invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/library.js";
import type { Edit } from "./edit.js";
import { type EditCollection, isEditCollection, readEditFeatures } from "./edit-features.js";
import type { Scenario } from "./scenario.js";

type Name = Edit["edit"];
type Of<N extends Name> = Extract<Edit, { readonly edit: N }>;

/** What an edit may have besides its name, and how it is done. */
const EDITS: {
  readonly [N in Name]: { readonly keys: readonly string[]; readonly run: (scenario: Scenario, edit: Of<N>) => void };
} = {
  addFacility: {
    keys: ["id", "name", "categories", "location"],
    run: (scenario, { edit: _, ...facility }) => scenario.addFacility(facility),
  },
  moveFacility: {
    keys: ["id", "location"],
    run: (scenario, { id, location }) => scenario.moveFacility(id, location),
  },
  closeFacility: { keys: ["id"], run: (scenario, { id }) => scenario.closeFacility(id) },
  addStreet: {
    keys: ["id", "coordinates", "tags"],
    run: (scenario, { edit: _, ...street }) => scenario.addStreet(street),
  },
  closeStreet: { keys: ["id"], run: (scenario, { id }) => scenario.closeStreet(id) },
};

/**
 * Does a list of edits, one after the other; GeoJSON of edits (see {@link EditCollection}) is such a list, too. If one cannot be done, none is: those before it are taken back.
 *
 * @throws {CoverageError} what the methods of {@link Scenario} throw, with the place of the edit in the list: `edits[2].location`;
 *   `INVALID_ARGUMENT` for what is no list of edits; `UNKNOWN_OPTION` for a member that the edit does not have
 *
 * @example
 * ```ts
 * import { applyEdits, openScenario } from "quarterhour";
 *
 * const scenario = openScenario(city);
 * applyEdits(scenario, [
 *   { edit: "addFacility", id: "planned", categories: ["community_health_center"], location: [104.039, 30.663] },
 * ]);
 * scenario.report().city.requirements.community_health_center?.population.share?.toFixed(3); // → "0.441"
 * ```
 */
export function applyEdits(scenario: Scenario, given: readonly Edit[] | EditCollection): void {
  guardLive("applyEdits", [scenario, given], () => {
    if (!isScenario(scenario)) throw invalid("scenario", scenario, say("expected.scenario"));
    const edits: unknown = isEditCollection(given) ? readEditFeatures(given) : given;
    if (!Array.isArray(edits)) throw invalid("edits", edits, say("expected.edits"));
    for (let row = 0; row < edits.length; row++)
      try {
        apply(scenario, edits[row]);
      } catch (error) {
        for (let done = 0; done < row; done++) scenario.undo();
        throw error instanceof CoverageError ? inList(error, row) : error;
      }
  });
}

function isScenario(value: unknown): boolean {
  return isJsonObject(value) && typeof value.undo === "function" && typeof value.closeStreet === "function";
}

function apply(scenario: Scenario, edit: unknown): void {
  const names = Object.keys(EDITS).join(", ");
  if (!isJsonObject(edit)) throw invalid("edit", edit, say("expected.edit", { names }));
  const name = edit.edit;
  if (typeof name !== "string" || !Object.hasOwn(EDITS, name))
    throw invalid("edit", name, say("expected.oneOf", { choices: names }));
  const { keys, run } = EDITS[name as Name] as (typeof EDITS)["closeFacility"];
  const unknown = Object.keys(edit).find((key) => key !== "edit" && !keys.includes(key));
  if (unknown !== undefined)
    throw new CoverageError("UNKNOWN_OPTION", say("edits.unknown", { key: unknown, edit: name }), {
      path: unknown,
      hint: say("edits.unknown.hint", { keys: keys.join(", ") }),
    });
  run(scenario, edit as unknown as Of<"closeFacility">);
}

/** Says which edit of the list it was. */
function inList(error: CoverageError, row: number): CoverageError {
  const { code, path, problem } = error;
  return new CoverageError(code, say("edits.wrong", { row, problem: problem.message }), {
    path: `edits[${row}]${path === null || path === "" ? "" : `.${path}`}`,
    ...(problem.hint === null ? {} : { hint: problem.hint }),
    cause: error,
  });
}
