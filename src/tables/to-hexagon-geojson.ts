import type { Feature, FeatureCollection, Polygon } from "geojson";
import type { OriginMeasures } from "../assess/measure-origins.js";
import { checkObject, invalid } from "../base/check-argument.js";
import { guardShape } from "../base/guard-call.js";
import { explainLoading } from "../base/optional-packages.js";
import { say } from "../base/texts/library.js";
import { checkMeasured, medianOf, toCells } from "./cell-medians.js";

/** How places become hexagons. */
export interface HexagonCellOptions {
  /** Of H3, 0 to 15: at 8 a hexagon has about 0.7 km², at 9 about 0.1 km². Default: 9. */
  readonly resolution?: number;
}

const FINEST_RESOLUTION = 15;
const USUAL_RESOLUTION = 9;

/**
 * Writes measures of origins by H3 hexagons as GeoJSON: of each hexagon the people who start there, and of each measure the value that half
 * of them have or less (of the places alike, where nobody lives). `null`: unknown, or beyond what was searched; `<measure>_beyond` is `true` then.
 *
 * Needs the package `h3-js`.
 *
 * @returns in the order of the ids of the hexagons
 * @throws {CoverageError} INVALID_ARGUMENT; PACKAGE_MISSING
 */
export async function toHexagonGeoJson(
  origins: OriginMeasures,
  options: HexagonCellOptions = {},
): Promise<FeatureCollection<Polygon>> {
  return guardShape("toHexagonGeoJson", async () => {
    checkObject("options", options);
    const { resolution = USUAL_RESOLUTION } = options;
    if (!Number.isInteger(resolution) || resolution < 0 || resolution > FINEST_RESOLUTION)
      throw invalid("options.resolution", resolution, say("expected.resolution"));
    const { lon, lat, measures, values } = origins;
    checkMeasured(origins);
    const h3 = await loadHexagons();
    const cells = toCells(origins, (row) => h3.latLngToCell(lat[row] as number, lon[row] as number, resolution));
    const sorted = [...cells].sort((a, b) => (a.key < b.key ? -1 : 1));
    return {
      type: "FeatureCollection",
      features: sorted.map((cell): Feature<Polygon> => {
        const told = measures.flatMap(({ id }) => {
          const value = medianOf(cell, values[id] as Float64Array);
          const isBeyond = value === Infinity;
          return [[id, isBeyond || Number.isNaN(value) ? null : value], ...(isBeyond ? [[`${id}_beyond`, true]] : [])];
        });
        return {
          ...{ type: "Feature", id: cell.key },
          properties: { id: cell.key, population: cell.population, ...Object.fromEntries(told) },
          geometry: { type: "Polygon", coordinates: [h3.cellToBoundary(cell.key, true)] },
        };
      }),
    };
  });
}

async function loadHexagons(): Promise<typeof import("h3-js")> {
  try {
    return await import("h3-js");
  } catch (cause) {
    throw explainLoading("toHexagonGeoJson", "h3-js", cause);
  }
}
