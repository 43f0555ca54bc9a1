import type { Degrees, Meters } from "../base/units.js";
import { ShoreFan } from "./shore-fan.js";
import type { Waters } from "./waters.js";

/** From so many edges across water, one look at all the shores around is faster than one for each edge. */
const MANY = 8;
/** What the reach around a place may be off by in degrees. */
const SLACK = 1.02;

/** The water around one place after the other: what lies across it. */
export class WaterView {
  readonly #waters: Waters;
  #lon: Degrees = 0;
  #lat: Degrees = 0;
  #lonReach: Degrees = 0;
  #latReach: Degrees = 0;
  /** Edges that were found to lie across water, and, once they are many, the shores around by direction. */
  readonly #across = new Set<number>();
  #fan: ShoreFan | null = null;

  constructor(waters: Waters) {
    this.#waters = waters;
  }

  /** Looks from a place. @param lonScale metres per degree there */
  lookFrom(lon: Degrees, lat: Degrees, reach: Meters, lonScale: Meters, latScale: Meters): void {
    this.#lon = lon;
    this.#lat = lat;
    this.#lonReach = (SLACK * reach) / lonScale;
    this.#latReach = (SLACK * reach) / latScale;
    if (this.#across.size > 0) this.#across.clear();
    this.#fan = null;
  }

  /** Tells whether water lies before a point of an edge, the one that is nearest to the place. */
  hides(edge: number, lon: Degrees, lat: Degrees): boolean {
    // an edge lies in several cells
    if (this.#across.has(edge)) return true;
    if (this.#across.size === MANY) this.#fan ??= this.#shoresAround();
    const shores = this.#fan?.towards(lon, lat);
    const isHidden = this.#waters.isBetween(this.#lon, this.#lat, lon, lat, shores);
    if (isHidden) this.#across.add(edge);
    return isHidden;
  }

  #shoresAround(): ShoreFan {
    const [west, east] = [this.#lon - this.#lonReach, this.#lon + this.#lonReach];
    const [south, north] = [this.#lat - this.#latReach, this.#lat + this.#latReach];
    const pieces = this.#waters.shoresIn(west, south, east, north);
    return new ShoreFan(this.#lon, this.#lat, pieces, (piece) => this.#waters.endsOf(piece));
  }
}
