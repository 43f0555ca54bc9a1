/**
 * The one axis of the page, 0 to 100: its classes begin at these places, and 60 is always where it is enough. Other quantities are laid on it
 * piece by piece, so that the line to pass is always at the same place and warm colors are always below it.
 */
export const AXIS: readonly number[] = [0, 20, 40, 60, 75, 90, 100];

export const CLASS_COUNT: number = AXIS.length - 1;

/** Values of a quantity at the places of the axis: ascending, or (minutes) descending. */
export type Breaks = readonly number[];

/** How many times the limit a way takes, at the places of the axis. */
export const LIMIT_BREAKS: Breaks = [Number.POSITIVE_INFINITY, 3, 2, 1, 0.75, 0.5, 0];

/** So many times the limit is the left end of the axis. */
const FARTHEST = 6;

/** The number of services at the places of the axis: whole, where there are many. */
export function serviceBreaks(of: number): Breaks {
  const parts = of >= 10 ? 1 : 10;
  return AXIS.map((place) => Math.round((place * of * parts) / 100) / parts);
}

/** Finds the class of a value, 0 = worst. A value on a break is of the better class. */
export function classOf(value: number, breaks: Breaks): number {
  let found = 0;
  for (let row = 1; row < CLASS_COUNT; row++) if (isAtLeast(value, breaks[row] as number, breaks)) found = row;
  return found;
}

/** Lays a value on the axis. */
export function placeOf(value: number, breaks: Breaks): number {
  const row = classOf(value, breaks);
  const [from, to] = [breaks[row] as number, breaks[row + 1] as number];
  const [start, end] = [AXIS[row] as number, AXIS[row + 1] as number];
  const first = Number.isFinite(from) ? from : FARTHEST;
  const part = first === to ? 0 : (value - first) / (to - first);
  return start + Math.max(0, Math.min(1, part)) * (end - start);
}

function isAtLeast(value: number, limit: number, breaks: Breaks): boolean {
  return (breaks[0] as number) < (breaks[CLASS_COUNT] as number) ? value >= limit : value <= limit;
}
