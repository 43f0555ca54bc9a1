import { describeValue } from "../base/json-object.js";
import type { LonLat } from "../base/words.js";
import { distanceMeters } from "../geo/distance.js";
import { enclosesArea, signedSquareDegrees } from "../geo/signed-area.js";
import type { Ring } from "../model/facts.js";
import { type GeometryDefect, type GeometryParts, isDefect } from "./geometry-parts.js";
import type { Frame } from "./positions.js";
import { readPositions } from "./read-positions.js";

/** A ring whose ends are as near as this was meant to be closed. */
const MAX_GAP_METERS = 1;

/** Reads the rings of one polygon, closes small gaps, and passes over what encloses nothing. */
export function addPolygon(coordinates: unknown, parts: GeometryParts, frame: Frame): GeometryDefect | null {
  if (!Array.isArray(coordinates)) return { code: "position.type", example: describeValue(coordinates) };
  const rings: Ring[] = [];
  let isCollapsed = coordinates.length === 0;
  if (isCollapsed) parts.collapsed ??= "geometry.empty";
  for (const [row, ringCoordinates] of coordinates.entries()) {
    const ring = readRing(ringCoordinates, parts, frame);
    if (ring !== null && isDefect(ring)) return ring;
    if (ring === null) {
      isCollapsed ||= row === 0; // without its shell, a polygon is nothing
      continue;
    }
    const isShell = row === 0;
    const signedArea = signedSquareDegrees(ring);
    if (signedArea !== 0 && signedArea > 0 !== isShell) parts.findings.set("ring.winding", null);
    rings.push(ring);
  }
  if (!isCollapsed) parts.polygons.push(rings);
  return null;
}

/** Reads a ring; `null` = it encloses nothing, and the reason is noted. */
function readRing(coordinates: unknown, parts: GeometryParts, frame: Frame): Ring | GeometryDefect | null {
  if (!Array.isArray(coordinates)) return { code: "position.type", example: describeValue(coordinates) };
  const positions = readPositions(coordinates, parts, frame);
  if (isDefect(positions)) return positions;
  if (positions.length < 4) {
    parts.collapsed ??= positions.length === 0 ? "geometry.empty" : "ring.tooShort";
    return null;
  }
  const first = positions[0] as LonLat;
  const last = positions[positions.length - 1] as LonLat;
  const isClosed = first[0] === last[0] && first[1] === last[1];
  const gapMeters = isClosed ? 0 : distanceMeters(first[0], first[1], last[0], last[1]);
  if (gapMeters > MAX_GAP_METERS) return { code: "ring.unclosed", example: `${Math.round(gapMeters)} m` };
  if (!isClosed) parts.findings.set("ring.unclosed", null);
  const ring = isClosed ? positions : [...positions, first];
  if (enclosesArea(ring)) return ring;
  parts.collapsed ??= "geometry.empty";
  return null;
}
