import type { Meters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { NOT_COVERED, type OriginFindings } from "../coverage/origin-findings.js";
import { isTraveled, type PlannedWay } from "../coverage/plan.js";
import { rowAtQuantile, sortByValue } from "../coverage/weighted-statistics.js";
import type { FacilityIndex } from "../facilities/facility-index.js";
import type { Barrier, Facility } from "../model/facts.js";
import type { CircleReason, ReasonCause } from "../model/reason.js";
import { NO_WAY } from "../model/travel.js";
import type { ServiceVerdict, ServiceVerdicts } from "../scenarios/service-verdicts.js";
import type { BarrierIndex } from "./barrier-index.js";

/** What is looked at to tell why people lack something. */
export interface LackWork {
  readonly verdicts: ServiceVerdicts;
  /** What facility rows of the findings mean. */
  readonly facilities: readonly Facility[];
  readonly index: FacilityIndex;
  readonly barriers: BarrierIndex;
  /** How far, at most, somebody gets within a threshold, as the crow flies. */
  readonly reachMeters: (way: PlannedWay) => Meters;
}

type Explained = Pick<CircleReason, "cause" | "ofCause" | "barrier" | "nearest">;
type Cause = { readonly cause: ReasonCause; readonly barrier: Pick<Barrier, "id" | "name" | "kind"> | null };

/** Explains why people of an area lack a service, by where they live. @param range of its origins */
export function explainLack(
  { planned, findings }: ServiceVerdict,
  [first, end]: readonly [number, number],
  lacking: number,
  work: LackWork,
): Explained {
  if (findings === null) return { cause: "noData", ofCause: lacking, nearest: null };
  const { weights } = work.verdicts;
  const rows: number[] = [];
  for (let origin = first; origin < end; origin++)
    if (findings.verdict[origin] === NOT_COVERED && (weights[origin] as number) > 0) rows.push(origin);
  const byCause = new Map<string, Cause & { amount: number }>();
  for (const origin of rows) {
    const found = causeAt(origin, planned.own, findings, work);
    const key = `${found.cause} ${found.barrier?.id ?? ""}`;
    const sum = byCause.get(key) ?? { ...found, amount: 0 };
    sum.amount += weights[origin] as number;
    byCause.set(key, sum);
  }
  // barriers are one cause, however many there are
  const amountOf = (cause: ReasonCause) =>
    [...byCause.values()].reduce((sum, one) => sum + (one.cause === cause ? one.amount : 0), 0);
  const cause = ORDER.reduce((most, one) => (amountOf(one) > amountOf(most) ? one : most));
  const [barrier] = [...byCause.values()]
    .filter((one) => one.cause === cause && one.barrier !== null)
    .sort((a, b) => b.amount - a.amount || ((a.barrier?.id ?? "") < (b.barrier?.id ?? "") ? -1 : 1));
  return {
    ...{ cause, ofCause: amountOf(cause) },
    ...(barrier?.barrier ? { barrier: barrier.barrier } : {}),
    nearest: medianNearest(rows, planned.own, findings, work),
  };
}

/** Of two with as many people the first is told. */
const ORDER: readonly ReasonCause[] = ["distance", "detour", "barrier", "island", "noData"];

function causeAt(origin: number, own: PlannedWay, { facilityRow }: OriginFindings, work: LackWork): Cause {
  const { origins } = work.verdicts;
  const home: LonLat = [origins.lon[origin] as number, origins.lat[origin] as number];
  const isIsland = facilityRow[origin] === NO_WAY;
  if (!isTraveled(own.reach)) return { cause: "distance", barrier: null };
  const near = work.index
    .nearest(home, own.count, { category: own.category, maxMeters: work.reachMeters(own) })
    .at(own.count - 1);
  const barrier = near === undefined ? null : work.barriers.firstBetween(home, near.facility.location);
  if (barrier !== null) return { cause: "barrier", barrier };
  if (isIsland) return { cause: "island", barrier: null };
  return { cause: near === undefined ? "distance" : "detour", barrier: null };
}

/** The nearest facility of the median of those who lack it and have one within what was searched. */
function medianNearest(
  rows: readonly number[],
  { threshold, unit }: PlannedWay,
  { cost, facilityRow, unit: costUnit }: OriginFindings,
  { verdicts: { weights }, facilities }: LackWork,
): CircleReason["nearest"] {
  const known = rows.filter((origin) => (cost[origin] as number) < Infinity && (facilityRow[origin] as number) >= 0);
  if (known.length === 0 || costUnit !== unit) return null;
  const byRow = (a: number, b: number) => (facilityRow[a] as number) - (facilityRow[b] as number);
  const median = rowAtQuantile(sortByValue(Uint32Array.from(known), cost, weights, byRow), 0.5);
  const facility = median === null ? undefined : facilities[facilityRow[median] as number];
  if (median === null || facility === undefined) return null;
  const { id: facilityId, name } = facility;
  return { facilityId, name, excess: Math.max(0, (cost[median] as number) - threshold) };
}
