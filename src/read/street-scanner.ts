import { isJsonObject } from "../base/json-object.js";
import { idOfPlace } from "./feature-ids.js";
import {
  CLOSE_LIST,
  COMMA,
  FAILED,
  isTextAt,
  MAX_DIGITS,
  NINE,
  numberOf,
  OPEN_LIST,
  OPEN_OBJECT,
  readNumber,
  skipSpace,
  skipValue,
  textOf,
  ZERO,
} from "./json-bytes.js";
import { NameTable, readMembers } from "./name-table.js";
import { parseJson } from "./parse-json.js";
import { isOnEarth } from "./positions.js";
import { ScalarTable } from "./scalar-table.js";
import {
  FEATURE_NAMES,
  GEOMETRY_NAMES,
  type IdSpan,
  LAST_CONTAINER,
  NO_NODES,
  NODES,
  OTHER_NAMES,
  readOwnId,
} from "./street-members.js";
import type { StreetsReader } from "./streets-reader.js";
import { isPattern, NO_TAGS } from "./tag-sets.js";
import { readTagValue } from "./tag-values.js";

/** Reads features of the common form from bytes into the columns of a reader; any others by way of JSON.parse. */
export class StreetScanner {
  /** Whether anything in the list was a feature. */
  hasFeature = false;
  /** Whether a text that was used has U+FFFD in it. */
  hasReplacementCharacter = false;
  readonly #bytes: Uint8Array;
  readonly #reader: StreetsReader;
  readonly #referenceLon: number;
  readonly #scalars: ScalarTable;
  readonly #featureNames = new NameTable(FEATURE_NAMES);
  readonly #geometryNames = new NameTable(GEOMETRY_NAMES);
  readonly #propertyNames: NameTable;
  readonly #tagKeyCount: number;
  /** Per key: whether it stands for all that begin as it does. */
  readonly #isPattern: readonly boolean[];
  // of the feature that is read just now
  #isFeature = false;
  #isLine = false;
  /** After the last vertex; 0 = no line was read. */
  #lineEnd = 0;
  #nodeCount = NO_NODES;
  #tagSet = NO_TAGS;
  #featureId: unknown;
  /** The members that may be its id: mostly one. */
  #ids: IdSpan[] = [];

  constructor(bytes: Uint8Array, reader: StreetsReader, referenceLon: number) {
    this.#bytes = bytes;
    this.#reader = reader;
    this.#referenceLon = referenceLon;
    const { keys } = reader.tagSets;
    this.#tagKeyCount = keys.length;
    this.#isPattern = keys.map(isPattern);
    this.#propertyNames = new NameTable([...keys, ...OTHER_NAMES]);
    this.#scalars = new ScalarTable(bytes, (start, end) => readTagValue(this.#parse(start, end)));
  }

