import { isOnEarth } from "../positions.js";
import type { Projection } from "../projections/open-projection.js";

/** Systems with a false easting of 500 km, perhaps with a zone number in front of it. */
const ZONED = /gauss|transverse|utm|cgcs2000|xian|beijing|tmerc/i;

/**
 * Tells whether a projected position surely has its northing first, as Chinese surveying writes it: as it stands it lies far outside
 * of its zone, and turned it lies within.
 */
export function isNorthFirst({ isGeographic, name, toLonLat }: Projection, x: number, y: number): boolean {
  if (isGeographic || !isPlace(toLonLat(y, x))) return false;
  if (!isPlace(toLonLat(x, y))) return true;
  // the south of China: as an easting, 1.9 million metres are a place in the next zone but four
  return ZONED.test(name) && x >= 1_000_000 && x <= 6_000_000 && y >= 166_000 && y <= 834_000;
}

function isPlace([lon, lat]: readonly [number, number]): boolean {
  return isOnEarth(lon, lat);
}
