import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Position } from "geojson";
import { assertKeys, assertObject, invalid } from "./check-input.js";
import { assertProfile } from "./check-options.js";
import { CoverageError } from "./errors.js";
import { outlineField } from "./isochrones/outline-field.js";
import { listReachedParts } from "./isochrones/reached-parts.js";
import { buildTimeField } from "./isochrones/time-field.js";
import { type Start, walkEdges } from "./isochrones/walked-edges.js";
import type { Category, LonLat, TravelProfile } from "./model.js";
import { attachFacility } from "./network/attach.js";
import type { Attachment } from "./network/nearest-edge.js";
import type { WalkNetwork } from "./network/walk-network.js";
import { PreparedCity } from "./prepare-city.js";
import { standardWalking } from "./standards/travel-profiles.js";
import type { Degrees, Meters, Seconds } from "./units.js";

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
  /** The categories whose facilities can be named as a start. Default: those the city was prepared for. */
  readonly categories?: readonly Category[];
}

/** What is reached within one time. Longitudes may run past ±180, as in the city. */
export interface Isochrone {
  readonly minutes: number;
  /** The streets that are reached, to the exact point, each piece once and in the direction it is walked. */
  readonly lines: Feature<MultiLineString, IsochroneLines>;
  /** The ground that is reached: on the streets, and off them up to `offStreetMeters`. With holes. */
  readonly polygon: Feature<MultiPolygon, { readonly minutes: number }>;
}

export interface IsochroneLines {
  readonly minutes: number;
  /** Length of all lines together. */
  readonly meters: Meters;
  /** Of each line: the times at its start and at its end; in between they grow evenly. */
  readonly seconds: readonly (readonly [start: Seconds, end: Seconds])[];
}

const OPTION_KEYS: ReadonlySet<string> = new Set(["profile", "cellMeters", "offStreetMeters", "categories"]);
const START_KEYS: ReadonlySet<string> = new Set(["location", "facilityId", "neighborhoodId"]);
/** Times a little beyond the longest shape its outline, in times to walk a cell at the slowest speed. */
const BEYOND_CELLS = 4;

/**
 * Draws what is reached on foot within each of several times, from a place, a facility or a neighborhood.
 *
 * The lines are exact. The polygons are a drawing, in cells, of the same reached streets: each contains all of them, a
 * longer time's polygon contains a shorter one's, and none depends on what other times are asked for. They end half-way
 * to the next street that is not reached; a barrier between two streets less than about two cells apart is not seen.
 *
 * @param minutes one or more times, each more than 0; the answer is in this order
 * @throws {CoverageError} `NO_STREETS` without streets; `INVALID_LOCATION`; `INVALID_ARGUMENT` if a start does not
 *   exist or is not near a street, a time is not positive or an option is wrong; `UNKNOWN_OPTION`; `LIMIT_EXCEEDED` if
 *   the drawing had more than 10,000,000 corners of cells
 */
export function isochrones(
  city: PreparedCity,
  start: IsochroneStart,
  minutes: readonly number[],
  options: IsochroneOptions = {},
): Isochrone[] {
  assertArguments(city, start, minutes, options);
  const { profile = standardWalking, cellMeters = 20, offStreetMeters = 100 } = options;
  const { walkNetwork } = city;
  if (walkNetwork === null)
    throw new CoverageError("NO_STREETS", "Isochrones need streets, and the city has none.", { hint: "Give streets." });
  const speed = profile.offStreetSpeedMetersPerSecond;
  const { attachments, latitude } = findStart(city, walkNetwork, start, options);
  if (attachments.length === 0)
    throw new CoverageError(
      "INVALID_ARGUMENT",
      `The start ${JSON.stringify(start)} is not within ${profile.maxAccessMeters} m of a street.`,
      { path: "start", hint: "Give a start near the city's streets, or raise the profile's maxAccessMeters." },
    );
  const slowest = Math.min(speed, profile.speedMetersPerSecond, profile.stepsSpeedMetersPerSecond);
  const starts = attachments.map((attachment): Start => ({ attachment, seconds: attachment.accessMeters / speed }));
  const limitSeconds = 60 * Math.max(...minutes) + (BEYOND_CELLS * cellMeters) / slowest;
  const walked = walkEdges(walkNetwork, starts, profile, limitSeconds);
  const parts = listReachedParts(walked, limitSeconds);
  const fieldOptions = {
    cellMeters,
    offStreetMeters,
    offStreetMetersPerSecond: speed,
    slowestMetersPerSecond: slowest,
    limitSeconds,
    latitude,
  };
  const field = parts.length === 0 ? null : buildTimeField(walkNetwork.index, walked, parts, fieldOptions);
  return minutes.map((count) => {
    const lines = toLines(listReachedParts(walked, 60 * count), count);
    const isReached = field !== null && lines.geometry.coordinates.length > 0;
    const polygons = isReached ? outlineField(field, 60 * count) : [];
    const coordinates = polygons.map((rings) => rings.map((ring) => ring.map(toPosition)));
    return {
      minutes: count,
      lines,
      polygon: { type: "Feature", properties: { minutes: count }, geometry: { type: "MultiPolygon", coordinates } },
    };
  });
}

