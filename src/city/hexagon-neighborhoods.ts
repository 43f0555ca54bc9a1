import { assertObject, invalid } from "../base/check-argument.js";
import { Diagnostics } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { explainLoading } from "../base/optional-packages.js";
import { say } from "../base/texts/library.js";
import { boundsOf, isInBox } from "../geo/bounds.js";
import { distanceMeters } from "../geo/distance.js";
import type { FacilityRecord, Neighborhood, Reading, Streets } from "../model/facts.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import { readFacilities } from "../read/read-facilities.js";
import { readNeighborhoods } from "../read/read-neighborhoods.js";
import { readStreets } from "../read/read-streets.js";
import { isReading } from "./is-reading.js";
import { readOptionsOf } from "./read-layers.js";

/** How hexagons are made. */
export interface HexagonOptions extends Pick<PrepareOptions, "datum" | "properties" | "repair"> {
  /** Of H3, 0 to 15: at 8 a hexagon has about 0.7 km², at 9 about 0.1 km², at 10 about 0.015 km². */
  readonly resolution: number;
}

/** A report on more neighborhoods fits into no text. */
const MAX_HEXAGONS = 10_000;
const FINEST_RESOLUTION = 15;

type Hexagons = typeof import("h3-js");

/**
 * Makes neighborhoods where no outlines are at hand: the H3 hexagons that a street leads through, as far as the facilities reach; without
 * streets, those that hold a facility. The report says so (`neighborhood.hexagons`).
 *
 * Needs the optional package `h3-js`.
 *
 * @param layers as for `prepareCity`; the streets, the facilities or both
 * @throws {CoverageError} `PACKAGE_MISSING`; `INVALID_ARGUMENT` for a resolution that H3 does not have; `NO_NEIGHBORHOODS` where no
 *   street and no facility can be read; `LIMIT_EXCEEDED` for more than 10,000 hexagons; what reading the layers throws
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { computeCoverage, hexagonNeighborhoods } from "quarterhour";
 *
 * const read = (layer: string) => readFileSync(`fixtures/jincheng/${layer}.geojson`);
 * const layers = { facilities: read("facilities"), streets: read("streets") };
 * const neighborhoods = await hexagonNeighborhoods(layers, { resolution: 9 });
 * computeCoverage({ ...layers, neighborhoods }).neighborhoods.length > 10; // → true
 * ```
 */
export async function hexagonNeighborhoods(
  layers: Partial<Pick<CityInput, "facilities" | "streets">>,
  options: HexagonOptions,
): Promise<Reading<Neighborhood>> {
  return guardLive("hexagonNeighborhoods", [layers, options], async () => {
    assertObject("options", options);
    const { resolution } = options;
    if (!Number.isInteger(resolution) || resolution < 0 || resolution > FINEST_RESOLUTION)
      throw invalid("options.resolution", resolution, say("expected.resolution"));
    assertObject("layers", layers);
    const h3 = await loadHexagons();
    const facilities = readIfGiven(layers.facilities, options);
    const { streets } = layers;
    const lines =
      streets === undefined || streets === null
        ? null
        : (isReading(streets, "streets") ? streets : readStreets(streets, readOptionsOf("streets", options))).streets;
    const cells = new Set<string>();
    const take = (lon: number, lat: number) => {
      cells.add(h3.latLngToCell(lat, lon, resolution));
      if (cells.size > MAX_HEXAGONS) throw tooMany(resolution);
    };
    if (lines !== null) alongStreets(lines, facilities, h3.getHexagonEdgeLengthAvg(resolution, "m") / 2, take);
    if (cells.size === 0) for (const { location } of facilities) take(...location);
    if (cells.size === 0) throw new CoverageError("NO_NEIGHBORHOODS", say("hexagons.nothing"), { path: "layers" });
    return toReading([...cells].sort(), resolution, h3);
  });
}

async function loadHexagons(): Promise<Hexagons> {
  try {
    return await import("h3-js");
  } catch (cause) {
    throw explainLoading("hexagonNeighborhoods", "h3-js", cause);
  }
}

function readIfGiven(
  facilities: CityInput["facilities"] | undefined,
  options: HexagonOptions,
): readonly FacilityRecord[] {
  if (facilities === undefined || facilities === null) return [];
  if (isReading(facilities, "facilities")) return facilities.rows;
  return readFacilities(facilities, readOptionsOf("facilities", options)).rows;
}

/** Walks along all streets, in steps that miss no hexagon by much. */
function alongStreets(
  { count, firstVertex, lon, lat }: Streets,
  facilities: readonly FacilityRecord[],
  stepMeters: number,
  take: (lon: number, lat: number) => void,
): void {
  const box = facilities.length === 0 ? null : boundsOf(facilities.map(({ location }) => location));
  const takeIfNear = (placeLon: number, placeLat: number) => {
    if (box === null || isInBox(box, placeLon, placeLat)) take(placeLon, placeLat);
  };
  for (let street = 0; street < count; street++)
    for (let vertex = firstVertex[street]; vertex < firstVertex[street + 1]; vertex++) {
      takeIfNear(lon[vertex], lat[vertex]);
      if (vertex + 1 === firstVertex[street + 1]) continue;
      const [east, north] = [lon[vertex + 1] - lon[vertex], lat[vertex + 1] - lat[vertex]];
      const steps = distanceMeters(lon[vertex], lat[vertex], lon[vertex + 1], lat[vertex + 1]) / stepMeters;
      for (let step = 1; step < steps; step++)
        takeIfNear(lon[vertex] + (step / steps) * east, lat[vertex] + (step / steps) * north);
    }
}

function toReading(cells: readonly string[], resolution: number, h3: Hexagons): Reading<Neighborhood> {
  const reading = readNeighborhoods({
    type: "FeatureCollection",
    features: cells.map((id) => ({
      type: "Feature",
      id,
      properties: {},
      geometry: { type: "Polygon", coordinates: [h3.cellToBoundary(id, true)] },
    })),
  });
  const diagnostics = new Diagnostics();
  diagnostics.addMany("neighborhood.hexagons", "neighborhoods", cells.length, [], [`H3, ${resolution}`]);
  return { ...reading, diagnostics: [...reading.diagnostics, ...diagnostics.list()] };
}

function tooMany(resolution: number): CoverageError {
  return new CoverageError("LIMIT_EXCEEDED", say("hexagons.tooMany", { resolution, most: MAX_HEXAGONS }), {
    path: "options.resolution",
    hint: say("hexagons.tooMany.hint"),
  });
}
