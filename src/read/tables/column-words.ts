import type { Datum } from "../../base/layers.js";

/** What the name of a column says of positions. */
export interface ColumnMeaning {
  /** `lon` and `lat` are half a position each, `pair` is `lng,lat` in one cell (`pair-north` the other way round), `geometry` WKT. */
  readonly kind: "lon" | "lat" | "pair" | "pair-north" | "geometry";
  /** The datum that the name says; `null` = none. */
  readonly datum: Datum | null;
  /** What stands in the name besides: `location` of `location.lat`. */
  readonly rest: string;
  /** Names of one family belong together: `x` to `y`, 经度 to 纬度. */
  readonly family: string;
}

/** Words for the two axes, by family; longer ones before those they begin with. */
const AXES: readonly { readonly family: string; readonly lon: readonly string[]; readonly lat: readonly string[] }[] = [
  { family: "lon", lon: ["longitude", "long", "lng", "lon"], lat: ["latitude", "lat"] },
  {
    family: "经度",
    lon: ["lng坐标", "lon坐标", "经度坐标", "经度", "经度e", "东经"],
    lat: ["lat坐标", "纬度坐标", "纬度", "纬度n", "北纬"],
  },
  {
    family: "other languages",
    lon: ["longitud", "longitudine", "längengrad", "laengengrad", "долгота", "経度", "경도"],
    lat: ["latitud", "latitudine", "breitengrad", "широта", "위도"],
  },
  {
    family: "x",
    lon: ["pointx", "xcoord", "coordx", "x坐标", "坐标x", "东坐标", "rechtswert", "easting", "x"],
    lat: ["pointy", "ycoord", "coordy", "y坐标", "坐标y", "北坐标", "hochwert", "northing", "y"],
  },
];
const PAIRS: ReadonlySet<string> = new Set(
  "location 坐标 经纬度 经纬度坐标 经度纬度 lnglat lonlat longlat coordinates coordinate".split(" "),
);
const PAIRS_NORTH_FIRST: ReadonlySet<string> = new Set("latlng latlon latlong 纬经度 纬度经度".split(" "));
const GEOMETRIES: ReadonlySet<string> = new Set(
  "wkt ewkt wkb ewkb geom geometry thegeom shape wktgeom geomwkt wkbgeometry geojson".split(" "),
);
/** Chinese runs words together: 门店经度 is the longitude of a shop. */
const RUN_TOGETHER = /^(.+?)((?:经度|纬度)(?:坐标)?|东经|北纬)$/;

/** Longer words first. CGCS2000 is WGS 84 within decimetres, and stands before it where a name says both. */
const DATUM_WORDS: readonly { readonly datum: Datum; readonly words: readonly string[] }[] = [
  { datum: "cgcs2000", words: ["cgcs2000", "国家2000", "2000", "天地图", "tianditu"] },
  { datum: "wgs84", words: ["wgs1984", "wgs84", "wgs", "gps", "地球", "84"] },
  { datum: "gcj02", words: ["gcj02", "gcj", "gaode", "amap", "高德", "火星", "tencent", "腾讯", "gd"] },
  { datum: "bd09", words: ["bd09ll", "bd09", "baidu", "百度", "bd"] },
];
/** A column of a grid of tiles, and not of a place. */
const TILE = /grid|tile|cell|pixel|col|row|index|num/;
/** Where a way in is, and not where the place is. */
const WAY_IN = /^(entr|exit|navi|entrance|gate|入口|出口|出入口|导航|大门)/;

/** Writes a name as names are compared: NFKC, lower case, without blanks and `_ - . ( )`. */
export function plainColumn(name: string): string {
  return tokensOf(name).join("");
}