  /** Reads what stands at a place in the list of features; gives the place after it, or FAILED if it is not JSON. */
  readFeature(start: number): number {
    this.#isFeature = false;
    this.#isLine = false;
    this.#lineEnd = 0;
    this.#nodeCount = NO_NODES;
    this.#tagSet = NO_TAGS;
    this.#featureId = undefined;
    if (this.#ids.length > 0) this.#ids = [];
    const isObject = this.#bytes[start] === OPEN_OBJECT;
    const end = isObject ? readMembers(this.#bytes, start, this.#featureNames, this.#readFeatureMember) : FAILED;
    return end !== FAILED && this.#keep() ? end : this.#leaveToReader(start);
  }

  /** Makes a street of what was read; `false` = it is not of the common form. */
  #keep(): boolean {
    const { columns, layer, tagSets } = this.#reader;
    const first = columns.vertexCount;
    const hasNodes = this.#nodeCount !== NO_NODES;
    if (!this.#isFeature || !this.#isLine || this.#lineEnd === 0) return false;
    if (hasNodes && this.#nodeCount !== this.#lineEnd - first) return false;
    const id = readOwnId(this.#featureId, this.#ids, (start, end) => this.#parse(start, end));
    layer.tally.give();
    columns.keep(this.#lineEnd, hasNodes, {
      id: id ?? idOfPlace([columns.lon[first], columns.lat[first]]),
      featureRow: layer.tally.given - 1,
      tagSetRow: tagSets.rowOf(this.#tagSet),
    });
    layer.tally.use(false);
    this.hasFeature = true;
    return true;
  }

  #leaveToReader(start: number): number {
    const end = skipValue(this.#bytes, start);
    if (end === FAILED) return FAILED;
    const feature = this.#parse(start, end);
    if (isJsonObject(feature) && feature.type === "Feature") this.hasFeature = true;
    this.#reader.layer.read(feature);
    return end;
  }

  #parse(start: number, end: number): unknown {
    const lead = this.#bytes[start];
    if (lead > ZERO && lead <= NINE && end - start <= MAX_DIGITS) return numberOf(this.#bytes, start, end);
    const text = textOf(this.#bytes, start, end);
    if (text.includes("\ufffd")) this.hasReplacementCharacter = true;
    return parseJson(text);
  }

  readonly #readFeatureMember = (member: number, start: number): number => {
    const bytes = this.#bytes;
    const isObject = bytes[start] === OPEN_OBJECT;
    switch (FEATURE_NAMES[member]) {
      case "type":
        this.#isFeature = isTextAt(bytes, start, '"Feature"');
        return skipValue(bytes, start);
      case "geometry":
        return isObject ? readMembers(bytes, start, this.#geometryNames, this.#readGeometryMember) : FAILED;
      case "properties":
        if (isObject) return readMembers(bytes, start, this.#propertyNames, this.#readProperty);
        return isTextAt(bytes, start, "null") ? start + 4 : FAILED;
      default: {
        const end = skipValue(bytes, start);
        if (end !== FAILED) this.#featureId = this.#parse(start, end);
        return end;
      }
    }
  };

  readonly #readGeometryMember = (member: number, start: number): number => {
    if (GEOMETRY_NAMES[member] === "coordinates") return this.#readLine(start);
    this.#isLine = isTextAt(this.#bytes, start, '"LineString"');
    return skipValue(this.#bytes, start);
  };

  readonly #readProperty = (member: number, start: number): number => {
    if (member >= this.#tagKeyCount) return this.#readOther(member - this.#tagKeyCount, start);
    if (this.#isPattern[member]) return this.#skipNull(start);
    const number = this.#scalars.read(start);
    if (number === FAILED) return FAILED;
    const value = this.#scalars.value(number);
    if (value === undefined) return FAILED;
    if (value !== null) this.#tagSet = this.#reader.tagSets.add(this.#tagSet, member, value);
    return this.#scalars.end;
  };

  #readOther(member: number, start: number): number {
    if (member === NODES) return this.#readNodes(start);
    return member <= LAST_CONTAINER ? this.#skipNull(start) : this.#readId(OTHER_NAMES[member], start);
  }

  /** Passes over `null`: programs write every column with every feature. Anything else is left to the reader of objects. */
  #skipNull(start: number): number {
    return isTextAt(this.#bytes, start, "null") ? start + 4 : FAILED;
  }

  /** Reads the vertices of a line: pairs of numbers on Earth that differ and do not jump. */
  #readLine(start: number): number {
    const bytes = this.#bytes;
    const { columns } = this.#reader;
    let { lon, lat } = columns;
    let vertex = columns.vertexCount;
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    if (bytes[start] !== OPEN_LIST) return FAILED;
    let at = start;
    do {
      if (vertex === lon.length) {
        columns.grow();
        ({ lon, lat } = columns);
      }
      at = skipSpace(bytes, at + 1);
      at = bytes[at] === OPEN_LIST ? readNumber(bytes, skipSpace(bytes, at + 1), lon, vertex) : FAILED;
      if (at === FAILED) return FAILED;
      at = skipSpace(bytes, at);
      at = bytes[at] === COMMA ? readNumber(bytes, skipSpace(bytes, at + 1), lat, vertex) : FAILED;
      if (at === FAILED) return FAILED;
      at = skipSpace(bytes, at);
      if (bytes[at] !== CLOSE_LIST) return FAILED;
      at = skipSpace(bytes, at + 1);
      const x = lon[vertex];
      const y = lat[vertex];
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
      vertex++;
    } while (bytes[at] === COMMA);
    if (bytes[at] !== CLOSE_LIST || !this.#isPlainLine(west, east, south, north)) return FAILED;
    this.#lineEnd = vertex;
    return at + 1;
  }

  #isPlainLine(west: number, east: number, south: number, north: number): boolean {
    const isFar = west < this.#referenceLon - 180 || east > this.#referenceLon + 180;
    const hasLength = east > west || north > south;
    return isOnEarth(west, south) && isOnEarth(east, north) && east - west <= 180 && hasLength && !isFar;
  }

  #readNodes(start: number): number {
    const bytes = this.#bytes;
    const { columns } = this.#reader;
    if (bytes[start] !== OPEN_LIST) return this.#skipNull(start);
    const first = columns.vertexCount;
    let vertex = first;
    let at = start;
    do {
      if (vertex >= columns.nodeIds.length) columns.growNodeIds(vertex + 1);
      at = readNumber(bytes, skipSpace(bytes, at + 1), columns.nodeIds, vertex);
      // ids so large are kept as texts, with all their digits
      if (at === FAILED || Math.abs(columns.nodeIds[vertex]) > Number.MAX_SAFE_INTEGER) return FAILED;
      at = skipSpace(bytes, at);
      vertex++;
    } while (bytes[at] === COMMA);
    this.#nodeCount = vertex - first;
    return bytes[at] === CLOSE_LIST ? at + 1 : FAILED;
  }

  #readId(name: string, start: number): number {
    const end = skipValue(this.#bytes, start);
    this.#ids.push({ name, start, end });
    return end;
  }
}
