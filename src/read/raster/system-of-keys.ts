/** The keys by which a GeoTIFF defines a system of its own. */
const KEYS = {
  geographic: 2048,
  ellipsoid: 2056,
  semiMajor: 2057,
  semiMinor: 2058,
  inverseFlattening: 2059,
  method: 3075,
  linearUnits: 3076,
  linearUnitSize: 3077,
  parallel1: 3078,
  parallel2: 3079,
  scale: 3092,
} as const;
/** Each of these may stand under several keys: of the natural origin, of the false origin, of the center. */
const LONGITUDE = [3080, 3084, 3088];
const LATITUDE = [3081, 3085, 3089];
const EASTING = [3082, 3086, 3090];
const NORTHING = [3083, 3087, 3091];
const METERS = 9001;
const TOUCHING_CONE = 9;

/** Methods of projection by their numbers, and which of `lat_1`, `lat_2`, `lat_ts`, `k` PROJ wants of each. */
const METHODS: Readonly<Record<number, readonly [name: string, ...parameters: readonly string[]]>> = {
  1: ["tmerc", "k"],
  7: ["merc", "lat_ts"],
  8: ["lcc", "lat_1", "lat_2"],
  9: ["lcc", "k"],
  10: ["laea"],
  11: ["aea", "lat_1", "lat_2"],
  17: ["eqc", "lat_ts"],
  24: ["sinu"],
};
/** Ellipsoids by their codes, and those of systems in degrees by theirs. */
const ELLIPSOIDS: Readonly<Record<number, string>> = {
  1024: "+ellps=GRS80",
  7019: "+ellps=GRS80",
  7024: "+ellps=krass",
  7030: "+ellps=WGS84",
  7049: "+a=6378140 +rf=298.257",
};
const OF_DEGREES: Readonly<Record<number, string>> = {
  4024: "+ellps=krass",
  4214: "+ellps=krass",
  4258: "+ellps=GRS80",
  4269: "+ellps=GRS80",
  4326: "+datum=WGS84",
  4490: "+ellps=GRS80",
  4610: "+a=6378140 +rf=298.257",
  4674: "+ellps=GRS80",
};

/**
 * Writes the system that a GeoTIFF defines by parameters and not by a code, as text for PROJ: Albers and Lambert of whole countries, a
 * transverse Mercator with a meridian of its own.
 *
 * @returns `null` if its keys do not say enough, or say it in another unit than meters
 * @see OGC 19-008r4, GeoTIFF 1.1, requirements class "ProjectionMethod", 2019
 */
export function systemOfKeys(keys: ReadonlyMap<number, number | string>): string | null {
  const [method, ...parameters] = METHODS[Number(keys.get(KEYS.method))] ?? [];
  const ellipsoid = ellipsoidOf(keys);
  const units = keys.get(KEYS.linearUnits) ?? METERS;
  const isMeters = units === METERS || keys.get(KEYS.linearUnitSize) === 1;
  if (method === undefined || ellipsoid === null || !isMeters) return null;
  const numberOf = (own: readonly number[]): number => Number(own.map((key) => keys.get(key)).find(isNumber) ?? 0);
  const values: Readonly<Record<string, number>> = {
    lat_1: numberOf([KEYS.parallel1]),
    lat_2: numberOf([KEYS.parallel2]),
    lat_ts: numberOf([KEYS.parallel1]),
    k: Number([keys.get(KEYS.scale)].find(isNumber) ?? 1),
    lon_0: numberOf(LONGITUDE),
    lat_0: numberOf(LATITUDE),
    x_0: numberOf(EASTING),
    y_0: numberOf(NORTHING),
  };
  const text = [...parameters, "lon_0", "lat_0", "x_0", "y_0"].map((name) => `+${name}=${values[name]}`);
  // a cone that touches: its parallel is the latitude of origin
  if (Number(keys.get(KEYS.method)) === TOUCHING_CONE) text.push(`+lat_1=${values.lat_0}`);
  return [`+proj=${method}`, ...text, ellipsoid, "+units=m", "+no_defs"].join(" ");
}

function ellipsoidOf(keys: ReadonlyMap<number, number | string>): string | null {
  const known = OF_DEGREES[Number(keys.get(KEYS.geographic))] ?? ELLIPSOIDS[Number(keys.get(KEYS.ellipsoid))] ?? null;
  if (known !== null) return known;
  const semiMajor = keys.get(KEYS.semiMajor);
  const inverse = keys.get(KEYS.inverseFlattening);
  const semiMinor = keys.get(KEYS.semiMinor);
  if (!isNumber(semiMajor)) return null;
  if (isNumber(inverse) && inverse > 0) return `+a=${semiMajor} +rf=${inverse}`;
  return isNumber(semiMinor) ? `+a=${semiMajor} +b=${semiMinor}` : null;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
