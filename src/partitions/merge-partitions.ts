import { assertObject, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import { type BytesSource, type OpenColumnFile, openColumnFile, readColumnFile } from "../city/column-file.js";
import type { CoverageReport } from "../model/report.js";
import { mergeResults } from "./merge-results.js";
import { PARTITION_FORMAT, type PartitionPlan, type PartitionResult } from "./partition.js";
import { readResult } from "./result-file.js";

/**
 * Puts the results of all partitions together: the report of the whole city, as `computeCoverage` gives it, byte for byte.
 *
 * @param plan from `planPartitions`, or what JSON kept of it
 * @param results what `runPartition` gave, one for each partition, in any order: bytes, or files whose columns are read one after the other;
 *   of these no checksum is computed
 * @throws {CoverageError} `INVALID_ARGUMENT` if a result is missing, is there twice or belongs to another plan; `INVALID_CITY_FILE` if one is
 *   damaged
 */
export function mergePartitions(plan: PartitionPlan, results: readonly (Uint8Array | BytesSource)[]): CoverageReport {
  return guardShape("mergePartitions", () => mergeResults(plan, readResults(plan, results)));
}

/** Reads the results of a plan. @throws {CoverageError} as {@link mergePartitions} */
export function readResults(plan: PartitionPlan, results: readonly (Uint8Array | BytesSource)[]): PartitionResult[] {
  assertObject("plan", plan);
  if (plan.formatVersion !== PARTITION_FORMAT) throw invalid("plan", plan.formatVersion, say("expected.plan"));
  if (!Array.isArray(results)) throw invalid("results", results, say("expected.list"));
  const read = results.map((bytes, row) => {
    const result = readResult(openResult(bytes, `results[${row}]`));
    if (result.planKey !== plan.key)
      throw new CoverageError("INVALID_ARGUMENT", say("partition.otherPlan", { id: result.id }), {
        path: `results[${row}]`,
        hint: say("partition.otherPlan.hint"),
      });
    return result;
  });
  const found = new Set(read.map(({ id }) => id));
  const missing = plan.partitions.filter(({ id }) => !found.has(id));
  if (missing.length === 0) return read;
  const people = Math.round(missing.reduce((sum, { population }) => sum + population, 0));
  const ids = missing.map(({ id }) => id).join(", ");
  throw new CoverageError("INVALID_ARGUMENT", say("partition.missing", { count: missing.length, ids, people }), {
    path: "results",
    hint: say("partition.missing.hint"),
  });
}

function openResult(bytes: Uint8Array | BytesSource, path: string): Pick<OpenColumnFile, "facts" | "column"> {
  if (bytes instanceof Uint8Array) {
    const { facts, columns } = readColumnFile(bytes);
    return { facts, column: (name) => columns[name] };
  }
  assertObject(path, bytes);
  if (typeof bytes.read !== "function" || typeof bytes.length !== "number")
    throw invalid(path, bytes, say("expected.partitionBytes"));
  return openColumnFile(bytes);
}
