import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";

/** Reads a schema of the package. */
export function readSchema(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../schemas/${name}.json`, import.meta.url), "utf8"));
}

/** Opens a schema of the package, as anybody would. */
export function openSchema(name: string): ValidateFunction {
  return new Ajv({ strict: true, strictTypes: false, strictTuples: false }).compile(readSchema(name));
}

/** A value as JSON has it. */
export function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** One place of a value: the keys that lead there. */
export type Place = readonly (string | number)[];

/** Lists every place of a value but its root; of lists the first and the last row, so that long ones take no longer. */
export function placesOf(value: unknown, before: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()].filter(([i]) => i === 0 || i === value.length - 1)
    : Object.entries(value);
  return entries.flatMap(([key, member]) => [[...before, key], ...placesOf(member, [...before, key])]);
}

/** A copy in which a place holds something else; `undefined`: it is not there. */
export function withPlace(value: unknown, place: Place, put: unknown): unknown {
  const copy = structuredClone(value);
  const last = place.at(-1) ?? "";
  let parent = copy as Record<string | number, unknown>;
  for (const key of place.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
  if (put !== undefined) parent[last] = put;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

/** Writes a place for people, rows as `[]`. */
export function nameOf(place: Place): string {
  return place.map((key) => (typeof key === "number" ? "[]" : `.${key}`)).join("");
}
