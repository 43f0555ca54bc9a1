import type { Feature, FeatureCollection, MultiLineString, MultiPolygon } from "geojson";
import { CoverageError } from "./errors.js";
import { outlineField } from "./isochrones/outline-field.js";
import { cutParts, listReachedParts, type ReachedPart, type Start } from "./isochrones/reached-parts.js";
import { buildTimeField } from "./isochrones/time-field.js";
import type { Category, LonLat, TravelProfile } from "./model.js";
import { attachFacility } from "./network/attach.js";
import type { Attachment } from "./network/edge-index.js";
import { Search } from "./network/search.js";
import { buildSearchGraph } from "./network/search-graph.js";
import type { WalkNetwork } from "./network/walk-network.js";
import { weighInSeconds } from "./network/weigh.js";
import type { PreparedCity } from "./prepare-city.js";
import { chengduFourCircles } from "./standards/chengdu-four-circles.js";
import { standardWalking } from "./standards/travel-profiles.js";
import type { Meters, Seconds } from "./units.js";

/** Where walking begins: a place, a facility, or all origins of a neighborhood at once. */
export type IsochroneStart =
  | { readonly location: LonLat }
  | { readonly facilityId: string }
  | { readonly neighborhoodId: string };

export interface IsochroneOptions {
  /** Who walks. Default: `standardWalking`. */
  readonly profile?: TravelProfile;
  /** Size of the cells that the outlines are drawn from; smaller is finer and slower. Default: 20. */
  readonly cellMeters?: Meters;
  /** How far from a street the polygons go, where the time allows. Default: 100. */
  readonly offStreetMeters?: Meters;
  /** The categories whose facilities can be named as a start. Default: those of `chengduFourCircles`. */
  readonly categories?: readonly Category[];
}

export interface Isochrone {
  readonly minutes: number;
  /** The streets that are reached, to the exact point; each line with the times at its two ends. */
  readonly lines: Feature<MultiLineString, { readonly minutes: number; readonly meters: Meters }>;
  /** The ground that is reached: on the streets, and off them up to `offStreetMeters`. With holes. */
  readonly polygon: Feature<MultiPolygon, { readonly minutes: number }>;
}

/**
 * Draws what is reached on foot within each of several times, from a place, a facility or a neighborhood.
 *
 * The lines are exact. The polygons are made of the same reached streets: each contains all of them, a longer time's
 * polygon contains a shorter one's, and neither depends on what other times are asked for.
 *
 * @param minutes one or more times, each more than 0
 * @throws {CoverageError} `NO_STREETS` without streets; `INVALID_ARGUMENT` if a start does not exist, is not near a
 *   street, or a time is not positive
 */
export function isochrones(
  city: PreparedCity,
  start: IsochroneStart,
  minutes: readonly number[],
  options: IsochroneOptions = {},
): Isochrone[] {
  const { profile = standardWalking, cellMeters = 20, offStreetMeters = 100 } = options;
  const { walkNetwork } = city;
  if (walkNetwork === null)
    throw new CoverageError("NO_STREETS", "Isochrones need streets, and the city has none.", { hint: "Give streets." });
  assertTimes(minutes, { cellMeters, offStreetMeters });
  const speed = profile.offStreetSpeedMetersPerSecond;
  const starts = findStarts(city, walkNetwork, start, options).map(
    (attachment): Start => ({ attachment, seconds: attachment.accessMeters / speed }),
  );
  if (starts.length === 0)
    throw new CoverageError(
      "INVALID_ARGUMENT",
      `The start ${JSON.stringify(start)} is not within ${profile.maxAccessMeters} m of a street.`,
    );
  const blurSeconds = cellMeters / speed;
  // one cell farther, so that an outline does not depend on which time is the longest
  const limitSeconds = 60 * Math.max(...minutes) + blurSeconds;
  const parts = walkFrom(walkNetwork, starts, profile, limitSeconds);
  const [, latitude] = placeOf(walkNetwork, starts[0] as Start);
  const field =
    parts.length === 0
      ? null
      : buildTimeField(walkNetwork.index, parts, {
          cellMeters,
          offStreetMeters,
          offStreetMetersPerSecond: speed,
          limitSeconds,
          latitude,
        });
  return minutes.map((count) => ({
    minutes: count,
    lines: toLines(walkNetwork, cutParts(parts, 60 * count), count),
    polygon: {
      type: "Feature",
      properties: { minutes: count },
      geometry: {
        type: "MultiPolygon",
        coordinates: (field === null ? [] : outlineField(field, 60 * count, blurSeconds)).map((rings) =>
          rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])),
        ),
      },
    },
  }));
}

