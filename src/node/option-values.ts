import { InvalidArgumentError } from "commander";
import type { Datum, Layer, PropertyNames } from "../model.js";

const LAYERS: readonly Layer[] = ["neighborhoods", "facilities", "streets", "population"];
/** The datums, as they are written. */
export const DATUMS: readonly Datum[] = ["wgs84", "gcj02", "bd09", "cgcs2000"];
/** What a property can be named for. */
export const PROPERTY_ROLES: readonly (keyof PropertyNames)[] = ["id", "name", "population", "category"];

/** The datum of each layer that has one stated. */
export type Datums = Readonly<Partial<Record<Layer, Datum>>>;
/** The named properties of each layer. */
export type Properties = Readonly<Partial<Record<Layer, PropertyNames>>>;

/** Makes a reader of numbers that are not below `least`; everything else is wrong use. */
export function numberFrom(least: number, what: string): (text: string) => number {
  return (text) => {
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (value >= least && value < Infinity) return value;
    throw new InvalidArgumentError(`Expected ${what}, ${least} or more.`);
  };
}

/** Reads `layer=datum`, and adds it to what was given before. */
export function addDatum(text: string, datums: Datums = {}): Datums {
  const [layer, datum] = splitOnce(text, "=");
  if (!isOneOf(LAYERS, layer) || !isOneOf(DATUMS, datum))
    throw new InvalidArgumentError(`Expected <layer>=<datum>, such as facilities=gcj02. ${listOf(DATUMS)}`);
  return { ...datums, [layer]: datum };
}

/** Reads `layer.name=property`, and adds it to what was given before. */
export function addProperty(text: string, properties: Properties = {}): Properties {
  const [target, property] = splitOnce(text, "=");
  const [layer, role] = splitOnce(target, ".");
  if (!isOneOf(LAYERS, layer) || !isOneOf(PROPERTY_ROLES, role) || property === "")
    throw new InvalidArgumentError(
      `Expected <layer>.<name>=<property>, such as population.population=people. Names: ${PROPERTY_ROLES.join(", ")}. ${listOf()}`,
    );
  return { ...properties, [layer]: { ...properties[layer], [role]: property } };
}

function listOf(datums: readonly Datum[] = []): string {
  const layers = `Layers: ${LAYERS.join(", ")}.`;
  return datums.length === 0 ? layers : `${layers} Datums: ${datums.join(", ")}.`;
}

/** Splits at the first separator; the second part is empty if there is none. */
function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function isOneOf<T extends string>(known: readonly T[], value: string): value is T {
  return (known as readonly string[]).includes(value);
}
