import type { Diagnostic } from "../base/diagnostics.js";
import { Diagnostics } from "../base/diagnostics.js";
import type { Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import type { TravelProfile } from "../model/travel.js";
import { footAccess, type WayAccess } from "./modes/walking.js";

/** Which arcs may be walked, and which are steps. */
export interface ArcAccess {
  /** Per arc: 0 = closed, 1 = open. */
  readonly open: Uint8Array;
  /** Per edge: 1 = steps. */
  readonly steps: Uint8Array;
  /** Whether some edge is open one way only. */
  readonly someOneWay: boolean;
  /** How many features are closed both ways. */
  readonly closedStreetCount: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Decides by the tags of its street who may walk each arc. */
export function findArcAccess(network: Network, streets: Streets): ArcAccess {
  const { tagSets, tagSetRow } = streets;
  const access = tagSets.map(footAccess);
  const forward = Uint8Array.from(access, (set) => (set.forward ? 1 : 0));
  const backward = Uint8Array.from(access, (set) => (set.backward ? 1 : 0));
  const isSteps = Uint8Array.from(access, (set) => (set.steps ? 1 : 0));
  const open = new Uint8Array(2 * network.edgeCount);
  const steps = new Uint8Array(network.edgeCount);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const set = tagSetRow[network.edgeStreetRow[edge]];
    open[2 * edge] = forward[set];
    open[2 * edge + 1] = backward[set];
    steps[edge] = isSteps[set];
  }
  const diagnostics = reportClosedStreets(streets, access);
  return {
    open,
    steps,
    someOneWay: access.some((set) => set.forward !== set.backward),
    closedStreetCount: diagnostics.count("street.notWalkable", "streets"),
    diagnostics: diagnostics.list(),
  };
}

function reportClosedStreets(
  { count, featureRow, tagSetRow, ids }: Streets,
  access: readonly WayAccess[],
): Diagnostics {
  const diagnostics = new Diagnostics();
  for (let row = 0; row < count; row++) {
    const { forward, backward, because } = access[tagSetRow[row]];
    // the lines of one feature follow each other, and count once
    const isCounted = row > 0 && featureRow[row] === featureRow[row - 1];
    if (!forward && !backward && !isCounted) diagnostics.add("street.notWalkable", "streets", ids[row], because);
  }
  return diagnostics;
}

/** Computes metres per arc; `Infinity` where the arc is closed. */
export function weighInMeters(network: Network, { open }: ArcAccess): Float64Array {
  const arcMeters = new Float64Array(open.length);
  for (let arc = 0; arc < open.length; arc++)
    arcMeters[arc] = open[arc] === 1 ? network.edgeMeters[arc >> 1] : Infinity;
  return arcMeters;
}

/** Computes seconds per arc for a profile; `Infinity` where the arc is closed. */
export function weighInSeconds(network: Network, arcs: ArcAccess, profile: TravelProfile): Float64Array {
  const arcSeconds = weighInMeters(network, arcs);
  for (let arc = 0; arc < arcSeconds.length; arc++)
    arcSeconds[arc] /= arcs.steps[arc >> 1] === 1 ? profile.stepsSpeedMetersPerSecond : profile.speedMetersPerSecond;
  return arcSeconds;
}

/** Tells whether a profile walks everywhere at one speed, so that seconds and metres tell the same. */
export function hasOneSpeed(profile: TravelProfile): boolean {
  const { speedMetersPerSecond, stepsSpeedMetersPerSecond, offStreetSpeedMetersPerSecond } = profile;
  return stepsSpeedMetersPerSecond === speedMetersPerSecond && offStreetSpeedMetersPerSecond === speedMetersPerSecond;
}
