import { isJsonObject, type JsonObject, ownValue } from "../base/json-object.js";

/** A member that a schema does not know, and those that it does. */
export interface UnknownMember {
  /** Where it stands: `requirements[2].treshold`. */
  readonly path: string;
  readonly name: string;
  readonly known: readonly string[];
}

/**
 * Finds the first member of a value that its schema does not know: a misspelt one would be lost in silence.
 *
 * @param schema a JSON Schema as `schemas/build.ts` makes them: objects, lists, choices and references
 */
export function findUnknownMember(value: unknown, schema: JsonObject): UnknownMember | null {
  return find(value, schema, "", schema.definitions as JsonObject);
}

function find(value: unknown, schema: JsonObject, path: string, definitions: JsonObject): UnknownMember | null {
  const { anyOf, items, properties, additionalProperties } = resolve(schema, definitions);
  if (Array.isArray(anyOf)) {
    const variants = anyOf.filter(
      (one) => resolve(one, definitions).type === (isJsonObject(value) ? "object" : "array"),
    );
    const found = variants.map((one) => find(value, one, path, definitions));
    return found.includes(null) ? null : (found[0] ?? null);
  }
  if (Array.isArray(value) && isJsonObject(items))
    return firstOf(value.map((row, i) => find(row, items, `${path}[${i}]`, definitions)));
  if (!isJsonObject(value) || !isJsonObject(properties)) return null;
  const members = Object.entries(value).map(([name, member]) => {
    const here = path === "" ? name : `${path}.${name}`;
    const known = ownValue(properties, name);
    if (isJsonObject(known)) return find(member, known, here, definitions);
    return additionalProperties === false ? { path: here, name, known: Object.keys(properties) } : null;
  });
  return firstOf(members);
}

/** Follows references, also those that limits stand beside. */
function resolve(schema: JsonObject, definitions: JsonObject): JsonObject {
  const [first] = Array.isArray(schema.allOf) ? schema.allOf : [schema];
  if (typeof first.$ref !== "string") return first;
  return resolve(ownValue(definitions, first.$ref.replace("#/definitions/", "")) as JsonObject, definitions);
}

function firstOf(found: readonly (UnknownMember | null)[]): UnknownMember | null {
  return found.find((one) => one !== null) ?? null;
}
