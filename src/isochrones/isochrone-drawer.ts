import type { ModeNetwork } from "../attach/mode-network.js";
import type { Degrees, Meters, MetersPerSecond, Seconds } from "../base/units.js";
import type { PolygonRings } from "../model/facts.js";
import type { TravelProfile } from "../model/travel.js";
import { speedRowsOf } from "./arc-times.js";
import { ruleOfCrossings } from "./crossings.js";
import { layLattice, windowAround } from "./lattice.js";
import { lendTimes } from "./lend-times.js";
import { type LocalStreets, layOutStreets } from "./local-streets.js";
import { NearestStreets } from "./nearest-streets.js";
import { outlineField } from "./outline-field.js";
import type { Reach, Start } from "./reach.js";
import { listReachedParts, type ReachedPart } from "./reached-parts.js";
import { RingTracer } from "./ring-tracer.js";
import { RunList } from "./runs.js";
import { boundsOfGrounds, lendGrounds, type StartGround } from "./start-ground.js";
import { StreetSearch } from "./street-search.js";
import { fillTimes, roomFor, type TimeField } from "./time-field.js";

export interface DrawOptions {
  readonly profile: TravelProfile;
  readonly cellMeters: Meters;
  readonly offStreetMeters: Meters;
  /** Of the start: it shapes the cells. */
  readonly latitude: Degrees;
  /** What is reached without any street. */
  readonly grounds: readonly StartGround[];
  /** Whether the streets are wanted as well as the ground. */
  readonly withParts: boolean;
}

/** What is reached within a time. */
export interface Drawing {
  /** The time, as asked for. */
  readonly seconds: Seconds;
  /** Empty unless asked for. */
  readonly parts: readonly ReachedPart[];
  readonly polygons: readonly PolygonRings[];
}

/** How fast a profile is, by rows of speeds. */
interface ProfileSpeeds {
  readonly key: string;
  readonly speeds: Float64Array;
  readonly slowest: MetersPerSecond;
}

/** Times a little beyond the longest shape its outline, in times to walk a cell at the slowest speed. */
const BEYOND_CELLS = 3;
/** An outline may run this much beyond what is reached on and off the streets. */
const MARGIN_CELLS = 4;
/** Times are lent by this part of a cell earlier, so that no rounding leaves a part outside. */
const SLACK_CELLS = 0.01;
/** Larger rooms are not kept. */
const MAX_KEPT_CORNERS = 1 << 21;
const MAX_LATTICES = 4;
/** Nobody walks for longer, and no sum of times goes wrong. */
const MAX_SECONDS = 1e15;

/**
 * Draws isochrones of one city. It keeps its arrays, and the nearest streets it has looked up, from one to the next: hundreds
 * of isochrones of a city pay for that once.
 */
export class IsochroneDrawer {
  readonly #streets: LocalStreets;
  readonly #search: StreetSearch;
  readonly #modeNetwork: ModeNetwork;
  readonly #runs = new RunList();
  readonly #tracer = new RingTracer();
  /** By lattice, and how far from a street is looked. */
  readonly #nearest = new Map<string, NearestStreets>();
  #known: ProfileSpeeds | null = null;
  #field: TimeField | null = null;
  #inside = new Uint8Array(0);

  constructor(modeNetwork: ModeNetwork) {
    this.#modeNetwork = modeNetwork;
    this.#streets = layOutStreets(modeNetwork);
    this.#search = new StreetSearch(this.#streets);
  }

  /**
   * Draws what is reached within each of some times, in their order.
   *
   * @throws {CoverageError} `LIMIT_EXCEEDED` if there were more than 10,000,000 corners of cells
   */
  draw(starts: readonly Start[], times: readonly Seconds[], options: DrawOptions): Drawing[] {
    const { profile, cellMeters, latitude } = options;
    const { offStreetSpeedMetersPerSecond } = profile;
    const { speeds, slowest } = this.#speedsOf(profile);
    const longest = Math.min(Math.max(...times), MAX_SECONDS);
    const beyond = longest + (BEYOND_CELLS * cellMeters) / slowest;
    const reach = this.#search.run(starts, speeds, beyond);
    const nearest = this.#nearestOf(Math.round(latitude), options);
    const field = this.#fieldOf(reach, nearest, [longest, beyond], options);
    const rule = field && ruleOfCrossings(field, nearest, latitude, offStreetSpeedMetersPerSecond, slowest);
    return times.map((seconds) => {
      const limit = Math.min(seconds, MAX_SECONDS);
      return {
        seconds,
        parts: options.withParts ? this.#partsOf(reach, limit) : [],
        polygons: rule === null ? [] : outlineField(rule, this.#tracer, this.#inside, limit),
      };
    });
  }

  /** Those of the profile before are kept: one after another mostly has the same. */
  #speedsOf(profile: TravelProfile): ProfileSpeeds {
    const key = JSON.stringify(profile);
    if (this.#known?.key === key) return this.#known;
    const speeds = speedRowsOf(this.#modeNetwork, profile);
    const { speedMetersPerSecond: speed, stepsSpeedMetersPerSecond: onSteps = speed } = profile;
    const stated = Math.min(speed, onSteps, profile.offStreetSpeedMetersPerSecond);
    const slowest = speeds.reduce((least, along) => (along > 0 ? Math.min(least, along) : least), stated);
    this.#known = { key, speeds, slowest };
    return this.#known;
  }

  #fieldOf(
    reach: Reach,
    nearest: NearestStreets,
    [longest, beyond]: readonly [Seconds, Seconds],
    { profile, cellMeters, offStreetMeters, grounds }: DrawOptions,
  ): TimeField | null {
    const speed = profile.offStreetSpeedMetersPerSecond;
    const { lattice } = nearest;
    const margin = Math.ceil(offStreetMeters / cellMeters) + MARGIN_CELLS;
    this.#runs.fill(reach, beyond);
    const ground = boundsOfGrounds(grounds, longest * speed);
    const window = windowAround(lattice, this.#streets, this.#runs, longest, { marginCells: margin, ground });
    if (window === null) return null;
    const field = roomFor(window, nearest, this.#field);
    this.#field = field.seconds.length <= MAX_KEPT_CORNERS ? field : null;
    if (this.#inside.length < field.seconds.length) this.#inside = new Uint8Array(field.seconds.length);
    fillTimes(field, reach, speed);
    lendTimes(field, lattice, this.#streets, this.#runs, (SLACK_CELLS * cellMeters) / speed);
    lendGrounds(field, lattice, grounds, speed);
    return field;
  }

  #partsOf(reach: Reach, limit: Seconds): ReachedPart[] {
    this.#runs.fill(reach, limit);
    return listReachedParts(this.#streets, this.#runs);
  }

  #nearestOf(wholeLatitude: number, { cellMeters, offStreetMeters }: DrawOptions): NearestStreets {
    const key = `${cellMeters} ${offStreetMeters} ${wholeLatitude}`;
    const known = this.#nearest.get(key);
    if (known !== undefined) return known;
    if (this.#nearest.size === MAX_LATTICES) this.#nearest.clear();
    const lattice = layLattice(cellMeters, wholeLatitude);
    const nearest = new NearestStreets(lattice, offStreetMeters, this.#streets, this.#modeNetwork.index);
    this.#nearest.set(key, nearest);
    return nearest;
  }
}
