import { assertObject, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { Standard } from "../model/standard.js";
import type { NearestTable, TravelRequest } from "../model/travel.js";
import type { PreparedTravel, TravelModel } from "../travel/travel-model.js";

/**
 * Checks that there is a travel model, and that each can be prepared.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function assertTravel(travel: readonly TravelModel[]): void {
  const hint = say("option.noTravel.hint");
  if (!Array.isArray(travel)) throw invalid("options.travel", travel, say("expected.travelModels"));
  if (travel.length === 0)
    throw new CoverageError("INVALID_ARGUMENT", say("option.noTravel"), { path: "options.travel", hint });
  // a hole in a list is no model, and forEach would step over it
  Array.from(travel).forEach((model: unknown, row) => {
    const path = `options.travel[${row}]`;
    if (typeof model === "function") throw invalid(path, model, say("expected.calledTravelModel"));
    assertObject(path, model);
    if (typeof model.prepare !== "function") throw invalid(`${path}.prepare`, model.prepare, say("value.function"));
  });
}

/**
 * Checks that a list holds ids of categories of a standard.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function assertKnownCategories(
  known: readonly unknown[],
  { id, categories }: Standard,
  path: string = "options.knownCategories",
): void {
  if (!Array.isArray(known)) throw invalid(path, known, say("value.list"));
  known.forEach((category, row) => {
    if (!categories.some((each) => each.id === category))
      throw invalid(`${path}[${row}]`, category, say("expected.knownCategory", { standard: id }));
  });
}

/**
 * Fills a table, and checks that a model of the caller's own has filled all of it.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function filledTable(
  model: PreparedTravel,
  request: TravelRequest,
  originCount: number,
  onCategory?: () => void,
): NearestTable {
  assertObject("options.travel: what prepare returned", model);
  if (typeof model.fillTable !== "function")
    throw invalid("options.travel: fillTable", model.fillTable, say("value.function"));
  const table: unknown = model.fillTable(request, onCategory);
  assertObject("options.travel: the table", table);
  const cells = originCount * request.categories.length * request.nearestCount;
  const { cost, facilityRow, counts } = table;
  const isFull =
    table.originCount === originCount &&
    table.nearestCount === request.nearestCount &&
    cost instanceof Float64Array &&
    cost.length === cells &&
    facilityRow instanceof Int32Array &&
    facilityRow.length === cells &&
    Array.isArray(counts);
  if (isFull) return table as unknown as NearestTable;
  throw new CoverageError("INVALID_ARGUMENT", say("travelModel.tableSize", { cells }), {
    path: "options.travel",
    hint: say("travelModel.tableSize.hint"),
  });
}
