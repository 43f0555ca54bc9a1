import type { Feature, FeatureCollection, LineString, Point, Polygon } from "geojson";
import type { LonLat, Tags } from "../../src/base/words.js";
import { degreeMeters } from "../oracle/oracle-geodesy.js";
import type { Street } from "./streets.js";

export interface DesertGridOptions {
  /** Streets from south to north, that is nodes from west to east. */
  readonly columns: number;
  readonly rows: number;
  readonly blockMeters: number;
  /** Latitude of the southernmost street. Default: 0, where blocks are exact to a micrometre. */
  readonly lat?: number;
  readonly lon?: number;
}

/** A town of equal blocks in the desert. */
export interface DesertGrid {
  /** The place `x` blocks east and `y` blocks north of the south-west corner; both may be fractions. */
  readonly at: (x: number, y: number) => LonLat;
  /** One street per row (west to east), then one per column (south to north), with a vertex at every crossing. */
  readonly streets: readonly Street[];
}

/**
 * Lays out a town of equal blocks: every street has its own scale, so that the blocks of every street are
 * `blockMeters` long on the ellipsoid (away from the equator the meridians lean by some centimetres in a kilometre).
 */
export function desertGrid({ columns, rows, blockMeters, lat = 0, lon = 0 }: DesertGridOptions): DesertGrid {
  const latOf = (y: number) => {
    let north = lat;
    // the degree grows with the latitude: settle on the degree at the middle of the way
    for (let i = 0; i < 4; i++) north = lat + (y * blockMeters) / degreeMeters((lat + north) / 2).lat;
    return north;
  };
  const at = (x: number, y: number): LonLat => {
    const north = latOf(y);
    return [lon + (x * blockMeters) / degreeMeters(north).lon, north];
  };
  const across = Array.from({ length: rows }, (_, y) =>
    streetOf(
      `row ${y}`,
      Array.from({ length: columns }, (_, x) => at(x, y)),
    ),
  );
  const along = Array.from({ length: columns }, (_, x) =>
    streetOf(
      `column ${x}`,
      Array.from({ length: rows }, (_, y) => at(x, y)),
    ),
  );
  return { at, streets: [...across, ...along] };
}

/** Makes a street without node ids. */
export function streetOf(id: string, coordinates: readonly LonLat[], tags: Tags = { highway: "residential" }): Street {
  return { id, coordinates, nodeIds: null, tags };
}

/** Streets as GeoJSON, as somebody would hand them in. */
export function toStreetLayer(streets: readonly Street[]): FeatureCollection<LineString> {
  return collection(
    streets.map(({ id, coordinates, nodeIds, tags }) => ({
      type: "Feature",
      properties: { ...tags, id, ...(nodeIds === null ? {} : { nodes: [...nodeIds] }) },
      geometry: { type: "LineString", coordinates: coordinates.map(([lon, lat]) => [lon, lat]) },
    })),
  );
}

/** A point feature. */
export function pointFeature([lon, lat]: LonLat, properties: Record<string, unknown>): Feature<Point> {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: [lon, lat] } };
}

/** A polygon feature of one ring; the first corner is repeated at the end. */
export function polygonFeature(corners: readonly LonLat[], properties: Record<string, unknown>): Feature<Polygon> {
  const ring = [...corners, ...corners.slice(0, 1)].map(([lon, lat]) => [lon, lat]);
  return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } };
}

/** A collection of features. */
export function collection<G extends import("geojson").Geometry>(
  features: readonly Feature<G>[],
): FeatureCollection<G> {
  return { type: "FeatureCollection", features: [...features] };
}
