import type { Streets } from "../model/facts.js";
import { numberNodes } from "../streets/number-nodes.js";
import { pickStreets } from "../streets/pick-streets.js";
import { compareByPlace, type StreetFrame } from "../streets/sort-streets.js";

/** Which places of some streets are also places of others. */
export interface Meetings {
  /** Per vertex of these streets, one street after the other: a number for its place. */
  readonly places: Uint32Array;
  /** By place: a vertex of another street that is the same node, and the row of that street. */
  readonly met: ReadonlyMap<number, { readonly row: number; readonly vertex: number }>;
}

/**
 * Finds where some streets of a city meet others, as `numberNodes` decides.
 *
 * @param own rows of these streets, ascending
 * @returns `null` where others would meet otherwise if these were not there, or where a node id has several positions
 */
export function findMeetings(streets: Streets, own: readonly number[], frame: StreetFrame): Meetings | null {
  const near = rowsNear(streets, own);
  if (near === null) return null;
  const byPlace = (a: number, b: number) => compareByPlace(streets, frame, a, b);
  const others = [...near].sort(byPlace);
  const all = [...near, ...own].sort(byPlace);
  const without = placesOf(streets, others);
  const withOwn = placesOf(streets, all);
  const met = new Map<number, { row: number; vertex: number }>();
  const placeWithout = new Map<number, number>();
  const seen = new Set<number>();
  for (const row of others) {
    for (let vertex = streets.firstVertex[row]; vertex < streets.firstVertex[row + 1]; vertex++) {
      const place = withOwn(row, vertex);
      const before = without(row, vertex);
      const known = placeWithout.get(place);
      if (known === undefined ? seen.has(before) : known !== before) return null;
      placeWithout.set(place, before);
      seen.add(before);
      met.set(place, { row, vertex });
    }
  }
  const places = own.flatMap((row) => {
    const count = streets.firstVertex[row + 1] - streets.firstVertex[row];
    return Array.from({ length: count }, (_, i) => withOwn(row, streets.firstVertex[row] + i));
  });
  return { places: Uint32Array.from(places), met };
}

/** Numbers the places of some streets, in this order. */
function placesOf(streets: Streets, rows: readonly number[]): (row: number, vertex: number) => number {
  const picked = pickStreets(streets, rows);
  const { nodeOfVertex } = numberNodes(picked, Uint32Array.from(rows.keys()));
  const at = new Map(rows.map((row, i) => [row, i]));
  return (row, vertex) => nodeOfVertex[picked.firstVertex[at.get(row) as number] + vertex - streets.firstVertex[row]];
}

/** Lists the other streets that have a position or a node id of these; `null` = an id has several positions. */
function rowsNear({ count, firstVertex, lon, lat, nodeIds }: Streets, own: readonly number[]): number[] | null {
  const positions = new Set<string>();
  const positionOfId = new Map<number, string>();
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  // 0 and -0 are one place
  const textOf = (vertex: number) => `${lon[vertex] + 0} ${lat[vertex] + 0}`;
  for (const row of own) {
    for (let vertex = firstVertex[row]; vertex < firstVertex[row + 1]; vertex++) {
      positions.add(textOf(vertex));
      if (nodeIds.length > 0) positionOfId.set(nodeIds[vertex], textOf(vertex));
      west = Math.min(west, lon[vertex]);
      east = Math.max(east, lon[vertex]);
      south = Math.min(south, lat[vertex]);
      north = Math.max(north, lat[vertex]);
    }
  }
  positionOfId.delete(Number.NaN);
  const isOwn = new Set(own);
  const near: number[] = [];
  for (let row = 0; row < count; row++) {
    let isNear = false;
    for (let vertex = firstVertex[row]; vertex < firstVertex[row + 1]; vertex++) {
      const x = lon[vertex];
      const y = lat[vertex];
      if (x >= west && x <= east && y >= south && y <= north && positions.has(textOf(vertex))) isNear = true;
      const position = positionOfId.size === 0 ? undefined : positionOfId.get(nodeIds[vertex]);
      if (position === undefined) continue;
      if (position !== textOf(vertex)) return null;
      isNear = true;
    }
    if (isNear && !isOwn.has(row)) near.push(row);
  }
  return near;
}
