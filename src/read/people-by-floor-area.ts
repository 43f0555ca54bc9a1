import { invalid } from "../base/check-argument.js";
import { Diagnostics, sortDiagnostics } from "../base/diagnostics.js";
import { guardShape } from "../base/guard-call.js";
import { isJsonObject } from "../base/json-object.js";
import { OSM_FINDINGS } from "../base/texts/diagnostics/osm.js";
import { say } from "../base/texts/files.js";
import type { DiagnosticCode } from "../base/texts/findings.js";
import type { SquareMeters } from "../base/units.js";
import type { Tags } from "../base/words.js";
import { shareOut } from "../geo/share-out.js";
import type { FacilityRecord, Neighborhood, PopulationReading, Reading } from "../model/facts.js";
import type { GeoJsonInput } from "../model/input.js";
import { holdersIn } from "./holders-in.js";
import { PopulationColumns } from "./population-columns.js";
import { readFacilities } from "./read-facilities.js";

/** Where people live, by the value of `building`; `yes` says nothing of the use. */
const HOMES: ReadonlySet<unknown> = new Set([
  ..."yes residential house apartments detached semidetached_house terrace dormitory bungalow".split(" "),
  ..."farm cabin villa ger hut stilt_house houseboat static_caravan annexe tower_house".split(" "),
]);
/** A building of unknown use with one of these is no home. */
const OTHER_USES = [
  "amenity",
  "office",
  "leisure",
  "tourism",
  "healthcare",
  "industrial",
  "man_made",
  "military",
  "shop",
];
/** Of a building that tells neither its levels nor its height. */
const USUAL_LEVELS = 2;
const METERS_OF_LEVEL = 3;
/** No building is higher. */
const MOST_LEVELS = 200;

interface Home {
  readonly building: FacilityRecord;
  readonly floorSquareMeters: SquareMeters;
  readonly isUsual: boolean;
}

/**
 * Spreads the people that neighborhoods tell of themselves over their buildings, by floor area: ground × levels.
 *
 * Levels are `building:levels`, else `height` ÷ 3 m, else two. Homes are buildings of a residential kind, and those whose use is not
 * known (`building=yes` without `amenity`, `shop`, `office` …); all others, parts of buildings (`building:part`), and buildings outside
 * of the neighborhoods are left out and counted. Who is told by a neighborhood without homes lives all over its ground, as without
 * buildings.
 *
 * @param neighborhoods as `readNeighborhoods` gives them, or `readOsm`
 * @param buildings outlines, with tags of OpenStreetMap: `readOsm(bytes, { also: ["buildings"] }).also.buildings`
 * @returns a population layer, with one point for each home; `null`: no neighborhood tells of people and holds a home, or some that do overlap,
 *   where people would count twice
 * @throws {CoverageError} as `readFacilities`
 */
export function spreadByFloorArea(
  neighborhoods: Reading<Neighborhood>,
  buildings: GeoJsonInput,
): PopulationReading | null {
  return guardShape("spreadByFloorArea", () => {
    if (!isJsonObject(neighborhoods) || !Array.isArray(neighborhoods.rows))
      throw invalid("neighborhoods", neighborhoods, say("value.object"));
    const { rows: outlines, counts, diagnostics: ofReading } = readFacilities(buildings);
    const told = neighborhoods.rows.filter(({ population }) => population !== null && population > 0);
    const diagnostics = new Diagnostics(OSM_FINDINGS);
    const leftOut: Partial<Record<DiagnosticCode, number>> = { ...counts.leftOut };
    const leaveOut = (code: DiagnosticCode, id: string, example: string | null = null) => {
      leftOut[code] = (leftOut[code] ?? 0) + 1;
      diagnostics.add(code, "population", id, example);
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
      counts: { ...counts, layer: "population", used, repaired: 0, leftOut },
      diagnostics: sortDiagnostics([
        ...ofReading.map((found) => ({ ...found, layer: "population" as const })),
        ...diagnostics.list(),
      ]),
    };
  });
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
    diagnostics.add("building.none", "population", id);
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
  diagnostics.addMany("building.people", "population", 1, [id], [`${homes.length} (${usual})`]);
}

/** By place, whatever the order of the file. */
function inOrder(buildings: readonly FacilityRecord[]): FacilityRecord[] {
  return [...buildings].sort(
    (a, b) => a.location[1] - b.location[1] || a.location[0] - b.location[0] || (a.id < b.id ? -1 : 1),
  );
}

/** Tells what a building is, if nobody lives in it. */
function otherUseOf(tags: Tags): string | null {
  const { building } = tags;
  if (building === undefined || building === null) return tags["building:part"] === undefined ? null : "building:part";
  if (!HOMES.has(building)) return `building=${String(building).slice(0, 40)}`;
  if (building !== "yes") return null;
  const use = OTHER_USES.find((key) => tags[key] !== undefined && tags[key] !== null && tags[key] !== "no");
  return use === undefined ? null : `${use}=${String(tags[use]).slice(0, 40)}`;
}

/** `null`: the building does not tell. */
function levelsOf(tags: Tags): number | null {
  const levels = firstNumber(tags["building:levels"]);
  if (levels !== null && levels > 0) return Math.min(levels, MOST_LEVELS);
  const meters = firstNumber(tags.height);
  return meters !== null && meters > 0
    ? Math.min(Math.max(1, Math.round(meters / METERS_OF_LEVEL)), MOST_LEVELS)
    : null;
}

/** `5`, `"5"`, `"5.5"`, `"12 m"`; of `"2;3"` the first. */
function firstNumber(value: unknown): number | null {
  const found =
    typeof value === "number"
      ? value
      : Number(/^\s*(\d+(?:[.,]\d+)?)\s*(?:m|;|-|$)/.exec(String(value))?.[1]?.replace(",", "."));
  return Number.isFinite(found) ? found : null;
}
