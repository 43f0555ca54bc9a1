import type { Degrees } from "../base/units.js";

const SECTORS = 128;
/** A turn, as `direction` counts it; opposite directions are half of it apart. */
const TURN = 4;
/** Directions of pieces are widened by this, so that no rounding hides one. */
const SLACK = 1e-5;
/** A piece with the place between its ends, or nearly so, lies in every direction. */
const NEARLY_AROUND = TURN / 2 - 1e-3;
/** So does one that ends this near to the place: in degrees, and as a part of its length. */
const NEAR: Degrees = 1e-7;
const NEAR_PART = 1e-3;

/** A piece of a shore, by its ends. */
export type Ends = readonly [fromLon: Degrees, fromLat: Degrees, toLon: Degrees, toLat: Degrees];

/** Pieces of shores around a place by direction: those that may lie between the place and another one are few. */
export class ShoreFan {
  readonly #lon: Degrees;
  readonly #lat: Degrees;
  readonly #sectors: readonly number[][] = Array.from({ length: SECTORS }, () => []);

  constructor(lon: Degrees, lat: Degrees, pieces: readonly number[], endsOf: (piece: number) => Ends) {
    this.#lon = lon;
    this.#lat = lat;
    for (const piece of pieces) {
      const [first, count] = this.#sectorsOf(endsOf(piece));
      for (let i = 0; i < count; i++) this.#sectors[(first + i) % SECTORS]?.push(piece);
    }
  }

  /** Lists all pieces that the straight way to a place may meet, and some that it does not. */
  towards(lon: Degrees, lat: Degrees): readonly number[] {
    const sector = Math.floor((direction(lon - this.#lon, lat - this.#lat) / TURN) * SECTORS);
    return this.#sectors[sector % SECTORS] as number[];
  }

  #sectorsOf([fromLon, fromLat, toLon, toLat]: Ends): readonly [first: number, count: number] {
    const [x, y, toX, toY] = [fromLon - this.#lon, fromLat - this.#lat, toLon - this.#lon, toLat - this.#lat];
    const nearest = Math.min(Math.max(Math.abs(x), Math.abs(y)), Math.max(Math.abs(toX), Math.abs(toY)));
    const length = Math.max(Math.abs(toX - x), Math.abs(toY - y));
    if (nearest <= NEAR || nearest <= NEAR_PART * length) return [0, SECTORS];
    const [a, b] = [direction(x, y), direction(toX, toY)];
    const apart = Math.abs(b - a);
    const width = Math.min(apart, TURN - apart);
    if (width > NEARLY_AROUND) return [0, SECTORS];
    // the shorter way round
    const start = apart === width ? Math.min(a, b) : Math.max(a, b);
    const first = Math.floor(((start - SLACK) / TURN) * SECTORS);
    const last = Math.floor(((start + width + SLACK) / TURN) * SECTORS);
    return [(first + SECTORS) % SECTORS, last - first + 1];
  }
}

/** A direction as a number from 0 to 4 that rises with the angle: no function of angles has the same bits on every engine. */
function direction(x: number, y: number): number {
  const sum = Math.abs(x) + Math.abs(y);
  if (sum === 0) return 0;
  if (y >= 0) return x >= 0 ? y / sum : 1 - x / sum;
  return x < 0 ? 2 - y / sum : 3 + x / sum;
}
