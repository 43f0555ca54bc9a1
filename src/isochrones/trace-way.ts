import type { Seconds } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { cosineOfDegrees } from "../geo/trigonometry.js";
import type { Isochrone } from "./isochrone-features.js";

/** A way along the streets, from where walking begins. */
export interface TracedWay {
  readonly coordinates: readonly LonLat[];
  /** When the last point is reached. */
  readonly seconds: Seconds;
}

interface Part {
  readonly start: LonLat;
  readonly end: LonLat;
  readonly startSeconds: Seconds;
  readonly endSeconds: Seconds;
}

/** Two times of one corner differ by roundings only. */
const SAME_SECONDS = 1e-3;

/**
 * Traces the way to a place back through the lines of an isochrone: each piece begins where and when an earlier one ends. It leads to the
 * point of the reached streets that is nearest to the place; `null`: nothing is reached.
 */
export function traceWay(lines: Isochrone["lines"], to: LonLat): TracedWay | null {
  const parts = lines.geometry.coordinates.map((line, row): Part => {
    const [startSeconds = 0, endSeconds = 0] = lines.properties.lineSeconds[row] ?? [];
    return { start: line[0] as unknown as LonLat, end: line[1] as unknown as LonLat, startSeconds, endSeconds };
  });
  const nearest = nearestPart(parts, to);
  if (nearest === null) return null;
  const byEnd = new Map<string, Part[]>();
  for (const part of parts) {
    const key = part.end.join(" ");
    byEnd.set(key, [...(byEnd.get(key) ?? []), part]);
  }
  const { part, fraction, place } = nearest;
  const way: LonLat[] = [place, part.start];
  let at: Part | undefined = part;
  while (at !== undefined) {
    const { start, startSeconds }: Part = at;
    at = byEnd
      .get(start.join(" "))
      ?.find(({ endSeconds }) => Math.abs(endSeconds - startSeconds) < SAME_SECONDS && endSeconds > 0);
    if (at !== undefined && at.startSeconds >= startSeconds) at = undefined;
    if (at !== undefined) way.push(at.start);
  }
  return {
    coordinates: way.reverse(),
    seconds: part.startSeconds + fraction * (part.endSeconds - part.startSeconds),
  };
}

function nearestPart(
  parts: readonly Part[],
  [lon, lat]: LonLat,
): { readonly part: Part; readonly fraction: number; readonly place: LonLat } | null {
  // degrees of longitude are shorter by so much; a drawing needs no more
  const shrink = cosineOfDegrees(lat);
  let found: ReturnType<typeof nearestPart> = null;
  let least = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const [x, y] = [(part.end[0] - part.start[0]) * shrink, part.end[1] - part.start[1]];
    const [px, py] = [(lon - part.start[0]) * shrink, lat - part.start[1]];
    const length = x * x + y * y;
    const fraction = length === 0 ? 0 : Math.max(0, Math.min(1, (px * x + py * y) / length));
    const [dx, dy] = [px - fraction * x, py - fraction * y];
    const distance = dx * dx + dy * dy;
    if (distance >= least) continue;
    least = distance;
    const place = [
      part.start[0] + fraction * (part.end[0] - part.start[0]),
      part.start[1] + fraction * (part.end[1] - part.start[1]),
    ] as const;
    found = { part, fraction, place };
  }
  return found;
}
