import type { Degrees, Meters } from "../base/units.js";

/** The nearest edge so far. */
export class Candidate {
  /** -1 = none yet. */
  edge = -1;
  fraction = 0;
  meters: Meters = 0;
  /** The foot. */
  lon: Degrees = 0;
  lat: Degrees = 0;

  /** Keeps another edge if it is nearer. */
  offer(edge: number, fraction: number, lon: Degrees, lat: Degrees, meters: Meters): void {
    if (this.edge >= 0 && !this.#isFartherThan(edge, lon, lat, meters)) return;
    this.edge = edge;
    this.fraction = fraction;
    this.meters = meters;
    this.lon = lon;
    this.lat = lat;
  }

  /** Tells whether it wins against another candidate. */
  isBefore(other: Candidate): boolean {
    return other.#isFartherThan(this.edge, this.lon, this.lat, this.meters);
  }
  #isFartherThan(edge: number, lon: Degrees, lat: Degrees, meters: Meters): boolean {
    if (meters !== this.meters) return meters < this.meters;
    if (lon !== this.lon) return lon < this.lon;
    if (lat !== this.lat) return lat < this.lat;
    return edge < this.edge;
  }
}
