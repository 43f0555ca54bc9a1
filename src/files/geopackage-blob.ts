import { BinaryWriter, type LayerGeometry, sizeOf, writeGeometry } from "./well-known-binary.js";

const WGS84 = 4326;
const HEADER_BYTES = 40;

/**
 * Writes a geometry as the bytes of a GeoPackage: its header with the box around it, then well-known binary.
 *
 * @see OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, 2021
 */
export function toGeoPackageBlob(geometry: LayerGeometry): Uint8Array {
  const positions = geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates.flat(2);
  const writer = new BinaryWriter(HEADER_BYTES + sizeOf(geometry));
  // "GP", version 0, little-endian with a box of x and y
  for (const byte of [0x47, 0x50, 0, 0b11]) writer.byte(byte);
  writer.whole(WGS84);
  for (const axis of [0, 1]) {
    const values = positions.map((position) => position[axis] as number);
    writer.number(values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY));
    writer.number(values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY));
  }
  writeGeometry(geometry, writer);
  return writer.bytes;
}
