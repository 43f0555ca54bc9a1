import type { DiagnosticCode } from "../../base/texts/findings.js";
import type { LonLat } from "../../base/words.js";

/** What is used of a system as `proj4` holds it. */
export interface Ellipsoidal {
  readonly projName: string;
  /** Half the larger axis of the ellipsoid, in metres. */
  readonly a: number;
  readonly rf?: number;
  /** False easting, in metres. */
  readonly x0?: number;
  readonly to_meter?: number;
  readonly datumCode?: string;
  readonly datum?: { readonly datum_type: number };
}

/** 0.1 mm. Rounded, because engines differ in the last bits of sines, and reports must not. */
const DECIMALS = 1e9;
/** Wider than any use of a zone: an easting beyond it belongs to another one, or has a zone number in front of it. */
const ZONE_METERS = 2_000_000;
const ZONED = /^(e?tmerc|utm|transverse[ _]mercator|gauss[ _]kr)/i;
/** As `proj4` numbers datums: 5 has no way to WGS 84. */
const NO_DATUM = 5;

/** Makes the function from positions of a file to degrees. */
export function toInverse(
  converter: { inverse(position: number[]): number[] },
  system: Ellipsoidal,
): (x: number, y: number) => LonLat {
  const { x0 = 0, projName } = system;
  const unit = system.to_meter ?? 1;
  const isZoned = ZONED.test(projName);
  return (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
    if (isZoned && Math.abs(x * unit - x0) > ZONE_METERS) return [Number.NaN, Number.NaN];
    const [lon = Number.NaN, lat = Number.NaN] = converter.inverse([x, y]);
    const isOnEarth = Number.isFinite(lon) && Math.abs(lat) <= 90;
    return isOnEarth ? [round(lon), round(lat)] : [Number.NaN, Number.NaN];
  };
}

/**
 * Tells what is to be said of a system's datum.
 *
 * Datums on the ellipsoids GRS 80, WGS 84 and CGCS2000 lie within two metres of WGS 84; spheres are taken as they are, as by GDAL.
 */
export function warningOf({ a, rf, datum }: Ellipsoidal, definition: string): DiagnosticCode | null {
  if (datum === undefined || datum.datum_type !== NO_DATUM) return null;
  const isModern = Math.abs(a - 6_378_137) < 0.5;
  if (isModern || rf === undefined || rf === 0) return null;
  return /beijing|xian|xi.an/i.test(definition) ? "crs.datumShift" : "crs.datumUnknown";
}

function round(degrees: number): number {
  return Math.round(degrees * DECIMALS) / DECIMALS;
}
