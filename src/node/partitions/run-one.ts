import { CoverageError } from "../../base/errors.js";
import { isJsonObject } from "../../base/json-object.js";
import { runPartition } from "../../partitions/run-partition.js";
import { straightLine } from "../../travel/straight-line.js";
import type { PlanFolder } from "./plan-folder.js";
import type { FailedPartition, FiledPartition, PlanFacts } from "./plan-records.js";

/**
 * Runs a partition of a plan and writes what was found, unless that is there already.
 *
 * @returns whether there was anything to do
 * @throws {CoverageError} what `runPartition` throws; `FILE_MISSING`, `DAMAGED_FILE`; `CANNOT_WRITE`
 */
export function runOne(folder: PlanFolder, facts: PlanFacts, partition: FiledPartition): boolean {
  if (folder.stateOf(partition, true) === "done") return false;
  const before = process.cpuUsage();
  const result = runPartition(folder.readInput(partition), travelOfPlan(facts));
  const { user, system } = process.cpuUsage(before);
  folder.writeResult(partition, result, {
    neighborhoods: partition.neighborhoodRows.length,
    cpuSeconds: (user + system) / 1e6,
    peakMebibytes: Math.round(process.resourceUsage().maxRSS / 1024),
  });
  return true;
}

/** The travel models of a plan: functions are in no file. */
function travelOfPlan({ straightLine: isStraight, detour }: PlanFacts): Parameters<typeof runPartition>[1] {
  if (!isStraight) return {};
  return { travel: [straightLine(detour === undefined ? {} : { detourFactor: detour })] };
}

/** Tells whether a message is a partition to run. */
export function isTask(message: unknown): message is { readonly partition: FiledPartition } {
  return isJsonObject(message) && isJsonObject(message.partition);
}

/** Says why a partition failed: by the code of a typed error, else as a bug of this program. */
export function toFailure(error: unknown, message: string): Pick<FailedPartition, "code" | "message"> {
  return { code: error instanceof CoverageError ? error.code : "BUG", message };
}
