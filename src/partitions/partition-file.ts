import type { Attachment } from "../attach/attachment.js";
import { isJsonObject } from "../base/json-object.js";
import { wrong } from "../city/check-columns.js";
import type { City } from "../city/city.js";
import { type Column, type Columns, readColumnFile, writeColumnFile } from "../city/column-file.js";
import { fromColumnFile } from "../city/load-city.js";
import { toColumnFile } from "../city/save-city.js";
import type { Mode } from "../model/mode.js";
import { PARTITION_FORMAT, type Partition, type PartitionStreets } from "./partition.js";

/** What of a partition stands in the JSON part of its file, beside the city. */
type PartitionFacts = Pick<Partition, "id" | "planKey" | "question" | "facts" | "facilities"> & {
  readonly formatVersion: number;
  readonly waysTo: PartitionStreets["waysTo"] | null;
};

/** Writes a partition as a saved city with more beside it: one block of bytes. */
export function writePartition(partition: Partition): Uint8Array {
  const { id, planKey, question, facts, facilities, streets, ...rows } = partition;
  const city = toColumnFile(toCity(partition));
  const own: PartitionFacts = {
    formatVersion: PARTITION_FORMAT,
    ...{ id, planKey, question, facts, facilities },
    waysTo: streets?.waysTo ?? null,
  };
  const columns: Record<string, Column> = {
    ...city.columns,
    "partition.neighborhoodRows": rows.neighborhoodRows,
    "partition.originRows": rows.originRows,
    "partition.facilityRows": rows.facilityRows,
    ...attachmentColumns(streets?.attachments ?? []),
  };
  return writeColumnFile({ columns, facts: { city: city.facts, partition: own } });
}

/**
 * Reads what `writePartition` wrote.
 *
 * @param modes those that the network may be of
 * @throws {CoverageError} `INVALID_CITY_FILE` if it is anything else
 */
export function readPartition(bytes: Uint8Array, modes: readonly Mode[]): Partition {
  const { columns, facts } = readColumnFile(bytes);
  if (!isJsonObject(facts) || !isJsonObject(facts.partition) || facts.partition.formatVersion !== PARTITION_FORMAT)
    throw wrong("partition");
  const own = facts.partition as unknown as PartitionFacts;
  const { neighborhoods, neighborhoodSquareMeters, origins, modeNetwork, standard } = fromColumnFile(
    { columns, facts: facts.city },
    modes,
  );
  const column = (name: string) => {
    const found = columns[`partition.${name}`];
    if (!(found instanceof Uint32Array)) throw wrong(`partition.${name}`);
    return found;
  };
  const partition: Partition = {
    ...{ id: own.id, planKey: own.planKey, facts: own.facts, facilities: own.facilities },
    question: { ...own.question, standard },
    neighborhoodRows: column("neighborhoodRows"),
    originRows: column("originRows"),
    facilityRows: column("facilityRows"),
    city: { neighborhoods, neighborhoodSquareMeters, origins },
    streets:
      modeNetwork === null || own.waysTo === null
        ? null
        : { modeNetwork, waysTo: own.waysTo, attachments: readAttachments(columns, own.facilities.length) },
  };
  checkLengths(partition);
  return partition;
}

function checkLengths({ neighborhoodRows, originRows, facilityRows, facilities, city }: Partition): void {
  if (neighborhoodRows.length !== city.neighborhoods.length) throw wrong("partition.neighborhoodRows");
  if (originRows.length !== city.origins.count) throw wrong("partition.originRows");
  if (facilityRows.length !== facilities.length) throw wrong("partition.facilityRows");
}

/** A partition as a city of its own: what a saved city has, and a partition has not, is empty. */
function toCity({ city, facts, question, streets }: Partition): City {
  return {
    ...city,
    originSummary: facts.origins,
    streets: streets?.modeNetwork.streets ?? null,
    modeNetwork: streets?.modeNetwork ?? null,
    ...{ standard: question.standard, country: null, barriers: null },
    ...{ fragmentMeters: 0, longestIslandMeters: facts.longestIslandMeters },
    records: {
      rows: [],
      counts: { layer: "facilities", given: 0, used: 0, repaired: 0, leftOut: {} },
      diagnostics: [],
    },
    ...{ counts: [], diagnostics: [] },
    classification: { loose: false, on: undefined, categoryProperty: undefined, datumDeclared: true },
  };
}

function attachmentColumns(attachments: PartitionStreets["attachments"]): Record<string, Column> {
  const first = new Uint32Array(attachments.length + 1);
  attachments.forEach((own, row) => {
    first[row + 1] = first[row] + own.length;
  });
  const all = attachments.flat();
  return {
    "partition.firstAttachment": first,
    "partition.edge": Uint32Array.from(all, ({ edge }) => edge),
    "partition.fraction": Float64Array.from(all, ({ fraction }) => fraction),
    "partition.accessMeters": Float64Array.from(all, ({ accessMeters }) => accessMeters),
    "partition.movedOffFragment": Uint8Array.from(all, ({ movedOffFragment }) => (movedOffFragment ? 1 : 0)),
  };
}

function readAttachments(columns: Columns, facilityCount: number): Attachment[][] {
  const [first, edge, fraction, accessMeters, moved] = (
    ["firstAttachment", "edge", "fraction", "accessMeters", "movedOffFragment"] as const
  ).map((name) => columns[`partition.${name}`] ?? new Uint8Array(0)) as [Column, Column, Column, Column, Column];
  if (
    first.length !== facilityCount + 1 ||
    [fraction, accessMeters, moved].some(({ length }) => length !== edge.length)
  )
    throw wrong("partition.attachments");
  return Array.from({ length: facilityCount }, (_, row) =>
    Array.from({ length: first[row + 1] - first[row] }, (_, i) => {
      const at = first[row] + i;
      return {
        ...{ edge: edge[at], fraction: fraction[at], accessMeters: accessMeters[at] },
        movedOffFragment: moved[at] === 1,
      };
    }),
  );
}
