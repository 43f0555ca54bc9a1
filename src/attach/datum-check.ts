import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import type { LonLat } from "../base/words.js";
import { toWgs84 } from "../geo/datums.js";
import type { Facility } from "../model/facts.js";
import type { EdgeIndex } from "./edge-index.js";

const SAMPLE_SIZE = 400;
const MIN_SAMPLE_SIZE = 20;
const MAX_METERS = 300;
/** Converted places must lie this much nearer to the streets before anybody is warned. */
const CLEARLY_NEARER = 0.7;

/**
 * Warns when facilities fit the streets clearly better after a conversion from a Chinese datum.
 *
 * Compares the median distance to the nearest street of a sample of points, as they are and as if they were GCJ-02 or
 * BD-09. Nothing is converted: a datum is only ever declared.
 */
export function suspectDatum(index: EdgeIndex, facilities: readonly Facility[]): readonly Diagnostic[] {
  const diagnostics = new Diagnostics();
  const points = facilities.filter(({ outline }) => outline.length === 0).map(({ location }) => location);
  if (points.length < MIN_SAMPLE_SIZE) return [];
  const step = Math.max(1, Math.floor(points.length / SAMPLE_SIZE));
  const sample = points.filter((_, i) => i % step === 0);
  const asIs = medianMetersToStreet(index, sample);
  for (const datum of ["gcj02", "bd09"] as const) {
    const converted = sample.map((place) => toWgs84(datum, place));
    if (converted.every(([lon], i) => lon === sample[i]?.[0])) continue; // not in China
    const asDatum = medianMetersToStreet(index, converted);
    if (asDatum < CLEARLY_NEARER * asIs)
      diagnostics.addMany(
        "crs.gcj02Suspected",
        "facilities",
        points.length,
        [],
        [`${datum}: ${Math.round(asIs)} m → ${Math.round(asDatum)} m`],
      );
  }
  return diagnostics.list();
}

function medianMetersToStreet(index: EdgeIndex, places: readonly LonLat[]): number {
  const meters = places.map(([lon, lat]) => index.nearest(lon, lat, MAX_METERS)?.accessMeters ?? MAX_METERS);
  return meters.sort((a, b) => a - b)[meters.length >> 1] ?? 0;
}
