import { assertObject, invalid } from "../base/check-argument.js";
import { CoverageError, say } from "../base/errors.js";
import type { NearestTable, TravelRequest } from "../model/travel.js";
import type { PreparedTravel, TravelModel } from "../travel/travel-model.js";

/**
 * Checks that there is a travel model, and that each can be prepared.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function assertTravel(travel: readonly TravelModel[]): void {
  const hint = "Give a travel model, or leave it out for the default.";
  if (!Array.isArray(travel)) throw invalid("options.travel", travel, "a list of travel models, such as [onNetwork()]");
  if (travel.length === 0)
    throw new CoverageError("INVALID_ARGUMENT", "options.travel is an empty list.", { path: "options.travel", hint });
  travel.forEach((model: unknown, row) => {
    const path = `options.travel[${row}]`;
    if (typeof model === "function") throw invalid(path, model, "what it returns: call it, as in onNetwork()");
    assertObject(path, model);
    if (typeof model.prepare !== "function") throw invalid(`${path}.prepare`, model.prepare, "a function");
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
  if (typeof model.fillTable !== "function") throw invalid("options.travel: fillTable", model.fillTable, "a function");
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
  throw new CoverageError(
    "INVALID_ARGUMENT",
    say("options.travel: a model filled a table of another size; expected {cells} cells.", { cells }),
    {
      path: "options.travel",
      hint: "fillTable must answer for every origin, category and rank of the request.",
    },
  );
}
