import { Diagnostics } from "../base/diagnostics.js";
import type { FacilityRecord, PopulationPlaces } from "../model/facts.js";
import { dwellingsOf } from "./building-numbers.js";
import { isPartOfBuilding, otherUseOf } from "./building-use.js";
import { PopulationColumns } from "./population-columns.js";

/** Buildings as points with a number: one for each, and how many dwellings they have. */
export interface CountedBuildings {
  readonly buildings: PopulationPlaces;
  /** `null`: most homes do not tell. */
  readonly dwellings: PopulationPlaces | null;
  /** Homes that do not tell, where most do. */
  readonly diagnostics: Diagnostics;
}

/** Fewer homes than this part tell their dwellings: then nothing is known of the city. */
const ENOUGH = 0.5;

/** Counts buildings where they stand, whatever their use; parts of others are none. */
export function countBuildings(rows: readonly FacilityRecord[]): CountedBuildings {
  const [buildings, dwellings] = [new PopulationColumns([]), new PopulationColumns([])];
  const diagnostics = new Diagnostics();
  let [homes, told] = [0, 0];
  for (const { id, tags, location } of rows) {
    if (isPartOfBuilding(tags)) continue;
    buildings.add({ id, population: 1, location, polygons: [] }, []);
    const count = dwellingsOf(tags);
    const isHome = otherUseOf(tags) === null;
    if (isHome) homes++;
    if (count !== null) {
      if (isHome) told++;
      dwellings.add({ id, population: count, location, polygons: [] }, []);
    } else if (isHome) diagnostics.add("dwellings.untold", "buildings", id);
  }
  const isEnough = told > 0 && told >= ENOUGH * homes;
  return {
    buildings: buildings.finish(buildings.ids),
    dwellings: isEnough ? dwellings.finish(dwellings.ids) : null,
    diagnostics: isEnough ? diagnostics : new Diagnostics(),
  };
}
