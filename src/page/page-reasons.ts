import type { CircleReason, ReasonCause } from "../model/reason.js";
import type { CoverageReport } from "../model/report.js";
import { NONE } from "./page-cells.js";

/** Why circles are not complete, by rows, one entry of each column for a circle of a neighborhood; what `CircleReason`s tell. */
export interface PageReasons {
  readonly area: Int32Array;
  readonly circle: Int32Array;
  readonly requirement: Int32Array;
  /** Whole people (or square metres). */
  readonly lacking: Float64Array;
  /** As in `REASON_CAUSES`. */
  readonly cause: Uint8Array;
  /** Row of `PageFacts.barriers`; -1: nothing lies between. */
  readonly barrier: Int32Array;
  /** Row of a facility, and how far beyond the threshold it is; -1: none was found. */
  readonly facility: Int32Array;
  readonly excess: Float64Array;
  /** Row of the requirement that would lift the circle most, and by how many points; -1: none. */
  readonly lift: Int32Array;
  readonly points: Float64Array;
}
export type ReasonBarrier = NonNullable<CircleReason["barrier"]>;

export const REASON_CAUSES: readonly ReasonCause[] = ["noData", "island", "barrier", "detour", "distance"];

/** Lays the reasons of a report into columns, and lists the barriers that they name, once each. */
export function toPageReasons(
  { standard, neighborhoods, reasons = [] }: CoverageReport,
  rowOfFacility: (id: string) => number,
): { readonly reasons: PageReasons; readonly barriers: readonly ReasonBarrier[] } {
  const [areas, circles, requirements] = [neighborhoods, standard.circles, standard.requirements].map(
    (list) => new Map(list.map(({ id }, row) => [id, row])),
  );
  const named = new Map(reasons.flatMap(({ barrier }) => (barrier === undefined ? [] : [[barrier.id, barrier]])));
  const barriers = [...named.values()];
  const rows = (rowOf: (reason: CircleReason) => number | undefined) =>
    Int32Array.from(reasons, (one) => rowOf(one) ?? NONE);
  const amounts = (amountOf: (reason: CircleReason) => number) => Float64Array.from(reasons, amountOf);
  return {
    reasons: {
      area: rows(({ neighborhoodId }) => areas?.get(neighborhoodId)),
      circle: rows(({ circle }) => circles?.get(circle)),
      requirement: rows(({ requirement }) => requirements?.get(requirement)),
      lacking: amounts(({ lacking }) => Math.round(lacking)),
      cause: Uint8Array.from(reasons, ({ cause }) => REASON_CAUSES.indexOf(cause)),
      barrier: rows(({ barrier }) => barrier && barriers.findIndex(({ id }) => id === barrier.id)),
      facility: rows(({ nearest }) => (nearest === null ? NONE : rowOfFacility(nearest.facilityId))),
      excess: amounts(({ nearest }) => Math.round(nearest?.excess ?? 0)),
      lift: rows(({ lift }) => (lift === null ? NONE : requirements?.get(lift.requirement))),
      points: amounts(({ lift }) => lift?.points ?? 0),
    },
    barriers,
  };
}
