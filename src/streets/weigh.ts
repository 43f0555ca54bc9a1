import { CoverageError } from "../base/errors.js";
import { checkColumns, guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/core.js";
import type { MetersPerSecond } from "../base/units.js";
import { checkNetwork, type Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import type { Mode, WaySpeed } from "../model/mode.js";
import type { TravelProfile } from "../model/travel.js";
import type { ArcAccess } from "./arc-access.js";
import { readPrivateWay } from "./private-ways.js";

/** The streets of a city as one mode has them: what weights are made of. */
export interface WeighedStreets {
  readonly mode: Mode;
  readonly streets: Streets;
  readonly network: Network;
  readonly arcs: Pick<ArcAccess, "open">;
}

/** Computes metres per arc; `Infinity` where the arc is closed. */
export function weighInMeters(weighed: WeighedStreets): Float64Array {
  return guardShape("weighInMeters", () => {
    const {
      network,
      arcs: { open },
    } = weighed;
    checkNetwork(network);
    checkColumns("arcs", weighed.arcs, { open: 2 * network.edgeCount });
    const arcMeters = new Float64Array(open.length);
    for (let arc = 0; arc < open.length; arc++)
      arcMeters[arc] = open[arc] === 1 ? network.edgeMeters[arc >> 1] : Infinity;
    return arcMeters;
  });
}

/** Computes seconds per arc for a profile; `Infinity` where the arc is closed. @throws {CoverageError} as `speedsOf` */
export function weighInSeconds(weighed: WeighedStreets, profile: TravelProfile): Float64Array {
  return guardShape("weighInSeconds", () => {
    const { edgeStreetRow } = weighed.network;
    const { tagSetRow } = weighed.streets;
    const speeds = speedsOf(weighed, profile);
    const arcSeconds = weighInMeters(weighed);
    for (let arc = 0; arc < arcSeconds.length; arc++)
      arcSeconds[arc] /= speeds[2 * tagSetRow[edgeStreetRow[arc >> 1]] + (arc & 1)];
    return weighed.mode.ground?.arcSeconds(weighed, profile, arcSeconds) ?? arcSeconds;
  });
}

/**
 * Tells how fast a profile is along the streets of each set of tags: `2 * tagSetRow` in the direction in which the street is
 * drawn, `2 * tagSetRow + 1` back. Where it is closed the number means nothing.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` if a mode gives an open street no speed
 */
export function speedsOf(
  { mode, streets: { tagSets } }: Pick<WeighedStreets, "mode" | "streets">,
  profile: TravelProfile,
): Float64Array {
  const speed = mode.speedOf(profile);
  const speeds = new Float64Array(2 * tagSets.length);
  if (typeof speed === "number") return speeds.fill(speed);
  tagSets.forEach((ownTags, set) => {
    // a private way may be the only way out: it is as fast as if it were open
    const { tags, access } = readPrivateWay(ownTags, mode) ?? { tags: ownTags, access: mode.accessOf(ownTags) };
    if (!access.forward && !access.backward) return;
    const own: WaySpeed = speed(tags);
    speeds[2 * set] = own.forward;
    speeds[2 * set + 1] = own.backward;
    const isWrong = (isOpen: boolean, along: number) => isOpen && !(along > 0 && along < Infinity);
    if (isWrong(access.forward, own.forward) || isWrong(access.backward, own.backward))
      throw new CoverageError(
        "INVALID_ARGUMENT",
        say("mode.speed", { mode: JSON.stringify(mode.id), tags: JSON.stringify(tags) }),
        { path: "modes", hint: say("mode.speed.hint") },
      );
  });
  return speeds;
}

/** Tells how fast a profile is along each arc, waits included; 0 where it is closed. @throws {CoverageError} as `speedsOf` */
export function arcSpeedsOf(weighed: WeighedStreets, profile: TravelProfile): Float64Array {
  const { edgeMeters } = weighed.network;
  return weighInSeconds(weighed, profile).map((seconds, arc) => edgeMeters[arc >> 1] / seconds);
}

/** The one speed of a profile on and off the streets, so that seconds and metres tell the same; `null` = it has several. */
export function oneSpeedOf(mode: Mode, profile: TravelProfile): MetersPerSecond | null {
  const speed = mode.ground === undefined ? mode.speedOf(profile) : null;
  return speed === profile.offStreetSpeedMetersPerSecond ? speed : null;
}

/** The fastest that a profile is anywhere, on or off the streets. */
export function fastestOf(weighed: WeighedStreets, profile: TravelProfile): MetersPerSecond {
  const speeds = weighed.mode.ground === undefined ? speedsOf(weighed, profile) : arcSpeedsOf(weighed, profile);
  return speeds.reduce((most, speed) => Math.max(most, speed), profile.offStreetSpeedMetersPerSecond);
}
