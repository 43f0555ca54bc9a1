import { deflateSync } from "fflate";
import { checksumOf } from "../../src/base/checksum.js";

/** A file of an archive, and how it is written down. */
export interface ZipFileDraft {
  readonly name: Uint8Array;
  readonly content: Uint8Array;
  readonly isStored?: boolean;
  /** Its sizes stand behind its data (a data descriptor), and not in front. */
  readonly isStreamed?: boolean;
  /** Its sizes stand in the field of Zip64. */
  readonly isZip64?: boolean;
  readonly isUtf8?: boolean;
  /** Which system made it: 0 Windows, 3 Unix, 19 macOS. */
  readonly system?: number;
  /** Info-ZIP's field with the name in UTF-8. */
  readonly unicodeName?: string;
  readonly hasWrongChecksum?: boolean;
}

interface ArchiveDraft {
  /** Whether the directory is found by the record of Zip64 only. */
  readonly isZip64?: boolean;
  readonly comment?: string;
}

const u16 = (value: number) => [value & 255, (value >>> 8) & 255];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];
const u64 = (value: number) => [...u32(value % 2 ** 32), ...u32(Math.floor(value / 2 ** 32))];
const BIG = 0xffffffff;

/** Writes a zip archive byte by byte, as programs do that pack as they go, and for large files. */
export function makeZip(
  files: readonly ZipFileDraft[],
  { isZip64 = false, comment = "" }: ArchiveDraft = {},
): Uint8Array {
  const bytes: number[] = [];
  const directory: number[] = [];
  for (const file of files) {
    const { name, content, isStored = false, isStreamed = false, isZip64: isLarge = false, system = 0 } = file;
    const packed = isStored ? content : deflateSync(content);
    const flags = (isStreamed ? 8 : 0) | (file.isUtf8 === true ? 0x800 : 0);
    const crc = checksumOf(content);
    const at = bytes.length;
    const common = [...u16(flags), ...u16(isStored ? 0 : 8), ...u32(0x21_0000)];
    const localSizes = isStreamed ? [0, 0, 0] : isLarge ? [crc, BIG, BIG] : [crc, packed.length, content.length];
    const localField = isLarge
      ? [...u16(1), ...u16(16), ...u64(isStreamed ? 0 : content.length), ...u64(isStreamed ? 0 : packed.length)]
      : [];
    bytes.push(...u32(0x04034b50), ...u16(isLarge ? 45 : 20), ...common, ...localSizes.flatMap(u32));
    bytes.push(...u16(name.length), ...u16(localField.length), ...name, ...localField, ...packed);
    const size = isLarge ? u64 : u32;
    if (isStreamed) bytes.push(...u32(0x08074b50), ...u32(crc), ...size(packed.length), ...size(content.length));
    const unicode = new TextEncoder().encode(file.unicodeName ?? "");
    const nameCrc = checksumOf(name) ^ (file.hasWrongChecksum === true ? 1 : 0);
    const field = [
      ...(isLarge ? [...u16(1), ...u16(24), ...u64(content.length), ...u64(packed.length), ...u64(at)] : []),
      ...(unicode.length > 0 ? [...u16(0x7075), ...u16(5 + unicode.length), 1, ...u32(nameCrc >>> 0), ...unicode] : []),
    ];
    const sizes = isLarge ? [crc, BIG, BIG] : [crc, packed.length, content.length];
    directory.push(...u32(0x02014b50), 20, system, ...u16(isLarge ? 45 : 20), ...common, ...sizes.flatMap(u32));
    directory.push(...u16(name.length), ...u16(field.length), ...u16(0), ...u16(0), ...u16(0), ...u32(0));
    directory.push(...u32(isLarge ? BIG : at), ...name, ...field);
  }
  const from = bytes.length;
  const end = from + directory.length;
  const count = files.length;
  const record64 = [
    ...u32(0x06064b50),
    ...u64(44),
    ...u16(45),
    ...u16(45),
    ...u32(0),
    ...u32(0),
    ...u64(count),
    ...u64(count),
    ...u64(directory.length),
    ...u64(from),
    ...[...u32(0x07064b50), ...u32(0), ...u64(end), ...u32(1)],
  ];
  const written = new TextEncoder().encode(comment);
  const [shownCount, shownSize, shownFrom] = isZip64 ? [0xffff, BIG, BIG] : [count, directory.length, from];
  return Uint8Array.from([
    ...bytes,
    ...directory,
    ...(isZip64 ? record64 : []),
    ...[...u32(0x06054b50), ...u16(0), ...u16(0), ...u16(shownCount), ...u16(shownCount)],
    ...[...u32(shownSize), ...u32(shownFrom), ...u16(written.length), ...written],
  ]);
}
