import { assertChoice, assertKeys, assertLabel, assertText } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import type { Label } from "../base/words.js";
import type { CategoryId } from "../model/facts.js";
import type { NearestMeasure } from "../model/measure.js";
import { type CostUnit, type NearestTable, NOT_ATTACHED } from "../model/travel.js";
import { assertPositive } from "./decay.js";
import { assertCategories } from "./reached.js";

/** What measures of the nearest facilities have in common. */
export interface NearestMeasureOptions {
  /** Its key in the report. Default: made of the name and the numbers of the measure. */
  readonly id?: string;
  readonly label?: Label;
  /** Default: `"seconds"`. */
  readonly unit?: CostUnit;
  /** Which categories count. One of which the input has no facility: the measure is unknown. Default: every category of the standard that the input has. */
  readonly categories?: readonly CategoryId[];
}

/** How one measure differs from others. */
interface MeasuredNearest {
  readonly name: string;
  readonly label: Label;
  readonly cutoff: number;
  readonly nearestCount: number;
  /** Makes the value of an origin of the costs of its nearest facilities: by category, of each the nearest first. */
  readonly valueOf: (costs: Float64Array) => number;
}

const OPTION_KEYS: ReadonlySet<string> = new Set(["id", "label", "unit", "categories"]);

/** Makes a measure of the nearest facilities. @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION` */
export function measureNearest(one: MeasuredNearest, options: NearestMeasureOptions): NearestMeasure {
  return guardLive(one.name, [options], () => {
    assertKeys(options, OPTION_KEYS);
    const { unit = "seconds", categories, label = one.label } = options;
    const { id = [one.name, ...(categories ?? [])].join("-") } = options;
    const { cutoff, nearestCount } = one;
    assertText("options.id", id);
    assertLabel("options.label", label);
    assertChoice("options.unit", unit, ["seconds", "meters"]);
    assertPositive("cutoff", cutoff);
    if (categories !== undefined) assertCategories(categories);
    return {
      ...{ id, label, unit, table: "nearest", tableUnit: unit, nearestCount, cutoff },
      ...(categories === undefined ? {} : { categories }),
      summary: ["mean", "median", "p90"],
      perOrigin: (table) => {
        const columns = (categories ?? table.categories).map((category) => table.categories.indexOf(category));
        const isUnknown = columns.length === 0 || columns.includes(-1);
        return Float64Array.from({ length: table.originCount }, (_, origin) =>
          isUnknown || !isAttached(table, origin)
            ? Number.NaN
            : one.valueOf(costsOf(table, origin, columns, nearestCount)),
        );
      },
    };
  });
}

function isAttached({ facilityRow, originCount, nearestCount, categories }: NearestTable, origin: number): boolean {
  return categories.every((_, column) => facilityRow[(column * originCount + origin) * nearestCount] !== NOT_ATTACHED);
}

function costsOf(table: NearestTable, origin: number, columns: readonly number[], nearestCount: number): Float64Array {
  const costs = new Float64Array(columns.length * nearestCount);
  columns.forEach((column, i) => {
    const cell = (column * table.originCount + origin) * table.nearestCount;
    for (let rank = 0; rank < nearestCount; rank++) costs[i * nearestCount + rank] = table.cost[cell + rank];
  });
  return costs;
}
