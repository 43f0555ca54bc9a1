import { EdgeIndex } from "../attach/edge-index.js";
import { readGround } from "../attach/ground.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import { groupRows } from "../base/group-rows.js";
import { type Bounds, boundsOf } from "../geo/bounds.js";
import type { Islands } from "../graph/islands.js";
import { joinEdges } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import { pickStreets } from "../streets/pick-streets.js";
import { BoxColumns } from "./box-columns.js";

/** A part of a network, and how its numbers follow from those of the whole. */
export interface CutNetwork {
  readonly modeNetwork: ModeNetwork;
  /** Number of an edge, a node, an island of the whole in the part; -1: it is not there. */
  readonly edgeOf: (edge: number) => number;
  readonly nodeOf: (node: number) => number;
  readonly islandOf: (island: number) => number;
}

/**
 * Cuts parts out of a network. Streets come whole, and whatever has a number keeps its order, so that ties are decided as in the whole;
 * what is open and what hangs together is as in the whole, too.
 */
export class NetworkCutter {
  readonly #whole: ModeNetwork;
  readonly #edgesOfStreet: ReturnType<typeof groupRows>;
  readonly #streetBoxes: BoxColumns;
  readonly #waterBoxes: BoxColumns;

  constructor(whole: ModeNetwork) {
    const { network, streets } = whole;
    this.#whole = whole;
    this.#edgesOfStreet = groupRows(network.edgeStreetRow, streets.count);
    this.#streetBoxes = new BoxColumns(streets.count, (row) => boundsOfStreet(streets, row));
    const { waters = [] } = streets;
    this.#waterBoxes = new BoxColumns(waters.length, (row) => boundsOf(waters[row]?.lines.flat() ?? []));
  }

  /** Cuts out the streets and the waters that reach into some boxes. */
  cut(boxes: readonly Bounds[]): CutNetwork {
    const { mode, streets, network, arcs, islands } = this.#whole;
    const streetRows = this.#streetBoxes.within(boxes);
    const edges = this.#edgesOf(streetRows);
    const nodes = ascending([...edges].flatMap((edge) => [network.edgeFrom[edge], network.edgeTo[edge]]));
    const own = ascending(Array.from(nodes, (node) => islands.nodeIsland[node]));
    const waterRows = this.#waterBoxes.within(boxes);
    const nodeOf = placeIn(nodes);
    const streetOf = placeIn(streetRows);
    const islandOf = placeIn(own);
    const ownStreets = withOwnTags(pickStreets(streets, streetRows));
    const waters = Array.from(waterRows, (row) => (streets.waters ?? [])[row]).filter((water) => water !== undefined);
    const part = {
      mode,
      streets: streets.waters === undefined ? ownStreets : { ...ownStreets, waters },
      network: joinEdges({
        nodeCount: nodes.length,
        nodeLon: Float64Array.from(nodes, (node) => network.nodeLon[node]),
        nodeLat: Float64Array.from(nodes, (node) => network.nodeLat[node]),
        edgeFrom: edges.map((edge) => nodeOf(network.edgeFrom[edge])),
        edgeTo: edges.map((edge) => nodeOf(network.edgeTo[edge])),
        edgeMeters: Float64Array.from(edges, (edge) => network.edgeMeters[edge]),
        edgeStreetRow: edges.map((edge) => streetOf(network.edgeStreetRow[edge])),
      }),
      arcs: {
        ...arcs,
        open: Uint8Array.from({ length: 2 * edges.length }, (_, arc) => arcs.open[2 * edges[arc >> 1] + (arc & 1)]),
        diagnostics: [],
      },
      islands: pickIslands(islands, nodes, own, islandOf),
      diagnostics: [],
    };
    return { modeNetwork: { ...part, index: indexOf(part) }, edgeOf: placeIn(edges), nodeOf, islandOf };
  }

  #edgesOf(streetRows: Uint32Array): Uint32Array {
    const { first, rows } = this.#edgesOfStreet;
    const parts = Array.from(streetRows, (row) => rows.subarray(first[row], first[row + 1]));
    const edges = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      edges.set(part, at);
      at += part.length;
    }
    return edges.sort();
  }
}

/** Makes the index of a network, as `buildModeNetwork` makes it. */
function indexOf({ network, arcs, islands, streets }: Omit<ModeNetwork, "index">): EdgeIndex {
  return new EdgeIndex(network, arcs.open, islands, readGround(network, streets));
}

function pickIslands(
  whole: Islands,
  nodes: Uint32Array,
  own: Uint32Array,
  islandOf: (island: number) => number,
): Islands {
  return {
    ...whole,
    nodeIsland: nodes.map((node) => islandOf(whole.nodeIsland[node])),
    islandMeters: Float64Array.from(own, (island) => whole.islandMeters[island]),
    isFragment: Uint8Array.from(own, (island) => whole.isFragment[island]),
    isSmall: Uint8Array.from(own, (island) => whole.isSmall[island]),
  };
}

/** Leaves out the sets of tags that no street has. */
function withOwnTags(streets: Streets): Streets {
  const { tagSets, tagSetRow } = streets;
  const own = ascending(tagSetRow);
  return {
    ...streets,
    tagSets: Array.from(own, (set) => tagSets[set] ?? {}),
    tagSetRow: tagSetRow.map(placeIn(own)),
  };
}

function boundsOfStreet({ firstVertex, lon, lat }: Streets, row: number): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let vertex = firstVertex[row]; vertex < firstVertex[row + 1]; vertex++) {
    if (lon[vertex] < west) west = lon[vertex];
    if (lon[vertex] > east) east = lon[vertex];
    if (lat[vertex] < south) south = lat[vertex];
    if (lat[vertex] > north) north = lat[vertex];
  }
  return { west, south, east, north };
}

/** Each number once, ascending. */
function ascending(numbers: Iterable<number>): Uint32Array {
  const sorted = Uint32Array.from(numbers).sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i];
  return sorted.slice(0, count);
}

/** Finds the place of a number in an ascending list; -1: it is not there. */
export function placeIn(numbers: Uint32Array): (number: number) => number {
  return (number) => {
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle] < number) low = middle + 1;
      else high = middle;
    }
    return numbers[low] === number ? low : -1;
  };
}
