import { DATUMS, type Datum, LAYER_IDS, LAYERS, type Layer, type PropertyRole } from "../../base/layers.js";
import type { Label, LonLat } from "../../base/words.js";
import type { PropertyNames } from "../../model/input.js";
import { UsageError } from "./usage-error.js";

/** What a property can be named for. */
export const PROPERTY_ROLES: readonly PropertyRole[] = [
  ...new Set(Object.values(LAYERS).flatMap(({ properties }) => properties)),
];

/** The datum of each layer that has one stated. */
export type Datums = Readonly<Partial<Record<Layer, Datum>>>;
/** The named properties of each layer. */
export type Properties = Readonly<Partial<Record<Layer, PropertyNames>>>;

/** Reads one text of an option, which may have been given before; `subject` is what the user wrote to name it. */
export type ReadValue = (text: string, before: unknown, subject: string) => unknown;

/** Takes a text as it is, but not an empty one. */
export const readText: ReadValue = (text, _before, subject) => {
  if (text === "") throw wrong(subject, text, { zh: "不能为空", en: "a text that is not empty" });
  return text;
};

/** Adds a text to those given before. */
export const readTexts: ReadValue = (text, before, subject) => [
  ...((before as readonly string[] | undefined) ?? []),
  readText(text, undefined, subject),
];

/** Makes a reader of numbers from `least` to `most`. */
export function readNumber(least: number, what: Label, most: number = Infinity): ReadValue {
  return (text, _before, subject) => {
    const value = toNumber(text);
    if (value >= least && value <= most && value < Infinity) return value;
    throw wrong(
      subject,
      text,
      most === Infinity
        ? { zh: `${what.zh}，不小于 ${least}`, en: `${what.en}, ${least} or more` }
        : { zh: `${what.zh}，${least} 到 ${most}`, en: `${what.en}, ${least} to ${most}` },
    );
  };
}

/** Makes a reader of whole numbers from `least` to `most`. */
export function readWhole(least: number, what: Label, most: number): ReadValue {
  const whole = { zh: `${what.zh}（整数）`, en: `${what.en}, a whole number` };
  const read = readNumber(least, whole, most);
  return (text, before, subject) => {
    const value = read(text, before, subject);
    if (Number.isInteger(value)) return value;
    throw wrong(subject, text, whole);
  };
}

/** Makes a reader of one of several words. */
export function readChoice(choices: readonly string[]): ReadValue {
  return (text, _before, subject) => {
    if (choices.includes(text)) return text;
    throw wrong(subject, text, { zh: `以下之一：${choices.join("、")}`, en: `one of ${choices.join(", ")}` });
  };
}

/** Makes a reader of one of several words, added to those given before. */
export function readChoices(choices: readonly string[]): ReadValue {
  const read = readChoice(choices);
  return (text, before, subject) => [
    ...new Set([...((before as readonly string[] | undefined) ?? []), read(text, undefined, subject)]),
  ];
}

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
export const readMinutes: ReadValue = (text, _before, subject) => {
  const minutes = parseMinutes(text);
  if (minutes !== null) return minutes;
  throw wrong(subject, text, { zh: "大于 0 的分钟数，例如 5,10,15", en: "minutes, more than 0, such as 5,10,15" });
};

/** Reads `lon,lat`. */
export const readLocation: ReadValue = (text, _before, subject) => {
  const location = parseLocation(text);
  if (location !== null) return location;
  throw wrong(subject, text, {
    zh: "经度,纬度（度），例如 104.06,30.66",
    en: "longitude,latitude in degrees, such as 104.06,30.66",
  });
};

/** Reads `layer=datum`, and adds it to what was given before. */
export const readDatum: ReadValue = (text, before, subject) => {
  const [layer, datum] = splitOnce(text, "=");
  if (LAYER_IDS.includes(layer as Layer) && DATUMS.includes(datum as Datum))
    return { ...(before as Datums | undefined), [layer]: datum };
  const lists = `${LAYER_IDS.join(", ")}; ${DATUMS.join(", ")}`;
  throw wrong(subject, text, {
    zh: `图层=坐标系，例如 facilities=gcj02（${lists}）`,
    en: `<layer>=<datum>, such as facilities=gcj02 (${lists})`,
  });
};

/** Reads `layer.name=property`, and adds it to what was given before. */
export const readProperty: ReadValue = (text, before, subject) => {
  const [target, property] = splitOnce(text, "=");
  const [layer, role] = splitOnce(target, ".");
  if (LAYER_IDS.includes(layer as Layer) && PROPERTY_ROLES.includes(role as keyof PropertyNames) && property !== "") {
    const properties = before as Properties | undefined;
    return { ...properties, [layer]: { ...properties?.[layer as Layer], [role]: property } };
  }
  const lists = `${LAYER_IDS.join(", ")}; ${PROPERTY_ROLES.join(", ")}`;
  throw wrong(subject, text, {
    zh: `图层.名称=字段，例如 population.population=people（${lists}）`,
    en: `<layer>.<name>=<property>, such as population.population=people (${lists})`,
  });
};

/** Reads `circle=share`, and adds it to what was given before. */
export const readGate: ReadValue = (text, before, subject) => {
  const [circle, share] = splitOnce(text, "=");
  const value = toNumber(share);
  if (circle !== "" && value >= 0 && value <= 1)
    return { ...(before as Readonly<Record<string, number>> | undefined), [circle]: value };
  throw wrong(subject, text, {
    zh: "生活圈=比例（0 到 1），例如 publicService=0.85",
    en: "<circle>=<share from 0 to 1>, such as publicService=0.85",
  });
};

function wrong(subject: string, text: string, expected: Label): UsageError {
  const found = JSON.stringify(text);
  return new UsageError({
    zh: `${subject} 的值是 ${found}；应为${expected.zh}。`,
    en: `${subject} is ${found}; expected ${expected.en}.`,
  });
}

function toNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

/** Splits at the first separator; the second part is empty if there is none. */
function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
