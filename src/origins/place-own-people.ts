import type { Lattice } from "../geo/lattice.js";
import { shareOut } from "../geo/share-out.js";
import { sidesOfAll, squareMetersBetween } from "../geo/sides.js";
import { Sum } from "../geo/sum.js";
import type { Neighborhood } from "../model/facts.js";
import type { AreaOrigins } from "./area-origins.js";
import { type Ground, type Grounds, sidesSharedWith } from "./grounds.js";
import { freeGround } from "./place-ground.js";

/** A neighborhood within another up to this part lies in it. */
const WITHIN = 1 - 1e-6;

/** The people of a neighborhood that the city counts there, and the ground they live on. */
interface Counted {
  readonly people: number;
  readonly squareMeters: number;
  /** Those who tell of the rest of its ground. */
  readonly smaller: readonly Ground[];
}

interface Work {
  readonly neighborhoods: readonly Neighborhood[];
  readonly grounds: Grounds;
  /** By row. */
  readonly areas: readonly AreaOrigins[];
  readonly latticeOf: (row: number) => Lattice;
}

/**
 * Spreads each neighborhood's own people evenly over its ground.
 *
 * Where neighborhoods share ground, the smaller ones tell who lives there: the city counts of a larger one those who are left, on the
 * ground that is left. A neighborhood that tells nothing has the people that others tell of on its ground.
 */
export function placeOwnPeople(work: Work): void {
  const { neighborhoods, grounds } = work;
  const countedOf = new Map<Ground, Counted>();
  for (const ground of grounds.inOrder) {
    const own = neighborhoods[ground.row]?.population ?? null;
    if (own !== null) countedOf.set(ground, placeTold(ground, own, countedOf, work));
  }
  for (const ground of grounds.inOrder) if (!countedOf.has(ground)) placeUntold(ground, countedOf, work);
}

function placeTold(ground: Ground, own: number, countedOf: ReadonlyMap<Ground, Counted>, work: Work): Counted {
  const { row, shared } = ground;
  const area = work.areas[row] as AreaOrigins;
  spread(own, Float64Array.from(area.squareMeters), area.people[0] as number[]);
  const told = shared.filter((each) => countedOf.has(each.with));
  const left = new Sum();
  left.add(own);
  for (const each of told) {
    const part = each.squareMeters / each.with.squareMeters;
    left.add(-(countedOf.get(each.with) as Counted).people * (part > WITHIN ? 1 : part));
  }
  const smaller = told.map((each) => each.with);
  const free = freeGround(area, ground, work.latticeOf(row), smaller) ?? Float64Array.from(area.squareMeters);
  const squareMeters = free.reduce((sum, each) => sum + each, 0);
  const people = squareMeters > 0 ? Math.max(0, left.value) : 0;
  spread(people, free, area.countedPeople);
  return { people, squareMeters, smaller };
}

/** They are counted where they are told. */
function placeUntold(ground: Ground, countedOf: ReadonlyMap<Ground, Counted>, { areas, latticeOf }: Work): void {
  const area = areas[ground.row] as AreaOrigins;
  const lattice = latticeOf(ground.row);
  for (const other of ground.sharing) {
    const counted = countedOf.get(other);
    if (counted === undefined || !(counted.squareMeters > 0)) continue;
    const sides = sidesSharedWith(ground, [other]);
    const smaller = counted.smaller.map(({ outline }) => outline);
    const taken =
      smaller.length === 0 ? 0 : squareMetersBetween(sidesOfAll([[ground.outline], [other.outline], smaller]));
    const part = (squareMetersBetween(sides) - taken) / counted.squareMeters;
    const cells = lattice.cut(sides);
    if (!(part > 0) || cells.count === 0) continue;
    shareOut(counted.people * Math.min(1, part), cells.squareMeters).forEach((people, i) => {
      (area.people[0] as number[])[area.originAt(cells.row[i], cells.column[i]) ?? 0] += people;
    });
  }
}

function spread(people: number, squareMeters: Float64Array, column: number[]): void {
  if (!(people > 0)) return;
  shareOut(people, squareMeters).forEach((part, origin) => {
    column[origin] = part;
  });
}
