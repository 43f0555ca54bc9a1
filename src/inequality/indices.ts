import { exponentialOf, logarithmOf, powerOf } from "../geo/exponential.js";
import { type PeopleByValue, sumOver } from "./people-by-value.js";

/** A measure of inequality at the level of welfare: what all would have to have alike to be as well off, and how far the mean is from it. */
export interface KolmPollak {
  /** `null`: κ was given. */
  readonly epsilon: number | null;
  /** Per unit of the value; groups are compared at the same one. */
  readonly kappa: number;
  /** The equally-distributed equivalent. */
  readonly ede: number;
  /** `ede` less the mean: below 0 for benefits, above for burdens. */
  readonly index: number;
}

/**
 * Computes Atkinson's index: the part of all that could be given up, if the rest were shared alike. 1 where somebody has nothing and
 * `epsilon` is 1 or more.
 *
 * @see A. B. Atkinson, "On the measurement of inequality", Journal of Economic Theory 2, 1970
 */
export function atkinsonOf({ values, weights, people, mean }: PeopleByValue, epsilon: number): number {
  if (mean === 0) return 0;
  if (epsilon >= 1 && values[0] === 0) return 1;
  const meanOf = (term: (value: number) => number) =>
    sumOver(values.length, (i) => weights[i] * term(values[i])) / people;
  if (epsilon === 1) return 1 - exponentialOf(meanOf((value) => logarithmOf(value / mean)));
  return (
    1 -
    powerOf(
      meanOf((value) => powerOf(value / mean, 1 - epsilon)),
      1 / (1 - epsilon),
    )
  );
}

/** Computes the parameter of Kolm and Pollak's index from data: ε Σwx / Σwx². 0 where nobody has anything. */
export function kappaOf({ values, weights, people, mean }: PeopleByValue, epsilon: number): number {
  const squares = sumOver(values.length, (i) => weights[i] * values[i] * values[i]);
  return squares === 0 ? 0 : (epsilon * people * mean) / squares;
}

/**
 * Computes the equally-distributed equivalent of Kolm and Pollak, -ln(Σ w e^(-κx) / Σ w) / κ, from the largest term on, so that nothing
 * overflows. The mean, where κ is 0.
 *
 * @see T. M. Logan et al., "Measuring inequalities in urban systems", Sustainable Cities and Society 75, 2021
 */
export function kolmPollakOf({ values, weights, people, mean }: PeopleByValue, kappa: number): number {
  if (kappa === 0) return mean;
  const extreme = kappa > 0 ? values[0] : values[values.length - 1];
  const sum = sumOver(values.length, (i) => weights[i] * exponentialOf(-kappa * (values[i] - extreme)));
  return extreme - logarithmOf(sum / people) / kappa;
}

/** Poverty of so many, of how much, and of how badly: of Foster, Greer and Thorbecke. */
export interface Poverty {
  readonly line: number;
  /** The share of people below the line (above it, if the value is a burden). */
  readonly headcount: number;
  /** The mean gap, as a part of the line; 0 for those who are not poor. */
  readonly gap: number;
  /** The mean of the squares of the gaps. */
  readonly severity: number;
}

/** @see J. Foster, J. Greer and E. Thorbecke, "A class of decomposable poverty measures", Econometrica 52, 1984 */
export function povertyOf({ values, weights, people }: PeopleByValue, line: number, isBurden: boolean): Poverty {
  const gapOf = (value: number) => ((isBurden ? value - line : line - value) > 0 ? Math.abs(value - line) / line : 0);
  const meanOf = (term: (gap: number) => number) =>
    sumOver(values.length, (i) => weights[i] * term(gapOf(values[i]))) / people;
  return {
    line,
    headcount: meanOf((gap) => (gap > 0 ? 1 : 0)),
    gap: meanOf((gap) => gap),
    severity: meanOf((gap) => gap * gap),
  };
}

/** Finds the smallest value that a share of the people do not exceed. @param share 0 to 1 */
export function percentileOf({ values, weights, people }: PeopleByValue, share: number): number {
  // a hair lower: the same people in other units must give the same value
  const enough = share * people * (1 - 1e-12);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += weights[i];
    if (sum >= enough) return values[i];
  }
  return values[values.length - 1] ?? Number.NaN;
}
