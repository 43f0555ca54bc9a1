import { sharedByParts } from "../geo/ground.js";
import { findPolygonDefect } from "../geo/ring-validity.js";
import type { GeometryDefect, GeometryParts } from "./geometry-parts.js";
import type { ReadOptions } from "./read-options.js";

/**
 * Checks polygons for crossings and for ground that two of them hold, and decides what becomes of invalid ones.
 *
 * Parts that overlap or lie in each other are one ground, each place once: nothing is lost by it, so that they are used and
 * listed.
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
    break;
  }
  const squareMeters = sharedByParts(parts.polygons);
  if (squareMeters === 0) return null;
  const example = `${Math.max(1, Math.round(squareMeters))} m²`;
  if (repair === "none") return { code: "polygon.overlap", example };
  parts.findings.set("polygon.overlap", example);
  return null;
}
