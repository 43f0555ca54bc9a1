import { assertTripStart } from "../assess/trip-start.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { showing } from "../base/showing.js";
import { say } from "../base/texts/library.js";
import type { Seconds } from "../base/units.js";
import type { PreparedCity } from "../city/prepared-city.js";
import { toPreparedCity } from "../city/to-prepared-city.js";
import type { CityInput } from "../model/input.js";
import type { FoundStart, IsochroneStart } from "./find-starts.js";
import { type Isochrone, type IsochronePolygon, toLines, toPolygon } from "./isochrone-features.js";
import { assertIsochroneRequest, type IsochroneOptions } from "./isochrone-request.js";
import { IsochroneSession } from "./isochrone-session.js";

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
 * A prepared city keeps what was learned about its ground (some 10 bytes per cell): the isochrones after the first are
 * faster.
 *
 * @param city GeoJSON layers, or a city from `prepareCity`
 * @param seconds one or more times, each more than 0; the answer is in this order. `minutes(15)` converts
 * @throws {CoverageError} `NO_STREETS` without streets; `INVALID_LOCATION`; `INVALID_ARGUMENT` if a start does not
 *   exist or is not near a street, a time is not positive or an option is wrong; `UNKNOWN_OPTION`; `LIMIT_EXCEEDED` if
 *   the drawing had more than 10,000,000 corners of cells; for a city that is not prepared, as `prepareCity`
 *
 * @example
 * ```ts
 * import { isochrones, minutes } from "quarterhour";
 *
 * const [five, fifteen] = isochrones(city, { neighborhoodId: "JC01" }, [minutes(5), minutes(15)]);
 * five?.polygon.geometry.type; // → "MultiPolygon"
 * five?.lines.properties.seconds; // → 300
 * (fifteen?.lines.properties.meters ?? 0) > 3 * (five?.lines.properties.meters ?? 0); // → true
 * ```
 */
export function isochrones(
  city: CityInput | PreparedCity,
  start: IsochroneStart,
  seconds: readonly Seconds[],
  options: IsochroneOptions = {},
): Isochrone[] {
  return guardLive("isochrones", [city, start, seconds, options], () => {
    assertIsochroneRequest(city, seconds, options);
    assertTripStart("start", start);
    const session = new IsochroneSession(toPreparedCity(city, options), options);
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
    const drawn = session.draw(found, seconds, true).map((drawing) => ({
      seconds: drawing.seconds,
      lines: toLines(drawing),
      polygon: toPolygon(drawing),
    }));
    return showing(drawn, "isochrones");
  });
}

/**
 * Draws the polygons of {@link isochrones}, without the lines, for hundreds of starts.
 *
 * @param city GeoJSON layers, or a city from `prepareCity`
 * @param seconds one or more times, each more than 0
 * @returns for each start one polygon per time, in this order; `null` = the start is not near a street
 * @throws {CoverageError} as {@link isochrones}, but for a start that is not near a street
 *
 * @example
 * ```ts
 * import { isochronePolygons, minutes } from "quarterhour";
 *
 * const starts = city.neighborhoods.map(({ id }) => ({ neighborhoodId: id }));
 * const drawn = isochronePolygons(city, starts, [minutes(15)]);
 * drawn.length === city.neighborhoods.length; // → true
 * drawn[0]?.[0]?.properties.seconds; // → 900
 * ```
 */
export function isochronePolygons(
  city: CityInput | PreparedCity,
  starts: readonly IsochroneStart[],
  seconds: readonly Seconds[],
  options: IsochroneOptions = {},
): (IsochronePolygon[] | null)[] {
  return guardLive("isochronePolygons", [city, starts, seconds, options], () => {
    assertIsochroneRequest(city, seconds, options);
    if (!Array.isArray(starts))
      throw new CoverageError("INVALID_ARGUMENT", say("isochrone.starts"), { path: "starts" });
    starts.forEach((start, i) => {
      assertTripStart(`starts[${i}]`, start);
    });
    const session = new IsochroneSession(toPreparedCity(city, options), options);
    const founds = starts.map((start, i) => session.find(start, `starts[${i}]`));
    const answers: (IsochronePolygon[] | null)[] = starts.map(() => null);
    for (const row of inBands(founds))
      answers[row] = session.draw(founds[row] as FoundStart, seconds, false).map(toPolygon);
    return answers;
  });
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
