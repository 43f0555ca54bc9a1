import geodesic from "geographiclib-geodesic";

// Lengths for the oracles, written without looking at src/geo: the geodesic of GeographicLib, and the textbook radii.

export type Place = readonly [lon: number, lat: number];

const WGS84 = geodesic.Geodesic.WGS84;
const A = 6378137;
const F = 1 / 298.257223563;
const B = A * (1 - F);
const DEGREE = Math.PI / 180;

/** The exact geodesic, to nanometres. */
export function geodesicMeters([lon1, lat1]: Place, [lon2, lat2]: Place): number {
  return WGS84.Inverse(lat1, lon1, lat2, lon2).s12 as number;
}

/** Where one comes to, `meters` from a place in a direction (degrees clockwise from north). */
export function geodesicDestination([lon, lat]: Place, azimuth: number, meters: number): Place {
  const { lon2, lat2 } = WGS84.Direct(lat, lon, azimuth, meters);
  return [lon2 as number, lat2 as number];
}

/** Metres per degree of longitude and latitude: M = a²b² / (a²cos² + b²sin²)^1.5, N = a² / √(a²cos² + b²sin²). */
export function degreeMeters(lat: number): { readonly lon: number; readonly lat: number } {
  const cos = Math.cos(lat * DEGREE);
  const sin = Math.sin(lat * DEGREE);
  const w = A * A * cos * cos + B * B * sin * sin;
  return { lon: ((A * A) / Math.sqrt(w)) * cos * DEGREE, lat: ((A * A * B * B) / w ** 1.5) * DEGREE };
}

/** The flat formula at the pair's middle latitude. */
export function midLatitudeMeters(a: Place, b: Place): number {
  const scale = degreeMeters((a[1] + b[1]) / 2);
  return Math.hypot((b[0] - a[0]) * scale.lon, (b[1] - a[1]) * scale.lat);
}
