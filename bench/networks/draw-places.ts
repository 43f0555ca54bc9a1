import { drawIndex, type Random, seededRandom } from "../../test/support/random.js";
import { type BenchPlaces, type StreetColumns, toPlane } from "./bench-network.js";

/** The seed of all facilities and places; written into the report. */
export const PLACES_SEED = 1;

const CATEGORY_COUNT = 10;
const PLACE_COUNT = 500;
const CLUSTER_METERS = 800;
const FACILITIES_PER_CLUSTER = 25;
const CELL_METERS = 200;
const MILLION = 1e6;

/**
 * Draws the facilities of ten categories and 500 places.
 *
 * The categories hold 200 to 5,000 facilities on a million nodes, evenly spaced in their logarithm; larger networks
 * have more in proportion, smaller ones between 200 and 1,000 at least. Every other category is spread evenly over
 * the nodes, the others lie around centers with a deviation of 800 m.
 */
export function drawPlaces(streets: StreetColumns): BenchPlaces {
  const random = seededRandom(PLACES_SEED);
  const scale = streets.nodeCount / MILLION;
  const fewest = Math.max(200, 200 * Math.round(scale));
  const most = Math.max(1000, Math.round(5000 * scale));
  const grid = new NodeGrid(streets);
  const facilityNodes = Array.from({ length: CATEGORY_COUNT }, (_, category) => {
    const count = Math.round(fewest * (most / fewest) ** (category / (CATEGORY_COUNT - 1)));
    return category % 2 === 0 ? drawNodes(streets.nodeCount, count, random) : drawClusters(grid, count, random);
  });
  return { facilityNodes, placeNodes: drawNodes(streets.nodeCount, PLACE_COUNT, random) };
}

function drawNodes(nodeCount: number, count: number, random: Random): Uint32Array {
  const drawn = new Set<number>();
  while (drawn.size < Math.min(count, nodeCount)) drawn.add(drawIndex(random, nodeCount));
  return Uint32Array.from(drawn).sort();
}

function drawClusters(grid: NodeGrid, count: number, random: Random): Uint32Array {
  const centers = drawNodes(grid.nodeCount, Math.max(4, Math.round(count / FACILITIES_PER_CLUSTER)), random);
  const drawn = new Set<number>();
  while (drawn.size < Math.min(count, grid.nodeCount / 2)) {
    const center = centers[drawIndex(random, centers.length)];
    // Box and Muller: two normal deviates of two even ones
    const radius = CLUSTER_METERS * Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    const node = grid.nearest(grid.x[center] + radius * Math.cos(angle), grid.y[center] + radius * Math.sin(angle));
    if (node >= 0) drawn.add(node);
  }
  return Uint32Array.from(drawn).sort();
}

/** The nodes by squares of 200 m. */
class NodeGrid {
  readonly nodeCount: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly #columns: number;
  readonly #rows: number;
  readonly #firstInCell: Uint32Array;
  readonly #nodes: Uint32Array;

  constructor(streets: StreetColumns) {
    ({ x: this.x, y: this.y } = toPlane(streets));
    this.nodeCount = streets.nodeCount;
    const cells = (values: Float64Array) => Math.floor(values.reduce((a, b) => Math.max(a, b), 0) / CELL_METERS) + 1;
    this.#columns = cells(this.x);
    this.#rows = cells(this.y);
    this.#firstInCell = new Uint32Array(this.#columns * this.#rows + 1);
    const cellOf = (node: number) =>
      Math.floor(this.y[node] / CELL_METERS) * this.#columns + Math.floor(this.x[node] / CELL_METERS);
    for (let node = 0; node < this.nodeCount; node++) this.#firstInCell[cellOf(node) + 1]++;
    for (let cell = 0; cell < this.#columns * this.#rows; cell++)
      this.#firstInCell[cell + 1] += this.#firstInCell[cell];
    const next = this.#firstInCell.slice();
    this.#nodes = new Uint32Array(this.nodeCount);
    for (let node = 0; node < this.nodeCount; node++) this.#nodes[next[cellOf(node)]++] = node;
  }

  /** Gives the nearest node in this square and the eight around it; -1 = none there. */
  nearest(x: number, y: number): number {
    const column = Math.floor(x / CELL_METERS);
    const row = Math.floor(y / CELL_METERS);
    let best = -1;
    let bestSquare = Infinity;
    for (let r = Math.max(0, row - 1); r <= Math.min(this.#rows - 1, row + 1); r++)
      for (let c = Math.max(0, column - 1); c <= Math.min(this.#columns - 1, column + 1); c++) {
        const cell = r * this.#columns + c;
        for (let i = this.#firstInCell[cell]; i < this.#firstInCell[cell + 1]; i++) {
          const node = this.#nodes[i];
          const square = (this.x[node] - x) ** 2 + (this.y[node] - y) ** 2;
          if (square >= bestSquare) continue;
          best = node;
          bestSquare = square;
        }
      }
    return best;
  }
}
