import { CoverageError } from "../base/errors.js";
import { describe, isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import type { Phrase } from "../base/texts/phrase.js";
import { BASES, REACHES } from "../model/standard.js";
import { isCountryCode } from "./made-for.js";

/** Says of a value whether it is what a standard needs there; else what was expected. */
type Check = (value: unknown) => Phrase | null;
type Shape = Readonly<Record<string, Check>>;

const text: Check = (value) => (typeof value === "string" ? null : say("expected.text"));
const number: Check = (value) => (typeof value === "number" ? null : say("expected.number"));
const flag: Check = (value) => (typeof value === "boolean" ? null : say("expected.boolean"));
const label: Check = (value) =>
  isJsonObject(value) && typeof value.zh === "string" && typeof value.en === "string" ? null : say("expected.label");
const source: Check = (value) => (typeof value === "string" || label(value) === null ? null : say("expected.source"));
const texts: Check = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === "string") ? null : say("expected.texts");
const reach: Check = (value) =>
  REACHES.some((known) => known === value) ? null : say("expected.oneOf", { choices: REACHES.join(", ") });
/** Anything else in it would be a threshold that nobody judges. */
const threshold: Check = (value) =>
  isJsonObject(value) &&
  Object.entries(value).every(([key, far]) =>
    key === "inside" ? far === true : reach(key) === null && typeof far === "number",
  )
    ? null
    : say("expected.threshold");
const scoring: Check = (value) =>
  isJsonObject(value) && isJsonObject(value.weights) && optional(source)(value.source) === null
    ? null
    : say("expected.scoring");
const numbers: Check = (value) =>
  isJsonObject(value) && Object.values(value).every((amount) => typeof amount === "number")
    ? null
    : say("expected.like", { example: '{ "beds": 30 }' });
const lineClasses: Check = (value) =>
  isJsonObject(value) &&
  source(value.source) === null &&
  Array.isArray(value.classes) &&
  value.classes.every(isLineClass)
    ? null
    : say("expected.like", {
        example:
          '{ "source": "…", "classes": [{ "id": "high", "label": { "zh": "高", "en": "high" }, "atLeast": { "all": 7 } }] }',
      });
const isLineClass = (value: unknown) =>
  isJsonObject(value) && typeof value.id === "string" && label(value.label) === null && numbers(value.atLeast) === null;
const basis: Check = (value) =>
  BASES.some((known) => known === value) ? null : say("expected.oneOf", { choices: BASES.join(", ") });
const edition: Check = (value) =>
  typeof value === "string" && /^\d{4}(-\d\d){0,2}$/.test(value)
    ? null
    : say("expected.like", { example: '"2018-12-01"' });
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? null : check(value);

const CATEGORY: Shape = {
  id: text,
  label,
  alsoIn: texts,
  osmTags: texts,
  osmTagsWithKeyword: texts,
  amapCodes: texts,
  amapCodesWithKeyword: texts,
  amapCodesExcept: texts,
  keywords: texts,
  keywordsExcept: texts,
  minAreaSquareMeters: optional(number),
  maxAreaSquareMeters: optional(number),
  unknownAreaCounts: optional(flag),
  minimum: optional(numbers),
};
const ALTERNATIVE: Shape = {
  category: text,
  threshold,
  count: optional(number),
};
const REQUIREMENT: Shape = {
  id: text,
  ...ALTERNATIVE,
  circle: text,
  necessity: text,
  denominator: optional(text),
  source,
  edition: optional(edition),
};
const BASIS: Shape = { listing: basis, necessity: basis, minutes: optional(basis), metres: optional(basis) };
const country: Check = (value) => (isCountryCode(value) ? null : say("expected.like", { example: '"CN"' }));
const STANDARD: Shape = {
  id: text,
  label,
  source,
  country: optional(country),
  judgeBy: reach,
  scoring: optional(scoring),
  gradesSource: optional(source),
  gradeCapWhenMissing: optional(text),
  missingBelowShare: number,
  sliverBelowShare: optional(number),
  lineClasses: optional(lineClasses),
  frame: optional(label),
};
const LISTS: Readonly<Record<string, Shape>> = {
  circles: { id: text, label, source, includes: optional(texts) },
  categories: CATEGORY,
  requirements: REQUIREMENT,
};
const GRADE: Shape = { id: text, label, minScore: number };

/**
 * Checks that a value has the fields of a standard, each of its kind; what they say is checked by `validateStandard`.
 *
 * @throws {CoverageError} `INVALID_STANDARD` naming the first field that is wrong
 */
export function assertStandardShape(standard: unknown): void {
  const fields = assertFields("standard", standard, STANDARD);
  for (const [list, shape] of Object.entries(LISTS)) {
    for (const [path, row] of rowsOf(`standard.${list}`, fields[list])) {
      const { basis, orElse } = assertFields(path, row, shape);
      if (list !== "requirements") continue;
      if (Object.hasOwn(row as object, "verified")) throw outdated(path);
      assertFields(`${path}.basis`, basis, BASIS);
      for (const key of Object.keys(basis as object))
        if (!Object.hasOwn(BASIS, key)) throw wrong(`${path}.basis`, basis, say("expected.basis"));
      if (orElse === undefined) continue;
      for (const [place, way] of rowsOf(`${path}.orElse`, orElse)) assertFields(place, way, ALTERNATIVE);
    }
  }
  if (fields.grades === undefined) return;
  for (const [path, row] of rowsOf("standard.grades", fields.grades)) assertFields(path, row, GRADE);
}

/** Up to 0.1.0 one Boolean stood for all fields; which of them it spoke of cannot be told. */
function outdated(path: string): CoverageError {
  return new CoverageError("INVALID_STANDARD", say("standard.verified", { path }), {
    path: `${path}.verified`,
    hint: say("standard.verified.hint", { choices: BASES.join(", ") }),
  });
}

function rowsOf(path: string, list: unknown): [string, unknown][] {
  if (!Array.isArray(list)) throw wrong(path, list, say("value.list"));
  return Array.from(list, (row, i) => [`${path}[${i}]`, row]);
}

function assertFields(path: string, value: unknown, shape: Shape): Readonly<Record<string, unknown>> {
  if (!isJsonObject(value)) throw wrong(path, value, say("value.object"));
  for (const [field, check] of Object.entries(shape)) {
    const expected = check(value[field]);
    if (expected !== null) throw wrong(`${path}.${field}`, value[field], expected);
  }
  return value;
}

function wrong(path: string, value: unknown, expected: Phrase): CoverageError {
  return new CoverageError("INVALID_STANDARD", say("argument.wrong", { path, value: describe(value), expected }), {
    path,
    hint: say("standard.shape.hint"),
  });
}
