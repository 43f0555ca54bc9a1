import RBush, { type BBox } from "rbush";
import { compareText } from "../base/diagnostics.js";
import type { SquareMeters } from "../base/units.js";
import type { Bounds } from "../geo/bounds.js";
import { groundOf } from "../geo/ground.js";
import { type Outline, outlineOf, whereIs } from "../geo/outline.js";
import { type Sides, sidesOfAll, squareMetersBetween } from "../geo/sides.js";
import type { Neighborhood, PolygonRings } from "../model/facts.js";

/** The ground of a neighborhood. */
export interface Ground {
  readonly row: number;
  readonly polygons: readonly PolygonRings[];
  readonly outline: Outline;
  readonly sides: Sides;
  readonly squareMeters: SquareMeters;
  /** What it shares with neighborhoods that go before it, who are counted there: the smaller ones. */
  readonly shared: readonly SharedGround[];
  /** All that it shares ground with, the smallest first. */
  readonly sharing: readonly Ground[];
}
/** Ground that is part of another neighborhood, too. */
export interface SharedGround {
  readonly with: Ground;
  readonly squareMeters: SquareMeters;
}

/** Neighborhoods that share less of the smaller one share a border that was drawn twice; less than a square metre is nothing. */
const LEAST_SHARED_PART = 1e-6;
const LEAST_SHARED_SQUARE_METERS = 1;

/** Areas that are alike to so many digits are equal: the same outline elsewhere, or in a mirror, has others. */
const TRUE_DIGITS = 6;
/** Boxes are looked up so much wider: who lives on an outline may be a hair outside of its box. */
const AROUND = 2e-9;

interface Box extends BBox {
  readonly row: number;
}

/** The grounds of neighborhoods, and who holds what. */
export class Grounds {
  /** By row. */
  readonly all: readonly Ground[];
  /**
   * Smallest first, of equal ones that of the lesser id: what several hold is counted with the first of them. Not in the order of
   * the input, and the same in a mirror.
   */
  readonly inOrder: readonly Ground[];
  readonly #boxes = new RBush<Box>();
  readonly #rank: Uint32Array;

  /** @param mayCross whether outlines that cross themselves were let in */
  constructor(neighborhoods: readonly Neighborhood[], mayCross: boolean) {
    const drafts = neighborhoods.map(({ polygons }, row) => {
      const [shared, sharing]: [SharedGround[], Ground[]] = [[], []];
      return { row, polygons, outline: outlineOf(polygons), ...groundOf(polygons, mayCross), shared, sharing };
    });
    this.#boxes.load(
      drafts.map(
        ({
          row,
          outline: {
            bounds: { west, south, east, north },
          },
        }) => ({
          ...{ minX: west, minY: south, maxX: east, maxY: north, row },
        }),
      ),
    );
    const size = drafts.map(({ squareMeters }) => Number(squareMeters.toPrecision(TRUE_DIGITS)));
    const idOf = ({ row }: Ground) => neighborhoods[row]?.id ?? "";
    const sorted = [...drafts].sort(
      (a, b) => size[a.row] - size[b.row] || compareText(idOf(a), idOf(b)) || a.squareMeters - b.squareMeters,
    );
    const rank = new Uint32Array(drafts.length);
    sorted.forEach(({ row }, i) => {
      rank[row] = i;
    });
    for (const ground of sorted)
      for (const row of this.#rowsIn(ground.outline.bounds).sort((a, b) => rank[a] - rank[b])) {
        const other = drafts[row] as (typeof drafts)[0];
        if (rank[row] >= rank[ground.row]) break;
        const squareMeters = squareMetersBetween(sidesSharedWith(ground, [other]));
        const least = Math.max(LEAST_SHARED_SQUARE_METERS, LEAST_SHARED_PART * other.squareMeters);
        if (squareMeters < least) continue;
        ground.shared.push({ with: other, squareMeters });
        ground.sharing.push(other);
        other.sharing.push(ground);
      }
    this.all = drafts;
    this.inOrder = sorted;
    this.#rank = rank;
  }

  /** Whether any two neighborhoods share ground. */
  get doOverlap(): boolean {
    return this.all.some(({ shared }) => shared.length > 0);
  }

  /** Finds the neighborhoods whose box meets another one, the smallest first. */
  near(bounds: Bounds): readonly Ground[] {
    const rows = this.#rowsIn(bounds).sort((a, b) => this.#rank[a] - this.#rank[b]);
    return rows.map((row) => this.all[row] as Ground);
  }

  /**
   * Finds the neighborhoods that hold a place, the smallest first.
   *
   * A place on outlines belongs to exactly one of two neighbors, whichever of them is on which side: to the smaller one, of equal ones
   * to that of the lesser id; and to those on whose outline it is that share ground with that one, as a district with its community.
   */
  holding(lon: number, lat: number): readonly Ground[] {
    const box = { west: lon - AROUND, south: lat - AROUND, east: lon + AROUND, north: lat + AROUND };
    const onOutline: Ground[] = [];
    return this.near(box).filter((ground) => {
      const where = whereIs(ground.outline, lon, lat);
      if (where !== "on the outline") return where === "inside";
      const isOneOfThem = onOutline.every((other) => other.sharing.includes(ground));
      if (isOneOfThem) onOutline.push(ground);
      return isOneOfThem;
    });
  }

  #rowsIn({ west, south, east, north }: Bounds): number[] {
    return this.#boxes.search({ minX: west, minY: south, maxX: east, maxY: north }).map(({ row }) => row);
  }
}

/** Gives the sides of the ground that a neighborhood shares with some others. */
export function sidesSharedWith(ground: Ground, others: readonly Ground[]): number[] {
  return sidesOfAll([[ground.outline], others.map(({ outline }) => outline)]);
}
