import { invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { City } from "./city.js";
import { type Column, type ColumnFile, writeColumnFile } from "./column-file.js";
import { PreparedCity } from "./prepared-city.js";

/**
 * Saves a prepared city as one block of bytes, so that it need not be read again: the next program starts at once.
 *
 * What a report needs is all there; what was remembered of answers is not.
 *
 * @returns bytes for `loadCity`, of this format's version only
 * @throws {CoverageError} `INVALID_ARGUMENT` if it is no prepared city; `LIMIT_EXCEEDED` if properties of the input are nested too deeply
 *
 * @example
 * ```ts
 * import { writeFileSync } from "node:fs";
 * import { saveCity } from "quarterhour";
 *
 * const bytes = saveCity(city);
 * writeFileSync("town.city", bytes);
 * bytes.length > 100_000; // → true
 * ```
 */
export function saveCity(prepared: PreparedCity): Uint8Array {
  if (!PreparedCity.isOne(prepared)) throw invalid("prepared", prepared, say("expected.preparedCity"));
  return writeColumnFile(toColumnFile(PreparedCity.parts(prepared).city));
}

/** Parts the typed arrays of a city from the rest. */
export function toColumnFile(city: City): ColumnFile {
  const { origins, streets, modeNetwork, neighborhoodSquareMeters, ...facts } = city;
  const { groups, amounts, countedAmounts, ...places } = origins;
  const columns: Record<string, Column> = { neighborhoodSquareMeters };
  const rest = {
    ...facts,
    origins: {
      ...split("origins", places, columns),
      groups: split("groups", groups, columns),
      ...(amounts && { amounts: split("amounts", amounts, columns) }),
      ...(countedAmounts && { countedAmounts: split("countedAmounts", countedAmounts, columns) }),
    },
    streets: streets === null ? null : split("streets", streets, columns),
    modeNetwork: modeNetwork === null ? null : splitNetwork(modeNetwork, columns),
  };
  return { columns, facts: rest };
}

function splitNetwork(
  { mode, network, arcs, islands, index, diagnostics }: NonNullable<City["modeNetwork"]>,
  columns: Record<string, Column>,
): Record<string, unknown> {
  return {
    mode: mode.id,
    network: split("network", network, columns),
    arcs: split("arcs", arcs, columns),
    islands: split("islands", islands, columns),
    grid: split("grid", index.grid, columns),
    diagnostics,
  };
}

/** Puts the typed arrays of an object among the columns, and gives the rest of it. */
function split(name: string, value: object, columns: Record<string, Column>): Record<string, unknown> {
  const rest: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    if (!ArrayBuffer.isView(part)) rest[key] = part;
    else if (isColumn(part)) columns[`${name}.${key}`] = part;
    else throw new CoverageError("INVALID_ARGUMENT", say("savedCity.type", { name, key }));
  }
  return rest;
}

function isColumn(part: ArrayBufferView): part is Column {
  return [Uint8Array, Uint32Array, Int32Array, Float64Array].some((Type) => part instanceof Type);
}
