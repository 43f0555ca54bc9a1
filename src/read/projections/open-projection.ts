import { assertText } from "../../base/check-argument.js";
import { CoverageError } from "../../base/errors.js";
import { guardLive } from "../../base/guard-call.js";
import { describe, isJsonObject, type JsonObject } from "../../base/json-object.js";
import { explainLoading } from "../../base/optional-packages.js";
import { say } from "../../base/texts/files.js";
import type { DiagnosticCode } from "../../base/texts/findings.js";
import type { Phrase } from "../../base/texts/phrase.js";
import type { LonLat } from "../../base/words.js";
import { type HorizontalPart, horizontalPartOfObject, horizontalPartOfText } from "./horizontal-part.js";
import { codeOfSystem, findKnownSystem } from "./known-systems.js";
import { type Ellipsoidal, toInverse, warningOf } from "./to-inverse.js";

/** A coordinate system that positions of a file are in. */
export interface Projection {
  /** Whether the file holds degrees: longitude, latitude. */
  readonly isGeographic: boolean;
  /** What it calls itself, or its register: `"CGCS2000 / 3-degree Gauss-Kruger CM 105E"`. */
  readonly name: string;
  /**
   * Converts a position of the file, east before north whatever the definition says of axes, in the unit of the definition.
   *
   * @returns degrees, WGS 84, rounded to 1e-9; `[NaN, NaN]` for a place where the system does not reach
   */
  readonly toLonLat: (x: number, y: number) => LonLat;
  /** What whoever reads the positions must be told: that the system's datum has no known way to WGS 84. */
  readonly warning: DiagnosticCode | null;
}

type Proj4 = typeof import("proj4");

/**
 * Opens a coordinate system by its code (`"EPSG:4544"`) or its definition: well-known text of Esri and of both versions of OGC,
 * PROJJSON (an object, or its text), a text for PROJ.
 *
 * Codes that are known: WGS 84, CGCS2000 and others in degrees; the 192 Chinese Gauss-Krüger systems (CGCS2000, Xian 1980, Beijing
 * 1954); UTM on WGS 84, ETRS89, NAD83 and SIRGAS 2000; Web Mercator; LAEA Europe; Mollweide. Needs the optional package `proj4`,
 * but for degrees that are taken as they are.
 *
 * @param path which file or layer it belongs to, for messages
 * @throws {CoverageError} UNSUPPORTED_CRS for an unknown code, and for a definition that cannot be read; PACKAGE_MISSING
 * @example
 * ```ts
 * import { openProjection } from "quarterhour/read"; // after npm install proj4
 *
 * const { toLonLat } = await openProjection("EPSG:4544", "facilities");
 * const [lon, lat] = toLonLat(410452.973, 3393596.591);
 * Math.round(lon * 1e6) / 1e6; // → 104.0657
 * Math.round(lat * 1e6) / 1e6; // → 30.6595
 * ```
 */
export async function openProjection(crs: string | object, path: string): Promise<Projection> {
  return await guardLive("openProjection", [crs, path], async (): Promise<Projection> => {
    assertText("path", path);
    const code = typeof crs === "string" ? codeOfSystem(crs) : null;
    if (code === null) return openDefinition(typeof crs === "string" || isJsonObject(crs) ? crs : "", path);
    const known = findKnownSystem(code);
    if (known === null) {
      throw new CoverageError("UNSUPPORTED_CRS", say("projection.unknownCode", { path, code }), {
        path,
        hint: say("projection.unknownCode.hint"),
      });
    }
    const name = `${known.name} (${code})`;
    if (known.definition !== null) {
      const projection = project(await loadProj4(), { name, definition: known.definition }, path);
      return { ...projection, warning: isOldChinese(known.name) ? "crs.datumShift" : null };
    }
    return {
      isGeographic: true,
      name,
      toLonLat: (x, y) => [x, y],
      warning: isOldChinese(known.name) ? "crs.datumShift" : null,
    };
  });
}

async function openDefinition(crs: string | object, path: string): Promise<Projection> {
  const part = horizontalPartOf(crs);
  if (part === null) throw unreadable(path, describe(crs));
  const id = isJsonObject(part.definition) && isJsonObject(part.definition.id) ? part.definition.id : null;
  const code = id === null ? null : codeOfSystem(`${String(id.authority)}:${String(id.code)}`);
  // degrees that are known need no package
  if (code !== null && findKnownSystem(code)?.definition === null) return openProjection(code, path);
  return project(await loadProj4(), part, path);
}

function horizontalPartOf(crs: string | object): HorizontalPart | null {
  if (typeof crs !== "string") return horizontalPartOfObject(crs as JsonObject);
  const text = crs.replace(/\0/g, "").trim();
  if (text.startsWith("+")) return { name: text, definition: text };
  if (!text.startsWith("{")) return horizontalPartOfText(text);
  try {
    return horizontalPartOfObject(JSON.parse(text));
  } catch {
    return null;
  }
}

function project(proj4: Proj4, { name, definition }: HorizontalPart, path: string): Projection {
  try {
    const converter = proj4(definition as string);
    const system = converter.oProj as unknown as Ellipsoidal;
    const isGeographic = system.projName === "longlat";
    const text = JSON.stringify(definition);
    if (system.projName === "identity" || system.projName === "geocent") throw new Error(system.projName);
    if (isGeographic && /\bgrad|\bgon\b/i.test(text)) throw new Error("grad");
    return { isGeographic, name, toLonLat: toInverse(converter, system), warning: warningOf(system, text) };
  } catch (cause) {
    // the package throws errors, texts and what its code runs into
    throw unreadable(path, describe(name === "" ? definition : name), cause);
  }
}

function unreadable(path: string, definition: Phrase, cause?: unknown): CoverageError {
  return new CoverageError("UNSUPPORTED_CRS", say("projection.unreadable", { path, definition }), {
    path,
    hint: say("projection.unreadable.hint"),
    cause,
  });
}

function isOldChinese(name: string): boolean {
  return name.startsWith("Beijing 1954") || name.startsWith("Xian 1980");
}

async function loadProj4(): Promise<Proj4> {
  try {
    return (await import("proj4")).default;
  } catch (cause) {
    throw explainLoading("openProjection", "proj4", cause);
  }
}
