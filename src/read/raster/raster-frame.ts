import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";
import { notRead } from "../gis/file-errors.js";
import { systemOfKeys } from "./system-of-keys.js";
import type { TiffDirectory } from "./tiff-directory.js";

/** Where the cells of a raster lie. */
export interface RasterFrame {
  /** From column and row (whole numbers are corners of cells) to the coordinates of the file. */
  readonly toFile: (column: number, row: number) => readonly [x: number, y: number];
  /** Whether x depends on the column alone, and y on the row. */
  readonly isUpright: boolean;
  /**
   * How the file defines these: a code or well-known text; `null`: it does not tell.
   *
   * @throws {CoverageError} UNSUPPORTED_CRS for a system that the file calls its own and does not define
   */
  readonly definitionOf: () => string | null;
}

const TAGS = {
  scale: 33550,
  tiePoint: 33922,
  transformation: 34264,
  keys: 34735,
  doubles: 34736,
  texts: 34737,
} as const;
const KEYS = {
  model: 1024,
  rasterType: 1025,
  geographic: 2048,
  angularUnits: 2054,
  projected: 3072,
  projectedText: 3073,
  citation: 1026,
} as const;
const GEOGRAPHIC_MODEL = 2;
const POINTS = 2;
const DEGREES = 9102;
const USER_DEFINED = 32767;

/**
 * Reads where the cells of a raster lie.
 *
 * Where its coordinates are said to be those of points (PixelIsPoint), they are centers of cells: half a cell is taken off.
 *
 * @throws {CoverageError} UNKNOWN_FORMAT for a raster that does not say where it lies
 * @see OGC 19-008r4, GeoTIFF 1.1, 2019
 */
export function readFrame(tags: TiffDirectory, path: string): RasterFrame {
  const keys = readKeys(tags);
  const [a, b, c, d, e, f] = affineOf(tags, path);
  const half = keys.get(KEYS.rasterType) === POINTS ? 0.5 : 0;
  return {
    toFile: (column, row) => {
      const [i, j] = [column - half, row - half];
      return [a * i + b * j + c, d * i + e * j + f];
    },
    isUpright: b === 0 && d === 0,
    definitionOf: () => definitionOf(keys, path),
  };
}

type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** x = a · column + b · row + c, y = d · column + e · row + f. */
function affineOf(tags: TiffDirectory, path: string): Affine {
  const [scaleX, scaleY] = tags.numbers(TAGS.scale);
  const [column, row, , x, y] = tags.numbers(TAGS.tiePoint);
  const matrix = tags.numbers(TAGS.transformation);
  const affine: (number | undefined)[] =
    matrix.length >= 8
      ? [matrix[0], matrix[1], matrix[3], matrix[4], matrix[5], matrix[7]]
      : scaleX === undefined || scaleY === undefined || column === undefined || row === undefined
        ? []
        : [scaleX, 0, (x ?? Number.NaN) - column * scaleX, 0, -scaleY, (y ?? Number.NaN) + row * scaleY];
  const [a = Number.NaN, b = 0, , d = 0, e = Number.NaN] = affine;
  const isUsable = affine.length === 6 && affine.every((one) => Number.isFinite(one)) && a * e - b * d !== 0;
  if (!isUsable) throw notRead(path, say("raster.noPlace"), say("raster.noPlace.hint", { path }));
  return affine as readonly unknown[] as Affine;
}

function readKeys(tags: TiffDirectory): ReadonlyMap<number, number | string> {
  const directory = tags.numbers(TAGS.keys);
  const doubles = tags.numbers(TAGS.doubles);
  const texts = tags.text(TAGS.texts) ?? "";
  const keys = new Map<number, number | string>();
  for (let at = 4; at + 4 <= directory.length && at <= 4 * (directory[3] ?? 0); at += 4) {
    const [key = 0, location = 0, count = 0, value = 0] = directory.slice(at, at + 4);
    if (location === 0) keys.set(key, value);
    else if (location === TAGS.doubles) keys.set(key, doubles[value] ?? Number.NaN);
    else if (location === TAGS.texts) keys.set(key, texts.slice(value, value + count).replace(/\|\s*$/, ""));
  }
  return keys;
}

/** A code, the text that Esri's programs put where a name would stand, or parameters; a system that is not defined is refused, not guessed. */
function definitionOf(keys: ReadonlyMap<number, number | string>, path: string): string | null {
  if (keys.size === 0) return null;
  const model = keys.get(KEYS.model);
  const projected = Number(keys.get(KEYS.projected) ?? 0);
  const geographic = Number(keys.get(KEYS.geographic) ?? 0);
  for (const key of [KEYS.projectedText, KEYS.citation]) {
    const [, text] = /ESRI PE String\s*=\s*((?:PROJCS|GEOGCS)\[.*)/s.exec(String(keys.get(key) ?? "")) ?? [];
    if (text !== undefined) return text;
  }
  if (model !== GEOGRAPHIC_MODEL && projected !== 0 && projected !== USER_DEFINED)
    return `${projected > USER_DEFINED ? "ESRI" : "EPSG"}:${projected}`;
  const units = keys.get(KEYS.angularUnits) ?? DEGREES;
  if (model === GEOGRAPHIC_MODEL && geographic !== 0 && geographic !== USER_DEFINED && units === DEGREES)
    return `EPSG:${geographic}`;
  if (model === undefined && projected === 0 && geographic === 0) return null;
  const own = model === GEOGRAPHIC_MODEL ? null : systemOfKeys(keys);
  if (own !== null) return own;
  throw new CoverageError("UNSUPPORTED_CRS", say("raster.ownSystem", { path }), {
    path,
    hint: say("raster.ownSystem.hint", { path }),
  });
}