/** Puts isochrones into one collection, the longest first, so that a map draws the shorter ones on top. */
export function toIsochroneCollection(list: readonly Isochrone[]): FeatureCollection {
  const longestFirst = [...list].sort((a, b) => b.minutes - a.minutes);
  return {
    type: "FeatureCollection",
    features: [...longestFirst.map(({ polygon }) => polygon), ...longestFirst.map(({ lines }) => lines)],
  };
}

function walkFrom(
  { network, arcs }: WalkNetwork,
  starts: readonly Start[],
  profile: TravelProfile,
  limitSeconds: Seconds,
): ReachedPart[] {
  const arcSeconds = weighInSeconds(network, arcs, profile);
  const search = new Search(buildSearchGraph(network, arcSeconds, { direction: "fromSources" }));
  const seeds = { node: [] as number[], cost: [] as number[], owner: [] as number[], other: [] as number[] };
  for (const { attachment, seconds } of starts) {
    const { edge, fraction } = attachment;
    const ends = [
      { node: network.edgeTo[edge], part: 1 - fraction, arc: 2 * edge },
      { node: network.edgeFrom[edge], part: fraction, arc: 2 * edge + 1 },
    ];
    for (const { node, part, arc } of ends) {
      seeds.node.push(node);
      seeds.cost.push(seconds + (part === 0 ? 0 : part * arcSeconds[arc]));
      seeds.owner.push(0);
      seeds.other.push(0);
    }
  }
  search.run(seeds, limitSeconds);
  return listReachedParts(network, search, { starts, arcSeconds, limitSeconds });
}

function findStarts(
  city: PreparedCity,
  { index }: WalkNetwork,
  start: IsochroneStart,
  { profile = standardWalking, categories = chengduFourCircles.categories }: IsochroneOptions,
): readonly Attachment[] {
  const { maxAccessMeters } = profile;
  if ("location" in start) {
    const [lon, lat] = start.location;
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 540))
      throw new CoverageError(
        "INVALID_LOCATION",
        `[${lon}, ${lat}] is not a [longitude, latitude] in degrees. Are the two swapped?`,
      );
    const attachment = index.nearest(lon, lat, maxAccessMeters);
    return attachment === null ? [] : [attachment];
  }
  if ("facilityId" in start) {
    const facility = city.forCategories(categories).facilities.find(({ id }) => id === start.facilityId);
    if (facility === undefined)
      throw new CoverageError(
        "INVALID_ARGUMENT",
        `There is no facility with id "${start.facilityId}" in the city's categories.`,
      );
    return attachFacility(index, facility, maxAccessMeters);
  }
  const row = city.neighborhoods.findIndex(({ id }) => id === start.neighborhoodId);
  if (row < 0)
    throw new CoverageError("INVALID_ARGUMENT", `There is no neighborhood with id "${start.neighborhoodId}".`);
  const { firstOrigin, lon, lat } = city.origins;
  const attachments: Attachment[] = [];
  for (let origin = firstOrigin[row]; origin < firstOrigin[row + 1]; origin++) {
    const attachment = index.nearest(lon[origin], lat[origin], maxAccessMeters);
    if (attachment !== null) attachments.push(attachment);
  }
  return attachments;
}

function toLines({ network, index }: WalkNetwork, parts: readonly ReachedPart[], minutes: number): Isochrone["lines"] {
  let meters = 0;
  const coordinates = parts.map(({ edge, startFraction, endFraction }) => {
    const [[aLon, aLat], [bLon, bLat]] = index.ends(edge);
    meters += Math.abs(endFraction - startFraction) * network.edgeMeters[edge];
    return [startFraction, endFraction].map((share) => [aLon + share * (bLon - aLon), aLat + share * (bLat - aLat)]);
  });
  return { type: "Feature", properties: { minutes, meters }, geometry: { type: "MultiLineString", coordinates } };
}

function placeOf({ index }: WalkNetwork, { attachment: { edge, fraction } }: Start): LonLat {
  const [[aLon, aLat], [bLon, bLat]] = index.ends(edge);
  return [aLon + fraction * (bLon - aLon), aLat + fraction * (bLat - aLat)];
}

function assertTimes(minutes: readonly number[], sizes: Readonly<Record<string, Meters>>): void {
  if (minutes.length === 0 || minutes.some((count) => !(count > 0 && count < Infinity)))
    throw new CoverageError(
      "INVALID_ARGUMENT",
      `isochrones: minutes is [${minutes.join(", ")}]; expected one or more times, each more than 0.`,
    );
  for (const [name, size] of Object.entries(sizes))
    if (!(size > 0 && size < Infinity))
      throw new CoverageError("INVALID_ARGUMENT", `isochrones: ${name} is ${size}; expected metres, more than 0.`);
}
