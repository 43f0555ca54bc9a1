import { guardLive } from "../base/guard-call.js";
import { fillLabel } from "../base/texts/labels.js";
import { MEASURE_LABELS } from "../base/texts/measure-labels.js";
import type { ReachMeasure } from "../model/measure.js";
import { eachPair } from "../travel/fill-reach-table.js";
import { assertCount, assertPositive } from "./decay.js";
import { measureReached, type Reached, type ReachOptions } from "./reached.js";

/** Options of `raam`. */
export interface RaamOptions extends ReachOptions {
  /** The cost that weighs as much as being one of as many as the mean place serves. Default: 3600, an hour. */
  readonly tau?: number;
  /** How often all people choose anew, at most. Default: 20,000. */
  readonly cycles?: number;
}

const DEFAULT_TAU = 3600;
const DEFAULT_CYCLES = 20_000;
const MOST_CYCLES = 10_000_000;
/** The part of all costs by which people could still do better, when the search ends. */
const GAP = 1e-12;
const CYCLES_PER_LOOK = 10;

/**
 * Makes the measure RAAM: what the way and the crowd cost the people of an origin together, at the place that is best for them, where
 * everybody chooses so: t / τ + D_j / (ρ O_j), D_j the people who go to j, ρ all people by all supply. The less, the better.
 *
 * It is the equilibrium itself: nobody could do better. The package access (PySAL) stops far from it at its defaults (1 % in the median,
 * 31 % at worst in a city of 898 hexagons). `Infinity` where no place with supply is within the cutoff, and where nobody lives who
 * could choose; unknown everywhere, if the supply
 * of some place within anybody's reach is not known.
 *
 * @param options `cutoff` is needed
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 * @see J. Saxon and D. Snow, "A rational agent model for the spatial accessibility of primary health care", Annals of the American
 *   Association of Geographers 110, 2020
 */
export function raam(options: RaamOptions): ReachMeasure {
  return guardLive("raam", [options], () => {
    const { tau = DEFAULT_TAU, cycles = DEFAULT_CYCLES } = options ?? {};
    assertPositive("options.tau", tau);
    assertCount("options.cycles", cycles, MOST_CYCLES);
    const label = fillLabel(MEASURE_LABELS.raam, { tau });
    const one = { name: `raam-${tau}`, unit: "score" as const, endsAt: Infinity, label, ownOptions: ["tau", "cycles"] };
    return measureReached({ ...one, compute: (reached) => equilibrium(reached, tau, cycles) }, options);
  });
}

/** Pairs of origins and the places that have something to give, the cheapest first, and what is known while people choose. */
interface Choosing {
  /** CSR offsets by origin. */
  readonly first: Uint32Array;
  readonly row: Uint32Array;
  /** What the way costs: t / τ. */
  readonly way: Float64Array;
  /** People of the origin who go there. */
  readonly flow: Float64Array;
  readonly people: Float64Array;
  /** People who one unit of crowding stands for, by facility row. */
  readonly room: Float64Array;
  /** People who go there, by facility row. */
  readonly demand: Float64Array;
}

function equilibrium(reached: Reached, tau: number, cycles: number): Float64Array {
  const { table, people, supply } = reached;
  const values = new Float64Array(table.originCount).fill(Infinity);
  let isUnknown = people.some(Number.isNaN);
  let count = 0;
  eachPair(table, (_, row) => {
    isUnknown ||= Number.isNaN(supply[row]);
    if (supply[row] > 0) count++;
  });
  if (isUnknown) return values.fill(Number.NaN);
  const choosing = toChoosing(reached, tau, count);
  const levels = values.slice();
  for (let cycle = 1; cycle <= cycles; cycle++) {
    for (let origin = 0; origin < table.originCount; origin++) chooseAnew(choosing, origin, levels);
    if (cycle % CYCLES_PER_LOOK === 0 && isBalanced(choosing)) break;
  }
  return values.map((_, origin) => (people[origin] === 0 ? Infinity : leastCost(choosing, origin)));
}

