import type { Degrees, MetersPerSecond, Seconds } from "../base/units.js";
import { metersPerDegree } from "../geo/distance.js";
import type { Lattice } from "./lattice.js";
import type { NearestStreets } from "./nearest-streets.js";
import { metersAt, type TimeField } from "./time-field.js";

/** An outline keeps this share of a cell away from corners, so that no two of its positions are equal. */
const LEAST_SHARE = 1e-6;
/** On the ground of one street the next corner is later by no more than the walk there, and this much for bends. */
const STEADY = 1.1;

/** What it takes to tell where between two corners an outline runs. */
export interface CrossingRule {
  readonly field: TimeField;
  readonly lattice: Lattice;
  readonly offStreetMeters: number;
  readonly offStreetMetersPerSecond: MetersPerSecond;
  /** Between neighboring columns, and rows. */
  readonly columnMeters: number;
  readonly rowMeters: number;
  /** How much later the next corner can be on the ground of the same street. */
  readonly steadySeconds: Seconds;
}

/**
 * @param latitude of the start: what is reached from there must not shape it
 * @param slowest of the speeds on streets and off them
 */
export function ruleOfCrossings(
  field: TimeField,
  { lattice, maxMeters }: NearestStreets,
  latitude: Degrees,
  offStreetMetersPerSecond: MetersPerSecond,
  slowest: MetersPerSecond,
): CrossingRule {
  const widths = lattice.lonStep * metersPerDegree(latitude).lon;
  return {
    field,
    lattice,
    offStreetMeters: maxMeters,
    offStreetMetersPerSecond,
    columnMeters: widths,
    rowMeters: lattice.cellMeters,
    steadySeconds: (STEADY * Math.max(widths, lattice.cellMeters)) / slowest,
  };
}

/**
 * Tells where an outline crosses the line from a reached corner to a neighboring one that is not: as a share of the way.
 *
 * Of two answers the farther: by the nearest streets, and by the streets in the cells around. Both grow with the limit,
 * and depend on the later corner only where that is not much later than the limit.
 */
export function shareOfWay(rule: CrossingRule, inner: number, outer: number, limitSeconds: Seconds): number {
  const stepMeters = Math.abs(outer - inner) === 1 ? rule.columnMeters : rule.rowMeters;
  const share = Math.max(
    shareByNearest(rule, stepMeters, inner, outer, limitSeconds),
    shareByLent(rule, inner, outer, limitSeconds),
  );
  return Math.max(LEAST_SHARE, Math.min(1 - LEAST_SHARE, share));
}

/** By the nearest streets: the next corner is later, or on the ground of another street. */
function shareByNearest(
  { field, offStreetMeters, offStreetMetersPerSecond, steadySeconds }: CrossingRule,
  stepMeters: number,
  inner: number,
  outer: number,
  limitSeconds: Seconds,
): number {
  const { seconds } = field;
  const left = limitSeconds - seconds[inner];
  if (!(left >= 0)) return 0;
  const later = seconds[outer] - seconds[inner];
  if (later <= steadySeconds) return left / later;
  // another street's ground begins where both are equally near; no street's where all are too far
  const innerMeters = metersAt(field, inner);
  const outerMeters = metersAt(field, outer);
  const border =
    outerMeters === Infinity
      ? (offStreetMeters - innerMeters) / stepMeters
      : (stepMeters + outerMeters - innerMeters) / (2 * stepMeters);
  return Math.min(border, (left * offStreetMetersPerSecond) / stepMeters);
}

/** By the streets in the cells around: times grow evenly along a street. */
function shareByLent(
  { field: { lentSeconds }, steadySeconds }: CrossingRule,
  inner: number,
  outer: number,
  limitSeconds: Seconds,
): number {
  const from = lentSeconds[inner];
  const to = lentSeconds[outer];
  return from <= limitSeconds && to <= limitSeconds + steadySeconds ? (limitSeconds - from) / (to - from) : 0;
}
