import { compareText } from "../base/diagnostics.js";
import { CoverageError } from "../base/errors.js";
import { describeValue, isJsonObject, type JsonObject, ownValue } from "../base/json-object.js";
import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/core.js";
import type { Tags } from "../base/words.js";
import type { PropertyNames } from "../model/input.js";
import { readNumber } from "./read-number.js";
import { isNothing, readListText, readTagContainer, TAG_CONTAINERS } from "./tag-values.js";

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

const LIST_STARTS = /^\s*[[({]/;
/** More people than this live nowhere. */
const MAX_POPULATION = 1e10;

/** Takes the properties of a feature; none, or not an object: empty. */
export function propertiesOf(feature: JsonObject): JsonObject {
  return isJsonObject(feature.properties) ? feature.properties : {};
}

/** Lists the values of a property of all features of a layer. */
export function* valuesOf(features: readonly unknown[], property: string): Generator<unknown> {
  for (const feature of features) if (isJsonObject(feature)) yield ownValue(propertiesOf(feature), property);
}

/** Finds the name of a feature; `null` = it has none. */
export function readName(properties: JsonObject, nameProperty: string | undefined): string | null {
  for (const property of nameProperty === undefined ? NAME_PROPERTIES : [nameProperty]) {
    const value = ownValue(properties, property);
    if (typeof value === "number" && Number.isFinite(value)) return String(value);
    if (typeof value === "string" && value.trim() !== "" && !isNothing(value)) return value.trim();
  }
  return null;
}

/**
 * Reads a number of people: a number or a text that holds one, 0 to 10,000 million; `null` = it is none.
 *
 * @param hasDecimalComma how the texts of this property are written: see `readNumber`
 */
export function readPopulationValue(value: unknown, hasDecimalComma = false): number | null {
  const count = readNumber(value, hasDecimalComma);
  return count !== null && count >= 0 && count <= MAX_POPULATION ? count : null;
}

/**
 * Collects the simple properties of a feature, and lists of simple values; those in a container (`tags`, `other_tags`) are laid
 * on top, other objects are left out. The text of a list becomes a list, and what stands for nothing (`"nan"`) `null`.
 *
 * A key such as `__proto__` stays a key.
 *
 * @param onUnreadable is told of a container that cannot be read
 */
export function collectTags(properties: JsonObject, onUnreadable: (what: string) => void = () => undefined): Tags {
  const containers = TAG_CONTAINERS.filter((name) => !isNothing(ownValue(properties, name)));
  // a copy of plain properties as a whole is several times as fast
  if (containers.length === 0 && hasOnlyPlainValues(properties)) return { ...properties };
  const own = Object.entries(properties).filter(([name]) => !containers.includes(name));
  const nested = containers.flatMap((name) => {
    const given = ownValue(properties, name);
    const tags = readTagContainer(given);
    if (tags === undefined) onUnreadable(`${name}: ${describeValue(given)}`);
    return Object.entries(tags ?? {});
  });
  const entries = [...own, ...nested];
  return Object.fromEntries(
    entries
      .map(([name, value]) => [name, toPlainValue(name, value)] as const)
      .filter(([, value]) => isSimple(value) || (Array.isArray(value) && value.every(isSimple))),
  );
}

/** By `in`, which makes no list: what is inherited can only send us the slower way. */
function hasOnlyPlainValues(properties: JsonObject): boolean {
  for (const name in properties) {
    const value = properties[name];
    if (!isSimple(value) || (typeof value === "string" && (LIST_STARTS.test(value) || isNothing(value)))) return false;
  }
  return true;
}

function toPlainValue(name: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (isNothing(value)) return null;
  // a name in brackets is a name
  return LIST_STARTS.test(value) && !name.includes("name") ? (readListText(value) ?? value) : value;
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
    ...Object.entries(groups).map(
      ([id, name]) => [`groups.${id}`, typeof name === "string" ? name : name.value] as const,
    ),
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
