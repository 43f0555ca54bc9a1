import type { ServicesInReach } from "../../src/model/services.js";
import type { Necessity } from "../../src/model/standard.js";
import { type Fraction, fraction, fractionToNumber, sumOfProducts } from "./exact.js";

/** A line of a standard, and for what part of the people it is known to be within reach; `null` = nobody knows. */
export interface ServiceLine {
  readonly necessity: Necessity;
  readonly share: Fraction | null;
  /** Whether the data know hardly anything of it. */
  readonly mayBeMore: boolean;
}

/** Counts everyday services by their definition: the sum of the shares, exactly; unknown ones are 0 at least and 1 at most. */
export function countServices(lines: readonly ServiceLine[]): ServicesInReach {
  const mandatory = lines.filter(({ necessity }) => necessity === "mandatory");
  const judged = lines.filter(({ necessity }) => necessity !== "label");
  const counted = mandatory.length > 0 ? mandatory : judged.length > 0 ? judged : lines;
  const add = (shares: readonly Fraction[]) =>
    fractionToNumber(sumOfProducts(shares.map((share) => [share, fraction(1)])));
  if (counted.every(({ share }) => share === null)) return { value: null, ceiling: null, of: counted.length };
  return {
    value: add(counted.map(({ share }) => share ?? fraction(0))),
    ceiling: add(counted.map(({ share, mayBeMore }) => (share === null || mayBeMore ? fraction(1) : share))),
    of: counted.length,
  };
}
