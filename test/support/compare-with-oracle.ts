import { expect } from "vitest";
import type { Facility } from "../../src/model/facts.js";
import type { Mode } from "../../src/model/mode.js";
import { type CostUnit, NO_WAY, NOT_ATTACHED } from "../../src/model/travel.js";
import { walking } from "../../src/streets/modes/walking.js";
import { costTo, facilityTo, secondQuantityTo } from "../../src/travel/nearest-table.js";
import { onNetwork } from "../../src/travel/on-network.js";
import type { Place } from "../oracle/oracle-geodesy.js";
import {
  type Access,
  attachFacilityByBruteForce,
  attachPlace,
  OracleGraph,
  oracleEdges,
  townAccess,
  type Way,
} from "../oracle/oracle-network.js";
import { isAt } from "../oracle/oracle-straight-line.js";
import { accessOfMode, asIfPublic } from "./private-access.js";
import type { RandomTown } from "./random-town.js";
import { requestFor, travelCityOf, type walkingAt } from "./travel-city.js";

const FRAGMENT_METERS = 500;
/** Each edge of a way is rounded by at most half a unit, a millionth of a second. */
const TOLERANCE = 1e-4;

/** Who travels through a town, and what is asked. */
export interface Trips {
  readonly profile: ReturnType<typeof walkingAt>;
  /** Default: walking, and what the tags of a random town mean to people on foot. */
  readonly mode?: Mode;
  readonly access?: Access;
  readonly by: CostUnit;
  readonly cutoff: number;
  readonly within: number;
  readonly nearestCount: number;
}

/** Per origin: the ways to every facility that can be reached, by a plain Dijkstra; `null` = the origin is not attached. */
export function askOracle(
  { streets, facilities, origins }: RandomTown,
  { profile, by, mode, access = townAccess }: Pick<Trips, "profile" | "by" | "mode" | "access">,
): readonly (ReadonlyMap<number, Way> | null)[] {
  const privately = asIfPublic(mode === undefined ? access : accessOfMode(mode, profile));
  const edges = oracleEdges(streets, access, FRAGMENT_METERS, privately);
  const snaps = origins.map((place) => attachPlace(place, edges, profile.maxAccessMeters));
  const entries = facilities.map((facility) => attachFacilityByBruteForce(facility, edges, profile.maxAccessMeters));
  const isThere = (origin: number, row: number) => isAt(origins[origin] as Place, facilities[row] as Facility);
  const graph = new OracleGraph(edges, profile, snaps, entries, isThere);
  return snaps.map((snap, origin) => {
    const ways = graph.waysFrom(origin, facilities.length, by);
    return snap === null && ways.size === 0 ? null : ways;
  });
}

/** The facilities of a category in order of cost. */
function ranked(
  ways: ReadonlyMap<number, Way>,
  { facilities }: RandomTown,
  category: string,
  by: CostUnit,
): { readonly row: number; readonly cost: number; readonly way: Way }[] {
  return [...ways]
    .filter(([row]) => facilities[row]?.categories.includes(category))
    .map(([row, way]) => ({ row, cost: way[by], way }))
    .sort((a, b) => a.cost - b.cost || a.row - b.row);
}

/** Holds a table of a town against the oracle. @returns how many of its cells reach something */
export function compareWithOracle(town: RandomTown, trips: Trips, name: string): number {
  const { streets, facilities, origins, categories } = town;
  const { profile, mode = walking, by, cutoff, within, nearestCount } = trips;
  const city = travelCityOf(streets, facilities, origins, FRAGMENT_METERS, mode);
  const countWithin = categories.map(() => within);
  const table = onNetwork()
    .prepare(city, profile)
    .fillTable(requestFor(categories, { unit: by, cutoff, nearestCount, countWithin }));
  let reachedCount = 0;
  askOracle(town, trips).forEach((ways, origin) => {
    categories.forEach((category, column) => {
      const where = `${name}, origin ${origin}, ${category}`;
      if (ways === null) {
        expect(facilityTo(table, origin, column), where).toBe(NOT_ATTACHED);
        return;
      }
      const all = ranked(ways, town, category, by);
      const reached = all.filter(({ cost }) => cost <= cutoff);
      for (let rank = 0; rank < nearestCount; rank++) {
        const cost = costTo(table, origin, column, rank);
        const want = reached[rank];
        if (want === undefined) {
          expect(cost, where).toBe(Infinity);
          continue;
        }
        reachedCount++;
        expect(Math.abs(cost - want.cost), `${where}, rank ${rank}: ${cost} for ${want.cost}`).toBeLessThan(TOLERANCE);
        const isTied = reached.some((other) => other !== want && Math.abs(other.cost - want.cost) < 2 * TOLERANCE);
        if (isTied) continue;
        expect(facilityTo(table, origin, column, rank), where).toBe(want.row);
        const second = secondQuantityTo(table, origin, column, rank);
        const wanted = by === "seconds" ? want.way.meters : want.way.seconds;
        // at one speed it follows from the rounded cost
        expect(Math.abs(second - wanted), `${where}: ${second} for ${wanted}`).toBeLessThan(2 * TOLERANCE);
      }
      if (facilityTo(table, origin, column) === NO_WAY) expect(all, where).toEqual([]);
      expect(table.counts[column]?.[origin], where).toBe(all.filter(({ cost }) => cost <= within).length);
    });
  });
  return reachedCount;
}
