import { type Bounds, joinBounds } from "../geo/bounds.js";
import { sumOf } from "../geo/sum.js";
import type { Origins } from "../model/facts.js";
import { originRowsOf, pickOrigins } from "../origins/pick-origins.js";
import type { NeighborhoodGroup } from "./group-neighborhoods.js";
import type { Partition, PlannedPartition } from "./partition.js";

/** Gives some neighborhoods of a city with what was built of them, and the row of each of their origins. */
export function pickNeighborhoods(
  { neighborhoods, neighborhoodSquareMeters, origins }: Partition["city"],
  rows: readonly number[],
): Pick<Partition, "city" | "originRows"> {
  const originRows = Uint32Array.from(originRowsOf(origins, rows));
  return {
    originRows,
    city: {
      neighborhoods: rows.flatMap((row) => neighborhoods[row] ?? []),
      neighborhoodSquareMeters: Float64Array.from(rows, (row) => neighborhoodSquareMeters[row]),
      origins: originsOfPart(pickOrigins(origins, originRows), origins, rows),
    },
  };
}

/** Tells how large a partition is. @param nodeCounts of each neighborhood, about */
export function describePartition(
  { id, rows }: NeighborhoodGroup,
  origins: Origins,
  { boxes, nodeCounts }: { readonly boxes: readonly Bounds[]; readonly nodeCounts: ArrayLike<number> },
): PlannedPartition {
  const { firstOrigin, population } = origins;
  const sumIn = (countOf: (row: number) => number) => rows.reduce((sum, row) => sum + countOf(row), 0);
  return {
    ...{ id, neighborhoodRows: rows },
    originCount: sumIn((row) => firstOrigin[row + 1] - firstOrigin[row]),
    nodeCount: Math.round(sumIn((row) => nodeCounts[row] as number)),
    population: sumIn((row) => sumOf(population, firstOrigin[row], firstOrigin[row + 1])),
    bounds: joinBounds(rows.flatMap((row) => boxes[row] ?? [])),
  };
}

/** The origins of some neighborhoods, with rows of neighborhoods among these. */
function originsOfPart(picked: Origins, { firstOrigin }: Origins, rows: readonly number[]): Origins {
  const first = new Uint32Array(rows.length + 1);
  const neighborhoodRow = new Uint32Array(picked.count);
  rows.forEach((row, i) => {
    first[i + 1] = first[i] + firstOrigin[row + 1] - firstOrigin[row];
    neighborhoodRow.fill(i, first[i], first[i + 1]);
  });
  return { ...picked, neighborhoodRow, firstOrigin: first };
}
