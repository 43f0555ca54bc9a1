import type { Position } from "geojson";
import { parquetWriteBuffer } from "hyparquet-writer/src/index.js";
import { toWellKnownBinary } from "../../src/tables/well-known-binary.js";

/** Places in a row along 30.66° N, from 104° E. */
export function placesInARow(count: number): Position[] {
  return Array.from({ length: count }, (_, i) => [104 + i / 1000, 30.66]);
}

/** A GeoParquet of points with ids `p0`, `p1`, … */
export async function parquetOfPoints(count: number): Promise<Uint8Array> {
  const columns = { geometry: { encoding: "WKB", geometry_types: ["Point"] } };
  const places = placesInARow(count);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: "id", type: "STRING", data: places.map((_, i) => `p${i}`) },
        {
          name: "geometry",
          type: "BYTE_ARRAY",
          data: places.map((coordinates) => toWellKnownBinary({ type: "Point", coordinates })),
        },
      ],
      kvMetadata: [{ key: "geo", value: JSON.stringify({ version: "1.1.0", primary_column: "geometry", columns }) }],
    }),
  );
}

/** What a raster is to be. */
export interface RasterDraft {
  readonly width: number;
  readonly height: number;
  readonly values: ArrayLike<number>;
  /** Keys as `[key, value]`; what is no whole number of 16 bits is written as a double. Default: WGS 84 in degrees. */
  readonly keys?: readonly (readonly [number, number])[];
  /** West edge, north edge, width and height of a cell. Default: 104, 30.7, 0.001, 0.001. */
  readonly place?: readonly [number, number, number, number];
  readonly noData?: string;
  readonly bands?: number;
  /** Tags besides these, or instead of them: 2 text, 3 and 4 whole numbers of 16 and 32 bits, 12 doubles. */
  readonly tags?: readonly (readonly [tag: number, type: number, values: readonly number[]])[];
  /** Tags of a second image, of the same kinds, in the file itself: of one value each. */
  readonly second?: readonly (readonly [tag: number, type: number, value: number])[];
  /** How its strip is packed, by the number that TIFF has for it. Default: not at all. */
  readonly packing?: { readonly compression: number; readonly pack: (bytes: Uint8Array) => Uint8Array };
}

/** Sizes, angles and lengths of a system of its own. */
const isDoubleKey = (key: number): boolean => (key >= 2057 && key <= 2059) || key >= 3078;

/** Writes a GeoTIFF of 32-bit floating-point numbers in one strip, little-endian. */
export function writeRaster({
  width,
  height,
  values,
  keys,
  place,
  noData,
  bands = 1,
  tags: given = [],
  second,
  packing,
}: RasterDraft): Uint8Array {
  const [west, north, cellWidth, cellHeight] = place ?? [104, 30.7, 0.001, 0.001];
  const doubles: number[] = [];
  const geoKeys = [
    [1, 1, 0, 0],
    ...(
      keys ?? [
        [1024, 2],
        [1025, 1],
        [2048, 4326],
      ]
    ).map(([key, value]) =>
      Number.isInteger(value) && value >= 0 && value < 65_536 && !isDoubleKey(key)
        ? [key, 0, 1, value]
        : [key, 34736, 1, doubles.push(value) - 1],
    ),
  ];
  (geoKeys[0] as number[])[3] = geoKeys.length - 1;
  const plain = new Uint8Array(width * height * bands * 4);
  const cells = new DataView(plain.buffer);
  for (let i = 0; i < width * height * bands; i++) cells.setFloat32(4 * i, values[i] ?? 0, true);
  const strip = packing === undefined ? plain : packing.pack(plain);
  const ascii = noData === undefined ? [] : [...noData, "\0"].map((character) => character.charCodeAt(0));
  const usual: readonly (readonly [tag: number, type: number, values: readonly number[]])[] = [
    [256, 4, [width]],
    [257, 4, [height]],
    [258, 3, Array.from({ length: bands }, () => 32)],
    [259, 3, [packing?.compression ?? 1]],
    [273, 4, [0]],
    [277, 3, [bands]],
    [278, 4, [height]],
    [279, 4, [strip.length]],
    [339, 3, Array.from({ length: bands }, () => 3)],
    [33550, 12, [cellWidth, cellHeight, 0]],
    [33922, 12, [0, 0, 0, west, north, 0]],
    [34735, 3, geoKeys.flat() as number[]],
    ...(doubles.length === 0 ? [] : [[34736, 12, doubles] as const]),
    ...(noData === undefined ? [] : [[42113, 2, ascii] as const]),
  ];
  const tags = [...usual.filter(([tag]) => !given.some(([own]) => own === tag)), ...given]
    .filter(([, , own]) => own.length > 0)
    .sort(([a], [b]) => a - b);
  const bytesOf: Readonly<Record<number, number>> = { 2: 1, 3: 2, 4: 4, 12: 8 };
  const extra = tags.reduce((sum, [, type, own]) => sum + own.length * (bytesOf[type] ?? 0), 0);
  const dataAt = Math.ceil((8 + 2 + 12 * tags.length + 4 + extra + 64) / 8) * 8;
  const secondAt = dataAt + strip.length;
  const bytes = new Uint8Array(secondAt + (second === undefined ? 0 : 6 + 12 * second.length));
  const view = new DataView(bytes.buffer);
  const write = (at: number, type: number, value: number) => {
    if (type === 2) view.setUint8(at, value);
    else if (type === 3) view.setUint16(at, value, true);
    else if (type === 4) view.setUint32(at, value, true);
    else view.setFloat64(at, value, true);
  };
  view.setUint32(0, 0x002a4949, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, tags.length, true);
  let free = 8 + 2 + 12 * tags.length + 4;
  tags.forEach(([tag, type, given], i) => {
    const own = tag === 273 ? [dataAt] : given;
    const at = 10 + 12 * i;
    const size = own.length * (bytesOf[type] ?? 0);
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, own.length, true);
    if (size > 4) view.setUint32(at + 8, free, true);
    for (const [k, value] of own.entries()) write((size > 4 ? free : at + 8) + k * (bytesOf[type] ?? 0), type, value);
    if (size > 4) free += size;
  });
  if (second !== undefined) {
    view.setUint32(10 + 12 * tags.length, secondAt, true);
    view.setUint16(secondAt, second.length, true);
    for (const [i, [tag, type, value]] of second.entries()) {
      const at = secondAt + 2 + 12 * i;
      view.setUint16(at, tag, true);
      view.setUint16(at + 2, type, true);
      view.setUint32(at + 4, 1, true);
      write(at + 8, type, value);
    }
  }
  bytes.set(strip, dataAt);
  return bytes;
}

/** A raster with one person in each cell. */
export function rasterOfOnes(width: number, height: number): Uint8Array {
  return writeRaster({ width, height, values: new Float32Array(width * height).fill(1) });
}
