import type { Attachment } from "../attach/attachment.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import type { Meters, MetersPerSecond } from "../base/units.js";
import type { CostUnit, TravelProfile } from "../model/travel.js";
import { oneSpeedOf, weighInMeters, weighInSeconds } from "../streets/weigh.js";
import { roundToUnits, unitsPerCost } from "./cost-units.js";

/** All that ways cost in one unit, for one profile. Costs are whole multiples of `1 / units`. */
export interface NetworkCosts {
  /** Units per second or metre; a power of two. */
  readonly units: number;
  readonly arcCost: Float64Array;
  /** The one speed by which the second quantity follows from the cost; `null` = it does not. */
  readonly oneSpeed: MetersPerSecond | null;
  /** The second quantity, where there is no one speed. */
  readonly arcSecondQuantity: Float64Array | null;
  /** Cost and second quantity of an off-street leg. */
  readonly legCost: (accessMeters: Meters) => number;
  readonly legSecondQuantity: (accessMeters: Meters) => number;
}

/** Computes the costs of going as far as `reach`: seconds with metres alongside, or metres with seconds alongside. */
export function computeNetworkCosts(
  modeNetwork: ModeNetwork,
  profile: TravelProfile,
  { unit, reach }: { readonly unit: CostUnit; readonly reach: number },
): NetworkCosts {
  const units = unitsPerCost(reach);
  const seconds = () => weighInSeconds(modeNetwork, profile);
  const meters = () => weighInMeters(modeNetwork);
  const arcCost = unit === "seconds" ? seconds() : meters();
  for (let arc = 0; arc < arcCost.length; arc++) arcCost[arc] = roundToUnits(arcCost[arc], units);
  const oneSpeed = oneSpeedOf(modeNetwork.mode, profile);
  const arcSecondQuantity = oneSpeed !== null ? null : unit === "seconds" ? meters() : seconds();
  const legSeconds = (accessMeters: Meters) => accessMeters / profile.offStreetSpeedMetersPerSecond;
  const legMeters = (accessMeters: Meters) => accessMeters;
  const legCost = unit === "seconds" ? legSeconds : legMeters;
  return {
    units,
    arcCost,
    oneSpeed,
    arcSecondQuantity,
    legCost: (accessMeters) => roundToUnits(legCost(accessMeters), units),
    legSecondQuantity: unit === "seconds" ? legMeters : legSeconds,
  };
}

/** Gives the cost of each arc in whole units; `Infinity` = closed. */
export function arcUnitsOf({ arcCost, units }: NetworkCosts): Float64Array {
  const arcUnits = arcCost.slice();
  for (let arc = 0; arc < arcUnits.length; arc++) arcUnits[arc] *= units;
  return arcUnits;
}

/** Gives what a part of an arc costs, in whole units: nothing of a closed arc costs nothing. */
export function partCost({ arcCost, units }: NetworkCosts, fraction: number, arc: number): number {
  return fraction === 0 ? 0 : roundToUnits(fraction * arcCost[arc], units);
}

/** Gives the second quantity of a part of an arc; 0 where it follows from the speed. */
export function partSecondQuantity({ arcSecondQuantity }: NetworkCosts, fraction: number, arc: number): number {
  return fraction === 0 || arcSecondQuantity === null ? 0 : fraction * arcSecondQuantity[arc];
}

/** A way into a facility, with what it costs from there to the door. */
export interface Entry {
  readonly attachment: Attachment;
  readonly facilityRow: number;
  readonly cost: number;
  readonly secondQuantity: number;
}

/** A facility as somebody on the way to it sees it. */
export interface Goal {
  readonly facilityRow: number;
  /** The ways into it; empty: there is none. */
  readonly entries: readonly Entry[];
  /** Rows of the origins that are there already, ascending: to get there costs them nothing. */
  readonly originsThere: readonly number[];
}

/** What is known of the facilities of a city, by row: the ways into each, and which origins are there. */
export interface GoalPlaces {
  readonly attachments: readonly (readonly Attachment[])[];
  readonly originsAt: (facilityRow: number) => readonly number[];
}

/** Sees facilities as goals, in the order of `facilityRows`. */
export function goalsOf(
  facilityRows: readonly number[],
  { attachments, originsAt }: GoalPlaces,
  { legCost, legSecondQuantity }: NetworkCosts,
): Goal[] {
  return facilityRows.map((facilityRow) => ({
    facilityRow,
    entries: (attachments[facilityRow] ?? []).map((attachment) => ({
      attachment,
      facilityRow,
      cost: legCost(attachment.accessMeters),
      secondQuantity: legSecondQuantity(attachment.accessMeters),
    })),
    originsThere: originsAt(facilityRow),
  }));
}

/** Lists the ways into all of some goals. */
export function entriesOf(goals: readonly Goal[]): Entry[] {
  return goals.flatMap(({ entries }) => entries);
}

/** Groups entries by their edge, to find those on the same edge as a place. */
export function entriesByEdge(entries: readonly Entry[]): ReadonlyMap<number, readonly Entry[]> {
  const byEdge = new Map<number, Entry[]>();
  for (const entry of entries) {
    const { edge } = entry.attachment;
    const own = byEdge.get(edge) ?? [];
    own.push(entry);
    byEdge.set(edge, own);
  }
  return byEdge;
}
