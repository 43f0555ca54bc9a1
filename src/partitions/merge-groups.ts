import { invalid } from "../base/check-argument.js";
import { guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import type { BytesSource } from "../city/column-file.js";
import type { RequirementColumns } from "../coverage/judgement.js";
import type { JudgementFrame } from "../coverage/merge-judgements.js";
import type { NeighborhoodCoverage } from "../model/report.js";
import { readResults } from "./merge-partitions.js";
import { summarizeResults } from "./merge-results.js";
import type { PartitionPlan, PartitionResult } from "./partition.js";

/**
 * Sums up groups of neighborhoods, such as counties: each is to its neighborhoods what the city of a report is to all of them, medians
 * included.
 *
 * @param plan from `planPartitions`, or what JSON kept of it
 * @param results what `runPartition` gave, as for `mergePartitions`
 * @param groupOf names the group of a neighborhood; `null`: it is in none
 * @returns the groups, by their names
 * @throws {CoverageError} as `mergePartitions`
 *
 * @example
 * ```ts
 * import { mergeGroups, planPartitions, runPartition } from "quarterhour/partition";
 *
 * const { plan, cut } = planPartitions(city);
 * const results = plan.partitions.map(({ id }) => runPartition(cut(id)));
 * const halves = mergeGroups(plan, results, ({ id }) => (id < "JC20" ? "north" : "south"));
 * halves.length; // → 2
 * ```
 */
export function mergeGroups(
  plan: PartitionPlan,
  results: readonly (Uint8Array | BytesSource)[],
  groupOf: (neighborhood: PartitionPlan["neighborhoods"][number]) => string | null,
): NeighborhoodCoverage[] {
  return guardShape("mergeGroups", () => {
    if (typeof groupOf !== "function") throw invalid("groupOf", groupOf, say("value.function"));
    const read = readResults(plan, results);
    const rowsOf = new Map<string, Set<number>>();
    plan.neighborhoods.forEach((neighborhood, row) => {
      const group = groupOf(neighborhood);
      if (group === null) return;
      const rows = rowsOf.get(group) ?? new Set();
      rowsOf.set(group, rows.add(row));
    });
    return [...rowsOf]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, rows]) => {
        const own = read.map((result) => pickAreas(result, rows)).filter(({ frame }) => frame.areas.length > 0);
        return { id, name: null, ...summarizeResults(plan, own).city };
      });
  });
}

/** Leaves of a result the neighborhoods of some rows. */
function pickAreas(result: PartitionResult, rows: ReadonlySet<number>): PartitionResult {
  const { neighborhoodRows, areas, counted, firstOrigin, weights, lon, lat } = result.frame;
  const kept = [...neighborhoodRows.keys()].filter((i) => rows.has(neighborhoodRows[i] as number));
  if (kept.length === areas.length) return result;
  const first = new Uint32Array(kept.length + 1);
  kept.forEach((i, at) => {
    first[at + 1] = first[at] + firstOrigin[i + 1] - firstOrigin[i];
  });
  const pick = <T extends Float64Array | Int32Array | Uint32Array>(column: T): T => {
    const picked = new (column.constructor as new (length: number) => T)(first[kept.length]);
    kept.forEach((i, at) => {
      picked.set(column.subarray(firstOrigin[i], firstOrigin[i + 1]), first[at]);
    });
    return picked;
  };
  const frame: JudgementFrame = {
    neighborhoodRows: Uint32Array.from(kept, (i) => neighborhoodRows[i]),
    areas: kept.flatMap((i) => areas[i] ?? []),
    counted: kept.flatMap((i) => counted[i] ?? []),
    firstOrigin: first,
    ...{ weights: pick(weights), lon: pick(lon), lat: pick(lat) },
  };
  const pickColumns = ({
    unit,
    cost,
    secondQuantity,
    facilityRow,
    within,
  }: RequirementColumns): RequirementColumns => ({
    ...{ unit, cost: pick(cost), secondQuantity: pick(secondQuantity) },
    ...{ facilityRow: pick(facilityRow), within: pick(within) },
  });
  return {
    ...result,
    frame,
    columnsOf: (row) => {
      const columns = result.columnsOf(row);
      return columns && pickColumns(columns);
    },
  };
}
