import type { CostUnit, TravelProfile } from "../model.js";
import type { Attachment } from "../network/edge-index.js";
import { buildSearchGraph, type SearchGraph } from "../network/search-graph.js";
import type { WalkNetwork } from "../network/walk-network.js";
import { hasOneSpeed, weighInMeters, weighInSeconds } from "../network/weigh.js";
import type { Meters } from "../units.js";

/** All that walking costs in one unit, for one profile. */
export interface NetworkCosts {
  /** For trips to facilities. */
  readonly graph: SearchGraph;
  readonly arcCost: Float64Array;
  /** The other unit, where it does not simply follow from the speed. */
  readonly arcOther: Float64Array | null;
  /** Cost and other quantity of an off-street leg. */
  readonly legCost: (accessMeters: Meters) => number;
  readonly legOther: (accessMeters: Meters) => number;
}

/** Computes the costs of walking: seconds with metres alongside, or metres with seconds alongside. */
export function computeNetworkCosts(
  { network, arcs }: WalkNetwork,
  profile: TravelProfile,
  unit: CostUnit,
): NetworkCosts {
  const seconds = () => weighInSeconds(network, arcs, profile);
  const meters = () => weighInMeters(network, arcs);
  const arcCost = unit === "seconds" ? seconds() : meters();
  const arcOther = hasOneSpeed(profile) ? null : unit === "seconds" ? meters() : seconds();
  const legSeconds = (accessMeters: Meters) => accessMeters / profile.offStreetSpeedMetersPerSecond;
  const legMeters = (accessMeters: Meters) => accessMeters;
  return {
    graph: buildSearchGraph(network, arcCost, { direction: "toSources", arcOther: arcOther ?? undefined }),
    arcCost,
    arcOther,
    legCost: unit === "seconds" ? legSeconds : legMeters,
    legOther: unit === "seconds" ? legMeters : legSeconds,
  };
}

/** A part of an edge that is walked: nothing of a closed edge costs nothing. */
export function partOf(fraction: number, cost: number): number {
  return fraction === 0 ? 0 : fraction * cost;
}

/** A way into a facility, with what it costs from there to the door. */
export interface Entry {
  readonly attachment: Attachment;
  readonly facilityRow: number;
  readonly cost: number;
  readonly other: number;
}

/** Lists the ways into facilities. */
export function entriesOf(
  facilityRows: readonly number[],
  attachments: readonly (readonly Attachment[])[],
  { legCost, legOther }: NetworkCosts,
): Entry[] {
  return facilityRows.flatMap((facilityRow) =>
    (attachments[facilityRow] ?? []).map((attachment) => ({
      attachment,
      facilityRow,
      cost: legCost(attachment.accessMeters),
      other: legOther(attachment.accessMeters),
    })),
  );
}
