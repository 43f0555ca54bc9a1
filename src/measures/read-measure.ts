import { assertText, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { Phrase } from "../base/texts/phrase.js";
import type { Measure } from "../model/measure.js";
import { KINDS } from "./measure-kinds.js";
import { readDecay } from "./read-decay.js";
import { shareWithin } from "./share-within.js";

const SECONDS_PER_MINUTE = 60;
const QUARTER_HOUR = "15";
/** What every measure takes. */
const COMMON_KEYS = ["within", "unit", "of", "id", "share"];
const SUPPLY_KEYS = ["supply", "missing"];

/**
 * Reads a measure that is written as a text: its name, then what it is asked for, all with colons between:
 * `cumulative:within=15:of=supermarket,fresh_market`.
 *
 * - `within` — how far, in minutes (15 by default; 60 for measures that are minutes themselves); `unit=meters`: in meters;
 * - `of` — the categories whose facilities count, with commas between them; all by default;
 * - `supply` — how much a facility gives: the name of one of its attributes (`beds`); `missing=leaveOut` passes over those that do not tell;
 * - `decay` — `step`, `linear`, `gaussian`, or with numbers in minutes `half-life,5`, `exponential,0.08`, `logistic,15,5`, `soft,15`, `gaussian,10`,
 *   `power,1`;
 * - `share` — of measures that are minutes: limits up to which the share of people is told, 15 by default (`share=10,15,20`);
 * - `k`, `amount`, `index`, `tau`, `alpha`, `from` — numbers of single measures;
 * - `id` — its key in the report.
 *
 * The names: `nearest`, `proximity` (`k`), `slowest`, `cumulative`, `interval` (`from`), `gravity`, `minutes-to` (`amount`), `place` (`amount`), `diversity` (`index`), `2sfca`,
 * `m2sfca`, `3sfca`, `bfca`, `availability` (`alpha`), `balancing`, `raam` (`tau`), `per-thousand`.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` for what is no measure, with what is expected
 *
 * @example
 * ```ts
 * import { computeCoverage } from "quarterhour";
 * import { readMeasure } from "quarterhour/measures";
 *
 * const shops = readMeasure("cumulative:within=15:of=supermarket,fresh_market:id=shops");
 * computeCoverage(city, { measures: [shops] }).city.measures?.shops?.median; // → 5
 * ```
 */
export function readMeasure(text: string): Measure {
  assertText("text", text);
  const [name = "", ...parts] = text.split(":");
  const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  if (kind === undefined)
    throw wrong(text, say("measure.unknown", { name }), say("measure.known", { names: Object.keys(KINDS).join(", ") }));
  const known = [...COMMON_KEYS, ...(kind.isOfReach ? SUPPLY_KEYS : []), ...kind.keys];
  const given = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf("=");
    const key = part.slice(0, Math.max(0, at));
    if (!known.includes(key) || given.has(key) || at === part.length - 1)
      throw wrong(
        text,
        say("measure.wrongPart", { name, part }),
        say("measure.knownParts", { keys: known.map((one) => `${one}=`).join(", ") }),
      );
    given.set(key, part.slice(at + 1));
  }
  const isMeters = given.get("unit") === "meters";
  const scale = isMeters ? 1 : SECONDS_PER_MINUTE;
  const positive = (key: string, told: string | number) => {
    const value = Number(told);
    if (!(value > 0 && value < Infinity)) throw invalid(`${text}: ${key}`, told, say("expected.positive"));
    return value;
  };
  const number = (key: string, usual: number) => positive(key, given.get(key) ?? usual);
  if (isMeters && !given.has("within")) throw invalid(`${text}: within`, undefined, say("expected.positive"));
  const within = scale * number("within", kind.within);
  const [id, unit, of, supply, missing] = ["id", "unit", "of", "supply", "missing"].map((key) => given.get(key));
  const options = {
    ...(id !== undefined && { id }),
    ...(unit !== undefined && { unit: unit as "seconds" }),
    ...(of !== undefined && { categories: of.split(",") }),
  };
  const measure = kind.make({
    ...{ within, scale, number, options, text: (key) => given.get(key) },
    reach: {
      ...{ ...options, cutoff: within },
      ...(supply !== undefined && { supply }),
      ...(missing !== undefined && { missingSupply: missing as "unknown" }),
    },
    decay: () => readDecay(given.get("decay") ?? kind.decay ?? "step", { within, scale, path: text }),
  });
  const isOfCosts = measure.unit === "seconds" || (measure.unit === "meters" && given.has("share"));
  const shares = (given.get("share") ?? QUARTER_HOUR).split(",").map((limit) => positive("share", limit));
  return isOfCosts
    ? { ...measure, summary: [...measure.summary, ...shares.map((limit) => shareWithin(scale * limit))] }
    : measure;
}

function wrong(path: string, problem: Phrase, hint: Phrase): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", problem, { path, hint });
}
