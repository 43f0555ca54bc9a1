import { isJsonObject, type JsonObject, ownValue } from "../../base/json-object.js";

/**
 * Reads one text of an option, which may have been given before; `subject` is what the user wrote to name it. `schema` is the JSON Schema
 * of the value in a configuration file.
 */
export type ReadValue = ((text: string, before: unknown, subject: string) => unknown) & { readonly schema: JsonObject };

/** Some text. */
export const TEXT: JsonObject = { type: "string", minLength: 1 };

/** Says of a reader what it reads, as it stands in a configuration file. */
export function described(
  schema: JsonObject,
  read: (text: string, before: unknown, subject: string) => unknown,
): ReadValue {
  return Object.assign(read, { schema });
}

/** A number from `least` to `most`. */
export function numberFrom(least: number, most: number): JsonObject {
  return { type: "number", minimum: least, ...(most === Infinity ? {} : { maximum: most }) };
}

/** One of several words. */
export function oneOf(choices: readonly string[]): JsonObject {
  return { type: "string", enum: choices };
}

/** A value, or a list of such. */
export function oneOrMore(schema: JsonObject): JsonObject {
  return { anyOf: [schema, { type: "array", items: schema }] };
}

/** An object with these keys and no others. */
export function keyed(properties: Readonly<Record<string, JsonObject>>): JsonObject {
  return { type: "object", properties, additionalProperties: false };
}

/** An object with any keys: they are written before `=` as a flag. */
export function mapOf(schema: JsonObject): JsonObject {
  return { type: "object", propertyNames: { pattern: "^[^=]+$" }, additionalProperties: schema };
}

/** Tells whether a value is of the types that a schema of an option says, at every depth; what it may say is for the reader to check. */
export function isOfType(value: unknown, schema: JsonObject): boolean {
  const { anyOf, type, items, properties, additionalProperties } = schema;
  if (Array.isArray(anyOf)) return anyOf.some((one) => isOfType(value, one));
  if (type === "array") return Array.isArray(value) && value.every((one) => isOfType(one, items as JsonObject));
  if (type === "object")
    return (
      isJsonObject(value) &&
      Object.entries(value).every(([key, entry]) => {
        const known = ownValue({ ...(properties as JsonObject | undefined) }, key) ?? additionalProperties;
        // a key that there is not is named by the reader
        return key !== "" && !key.includes("=") && (!isJsonObject(known) || isOfType(entry, known));
      })
    );
  if (value === "" && schema.minLength !== undefined) return false; // of the folder that it would be in, no reader would know
  return typeof value === (type === "integer" ? "number" : type);
}

/** Names the types of a schema of an option, for people. */
export function nameOfType({ anyOf, type, items }: JsonObject): string {
  if (Array.isArray(anyOf)) return anyOf.map(nameOfType).join(" / ");
  if (type === "array") return `[${nameOfType(items as JsonObject)}, …]`;
  return type === "object" ? "{ … }" : String(type);
}