/** Tells what the name of a column says of positions; `null` = nothing. */
export function meaningOfColumn(name: string): ColumnMeaning | null {
  const tokens = tokensOf(name);
  const { datum, rest: plain } = withoutDatum(tokens.join(""));
  if (WAY_IN.test(tokens.join(""))) return null;
  const whole = wordMeaning(plain, datum);
  if (whole !== null) return whole;
  // "location.lat", "经度_出口": one of the parts is the word, and the others tell pairs apart
  const parts = tokens
    .flatMap(taken)
    .map(withoutDatum)
    .filter(({ rest }) => rest !== "");
  if (parts.length < 2) return null;
  for (const at of [parts.length - 1, 0]) {
    const others = parts.filter((_, i) => i !== at).map(({ rest }) => rest);
    const axis = axisMeaning((parts[at] as { readonly rest: string }).rest);
    const isOneAxis = axis !== null && others.every((other) => axisMeaning(other) === null);
    if (isOneAxis && !(axis.family === "x" && TILE.test(others.join(""))))
      return { ...axis, datum: datumOf(tokens), rest: others.join("") };
  }
  return pairMeaning(
    parts.map(({ rest }) => rest),
    datumOf(tokens),
  );
}

/** "坐标(经度,纬度)", "longitude, latitude": both axes in one name, in their order; "poi_location": the last part is the word. */
function pairMeaning(parts: readonly string[], datum: Datum | null): ColumnMeaning | null {
  const kinds = parts.flatMap((part) => axisMeaning(part)?.kind ?? []);
  if (parts.length <= 3 && kinds.length === 2 && kinds[0] !== kinds[1])
    return { kind: kinds[0] === "lon" ? "pair" : "pair-north", datum, rest: "", family: "pair" };
  const last = wordMeaning(parts.at(-1) ?? "", datum);
  if (last === null || (last.kind !== "pair" && last.kind !== "pair-north")) return null;
  return { ...last, rest: parts.slice(0, -1).join("") };
}

/** Takes a Chinese name of an axis off what stands before it. */
function taken(token: string): readonly string[] {
  const [, before, axis] = RUN_TOGETHER.exec(token) ?? [];
  return before === undefined || axis === undefined || axisMeaning(token) !== null ? [token] : [before, axis];
}

/** Tells the datum that a name says. */
function datumOf(tokens: readonly string[]): Datum | null {
  return tokens.map((token) => withoutDatum(token).datum).find((datum) => datum !== null) ?? null;
}

function wordMeaning(plain: string, datum: Datum | null): ColumnMeaning | null {
  const axis = axisMeaning(plain);
  if (axis !== null) return { ...axis, datum, rest: "" };
  const kind = PAIRS.has(plain)
    ? "pair"
    : PAIRS_NORTH_FIRST.has(plain)
      ? "pair-north"
      : GEOMETRIES.has(plain)
        ? "geometry"
        : null;
  return kind === null ? null : { kind, datum, rest: "", family: kind };
}

function axisMeaning(plain: string): { readonly kind: "lon" | "lat"; readonly family: string } | null {
  for (const { family, lon, lat } of AXES) {
    if (lon.includes(plain)) return { kind: "lon", family };
    if (lat.includes(plain)) return { kind: "lat", family };
  }
  return null;
}

/** Takes words for datums off both ends of a name, as long as there are any. */
function withoutDatum(plain: string): { readonly datum: Datum | null; readonly rest: string } {
  let datum: Datum | null = null;
  let rest = plain;
  for (let isFound = true; isFound && rest !== ""; ) {
    isFound = false;
    for (const { datum: named, words } of DATUM_WORDS) {
      const word = words.find((one) => rest.startsWith(one) || rest.endsWith(one));
      if (word === undefined) continue;
      rest = rest.startsWith(word) ? rest.slice(word.length) : rest.slice(0, -word.length);
      datum ??= named;
      isFound = true;
    }
  }
  return { datum, rest };
}

/** Traditional characters of the words above. */
const SIMPLIFIED: Readonly<Record<string, string>> = { 經: "经", 緯: "纬", 東: "东", 標: "标", 座: "坐" };

function tokensOf(name: string): string[] {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[經緯東標座]/g, (letter) => SIMPLIFIED[letter] ?? letter)
    .replaceAll("坐标系", " ")
    .split(/[\s_\-.,、()[\]:/]+/)
    .filter((token) => token !== "");
}
