import type { Tags } from "../../base/words.js";
import type { Bounds } from "../../geo/bounds.js";
import type { BlockTarget } from "./block-target.js";
import { isAreaRelation, type Member, NO_STREET, PER_DEGREE } from "./element-columns.js";
import { toBox, toDay } from "./read-header.js";
import { KIND } from "./tag-kinds.js";

/** What is wrong with an element: a text by its id, and its values. */
export class WrongElement extends Error {
  readonly element: string;
  readonly attribute: string;
  /** `null`: it is not there. */
  readonly value: string | null;

  constructor(element: string, attribute: string, value: string | null) {
    super(`${element} ${attribute}`);
    this.element = element;
    this.attribute = attribute;
    this.value = value;
  }
}

/** Thrown for a file that holds several versions of an object: what was changed or deleted since is among them. */
export class SeveralVersions extends Error {}

type Attributes = Readonly<Record<string, string>>;

/** Reads nodes, ways and relations, as XML tells of them, into columns. */
export class XmlElements {
  /** The box that the file says to hold; `null`: it says none. */
  box: Bounds | null = null;
  /** The day that the file says it is of; `null`: it says none. */
  day: string | null = null;
  readonly #target: BlockTarget;
  /** The node, way or relation that is open. */
  #open: "node" | "way" | "relation" | null = null;
  #id = 0;
  /** Of the object before: its kind, id and version. */
  #before: readonly [name: string | null, id: number, version: string | undefined] = [null, 0, undefined];
  #x = Number.NaN;
  #y = Number.NaN;
  #isDeleted = false;
  #tags: [string, string][] = [];
  #members: Member[] = [];
  #firstRef = 0;

  constructor(target: BlockTarget) {
    this.#target = target;
  }

  /** Begins an element. @throws {WrongElement}, {SeveralVersions} */
  open(name: string, attributes: Attributes): void {
    if (name === "node" || name === "way" || name === "relation") this.#begin(name, attributes);
    else if (name === "tag" && this.#open !== null)
      this.#tags.push([textOf(name, "k", attributes), textOf(name, "v", attributes)]);
    else if (name === "nd" && this.#open === "way") this.#addRef(attributes);
    else if (name === "member" && this.#open === "relation") this.#addMember(attributes);
    else if (name === "meta" && this.#open === null) this.dated(attributes.osm_base);
    else if (name === "bounds" && this.#open === null) {
      const [south, west, north, east] = ["minlat", "minlon", "maxlat", "maxlon"].map((key) => Number(attributes[key]));
      this.box = toBox({ west, south, east, north }) ?? this.box;
    }
  }

  /** Notes of when the file is, where it tells. */
  dated(moment: string | undefined): void {
    if (moment !== undefined) this.day = toDay(moment) ?? this.day;
  }

  /** Ends an element. */
  close(name: string): void {
    if (name !== this.#open) return;
    this.#open = null;
    if (this.#isDeleted) {
      this.#target.columns.counts.deleted++;
      this.#target.columns.refCount = this.#firstRef;
    } else if (name === "node") this.#keepNode();
    else if (name === "way") this.#keepWay();
    else this.#keepRelation();
  }

  #begin(name: "node" | "way" | "relation", attributes: Attributes): void {
    this.#open = name;
    this.#id = idOf(name, "id", attributes);
    const [nameBefore, idBefore, versionBefore] = this.#before;
    const { version } = attributes;
    if (nameBefore === name && idBefore === this.#id && versionBefore !== version) throw new SeveralVersions();
    this.#before = [name, this.#id, version];
    this.#tags = [];
    this.#members = [];
    this.#firstRef = this.#target.columns.refCount;
    this.#isDeleted = attributes.visible === "false" || attributes.action === "delete";
    if (name !== "node" || this.#isDeleted) return;
    this.#x = unitsOf(name, "lon", attributes);
    this.#y = unitsOf(name, "lat", attributes);
  }

  #addRef(attributes: Attributes): void {
    const { columns } = this.#target;
    columns.reserveRefs(1);
    const ref = columns.refCount++;
    columns.refs[ref] = idOf("nd", "ref", attributes);
    if (attributes.lon === undefined || attributes.lat === undefined) return;
    columns.reservePositions();
    columns.refX[ref] = unitsOf("nd", "lon", attributes);
    columns.refY[ref] = unitsOf("nd", "lat", attributes);
  }

  #addMember(attributes: Attributes): void {
    const type = textOf("member", "type", attributes);
    if (type !== "node" && type !== "way" && type !== "relation") throw new WrongElement("member", "type", type);
    this.#members.push({ type, id: idOf("member", "ref", attributes), role: attributes.role ?? "" });
  }

  #keepNode(): void {
    const { columns, keptKinds } = this.#target;
    columns.reserveNodes(1);
    columns.addNode(this.#id, this.#x, this.#y);
    if (this.#tags.length === 0) return;
    const kinds = this.#kinds();
    columns.countTaggedNode(kinds);
    if ((kinds & keptKinds) === 0) return;
    columns.nodeTags.push({ row: columns.nodeCount - 1, kinds, tags: this.#tagObject() });
  }

  #keepWay(): void {
    const { columns, keptKinds, tagSets, onUnreadable } = this.#target;
    const kinds = this.#kinds();
    const tags = this.#tagObject();
    const tagSet =
      (kinds & KIND.street) === 0 ? NO_STREET : tagSets.ofProperties(tags, (what) => onUnreadable(this.#id, what));
    const row = columns.addWay(this.#id, tagSet, kinds);
    if ((kinds & keptKinds) !== 0) columns.wayTags.push({ row, kinds, tags });
  }

  #keepRelation(): void {
    const kinds = this.#kinds();
    const tags = this.#tagObject();
    const isKept = isAreaRelation(tags) || (kinds & this.#target.keptKinds) !== 0;
    this.#target.columns.addRelation({ id: this.#id, kinds, tags, members: this.#members }, isKept);
  }

  #kinds(): number {
    const { kinds } = this.#target;
    return this.#tags.reduce((found, [key, value]) => found | kinds.kindsOf(kinds.ruleOf(key), value), 0);
  }

  #tagObject(): Tags {
    return Object.fromEntries(this.#tags);
  }
}

function textOf(element: string, name: string, attributes: Attributes): string {
  const value = attributes[name];
  if (value === undefined) throw new WrongElement(element, name, null);
  return value;
}

function idOf(element: string, name: string, attributes: Attributes): number {
  const text = textOf(element, name, attributes);
  const id = /^\s*-?\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(id)) throw new WrongElement(element, name, text);
  return id;
}

function unitsOf(element: string, name: string, attributes: Attributes): number {
  const text = textOf(element, name, attributes);
  const degrees = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(degrees)) throw new WrongElement(element, name, text);
  return Math.round(degrees * PER_DEGREE);
}
