import { CoverageError } from "../base/errors.js";
import { describe, isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/core.js";

/** Names of WGS 84 with longitude first, as GDAL and others write them. */
const WGS84_NAME = /(^|[:/])(CRS:?84h?|(EPSG[:/]+([\d.]*[:/]+)?)?4326|WGS[ _]?84)$/i;
/** CGCS2000: equal to WGS 84 within centimetres to decimetres. */
const CGCS2000_NAME = /(^|[:/])((EPSG[:/]+([\d.]*[:/]+)?)?4490|CGCS[ _]?2000)$/i;

const EPSG_CODE = /EPSG[:/]+(?:[\d.]*[:/]+)?(\d+)$/i;

/**
 * Checks the `crs` member of the 2008 GeoJSON format, which today's format no longer has.
 *
 * @returns whether the reader of the report should know: `null` (none stated) and CGCS2000 are noted, WGS 84 is not
 * @throws {CoverageError} UNSUPPORTED_CRS for every other system, and for links, which are never followed
 */
export function checkCrsMember(input: unknown, path: string): boolean {
  if (!isJsonObject(input) || input.crs === undefined) return false;
  const { crs } = input;
  if (crs === null) return true;
  const name = nameOfCrs(crs);
  if (name !== null && WGS84_NAME.test(name)) return false;
  if (name !== null && CGCS2000_NAME.test(name)) return true;
  const isLink = isJsonObject(crs) && crs.type === "link";
  const found = isLink ? say("crs.link") : name === null ? describe(crs) : JSON.stringify(name);
  throw new CoverageError("UNSUPPORTED_CRS", say("crs.unsupported", { path, found }), {
    path: `${path}.crs`,
    hint: say("crs.unsupported.hint", { path, code: `EPSG:${EPSG_CODE.exec(name ?? "")?.[1] ?? "…"}` }),
  });
}

function nameOfCrs(crs: unknown): string | null {
  if (typeof crs === "string") return crs.trim();
  if (!isJsonObject(crs) || !isJsonObject(crs.properties)) return null;
  const { name, code } = crs.properties;
  if (crs.type === "name" && typeof name === "string") return name.trim();
  // an even older form: { "type": "EPSG", "properties": { "code": 4326 } }
  if (crs.type === "EPSG" && (typeof code === "number" || typeof code === "string")) return `EPSG:${code}`;
  return null;
}