/** Puts isochrones into one collection, the longest first, so that a map draws the shorter ones on top. */
export function toIsochroneCollection(list: readonly Isochrone[]): FeatureCollection {
  const longestFirst = [...list].sort((a, b) => b.minutes - a.minutes);
  return {
    type: "FeatureCollection",
    features: [...longestFirst.map(({ polygon }) => polygon), ...longestFirst.map(({ lines }) => lines)],
  };
}

interface FoundStart {
  readonly attachments: readonly Attachment[];
  /** Of the place itself: it shapes the cells. */
  readonly latitude: Degrees;
}

function findStart(
  city: PreparedCity,
  { index, network }: WalkNetwork,
  start: IsochroneStart,
  { profile = standardWalking, categories = city.standard.categories }: IsochroneOptions,
): FoundStart {
  const { maxAccessMeters } = profile;
  const attach = (lon: Degrees, lat: Degrees): Attachment[] => {
    const attachment = index.nearest(lon, lat, maxAccessMeters);
    return attachment === null ? [] : [attachment];
  };
  if ("location" in start) {
    const [lon, lat] = start.location;
    // streets across the antimeridian are in one piece, on one side of it or the other
    const turns = network.nodeCount === 0 ? 0 : Math.round((network.nodeLon[0] - lon) / 360);
    return { attachments: attach(turns === 0 ? lon : lon + 360 * turns, lat), latitude: lat };
  }
  if ("facilityId" in start) {
    const facility = city.forCategories(categories).facilities.find(({ id }) => id === start.facilityId);
    if (facility === undefined)
      throw missing(`facility with id ${JSON.stringify(start.facilityId)} in the city's categories`);
    return { attachments: attachFacility(index, facility, maxAccessMeters), latitude: facility.location[1] };
  }
  const row = city.neighborhoods.findIndex(({ id }) => id === start.neighborhoodId);
  if (row < 0) throw missing(`neighborhood with id ${JSON.stringify(start.neighborhoodId)}`);
  const { firstOrigin, lon, lat } = city.origins;
  const attachments: Attachment[] = [];
  for (let origin = firstOrigin[row]; origin < firstOrigin[row + 1]; origin++)
    attachments.push(...attach(lon[origin], lat[origin]));
  return { attachments, latitude: lat[firstOrigin[row]] };
}

function missing(what: string): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", `There is no ${what}.`, { path: "start" });
}

function toLines(parts: ReturnType<typeof listReachedParts>, minutes: number): Isochrone["lines"] {
  return {
    type: "Feature",
    properties: {
      minutes,
      meters: parts.reduce((sum, { meters }) => sum + meters, 0),
      seconds: parts.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]),
    },
    geometry: {
      type: "MultiLineString",
      coordinates: parts.map(({ start, end }) => [toPosition(start), toPosition(end)]),
    },
  };
}

function toPosition([lon, lat]: LonLat): Position {
  return [lon, lat];
}

function assertArguments(
  city: unknown,
  start: unknown,
  minutes: readonly unknown[],
  options: IsochroneOptions,
): asserts city is PreparedCity {
  if (!(city instanceof PreparedCity)) throw invalid("The city", city, "a city from prepareCity");
  assertStart(start);
  const isTime = (count: unknown) => typeof count === "number" && count > 0 && count < Infinity;
  if (!Array.isArray(minutes) || minutes.length === 0 || !minutes.every(isTime))
    throw new CoverageError(
      "INVALID_ARGUMENT",
      `minutes is ${JSON.stringify(minutes)}; expected a list of one or more times, each more than 0.`,
      { path: "minutes" },
    );
  assertKeys(options, OPTION_KEYS);
  if (options.profile !== undefined) assertProfile(options.profile);
  for (const key of ["cellMeters", "offStreetMeters"] as const) {
    const size: unknown = options[key];
    if (size !== undefined && !(typeof size === "number" && size > 0 && size < Infinity))
      throw invalid(`options.${key}`, size, "metres, more than 0");
  }
  if (options.categories !== undefined && !Array.isArray(options.categories))
    throw invalid("options.categories", options.categories, "a list of categories");
}

function assertStart(start: unknown): void {
  const expected = "one of { location }, { facilityId }, { neighborhoodId }";
  assertObject("start", start);
  const keys = Object.keys(start);
  if (keys.length !== 1 || !START_KEYS.has(keys[0] ?? ""))
    throw new CoverageError("INVALID_ARGUMENT", `start has ${keys.join(", ") || "nothing"}; expected ${expected}.`, {
      path: "start",
    });
  if (!("location" in start)) {
    const [id] = Object.values(start);
    if (typeof id !== "string") throw invalid(`start.${keys[0]}`, id, "a text");
    return;
  }
  const { location } = start;
  const isNumber = (value: unknown, most: number) => typeof value === "number" && Math.abs(value) <= most;
  if (!(Array.isArray(location) && isNumber(location[0], 540) && isNumber(location[1], 90)))
    throw new CoverageError(
      "INVALID_LOCATION",
      `start.location is ${JSON.stringify(location)}; expected [longitude, latitude] in degrees. Are the two swapped?`,
      { path: "start.location" },
    );
}
