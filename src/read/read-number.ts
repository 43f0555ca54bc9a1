import { isNothing } from "./tag-values.js";

/** How many people a Chinese unit stands for. */
const UNITS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
/** A number of people as they are written: 约1.2万人, 1 234, 1'234. Signs are left to people to sort out. */
const PEOPLE = /^(?:约|約|~|≈)?(\d[\d.,]*)([百千万萬亿億]?)[余多]?[人口名位]?$/;
const PLAIN = /^\d+(\.\d+)?$/;
/** As programs write large numbers: 1.2e+06. */
const EXPONENT = /^\d+(\.\d+)?e\+?\d{1,2}$/i;
const SPACES = /(?<=\d)[\s'’_](?=\d{3})/g;
const GROUPS_OF_THREE = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/;
const INDIAN_GROUPS = /^\d{1,2}(?:,\d{2})+,\d{3}$/;

/**
 * Reads a number, or a text that holds one: with separators of thousands (`1,234`, `1 234`, `1.234.567`), a decimal comma,
 * full-width digits, an exponent (`1.2e+06`) or a Chinese unit (`1.2万人`). `null` = it is none.
 *
 * @param hasDecimalComma what a single separator before three digits is: `1.234` is 1234, and `1,234` hardly more than one
 */
export function readNumber(value: unknown, hasDecimalComma = false): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  const text = typeof value === "string" ? toPlain(value) : "";
  if (EXPONENT.test(text)) return Number(text);
  const people = PEOPLE.exec(text);
  if (people === null) return null;
  const count = readDigits(people[1] as string, hasDecimalComma);
  // 1.2 × 10,000 is 12,000, not a hair more
  return count === null ? null : Number((count * (UNITS[people[2] ?? ""] ?? 1)).toPrecision(15));
}

/** Tells from all values of a property how its texts are written: `1.234.567` or `12,5` somewhere, and no `12.5`. */
export function usesDecimalComma(values: Iterable<unknown>): boolean {
  let isSeen = false;
  for (const value of values) {
    if (typeof value !== "string" || isNothing(value)) continue;
    const digits = PEOPLE.exec(toPlain(value))?.[1];
    if (digits === undefined) continue;
    // "12.5", "1,234,567", "1,234.5"
    if (/\.\d{1,2}$|\.\d{4,}$|,\d{3},|,\d{3}\./.test(digits)) return false;
    if (/,\d{1,2}$|,\d{4,}$|\.\d{3}\.|\.\d{3},/.test(digits)) isSeen = true;
  }
  return isSeen;
}

function toPlain(text: string): string {
  const half = text.normalize("NFKC").trim();
  return PLAIN.test(half) ? half : half.replace(SPACES, "");
}

function readDigits(digits: string, hasDecimalComma: boolean): number | null {
  const point = digits.lastIndexOf(".");
  const comma = digits.lastIndexOf(",");
  if (point < 0 && comma < 0) return Number(digits);
  if (point >= 0 && comma >= 0) {
    // the last one is the decimal separator, if it stands there once
    const at = Math.max(point, comma);
    const whole = digits.slice(0, at);
    const part = digits.slice(at + 1);
    return GROUPS_OF_THREE.test(whole) && /^\d+$/.test(part) ? Number(`${withoutSeparators(whole)}.${part}`) : null;
  }
  if (INDIAN_GROUPS.test(digits)) return Number(withoutSeparators(digits));
  const isOnce = digits.indexOf(point < 0 ? "," : ".") === Math.max(point, comma);
  const isGroup = GROUPS_OF_THREE.test(digits) && !digits.startsWith("0");
  if (isGroup && (!isOnce || hasDecimalComma === comma < 0)) return Number(withoutSeparators(digits));
  const plain = digits.replace(",", ".");
  return isOnce && PLAIN.test(plain) ? Number(plain) : null;
}

const withoutSeparators = (digits: string): string => digits.replace(/[.,]/g, "");
