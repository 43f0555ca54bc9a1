import { assertChoice, assertKeys, assertNumber, assertObject, invalid } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import { aboveCurve, type CurvePoint, curveOf } from "./curves.js";
import {
  atkinsonOf,
  type KolmPollak,
  kappaOf,
  kolmPollakOf,
  type Poverty,
  percentileOf,
  povertyOf,
} from "./indices.js";
import { byValue, type PeopleByValue } from "./people-by-value.js";
import { byRank, type Concentration, concentrationOf, palmaOf, type Ties } from "./ranked.js";
import { type Theil, theilByGroups } from "./theil.js";

/** What is asked of a distribution. */
export interface EquityOptions {
  /** Whether much is good (`"benefit"`: jobs within reach) or bad (`"burden"`: minutes). */
  readonly direction: "benefit" | "burden";
  /** By row, ascending from the poorest: income. `NaN` = not known. Default: the value itself is the rank of Palma's ratio, and there is no concentration. */
  readonly rank?: Float64Array;
  /** By row: the group that its people are of; `null` = of none. */
  readonly groups?: readonly (string | null)[];
  /** What becomes of people of the same rank. Default: `"average"`. */
  readonly ties?: Ties;
  /** The least and the most that values can be, for Erreygers' index. Default: those of all rows, also without people. */
  readonly bounds?: readonly [least: number, most: number];
  /** Lines of poverty. Default: none. */
  readonly lines?: readonly number[];
  /** Aversions to inequality of Atkinson's index. Default: 0.5. */
  readonly atkinson?: readonly number[];
  /** Aversion of Kolm and Pollak's; its sign is that of the direction. Default: 1. */
  readonly epsilon?: number;
  /** κ of Kolm and Pollak's, per unit of the value: above 0 for benefits, below for burdens; to compare distributions at the same one. Default: of `epsilon` and the values. */
  readonly kappa?: number;
  /** Shares of people, 0 to 1. Default: 0.1, 0.5 and 0.9. */
  readonly percentiles?: readonly number[];
}

/** The people of one group, at the parameters of all. */
export interface EquityGroup {
  readonly group: string;
  readonly people: number;
  readonly mean: number;
  readonly gini: number;
  /** Kolm and Pollak's equivalent, at the κ of all. */
  readonly ede: number;
  readonly percentiles: readonly number[];
}

/** How something is shared among people. Weights are people, never rows. */
export interface Equity {
  /** Of whom the rest is told. */
  readonly people: number;
  /** Whose value is `NaN`. */
  readonly unknownPeople: number;
  /** Whose value is `Infinity`: they reach none. In no number but this one. */
  readonly unreachedPeople: number;
  /** Whose rank is not known: they are in neither Palma's ratio nor the concentration. */
  readonly unrankedPeople: number;
  /** `null` as all below: of nobody anything is known. */
  readonly mean: number | null;
  readonly gini: number | null;
  readonly palma: number | null;
  readonly theil: Theil | null;
  readonly concentration: Concentration | null;
  readonly poverty: readonly Poverty[];
  /** By aversion; empty for a burden, which Atkinson's index does not know. */
  readonly atkinson: readonly { readonly epsilon: number; readonly index: number }[];
  readonly kolmPollak: KolmPollak | null;
  /** The smallest value that such a share of people do not exceed. */
  readonly percentiles: readonly { readonly share: number; readonly value: number }[];
  readonly lorenz: readonly CurvePoint[];
  readonly groups: readonly EquityGroup[];
}

const KEYS = new Set("direction rank groups ties bounds lines atkinson epsilon kappa percentiles".split(" "));

/**
 * Computes how something is shared among people: Gini, Palma, Theil, concentration, poverty, Atkinson, Kolm–Pollak, percentiles, curves.
 *
 * The order of the rows changes no bit, unless `ties` is `"byId"`.
 *
 * @param values by row, 0 or more; `NaN` = unknown, `Infinity` = none is reached
 * @param people by row, 0 or more: rows of nobody count nowhere, but for the bounds
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`
 *
 * @example
 * ```ts
 * import { equity } from "quarterhour/inequality";
 *
 * const { gini, theil } = equity(Float64Array.of(1, 3), Float64Array.of(1, 1), { direction: "benefit" });
 * gini; // → 0.25
 * theil?.total.toFixed(6); // → "0.130812"
 * ```
 */
