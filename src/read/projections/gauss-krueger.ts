/** A family of Chinese Gauss-Krüger systems whose codes follow each other from zone to zone. */
interface Family {
  readonly name: string;
  readonly firstCode: number;
  /** Degrees from one central meridian to the next; the first one is 75° E. */
  readonly stepDegrees: 3 | 6;
  /** Whether the number of the zone stands in front of the easting, in millions of metres. */
  readonly hasZone: boolean;
  readonly ellipsoid: Ellipsoid;
}

type Ellipsoid = "CGCS2000" | "Xian 1980" | "Beijing 1954";

const FIRST_MERIDIAN = 75;
/** Systems of a family: 75°–135° E. */
const COUNTS = { 3: 21, 6: 11 } as const;
/** Numbers of the first zones, at 75° E. */
const FIRST_ZONES = { 3: 25, 6: 13 } as const;

const ELLIPSOIDS: Readonly<Record<Ellipsoid, string>> = {
  CGCS2000: "+a=6378137 +rf=298.257222101",
  "Xian 1980": "+a=6378140 +rf=298.257",
  "Beijing 1954": "+a=6378245 +rf=298.3",
};

/** Twelve rules for 192 codes: first code, step, zone number in front of the easting, ellipsoid. */
const FAMILIES: readonly Family[] = [
  family(4491, 6, true, "CGCS2000"),
  family(4502, 6, false, "CGCS2000"),
  family(4513, 3, true, "CGCS2000"),
  family(4534, 3, false, "CGCS2000"),
  family(2327, 6, true, "Xian 1980"),
  family(2338, 6, false, "Xian 1980"),
  family(2349, 3, true, "Xian 1980"),
  family(2370, 3, false, "Xian 1980"),
  family(21413, 6, true, "Beijing 1954"),
  family(21453, 6, false, "Beijing 1954"),
  family(2401, 3, true, "Beijing 1954"),
  family(2422, 3, false, "Beijing 1954"),
];

/**
 * Defines a Chinese Gauss-Krüger system by its EPSG code, as text for PROJ: east before north, as files hold it, though the
 * register names north first.
 *
 * @returns `null` for every other code
 */
export function gaussKruegerSystem(code: number): { readonly name: string; readonly definition: string } | null {
  const found = FAMILIES.find(
    ({ firstCode, stepDegrees }) => code >= firstCode && code < firstCode + COUNTS[stepDegrees],
  );
  if (found === undefined) return null;
  const { name, firstCode, stepDegrees, hasZone, ellipsoid } = found;
  const number = code - firstCode;
  const meridian = FIRST_MERIDIAN + number * stepDegrees;
  const zone = FIRST_ZONES[stepDegrees] + number;
  const falseEasting = 500_000 + (hasZone ? zone * 1_000_000 : 0);
  return {
    name: `${name} ${hasZone ? `zone ${zone}` : `CM ${meridian}E`}`,
    definition: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 ${ELLIPSOIDS[ellipsoid]} +units=m +no_defs`,
  };
}

function family(firstCode: number, stepDegrees: 3 | 6, hasZone: boolean, ellipsoid: Ellipsoid): Family {
  const name = `${ellipsoid} / ${stepDegrees === 3 ? "3-degree " : ""}Gauss-Kruger`;
  return { name, firstCode, stepDegrees, hasZone, ellipsoid };
}
