import { CoverageError } from "../../base/errors.js";
import type { JsonObject } from "../../base/json-object.js";
import { DATUMS, type Datum, LAYER_IDS, LAYERS, type Layer, type PropertyRole } from "../../base/layers.js";
import { say } from "../../base/texts/node.js";
import type { Phrase } from "../../base/texts/phrase.js";
import type { LonLat } from "../../base/words.js";
import { KINDS } from "../../measures/measure-kinds.js";
import { readMeasure } from "../../measures/read-measure.js";
import type { PropertyNames } from "../../model/input.js";
import { isCountryCode } from "../../standards/made-for.js";
import { described, keyed, mapOf, numberFrom, oneOf, oneOrMore, type ReadValue, TEXT } from "./value-schema.js";

/** What a property can be named for. */
export const PROPERTY_ROLES: readonly PropertyRole[] = [
  ...new Set(Object.values(LAYERS).flatMap(({ properties }) => properties)),
];

/** The datum of each layer that has one stated. */
export type Datums = Readonly<Partial<Record<Layer, Datum>>>;
/** The named properties of each layer. */
export type Properties = Readonly<Partial<Record<Layer, PropertyNames>>>;

/** A fact about files that they do not tell, by layer or by the file as it was named. */
export type ByInput = Readonly<Record<string, string>>;
/** Columns by what they hold: `lon` and `lat`, `position` or `geometry`. */
export type NamedColumns = Readonly<Partial<Record<ColumnRole, string>>>;
export type ColumnRole = "lon" | "lat" | "position" | "geometry";
const COLUMN_ROLES: readonly string[] = ["lon", "lat", "position", "geometry"];
const byLayer = (schema: JsonObject) => Object.fromEntries(LAYER_IDS.map((layer) => [layer, schema]));
/** Scores are 0 to 100, shares 0 to 1. */
const GATES: JsonObject = {
  ...mapOf(numberFrom(0, 100)),
  propertyNames: { pattern: "^[^=]+$", not: { const: "share" } },
  patternProperties: { "^(?!score(:|$))": numberFrom(0, 1) },
};

/** Takes a text as it is, but not an empty one. */
export const readText: ReadValue = described(TEXT, (text, _before, subject) => {
  if (text === "") throw wrongValue(subject, text, say("expected.nonEmptyText"));
  return text;
});

/** Adds a text to those given before. */
export const readTexts: ReadValue = described(oneOrMore(TEXT), (text, before, subject) => [
  ...((before as readonly string[] | undefined) ?? []),
  readText(text, undefined, subject),
]);

/** What a schema can tell of a measure: it begins with one of their names. */
const MEASURE: JsonObject = { type: "string", pattern: `^(${Object.keys(KINDS).join("|")})(:|$)` };

/** Adds a measure to those given before: its text, if it can be read. */
export const readMeasures: ReadValue = described(oneOrMore(MEASURE), (text, before, subject) => {
  readMeasure(text);
  return readTexts(text, before, subject);
});

/** Makes a reader of numbers from `least` to `most`. */
export function readNumber(least: number, what: Phrase, most: number = Infinity): ReadValue {
  const expected =
    most === Infinity ? say("expected.atLeast", { what, least }) : say("expected.between", { what, least, most });
  return described(numberFrom(least, most), (text, _before, subject) => {
    const value = toNumber(text);
    if (value >= least && value <= most && value < Infinity) return value;
    throw wrongValue(subject, text, expected);
  });
}

/** Makes a reader of whole numbers from `least` to `most`. */
export function readWhole(least: number, most: number): ReadValue {
  const what = say("unit.whole");
  const read = readNumber(least, what, most);
  return described({ ...numberFrom(least, most), type: "integer" }, (text, before, subject) => {
    const value = read(text, before, subject);
    if (Number.isInteger(value)) return value;
    throw wrongValue(subject, text, say("expected.between", { what, least, most }));
  });
}

/** Makes a reader of one of several words. */
export function readChoice(choices: readonly string[]): ReadValue {
  return described(oneOf(choices), (text, _before, subject) => {
    if (choices.includes(text)) return text;
    throw wrongValue(subject, text, say("expected.oneOf", { choices: choices.join(", ") }));
  });
}

/** Makes a reader of one of several words, added to those given before. */
export function readChoices(choices: readonly string[]): ReadValue {
  const read = readChoice(choices);
  return described(oneOrMore(oneOf(choices)), (text, before, subject) => [
    ...new Set([...((before as readonly string[] | undefined) ?? []), read(text, undefined, subject)]),
  ]);
}

/** Makes a reader of some of several words, given one by one or with commas between them: a text for one of them, else a list without doubles. */
export function readOneOrMore(choices: readonly string[]): ReadValue {
  const read = readChoice(choices);
  return described(oneOrMore(oneOf(choices)), (text, before, subject) => {
    const known = before === undefined ? [] : [before as string | readonly string[]].flat();
    const words = new Set([...known, ...text.split(",").map((word) => read(word.trim(), undefined, subject))]);
    return words.size === 1 ? [...words][0] : [...words];
  });
}

/** Reads the two letters of a country, in either case. */
export const readCountry: ReadValue = described(
  { type: "string", pattern: "^[A-Za-z]{2}$" },
  (text, _before, subject) => {
    const code = text.toUpperCase();
    if (isCountryCode(code)) return code;
    throw wrongValue(subject, text, say("expected.country"));
  },
);

/** Parses minutes with commas between them; `null` if they are not all more than 0. */
export function parseMinutes(text: string): readonly number[] | null {
  const minutes = text.split(",").map(toNumber);
  return minutes.every((value) => value > 0 && value < Infinity) ? minutes : null;
}

