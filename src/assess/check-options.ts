import { assertObject, assertText, invalid } from "../base/check-argument.js";
import { CoverageError, say } from "../base/errors.js";
import { describe } from "../base/json-object.js";
import type { Metric } from "../model/report.js";
import type { NearestTable, TravelRequest } from "../model/travel.js";
import type { PreparedTravel, TravelModel } from "../travel/travel-model.js";

/** More facilities of a category than anybody compares. */
const MAX_NEAREST_COUNT = 1000;

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
 * Checks that metrics can be computed and told apart.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function assertMetrics(metrics: readonly Metric[]): void {
  if (!Array.isArray(metrics)) throw invalid("options.metrics", metrics, "a list of metrics");
  const ids = new Set<unknown>();
  metrics.forEach((metric: unknown, row) => {
    const path = `options.metrics[${row}]`;
    if (typeof metric === "function") throw invalid(path, metric, "what it returns: call it, as in completeness(900)");
    assertObject(path, metric);
    const { id, perOrigin, tableUnit, nearestCount, cutoff } = metric;
    assertText(`${path}.id`, id);
    if (ids.has(id)) throw invalid(`${path}.id`, id, "an id that no other metric has");
    ids.add(id);
    if (typeof perOrigin !== "function") throw invalid(`${path}.perOrigin`, perOrigin, "a function");
    if (tableUnit !== "seconds" && tableUnit !== "meters")
      throw invalid(`${path}.tableUnit`, tableUnit, "seconds or meters");
    const isCount = typeof nearestCount === "number" && Number.isInteger(nearestCount);
    if (!(isCount && nearestCount >= 1 && nearestCount <= MAX_NEAREST_COUNT))
      throw invalid(
        `${path}.nearestCount`,
        nearestCount,
        say("a whole number from 1 to {most}", { most: MAX_NEAREST_COUNT }),
      );
    if (!(typeof cutoff === "number" && cutoff > 0)) throw invalid(`${path}.cutoff`, cutoff, "more than 0");
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

/**
 * Computes a metric, and checks that it has one number for every origin.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function valuesOf(metric: Metric, table: NearestTable): Float64Array {
  const values: unknown = metric.perOrigin(table);
  const found = values instanceof Float64Array ? say("{count} values", { count: values.length }) : describe(values);
  if (values instanceof Float64Array && values.length === table.originCount) return values;
  throw new CoverageError(
    "INVALID_ARGUMENT",
    say("Metric {id}: perOrigin returned {found}; expected a Float64Array of {originCount}.", {
      id: JSON.stringify(metric.id),
      found,
      originCount: table.originCount,
    }),
    { path: "options.metrics", hint: "Return one value per origin; NaN where nothing is known." },
  );
}
