import type { Diagnostics } from "../../base/diagnostics.js";
import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";
import type { LonLat } from "../../base/words.js";
import { looksNorthFirst, systemsOf } from "../likely-systems.js";
import { openProjection, type Projection } from "../projections/open-projection.js";

/** What is known of the coordinates of a file. */
export interface Placing {
  readonly path: string;
  /** How the file itself defines its system: a code, well-known text or PROJJSON; `null`: it does not tell. */
  readonly definition: string | object | null;
  /** What the caller says. */
  readonly crs: string | undefined;
  /** Whether north or latitude stands first. */
  readonly isNorthFirst?: boolean;
  readonly diagnostics: Diagnostics;
}

/** Degrees of these are taken as they are, without a package that knows projections. */
const PLAIN_DEGREES: readonly (readonly [RegExp, string])[] = [
  [/^\s*GEOG(?:CS|CRS)\s*\[\s*"(?:GCS_)?WGS[ _]?(?:19)?84"/i, "EPSG:4326"],
  [/^\s*GEOG(?:CS|CRS)\s*\[\s*"(?:GCS_)?China[ _]Geodetic[ _]Coordinate[ _]System[ _]2000"/i, "EPSG:4490"],
];
/** Definitions that are in degrees east of Greenwich, as nearly all are. */
const USUAL_UNITS = /UNIT\s*\[\s*"degrees?"/i;

/**
 * Opens the system that the positions of a file are in.
 *
 * @param sample some of its positions
 * @returns `null` if they are degrees of WGS 84 already
 * @throws {CoverageError} PROJECTED_COORDINATES for numbers beyond degrees without a system; what `openProjection` throws
 */
export async function openSystem(placing: Placing, sample: readonly LonLat[]): Promise<Projection | null> {
  const { path, definition, crs, diagnostics } = placing;
  const own = definition === null ? null : await openOwn(definition, crs, path);
  const said = crs === undefined ? null : await openProjection(crs, "crs");
  if (own !== null && said !== null && !isSame(own, said, sample))
    diagnostics.add("crs.fileSays", null, null, `${own.name} / ${said.name}`);
  const system = own ?? said;
  if (system === null) {
    const beyond = sample.filter(([x, y]) => Math.abs(x) > 360 || Math.abs(y) > 360);
    const [first] = beyond;
    if (first !== undefined && beyond.length * 2 > sample.length) throw unknownSystem(path, first[0], first[1]);
    diagnostics.add("crs.assumed", null);
    return null;
  }
  if (system.warning !== null) diagnostics.add(system.warning, null, null, system.name);
  return isPlain(system) ? null : system;
}

/** The system of the file itself; `null`: it cannot be read, but the caller says another. */
async function openOwn(definition: string | object, crs: string | undefined, path: string): Promise<Projection | null> {
  try {
    return await openProjection(plainCodeOf(definition) ?? definition, path);
  } catch (error) {
    if (crs !== undefined && error instanceof CoverageError && error.code === "UNSUPPORTED_CRS") return null;
    throw error;
  }
}

/** Whether both say the same of the places that are there: names differ too easily. */
function isSame(own: Projection, said: Projection, sample: readonly LonLat[]): boolean {
  return sample.slice(0, 5).every(([x, y]) => {
    const [lon, lat] = own.toLonLat(x, y);
    const [otherLon, otherLat] = said.toLonLat(x, y);
    return Math.abs(lon - otherLon) < 1e-6 && Math.abs(lat - otherLat) < 1e-6;
  });
}

/** Whether it leaves degrees as they are. */
function isPlain({ isGeographic, toLonLat }: Projection): boolean {
  if (!isGeographic) return false;
  const [lon, lat] = toLonLat(103.25, 31.75);
  return lon === 103.25 && lat === 31.75;
}

/** The code of a definition that needs no projecting; `null` for all others. */
function plainCodeOf(definition: string | object): string | null {
  if (typeof definition !== "string" || !USUAL_UNITS.test(definition)) return null;
  return PLAIN_DEGREES.find(([pattern]) => pattern.test(definition))?.[1] ?? null;
}

/** Says that numbers are metres of an unknown system, and which it may be. */
export function unknownSystem(path: string, x: number, y: number): CoverageError {
  const isNorthFirst = looksNorthFirst(x, y);
  const systems = isNorthFirst ? systemsOf(y, x) : systemsOf(x, y);
  return new CoverageError("PROJECTED_COORDINATES", say("gis.noSystem", { path, x, y, systems }), {
    path,
    hint: say(isNorthFirst ? "gis.noSystemNorthFirst.hint" : "gis.noSystem.hint", { path }),
  });
}
