import { gaussKruegerSystem } from "./gauss-krueger.js";

/** A system that is known by its code. */
export interface KnownSystem {
  readonly name: string;
  /** As text for PROJ; `null` = degrees that are taken as they are. */
  readonly definition: string | null;
}

/** Degrees that differ from WGS 84 by two metres at most, or (Beijing 1954, Xian 1980) by a shift that nobody has published. */
const GEOGRAPHIC: Readonly<Record<string, string>> = {
  "EPSG:4326": "WGS 84",
  "EPSG:4979": "WGS 84",
  "OGC:CRS84": "WGS 84",
  "OGC:CRS84H": "WGS 84",
  "EPSG:4490": "CGCS2000",
  "EPSG:4258": "ETRS89",
  "EPSG:4269": "NAD83",
  "EPSG:4283": "GDA94",
  "EPSG:4674": "SIRGAS 2000",
  "EPSG:6668": "JGD2011",
  "EPSG:4214": "Beijing 1954",
  "EPSG:4610": "Xian 1980",
};

/** UTM zones by code: the first code, the zones, and which half of the Earth. */
const UTM = [
  { name: "WGS 84", firstCode: 32601, firstZone: 1, lastZone: 60, south: "" },
  { name: "WGS 84", firstCode: 32701, firstZone: 1, lastZone: 60, south: " +south" },
  { name: "ETRS89", firstCode: 25828, firstZone: 28, lastZone: 38, south: "" },
  { name: "NAD83", firstCode: 26901, firstZone: 1, lastZone: 23, south: "" },
  { name: "SIRGAS 2000", firstCode: 31965, firstZone: 11, lastZone: 22, south: "" },
  { name: "SIRGAS 2000", firstCode: 31977, firstZone: 17, lastZone: 25, south: " +south" },
] as const;

const WEB_MERCATOR =
  "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs";

const PROJECTED: Readonly<Record<string, KnownSystem>> = {
  "EPSG:3857": { name: "Web Mercator", definition: WEB_MERCATOR },
  "EPSG:900913": { name: "Web Mercator", definition: WEB_MERCATOR },
  "EPSG:3035": {
    name: "ETRS89-extended / LAEA Europe",
    definition: "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs",
  },
  "ESRI:54009": {
    name: "World Mollweide",
    definition: "+proj=moll +lon_0=0 +x_0=0 +y_0=0 +ellps=WGS84 +datum=WGS84 +units=m +no_defs",
  },
};

/**
 * Takes the code out of its spellings: `epsg:4544`, `4544`, `urn:ogc:def:crs:EPSG::4544`, `http://www.opengis.net/def/crs/EPSG/0/4544`.
 *
 * @returns as `EPSG:4544`; `null` if the text is no code
 */
export function codeOfSystem(text: string): string | null {
  const trimmed = text.trim();
  if (/^(WGS ?84|CRS:?84)$/i.test(trimmed)) return "EPSG:4326";
  const [, authority = "EPSG", code] =
    /^(?:(?:urn:ogc:def:crs:|https?:\/\/www\.opengis\.net\/def\/crs\/)?(EPSG|ESRI|OGC)[:/](?:[\w.]*[:/])?)?(CRS84h?|\d{4,6})$/i.exec(
      trimmed,
    ) ?? [];
  return code === undefined ? null : `${authority.toUpperCase()}:${code.toUpperCase()}`;
}

/** Finds what is known of a code as {@link codeOfSystem} gives it; `null` = nothing. */
export function findKnownSystem(code: string): KnownSystem | null {
  const geographic = Object.hasOwn(GEOGRAPHIC, code) ? GEOGRAPHIC[code] : undefined;
  if (geographic !== undefined) return { name: geographic, definition: null };
  const projected = Object.hasOwn(PROJECTED, code) ? PROJECTED[code] : undefined;
  if (projected !== undefined) return projected;
  const [authority, digits] = code.split(":");
  return authority === "EPSG" ? (gaussKruegerSystem(Number(digits)) ?? utmSystem(Number(digits))) : null;
}

function utmSystem(code: number): KnownSystem | null {
  for (const { name, firstCode, firstZone, lastZone, south } of UTM) {
    const zone = firstZone + code - firstCode;
    if (zone < firstZone || zone > lastZone) continue;
    return {
      name: `${name} / UTM zone ${zone}${south === "" ? "N" : "S"}`,
      definition: `+proj=utm +zone=${zone}${south} +ellps=${name === "WGS 84" ? "WGS84" : "GRS80"} +units=m +no_defs`,
    };
  }
  return null;
}
