import { CoverageError } from "../base/errors.js";
import { describe, isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import type { Phrase } from "../base/texts/phrase.js";
import { REACHES } from "../model/standard.js";

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
  isJsonObject(value) && Object.entries(value).every(([key, far]) => reach(key) === null && typeof far === "number")
    ? null
    : say("expected.threshold");
const scoring: Check = (value) => (isJsonObject(value) && isJsonObject(value.weights) ? null : say("expected.scoring"));
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
};
const ALTERNATIVE: Shape = {
  category: text,
  threshold,
  count: optional(number),
};
const REQUIREMENT: Shape = { id: text, ...ALTERNATIVE, circle: text, necessity: text, source, verified: flag };
const STANDARD: Shape = {
  id: text,
  label,
  source,
  judgeBy: reach,
  scoring: optional(scoring),
  gradeCapWhenMissing: optional(text),
  missingBelowShare: number,
  sliverBelowShare: optional(number),
};
const LISTS: Readonly<Record<string, Shape>> = {
  circles: { id: text, label, source },
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
      const { orElse } = assertFields(path, row, shape);
      if (list !== "requirements" || orElse === undefined) continue;
      for (const [place, way] of rowsOf(`${path}.orElse`, orElse)) assertFields(place, way, ALTERNATIVE);
    }
  }
  if (fields.grades === undefined) return;
  for (const [path, row] of rowsOf("standard.grades", fields.grades)) assertFields(path, row, GRADE);
}

function rowsOf(path: string, list: unknown): [string, unknown][] {
  if (!Array.isArray(list)) throw wrong(path, list, say("value.list"));
  return list.map((row, i) => [`${path}[${i}]`, row]);
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
