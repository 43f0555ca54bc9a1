import { compareText } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import { isJsonObject, type JsonObject, ownValue } from "../base/json-object.js";
import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/core.js";
import type { Tags } from "../base/words.js";
import type { PropertyNames } from "../model/input.js";

/** Where a name is looked for, if no property is named. */
export const NAME_PROPERTIES: readonly string[] = [
  "name",
  "Name",
  "NAME",
  "name:zh",
  "name:en",
  "nta_name",
  "stop_name",
];

/** More people than this live nowhere. */
const MAX_POPULATION = 1e10;
/** How OSM writes numbers. Signs, separators and exponents are left to people to sort out. */
const PLAIN_NUMBER = /^\d+(\.\d+)?$/;

/** Takes the properties of a feature; none, or not an object: empty. */
export function propertiesOf(feature: JsonObject): JsonObject {
  return isJsonObject(feature.properties) ? feature.properties : {};
}

/** Finds the name of a feature; `null` = it has none. */
export function readName(properties: JsonObject, nameProperty: string | undefined): string | null {
  for (const property of nameProperty === undefined ? NAME_PROPERTIES : [nameProperty]) {
    const value = ownValue(properties, property);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return null;
}

/** Reads a number of people: a number or a plain numeric text, 0 to 10,000 million; `null` = it is none. */
export function readPopulationValue(value: unknown): number | null {
  const count = typeof value === "string" && PLAIN_NUMBER.test(value) ? Number(value) : value;
  return typeof count === "number" && count >= 0 && count <= MAX_POPULATION ? count : null;
}

/**
 * Collects the simple properties of a feature, and lists of simple values; an object under `tags` (OSM) is laid on top,
 * other objects are left out.
 *
 * A key such as `__proto__` stays a key.
 */
export function collectTags(properties: JsonObject): Tags {
  const nested = ownValue(properties, "tags");
  // a copy of plain properties as a whole is several times as fast
  if (nested === undefined && hasOnlySimpleValues(properties)) return { ...properties };
  const entries = [...Object.entries(properties), ...(isJsonObject(nested) ? Object.entries(nested) : [])];
  return Object.fromEntries(
    entries.filter(([, value]) => isSimple(value) || (Array.isArray(value) && value.every(isSimple))),
  );
}

/** By `in`, which makes no list: what is inherited can only send us the slower way. */
function hasOnlySimpleValues(properties: JsonObject): boolean {
  for (const name in properties) if (!isSimple(properties[name])) return false;
  return true;
}

function isSimple(value: unknown): boolean {
  const type = typeof value;
  return value === null || type === "string" || type === "number" || type === "boolean";
}

/**
 * Checks that the properties the caller names exist in at least one feature.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for a name that no feature has: nearly always a slip of the pen
 */
export function assertPropertiesExist(features: readonly unknown[], layer: Layer, names: PropertyNames): void {
  const all = features.filter(isJsonObject).map(propertiesOf);
  if (all.length === 0) return;
  const { groups = {}, ...roles } = names;
  const named = [
    ...Object.entries(roles).sort(([a], [b]) => compareText(a, b)),
    ...Object.entries(groups).map(([id, name]) => [`groups.${id}`, name] as const),
  ];
  for (const [role, name] of named) {
    if (typeof name !== "string" || all.some((properties) => Object.hasOwn(properties, name))) continue;
    const found = namesOf(all, () => true);
    throw new CoverageError(
      "INVALID_ARGUMENT",
      say("property.missing", {
        layer,
        name: JSON.stringify(name),
        role,
      }),
      {
        path: layer,
        hint: found.length === 0 ? say("property.none") : say("property.known", { found: found.join(", ") }),
      },
    );
  }
}

/** Lists the names of properties whose values pass, in alphabetical order, twenty at most. */
export function namesOf(all: readonly JsonObject[], passes: (value: unknown) => boolean): string[] {
  const names = new Set<string>();
  for (const properties of all.slice(0, 1000)) {
    for (const [name, value] of Object.entries(properties)) if (passes(value)) names.add(name.slice(0, 60));
  }
  return [...names].sort(compareText).slice(0, 20);
}
