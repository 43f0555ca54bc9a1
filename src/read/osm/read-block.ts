import { PbfReader } from "pbf";
import type { BlockTarget } from "./block-target.js";
import { isAreaRelation, type Member, NO_STREET } from "./element-columns.js";
import { assertRead, DamagedBytes, endOf, PackedNumbers } from "./packed-numbers.js";
import { StringTable } from "./string-table.js";
import { KIND } from "./tag-kinds.js";
import { TagPairs } from "./tag-pairs.js";

const PACKED = 2;
/** What stands before a field: its number and type. */
const field = (number: number, type: number): number => (number << 3) | type;
const MEMBER_TYPES: readonly Member["type"][] = ["node", "way", "relation"];

/** Reads one block of elements after the other into columns. */
export class BlockReader {
  readonly #target: BlockTarget;
  readonly #decoder: TextDecoder = new TextDecoder();
  // of the message that is read just now
  readonly #ids = new PackedNumbers();
  readonly #lats = new PackedNumbers();
  readonly #lons = new PackedNumbers();
  readonly #keys = new PackedNumbers();
  readonly #values = new PackedNumbers();
  readonly #refs = new PackedNumbers();
  readonly #fields: readonly PackedNumbers[] = [
    this.#ids,
    this.#lats,
    this.#lons,
    this.#keys,
    this.#values,
    this.#refs,
  ];
  readonly #tags: TagPairs;
  /** Of dense nodes, as the file has them. */
  #x: Float64Array = new Float64Array(0);
  #y: Float64Array = new Float64Array(0);
  // of the block
  #bytes: Uint8Array = new Uint8Array(0);
  #granularity = 100;
  #latOffset = 0;
  #lonOffset = 0;

  constructor(target: BlockTarget) {
    this.#target = target;
    this.#tags = new TagPairs(new StringTable(this.#bytes, this.#decoder, target.kinds));
  }

  /** Reads a block that is unpacked. @throws {DamagedBytes} and whatever `pbf` throws if it is damaged */
  read(bytes: Uint8Array): void {
    this.#bytes = bytes;
    const texts = new StringTable(bytes, this.#decoder, this.#target.kinds);
    this.#tags.texts = texts;
    this.#granularity = 100;
    this.#latOffset = 0;
    this.#lonOffset = 0;
    const groups: (readonly [number, number])[] = [];
    const reader = new PbfReader(bytes);
    while (reader.pos < bytes.length) {
      const tag = reader.readVarint();
      if (tag === field(1, PACKED)) texts.read(reader, endOf(reader, bytes.length));
      else if (tag === field(2, PACKED)) {
        const end = endOf(reader, bytes.length);
        groups.push([reader.pos, end]);
        reader.pos = end;
      } else if (tag === field(17, 0)) this.#granularity = reader.readVarint();
      else if (tag === field(19, 0)) this.#latOffset = reader.readVarint(true);
      else if (tag === field(20, 0)) this.#lonOffset = reader.readVarint(true);
      else reader.skip(tag);
    }
    if (reader.pos !== bytes.length || this.#granularity <= 0) throw new DamagedBytes();
    // what applies to all groups may stand after them
    for (const [start, end] of groups) this.#readGroup(reader, start, end);
  }

  #readGroup(reader: PbfReader, start: number, end: number): void {
    reader.pos = start;
    while (reader.pos < end) {
      const tag = reader.readVarint();
      if (tag >= field(1, PACKED) && tag <= field(4, PACKED) && (tag & 7) === PACKED) {
        const last = endOf(reader, end);
        if (tag === field(1, PACKED)) this.#readNode(reader, last);
        else if (tag === field(2, PACKED)) this.#readDense(reader, last);
        else if (tag === field(3, PACKED)) this.#readWay(reader, last);
        else this.#readRelation(reader, last);
        if (reader.pos !== last) throw new DamagedBytes();
      } else reader.skip(tag);
    }
    if (reader.pos !== end) throw new DamagedBytes();
  }

  /** Nanodegrees are rounded to what OpenStreetMap has: 1e-7 degrees. */
  #toUnits(offset: number, value: number): number {
    return this.#granularity === 100 && offset === 0 ? value : Math.round((offset + this.#granularity * value) / 100);
  }

  #readNode(reader: PbfReader, end: number): void {
    let [id, lat, lon] = [Number.NaN, Number.NaN, Number.NaN];
    this.#clear();
    while (reader.pos < end) {
      const tag = reader.readVarint();
      if (tag === field(1, 0)) id = reader.readSVarint();
      else if (tag === field(2, PACKED)) this.#take(this.#keys, reader, end);
      else if (tag === field(3, PACKED)) this.#take(this.#values, reader, end);
      else if (tag === field(8, 0)) lat = reader.readSVarint();
      else if (tag === field(9, 0)) lon = reader.readSVarint();
      else reader.skip(tag);
    }
    if (!Number.isSafeInteger(id)) throw new DamagedBytes();
    const { columns } = this.#target;
    columns.reserveNodes(1);
    columns.addNode(id, this.#toUnits(this.#lonOffset, lon), this.#toUnits(this.#latOffset, lat));
    this.#tags.read(this.#keys, this.#values);
    if (this.#tags.count > 0) this.#keepNodeTags(columns.nodeCount - 1);
  }

  #readDense(reader: PbfReader, end: number): void {
    const { columns } = this.#target;
    const [ids, lats, lons, tags] = [this.#ids, this.#lats, this.#lons, this.#keys];
    this.#clear();
    while (reader.pos < end) {
      const tag = reader.readVarint();
      if (tag === field(1, PACKED)) this.#take(ids, reader, end);
      else if (tag === field(8, PACKED)) this.#take(lats, reader, end);
      else if (tag === field(9, PACKED)) this.#take(lons, reader, end);
      else if (tag === field(10, PACKED)) this.#take(tags, reader, end);
      else reader.skip(tag);
    }
    const first = columns.nodeCount;
    columns.reserveNodes(ids.end - ids.at);
    const count = ids.readSums(columns.nodeIds, first) - first;
    const [x, y] = this.#roomForPlaces(Math.max(lats.end - lats.at, lons.end - lons.at));
    if (lats.readSums(y, 0) !== count || lons.readSums(x, 0) !== count) throw new DamagedBytes();
    if (!Number.isSafeInteger(columns.nodeIds[first + count - 1] ?? 0)) throw new DamagedBytes();
    const hasTags = tags.hasNext;
    for (let i = 0; i < count; i++) {
      columns.placeNode(this.#toUnits(this.#lonOffset, x[i]), this.#toUnits(this.#latOffset, y[i]));
      if (!hasTags) continue;
      this.#tags.count = 0;
      for (let key = tags.next(); key !== 0; key = tags.next()) this.#tags.add(key, tags.next());
      if (this.#tags.count > 0) this.#keepNodeTags(columns.nodeCount - 1);
    }
    tags.assertRead();
  }

  #roomForPlaces(most: number): readonly [x: Float64Array, y: Float64Array] {
    if (this.#x.length < most) [this.#x, this.#y] = [new Float64Array(2 * most), new Float64Array(2 * most)];
    return [this.#x, this.#y];
  }

  #readWay(reader: PbfReader, end: number): void {
    const { columns } = this.#target;
    const id = this.#takeLists(reader, end);
    const refs = this.#refs;
    columns.reserveRefs(refs.end - refs.at);
    const first = columns.refCount;
    columns.refCount = refs.readSums(columns.refs, first);
    if (this.#lats.hasNext || this.#lons.hasNext) this.#readPositions(first, columns.refCount);
    this.#tags.read(this.#keys, this.#values);
    this.#keepWay(id);
  }

  /** Where nodes are left out, ways hold their positions. */
  #readPositions(first: number, end: number): void {
    const { columns } = this.#target;
    const [lats, lons] = [this.#lats, this.#lons];
    columns.reservePositions();
    let [lat, lon] = [0, 0];
    for (let ref = first; ref < end; ref++) {
      lat += lats.nextSigned();
      lon += lons.nextSigned();
      columns.refX[ref] = this.#toUnits(this.#lonOffset, lon);
      columns.refY[ref] = this.#toUnits(this.#latOffset, lat);
    }
    assertRead(lats, lons);
  }

  #keepWay(id: number): void {
    const { columns, tagSets, keptKinds, onUnreadable } = this.#target;
    const tags = this.#tags;
    const kinds = tags.kinds();
    let tagSet = NO_STREET;
    if ((kinds & KIND.street) !== 0) {
      tagSet = tags.streetTagSet(tagSets);
      if (tagSet < 0) tagSet = tagSets.ofProperties(tags.toObject(), (what) => onUnreadable(id, what));
    }
    const row = columns.addWay(id, tagSet, kinds);
    if ((kinds & keptKinds) !== 0) columns.wayTags.push({ row, kinds, tags: tags.toObject() });
  }

  #readRelation(reader: PbfReader, end: number): void {
    const { columns, keptKinds } = this.#target;
    const id = this.#takeLists(reader, end);
    this.#tags.read(this.#keys, this.#values);
    const kinds = this.#tags.kinds();
    const tags = this.#tags.toObject();
    const isKept = isAreaRelation(tags) || (kinds & keptKinds) !== 0;
    columns.addRelation({ id, kinds, tags, members: isKept ? this.#members() : [] }, isKept);
  }

  #members(): Member[] {
    const [roles, ids, types] = [this.#refs, this.#lats, this.#lons];
    const members: Member[] = [];
    let id = 0;
    while (ids.hasNext) {
      id += ids.nextSigned();
      const type = MEMBER_TYPES[types.next()];
      const role = this.#tags.texts.text(roles.next());
      if (type === undefined) throw new DamagedBytes();
      members.push({ type, id, role });
    }
    assertRead(roles, ids, types);
    return members;
  }

  /** Takes what ways and relations have alike: an id, tags, and three lists of numbers, called here as those of a way. */
  #takeLists(reader: PbfReader, end: number): number {
    this.#clear();
    let id = Number.NaN;
    while (reader.pos < end) {
      const tag = reader.readVarint();
      if (tag === field(1, 0)) id = reader.readVarint(true);
      else if (tag === field(2, PACKED)) this.#take(this.#keys, reader, end);
      else if (tag === field(3, PACKED)) this.#take(this.#values, reader, end);
      else if (tag === field(8, PACKED)) this.#take(this.#refs, reader, end);
      else if (tag === field(9, PACKED)) this.#take(this.#lats, reader, end);
      else if (tag === field(10, PACKED)) this.#take(this.#lons, reader, end);
      else reader.skip(tag);
    }
    if (!Number.isSafeInteger(id)) throw new DamagedBytes();
    return id;
  }

  #take(numbers: PackedNumbers, reader: PbfReader, limit: number): void {
    const end = endOf(reader, limit);
    numbers.reset(this.#bytes, reader.pos, end);
    reader.pos = end;
  }

  #clear(): void {
    for (let i = 0; i < this.#fields.length; i++) this.#fields[i].reset(this.#bytes, 0, 0);
  }

  #keepNodeTags(row: number): void {
    const { columns, keptKinds } = this.#target;
    const kinds = this.#tags.kinds();
    columns.countTaggedNode(kinds);
    if ((kinds & keptKinds) !== 0) columns.nodeTags.push({ row, kinds, tags: this.#tags.toObject() });
  }
}
