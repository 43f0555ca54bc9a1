import { findPolygonDefect } from "../geo/ring-validity.js";
import type { GeometryDefect, GeometryParts } from "./geometry-parts.js";
import type { ReadOptions } from "./read-options.js";

/**
 * Checks polygons for crossings, and decides what becomes of invalid ones.
 *
 * @returns `null` if the polygons can be used: they are valid, or are to be used by the even-odd rule
 */
export function checkPolygons(parts: GeometryParts, { repair = "report" }: ReadOptions): GeometryDefect | null {
  for (const polygon of parts.polygons) {
    const defect = findPolygonDefect(polygon);
    if (defect === null) continue;
    const example = `[${defect[0].toFixed(6)}, ${defect[1].toFixed(6)}]`;
    if (repair !== "fix") return { code: "polygon.invalid", example };
    parts.findings.set("polygon.invalid", example);
    return null;
  }
  return null;
}
