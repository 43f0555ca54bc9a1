import { assertObject, assertText, invalid } from "../base/check-argument.js";
import { CoverageError, say } from "../base/errors.js";
import { describe } from "../base/json-object.js";
import { STATISTIC_NAMES } from "../coverage/summarize-measure.js";
import type { Measure } from "../model/measure.js";
import type { NearestTable } from "../model/travel.js";

/** More facilities of a category than anybody compares. */
const MAX_NEAREST_COUNT = 1000;

/**
 * Checks that measures can be computed and told apart.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function assertMeasures(measures: readonly Measure[]): void {
  if (!Array.isArray(measures)) throw invalid("options.measures", measures, "a list of measures");
  const ids = new Set<unknown>();
  measures.forEach((measure: unknown, row) => {
    const path = `options.measures[${row}]`;
    if (typeof measure === "function")
      throw invalid(path, measure, "what it returns: call it, as in completeness(900)");
    assertObject(path, measure);
    const { id, perOrigin, table, tableUnit, nearestCount, cutoff, summary } = measure;
    assertText(`${path}.id`, id);
    if (ids.has(id)) throw invalid(`${path}.id`, id, "an id that no other measure has");
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
    if (table !== "nearest") throw invalid(`${path}.table`, table, say("one of {choices}", { choices: "nearest" }));
    assertStatistics(`${path}.summary`, summary);
  });
}

function assertStatistics(path: string, summary: unknown): void {
  if (!Array.isArray(summary) || summary.length === 0)
    throw invalid(path, summary, say("a list of {names} or { id, compute }", { names: STATISTIC_NAMES.join(", ") }));
  const ids = new Set<unknown>();
  summary.forEach((statistic: unknown, row) => {
    if (typeof statistic !== "string") assertObject(`${path}[${row}]`, statistic);
    else if (!STATISTIC_NAMES.includes(statistic))
      throw invalid(`${path}[${row}]`, statistic, say("one of {choices}", { choices: STATISTIC_NAMES.join(", ") }));
    const { id, compute } = typeof statistic === "string" ? { id: statistic, compute: null } : statistic;
    assertText(`${path}[${row}].id`, id);
    if (ids.has(id)) throw invalid(`${path}[${row}].id`, id, "an id that no other statistic has");
    ids.add(id);
    if (compute !== null && typeof compute !== "function")
      throw invalid(`${path}[${row}].compute`, compute, "a function");
  });
}

/**
 * Computes a measure, and checks that it has one number for every origin.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`
 */
export function valuesOf(measure: Measure, table: NearestTable): Float64Array {
  const values: unknown = measure.perOrigin(table);
  const found = values instanceof Float64Array ? say("{count} values", { count: values.length }) : describe(values);
  if (values instanceof Float64Array && values.length === table.originCount) return values;
  throw new CoverageError(
    "INVALID_ARGUMENT",
    say("Measure {id}: perOrigin returned {found}; expected a Float64Array of {originCount}.", {
      id: JSON.stringify(measure.id),
      found,
      originCount: table.originCount,
    }),
    { path: "options.measures", hint: "Return one value per origin; NaN where nothing is known." },
  );
}
