import { assertKeys, invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { CityInput, PrepareOptions } from "../model/input.js";
import { PREPARE_OPTION_KEYS } from "./check-input.js";
import { prepareCity } from "./prepare-city.js";
import { PreparedCity } from "./prepared-city.js";

/**
 * Gives a city as it is if it is prepared; else prepares it.
 *
 * @param options those of the caller; only the ones that say how a city is read are looked at
 * @throws {CoverageError} as `prepareCity`
 */
export function toPreparedCity(city: CityInput | PreparedCity, options: PrepareOptions): PreparedCity {
  if (city instanceof PreparedCity) return city;
  const entries = Object.entries(options).filter(([key, value]) => PREPARE_OPTION_KEYS.has(key) && value !== undefined);
  return prepareCity(city, Object.fromEntries(entries));
}

/**
 * Checks the names of options, and that none says how to read a city that has been read already.
 *
 * @param ownKeys the caller's options beside those of `prepareCity`
 * @throws {CoverageError} `UNKNOWN_OPTION`, `INVALID_ARGUMENT`
 */
export function assertCityOptions(
  city: CityInput | PreparedCity,
  options: PrepareOptions,
  ownKeys: readonly string[],
): void {
  assertKeys(options, new Set([...PREPARE_OPTION_KEYS, ...ownKeys]));
  if (options.onProgress !== undefined && typeof options.onProgress !== "function")
    throw invalid("options.onProgress", options.onProgress, say("value.function"));
  if (!(city instanceof PreparedCity)) return;
  const values: Readonly<Record<string, unknown>> = { ...options };
  for (const key of PREPARE_OPTION_KEYS) {
    if (key === "standard" || key === "onProgress" || values[key] === undefined) continue;
    throw new CoverageError("INVALID_ARGUMENT", say("option.prepared", { key }), {
      path: key,
      hint: say("option.prepared.hint"),
    });
  }
}
