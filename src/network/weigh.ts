import type { Diagnostic } from "../diagnostics.js";
import { Diagnostics } from "../diagnostics.js";
import type { Street, TravelProfile } from "../model.js";
import { footAccess } from "./foot-access.js";
import type { Network } from "./network.js";

/** Which arcs may be walked, and which are steps. */
export interface WalkableArcs {
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
export function findWalkableArcs(network: Network, streets: readonly Street[]): WalkableArcs {
  const diagnostics = new Diagnostics();
  const access = streets.map(({ tags }) => footAccess(tags));
  // the lines of one MultiLineString share id and tags, and are one feature of the input
  const closedFeatures = new Map<Street["tags"], Set<string>>();
  access.forEach(({ forward, backward, because }, row) => {
    if (forward || backward) return;
    const { id, tags } = streets[row] as Street;
    const ids = closedFeatures.get(tags);
    if (ids?.has(id)) return;
    if (ids === undefined) closedFeatures.set(tags, new Set([id]));
    else ids.add(id);
    diagnostics.add("street.notWalkable", "streets", id, because);
  });
  const open = new Uint8Array(2 * network.edgeCount);
  const steps = new Uint8Array(network.edgeCount);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const { forward, backward, steps: isSteps } = access[network.edgeStreetRow[edge]] as (typeof access)[number];
    open[2 * edge] = forward ? 1 : 0;
    open[2 * edge + 1] = backward ? 1 : 0;
    steps[edge] = isSteps ? 1 : 0;
  }
  const someOneWay = access.some(({ forward, backward }) => forward !== backward);
  const closedStreetCount = diagnostics.count("street.notWalkable", "streets");
  return { open, steps, someOneWay, closedStreetCount, diagnostics: diagnostics.list() };
}

/** Computes metres per arc; `Infinity` where the arc is closed. */
export function weighInMeters(network: Network, { open }: WalkableArcs): Float64Array {
  const arcMeters = new Float64Array(open.length);
  for (let arc = 0; arc < open.length; arc++)
    arcMeters[arc] = open[arc] === 1 ? network.edgeMeters[arc >> 1] : Infinity;
  return arcMeters;
}

/** Computes seconds per arc for a profile; `Infinity` where the arc is closed. */
export function weighInSeconds(network: Network, arcs: WalkableArcs, profile: TravelProfile): Float64Array {
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
