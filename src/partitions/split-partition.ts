import { splitNeighborhoods } from "../city/split-neighborhoods.js";
import { boundsOfPolygons, joinBounds } from "../geo/bounds.js";
import { sumOf } from "../geo/sum.js";
import { originRowsOf, pickOrigins } from "../origins/pick-origins.js";
import { MODES } from "../streets/modes/modes.js";
import { OTHER_MODES } from "../streets/modes/other-modes.js";
import { originsOfPart } from "./cut-partition.js";
import type { Partition, PlannedPartition } from "./partition.js";
import { readPartition, writePartition } from "./partition-file.js";

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
  const countOf = (row: number) => origins.firstOrigin[row + 1] - origins.firstOrigin[row];
  const halves = splitNeighborhoods(
    boxes.map((_, row) => 1 + countOf(row)),
    boxes,
    2,
  );
  return halves.map((rows, i) => {
    const id = `${planned.id}${"ab"[i]}`;
    const originCount = rows.reduce((sum, row) => sum + countOf(row), 0);
    return {
      planned: {
        ...{ id, originCount, neighborhoodRows: rows.map((row) => whole.neighborhoodRows[row] as number) },
        nodeCount: Math.round((planned.nodeCount * originCount) / Math.max(1, origins.count)),
        population: rows.reduce(
          (sum, row) => sum + sumOf(origins.population, origins.firstOrigin[row], origins.firstOrigin[row + 1]),
          0,
        ),
        bounds: joinBounds(rows.flatMap((row) => boxes[row] ?? [])),
      },
      bytes: writePartition(pickNeighborhoods(whole, id, rows)),
    };
  });
}

function pickNeighborhoods(whole: Partition, id: string, rows: readonly number[]): Partition {
  const { neighborhoods, neighborhoodSquareMeters, origins } = whole.city;
  const originRows = originRowsOf(origins, rows);
  return {
    ...whole,
    id,
    neighborhoodRows: Uint32Array.from(rows, (row) => whole.neighborhoodRows[row]),
    originRows: Uint32Array.from(originRows, (row) => whole.originRows[row]),
    city: {
      neighborhoods: rows.flatMap((row) => neighborhoods[row] ?? []),
      neighborhoodSquareMeters: Float64Array.from(rows, (row) => neighborhoodSquareMeters[row]),
      origins: originsOfPart(pickOrigins(origins, originRows), origins, rows),
    },
  };
}
