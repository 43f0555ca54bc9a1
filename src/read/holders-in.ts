import RBush, { type BBox } from "rbush";
import { boundsOfPolygons } from "../geo/bounds.js";
import { containsPoint } from "../geo/rings.js";
import type { Neighborhood } from "../model/facts.js";

interface Box extends BBox {
  readonly row: number;
}

/** Makes a function that lists the rows of the neighborhoods that hold a place, in no order. */
export function holdersIn(neighborhoods: readonly Neighborhood[]): (lon: number, lat: number) => number[] {
  const boxes = new RBush<Box>();
  boxes.load(
    neighborhoods.map(({ polygons }, row) => {
      const { west, south, east, north } = boundsOfPolygons(polygons);
      return { minX: west, minY: south, maxX: east, maxY: north, row };
    }),
  );
  return (lon, lat) =>
    boxes
      .search({ minX: lon, minY: lat, maxX: lon, maxY: lat })
      .map(({ row }) => row)
      .filter((row) => containsPoint(neighborhoods[row]?.polygons ?? [], lon, lat));
}
