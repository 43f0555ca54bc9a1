import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { inflateSync } from "node:zlib";
import { PbfReader } from "pbf";
import { listBlobs, unpackBlob } from "../src/read/osm/blobs.js";
import { readOsmPbf } from "../src/read/osm/read-osm-pbf.js";
import { citiesFolder } from "./cities-folder.js";
import { recordEntry } from "./entries.js";
import { measureFormats } from "./input-formats.js";
import type { InputRow } from "./input-row.js";

const RUNS = 15;
const EXTRACTS = ["milan", "malta", "monaco", "rhein_neckar", "helsinki"];

/** Measures the readers of files. To add one: one function here that gives rows, and one line below. */
export async function measureInputs(): Promise<readonly InputRow[]> {
  return [...measureExtracts(), ...(await measureFormats())];
}

/** What readers do that those beside them do not. */
const REMARKS: readonly string[] = [
  "papaparse and sql.js give rows, the readers features; so each is shown alone, and with a feature made of every row. shapefile and flatgeobuf give features",
  "as they stand in the file, hucre and hyparquet rows, geotiff an array of numbers: none of them finds columns, checks positions, or keeps books of what is",
  "left out; `readPopulationRaster` finds fills and gives every cell with people its place. What limits the readers: `docs/decisions/0030-how-fast-files-are-read.md`.",
];

/** Writes the section of the report. */
export function toInputsSection(rows: readonly InputRow[]): string {
  for (const { what, against, ms, againstMs } of rows) recordEntry(what, `× ${against}`, ms / againstMs);
  const lines = rows.map(
    ({ what, ms, against, againstMs }) =>
      `| ${what} | ${ms.toFixed(0)} | ${against} | ${againstMs.toFixed(0)} | ${(ms / againstMs).toFixed(2)} |`,
  );
  const head = [
    "## Inputs",
    "",
    "Processor time, ms: of extracts the best of 15, of other files (made from `fixtures/monaco`) the best of 7 by turns, in user code.",
    "",
    "| reader | ms | against | ms | ratio |",
  ];
  return [...head, "| --- | ---: | --- | ---: | ---: |", ...lines, "", ...REMARKS].join("\n");
}

/** Extracts, against unpacking all blocks with zlib and walking over every number in them with `pbf`. */
function measureExtracts(): InputRow[] {
  return EXTRACTS.flatMap((city) => {
    const path = resolve(citiesFolder(), city, "osm.pbf");
    if (!existsSync(path)) return [];
    const bytes = readFileSync(path);
    const inflate = (packed: Uint8Array, size: number) => inflateSync(packed, { maxOutputLength: size });
    const walk = bestOf(() => walkExtract(bytes, inflate));
    const row = (what: string, read: () => unknown): InputRow => ({
      what: `${city}, ${what}`,
      ms: bestOf(read),
      against: "inflate and walk every number",
      againstMs: walk,
    });
    return [
      row("readOsmPbf", () => readOsmPbf(bytes)),
      row("readOsmPbf, with Node's zlib", () => readOsmPbf(bytes, { inflate })),
    ];
  });
}

/** Processor time in milliseconds, of all threads: what it would take on an idle machine. */
function bestOf(work: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Which fields hold messages, by the path of fields to them; all others of variable length are packed numbers or texts. */
const MESSAGES = new Set(["1", "2", "2.1", "2.2", "2.3", "2.4", "2.1.4", "2.2.5", "2.3.4", "2.4.4"]);
const TEXTS = new Set(["1.1"]);

/** Walks over every number of an extract; the texts are passed over. @returns how many there are */
function walkExtract(bytes: Uint8Array, inflate: (packed: Uint8Array, size: number) => Uint8Array): number {
  let count = 0;
  for (const blob of listBlobs(bytes, "osm")) {
    const content = unpackBlob(blob, "osm", inflate);
    if (blob.type === "OSMData") count += walkMessage(new PbfReader(content), content.length, "");
  }
  return count;
}

function walkMessage(reader: PbfReader, end: number, path: string): number {
  let count = 0;
  while (reader.pos < end) {
    const tag = reader.readVarint();
    const field = path === "" ? String(tag >>> 3) : `${path}.${tag >>> 3}`;
    count++;
    if ((tag & 7) === 0) reader.readVarint();
    else if ((tag & 7) !== 2) reader.skip(tag);
    else {
      const length = reader.readVarint();
      const last = reader.pos + length;
      if (MESSAGES.has(field)) count += walkMessage(reader, last, field);
      else if (TEXTS.has(field)) reader.pos = last;
      else for (; reader.pos < last; count++) reader.readVarint();
    }
  }
  return count;
}
