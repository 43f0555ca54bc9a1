import { attachFacility } from "../attach/attach-facilities.js";
import type { Attachment } from "../attach/attachment.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import type { Degrees } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { Facility, Neighborhood, Origins } from "../model/facts.js";
import type { TravelProfile } from "../model/travel.js";
import type { Start } from "./reach.js";
import type { StartGround } from "./start-ground.js";

/** Where walking begins: a place, a facility, or all origins of a neighborhood at once. */
export type IsochroneStart =
  | { readonly location: LonLat }
  | { readonly facilityId: string }
  | { readonly neighborhoodId: string };

/** What can be named as a start. */
export interface StartPlaces {
  readonly modeNetwork: ModeNetwork;
  readonly facilities: () => readonly Facility[];
  readonly neighborhoods: readonly Neighborhood[];
  readonly origins: Origins;
}

/** Where walking begins, on the streets. */
export interface FoundStart {
  /** Empty = nowhere near a street. */
  readonly starts: readonly Start[];
  /** What is reached without any street. */
  readonly grounds: readonly StartGround[];
  /** Of the place itself. */
  readonly longitude: Degrees;
  readonly latitude: Degrees;
}

/** Finds starts on the streets of one city, for one profile. */
export class StartFinder {
  readonly #places: StartPlaces;
  readonly #profile: TravelProfile;
  #facilityOfId: ReadonlyMap<string, Facility> | null = null;
  #neighborhoodOfId: ReadonlyMap<string, number> | null = null;

  constructor(places: StartPlaces, profile: TravelProfile) {
    this.#places = places;
    this.#profile = profile;
  }

  /** @returns `null` if there is no facility or neighborhood with this id */
  find(start: IsochroneStart): FoundStart | null {
    if ("location" in start) return this.#atLocation(start.location);
    return "facilityId" in start ? this.#atFacility(start.facilityId) : this.#inNeighborhood(start.neighborhoodId);
  }

  #atLocation([lon, lat]: LonLat): FoundStart {
    const { network } = this.#places.modeNetwork;
    // streets across the antimeridian are in one piece, on one side of it or the other
    const turns = network.nodeCount === 0 ? 0 : Math.round((network.nodeLon[0] - lon) / 360);
    const near = turns === 0 ? lon : lon + 360 * turns;
    const starts = this.#attach(near, lat);
    return { starts, grounds: starts.map((start) => groundOf([near, lat], start)), longitude: lon, latitude: lat };
  }

  #atFacility(id: string): FoundStart | null {
    // the first of several with one id
    this.#facilityOfId ??= new Map([...this.#places.facilities()].reverse().map((facility) => [facility.id, facility]));
    const facility = this.#facilityOfId.get(id);
    if (facility === undefined) return null;
    const attachments = attachFacility(this.#places.modeNetwork.index, facility, this.#profile.maxAccessMeters);
    const starts = attachments.map((attachment) => this.#startAt(attachment));
    const { location, entrances, outline, isArea } = facility;
    const area = isArea ? outline : [];
    return {
      starts,
      grounds: [
        { ...groundOf(location, undefined), outline: area },
        ...entrances.map((entrance, i) =>
          groundOf(entrance, entrances.length === starts.length ? starts[i] : undefined),
        ),
      ],
      longitude: facility.location[0],
      latitude: facility.location[1],
    };
  }

  #inNeighborhood(id: string): FoundStart | null {
    this.#neighborhoodOfId ??= new Map(this.#places.neighborhoods.map((neighborhood, row) => [neighborhood.id, row]));
    const row = this.#neighborhoodOfId.get(id);
    if (row === undefined) return null;
    const { firstOrigin, lon, lat } = this.#places.origins;
    const starts: Start[] = [];
    const grounds: StartGround[] = [];
    for (let origin = firstOrigin[row]; origin < firstOrigin[row + 1]; origin++) {
      const [start] = this.#attach(lon[origin], lat[origin]);
      if (start !== undefined) starts.push(start);
      grounds.push(groundOf([lon[origin], lat[origin]], start));
    }
    return { starts, grounds, longitude: lon[firstOrigin[row]], latitude: lat[firstOrigin[row]] };
  }

  #attach(lon: Degrees, lat: Degrees): Start[] {
    const attachment = this.#places.modeNetwork.index.nearest(lon, lat, this.#profile.maxAccessMeters);
    return attachment === null ? [] : [this.#startAt(attachment)];
  }

  #startAt(attachment: Attachment): Start {
    return { attachment, seconds: attachment.accessMeters / this.#profile.offStreetSpeedMetersPerSecond };
  }
}

/** The ground around a place, as far as to the street that it is joined to. */
function groundOf([longitude, latitude]: LonLat, start: Start | undefined): StartGround {
  return { longitude, latitude, meters: start?.attachment.accessMeters ?? 0, outline: [] };
}
