import { invalid } from "../base/check-argument.js";
import { Diagnostics, sortDiagnostics } from "../base/diagnostics.js";
import { guardShape } from "../base/guard-call.js";
import { isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import { BUILDING_FINDINGS } from "../base/texts/diagnostics/buildings.js";
import type { DiagnosticCode } from "../base/texts/findings.js";
import type { SquareMeters } from "../base/units.js";
import { shareOut } from "../geo/share-out.js";
import type { FacilityRecord, Neighborhood, PopulationReading, Reading, ReadingBooks } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";
import { levelsOf } from "./building-numbers.js";
import { otherUseOf } from "./building-use.js";
import { holdersIn } from "./holders-in.js";
import { PopulationColumns } from "./population-columns.js";
import { readBuildings } from "./read-buildings.js";

/** Of a building that tells neither its levels nor its height. */
const USUAL_LEVELS = 2;

interface Home {
  readonly building: FacilityRecord;
  readonly floorSquareMeters: SquareMeters;
  readonly isUsual: boolean;
}

/** People spread over buildings, and the books of the buildings. */
interface SpreadPeople extends ReadingBooks {
  readonly places: PopulationReading["places"];
}

/**
 * Spreads the people that neighborhoods tell of themselves over their buildings, by floor area: ground × levels.
 *
 * Levels are `building:levels` (or `levels`, `floors`, `层数` …), else `height` ÷ 3 m, else two. Homes are buildings of a residential kind, and
 * those whose use is not known (no tag `building`; `building=yes` without `amenity`, `shop`, `office` …); all others, parts of buildings
 * (`building:part`), and buildings outside of the neighborhoods are left out and counted. Who is told by a neighborhood without homes lives
 * all over its ground, as without buildings. `prepareCity` does the same with the layer `buildings`.
 *
 * @param neighborhoods as `readNeighborhoods` gives them, or `readOsm`
 * @param buildings outlines, or what `readBuildings` gives: `readOsm(bytes, { also: ["buildings"] }).also.buildings`
 * @returns a population layer, with one point for each home; `null`: no neighborhood tells of people and holds a home, or some that do overlap,
 *   where people would count twice
 * @throws {CoverageError} as `readBuildings`
 */
export function spreadByFloorArea(
  neighborhoods: Reading<Neighborhood>,
  buildings: GeoJsonInput | Reading<FacilityRecord>,
): PopulationReading | null {
  return guardShape("spreadByFloorArea", () => {
    if (!isJsonObject(neighborhoods) || !Array.isArray(neighborhoods.rows))
      throw invalid("neighborhoods", neighborhoods, say("value.object"));
    const reading = isReadingOfBuildings(buildings) ? buildings : readBuildings(buildings);
    const spread = spreadOver(neighborhoods.rows, reading);
    if (spread === null) return null;
    return {
      ...spread,
      counts: { ...spread.counts, layer: "population" },
      diagnostics: spread.diagnostics.map((found) => ({ ...found, layer: "population" as const })),
    };
  });
}

function isReadingOfBuildings(input: unknown): input is Reading<FacilityRecord> {
  return isJsonObject(input) && isJsonObject(input.counts) && input.counts.layer === "buildings";
}

/** Spreads the people of neighborhoods over buildings. @returns `null`: there is nobody to spread, or no home, or people would count twice */
export function spreadOver(
  neighborhoods: readonly Neighborhood[],
  { rows: outlines, counts, diagnostics: ofReading }: Reading<FacilityRecord>,
): SpreadPeople | null {
  const told = neighborhoods.filter(({ population }) => population !== null && population > 0);
  const diagnostics = new Diagnostics(BUILDING_FINDINGS);
  const leftOut: Partial<Record<DiagnosticCode, number>> = { ...counts.leftOut };
  const leaveOut = (code: DiagnosticCode, id: string, example: string | null = null) => {
    leftOut[code] = (leftOut[code] ?? 0) + 1;
    diagnostics.add(code, "buildings", id, example);
  };
  const holdersOf = holdersIn(told);
  const homes = told.map((): Home[] => []);
  let used = 0;
  for (const building of inOrder(outlines)) {
    const { id, tags, isArea, location } = building;
    const use = otherUseOf(tags);
    const holders = isArea && use === null ? holdersOf(location[0], location[1]) : [];
    if (holders.length > 1) return null;
    const home = homes[holders[0] ?? -1];
    if (use !== null) leaveOut("building.notHome", id, use);
    else if (!isArea) leaveOut("building.noOutline", id);
    else if (home === undefined) leaveOut("building.outside", id);
    else {
      const levels = levelsOf(tags);
      const floorSquareMeters = (building.areaSquareMeters ?? 0) * (levels ?? USUAL_LEVELS);
      home.push({ building, floorSquareMeters, isUsual: levels === null });
      used++;
    }
  }
  if (used === 0) return null;
  const places = new PopulationColumns([]);
  told.forEach((neighborhood, row) => {
    place(neighborhood, homes[row] as Home[], places, diagnostics);
  });
  return {
    places: places.finish(places.ids),
    counts: { ...counts, used, repaired: 0, leftOut },
    diagnostics: sortDiagnostics([...ofReading, ...diagnostics.list()]),
  };
}

/** The books of buildings that are of no use. */
export function booksOfUnused({ rows, counts, diagnostics }: Reading<FacilityRecord>): ReadingBooks {
  const unused = new Diagnostics(BUILDING_FINDINGS);
  unused.addMany("building.unused", "buildings", rows.length);
  const leftOut = rows.length === 0 ? counts.leftOut : { ...counts.leftOut, "building.unused": rows.length };
  return {
    counts: { ...counts, used: 0, repaired: 0, leftOut },
    diagnostics: sortDiagnostics([...diagnostics, ...unused.list()]),
  };
}

/** Places the people of a neighborhood in its homes; without any, on its ground. */
function place(
  { id, population, polygons }: Neighborhood,
  homes: readonly Home[],
  places: PopulationColumns,
  diagnostics: Diagnostics,
): void {
  const people = population ?? 0;
  if (!homes.some(({ floorSquareMeters }) => floorSquareMeters > 0)) {
    diagnostics.add("building.none", "buildings", id);
    places.add({ id, population: people, location: null, polygons }, []);
    return;
  }
  const parts = shareOut(
    people,
    Float64Array.from(homes, ({ floorSquareMeters }) => floorSquareMeters),
  );
  homes.forEach(({ building }, i) => {
    places.add({ id: building.id, population: parts[i] ?? 0, location: building.location, polygons: [] }, []);
  });
  const usual = homes.filter(({ isUsual }) => isUsual).length;
  diagnostics.addMany("building.people", "buildings", 1, [id], [`${homes.length} (${usual})`]);
}

/** By place, whatever the order of the file. */
function inOrder(buildings: readonly FacilityRecord[]): FacilityRecord[] {
  return [...buildings].sort(
    (a, b) => a.location[1] - b.location[1] || a.location[0] - b.location[0] || (a.id < b.id ? -1 : 1),
  );
}