/** Parses `lon,lat`; `null` if that is no place on earth. */
export function parseLocation(text: string): LonLat | null {
  const [lon = Number.NaN, lat = Number.NaN, ...more] = text.split(",").map(toNumber);
  return more.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

/** Reads minutes with commas between them. */
export const readMinutes: ReadValue = described(
  { type: "array", items: { type: "number", exclusiveMinimum: 0 }, minItems: 1 },
  (text, _before, subject) => {
    const minutes = parseMinutes(text);
    if (minutes !== null) return minutes;
    throw wrongValue(subject, text, say("expected.minutes"));
  },
);

/** Reads `lon,lat`. */
export const readLocation: ReadValue = described(
  { type: "array", items: { type: "number" }, minItems: 2, maxItems: 2 },
  (text, _before, subject) => {
    const location = parseLocation(text);
    if (location !== null) return location;
    throw wrongValue(subject, text, say("expected.lonLat"));
  },
);

/** Reads `layer=datum`, and adds it to what was given before. */
export const readDatum: ReadValue = described(keyed(byLayer(oneOf(DATUMS))), (text, before, subject) => {
  const [layer, datum] = splitOnce(text, "=");
  if (LAYER_IDS.includes(layer as Layer) && DATUMS.includes(datum as Datum))
    return { ...(before as Datums | undefined), [layer]: datum };
  const choices = `${LAYER_IDS.join(", ")}; ${DATUMS.join(", ")}`;
  throw wrongValue(subject, text, say("expected.datum", { choices }));
});

/**
 * Makes a reader of `layer=value` or `file=value`, which adds to what was given before.
 *
 * @param choices the values that are allowed, or some of them to name. Absent: any
 * @param isAllowed what tells it, if `choices` are not all
 */
export function readByInput(choices?: readonly string[], isAllowed?: (value: string) => boolean): ReadValue {
  const allows = isAllowed ?? ((value: string) => choices?.includes(value) ?? value !== "");
  const schema = choices === undefined || isAllowed !== undefined ? TEXT : oneOf(choices);
  return described(mapOf(schema), (text, before, subject) => {
    // texts for PROJ hold signs of their own: "+proj=tmerc +lon_0=105"
    const [input, value] = splitOnce(text, "=");
    if (input !== "" && allows(value)) return { ...(before as ByInput | undefined), [input]: value };
    const example = `facilities=${choices?.at(-1) ?? "EPSG:4544"}`;
    throw wrongValue(subject, text, say("expected.byInput", { example, choices: choices?.join(", ") ?? "…" }));
  });
}

/** Reads `layer.lon=column` or `file.lon=column`, and adds it to what was given before. */
export const readColumn: ReadValue = described(
  mapOf(keyed(Object.fromEntries(COLUMN_ROLES.map((role) => [role, TEXT])))),
  (text, before, subject) => {
    const [target, column] = splitOnce(text, "=");
    const at = target.lastIndexOf(".");
    const [input, role] = [target.slice(0, Math.max(0, at)), target.slice(at + 1)];
    if (input !== "" && COLUMN_ROLES.includes(role) && column !== "") {
      const columns = before as Readonly<Record<string, NamedColumns>> | undefined;
      return { ...columns, [input]: { ...columns?.[input], [role]: column } };
    }
    throw wrongValue(subject, text, say("expected.column", { choices: COLUMN_ROLES.join(", ") }));
  },
);

/** The property of a group of people: `pop65`, or a value and into how many groups it splits people: `median_income/5`. */
export type GroupTexts = Readonly<Record<string, string>>;

/** Reads `group=property` or `group=value/parts`, and adds it to what was given before. */
export const readGroup: ReadValue = described(mapOf(TEXT), (text, before, subject) => {
  const [group, property] = splitOnce(text, "=");
  if (group !== "" && property !== "") return { ...(before as GroupTexts | undefined), [group]: property };
  throw wrongValue(subject, text, say("expected.group"));
});

/** Reads `layer.name=property`, and adds it to what was given before. */
export const readProperty: ReadValue = described(
  keyed(byLayer(keyed(Object.fromEntries(PROPERTY_ROLES.map((role) => [role, TEXT]))))),
  (text, before, subject) => {
    const [target, property] = splitOnce(text, "=");
    const [layer, role] = splitOnce(target, ".");
    if (LAYER_IDS.includes(layer as Layer) && PROPERTY_ROLES.includes(role as PropertyRole) && property !== "") {
      const properties = before as Properties | undefined;
      return { ...properties, [layer]: { ...properties?.[layer as Layer], [role]: property } };
    }
    const choices = `${LAYER_IDS.join(", ")}; ${PROPERTY_ROLES.join(", ")}`;
    throw wrongValue(subject, text, say("expected.property", { choices }));
  },
);

/**
 * Reads `circle=share`, `share:requirement=share`, `score=points` or `score:circle=points`, and adds it to what was given before.
 * Shares are 0 to 1, or percents: `85%`.
 */
export const readGate: ReadValue = described(GATES, (text, before, subject) => {
  const [name, said] = splitOnce(text, "=");
  const isScore = /^score(:|$)/.test(name);
  const isPercent = !isScore && said.endsWith("%");
  const value = isPercent ? toNumber(said.slice(0, -1)) / 100 : toNumber(said);
  if (name !== "" && name !== "share" && value >= 0 && value <= (isScore ? 100 : 1))
    return { ...(before as Readonly<Record<string, number>> | undefined), [name]: value };
  throw wrongValue(subject, text, say("expected.gate"));
});

/** Says that a value is not what it should be; `subject` is what the user wrote to name it. */
export function wrongValue(subject: string, text: string, expected: Phrase): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", say("usage.value", { subject, found: JSON.stringify(text), expected }));
}

function toNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

/** Splits at the first separator; the second part is empty if there is none. */
function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
