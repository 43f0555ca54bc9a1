import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { Decay } from "./decay.js";
import {
  exponential,
  gaussian,
  gaussianTruncated,
  halfLife,
  inversePower,
  linear,
  logistic,
  soft,
  step,
} from "./decays.js";

/** What a decay that is written as a text is measured in. */
interface DecayTerms {
  readonly within: number;
  /** How many units of cost one unit of its numbers is. */
  readonly scale: number;
  /** Where it stands. */
  readonly path: string;
}

/** By name: how many numbers a decay takes at least, and what it is made of them, in units of cost. */
const DECAYS: Readonly<
  Record<string, { readonly least: number; readonly make: (terms: DecayTerms, numbers: readonly number[]) => Decay }>
> = {
  step: { least: 0, make: ({ within }) => step(within) },
  linear: { least: 0, make: ({ within }) => linear(within) },
  gaussian: {
    least: 0,
    make: ({ within, scale }, [deviation]) =>
      deviation === undefined ? gaussianTruncated(within) : gaussian(scale * deviation),
  },
  "half-life": { least: 1, make: ({ scale }, [half = 0]) => halfLife(scale * half) },
  exponential: { least: 1, make: ({ scale }, [rate = 0]) => exponential(rate / scale) },
  logistic: { least: 2, make: ({ scale }, [middle = 0, deviation = 0]) => logistic(scale * middle, scale * deviation) },
  soft: { least: 1, make: ({ scale }, [threshold = 0]) => soft(scale * threshold) },
  power: { least: 1, make: ({ scale }, [power = 0]) => inversePower(power, scale) },
};

/** Reads a decay: its name, then its numbers with commas between. @throws {CoverageError} `INVALID_ARGUMENT` */
export function readDecay(text: string, terms: DecayTerms): Decay {
  const [name = "", ...numbers] = text.split(",");
  const decay = Object.hasOwn(DECAYS, name) ? DECAYS[name] : undefined;
  if (decay === undefined || numbers.length < decay.least)
    throw new CoverageError("INVALID_ARGUMENT", say("measure.decay", { text }), {
      path: terms.path,
      hint: say("measure.decay.hint", { names: Object.keys(DECAYS).join(", ") }),
    });
  return decay.make(terms, numbers.map(Number));
}
