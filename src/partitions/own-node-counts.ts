import { type Bounds, boundsOfColumns } from "../geo/bounds.js";
import { metersPerDegree } from "../geo/distance.js";
import type { Network } from "../graph/network.js";
import type { Origins } from "../model/facts.js";

const CELL_METERS = 1000;

/**
 * Tells about how many nodes of a network lie in each neighborhood: those of a square kilometer are shared among the origins in it.
 * Where there are no streets, origins are counted.
 */
export function ownNodeCounts(network: Network | null, origins: Origins): Float64Array {
  const { count, lon, lat, neighborhoodRow, firstOrigin } = origins;
  const counts = new Float64Array(firstOrigin.length - 1);
  const cellOf = cellsIn(boundsOfColumns(lon, lat));
  const originsIn = countIn(count, (origin) => cellOf(lon[origin], lat[origin]));
  const nodesIn =
    network === null
      ? originsIn
      : countIn(network.nodeCount, (node) => cellOf(network.nodeLon[node], network.nodeLat[node]));
  for (let origin = 0; origin < count; origin++) {
    const cell = cellOf(lon[origin], lat[origin]);
    counts[neighborhoodRow[origin]] += (nodesIn.get(cell) ?? 0) / (originsIn.get(cell) ?? 1);
  }
  return counts;
}

/** Numbers the square kilometers of a box, by its middle. */
function cellsIn({ west, south, north }: Bounds): (lon: number, lat: number) => number {
  const scale = metersPerDegree((south + north) / 2);
  const columns = Math.ceil((360 * scale.lon) / CELL_METERS) + 1;
  const [perLon, perLat] = [scale.lon / CELL_METERS, scale.lat / CELL_METERS];
  return (lon, lat) => Math.floor((lat - south) * perLat) * columns + Math.floor((lon - west) * perLon);
}

function countIn(count: number, cellOf: (row: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    const cell = cellOf(row);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}
