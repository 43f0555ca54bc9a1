import { originCounts, splitNeighborhoods } from "../city/split-neighborhoods.js";
import { boundsOfPolygons } from "../geo/bounds.js";
import { MODES } from "../streets/modes/modes.js";
import { OTHER_MODES } from "../streets/modes/other-modes.js";
import type { PlannedPartition } from "./partition.js";
import { readPartition, writePartition } from "./partition-file.js";
import { describePartition, pickNeighborhoods } from "./pick-neighborhoods.js";

/** A half of a partition. */
export interface HalfPartition {
  readonly planned: PlannedPartition;
  readonly bytes: Uint8Array;
}

/**
 * Splits a partition that is too large for the memory into two that lie together. Both keep all streets and facilities around them:
 * what takes memory is what is found for every origin.
 *
 * @returns `null` if it has one neighborhood only
 */
export function splitPartition(bytes: Uint8Array, planned: PlannedPartition): readonly HalfPartition[] | null {
  const whole = readPartition(bytes, [...MODES, ...OTHER_MODES]);
  const { neighborhoods, origins } = whole.city;
  if (neighborhoods.length < 2) return null;
  const boxes = neighborhoods.map(({ polygons }) => boundsOfPolygons(polygons));
  const counts = originCounts(origins);
  const nodeCounts = Float64Array.from(counts, (count) => (planned.nodeCount * count) / Math.max(1, origins.count));
  const weights = Float64Array.from(counts, (count) => 1 + count);
  return splitNeighborhoods(weights, boxes, 2).map((rows, i) => {
    const id = `${planned.id}${"ab"[i]}`;
    const neighborhoodRows = rows.map((row) => whole.neighborhoodRows[row] as number);
    const { city, originRows } = pickNeighborhoods(whole.city, rows);
    return {
      planned: { ...describePartition({ id, rows }, origins, { boxes, nodeCounts }), neighborhoodRows },
      bytes: writePartition({
        ...{ ...whole, id, city },
        neighborhoodRows: Uint32Array.from(neighborhoodRows),
        originRows: Uint32Array.from(originRows, (row) => whole.originRows[row]),
      }),
    };
  });
}
