import type { LonLat, Tags } from "../base/words.js";
import { containsPoint } from "../geo/rings.js";
import type { Ring, Streets } from "../model/facts.js";
import { appendStreets } from "./append-streets.js";
import { pickStreets } from "./pick-streets.js";
import { PlaceTable } from "./place-table.js";

/** The keys of the tags that tell squares and platforms. */
export const SQUARE_TAG_KEYS: readonly string[] = ["area", "public_transport"];

/** The value of `area` that marks the ways across: no tag of OpenStreetMap. */
export const ACROSS = "across";

/** From more entries than this, so many ways would lead across that only the outline is walked. */
const MOST_ENTRIES = 100;

/** A square, as its rings stand in the columns. */
interface Square {
  /** Rows of its rings, which follow each other. */
  readonly rows: readonly number[];
  readonly rings: readonly Ring[];
}

/** Where a square may be entered. */
interface Entry {
  readonly vertex: number;
  readonly position: LonLat;
}

/**
 * Lays ways across squares and platforms: straight ones between any two positions of the outline where other streets meet it, as
 * far as they lie inside. They are lines of the square's feature, with its id and tags; where they exist already, nothing is added.
 *
 * @param isOpen whether somebody may walk a street of these tags: what nobody walks needs no way across
 */
export function crossSquares(streets: Streets, isOpen: (tags: Tags) => boolean): Streets {
  if (streets.tagSets.some(({ area }) => area === ACROSS)) return streets;
  const isSquare = streets.tagSets.map((tags) => tags.area === "yes" && isOpen(tags));
  const squares = isSquare.includes(true) ? squaresAmong(streets, isSquare) : [];
  if (squares.length === 0) return streets;
  const isEntry = findEntries(streets, squares);
  const ways = squares.flatMap(({ rows, rings }) => {
    const row = rows[0] as number;
    const entries = rows.flatMap((ring) => entriesOf(streets, ring, isEntry));
    return entries.length > MOST_ENTRIES ? [] : waysAcross(entries, rings).map(([a, b]) => [row, a, b] as const);
  });
  return ways.length === 0 ? streets : withWays(streets, ways);
}

function squaresAmong(streets: Streets, isSquare: readonly boolean[]): Square[] {
  const { count, featureRow, tagSetRow } = streets;
  const squares: Square[] = [];
  for (let row = 0; row < count; ) {
    const rows: number[] = [];
    const feature = featureRow[row];
    for (; row < count && featureRow[row] === feature; row++)
      if (isSquare[tagSetRow[row]] && isClosed(streets, row)) rows.push(row);
    if (rows.length > 0) squares.push({ rows, rings: rows.map((ring) => ringOf(streets, ring)) });
  }
  return squares;
}

function isClosed({ firstVertex, lon, lat }: Streets, row: number): boolean {
  const first = firstVertex[row];
  const last = firstVertex[row + 1] - 1;
  return last - first >= 3 && lon[first] === lon[last] && lat[first] === lat[last];
}

function ringOf({ firstVertex, lon, lat }: Streets, row: number): LonLat[] {
  return Array.from({ length: firstVertex[row + 1] - firstVertex[row] }, (_, i): LonLat => {
    const vertex = firstVertex[row] + i;
    return [lon[vertex], lat[vertex]];
  });
}

/** Tells of vertices of squares whether a street of another feature is there, too: with the same node id, if both have one. */
function findEntries(streets: Streets, squares: readonly Square[]): (vertex: number) => boolean {
  const { count, firstVertex, lon, lat, nodeIds, featureRow } = streets;
  const rows = squares.flatMap((square) => square.rows);
  const capacity = rows.reduce((sum, row) => sum + firstVertex[row + 1] - firstVertex[row], 0);
  const places = new PlaceTable(capacity);
  const owner = new Int32Array(capacity).fill(-1);
  const ownerId = new Float64Array(capacity);
  const isEntry = new Uint8Array(capacity);
  for (const row of rows)
    for (let vertex = firstVertex[row]; vertex < firstVertex[row + 1]; vertex++) {
      const place = places.findOrAdd(lon[vertex], lat[vertex], 0);
      if (owner[place] >= 0) continue;
      owner[place] = featureRow[row];
      ownerId[place] = nodeIds[vertex] ?? Number.NaN;
    }
  for (let row = 0; row < count; row++)
    for (let vertex = firstVertex[row]; vertex < firstVertex[row + 1]; vertex++) {
      const place = places.find(lon[vertex], lat[vertex], 0);
      if (place < 0 || owner[place] === featureRow[row]) continue;
      const id = nodeIds[vertex] ?? Number.NaN;
      const isSame = Number.isNaN(id) || Number.isNaN(ownerId[place]) || id === ownerId[place];
      if (isSame) isEntry[place] = 1;
    }
  return (vertex) => isEntry[places.find(lon[vertex], lat[vertex], 0)] === 1;
}

