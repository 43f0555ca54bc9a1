import { invalid } from "../base/check-argument.js";
import { isJsonObject, ownValue } from "../base/json-object.js";
import { say } from "../base/texts/library.js";
import type { Degrees } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { assertLocation } from "../facilities/check-facility.js";
import { identifyFeature } from "../read/feature-ids.js";
import { listFeatures } from "../read/list-features.js";
import { readGeoJsonText } from "../read/parse-geojson-text.js";

/** A point of the caller's own. */
export interface NamedPoint {
  /** Of the feature; its row, if it has none. */
  readonly id: string;
  readonly location: LonLat;
}

/**
 * Reads points that were given as positions or as GeoJSON; none is left out.
 *
 * @param path what they are called
 * @param referenceLon longitudes are turned to its side of the antimeridian
 * @throws {CoverageError} `INVALID_ARGUMENT`, `INVALID_LOCATION`; `INVALID_GEOJSON` and so on for what is no GeoJSON
 */
export function readPoints(path: string, points: unknown, referenceLon: Degrees): NamedPoint[] {
  const named =
    Array.isArray(points) && !points.some(isJsonObject) ? fromPositions(path, points) : fromGeoJson(path, points);
  if (named.length === 0) throw invalid(path, points, say("expected.somePoints"));
  return named.map(({ id, location }) => ({ id, location: turnTo(referenceLon, location) }));
}

/** Brings a place to a side of the antimeridian: streets across it are in one piece, on one side or the other. */
export function turnTo(referenceLon: Degrees, location: LonLat): LonLat {
  const turns = Math.round((referenceLon - location[0]) / 360);
  return turns === 0 ? location : [location[0] + 360 * turns, location[1]];
}

function fromPositions(path: string, positions: readonly unknown[]): NamedPoint[] {
  return positions.map((location, row) => {
    assertLocation(`${path}[${row}]`, location);
    return { id: String(row), location: [location[0], location[1]] };
  });
}

function fromGeoJson(path: string, points: unknown): NamedPoint[] {
  const isText = typeof points === "string" || points instanceof Uint8Array;
  return listFeatures(isText ? readGeoJsonText(points, path) : points, path).map((feature, row) => {
    const geometry = isJsonObject(feature) ? ownValue(feature, "geometry") : feature;
    if (!isJsonObject(feature) || !isJsonObject(geometry) || geometry.type !== "Point")
      throw invalid(`${path}.features[${row}].geometry`, geometry, say("expected.point"));
    const { coordinates } = geometry;
    assertLocation(`${path}.features[${row}].geometry.coordinates`, coordinates);
    const properties = ownValue(feature, "properties");
    const { id } = identifyFeature(feature, isJsonObject(properties) ? properties : {}, undefined);
    return { id: id ?? String(row), location: [coordinates[0], coordinates[1]] };
  });
}
