import type { Geometry, Position } from "geojson";

const TYPES: Readonly<Record<string, string>> = {
  POINT: "Point",
  LINESTRING: "LineString",
  POLYGON: "Polygon",
  MULTIPOINT: "MultiPoint",
  MULTILINESTRING: "MultiLineString",
  MULTIPOLYGON: "MultiPolygon",
  GEOMETRYCOLLECTION: "GeometryCollection",
};
/** How many lists are around the positions. */
const DEPTHS: Readonly<Record<string, number>> = {
  Point: 0,
  LineString: 1,
  MultiPoint: 1,
  Polygon: 2,
  MultiLineString: 2,
  MultiPolygon: 3,
};
const TOKEN = /\s*([A-Za-z]+|[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[(),])/y;
const MAX_DEPTH = 20;

/** A geometry, and the code of its system if the text says one (`SRID=4326;…`). */
export interface WktGeometry {
  /** `null` = empty. */
  readonly geometry: Geometry | null;
  readonly srid: number | null;
}

/** Reads well-known text, with or without `SRID=…;` in front; heights and measures are kept out. `null` = it is none. */
export function parseWkt(text: string): WktGeometry | null {
  const [, srid, body = text] = /^\s*SRID\s*=\s*(\d{1,9})\s*;(.*)$/is.exec(text) ?? [];
  try {
    const reader = new WktReader(body);
    const geometry = reader.readGeometry(0);
    reader.assertEnd();
    return { geometry, srid: srid === undefined ? null : Number(srid) };
  } catch (error) {
    if (error instanceof NotWkt) return null;
    throw error;
  }
}

class NotWkt extends Error {}

class WktReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readGeometry(depth: number): Geometry | null {
    if (depth > MAX_DEPTH) throw new NotWkt();
    const word = this.#next().toUpperCase();
    // "POINTZ(1 2 3)", "POINT ZM (1 2 3 4)"
    const [, name = "", glued = ""] = /^(.*?)(ZM|Z|M)?$/.exec(word) ?? [];
    const type = TYPES[name];
    if (type === undefined) throw new NotWkt();
    let token = this.#next();
    if (glued === "" && /^(ZM?|M)$/i.test(token)) token = this.#next();
    if (/^empty$/i.test(token)) return null;
    if (token !== "(") throw new NotWkt();
    if (type === "GeometryCollection") return { type, geometries: this.#readMembers(depth) };
    const coordinates = this.#readList(type === "Point" ? 1 : (DEPTHS[type] as number), type === "MultiPoint");
    return { type, coordinates: type === "Point" ? coordinates[0] : coordinates } as Geometry;
  }

  assertEnd(): void {
    if (this.#text.slice(this.#at).trim().replace(/;$/, "") !== "") throw new NotWkt();
  }

  #readMembers(depth: number): Geometry[] {
    const members: Geometry[] = [];
    for (;;) {
      const member = this.readGeometry(depth + 1);
      if (member !== null) members.push(member);
      if (this.#isLast()) return members;
    }
  }

  /** Reads what stands between two parentheses, the first of which was read. */
  #readList(depth: number, mayBeWrapped: boolean): unknown[] {
    const list: unknown[] = [];
    for (;;) {
      if (depth > 1) {
        const token = this.#next();
        if (token === "(") list.push(this.#readList(depth - 1, false));
        else if (!/^empty$/i.test(token)) throw new NotWkt();
      } else if (mayBeWrapped && this.#peek() === "(") {
        this.#next();
        list.push(...this.#readList(1, false)); // MULTIPOINT ((1 2), (3 4))
      } else list.push(this.#readPosition());
      if (this.#isLast()) return list;
    }
  }

  #isLast(): boolean {
    const token = this.#next();
    if (token === ")") return true;
    if (token !== ",") throw new NotWkt();
    return false;
  }

  #readPosition(): Position {
    const numbers: number[] = [];
    while (!/^[(),]?$/.test(this.#peek())) numbers.push(Number(this.#next()));
    if (numbers.length < 2 || numbers.length > 4 || !numbers.every(Number.isFinite)) throw new NotWkt();
    return numbers.slice(0, 2);
  }

  #peek(): string {
    const { lastIndex, token } = this.#match();
    return lastIndex === -1 ? "" : token;
  }

  #next(): string {
    const { lastIndex, token } = this.#match();
    if (lastIndex === -1) throw new NotWkt();
    this.#at = lastIndex;
    return token;
  }

  #match(): { readonly lastIndex: number; readonly token: string } {
    TOKEN.lastIndex = this.#at;
    const found = TOKEN.exec(this.#text);
    return { lastIndex: found === null ? -1 : TOKEN.lastIndex, token: found?.[1] ?? "" };
  }
}
