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

const NOBODY: readonly number[] = [];

/** Gathers origins, run by run and one by one, and lays them out as sorted columns. */
export class OriginCollector {
  readonly #neighborhoodCount: number;
  readonly #lattice: Lattice;
  readonly #lon: number[] = [];
  readonly #lat: number[] = [];
  readonly #neighborhoodRow: number[] = [];
  readonly #areaSquareMeters: number[] = [];
  readonly #population: number[] = [];
  /** People of each group, by origin. */
  readonly #groups: readonly number[][];
  readonly #groupIds: readonly GroupId[];
  /** Which neighborhood holds which lattice points, by row; ascending and apart. */
  readonly #claims = new Map<number, Claim[]>();

  constructor(neighborhoodCount: number, lattice: Lattice, groupIds: readonly GroupId[]) {
    this.#neighborhoodCount = neighborhoodCount;
    this.#lattice = lattice;
    this.#groups = groupIds.map(() => []);
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
      for (; at < to; at++) this.addPoint(neighborhoodRow, [this.#lattice.lonOf(row, at), this.#lattice.latOf(row)], 0);
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
  addToLattice({ row, first, end }: LatticeRun, people: number, groupPeople: readonly number[] = NOBODY): number[] {
    const unheld: number[] = [];
    let at = first;
    for (const claim of this.#claims.get(row) ?? []) {
      if (claim.end <= at) continue;
      if (claim.first >= end) break;
      for (; at < claim.first; at++) unheld.push(at);
      for (; at < claim.end && at < end; at++) this.addPeople(claim.origin + at - claim.first, people, groupPeople);
    }
    for (; at < end; at++) unheld.push(at);
    return unheld;
  }

  /** @param groupPeople one number for each group; none: nobody of any */
  addPeople(origin: number, people: number, groupPeople: readonly number[] = NOBODY): void {
    this.#population[origin] += people;
    for (let group = 0; group < groupPeople.length; group++) {
      const column = this.#groups[group] as number[];
      column[origin] = (column[origin] as number) + (groupPeople[group] as number);
    }
  }

  peopleByNeighborhood(): Float64Array {
    const people = new Float64Array(this.#neighborhoodCount);
    this.#neighborhoodRow.forEach((row, origin) => {
      people[row] += this.#population[origin] as number;
    });
    return people;
  }

  /** Adds a place of people that stands for no ground. */
  addPoint(
    neighborhoodRow: number,
    [lon, lat]: LonLat,
    population: number,
    groupPeople: readonly number[] = NOBODY,
  ): void {
    this.#lon.push(lon);
    this.#lat.push(lat);
    this.#neighborhoodRow.push(neighborhoodRow);
    this.#areaSquareMeters.push(0);
    this.#population.push(population);
    for (let group = 0; group < this.#groups.length; group++) this.#groups[group]?.push(groupPeople[group] ?? 0);
  }

  build(populationSource: Origins["populationSource"]): Origins {
    const { order, firstOrigin } = this.#inOrder();
    return {
      count: this.count,
      lon: pick(Float64Array, this.#lon, order),
      lat: pick(Float64Array, this.#lat, order),
      population: pick(Float64Array, this.#population, order),
      areaSquareMeters: pick(Float64Array, this.#areaSquareMeters, order),
      neighborhoodRow: pick(Uint32Array, this.#neighborhoodRow, order),
      firstOrigin,
      populationSource,
      groups: Object.fromEntries(
        this.#groupIds.map((id, group) => [id, pick(Float64Array, this.#groups[group] as number[], order)]),
      ),
    };
  }

  /** By neighborhood, then by place. */
  #inOrder(): { readonly order: Uint32Array; readonly firstOrigin: Uint32Array } {
    const rowOf = Uint32Array.from(this.#neighborhoodRow);
    const { first: firstOrigin, rows: order } = groupRows(rowOf, this.#neighborhoodCount);
    const keys = [this.#lat, this.#lon, this.#areaSquareMeters, this.#population, ...this.#groups];
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
