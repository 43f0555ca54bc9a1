import RBush, { type BBox } from "rbush";
import type { LonLat } from "../base/words.js";
import { boundsOfPolygons } from "../geo/bounds.js";
import { containsPoint } from "../geo/rings.js";
import type { Neighborhood } from "../model/facts.js";

interface Box extends BBox {
  readonly row: number;
}

/** Finds the neighborhood of a place; the first in input order where they overlap. */
export class NeighborhoodFinder {
  readonly #neighborhoods: readonly Neighborhood[];
  readonly #boxes = new RBush<Box>();

  constructor(neighborhoods: readonly Neighborhood[]) {
    this.#neighborhoods = neighborhoods;
    this.#boxes.load(
      neighborhoods.map(({ polygons }, row) => {
        const { west, south, east, north } = boundsOfPolygons(polygons);
        return { minX: west, minY: south, maxX: east, maxY: north, row };
      }),
    );
  }

  find([lon, lat]: LonLat): number | null {
    const found = this.#boxes.search({ minX: lon, minY: lat, maxX: lon, maxY: lat }).sort((a, b) => a.row - b.row);
    return found.find(({ row }) => containsPoint(this.#neighborhoods[row]?.polygons ?? [], lon, lat))?.row ?? null;
  }
}
