import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Position } from "geojson";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { Meters, Seconds } from "../base/units.js";
import type { PreparedCity } from "../city/prepare-city.js";
import type { PolygonRings } from "../model/facts.js";
import type { Category } from "../model/standard.js";
import type { TravelProfile } from "../model/travel.js";
import { standardWalking } from "../standards/travel-profiles.js";
import { assertIsochroneRequest, assertIsochroneStart } from "./check-isochrone.js";
import { cutParts, cutPolygons } from "./cut-at-antimeridian.js";
import { type FoundStart, type IsochroneStart, StartFinder } from "./find-starts.js";
import { type Drawing, IsochroneDrawer } from "./isochrone-drawer.js";

export type { IsochroneStart };

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

/** The ground that is reached within a time. */
export type IsochronePolygon = Feature<MultiPolygon, { readonly minutes: number }>;

/** What is reached within one time. */
export interface Isochrone {
  readonly minutes: number;
  /** The streets that are reached, to the exact point, each piece once and in the direction it is walked. */
  readonly lines: Feature<MultiLineString, IsochroneLines>;
  /** The ground that is reached: on the streets, and off them up to `offStreetMeters`. With holes. */
  readonly polygon: IsochronePolygon;
}

export interface IsochroneLines {
  readonly minutes: number;
  /** Length of all lines together. */
  readonly meters: Meters;
  /** Of each line: the times at its start and at its end; in between they grow evenly. */
  readonly seconds: readonly (readonly [start: Seconds, end: Seconds])[];
}

/** Bands of about 1 km. */
const BANDS_PER_DEGREE = 100;

/**
 * Draws what is reached on foot within each of several times, from a place, a facility or a neighborhood.
 *
 * The lines are exact. The polygons are a drawing, in cells, of the same reached streets: each contains all of them, a
 * longer time's polygon contains a shorter one's, and none depends on what other times are asked for. They end half-way
 * to the next street that is not reached; a barrier between two streets less than about two cells apart is not seen.
 * Both are cut where they cross the antimeridian.
 *
 * The city keeps what was learned about its ground (some 10 bytes per cell): the isochrones after the first are faster.
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
  assertIsochroneRequest(city, minutes, options);
  assertIsochroneStart("start", start);
  const session = new Session(city, options);
  const found = session.find(start, "start");
  if (found.starts.length === 0)
    throw new CoverageError(
      "INVALID_ARGUMENT",
      say("isochrone.offStreet", {
        start: JSON.stringify(start),
        maxAccessMeters: session.profile.maxAccessMeters,
      }),
      { path: "start", hint: say("isochrone.offStreet.hint") },
    );
  return session.draw(found, minutes, true).map((drawing, i) => ({
    minutes: minutes[i] as number,
    lines: toLines(drawing, minutes[i] as number),
    polygon: toPolygon(drawing.polygons, minutes[i] as number),
  }));
}

/**
 * Draws the polygons of {@link isochrones}, without the lines, for hundreds of starts.
 *
 * @param minutes one or more times, each more than 0
 * @returns for each start one polygon per time, in this order; `null` = the start is not near a street
 * @throws {CoverageError} as {@link isochrones}, but for a start that is not near a street
 */
export function isochronePolygons(
  city: PreparedCity,
  starts: readonly IsochroneStart[],
  minutes: readonly number[],
  options: IsochroneOptions = {},
): (IsochronePolygon[] | null)[] {
  assertIsochroneRequest(city, minutes, options);
  if (!Array.isArray(starts)) throw new CoverageError("INVALID_ARGUMENT", say("isochrone.starts"), { path: "starts" });
  starts.forEach((start, i) => {
    assertIsochroneStart(`starts[${i}]`, start);
  });
  const session = new Session(city, options);
  const founds = starts.map((start, i) => session.find(start, `starts[${i}]`));
  const answers: (IsochronePolygon[] | null)[] = starts.map(() => null);
  for (const row of inBands(founds)) {
    const drawings = session.draw(founds[row] as FoundStart, minutes, false);
    answers[row] = drawings.map(({ polygons }, i) => toPolygon(polygons, minutes[i] as number));
  }
  return answers;
}

/** Rows of the starts that are near a street, neighbors after each other: what one has read from memory is still at hand. */
function inBands(founds: readonly FoundStart[]): number[] {
  const bandOf = ({ latitude }: FoundStart) => Math.floor(latitude * BANDS_PER_DEGREE);
  return [...founds.keys()]
    .filter((row) => (founds[row]?.starts.length ?? 0) > 0)
    .sort((a, b) => {
      const [first, second] = [founds[a], founds[b]] as [FoundStart, FoundStart];
      return bandOf(first) - bandOf(second) || first.longitude - second.longitude || a - b;
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

/** What several starts of one request share. */
class Session {
  readonly profile: TravelProfile;
  readonly #drawer: IsochroneDrawer;
  readonly #finder: StartFinder;
  readonly #sizes: { readonly cellMeters: Meters; readonly offStreetMeters: Meters };

  constructor(
    city: PreparedCity,
    {
      profile = standardWalking,
      cellMeters = 20,
      offStreetMeters = 100,
      categories = city.standard.categories,
    }: IsochroneOptions,
  ) {
    const { modeNetwork, neighborhoods, origins } = city;
    const isochroneDrawer = city.keep(IsochroneDrawer);
    if (modeNetwork === null || isochroneDrawer === null)
      throw new CoverageError("NO_STREETS", say("isochrone.noStreets"), {
        hint: say("isochrone.noStreets.hint"),
      });
    const facilities = () => city.forCategories(categories).facilities;
    this.profile = profile;
    this.#drawer = isochroneDrawer;
    this.#finder = new StartFinder({ modeNetwork, facilities, neighborhoods, origins }, profile);
    this.#sizes = { cellMeters, offStreetMeters };
  }

  find(start: IsochroneStart, path: string): FoundStart {
    const found = this.#finder.find(start);
    if (found !== null) return found;
    const kind = "facilityId" in start ? say("isochrone.facility") : say("isochrone.neighborhood");
    throw new CoverageError("INVALID_ARGUMENT", say("isochrone.unknownStart", { kind, start: JSON.stringify(start) }), {
      path,
    });
  }

  draw({ starts, latitude }: FoundStart, minutes: readonly number[], withParts: boolean): Drawing[] {
    const times = minutes.map((count) => 60 * count);
    return this.#drawer.draw(starts, times, { profile: this.profile, ...this.#sizes, latitude, withParts });
  }
}

function toLines({ parts }: Drawing, minutes: number): Isochrone["lines"] {
  const cut = cutParts(parts);
  return {
    type: "Feature",
    properties: {
      minutes,
      meters: cut.reduce((sum, { meters }) => sum + meters, 0),
      seconds: cut.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]),
    },
    geometry: {
      type: "MultiLineString",
      coordinates: cut.map(({ start, end }): Position[] => [
        [start[0], start[1]],
        [end[0], end[1]],
      ]),
    },
  };
}

function toPolygon(polygons: readonly PolygonRings[], minutes: number): IsochronePolygon {
  // the positions were made for this drawing and are nobody else's
  const coordinates = cutPolygons(polygons) as unknown as Position[][][];
  return { type: "Feature", properties: { minutes }, geometry: { type: "MultiPolygon", coordinates } };
}
