import type { Geometry, Position } from "geojson";
import { say } from "../../base/texts/files.js";
import { damaged } from "./file-errors.js";

const POINT = 1;
const LINE_STRING = 2;
const POLYGON = 3;
const COLLECTION = 7;
const MULTI_TYPES = ["MultiPoint", "MultiLineString", "MultiPolygon"] as const;
/** More geometries inside each other than anybody draws. */
const MAX_DEPTH = 32;

/** Short geometries of many are copied to where a view of the bytes is already: to make one takes longer than to read a point. */
const SHORT_BYTES = 256;

/**
 * Reads one geometry of well-known binary after the other: both byte orders, ISO and extended (EWKB) marks of Z and M, which are passed
 * over.
 *
 * @see OGC 06-103r4, Simple feature access, part 1, chapter 8, 2011
 */
export class WellKnownBinary {
  readonly #path: string;
  readonly #short: Uint8Array;
  readonly #shortView: DataView;
  // of the geometry that is read just now
  #view: DataView;
  #end = 0;
  #at = 0;
  #isLittleEndian = true;
  #stride = 16;

  /** @param path name of the file, for messages */
  constructor(path: string) {
    this.#path = path;
    this.#short = new Uint8Array(SHORT_BYTES);
    this.#shortView = new DataView(this.#short.buffer);
    this.#view = this.#shortView;
  }

  /**
   * Reads a geometry.
   *
   * @param at where it begins
   * @returns `null` for an empty geometry; `"curve"` for circular arcs and surfaces, which have no place in GeoJSON
   * @throws {CoverageError} DAMAGED_FILE for anything else
   */
  read(bytes: Uint8Array, at: number): Geometry | null | "curve" {
    const length = bytes.length;
    if (length <= SHORT_BYTES) {
      for (let i = at; i < length; i++) this.#short[i] = bytes[i] as number;
      this.#view = this.#shortView;
    } else this.#view = new DataView(bytes.buffer, bytes.byteOffset, length);
    this.#end = length;
    this.#at = at;
    return this.#geometry(0);
  }

  #geometry(depth: number): Geometry | null | "curve" {
    const kind = this.#kind(depth);
    if (kind === POINT) {
      const coordinates = this.#position();
      return Number.isNaN(coordinates[0]) && Number.isNaN(coordinates[1]) ? null : { type: "Point", coordinates };
    }
    if (kind === LINE_STRING) return orNull({ type: "LineString", coordinates: this.#positions() });
    if (kind === POLYGON) return orNull({ type: "Polygon", coordinates: this.#rings() });
    if (kind > COLLECTION) return "curve";
    const count = this.#count(5);
    const parts: Geometry[] = [];
    for (let i = 0; i < count; i++) {
      const part = this.#geometry(depth + 1);
      if (part === "curve") return part;
      if (part !== null) parts.push(part);
    }
    if (parts.length === 0) return null;
    if (kind === COLLECTION) return { type: "GeometryCollection", geometries: parts };
    const single = kind - 3;
    const names = ["", "Point", "LineString", "Polygon"];
    if (parts.some(({ type }) => type !== names[single])) throw this.#damaged();
    const coordinates = parts.map((part) => (part as { coordinates: unknown }).coordinates);
    return { type: MULTI_TYPES[single - 1], coordinates } as Geometry;
  }

  /** Reads the byte order and the type, and sets how far apart positions are. */
  #kind(depth: number): number {
    this.#need(5);
    const order = this.#view.getUint8(this.#at);
    if (order > 1 || depth > MAX_DEPTH) throw this.#damaged();
    this.#isLittleEndian = order === 1;
    const code = this.#view.getUint32(this.#at + 1, this.#isLittleEndian);
    this.#at += 5;
    const hasReference = (code & 0x20000000) !== 0;
    if (hasReference) this.#need(4);
    if (hasReference) this.#at += 4;
    const iso = code & 0x0fffffff;
    const thousands = Math.floor(iso / 1000);
    const kind = iso % 1000;
    if (kind < 1 || kind > 17 || thousands > 3) throw this.#damaged();
    const hasZ = (code & 0x80000000) !== 0 || thousands === 1 || thousands === 3;
    const hasM = (code & 0x40000000) !== 0 || thousands >= 2;
    this.#stride = 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0);
    return kind;
  }

  #rings(): Position[][] {
    const count = this.#count(4);
    const rings: Position[][] = [];
    for (let i = 0; i < count; i++) {
      const ring = this.#positions();
      if (ring.length > 0) rings.push(ring);
    }
    return rings;
  }

  #positions(): Position[] {
    const count = this.#count(this.#stride);
    const positions: Position[] = [];
    for (let i = 0; i < count; i++) positions.push(this.#position());
    return positions;
  }

  #position(): Position {
    this.#need(this.#stride);
    const x = this.#view.getFloat64(this.#at, this.#isLittleEndian);
    const y = this.#view.getFloat64(this.#at + 8, this.#isLittleEndian);
    this.#at += this.#stride;
    return [x, y];
  }

  /** Reads how many follow, each of so many bytes at least: a count that goes beyond the bytes is a lie. */
  #count(bytesEach: number): number {
    this.#need(4);
    const count = this.#view.getUint32(this.#at, this.#isLittleEndian);
    this.#at += 4;
    this.#need(count * bytesEach);
    return count;
  }

  #need(count: number): void {
    if (this.#at + count > this.#end) throw this.#damaged();
  }

  #damaged(): Error {
    return damaged(this.#path, say("gis.geometryDamaged"));
  }
}

function orNull<G extends Geometry & { readonly coordinates: readonly unknown[] }>(geometry: G): G | null {
  return geometry.coordinates.length === 0 ? null : geometry;
}
