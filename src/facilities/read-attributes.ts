import type { Tags } from "../base/words.js";
import type { CategoryId } from "../model/facts.js";

/** Tags that count something: beds, seats, people, floors. */
const COUNT_TAGS = ["beds", "capacity:beds", "seats", "capacity", "capacity:persons", "rooms"]
  .concat(["floors", "building:levels", "students", "pupils", "staff", "staff_count", "doctors", "nurses"])
  .concat(["staff_count:doctors", "staff_count:nurses", "teachers"]);

/** Tags that measure ground or floors. */
const AREA_TAGS = ["area", "area_m2", "floor_area", "building:area", "site_area"];

/** Three digits after each separator are thousands; a comma before anything else is a decimal one. */
const THOUSANDS = /^(\d{1,3}(?:[, '’]\d{3})+(?:\.\d+)?)(?!\d)/;
const PLAIN = /^(\d+(?:[.,]\d+)?)(?![\d.,])/;

/** What may follow a count: a word for what is counted. */
const COUNT_UNITS =
  /^(beds?|seats?|persons?|people|pupils?|students?|rooms?|floors?|storeys?|levels?|cars?|places?|张|张?床位?|座位?|席|人|名|间|层|辆|个|所)?$/;

const SQUARE_METERS_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ...["", "m2", "m^2", "sqm", "sq m", "sq.m", "sq. m", "square meters", "square metres", "平方米", "平米"].map(
    (name) => [name, 1] as const,
  ),
  ...["ha", "hectare", "hectares", "公顷"].map((name) => [name, 10_000] as const),
  ...["km2", "km^2", "sq km", "平方公里", "平方千米"].map((name) => [name, 1_000_000] as const),
  ...["ft2", "ft^2", "sqft", "sq ft"].map((name) => [name, 0.09290304] as const),
  ...["acre", "acres"].map((name) => [name, 4046.8564224] as const),
  ["亩", 10_000 / 15],
]);

/** Most places have none: they share one. */
const NONE: Readonly<Record<string, number>> = Object.freeze({});

/**
 * Reads how large a place is: the numbers of those of its tags that count beds, seats, people or floors, or measure an area.
 *
 * Numbers may be written as text, with thousands (`"1,234"`) and a unit (`"120张"`, `"1.5 ha"`); whatever cannot be told for sure
 * ("about 50", "20-30", "yes", a negative number) is left out.
 *
 * @param categories of the place: a number that stands under the name of one of them is how much it has of it (`category: "jobs", jobs: 1200`)
 * @returns by the name of the tag; areas in square metres
 */
export function readAttributes(tags: Tags, categories: readonly CategoryId[] = []): Readonly<Record<string, number>> {
  let attributes: Record<string, number> | null = null;
  const keep = (name: string, value: number | null) => {
    if (value === null) return;
    attributes ??= {};
    attributes[name] = value;
  };
  for (const name of COUNT_TAGS) if (Object.hasOwn(tags, name)) keep(name, readAmount(tags[name], perCount));
  for (const name of categories) if (Object.hasOwn(tags, name)) keep(name, readAmount(tags[name], perCount));
  for (const name of AREA_TAGS) if (Object.hasOwn(tags, name)) keep(name, readAmount(tags[name], perArea));
  return attributes ?? NONE;
}

const perCount = (unit: string) => (COUNT_UNITS.test(unit) ? 1 : undefined);
const perArea = (unit: string) => SQUARE_METERS_PER_UNIT.get(unit);

/** @param perUnit gives what one unit is; `undefined` = it is not known */
function readAmount(value: unknown, perUnit: (unit: string) => number | undefined): number | null {
  if (typeof value === "number") return value >= 0 && value < Infinity ? value : null;
  if (typeof value !== "string") return null;
  // full-width digits and signs such as m² become plain ones
  const text = value.normalize("NFKC").trim().toLowerCase();
  const [, digits] = THOUSANDS.exec(text) ?? PLAIN.exec(text) ?? [];
  if (digits === undefined) return null;
  const factor = perUnit(text.slice(digits.length).trim());
  const plain = THOUSANDS.test(digits) ? digits.replace(/[, '’]/g, "") : digits.replace(",", ".");
  return factor === undefined ? null : Number(plain) * factor;
}
