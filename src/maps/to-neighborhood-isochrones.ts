import type { FeatureCollection } from "geojson";
import { guardShape } from "../base/guard-call.js";
import type { Seconds } from "../base/units.js";
import { PreparedCity } from "../city/prepared-city.js";
import { isochronePolygons } from "../isochrones/isochrones.js";
import type { CoverageReport } from "../model/report.js";
import { assertMapCity, assertRendering } from "../report/check-report.js";
import type { MapCity } from "./map-city.js";

/**
 * Draws what is within reach of each neighborhood of a report, for a map: one polygon for each neighborhood and time.
 *
 * @param seconds one or more times, each more than 0
 * @returns features with `neighborhood`, `name` and `seconds`, longer times first; `null` without a prepared city with streets
 * @throws {CoverageError} `INVALID_ARGUMENT` for what is not a report or a city; as `isochronePolygons`
 */
export function toNeighborhoodIsochrones(
  report: CoverageReport,
  city: MapCity,
  seconds: readonly Seconds[],
): FeatureCollection | null {
  return guardShape("toNeighborhoodIsochrones", () => {
    assertRendering(report, {});
    assertMapCity(city);
    if (!(city instanceof PreparedCity) || city.streets === null) return null;
    const known = new Set(city.neighborhoods.map(({ id }) => id));
    const areas = report.neighborhoods.filter(({ id }) => known.has(id));
    const starts = areas.map(({ id }) => ({ neighborhoodId: id }));
    const drawn = isochronePolygons(city, starts, seconds, { profile: report.profile });
    const features = areas.flatMap(({ id, name }, row) =>
      [...(drawn[row] ?? [])]
        .sort((a, b) => b.properties.seconds - a.properties.seconds)
        .map((polygon) => ({ ...polygon, properties: { neighborhood: id, name, ...polygon.properties } })),
    );
    const { about } = report;
    const collection: FeatureCollection = { type: "FeatureCollection", features };
    return about === undefined ? collection : { type: collection.type, about, features };
  });
}
