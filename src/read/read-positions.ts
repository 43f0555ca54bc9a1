import { describeValue } from "../base/json-object.js";
import type { LonLat } from "../base/words.js";
import type { GeometryDefect, GeometryParts } from "./geometry-parts.js";
import {
  BAD_TYPE,
  type Frame,
  isOnEarth,
  JUMP,
  NOT_FINITE,
  OUT_OF_RANGE,
  surveyPositions,
  toLonLats,
} from "./positions.js";

/** Reads a list of positions; remembers the first one of the geometry. */
export function readPositions(
  coordinates: readonly unknown[],
  parts: GeometryParts,
  { datum, referenceLon }: Frame,
): readonly LonLat[] | GeometryDefect {
  const reference = referenceLon ?? parts.anchorLon;
  const found = surveyPositions(coordinates, reference);
  if ((found & (BAD_TYPE | NOT_FINITE | OUT_OF_RANGE)) !== 0) return defectOfPositions(coordinates, found);
  const positions = toLonLats(coordinates, found, datum, reference);
  const [first] = coordinates as readonly LonLat[];
  if (first === undefined) return positions;
  if (Number.isNaN(parts.anchorLon)) parts.anchorLon = first[0];
  const isOnOtherSide = Math.abs(first[0] - parts.anchorLon) > 180;
  if (isOnOtherSide || (found & JUMP) !== 0) parts.findings.set("geometry.antimeridian", null);
  parts.first ??= positions[0] ?? null;
  return positions;
}

function defectOfPositions(coordinates: readonly unknown[], found: number): GeometryDefect {
  if ((found & BAD_TYPE) !== 0) {
    const isNumber = (value: unknown): boolean => typeof value === "number";
    const bad = coordinates.find((p) => !Array.isArray(p) || !isNumber(p[0]) || !isNumber(p[1]));
    const ordinate = Array.isArray(bad) && bad.length > 1 ? bad.slice(0, 2).find((value) => !isNumber(value)) : bad;
    return { code: "position.type", example: describeValue(ordinate) };
  }
  const pairs = coordinates as readonly LonLat[];
  if ((found & NOT_FINITE) !== 0) {
    const bad = pairs.find(([lon, lat]) => !Number.isFinite(lon) || !Number.isFinite(lat));
    return { code: "position.finite", example: String(bad?.slice(0, 2).join(", ")) };
  }
  const [lon, lat] = pairs.find((pair) => !isOnEarth(pair[0], pair[1])) as LonLat;
  return { code: "position.range", example: `[${lon}, ${lat}]`, position: [lon, lat] };
}