function entriesOf({ firstVertex, lon, lat }: Streets, row: number, isEntry: (vertex: number) => boolean): Entry[] {
  const entries: Entry[] = [];
  // the last position is the first once more
  for (let vertex = firstVertex[row]; vertex < firstVertex[row + 1] - 1; vertex++)
    if (isEntry(vertex)) entries.push({ vertex, position: [lon[vertex], lat[vertex]] });
  return entries;
}

function waysAcross(entries: readonly Entry[], rings: readonly Ring[]): [from: number, to: number][] {
  return entries.flatMap(({ vertex: a, position: from }, i) =>
    entries
      .slice(i + 1)
      .filter(({ position: to }) => isInside(from, to, rings))
      .map(({ vertex: b }): [number, number] => [a, b]),
  );
}

/** Whether a straight way between two positions of an outline lies inside; along the outline, or through a corner, it does not. */
function isInside(from: LonLat, to: LonLat, rings: readonly Ring[]): boolean {
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const a = ring[i - 1] as LonLat;
      const b = ring[i] as LonLat;
      const isAtStart = isSame(a, from) || isSame(b, from);
      const isAtEnd = isSame(a, to) || isSame(b, to);
      if (isAtStart && isAtEnd) return false;
      if (
        !isAtStart &&
        !isAtEnd &&
        side(from, to, a) * side(from, to, b) <= 0 &&
        side(a, b, from) * side(a, b, to) <= 0
      )
        return false;
    }
  return containsPoint([rings], (from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
}

const isSame = (a: LonLat, b: LonLat): boolean => a[0] === b[0] && a[1] === b[1];

/** On which side of a–b a position lies: 1, -1, or 0 on the line. */
function side(a: LonLat, b: LonLat, position: LonLat): number {
  return Math.sign((b[0] - a[0]) * (position[1] - a[1]) - (b[1] - a[1]) * (position[0] - a[0]));
}

/** Puts ways behind the lines of their features. */
function withWays(streets: Streets, ways: readonly (readonly [row: number, from: number, to: number])[]): Streets {
  const { count, tagKeys, tagSets } = streets;
  const rows = Uint32Array.from(ways, ([row]) => row);
  const vertices = ways.flatMap(([, from, to]) => [from, to]);
  const sets = [...new Set(rows.map((row) => streets.tagSetRow[row]))];
  const at = (column: Float64Array) =>
    Float64Array.from(column.length === 0 ? [] : vertices, (vertex) => column[vertex]);
  const all = appendStreets(streets, {
    count: ways.length,
    firstVertex: Uint32Array.from({ length: ways.length + 1 }, (_, row) => 2 * row),
    lon: at(streets.lon),
    lat: at(streets.lat),
    nodeIds: at(streets.nodeIds),
    ids: Array.from(rows, (row) => streets.ids[row] as string),
    featureRow: rows.map((row) => streets.featureRow[row]),
    tagSetRow: rows.map((row) => sets.indexOf(streets.tagSetRow[row])),
    tagKeys,
    tagSets: sets.map((set) => ({ ...tagSets[set], area: ACROSS })),
  });
  const order = new Uint32Array(all.count);
  let next = 0;
  for (let row = 0; row < count; row++) {
    order[row + next] = row;
    if (row + 1 < count && all.featureRow[row + 1] === all.featureRow[row]) continue;
    for (; all.featureRow[count + next] === all.featureRow[row]; next++) order[row + next + 1] = count + next;
  }
  return pickStreets(all, order);
}