function toChoosing({ table, people, supply }: Reached, tau: number, count: number): Choosing {
  const sum = (numbers: Float64Array) => numbers.reduce((total, number) => total + (number || 0), 0);
  const perSupply = sum(people) / sum(supply);
  const first = new Uint32Array(table.originCount + 1);
  const row = new Uint32Array(count);
  const way = new Float64Array(count);
  let at = 0;
  eachPair(table, (origin, facilityRow, cost) => {
    if (!(supply[facilityRow] > 0)) return;
    first[origin + 1] = at + 1;
    row[at] = facilityRow;
    way[at++] = cost / tau;
  });
  // who reaches nothing has as many pairs before as the one before
  for (let origin = 0; origin < table.originCount; origin++) first[origin + 1] ||= first[origin];
  const room = supply.map((amount) => (amount > 0 ? amount * perSupply : 0));
  return { first, row, way, flow: new Float64Array(count), people, room, demand: new Float64Array(supply.length) };
}

/**
 * Lets the people of an origin choose anew: they fill the places up like water, to one level, which is their least cost; places that lie
 * higher stay dry. @param levels of the cycle before, and of this one
 */
function chooseAnew(choosing: Choosing, origin: number, levels: Float64Array): void {
  const { first, row, way, flow, people, room, demand } = choosing;
  if (people[origin] === 0) return;
  const [begin, end] = [first[origin], first[origin + 1]];
  if (begin === end) return;
  for (let at = begin; at < end; at++) demand[row[at]] -= flow[at];
  // too few places are wet where the level of the cycle before lies too low: then all are tried
  const level = waterLevel(choosing, origin, levels[origin]) ?? waterLevel(choosing, origin, Infinity) ?? Infinity;
  levels[origin] = level;
  for (let at = begin; at < end; at++) {
    flow[at] = Math.max(0, (level - way[at]) * room[row[at]] - demand[row[at]]);
    demand[row[at]] += flow[at];
  }
}

/**
 * Finds the level to which the people of an origin fill its places: each step leaves those dry that lie above the level of the step before.
 *
 * @param start a level that is not too low; `null` is given back where it is
 */
function waterLevel(choosing: Choosing, origin: number, start: number): number | null {
  const { first, row, way, people, room, demand } = choosing;
  let level = start;
  for (let wet = 0, before = Infinity; ; before = wet) {
    let [rooms, heights] = [0, 0];
    wet = 0;
    for (let at = first[origin]; at < first[origin + 1] && way[at] < level; at++) {
      const place = row[at];
      // the height of the ground: what the place costs before anybody from here comes
      if (way[at] + demand[place] / room[place] >= level) continue;
      rooms += room[place];
      heights += room[place] * way[at] + demand[place];
      wet++;
    }
    const next = (people[origin] + heights) / rooms;
    if (before === Infinity && !(next <= start)) return null;
    if (wet === 0 || wet >= before) return level;
    level = next;
  }
}

/** Tells whether nobody could do better by more than a trifle. */
function isBalanced(choosing: Choosing): boolean {
  const { first, row, way, flow, room, demand } = choosing;
  let [costs, excess] = [0, 0];
  for (let origin = 0; origin + 1 < first.length; origin++) {
    const least = leastCost(choosing, origin);
    for (let at = first[origin]; at < first[origin + 1]; at++) {
      if (flow[at] === 0) continue;
      const price = way[at] + demand[row[at]] / room[row[at]];
      costs += flow[at] * price;
      excess += flow[at] * (price - least);
    }
  }
  return excess <= GAP * costs;
}

function leastCost({ first, row, way, room, demand }: Choosing, origin: number): number {
  let least = Infinity;
  for (let at = first[origin]; at < first[origin + 1]; at++)
    least = Math.min(least, way[at] + demand[row[at]] / room[row[at]]);
  return least;
}
