import type { Measure } from "../model/measure.js";
import { balanced } from "./balanced.js";
import { balancingCost } from "./balancing-cost.js";
import { costToAmount, costToPlace } from "./cost-to-amount.js";
import { costToNearest } from "./cost-to-nearest.js";
import { cumulative } from "./cumulative.js";
import { cumulativeInterval } from "./cumulative-interval.js";
import type { Decay } from "./decay.js";
import { type DiversityIndex, diversity } from "./diversity.js";
import { gravity } from "./gravity.js";
import type { NearestMeasureOptions } from "./nearest-measure.js";
import { perThousand } from "./per-thousand.js";
import { proximityTime } from "./proximity-time.js";
import { raam } from "./raam.js";
import type { ReachOptions } from "./reached.js";
import { slowestNeed } from "./slowest-need.js";
import { spatialAvailability } from "./spatial-availability.js";
import { threeStep } from "./three-step.js";
import { modifiedTwoStep, twoStep } from "./two-step.js";

/** What a measure that is written as a text is made of; costs are in its unit. */
export interface AskedMeasure {
  readonly within: number;
  /** How many units of cost a minute (a metre) is. */
  readonly scale: number;
  readonly options: NearestMeasureOptions;
  readonly reach: ReachOptions;
  /** A number above 0 by its key. */
  readonly number: (key: string, usual: number) => number;
  readonly text: (key: string) => string | undefined;
  readonly decay: () => Decay;
}

/** A measure that can be written as a text. */
interface MeasureKind {
  /** What it takes beside what all do. */
  readonly keys: readonly string[];
  /** Whether it counts what facilities supply. */
  readonly isOfReach: boolean;
  /** How far is looked, in minutes, where nothing is said. */
  readonly within: number;
  /** Default: `step`. */
  readonly decay?: string;
  readonly make: (asked: AskedMeasure) => Measure;
}

/** Whose value is minutes: nothing is to be cut off. */
const AN_HOUR = { within: 60 };
const QUARTER_HOUR = { isOfReach: true, within: 15 };

function catchment(make: (decay: Decay, options: ReachOptions) => Measure): MeasureKind {
  return { ...QUARTER_HOUR, keys: ["decay"], make: ({ decay, reach }) => make(decay(), reach) };
}

/** Every measure that can be written as a text, by its name. */
export const KINDS: Readonly<Record<string, MeasureKind>> = {
  nearest: { ...AN_HOUR, isOfReach: false, keys: [], make: ({ within, options }) => costToNearest(within, options) },
  proximity: {
    ...{ ...AN_HOUR, isOfReach: false, keys: ["k"] },
    make: ({ within, options, number }) => proximityTime(number("k", 1), within, options),
  },
  slowest: { ...AN_HOUR, isOfReach: false, keys: [], make: ({ within, options }) => slowestNeed(within, options) },
  cumulative: { ...QUARTER_HOUR, keys: [], make: ({ within, reach }) => cumulative(within, reach) },
  interval: {
    ...{ ...QUARTER_HOUR, keys: ["from"] },
    make: ({ within, scale, number, reach }) =>
      cumulativeInterval(scale * number("from", within / scale / 2), within, { ...reach, every: scale }),
  },
  gravity: {
    ...{ ...QUARTER_HOUR, within: 60, keys: ["decay"], decay: "half-life,10" },
    make: ({ decay, reach }) => gravity(decay(), reach),
  },
  "minutes-to": {
    ...{ ...AN_HOUR, isOfReach: true, keys: ["amount"] },
    make: ({ number, reach }) => costToAmount(number("amount", 1), reach),
  },
  place: {
    ...{ ...AN_HOUR, isOfReach: true, keys: ["amount"] },
    make: ({ number, reach }) => costToPlace(number("amount", 1), reach),
  },
  diversity: {
    ...{ ...QUARTER_HOUR, keys: ["index"] },
    make: ({ within, reach, text }) => {
      const index = text("index") as DiversityIndex | undefined;
      return diversity(within, { ...reach, ...(index && { index }) });
    },
  },
  "2sfca": catchment(twoStep),
  m2sfca: catchment(modifiedTwoStep),
  "3sfca": catchment(threeStep),
  bfca: catchment(balanced),
  availability: {
    ...{ ...QUARTER_HOUR, keys: ["decay", "alpha"] },
    make: ({ decay, reach, number }) => spatialAvailability(decay(), { ...reach, alpha: number("alpha", 1) }),
  },
  balancing: { ...AN_HOUR, isOfReach: true, keys: [], make: ({ reach }) => balancingCost(reach) },
  raam: {
    ...{ ...AN_HOUR, isOfReach: true, keys: ["tau"] },
    make: ({ scale, reach, number }) => raam({ ...reach, tau: scale * number("tau", 60) }),
  },
  "per-thousand": {
    ...{ ...QUARTER_HOUR, keys: [] },
    make: ({ reach: { supply = 1, cutoff: _, ...rest } }) => perThousand(supply, rest),
  },
};
