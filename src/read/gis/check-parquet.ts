import type { FileMetaData } from "hyparquet";
import { say } from "../../base/texts/files.js";
import { MAX_FEATURES } from "../list-features.js";
import { walkThrift } from "./compact-thrift.js";
import { beyondLimit, cutOff, damaged, notRead } from "./file-errors.js";
import { OutOfBounds } from "./flat-table.js";

const MAGIC = 0x31524150;
const ENCRYPTED_MAGIC = 0x45524150;
/** What a byte may unpack to; of the other codecs it has no bound. */
const MOST_PER_BYTE: Readonly<Record<string, number>> = {
  UNCOMPRESSED: 1,
  SNAPPY: 32,
  GZIP: 1032,
  LZ4: 256,
  LZ4_RAW: 256,
};
const PAGE = { kind: 1, unpacked: 2, packed: 3, data: 5, dictionary: 7, dataV2: 8 } as const;

/**
 * Holds the frame of a Parquet file against its bytes: magic numbers, and the lengths inside the footer.
 *
 * @throws {CoverageError} DAMAGED_FILE; UNKNOWN_FORMAT for an encrypted one
 */
export function checkFooter(bytes: Uint8Array, path: string): void {
  if (bytes.length < 12) throw cutOff(path, 12, bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = view.getUint32(bytes.length - 4, true);
  if (last === ENCRYPTED_MAGIC) throw notRead(path, say("zip.encrypted"), say("parquet.encrypted.hint"));
  if (view.getUint32(0, true) !== MAGIC || last !== MAGIC) throw damaged(path, say("parquet.noMagic"));
  const length = view.getUint32(bytes.length - 8, true);
  const end = bytes.length - 8;
  if (length > end - 4) throw cutOff(path, length + 12, bytes.length);
  guard(path, () => walkThrift(bytes, end - length, end));
}

/**
 * Holds the pages of every column against what the footer says of them: their lengths, and how many values they hold.
 *
 * @throws {CoverageError} DAMAGED_FILE, LIMIT_EXCEEDED
 */
export function checkPages(bytes: Uint8Array, metadata: FileMetaData, maxBytes: number, path: string): void {
  const rows = Number(metadata.num_rows);
  if (rows > MAX_FEATURES) throw beyondLimit(path, say("parquet.rows"), rows, MAX_FEATURES);
  let rowsOfGroups = 0;
  let unpacked = 0;
  for (const { columns, num_rows } of metadata.row_groups) {
    rowsOfGroups += Number(num_rows);
    for (const { meta_data: column } of columns) {
      if (column === undefined) throw damaged(path, say("parquet.page"));
      const size = Number(column.total_uncompressed_size);
      unpacked += Math.max(0, size);
      if (unpacked > maxBytes) throw beyondLimit(path, say("zip.unpackedBytes"), unpacked, maxBytes);
      // a group without rows has no pages, and its offsets mean nothing
      const isEmpty = Number(num_rows) === 0 && Number(column.num_values) === 0;
      if (!isEmpty) guard(path, () => checkColumn(bytes, column, Number(num_rows), path));
    }
  }
  if (rowsOfGroups !== rows) throw damaged(path, say("gis.otherCount", { announced: rows, found: rowsOfGroups }));
}

type Column = NonNullable<FileMetaData["row_groups"][number]["columns"][number]["meta_data"]>;

function checkColumn(bytes: Uint8Array, column: Column, rows: number, path: string): void {
  const dictionaryAt = Number(column.dictionary_page_offset ?? 0);
  const dataAt = Number(column.data_page_offset);
  let at = dictionaryAt > 0 && dictionaryAt < dataAt ? dictionaryAt : dataAt;
  const end = at + Number(column.total_compressed_size);
  if (!(at >= 4 && end >= at && end <= bytes.length)) throw cutOff(path, end, bytes.length);
  const most = Number(column.total_uncompressed_size);
  const announced = Number(column.num_values);
  const isNested = column.path_in_schema.length > 1;
  if (isNested ? announced > rows + 8 * most : announced !== rows) throw new OutOfBounds();
  let values = 0;
  while (at < end && values < announced) {
    const { numbers, structs, end: contentAt } = walkThrift(bytes, at, end);
    const packed = numbers.get(PAGE.packed) ?? -1;
    const unpacked = numbers.get(PAGE.unpacked) ?? -1;
    const ratio = MOST_PER_BYTE[column.codec] ?? Infinity;
    const isPossible = packed >= 0 && unpacked >= 0 && unpacked <= most && unpacked <= packed * ratio + 64;
    if (!isPossible || contentAt + packed > end) throw new OutOfBounds();
    const dictionary = structs.get(PAGE.dictionary)?.numbers.get(1) ?? 0;
    if (dictionary < 0 || dictionary > unpacked) throw new OutOfBounds();
    const own = (structs.get(PAGE.data) ?? structs.get(PAGE.dataV2))?.numbers.get(1) ?? 0;
    if (own < 0) throw new OutOfBounds();
    values += own;
    at = contentAt + packed;
  }
  if (values !== announced) throw damaged(path, say("gis.otherCount", { announced, found: values }));
}

function guard(path: string, check: () => void): void {
  try {
    check();
  } catch (cause) {
    throw cause instanceof OutOfBounds ? damaged(path, say("parquet.page")) : cause;
  }
}
