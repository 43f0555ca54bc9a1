import { deflateSync } from "node:zlib";
import { PbfWriter } from "pbf";

// Writes small extracts, as PBF in every form the format has, and as XML.

/** Tags of an object. */
type TagsOf = Readonly<Record<string, string>>;
export interface TestNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags?: TagsOf;
}
export interface TestWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags?: TagsOf;
}
export interface TestRelation {
  readonly id: number;
  readonly members: readonly (readonly [type: "node" | "way" | "relation", id: number, role?: string])[];
  readonly tags?: TagsOf;
}
/** What an extract holds. */
export interface TestExtract {
  readonly nodes?: readonly TestNode[];
  readonly ways?: readonly TestWay[];
  readonly relations?: readonly TestRelation[];
  readonly box?: readonly [west: number, south: number, east: number, north: number];
  /** Up to when changes are in it, in seconds since 1970. */
  readonly replicationSeconds?: number;
}

/** How a PBF is written. */
export interface PbfForm {
  /** Default: true. */
  readonly dense?: boolean;
  readonly packing?: "zlib" | "raw" | "lzma" | "lz4" | "zstd";
  /** Nanodegrees. Default: 100. */
  readonly granularity?: number;
  readonly latOffset?: number;
  readonly lonOffset?: number;
  readonly features?: readonly string[];
  /** Objects per block. Default: 4. */
  readonly blockSize?: number;
  /** Puts the blocks into another order. */
  readonly order?: <T>(blocks: readonly T[]) => readonly T[];
  /** Ways hold the positions of their nodes, and nodes without tags are left out. */
  readonly locationsOnWays?: boolean;
}

type Item =
  | { readonly kind: "node"; readonly item: TestNode }
  | { readonly kind: "way"; readonly item: TestWay }
  | { readonly kind: "relation"; readonly item: TestRelation };

const FIELD_OF_PACKING = { raw: 1, zlib: 3, lzma: 4, lz4: 6, zstd: 7 } as const;
const MEMBER_TYPES = ["node", "way", "relation"] as const;

/** Writes an extract as PBF. */
export function toPbf(extract: TestExtract, form: PbfForm = {}): Uint8Array {
  const { blockSize = 4, order = (blocks) => blocks, locationsOnWays = false } = form;
  const { nodes = [], ways = [], relations = [] } = extract;
  const kept = locationsOnWays ? nodes.filter(({ tags }) => tags !== undefined) : nodes;
  const blocks = [
    ...chunk(
      kept.map((item): Item => ({ kind: "node", item })),
      blockSize,
    ),
    ...chunk(
      ways.map((item): Item => ({ kind: "way", item })),
      blockSize,
    ),
    ...chunk(
      relations.map((item): Item => ({ kind: "relation", item })),
      blockSize,
    ),
  ];
  const places = new Map(nodes.map((node) => [node.id, node]));
  return joined([
    toBlob("OSMHeader", writeHeader(extract, form), form),
    ...order(blocks).map((items) => toBlob("OSMData", writeBlock(items, places, form), form)),
  ]);
}

