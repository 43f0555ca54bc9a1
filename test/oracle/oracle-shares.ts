import type { AreaCoverage, Share } from "../../src/model/report.js";
import type { Requirement } from "../../src/model/standard.js";
import { exact, type Fraction, fractionToNumber, sum, toNumber } from "./exact.js";

// Who is covered, and which part of the people and of the ground that is.

export type Verdict = "yes" | "no" | "unknown";
/** The way of somebody to the facility that counts for a requirement. */
export interface Trip {
  /** `null` = nobody knows. One of the two is what all trips of the requirement are told in. */
  readonly seconds: number | null;
  readonly meters: number | null;
  readonly facilityRow: number;
}
/** What somebody finds for one requirement. */
export interface Finding {
  readonly verdict: Verdict;
  /** `null` = nothing within the cutoff. */
  readonly trip: Trip | null;
  readonly hasNoWay: boolean;
  readonly within: number;
}
/** Those who start at one origin. */
export interface Person {
  readonly neighborhood: number;
  readonly place: readonly [lon: number, lat: number];
  readonly people: bigint;
  readonly ground: bigint;
  /** Of the requirements that have data. */
  readonly findings: ReadonlyMap<Requirement, Finding>;
}
/** What an area has, whatever its origins have. */
export type Totals = Pick<AreaCoverage, "population" | "areaSquareMeters">;
/** A share, and what is told of it; `null` = nothing is known. */
interface ExactShare {
  readonly share: Fraction | null;
  readonly told: Share;
}
export interface Shares {
  readonly population: ExactShare;
  readonly area: ExactShare;
}

/** Share = covered ÷ (total − unknown), of people and of ground. */
export function sharesOver(persons: readonly Person[], verdictOf: (person: Person) => Verdict): Shares {
  const over = (weightOf: (person: Person) => bigint): ExactShare => {
    const weightWith = (verdict: Verdict) =>
      sum(persons.filter((person) => verdictOf(person) === verdict).map(weightOf));
    const [covered, uncovered, unknown] = [weightWith("yes"), weightWith("no"), weightWith("unknown")];
    const known = covered + uncovered;
    return toShare(known === 0n ? null : { top: covered, bottom: known }, covered, known + unknown, unknown);
  };
  return { population: over(({ people }) => people), area: over(({ ground }) => ground) };
}

export function nothingKnown({ population, areaSquareMeters }: Totals): Shares {
  const all = (total: number) => toShare(null, 0n, exact(total), exact(total));
  return { population: all(population ?? 0), area: all(areaSquareMeters) };
}

function toShare(share: Fraction | null, covered: bigint, total: bigint, unknown: bigint): ExactShare {
  const told = { covered: toNumber(covered), total: toNumber(total), unknown: toNumber(unknown) };
  return { share, told: { share: share === null ? null : fractionToNumber(share), ...told } };
}

/** By people; by ground where nobody lives. */
export function deciding({ population, area }: Shares): Fraction | null {
  return population.told.total > 0 ? population.share : area.share;
}
