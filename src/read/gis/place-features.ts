import type { Feature, Geometry, Position } from "geojson";
import { CoverageError } from "../../base/errors.js";
import type { Steps } from "../../base/steps.js";
import { say } from "../../base/texts/files.js";
import { signedSquareDegrees } from "../../geo/signed-area.js";
import type { Ring } from "../../model/facts.js";
import { ROWS_OF_STEP, Turns } from "../in-turns.js";
import { isOnEarth } from "../positions.js";
import type { Projection } from "../projections/open-projection.js";
import { isNorthFirst } from "./axis-order.js";
import { openSystem, type Placing } from "./system-of-file.js";

/** A feature whose positions may still be in the system of its file. */
export type FileFeature = Feature<Geometry | null>;

/**
 * Brings the positions of features to longitude and latitude, in place.
 *
 * The definition of the file comes first, then what the caller says. Without either, degrees are taken for WGS 84, and that is said;
 * anything else is refused.
 *
 * @throws {CoverageError} PROJECTED_COORDINATES for metres without a system; SWAPPED_COORDINATES where north stands first;
 *   what `openProjection` throws
 */
export async function placeFeatures(
  features: readonly FileFeature[],
  placing: Placing,
  turns: Turns = new Turns({}, 0),
): Promise<void> {
  const each = (call: (geometry: Geometry) => void) => turns.run(eachGeometry(features, call));
  if (placing.isNorthFirst) await each((geometry) => eachPosition(geometry, turn));
  const sample = samplePositions(features);
  const system = await openSystem(placing, sample);
  if (system !== null) {
    assertEastFirst(sample, system, placing.path);
    const convert = (position: Position): void => {
      const [lon, lat] = system.toLonLat(position[0] as number, position[1] as number);
      position[0] = lon;
      position[1] = lat;
    };
    await each((geometry) => eachPosition(geometry, convert));
    assertOnEarth(samplePositions(features), sample, system, placing.path);
  }
  await each(windRings);
}

function* eachGeometry(features: readonly FileFeature[], call: (geometry: Geometry) => void): Steps<void> {
  for (const [row, { geometry }] of features.entries()) {
    if (row % ROWS_OF_STEP === 0) yield;
    if (geometry !== null) call(geometry);
  }
}

/** Outlines counterclockwise, holes clockwise, as GeoJSON has them: other formats have them the other way round, or either. */
function windRings(geometry: Geometry): void {
  if (geometry.type === "GeometryCollection") for (const part of geometry.geometries) windRings(part);
  const polygons =
    geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
  for (const rings of polygons)
    for (const [i, ring] of rings.entries())
      if (signedSquareDegrees(ring as readonly unknown[] as Ring) > 0 !== (i === 0)) ring.reverse();
}

function turn(position: Position): void {
  position.splice(0, 2, position[1] as number, position[0] as number);
}

/** Calls with every position of a geometry. */
export function eachPosition(geometry: Geometry, call: (position: Position) => void): void {
  if (geometry.type === "GeometryCollection") {
    for (const part of geometry.geometries) eachPosition(part, call);
    return;
  }
  eachNested(geometry.coordinates, call);
}

type Nested = readonly (number | Nested)[];

function eachNested(nested: Nested | Position, call: (position: Position) => void): void {
  if (typeof nested[0] === "number") call(nested as Position);
  else for (const inner of nested) eachNested(inner as Nested, call);
}

/** One position of every feature, up to a thousand of them: enough to see what the numbers are. */
function samplePositions(features: readonly FileFeature[]): (readonly [number, number])[] {
  const step = Math.max(1, Math.floor(features.length / 1000));
  const sample: (readonly [number, number])[] = [];
  for (let i = 0; i < features.length; i += step) {
    const geometry = features[i]?.geometry;
    let first: Position | undefined;
    if (geometry)
      eachPosition(geometry, (position) => {
        first ??= position;
      });
    if (first !== undefined) sample.push([first[0] as number, first[1] as number]);
  }
  return sample;
}

function assertEastFirst(sample: readonly (readonly [number, number])[], system: Projection, path: string): void {
  const wrong = sample.filter(([x, y]) => isNorthFirst(system, x, y));
  const [first] = wrong;
  if (first === undefined || wrong.length * 2 <= sample.length) return;
  throw new CoverageError(
    "SWAPPED_COORDINATES",
    say("gis.northFirst", { path, system: system.name, x: first[0], y: first[1] }),
    { path, hint: say("gis.northFirst.hint", { path }) },
  );
}

/** A definition that does not fit the numbers puts them nowhere: better said here, with both, than later with neither. */
function assertOnEarth(
  placed: readonly (readonly [number, number])[],
  given: readonly (readonly [number, number])[],
  system: Projection,
  path: string,
): void {
  const wrong = placed.findIndex(([lon, lat]) => !isOnEarth(lon, lat));
  const count = placed.filter(([lon, lat]) => !isOnEarth(lon, lat)).length;
  if (wrong < 0 || count * 2 <= placed.length || system.isGeographic) return;
  const [x, y] = given[wrong] as readonly [number, number];
  throw new CoverageError("PROJECTED_COORDINATES", say("gis.systemDoesNotFit", { path, system: system.name, x, y }), {
    path,
    hint: say("gis.systemDoesNotFit.hint"),
  });
}
