import { CoverageError, type ErrorText, say, toPhrase } from "../base/errors.js";

/** V8 holds texts of up to 2^29 - 24 characters; a character takes a byte at least. */
export const MAX_BYTES = 536_870_888;

/** Files that begin with these bytes are not text. */
const BINARY_FORMATS: readonly {
  readonly magic: readonly number[];
  readonly name: ErrorText;
  readonly hint: ErrorText;
}[] = [
  { magic: [0x1f, 0x8b], name: "gzip", hint: "Unpack it first (gunzip)." },
  {
    magic: [0x50, 0x4b, 0x03, 0x04],
    name: "a zip file",
    hint: "Unpack it first; a zipped shapefile also needs ogr2ogr -f GeoJSON.",
  },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], name: "a zstd file", hint: "Unpack it first (zstd -d)." },
  { magic: [0x66, 0x67, 0x62, 0x03], name: "FlatGeobuf", hint: "Convert it: ogr2ogr -f GeoJSON out.geojson in.fgb." },
  {
    magic: [0x00, 0x00, 0x27, 0x0a],
    name: "an Esri shapefile",
    hint: "Convert it: ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson in.shp.",
  },
  {
    magic: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
    name: "a GeoPackage (SQLite)",
    hint: "Convert it: ogr2ogr -f GeoJSON out.geojson in.gpkg.",
  },
  { magic: [0x50, 0x41, 0x52, 0x31], name: "Parquet", hint: "Convert it: ogr2ogr -f GeoJSON out.geojson in.parquet." },
  {
    magic: [0x00, 0x00, 0x00],
    name: "an OpenStreetMap extract (PBF) or another binary file",
    hint: "Convert it: osmium export or ogr2ogr.",
  },
];

/**
 * Decodes the bytes of a text file: UTF-8, or UTF-16 if it begins with a byte order mark.
 *
 * @param path name of the file, for messages
 * @throws {CoverageError} INVALID_ENCODING naming the first byte that is wrong
 * @throws {CoverageError} UNKNOWN_FORMAT for packed and binary files
 * @throws {CoverageError} LIMIT_EXCEEDED for more than 512 MiB
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  if (bytes.length > MAX_BYTES) {
    throw new CoverageError(
      "LIMIT_EXCEEDED",
      say("{path} has {bytesCount} bytes; at most {most} can be read.", {
        path,
        bytesCount: bytes.length,
        most: MAX_BYTES,
      }),
      {
        path,
        hint: "Leave out what is not needed, or round the coordinates to seven decimals.",
      },
    );
  }
  const binary = BINARY_FORMATS.find(({ magic }) => magic.every((byte, i) => bytes[i] === byte));
  if (binary !== undefined) {
    throw new CoverageError(
      "UNKNOWN_FORMAT",
      say("{path}: this is {name}, not GeoJSON.", { path, name: toPhrase(binary.name) }),
      {
        path,
        hint: binary.hint,
      },
    );
  }
  const isLittleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (isLittleEndian || isBigEndian) return decodeUtf16(isBigEndian ? swapPairs(bytes) : bytes, path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes); // passes over a byte order mark
  } catch {
    const offset = findInvalidUtf8(bytes);
    const found =
      offset < bytes.length
        ? say("byte {offset} is 0x{byte}", { offset, byte: hex(bytes[offset]) })
        : say("it ends within a character");
    throw new CoverageError("INVALID_ENCODING", say("{path} is not UTF-8: {found}.", { path, found }), {
      path,
      hint: "If the file is in a Chinese or another national encoding, convert it first: iconv -f GBK -t UTF-8 in > out.",
    });
  }
}

function decodeUtf16(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
  } catch {
    throw new CoverageError("INVALID_ENCODING", say("{path} begins like UTF-16, but is not.", { path }), {
      path,
      hint: "Save the file as UTF-8.",
    });
  }
}

function swapPairs(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(bytes, (_, i) => bytes[i ^ 1] ?? 0);
}

function hex(byte: number | undefined): string {
  return (byte ?? 0).toString(16).padStart(2, "0");
}

/** The offset of the first byte that cannot stand there in UTF-8; the length, if the text merely ends too early. */
export function findInvalidUtf8(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] as number;
    const count =
      lead < 0x80
        ? 0
        : lead >= 0xc2 && lead < 0xe0
          ? 1
          : lead >= 0xe0 && lead < 0xf0
            ? 2
            : lead >= 0xf0 && lead < 0xf5
              ? 3
              : -1;
    if (count === -1) return i;
    for (let k = 1; k <= count; k++) {
      const byte = bytes[i + k];
      if (byte === undefined) return bytes.length;
      // overlong forms, surrogates and values beyond Unicode show in the second byte
      const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (byte < low || byte > high) return i + k;
    }
    i += count + 1;
  }
  return bytes.length;
}
