import { groupRows } from "../base/group-rows.js";
import type { SquareMeters } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import type { Lattice } from "../geo/lattice.js";
import type { GroupId, Origins } from "../model/facts.js";

/** Lattice points of one row side by side, held by one neighborhood. */
interface Claim {
  readonly first: number;
  readonly end: number;
  readonly neighborhoodRow: number;
  /** The origin at the first of them; the others follow. */
  readonly origin: number;
}

/** Lattice points of one row side by side, up to but not including `end`. */
export interface LatticeRun {
  readonly row: number;
  readonly first: number;
  readonly end: number;
}

/** Gathers origins, run by run and one by one, and lays them out as sorted columns. */
export class OriginCollector {
  readonly #neighborhoodCount: number;
  readonly #lattice: Lattice;
  readonly #lon: number[] = [];
  readonly #lat: number[] = [];
  readonly #neighborhoodRow: number[] = [];
  readonly #areaSquareMeters: number[] = [];
  /** By origin: all people, then those of each group. */
  readonly #people: readonly number[][];
  readonly #groupIds: readonly GroupId[];
  /** Which neighborhood holds which lattice points, by row; ascending and apart. */
  readonly #claims = new Map<number, Claim[]>();

  constructor(neighborhoodCount: number, lattice: Lattice, groupIds: readonly GroupId[]) {
    this.#neighborhoodCount = neighborhoodCount;
    this.#lattice = lattice;
    this.#people = ["", ...groupIds].map(() => []);
    this.#groupIds = groupIds;
  }

  get count(): number {
    return this.#lon.length;
  }

  /**
   * Takes those points of a run for a neighborhood that are not taken yet, as origins without ground.
   *
   * @returns whether another neighborhood holds some of the others
   */
  claim(neighborhoodRow: number, row: number, first: number, end: number): boolean {
    const claims = this.#claims.get(row) ?? [];
    const free: Claim[] = [];
    let isOfAnother = false;
    let at = first;
    const take = (to: number) => {
      free.push({ first: at, end: to, neighborhoodRow, origin: this.count });
      for (; at < to; at++) this.addPoint(neighborhoodRow, [this.#lattice.lonOf(row, at), this.#lattice.latOf(row)]);
    };
    for (const claim of claims) {
      if (claim.end <= at) continue;
      if (claim.first >= end) break;
      if (claim.first > at) take(claim.first);
      if (claim.neighborhoodRow !== neighborhoodRow) isOfAnother = true;
      at = claim.end;
    }
    if (at < end) take(end);
    if (free.length > 0)
      this.#claims.set(
        row,
        [...claims, ...free].sort((a, b) => a.first - b.first),
      );
    return isOfAnother;
  }

  /** Gives the ground of a neighborhood, in equal parts, to all origins from `firstOrigin` on. */
  spreadGround(firstOrigin: number, areaSquareMeters: SquareMeters): void {
    const part = areaSquareMeters / (this.count - firstOrigin);
    for (let origin = firstOrigin; origin < this.count; origin++) this.#areaSquareMeters[origin] = part;
  }

  /** Adds so many people to every point of a run. Gives the columns of those that no neighborhood holds. */
  addToLattice({ row, first, end }: LatticeRun, people: readonly number[]): number[] {
    const unheld: number[] = [];
    let at = first;
    for (const claim of this.#claims.get(row) ?? []) {
      if (claim.end <= at) continue;
      if (claim.first >= end) break;
      for (; at < claim.first; at++) unheld.push(at);
      for (; at < claim.end && at < end; at++) this.addPeople(claim.origin + at - claim.first, people);
    }
    for (; at < end; at++) unheld.push(at);
    return unheld;
  }

  /** @param people all of them, then those of each group */
  addPeople(origin: number, people: readonly number[]): void {
    for (let column = 0; column < people.length; column++) this.#people[column][origin] += people[column];
  }

  peopleByNeighborhood(): Float64Array {
    const people = new Float64Array(this.#neighborhoodCount);
    this.#neighborhoodRow.forEach((row, origin) => {
      people[row] += this.#people[0][origin];
    });
    return people;
  }

  /**
   * Adds a place that stands for no ground.
   *
   * @param people who start there, as for {@link addPeople}; default: nobody
   */
  addPoint(neighborhoodRow: number, [lon, lat]: LonLat, people: readonly number[] = []): void {
    this.#lon.push(lon);
    this.#lat.push(lat);
    this.#neighborhoodRow.push(neighborhoodRow);
    this.#areaSquareMeters.push(0);
    for (let column = 0; column < this.#people.length; column++) this.#people[column].push(people[column] ?? 0);
  }

  build(populationSource: Origins["populationSource"]): Origins {
    const { order, firstOrigin } = this.#inOrder();
    const [population, ...groups] = this.#people.map((people) => pick(Float64Array, people, order));
    return {
      count: this.count,
      lon: pick(Float64Array, this.#lon, order),
      lat: pick(Float64Array, this.#lat, order),
      population,
      areaSquareMeters: pick(Float64Array, this.#areaSquareMeters, order),
      neighborhoodRow: pick(Uint32Array, this.#neighborhoodRow, order),
      firstOrigin,
      populationSource,
      groups: Object.fromEntries(this.#groupIds.map((id, group) => [id, groups[group]])),
    };
  }

  /** By neighborhood, then by place. */
  #inOrder(): { readonly order: Uint32Array; readonly firstOrigin: Uint32Array } {
    const rowOf = Uint32Array.from(this.#neighborhoodRow);
    const { first: firstOrigin, rows: order } = groupRows(rowOf, this.#neighborhoodCount);
    const keys = [this.#lat, this.#lon, this.#areaSquareMeters, ...this.#people];
    const compare = (a: number, b: number) => {
      for (const key of keys) if (key[a] !== key[b]) return (key[a] as number) - (key[b] as number);
      return 0;
    };
    for (let row = 0; row < this.#neighborhoodCount; row++) {
      const own = order.subarray(firstOrigin[row], firstOrigin[row + 1]);
      // most come from the lattice in this order already
      if (own.some((origin, i) => i > 0 && compare(own[i - 1], origin) > 0)) own.sort(compare);
    }
    return { order, firstOrigin };
  }
}

/** Lays values out in an order. */
function pick<T extends Float64Array | Uint32Array>(
  Column: new (length: number) => T,
  values: readonly number[],
  order: Uint32Array,
): T {
  const column = new Column(order.length);
  for (let i = 0; i < order.length; i++) column[i] = values[order[i]];
  return column;
}
