import type { Feature, Geometry, Position } from "geojson";
import { assertText, checkObject, invalid } from "../../base/check-argument.js";
import { Diagnostics } from "../../base/diagnostics.js";
import { CoverageError } from "../../base/errors.js";
import { guardLive } from "../../base/guard-call.js";
import { isJsonObject } from "../../base/json-object.js";
import { TABLE_FINDINGS } from "../../base/texts/diagnostics/tables.js";
import { say } from "../../base/texts/files.js";
import type { LonLat } from "../../base/words.js";
import type { FeatureReading, GeoJsonInput } from "../../model/input.js";
import { identifyFeature } from "../feature-ids.js";
import { propertiesOf } from "../feature-properties.js";
import { listFeatures } from "../list-features.js";
import { readGeoJsonText } from "../parse-geojson-text.js";
import { convertGeometry } from "./convert-geometry.js";
import type { Projection } from "./open-projection.js";

/** How positions stand in the input. */
export interface ReprojectOptions {
  /** `north-first`: the first of two numbers is the northing. Default: `east-first`. */
  readonly axes?: "east-first" | "north-first";
  /** What the input is called in messages. Default: `GeoJSON`. */
  readonly path?: string;
}

/**
 * Converts GeoJSON whose coordinates are in another system to degrees. What it says of its system itself (`crs`) is not looked at.
 *
 * Features with a position beyond the system are left out and counted.
 *
 * @param input GeoJSON, or the text of a file
 * @throws {CoverageError} UNSUPPORTED_CRS, SWAPPED_COORDINATES if most features lie nowhere in the system; what `readGeoJsonText` throws
 *
 * @example
 * ```ts
 * import { openProjection, readNeighborhoods, reproject } from "quarterhour/read"; // after npm install proj4
 *
 * const block = { type: "Polygon", coordinates: [[[410000, 3393000], [411000, 3393000], [411000, 3394000], [410000, 3393000]]] };
 * const projection = await openProjection("EPSG:4544", "neighborhoods");
 * readNeighborhoods(reproject(block, projection)).rows.length; // → 1
 * ```
 */
export function reproject(input: GeoJsonInput, projection: Projection, options: ReprojectOptions = {}): FeatureReading {
  return guardLive("reproject", [input, projection, options], () => {
    checkObject("options", options);
    checkProjection(projection);
    const { axes = "east-first", path = "GeoJSON" } = options;
    assertText("options.path", path);
    const isText = typeof input === "string" || input instanceof Uint8Array;
    const given = listFeatures(isText ? readGeoJsonText(input, path) : input, path);
    const { toLonLat, warning, name } = projection;
    const direct = (x: number, y: number): Position => [...positionOf(toLonLat(x, y))];
    const turned = (x: number, y: number): Position => [...positionOf(toLonLat(y, x))];
    const diagnostics = new Diagnostics(TABLE_FINDINGS);
    if (warning !== null) diagnostics.add(warning, null, null, name);
    const convert = axes === "north-first" ? turned : direct;
    const features: Feature<Geometry | null>[] = [];
    const lost: Geometry[] = [];
    for (const feature of given) {
      const geometry = geometryOf(feature);
      const converted = geometry === null ? null : convertGeometry(geometry, convert);
      // what is no feature, or has no geometry, is for the reader of the layer to book
      if (geometry === null || converted !== null)
        features.push(converted === null ? (feature as Feature) : { ...(feature as Feature), geometry: converted });
      else {
        lost.push(geometry);
        const { id } = identifyFeature(feature as never, propertiesOf(feature as never), undefined);
        diagnostics.add("position.outsideSystem", null, id, name);
      }
    }
    if (lost.length * 2 > given.length) {
      const isTurned = lost.every((one) => convertGeometry(one, convert === direct ? turned : direct) !== null);
      throw doesNotFit(path, name, isTurned);
    }
    const leftOut = lost.length === 0 ? {} : { "position.outsideSystem": lost.length };
    return { type: "FeatureReading", features, leftOut, diagnostics: diagnostics.list() };
  });
}

function geometryOf(feature: unknown): Geometry | null {
  if (!isJsonObject(feature) || !isJsonObject(feature.geometry)) return null;
  const { type, geometries, coordinates } = feature.geometry;
  const hasParts = type === "GeometryCollection" ? Array.isArray(geometries) : Array.isArray(coordinates);
  return hasParts ? (feature.geometry as unknown as Geometry) : null;
}

function doesNotFit(path: string, name: string, isTurned: boolean): CoverageError {
  const code = isTurned ? "SWAPPED_COORDINATES" : "UNSUPPORTED_CRS";
  return new CoverageError(code, say("projection.doesNotFit", { path, name }), {
    path,
    hint: isTurned ? say("table.swapped.hint", { path }) : say("table.doesNotFit.hint", { path }),
  });
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless it is what `openProjection` gives */
function checkProjection(projection: Projection): void {
  checkObject("projection", projection);
  const { toLonLat, warning, name } = projection;
  assertText("projection.name", name);
  if (warning !== null) assertText("projection.warning", warning);
  if (typeof toLonLat !== "function") throw invalid("projection.toLonLat", toLonLat, say("value.function"));
}

/** A projection of a caller's own may give anything. @throws {CoverageError} `INVALID_ARGUMENT` */
function positionOf(value: LonLat): LonLat {
  if (!Array.isArray(value)) throw invalid("projection.toLonLat()", value, say("projection.expectedPosition"));
  return value;
}