export function equity(values: Float64Array, people: Float64Array, options: EquityOptions): Equity {
  return guardLive("equity", [values, people, options], () => {
    const asked = check(values, people, options);
    const rows = [...values.keys()].filter((row) => people[row] > 0);
    const count = (some: readonly number[]) => some.reduce((sum, row) => sum + people[row], 0);
    const counted = rows.filter((row) => Number.isFinite(values[row]));
    const { rank } = options;
    const ranked = rank === undefined ? counted : counted.filter((row) => !Number.isNaN(rank[row]));
    const all = byValue(counted, values, people);
    const books = {
      people: counted.length === 0 ? 0 : all.people,
      unknownPeople: count(rows.filter((row) => Number.isNaN(values[row]))),
      unreachedPeople: count(rows.filter((row) => values[row] === Infinity)),
      unrankedPeople: count(counted) - count(ranked),
    };
    if (counted.length === 0) return { ...books, ...NOTHING };
    const kappa = asked.kappa ?? kappaOf(all, asked.epsilon);
    const groups = groupsOf(counted, values, people, options.groups);
    const columns = { values, people, rank: rank ?? values };
    return {
      ...books,
      mean: all.mean,
      gini: Math.max(0, aboveCurve(all)),
      palma: palmaOf(ranked, columns),
      theil: theilByGroups(all, groups),
      concentration:
        rank === undefined || ranked.length === 0
          ? null
          : concentrationOf(byRank(ranked, columns, asked.ties), asked.bounds ?? boundsOf(values)),
      poverty: asked.lines.map((line) => povertyOf(all, line, asked.isBurden)),
      atkinson: asked.isBurden ? [] : asked.atkinson.map((epsilon) => ({ epsilon, index: atkinsonOf(all, epsilon) })),
      kolmPollak: kolmPollak(all, asked.kappa === undefined ? asked.epsilon : null, kappa),
      percentiles: asked.percentiles.map((share) => ({ share, value: percentileOf(all, share) })),
      lorenz: curveOf(all),
      groups: [...groups].map(([group, part]) => ({
        ...{ group, people: part.people, mean: part.mean, gini: Math.max(0, aboveCurve(part)) },
        ede: kolmPollakOf(part, kappa),
        percentiles: asked.percentiles.map((share) => percentileOf(part, share)),
      })),
    };
  });
}

const NOTHING = {
  ...{ mean: null, gini: null, palma: null, theil: null, concentration: null, poverty: [], atkinson: [] },
  ...{ kolmPollak: null, percentiles: [], lorenz: [], groups: [] },
} as const;

function kolmPollak(all: PeopleByValue, epsilon: number | null, kappa: number): KolmPollak {
  const ede = kolmPollakOf(all, kappa);
  return { epsilon, kappa, ede, index: ede - all.mean };
}

function boundsOf(values: Float64Array): [number, number] {
  const finite = values.filter(Number.isFinite);
  return [finite.reduce((a, b) => Math.min(a, b), Infinity), finite.reduce((a, b) => Math.max(a, b), -Infinity)];
}

/** Groups in the order of their names. */
function groupsOf(
  rows: readonly number[],
  values: Float64Array,
  people: Float64Array,
  groups: EquityOptions["groups"],
): Map<string, PeopleByValue> {
  const rowsOf = new Map<string, number[]>();
  for (const row of rows) {
    const group = groups?.[row] ?? null;
    if (group === null) continue;
    const own = rowsOf.get(group);
    if (own === undefined) rowsOf.set(group, [row]);
    else own.push(row);
  }
  const names = [...rowsOf.keys()].sort((a, b) => (a < b ? -1 : 1));
  return new Map(names.map((name) => [name, byValue(rowsOf.get(name) ?? [], values, people)]));
}

function check(values: Float64Array, people: Float64Array, options: EquityOptions) {
  assertColumn("values", values, null);
  assertColumn("people", people, values.length);
  assertObject("options", options);
  assertKeys(options, KEYS);
  const { direction, rank, groups, ties = "average", bounds, epsilon = 1, kappa } = options;
  const { lines = [], atkinson = [0.5], percentiles = [0.1, 0.5, 0.9] } = options;
  assertChoice("options.direction", direction, ["benefit", "burden"]);
  assertChoice("options.ties", ties, ["average", "byId"]);
  if (rank !== undefined) assertColumn("options.rank", rank, values.length, true);
  if (groups !== undefined && !(Array.isArray(groups) && groups.length === values.length))
    throw invalid("options.groups", groups, say("value.list"));
  assertNumber("options.epsilon", epsilon);
  if (kappa !== undefined && !Number.isFinite(kappa)) throw invalid("options.kappa", kappa, say("expected.number"));
  for (const [path, list] of Object.entries({
    lines,
    atkinson,
    percentiles,
    ...(bounds === undefined ? {} : { bounds }),
  })) {
    if (!Array.isArray(list)) throw invalid(`options.${path}`, list, say("value.list"));
    Array.from(list).forEach((number: unknown, i) => {
      const isIn = typeof number === "number" && number >= 0 && number < Infinity;
      if (!isIn) throw invalid(`options.${path}[${i}]`, number, say("expected.notNegative"));
    });
  }
  const isBurden = direction === "burden";
  return {
    isBurden,
    ties,
    bounds,
    lines,
    atkinson,
    percentiles,
    kappa,
    epsilon: isBurden ? -Math.abs(epsilon) : Math.abs(epsilon),
  };
}

function assertColumn(path: string, column: unknown, length: number | null, mayBeNegative = false): void {
  if (!(column instanceof Float64Array) || (length !== null && column.length !== length))
    throw invalid(path, column, say("expected.float64", { count: length ?? "n" }));
  const isWrong = (value: number, isPeople: boolean) => value < 0 || (isPeople && !(value < Infinity));
  const wrong = mayBeNegative ? -1 : column.findIndex((value) => isWrong(value, path === "people"));
  if (wrong >= 0) throw invalid(`${path}[${wrong}]`, column[wrong], say("expected.notNegative"));
}
