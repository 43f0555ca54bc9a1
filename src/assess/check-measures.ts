import { assertLabel, assertObject, assertText, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { describe } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import { STATISTIC_NAMES } from "../coverage/summarize-measure.js";
import type { Measure, MeasuredPlaces } from "../model/measure.js";
import { MAX_NEAREST_COUNT, type NearestTable, type ReachTable } from "../model/travel.js";

/**
 * Checks that measures can be computed and told apart.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function assertMeasures(measures: readonly Measure[]): void {
  if (!Array.isArray(measures)) throw invalid("options.measures", measures, say("expected.measures"));
  const ids = new Set<unknown>();
  // a hole in a list is no measure, and forEach would step over it
  Array.from(measures).forEach((measure: unknown, row) => {
    const path = `options.measures[${row}]`;
    if (typeof measure === "function") throw invalid(path, measure, say("expected.calledMeasure"));
    assertObject(path, measure);
    const { id, perOrigin, table, tableUnit, nearestCount, cutoff, summary, fill, categories, label } = measure;
    assertText(`${path}.id`, id);
    if (ids.has(id)) throw invalid(`${path}.id`, id, say("expected.uniqueId"));
    ids.add(id);
    assertLabel(`${path}.label`, label);
    if (typeof perOrigin !== "function") throw invalid(`${path}.perOrigin`, perOrigin, say("value.function"));
    if (tableUnit !== "seconds" && tableUnit !== "meters")
      throw invalid(`${path}.tableUnit`, tableUnit, say("expected.unit"));
    if (table !== "nearest" && table !== "reach")
      throw invalid(`${path}.table`, table, say("expected.oneOf", { choices: "nearest, reach" }));
    if (table === "reach" && typeof fill !== "function") throw invalid(`${path}.fill`, fill, say("value.function"));
    const isCount = typeof nearestCount === "number" && Number.isInteger(nearestCount);
    if (table === "nearest" && !(isCount && nearestCount >= 1 && nearestCount <= MAX_NEAREST_COUNT))
      throw invalid(`${path}.nearestCount`, nearestCount, say("expected.wholeNumber", { most: MAX_NEAREST_COUNT }));
    if (!(typeof cutoff === "number" && cutoff > 0)) throw invalid(`${path}.cutoff`, cutoff, say("expected.positive"));
    if (categories !== undefined && !(Array.isArray(categories) && categories.length > 0))
      throw invalid(`${path}.categories`, categories, say("expected.list"));
    assertStatistics(`${path}.summary`, summary);
  });
}

function assertStatistics(path: string, summary: unknown): void {
  if (!Array.isArray(summary) || summary.length === 0)
    throw invalid(path, summary, say("expected.statistics", { names: STATISTIC_NAMES.join(", ") }));
  const ids = new Set<unknown>();
  summary.forEach((statistic: unknown, row) => {
    if (typeof statistic !== "string") assertObject(`${path}[${row}]`, statistic);
    else if (!STATISTIC_NAMES.includes(statistic))
      throw invalid(`${path}[${row}]`, statistic, say("expected.oneOf", { choices: STATISTIC_NAMES.join(", ") }));
    const { id, compute } = typeof statistic === "string" ? { id: statistic, compute: null } : statistic;
    assertText(`${path}[${row}].id`, id);
    if (ids.has(id)) throw invalid(`${path}[${row}].id`, id, say("expected.uniqueStatistic"));
    ids.add(id);
    if (compute !== null && typeof compute !== "function")
      throw invalid(`${path}[${row}].compute`, compute, say("value.function"));
  });
}

/**
 * Computes a measure, and checks that it has one number for every origin.
 *
 * @param places what the rows of a reach table mean
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function valuesOf<Table extends NearestTable | ReachTable>(
  measure: Pick<Measure, "id"> & { readonly perOrigin: (table: Table, places: MeasuredPlaces) => Float64Array },
  table: Table,
  places?: MeasuredPlaces,
): Float64Array {
  const { originCount } = table;
  const values: unknown = measure.perOrigin(table, places as MeasuredPlaces);
  const found = values instanceof Float64Array ? say("value.count", { count: values.length }) : describe(values);
  if (values instanceof Float64Array && values.length === originCount) return values;
  throw new CoverageError(
    "INVALID_ARGUMENT",
    say("measure.result", {
      id: JSON.stringify(measure.id),
      found,
      originCount,
    }),
    { path: "options.measures", hint: say("measure.result.hint") },
  );
}
