import { type Phrase, writePhrase } from "./texts/phrase.js";
import { say } from "./texts/values.js";
/** A JSON object of unknown content. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Tells whether a value is an object with keys: not null, not a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

/** A proxy that was revoked is no list, and nothing else either: asking it throws. */
function isList(value: object): boolean {
  try {
    return Array.isArray(value);
  } catch {
    return true;
  }
}

/** Reads a property of the object's own: `constructor` is data if the data say so, and nothing otherwise. */
export function ownValue(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Describes a value in a few words of English, whatever its size: `a list of 3`, `the text "abc"`, `null`. */
export function describeValue(value: unknown): string {
  return writePhrase(describe(value));
}

/** Describes a value as {@link describeValue}, for an error that may be told in another language. Never throws, whatever it is. */
export function describe(value: unknown): Phrase {
  try {
    return describeReadable(value);
  } catch {
    return say("value.unreadable"); // its getters or traps throw
  }
}

function describeReadable(value: unknown): Phrase {
  if (value === null || value === undefined) return say("value.plain", { value: String(value) });
  if (Array.isArray(value)) return say("value.listOf", { count: value.length });
  if (typeof value === "string")
    return say("value.text", { text: JSON.stringify(value.length > 20 ? `${value.slice(0, 20)}…` : value) });
  if (typeof value === "function") return say("value.function");
  if (typeof value === "number") return say("value.number", { value });
  if (typeof value === "boolean") return say("value.boolean", { value: String(value) });
  if (typeof value !== "object") return say("value.typed", { type: typeof value, value: String(value) });
  const type = ownValue(value as JsonObject, "type");
  if (typeof type === "string") return say("value.objectOfType", { type: JSON.stringify(type.slice(0, 40)) });
  const keys = Object.keys(value);
  if (keys.length === 0) return say("value.emptyObject");
  return say("value.objectWith", {
    keys: `${keys.slice(0, 5).join(", ").slice(0, 80)}${keys.length > 5 ? ", …" : ""}`,
  });
}

/** Sets a key of a record. Plain assignment would not keep a key like `__proto__`. */
export function setOwn<T>(record: Record<string, T>, key: string, value: T): void {
  if (key in record)
    Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
  else record[key] = value;
}
