import { openJudge } from "../assess/judge-tables.js";
import { planQuestion } from "../assess/plan-city.js";
import { NOT_ATTACHED } from "../model/travel.js";
import { MODES } from "../streets/modes/modes.js";
import { OTHER_MODES } from "../streets/modes/other-modes.js";
import { emptyTable } from "../travel/nearest-table.js";
import { readPartition } from "./partition-file.js";
import { writeResult } from "./result-file.js";

/**
 * Makes the result of a partition of which nothing was found out: its people and its ground are there, and nobody knows what they reach.
 *
 * @param bytes from `planPartitions`
 * @returns bytes for `mergePartitions`
 */
export function unknownResult(bytes: Uint8Array): Uint8Array {
  const { id, planKey, question, facts, city, neighborhoodRows, facilities } = readPartition(bytes, [
    ...MODES,
    ...OTHER_MODES,
  ]);
  const { travelKeys: _, ...asked } = question;
  const plan = planQuestion({ ...asked, travel: [], measures: [] }, facts);
  const tables = plan.requests.map((request) => {
    const table = emptyTable(request, city.origins.count, null);
    table.facilityRow.fill(NOT_ATTACHED);
    return table;
  });
  const judge = openJudge({ city }, plan, { tables, reachTables: [], facilities });
  const { requirements, measures: __, ...frame } = judge.judgement(neighborhoodRows);
  return writeResult({
    ...{ id, planKey, frame, travelDiagnostics: [], diagnostics: [], facilityIds: {} },
    units: requirements.map((columns) => columns?.unit ?? null),
    columnsOf: (row) => requirements[row] ?? null,
  });
}
