import type { SquareMeters } from "../base/units.js";
import type { LatticeCells } from "../geo/lattice.js";
import { shareOut } from "../geo/share-out.js";
import type { GroupId, OriginAmounts, Origins } from "../model/facts.js";

/** The columns of numbers of a neighborhood: of people, or of what else there is. */
export interface PlaceBooks {
  /** By origin: all people, then those of each group. */
  readonly columns: readonly number[][];
  /** By origin, what of the first column counts for the city. */
  readonly counted: number[];
  /** Whether outlines smaller than a cell are places of their own, or are cut like others. */
  readonly hasOwnPlaces: boolean;
  /** Adds what stands at a place that is no ground. */
  readonly addPoint: (lon: number, lat: number, numbers: readonly number[], counted: number) => void;
}

/** Columns of {@link OriginAmounts} while they are made. */
export type AmountColumns = { -readonly [Amount in keyof OriginAmounts]: ArrayLike<number> };

/** The origins of one neighborhood while they are made: first one for each cell of its ground, then its people's own places. */
export class AreaOrigins {
  readonly cells: LatticeCells;
  readonly lon: number[];
  readonly lat: number[];
  readonly squareMeters: number[];
  /** By origin: all people, then those of each group. */
  readonly people: readonly number[][];
  /** What of them counts for the city: what no smaller neighborhood holds. */
  readonly countedSquareMeters: number[];
  readonly countedPeople: number[];
  /** By cell, what there is besides people; and what of it counts for the city. */
  readonly amounts: AmountColumns = {};
  readonly countedAmounts: AmountColumns = {};
  #firstOfRow: Map<number, number> | undefined;

  /** @param columns how many columns of people there are */
  constructor(cells: LatticeCells, squareMeters: SquareMeters, columns: number) {
    this.cells = cells;
    this.lon = toList(cells.lon);
    this.lat = toList(cells.lat);
    // the cells were measured each by its middle: together they are as large as the outline says
    this.squareMeters = cells.count === 0 ? [] : toList(shareOut(squareMeters, cells.squareMeters));
    this.people = Array.from({ length: columns }, () => new Array<number>(cells.count).fill(0));
    this.countedSquareMeters = [...this.squareMeters];
    this.countedPeople = new Array<number>(cells.count).fill(0);
  }

  get count(): number {
    return this.lon.length;
  }

  /**
   * Adds a place that stands for no ground.
   *
   * @param people all of them, then those of each group
   * @param counted how many of them count for the city
   */
  addPoint(lon: number, lat: number, people: readonly number[], counted: number): void {
    this.lon.push(lon);
    this.lat.push(lat);
    this.squareMeters.push(0);
    this.countedSquareMeters.push(0);
    this.people.forEach((column, i) => {
      column.push(people[i] ?? 0);
    });
    this.countedPeople.push(counted);
  }

  /** Gives its columns of people, to place some. */
  books(): PlaceBooks {
    const { people, countedPeople } = this;
    return { columns: people, counted: countedPeople, hasOwnPlaces: true, addPoint: this.addPoint.bind(this) };
  }

  /** Gives the origin of a cell; `null` = the neighborhood has no ground there. */
  originAt(row: number, column: number): number | null {
    const { cells } = this;
    this.#firstOfRow ??= firstOfRows(cells);
    const first = this.#firstOfRow.get(row);
    if (first === undefined) return null;
    let [low, high] = [first, Math.min(cells.count, first + column - cells.column[first] + 1)];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cells.row[middle] === row && cells.column[middle] < column) low = middle + 1;
      else high = middle;
    }
    return cells.row[low] === row && cells.column[low] === column ? low : null;
  }

  /** Lists the origins by place: from the south, then from the west. */
  inOrder(): Uint32Array {
    const { lon, lat, squareMeters, people } = this;
    const order = Uint32Array.from({ length: this.count }, (_, i) => i);
    const keys = [lat, lon, squareMeters, ...people];
    const compare = (a: number, b: number): number => {
      for (const key of keys) if (key[a] !== key[b]) return (key[a] as number) - (key[b] as number);
      return 0;
    };
    return order.sort(compare);
  }
}

function firstOfRows({ row, count }: LatticeCells): Map<number, number> {
  const first = new Map<number, number>();
  for (let i = 0; i < count; i++) if (i === 0 || row[i] !== row[i - 1]) first.set(row[i], i);
  return first;
}

/** A list that more can be added to. */
function toList(column: Float64Array): number[] {
  const list = new Array<number>(column.length);
  for (let i = 0; i < column.length; i++) list[i] = column[i];
  return list;
}

/** Lays the origins of all neighborhoods out as columns. @param areas by row */
export function layOut(
  areas: readonly AreaOrigins[],
  groupIds: readonly GroupId[],
  { populationSource, doOverlap }: Pick<Origins, "populationSource"> & { readonly doOverlap: boolean },
): Origins {
  const firstOrigin = new Uint32Array(areas.length + 1);
  areas.forEach(({ count }, row) => {
    firstOrigin[row + 1] = firstOrigin[row] + count;
  });
  const count = firstOrigin[areas.length];
  const orders = areas.map((area) => area.inOrder());
  const column = (of: (area: AreaOrigins) => ArrayLike<number>): Float64Array => {
    const values = new Float64Array(count);
    areas.forEach((area, row) => {
      const own = of(area);
      const order = orders[row] as Uint32Array;
      for (let i = 0; i < order.length; i++) values[firstOrigin[row] + i] = own[order[i]] ?? 0; // amounts end with the cells
    });
    return values;
  };
  const names = Object.keys(areas[0]?.amounts ?? {}) as (keyof OriginAmounts)[];
  const amountsOf = (of: (area: AreaOrigins) => AmountColumns): OriginAmounts =>
    Object.fromEntries(names.map((name) => [name, column((area) => of(area)[name] ?? [])]));
  const neighborhoodRow = new Uint32Array(count);
  for (let row = 0; row < areas.length; row++) neighborhoodRow.fill(row, firstOrigin[row], firstOrigin[row + 1]);
  return {
    count,
    lon: column(({ lon }) => lon),
    lat: column(({ lat }) => lat),
    population: column(({ people }) => people[0] as number[]),
    areaSquareMeters: column(({ squareMeters }) => squareMeters),
    neighborhoodRow,
    firstOrigin,
    populationSource,
    groups: Object.fromEntries(
      groupIds.map((id, group) => [id, column(({ people }) => people[group + 1] as number[])]),
    ),
    ...(names.length > 0 && { amounts: amountsOf(({ amounts }) => amounts) }),
    ...(names.length > 0 && doOverlap && { countedAmounts: amountsOf(({ countedAmounts }) => countedAmounts) }),
    ...(doOverlap && {
      countedPopulation: column(({ countedPeople }) => countedPeople),
      countedSquareMeters: column(({ countedSquareMeters }) => countedSquareMeters),
    }),
  };
}
