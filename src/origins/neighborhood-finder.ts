import Flatbush from "flatbush";
import { boundsOfPolygons } from "../geo/bounds.js";
import { containsPoint } from "../geo/rings.js";
import type { LonLat, Neighborhood } from "../model.js";

/** Finds the neighborhood of a place; the first in input order where they overlap. */
export class NeighborhoodFinder {
  readonly #neighborhoods: readonly Neighborhood[];
  readonly #boxes: Flatbush;

  constructor(neighborhoods: readonly Neighborhood[]) {
    this.#neighborhoods = neighborhoods;
    this.#boxes = new Flatbush(neighborhoods.length);
    for (const { polygons } of neighborhoods) {
      const { west, south, east, north } = boundsOfPolygons(polygons);
      this.#boxes.add(west, south, east, north);
    }
    this.#boxes.finish();
  }

  find([lon, lat]: LonLat): number | null {
    const rows = this.#boxes.search(lon, lat, lon, lat).sort((a, b) => a - b);
    return rows.find((row) => containsPoint(this.#neighborhoods[row]?.polygons ?? [], lon, lat)) ?? null;
  }
}
