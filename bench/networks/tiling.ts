import { drawIndex, type Random, seededRandom } from "../../test/support/random.js";
import { metersPerDegree, type StreetColumns, toPlane } from "./bench-network.js";

/** The seed of the edges between tiles; written into the report. */
export const TILING_SEED = 25;
const GAP_METERS = 30;
const JOINTS = 150;

/** One tile in metres, seen from its own corner. */
interface Tile {
  readonly streets: StreetColumns;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Lays a network `side` × `side` times, every other tile mirrored, so that borders face their own image.
 *
 * Two neighbors are joined by 150 edges, each from a node near the border to the same node across it, drawn from the
 * 300 nearest: enough for ways to cross, few enough that a tile keeps its nature.
 */
export function tileNetwork(streets: StreetColumns, side: number): StreetColumns {
  const plane = toPlane(streets);
  const largest = (values: Float64Array) => values.reduce((most, value) => Math.max(most, value), 0);
  const tile = { streets, ...plane, width: largest(plane.x), height: largest(plane.y) };
  const joints = joinTiles(tile, side, seededRandom(TILING_SEED));
  const nodes = layNodes(tile, side);
  const edgeCount = streets.edgeFrom.length;
  const total = side * side * edgeCount + joints.length;
  const edgeFrom = new Uint32Array(total);
  const edgeTo = new Uint32Array(total);
  const edgeMeters = new Float64Array(total);
  for (let at = 0; at < side * side; at++) {
    const firstNode = at * streets.nodeCount;
    for (let edge = 0; edge < edgeCount; edge++) {
      edgeFrom[at * edgeCount + edge] = firstNode + streets.edgeFrom[edge];
      edgeTo[at * edgeCount + edge] = firstNode + streets.edgeTo[edge];
    }
    edgeMeters.set(streets.edgeMeters, at * edgeCount);
  }
  joints.forEach(([from, to, meters], joint) => {
    edgeFrom[side * side * edgeCount + joint] = from;
    edgeTo[side * side * edgeCount + joint] = to;
    edgeMeters[side * side * edgeCount + joint] = meters;
  });
  return { nodeCount: side * side * streets.nodeCount, ...nodes, edgeFrom, edgeTo, edgeMeters };
}

function layNodes(tile: Tile, side: number): Pick<StreetColumns, "nodeLon" | "nodeLat"> {
  const { nodeCount, nodeLon: lon, nodeLat: lat } = tile.streets;
  const lon0 = lon.reduce((least, value) => Math.min(least, value), Infinity);
  const lat0 = lat.reduce((least, value) => Math.min(least, value), Infinity);
  const degree = metersPerDegree(lat0);
  const nodeLon = new Float64Array(side * side * nodeCount);
  const nodeLat = new Float64Array(side * side * nodeCount);
  for (let at = 0; at < side * side; at++) {
    const column = Math.floor(at / side);
    const row = at % side;
    for (let node = 0; node < nodeCount; node++) {
      const x = column % 2 === 0 ? tile.x[node] : tile.width - tile.x[node];
      const y = row % 2 === 0 ? tile.y[node] : tile.height - tile.y[node];
      nodeLon[at * nodeCount + node] = lon0 + (x + column * (tile.width + GAP_METERS)) / degree.lon;
      nodeLat[at * nodeCount + node] = lat0 + (y + row * (tile.height + GAP_METERS)) / degree.lat;
    }
  }
  return { nodeLon, nodeLat };
}

type Joint = readonly [from: number, to: number, meters: number];

function joinTiles({ streets: { nodeCount }, x, y, width, height }: Tile, side: number, random: Random): Joint[] {
  // by how far a node is from the border that a tile shares with the next one: its own far or, mirrored, near side
  const toNextColumn = [x.map((value) => width - value), x].map(nearestFirst);
  const toNextRow = [y.map((value) => height - value), y].map(nearestFirst);
  const joints: Joint[] = [];
  const join = (tile: number, next: number, { order, meters }: Border) => {
    for (const node of drawSome(order, random))
      joints.push([tile * nodeCount + node, next * nodeCount + node, 2 * (meters[node] as number) + GAP_METERS]);
  };
  for (let column = 0; column < side; column++)
    for (let row = 0; row < side; row++) {
      const tile = column * side + row;
      if (column + 1 < side) join(tile, tile + side, toNextColumn[column % 2] as Border);
      if (row + 1 < side) join(tile, tile + 1, toNextRow[row % 2] as Border);
    }
  return joints;
}

interface Border {
  readonly order: readonly number[];
  readonly meters: Float64Array;
}

function nearestFirst(meters: Float64Array): Border {
  const all = Array.from(meters.keys()).sort((a, b) => (meters[a] as number) - (meters[b] as number) || a - b);
  return { meters, order: all.slice(0, 2 * JOINTS) };
}

function drawSome(order: readonly number[], random: Random): number[] {
  const left = [...order];
  return Array.from({ length: Math.min(JOINTS, left.length) }, () => left.splice(drawIndex(random, left.length), 1)[0]);
}
