import { planQuestion } from "../assess/plan-city.js";
import { NOT_ATTACHED } from "../model/travel.js";
import { MODES } from "../streets/modes/modes.js";
import { OTHER_MODES } from "../streets/modes/other-modes.js";
import { emptyTable } from "../travel/nearest-table.js";
import { readPartition } from "./partition-file.js";
import { writeResult } from "./result-file.js";
import { toResult } from "./run-partition.js";

/**
 * Makes the result of a partition of which nothing was found out: its people and its ground are there, and nobody knows what they reach.
 *
 * @param bytes from `planPartitions`
 * @returns bytes for `mergePartitions`
 */
export function unknownResult(bytes: Uint8Array): Uint8Array {
  const partition = readPartition(bytes, [...MODES, ...OTHER_MODES]);
  const { travelKeys: _, ...asked } = partition.question;
  const plan = planQuestion({ ...asked, travel: [], measures: [] }, partition.facts);
  const tables = plan.requests.map((request) => {
    const table = emptyTable(request, partition.city.origins.count, null);
    table.facilityRow.fill(NOT_ATTACHED);
    return table;
  });
  return writeResult(toResult(partition, plan, tables, { travelDiagnostics: [], diagnostics: [] }));
}
