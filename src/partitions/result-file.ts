import { isJsonObject } from "../base/json-object.js";
import { wrong } from "../city/check-columns.js";
import { type Column, type OpenColumnFile, writeColumnFile } from "../city/column-file.js";
import type { JudgementFrame } from "../coverage/merge-judgements.js";
import { PARTITION_FORMAT, type PartitionResult } from "./partition.js";

/** What of a result stands in the JSON part of its file. */
type ResultFacts = Omit<PartitionResult, "frame" | "columnsOf"> &
  Pick<JudgementFrame, "areas" | "counted"> & { readonly formatVersion: number };

/** Writes what was found in a partition as one block of bytes. */
export function writeResult({ frame, columnsOf, ...rest }: PartitionResult): Uint8Array {
  // groups stand there for measures, which no plan asks for
  const { areas, counted, groups: _, ...places } = frame;
  const facts: ResultFacts = { formatVersion: PARTITION_FORMAT, ...rest, areas, counted };
  const columns: Record<string, Column> = { ...places };
  for (const row of rest.units.keys())
    for (const [name, column] of Object.entries(columnsOf(row) ?? {}))
      if (name !== "unit") columns[`${row}.${name}`] = column;
  return writeColumnFile({ columns, facts: { result: facts } });
}

/**
 * Reads what `writeResult` wrote; the columns of a requirement are read when they are asked for.
 *
 * @throws {CoverageError} `INVALID_CITY_FILE` if it is anything else
 */
export function readResult({ facts, column }: Pick<OpenColumnFile, "facts" | "column">): PartitionResult {
  if (!isJsonObject(facts) || !isJsonObject(facts.result) || facts.result.formatVersion !== PARTITION_FORMAT)
    throw wrong("result");
  const { formatVersion: _, areas, counted, ...rest } = facts.result as unknown as ResultFacts;
  const take = <T extends Column>(Type: new (length: number) => T, name: string, length: number): T => {
    const found = column(name);
    if (!(found instanceof Type) || found.length !== length) throw wrong(`result.${name}`);
    return found;
  };
  const firstOrigin = take(Uint32Array, "firstOrigin", areas.length + 1);
  const count = firstOrigin[areas.length];
  const numbers = (name: string) => take(Float64Array, name, count);
  return {
    ...rest,
    frame: {
      ...{ areas, counted, firstOrigin },
      neighborhoodRows: take(Uint32Array, "neighborhoodRows", areas.length),
      ...{ weights: numbers("weights"), lon: numbers("lon"), lat: numbers("lat") },
    },
    columnsOf: (row) => {
      const unit = rest.units[row] ?? null;
      if (unit === null) return null;
      return {
        ...{ unit, cost: numbers(`${row}.cost`), secondQuantity: numbers(`${row}.secondQuantity`) },
        facilityRow: take(Int32Array, `${row}.facilityRow`, count),
        within: take(Uint32Array, `${row}.within`, count),
      };
    },
  };
}