/** Writes an extract as XML. */
export function toXml({ nodes = [], ways = [], relations = [], box, replicationSeconds }: TestExtract): string {
  const moment =
    replicationSeconds === undefined ? "" : ` timestamp="${new Date(replicationSeconds * 1000).toISOString()}"`;
  const escaped = (text: string) =>
    text.replace(/[&<>"\n]/g, (letter) => `&#${letter.charCodeAt(0)};`).replace("é", "&#xE9;");
  const tagsOf = (tags: TagsOf = {}) =>
    Object.entries(tags).map(
      ([key, value]) => `<tag v='${escaped(value).replaceAll("'", "&apos;")}' k="${escaped(key)}"/>`,
    );
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by a test --><osm version="0.6" generator="test"${moment}>`,
    ...(box === undefined
      ? []
      : [`<bounds minlon="${box[0]}" minlat="${box[1]}" maxlon="${box[2]}" maxlat="${box[3]}"/>`]),
    ...nodes.flatMap(({ id, lon, lat, tags }) => [
      `<node lat="${lat}" id="${id}" lon="${lon}">`,
      ...tagsOf(tags),
      "</node>",
    ]),
    ...ways.flatMap(({ id, refs, tags }) => [
      `<way id="${id}">`,
      ...refs.map((ref) => `<nd ref="${ref}"/>`),
      ...tagsOf(tags),
      "</way>",
    ]),
    ...relations.flatMap(({ id, members, tags }) => [
      `<relation id="${id}">`,
      ...members.map(([type, ref, role = ""]) => `<member type="${type}" ref="${ref}" role="${role}"/>`),
      ...tagsOf(tags),
      "</relation>",
    ]),
    "</osm>\n",
  ].join("\n");
}

function writeHeader({ box, replicationSeconds }: TestExtract, { features, locationsOnWays }: PbfForm): Uint8Array {
  const writer = new PbfWriter();
  if (box !== undefined)
    writer.writeMessage(
      1,
      ([west, south, east, north], message) => {
        for (const [field, degrees] of [west, east, north, south].entries())
          message.writeSVarintField(field + 1, Math.round(degrees * 1e9));
      },
      box,
    );
  for (const feature of features ?? ["OsmSchema-V0.6", "DenseNodes"]) writer.writeStringField(4, feature);
  if (locationsOnWays) writer.writeStringField(5, "LocationsOnWays");
  writer.writeStringField(16, "test");
  if (replicationSeconds !== undefined) writer.writeVarintField(32, replicationSeconds);
  return writer.finish();
}

function writeBlock(items: readonly Item[], places: ReadonlyMap<number, TestNode>, form: PbfForm): Uint8Array {
  const { granularity = 100, latOffset = 0, lonOffset = 0 } = form;
  const texts = [""];
  const textOf = (text: string) => {
    const known = texts.indexOf(text);
    return known >= 0 ? known : texts.push(text) - 1;
  };
  const writer = new PbfWriter();
  const units = (degrees: number, offset: number) => Math.round((degrees * 1e9 - offset) / granularity);
  const block: BlockWriter = { textOf, places, lat: (d) => units(d, latOffset), lon: (d) => units(d, lonOffset), form };
  const groups = groupsOf(items).map((group) => {
    const own = new PbfWriter();
    writeGroup(group, own, block);
    return own.finish();
  });
  writer.writeMessage(
    1,
    (all, message) => {
      for (const text of all) message.writeStringField(1, text);
    },
    texts,
  );
  for (const group of groups) writer.writeBytesField(2, group);
  if (granularity !== 100) writer.writeVarintField(17, granularity);
  // these are written as 64 bits, negative ones as ten bytes
  if (latOffset !== 0) writer.writeVarintField(19, latOffset);
  if (lonOffset !== 0) writer.writeVarintField(20, lonOffset);
  return writer.finish();
}

interface BlockWriter {
  readonly textOf: (text: string) => number;
  readonly places: ReadonlyMap<number, TestNode>;
  readonly lat: (degrees: number) => number;
  readonly lon: (degrees: number) => number;
  readonly form: PbfForm;
}

function groupsOf(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  for (const one of items) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === one.kind) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function writeGroup(group: readonly Item[], writer: PbfWriter, block: BlockWriter): void {
  const { dense = true } = block.form;
  const nodes = group.flatMap((one) => (one.kind === "node" ? [one.item] : []));
  if (nodes.length > 0 && dense) writer.writeMessage(2, (all, message) => writeDense(all, message, block), nodes);
  else for (const node of nodes) writer.writeMessage(1, (one, message) => writeNode(one, message, block), node);
  for (const one of group) {
    if (one.kind === "way") writer.writeMessage(3, (way, message) => writeWay(way, message, block), one.item);
    if (one.kind === "relation")
      writer.writeMessage(4, (item, message) => writeRelation(item, message, block), one.item);
  }
}

function writeDense(nodes: readonly TestNode[], writer: PbfWriter, { textOf, lat, lon }: BlockWriter): void {
  const tags = nodes.flatMap(({ tags: own = {} }) => [
    ...Object.entries(own).flatMap(([key, value]) => [textOf(key), textOf(value)]),
    0,
  ]);
  writer.writePackedSVarint(1, deltas(nodes.map(({ id }) => id)));
  writer.writePackedSVarint(8, deltas(nodes.map((node) => lat(node.lat))));
  writer.writePackedSVarint(9, deltas(nodes.map((node) => lon(node.lon))));
  if (tags.some((tag) => tag !== 0)) writer.writePackedVarint(10, tags);
}

function writeNode({ id, tags = {}, ...place }: TestNode, writer: PbfWriter, { textOf, lat, lon }: BlockWriter): void {
  writer.writeSVarintField(1, id);
  writeTags(tags, writer, textOf);
  writer.writeSVarintField(8, lat(place.lat));
  writer.writeSVarintField(9, lon(place.lon));
}

function writeWay({ id, refs, tags = {} }: TestWay, writer: PbfWriter, block: BlockWriter): void {
  writer.writeVarintField(1, id);
  writeTags(tags, writer, block.textOf);
  writer.writePackedSVarint(8, deltas(refs));
  if (block.form.locationsOnWays !== true) return;
  const places = refs.map((ref) => block.places.get(ref) ?? { lon: 0, lat: 0 });
  writer.writePackedSVarint(9, deltas(places.map((place) => block.lat(place.lat))));
  writer.writePackedSVarint(10, deltas(places.map((place) => block.lon(place.lon))));
}

function writeRelation({ id, members, tags = {} }: TestRelation, writer: PbfWriter, { textOf }: BlockWriter): void {
  writer.writeVarintField(1, id);
  writeTags(tags, writer, textOf);
  writer.writePackedVarint(
    8,
    members.map(([, , role = ""]) => textOf(role)),
  );
  writer.writePackedSVarint(9, deltas(members.map(([, ref]) => ref)));
  writer.writePackedVarint(
    10,
    members.map(([type]) => MEMBER_TYPES.indexOf(type)),
  );
}

function writeTags(tags: TagsOf, writer: PbfWriter, textOf: (text: string) => number): void {
  writer.writePackedVarint(2, Object.keys(tags).map(textOf));
  writer.writePackedVarint(3, Object.values(tags).map(textOf));
}

/** Writes a blob with its header. */
export function toBlob(type: string, content: Uint8Array, { packing = "zlib" }: PbfForm = {}): Uint8Array {
  const blob = new PbfWriter();
  if (packing !== "raw") blob.writeVarintField(2, content.length);
  blob.writeBytesField(FIELD_OF_PACKING[packing], packing === "zlib" ? deflateSync(content) : content);
  const body = blob.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, body.length);
  const head = header.finish();
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, head.length);
  return joined([size, head, body]);
}

function deltas(values: readonly number[]): number[] {
  return values.map((value, i) => value - (i === 0 ? 0 : values[i - 1]));
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
