// Sums, quotients and comparisons that never round: numbers as their decimals say, as fractions of whole numbers.

export interface Fraction {
  readonly top: bigint;
  /** More than 0. */
  readonly bottom: bigint;
}

/** Units of a sum: whole numbers of 10^-40. */
const DECIMALS = 40;
const ONE = 10n ** BigInt(DECIMALS);

/** Reads a number as it is written, 0.1 as one tenth, in whole units of 10^-40. */
export function exact(value: number): bigint {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const [whole = "", part = ""] = digits.split(".");
  return BigInt(whole + part) * 10n ** BigInt(DECIMALS - part.length + Number(exponent));
}

export function sum(units: readonly bigint[]): bigint {
  let total = 0n;
  for (const value of units) total += value;
  return total;
}

/** Gives the number that is nearest to so many units, or one beside it. */
export function toNumber(units: bigint): number {
  return Number(units) / Number(ONE);
}

export function fraction(value: number): Fraction {
  return { top: exact(value), bottom: ONE };
}

/** Adds up products. */
export function sumOfProducts(pairs: readonly (readonly [Fraction, Fraction])[]): Fraction {
  return pairs.reduce(
    (total, [a, b]) => {
      const [top, bottom] = [a.top * b.top, a.bottom * b.bottom];
      return { top: total.top * bottom + top * total.bottom, bottom: total.bottom * bottom };
    },
    { top: 0n, bottom: 1n },
  );
}

export function isLess(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom < b.top * a.bottom;
}

/** Gives the number that is nearest to a fraction, or one beside it. */
export function fractionToNumber({ top, bottom }: Fraction): number {
  return toNumber((top * ONE) / bottom);
}
