import type { Feature, FeatureCollection, MultiPolygon, Position } from "geojson";
import { guardShape } from "../base/guard-call.js";
import type { Neighborhood, PolygonRings, Ring } from "../model/facts.js";
import type { CoverageReport } from "../model/report.js";
import type { ReportAbout } from "../model/report-about.js";
import { assertOutlines, assertRendering } from "../report/check-report.js";
import { listAreaProperties } from "./area-properties.js";

/** Flat, so that every GIS can style by it. `null`: unknown. */
export type CoverageProperties = Readonly<Record<string, string | number | null>>;

/** The neighborhoods with their findings. */
export interface CoverageCollection extends FeatureCollection<MultiPolygon | null, CoverageProperties> {
  /** What the report says of itself, if it does: a member of one's own, as GeoJSON allows. */
  readonly about?: ReportAbout;
}

/**
 * Writes the neighborhoods with their findings as GeoJSON (RFC 7946), one feature each, in report order.
 *
 * Properties: `id`, `name`, `population`, `area_m2`, `known_people_share`, `known_area_share`; per circle `<circle>_score`, `_grade`, `_people_share`,
 * `_area_share`, `_missing`, `_no_data` (ids joined by `;`); per requirement `<requirement>_status`, `_people_share`,
 * `_median_s`. A requirement with the id of a circle is called `requirement_<id>`. Shares are 0 to 1, times seconds.
 * Outer rings run counterclockwise. A polygon wholly beyond ±180° is moved back by 360°; one that crosses the
 * antimeridian stays in one piece.
 *
 * @param neighborhoods outlines by id; a neighborhood of the report that is not among them gets a `null` geometry
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale
 *
 * @example
 * ```ts
 * import { toGeoJson } from "quarterhour";
 *
 * const { features } = toGeoJson(report, city.neighborhoods);
 * features[0]?.geometry?.type; // → "MultiPolygon"
 * features[0]?.properties.convenience_grade; // → "good"
 * ```
 */
export function toGeoJson(report: CoverageReport, neighborhoods: readonly Neighborhood[]): CoverageCollection {
  return guardShape("toGeoJson", () => {
    assertRendering(report, {});
    assertOutlines(neighborhoods);
    const properties = listAreaProperties(report);
    const polygonsOf = new Map(neighborhoods.map(({ id, polygons }) => [id, polygons]));
    const { about } = report;
    return {
      type: "FeatureCollection",
      ...(about === undefined ? {} : { about }),
      features: report.neighborhoods.map((area): Feature<MultiPolygon | null, CoverageProperties> => {
        const polygons = polygonsOf.get(area.id);
        return {
          type: "Feature",
          id: area.id,
          properties: Object.fromEntries(properties.map(({ name, read }) => [name, read(area)])),
          geometry: polygons === undefined ? null : { type: "MultiPolygon", coordinates: polygons.map(toPositions) },
        };
      }),
    };
  });
}

function toPositions(polygon: PolygonRings): Position[][] {
  const longitudes = polygon.flat().map(([lon]) => lon);
  const isBeyond = (sign: number) => longitudes.every((lon) => lon * sign >= 180);
  const shift = isBeyond(1) ? -360 : isBeyond(-1) ? 360 : 0;
  return polygon.map((ring, row) => {
    const positions = ring.map(([lon, lat]): Position => [lon + shift, lat]);
    return isCounterclockwise(ring) === (row === 0) ? positions : positions.reverse();
  });
}

/** Measured from the ring's first corner, so that small rings far from [0, 0] keep their digits. */
function isCounterclockwise(ring: Ring): boolean {
  const [lon0, lat0] = ring[0] ?? [0, 0];
  let doubleArea = 0;
  for (let row = 1; row < ring.length; row++) {
    const [lonA, latA] = ring[row - 1];
    const [lonB, latB] = ring[row];
    doubleArea += (lonA - lon0) * (latB - lat0) - (lonB - lon0) * (latA - lat0);
  }
  return doubleArea > 0;
}
