import { isJsonObject } from "../base/json-object.js";
import { wrong } from "../city/check-columns.js";
import { type Column, type Columns, readColumnFile, writeColumnFile } from "../city/column-file.js";
import type { Judgement, RequirementColumns } from "../coverage/judgement.js";
import type { CostUnit } from "../model/travel.js";
import { PARTITION_FORMAT, type PartitionResult } from "./partition.js";

/** What of a result stands in the JSON part of its file. */
type ResultFacts = Omit<PartitionResult, "judgement"> &
  Pick<Judgement, "areas" | "counted"> & {
    readonly formatVersion: number;
    /** Of each requirement, the unit of its costs; `null` = it has no columns. */
    readonly units: readonly (CostUnit | null)[];
  };

/** Writes what was found in a partition as one block of bytes. */
export function writeResult({ judgement, ...rest }: PartitionResult): Uint8Array {
  const { areas, counted, requirements, measures: _, ...columns } = judgement;
  const own: ResultFacts = {
    formatVersion: PARTITION_FORMAT,
    ...rest,
    ...{ areas, counted },
    units: requirements.map((found) => found?.unit ?? null),
  };
  return writeColumnFile({
    columns: Object.assign({ ...columns }, ...requirements.map(requirementColumns)),
    facts: { result: own },
  });
}

function requirementColumns(found: RequirementColumns | null, row: number): Record<string, Column> {
  if (found === null) return {};
  const { cost, secondQuantity, facilityRow, within } = found;
  return {
    [`${row}.cost`]: cost,
    [`${row}.secondQuantity`]: secondQuantity,
    [`${row}.facilityRow`]: facilityRow,
    [`${row}.within`]: within,
  };
}

/** Reads what `writeResult` wrote. @throws {CoverageError} `INVALID_CITY_FILE` if it is anything else */
export function readResult(bytes: Uint8Array): PartitionResult {
  const { columns, facts } = readColumnFile(bytes);
  if (!isJsonObject(facts) || !isJsonObject(facts.result) || facts.result.formatVersion !== PARTITION_FORMAT)
    throw wrong("result");
  const { formatVersion: _, areas, counted, units, ...rest } = facts.result as unknown as ResultFacts;
  const originCount = columns.weights?.length ?? 0;
  const floats = (name: string) => columnOf(Float64Array, columns, name, originCount);
  return {
    ...rest,
    judgement: {
      ...{ areas, counted, measures: [] },
      neighborhoodRows: columnOf(Uint32Array, columns, "neighborhoodRows", areas.length),
      firstOrigin: columnOf(Uint32Array, columns, "firstOrigin", areas.length + 1),
      ...{ weights: floats("weights"), lon: floats("lon"), lat: floats("lat") },
      requirements: units.map(
        (unit, row) =>
          unit && {
            unit,
            cost: floats(`${row}.cost`),
            secondQuantity: floats(`${row}.secondQuantity`),
            facilityRow: columnOf(Int32Array, columns, `${row}.facilityRow`, originCount),
            within: columnOf(Uint32Array, columns, `${row}.within`, originCount),
          },
      ),
    },
  };
}

function columnOf<T extends Column>(
  Type: new (length: number) => T,
  columns: Columns,
  name: string,
  length: number,
): T {
  const column = columns[name];
  if (!(column instanceof Type) || column.length !== length) throw wrong(`result.${name}`);
  return column;
}
