import type { Position } from "geojson";

/** What a layer of a GeoPackage holds here: points, or several polygons as one. */
export type GeoPackageGeometry =
  | { readonly type: "Point"; readonly coordinates: Position }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

const WGS84 = 4326;
const POINT = 1;
const POLYGON = 3;
const MULTI_POLYGON = 6;
const HEADER_BYTES = 40;

/**
 * Writes a geometry as the bytes of a GeoPackage: its header with the box around it, then well-known binary, little-endian.
 *
 * @see OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, 2021
 */
export function toGeoPackageBlob(geometry: GeoPackageGeometry): Uint8Array {
  const positions = geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates.flat(2);
  const writer = new Writer(HEADER_BYTES + sizeOf(geometry));
  // "GP", version 0, little-endian with a box of x and y
  for (const byte of [0x47, 0x50, 0, 0b11]) writer.byte(byte);
  writer.whole(WGS84);
  for (const axis of [0, 1]) {
    const values = positions.map((position) => position[axis] as number);
    writer.number(values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY));
    writer.number(values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY));
  }
  if (geometry.type === "Point") {
    writer.kind(POINT);
    writer.position(geometry.coordinates);
    return writer.bytes;
  }
  writer.kind(MULTI_POLYGON);
  writer.whole(geometry.coordinates.length);
  for (const rings of geometry.coordinates) {
    writer.kind(POLYGON);
    writer.whole(rings.length);
    for (const ring of rings) {
      writer.whole(ring.length);
      for (const position of ring) writer.position(position);
    }
  }
  return writer.bytes;
}

function sizeOf(geometry: GeoPackageGeometry): number {
  if (geometry.type === "Point") return 5 + 16;
  const ofRing = (ring: readonly Position[]) => 4 + 16 * ring.length;
  const ofPolygon = (rings: readonly (readonly Position[])[]) => 9 + rings.reduce((sum, ring) => sum + ofRing(ring), 0);
  return 9 + geometry.coordinates.reduce((sum, rings) => sum + ofPolygon(rings), 0);
}

class Writer {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }
  byte(value: number): void {
    this.#view.setUint8(this.#at++, value);
  }
  whole(value: number): void {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }
  number(value: number): void {
    this.#view.setFloat64(this.#at, value, true);
    this.#at += 8;
  }
  kind(type: number): void {
    this.byte(1);
    this.whole(type);
  }
  position([x = 0, y = 0]: Position): void {
    this.number(x);
    this.number(y);
  }
}
