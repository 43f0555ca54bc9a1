import { BinaryWriter, boundsOfGeometries, type LayerGeometry, sizeOf, writeGeometry } from "./well-known-binary.js";

const WGS84 = 4326;
const HEADER_BYTES = 40;

/**
 * Writes a geometry as the bytes of a GeoPackage: its header with the box around it, then well-known binary.
 *
 * @see OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, 2021
 */
export function toGeoPackageBlob(geometry: LayerGeometry): Uint8Array {
  const writer = new BinaryWriter(HEADER_BYTES + sizeOf(geometry));
  // "GP", version 0, little-endian with a box of x and y
  for (const byte of [0x47, 0x50, 0, 0b11]) writer.byte(byte);
  writer.whole(WGS84);
  const { west, south, east, north } = boundsOfGeometries([geometry]);
  for (const side of [west, east, south, north]) writer.number(side);
  writeGeometry(geometry, writer);
  return writer.bytes;
}
