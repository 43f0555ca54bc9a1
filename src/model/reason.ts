// Why a circle is not complete in a neighborhood.

import type { BarrierKind } from "./facts.js";
import type { CircleId, RequirementId } from "./standard.js";

/**
 * What keeps most of those from a facility who lack it:
 *
 * - `noData`: the data know none anywhere.
 * - `island`: there is no way along the streets to any.
 * - `barrier`: one is near enough as the crow flies, and a barrier lies between (a river, a railway, a motorway, private ground).
 * - `detour`: one is near enough as the crow flies, but the streets lead round.
 * - `distance`: none is near enough even as the crow flies.
 */
export type ReasonCause = "noData" | "island" | "barrier" | "detour" | "distance";

/** Why one circle is not complete in one neighborhood, and what would help most. */
export interface CircleReason {
  readonly neighborhoodId: string;
  readonly circle: CircleId;
  /** The everyday service that most people of the neighborhood lack. */
  readonly requirement: RequirementId;
  /** People (square metres, where nobody lives) who lack it. */
  readonly lacking: number;
  readonly cause: ReasonCause;
  /** How many of those who lack it. */
  readonly ofCause: number;
  /** What lies between, for most of them; only there where that is the cause. */
  readonly barrier?: { readonly kind: BarrierKind; readonly id: string; readonly name: string | null };
  /** The nearest facility of the median person who lacks it; `null`: none is found within what was searched. */
  readonly nearest: {
    readonly facilityId: string;
    readonly name: string | null;
    /** How far beyond the threshold it is, in the unit of the requirement: seconds, or metres. */
    readonly excess: number;
  } | null;
  /** The requirement of the circle whose repair for everybody would lift it most, and by how many points of its score. */
  readonly lift: { readonly requirement: RequirementId; readonly points: number } | null;
}
