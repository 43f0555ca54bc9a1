import type { FeatureCollection } from "geojson";
import type { Diagnostic } from "../base/diagnostics.js";
import { guardLive } from "../base/guard-call.js";
import type { Layer } from "../base/layers.js";
import { islandsOf } from "../city/account.js";
import type { CityParts } from "../city/city.js";
import type { NamedIsland } from "../city/name-islands.js";
import { PreparedCity } from "../city/prepared-city.js";
import { assertCityOptions, toPreparedCity } from "../city/to-prepared-city.js";
import { type Bounds, boundsOf, boundsOfColumns, boundsOfPolygons, joinBounds } from "../geo/bounds.js";
import type { LayerCounts } from "../model/facts.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import type { Standard } from "../model/standard.js";
import { type FilledTables, fillTables } from "./fill-tables.js";
import { findingPlaces } from "./finding-places.js";
import { judgeTables } from "./judge-tables.js";
import { planCity } from "./plan-city.js";
import { type QuestionOptions, toQuestion } from "./question.js";
import { collectFindings } from "./write-report.js";

/** What a city is checked for. The options of {@link PrepareOptions} only count for a city that is not prepared yet. */
export interface CheckOptions
  extends PrepareOptions,
    Omit<QuestionOptions, "measures" | "knownCategories" | "smallGroupBelow" | "about"> {
  /** Default: the standard a prepared city was prepared for, else `chengduFourCircles`. */
  readonly standard?: Standard;
}

/** What is in an input, and what is wrong with it, before any number is computed of it. */
export interface CityCheck {
  /** What became of every feature of each layer: `given = used + the sum of leftOut`. */
  readonly inputs: readonly LayerCounts[];
  /** Where the layers lie, in degrees; a layer of which nothing can be used is not there. */
  readonly extents: Readonly<Partial<Record<Layer, Bounds>>>;
  /** The longest networks beside the main one, those with most people first. */
  readonly islands: readonly NamedIsland[];
  /** All that a report would tell of the input, warnings first; with the ids of all that it was found of (at most 10,000 each). */
  readonly findings: readonly Diagnostic[];
  /**
   * Where it was found: a feature for each finding and id, with `code`, `severity`, `layer`, `id`, `message` and `action` (in English; the
   * codes are those of `toDiagnosticText`). What was left out when it was read has no geometry.
   */
  readonly places: FeatureCollection;
}

/**
 * Checks the input of a city: what was read, left out and repaired, where it lies, what could not be attached, and whatever a report would warn of.
 *
 * Nothing is judged that is not needed to find this out, and no score is told.
 *
 * @param city GeoJSON layers, readings, or a city from `prepareCity`
 * @throws {CoverageError} for bad arguments and for layers of which nothing can be used, as `prepareCity`
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { checkCity } from "quarterhour";
 *
 * const read = (layer: string) => readFileSync(`fixtures/jincheng/${layer}.geojson`);
 * const check = checkCity({
 *   neighborhoods: read("neighborhoods"),
 *   facilities: read("facilities"),
 *   streets: read("streets"),
 * });
 * check.inputs.map(({ layer }) => layer); // → ["neighborhoods","facilities","streets"]
 * check.findings.some(({ code }) => code === "category.unknown"); // → true
 * check.places.type; // → "FeatureCollection"
 * ```
 */
export function checkCity(city: CityInput | PreparedCity, options: CheckOptions = {}): CityCheck {
  return guardLive("checkCity", [city, options], () => check(city, options));
}

function check(city: CityInput | PreparedCity, options: CheckOptions): CityCheck {
  assertCityOptions(city, options, ["profile", "travel"]);
  const prepared = toPreparedCity(city, options);
  const parts = PreparedCity.parts(prepared);
  const plan = planCity(parts, toQuestion(prepared, options));
  const [filled] = fillTables(parts, [plan], options.onProgress) as [FilledTables];
  const { areas } = judgeTables(parts, plan, filled, options.onProgress);
  const named = areas.map(({ knownShare }, row) => ({ id: prepared.neighborhoods[row]?.id ?? "", knownShare }));
  const findings = collectFindings(parts, plan, filled, named);
  const asked = { categories: plan.standard.categories, profile: plan.profile };
  const islands = islandsOf(parts, asked);
  return {
    inputs: plan.facts.inputs,
    extents: extentsOf(parts),
    islands,
    findings,
    places: findingPlaces(parts, { ...asked, findings, islands }),
  };
}

function extentsOf({ city }: CityParts): CityCheck["extents"] {
  const { neighborhoods, records, streets, origins } = city;
  const hasPeople = origins.populationSource === "population layer";
  return {
    neighborhoods: joinBounds(neighborhoods.map(({ polygons }) => boundsOfPolygons(polygons))),
    ...(records.rows.length > 0 && { facilities: boundsOf(records.rows.map(({ location }) => location)) }),
    ...(streets !== null && { streets: boundsOfColumns(streets.lon, streets.lat) }),
    ...(hasPeople && { population: boundsOfColumns(origins.lon, origins.lat) }),
  };
}
