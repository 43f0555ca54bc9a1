import { unknownStart } from "../assess/trip-start.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { Meters, Seconds } from "../base/units.js";
import { modeNetworkFor } from "../city/mode-networks.js";
import { PreparedCity } from "../city/prepared-city.js";
import { selectFor } from "../city/select-for.js";
import type { TravelProfile } from "../model/travel.js";
import { standardWalking } from "../standards/travel-profiles.js";
import { type FoundStart, type IsochroneStart, StartFinder } from "./find-starts.js";
import { type Drawing, IsochroneDrawer } from "./isochrone-drawer.js";
import type { IsochroneOptions } from "./isochrone-request.js";

/** What several starts of one request share. */
export class IsochroneSession {
  readonly profile: TravelProfile;
  readonly #drawer: IsochroneDrawer;
  readonly #finder: StartFinder;
  readonly #sizes: { readonly cellMeters: Meters; readonly offStreetMeters: Meters };

  /** @throws {CoverageError} `NO_STREETS` */
  constructor(
    city: PreparedCity,
    { profile = standardWalking, cellMeters = 20, offStreetMeters = 100, standard = city.standard }: IsochroneOptions,
  ) {
    const parts = PreparedCity.parts(city);
    const { neighborhoods, origins } = parts.city;
    const modeNetwork = modeNetworkFor(parts, profile);
    if (modeNetwork === null)
      throw new CoverageError("NO_STREETS", say("isochrone.noStreets"), {
        hint: say("isochrone.noStreets.hint"),
      });
    const facilities = () => selectFor(parts, standard.categories).facilities;
    this.profile = profile;
    this.#drawer = parts.memory.remember(
      "isochrone drawer",
      modeNetwork.mode.id,
      () => new IsochroneDrawer(modeNetwork),
    );
    this.#finder = new StartFinder({ modeNetwork, facilities, neighborhoods, origins }, profile);
    this.#sizes = { cellMeters, offStreetMeters };
  }

  /**
   * Finds a start on the streets.
   *
   * @param path how the caller calls it
   * @throws {CoverageError} `INVALID_ARGUMENT` if there is no facility or neighborhood with its id
   */
  find(start: IsochroneStart, path: string): FoundStart {
    const found = this.#finder.find(start);
    if (found !== null) return found;
    throw unknownStart(path, start);
  }

  /** Draws what is reached within each of some times, in their order. @throws {CoverageError} `LIMIT_EXCEEDED` */
  draw({ starts, grounds, latitude }: FoundStart, times: readonly Seconds[], withParts: boolean): Drawing[] {
    return this.#drawer.draw(starts, times, { profile: this.profile, ...this.#sizes, latitude, grounds, withParts });
  }
}
