import type { Degrees } from "../base/units.js";
import { crossingOfSegments } from "../geo/segments.js";
import type { Network } from "../graph/network.js";
import { buildEdgeGrid, type EdgeGrid, edgesInGrid } from "./edge-grid.js";

/** Rivers, canals and shores by place: nobody walks across them off the streets. */
export class WaterLines {
  readonly #network: Network;
  readonly #grid: EdgeGrid;

  /** @param edges of waters */
  constructor(network: Network, edges: Uint32Array) {
    this.#network = network;
    this.#grid = buildEdgeGrid(network, edges);
  }

  /** Tells whether water lies between two places; not where one of them lies on its line. */
  isBetween(lon: Degrees, lat: Degrees, toLon: Degrees, toLat: Degrees): boolean {
    const { edgeFrom, edgeTo, nodeLon, nodeLat } = this.#network;
    const edges = edgesInGrid(
      this.#grid,
      Math.min(lon, toLon),
      Math.min(lat, toLat),
      Math.max(lon, toLon),
      Math.max(lat, toLat),
    );
    return edges.some((edge) => {
      const [from, to] = [edgeFrom[edge], edgeTo[edge]];
      const water = [nodeLon[from], nodeLat[from]] as const;
      const crossing = crossingOfSegments([lon, lat], [toLon, toLat], water, [nodeLon[to], nodeLat[to]]);
      return crossing !== null && crossing[0] > 0 && crossing[0] < 1;
    });
  }
}
