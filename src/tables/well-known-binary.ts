import type { Position } from "geojson";
import type { LonLat } from "../base/words.js";
import { type Bounds, boundsOf, joinBounds } from "../geo/bounds.js";

/** What a layer holds here: points, or several polygons as one. */
export type LayerGeometry =
  | { readonly type: "Point"; readonly coordinates: Position }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

const POINT = 1;
const POLYGON = 3;
const MULTI_POLYGON = 6;

/**
 * Writes a geometry as well-known binary, little-endian, without Z and M.
 *
 * @see OGC 06-103r4, Simple feature access, part 1, chapter 8, 2011
 */
export function toWellKnownBinary(geometry: LayerGeometry): Uint8Array {
  const writer = new BinaryWriter(sizeOf(geometry));
  writeGeometry(geometry, writer);
  return writer.bytes;
}

/** The bytes that a geometry takes. */
export function sizeOf(geometry: LayerGeometry): number {
  if (geometry.type === "Point") return 5 + 16;
  const ofRing = (ring: readonly Position[]) => 4 + 16 * ring.length;
  const ofPolygon = (rings: readonly (readonly Position[])[]) => 9 + rings.reduce((sum, ring) => sum + ofRing(ring), 0);
  return 9 + geometry.coordinates.reduce((sum, rings) => sum + ofPolygon(rings), 0);
}

/** The box around geometries; empty if there are none. */
export function boundsOfGeometries(geometries: readonly (LayerGeometry | null)[]): Bounds {
  return joinBounds(
    geometries.map((geometry) => {
      const positions = geometry?.type === "Point" ? [geometry.coordinates] : (geometry?.coordinates.flat(2) ?? []);
      return boundsOf(positions as readonly unknown[] as readonly LonLat[]);
    }),
  );
}

/** Writes a geometry behind what the writer holds already. */
export function writeGeometry(geometry: LayerGeometry, writer: BinaryWriter): void {
  if (geometry.type === "Point") {
    writeKind(writer, POINT);
    writePosition(writer, geometry.coordinates);
    return;
  }
  writeKind(writer, MULTI_POLYGON);
  writer.whole(geometry.coordinates.length);
  for (const rings of geometry.coordinates) {
    writeKind(writer, POLYGON);
    writer.whole(rings.length);
    for (const ring of rings) {
      writer.whole(ring.length);
      for (const position of ring) writePosition(writer, position);
    }
  }
}

function writeKind(writer: BinaryWriter, type: number): void {
  writer.byte(1); // little-endian
  writer.whole(type);
}

function writePosition(writer: BinaryWriter, [x = 0, y = 0]: Position): void {
  writer.number(x);
  writer.number(y);
}

/** Bytes of a known length, written from front to back, little-endian. */
export class BinaryWriter {
  readonly bytes: Uint8Array<ArrayBuffer>;
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
}
