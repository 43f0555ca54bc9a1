import { assertChoice, assertKeys, assertLabel, assertText, invalid } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import type { Label } from "../base/words.js";
import type { CategoryId, Facility, Origins } from "../model/facts.js";
import type { MeasuredPlaces, ReachMeasure } from "../model/measure.js";
import type { CostUnit, ReachTable } from "../model/travel.js";
import { assertPositive } from "./decay.js";
import { reachMeasure } from "./reach-measure.js";

/**
 * How much a facility has to give: one of its `attributes` (`"beds"`, `"seats"`, `"area_m2"`, `"jobs"`), the same number for each, or a
 * function of the facility, `NaN` where it is not known.
 */
export type Supply = string | number | ((facility: Facility) => number);

/** What measures of all facilities within reach have in common. */
export interface ReachOptions {
  /** Its key in the report. Default: made of the name and the numbers of the measure. */
  readonly id?: string;
  readonly label?: Label;
  /** What costs are, and all numbers that are costs. Default: `"seconds"`. */
  readonly unit?: CostUnit;
  /** How far is searched. Default: where the weights end; a measure whose weights never do needs it. */
  readonly cutoff?: number;
  /** Whose facilities count. One of which the input has no facility: the measure is unknown. Default: every category of the standard that the input has. */
  readonly categories?: readonly CategoryId[];
  /** Default: 1, facilities are counted. */
  readonly supply?: Supply;
  /**
   * What becomes of facilities whose supply is not known. `"unknown"`: whoever has one within reach has an unknown value, never a smaller
   * one; `"leaveOut"`: they are as if they were not there. Default: `"unknown"`.
   */
  readonly missingSupply?: "unknown" | "leaveOut";
}

/** What measures compute with. */
export interface Reached {
  readonly table: ReachTable;
  readonly places: MeasuredPlaces;
  /** By origin row; `NaN` where no input tells of people. */
  readonly people: Float64Array;
  /** By facility row; 0 for facilities of other categories, `NaN` = not known. */
  readonly supply: Float64Array;
}

/** How one measure differs from others. */
export interface ReachedMeasure {
  readonly name: string;
  readonly label: Label;
  readonly unit: ReachMeasure["unit"];
  /** Where its weights end. */
  readonly endsAt: number;
  /** What it takes of its own, beside those of `ReachOptions`. */
  readonly ownOptions?: readonly string[];
  /** Whether it looks at where places lie only: who is near no street has a value, too. Default: no. */
  readonly isOfPlaces?: boolean;
  readonly compute: (reached: Reached) => Float64Array;
}

const OPTION_KEYS = ["id", "label", "unit", "cutoff", "categories", "supply", "missingSupply"];

/** Makes a measure of all facilities within reach. @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION` */
export function measureReached(one: ReachedMeasure, options: ReachOptions): ReachMeasure {
  return guardLive(one.name, [options], () => {
    assertKeys(options, new Set([...OPTION_KEYS, ...(one.ownOptions ?? [])]));
    const { unit = "seconds", cutoff = one.endsAt, categories, supply = 1, missingSupply = "unknown" } = options;
    const { id = [one.name, ...(categories ?? [])].join("-"), label = one.label } = options;
    assertText("options.id", id);
    assertLabel("options.label", label);
    assertChoice("options.unit", unit, ["seconds", "meters"]);
    assertPositive("options.cutoff", cutoff);
    if (options.cutoff === undefined && cutoff === Infinity)
      throw invalid("options.cutoff", undefined, say("expected.positive"));
    if (categories !== undefined) assertCategories(categories);
    if (!(["string", "function"].includes(typeof supply) || (typeof supply === "number" && supply >= 0)))
      throw invalid("options.supply", supply, say("expected.supply"));
    assertChoice("options.missingSupply", missingSupply, ["unknown", "leaveOut"]);
    return reachMeasure({
      ...{ id, label, unit: one.unit, tableUnit: unit, cutoff },
      ...(categories === undefined ? {} : { categories }),
      summary: ["mean", "median", "p90"],
      perOrigin: (table, places) => {
        const wanted = categories ?? table.categories;
        if (wanted.length === 0 || wanted.some((category) => !table.categories.includes(category)))
          return new Float64Array(table.originCount).fill(Number.NaN);
        const supplies = supplyOf(places.facilities, wanted, supply);
        if (missingSupply === "leaveOut") for (const row of supplies.keys()) supplies[row] ||= 0;
        const values = one.compute({ table, places, people: peopleOf(places.origins), supply: supplies });
        if (one.isOfPlaces !== true) for (const origin of table.unattachedOrigins) values[origin] = Number.NaN;
        return values;
      },
    });
  });
}

/** @throws {CoverageError} `INVALID_ARGUMENT` unless it is a list of texts that is not empty */
export function assertCategories(categories: unknown): void {
  if (!Array.isArray(categories) || categories.length === 0)
    throw invalid("options.categories", categories, say("expected.list"));
  Array.from(categories).forEach((category, row) => {
    assertText(`options.categories[${row}]`, category);
  });
}

/** Tells how much each facility has to give. */
function supplyOf(facilities: readonly Facility[], wanted: readonly CategoryId[], supply: Supply): Float64Array {
  const isWanted = new Set(wanted);
  return Float64Array.from(facilities, (facility) => {
    if (!facility.categories.some((category) => isWanted.has(category))) return 0;
    const amount =
      typeof supply === "number"
        ? supply
        : typeof supply === "string"
          ? Object.hasOwn(facility.attributes, supply)
            ? facility.attributes[supply]
            : Number.NaN
          : supply(facility);
    return typeof amount === "number" && amount >= 0 && amount < Infinity ? amount : Number.NaN;
  });
}

/** Everybody once, where neighborhoods overlap. */
function peopleOf({ countedPopulation, population, populationSource }: Origins): Float64Array {
  if (populationSource === "none") return new Float64Array(population.length).fill(Number.NaN);
  return countedPopulation ?? population;
}
