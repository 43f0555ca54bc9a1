import type { Feature, Geometry, Point, Position } from "geojson";
import type { Diagnostics } from "../../base/diagnostics.js";
import type { Steps } from "../../base/steps.js";
import { ROWS_OF_STEP } from "../in-turns.js";
import { plainColumn } from "./column-words.js";
import { isEmptyCell, readCoordinate, readPair } from "./read-cell.js";
import { idColumnOf } from "./repeated-rows.js";
import type { Table } from "./table.js";
import type { TableFeatures } from "./to-features.js";

/** What an entry of its own is to the place that it is a part of. */
type Part = "gate" | "car-park" | "department";

/** `北京大学东门`, `高科大厦(正门)`, `人民公园2号出入口`; not `北京大学东门(地铁站)`. */
const GATE_NAME =
  /^(.{2,}?)[\s(（-]*(?:(?:东南|东北|西南|西北|[东南西北正后侧大前主]|[0-9A-Z一二三四五六七八九十]+号?)门|(?:[东南西北]|[0-9A-Z一二三四五六七八九十]+号?)?(?:出入口|入口|出口))[)）]?$/;
const CAR_PARK_NAME = /^(.{2,}?)[\s(（-]*(?:地下|地面|地上|[东南西北]区?)*(?:停车场|停车库|停车楼)(?:[-(（].*)?$/;
/** A gate is never farther from its place, in degrees: some 2 to 3 km, the size of a campus or a park. */
const NEAR_DEGREES = 0.025;

/**
 * Joins entries to the places they are parts of: gates become entrances, car parks and departments of the same kind are no
 * facilities of their own. Parts are those that name their place (`parent`), or that are called after one nearby.
 *
 * Shops and clinics inside of something else stay: they are of another kind.
 *
 * @param hasOwnDatum whether `entr_location` is in the datum of the positions
 */
export function* joinParts(
  table: Table,
  found: TableFeatures,
  hasOwnDatum: boolean,
  diagnostics: Diagnostics,
): Steps<{ readonly kept: TableFeatures; readonly count: number }> {
  const places = new Places(table, found);
  const entrances = new Map<number, Position[]>();
  const addEntrances = (i: number, some: readonly Position[]): void => {
    if (some.length > 0) entrances.set(i, [...(entrances.get(i) ?? []), ...some]);
  };
  if (hasOwnDatum && places.hasEntrances)
    for (const i of found.features.keys()) {
      if (i % ROWS_OF_STEP === 0) yield;
      addEntrances(i, places.entrancesOf(i));
    }
  const isPart = new Uint8Array(found.features.length);
  for (const [i, feature] of found.features.entries()) {
    if (i % ROWS_OF_STEP === 0) yield;
    const place = places.placeOf(i);
    if (place === null) continue;
    isPart[i] = 1;
    if (place.part === "gate" && feature.geometry.type === "Point")
      addEntrances(place.at, [feature.geometry.coordinates]);
    diagnostics.add("row.partOfPlace", null, places.nameOf(i), place.part);
  }
  const kept = [...found.features.keys()].filter((i) => isPart[i] === 0);
  return {
    kept: {
      ...found,
      features: kept.map((i) => withEntrances(found.features[i] as Feature<Geometry>, entrances.get(i) ?? [])),
      rows: kept.map((i) => found.rows[i] as number),
    },
    count: found.features.length - kept.length,
  };
}

function withEntrances(feature: Feature<Geometry>, entrances: readonly Position[]): Feature<Geometry> {
  if (entrances.length === 0 || feature.geometry.type !== "Point") return feature;
  const coordinates = [feature.geometry.coordinates, ...entrances];
  return { ...feature, geometry: { type: "MultiPoint", coordinates } };
}

/** Finds places by id and by name. */
class Places {
  readonly #table: Table;
  readonly #found: TableFeatures;
  readonly #columns: Readonly<
    Record<"id" | "name" | "parent" | "code" | "type" | "entrance" | "east" | "north", number>
  >;
  /** Made when the first is looked for: most tables have no parts. */
  #byId: ReadonlyMap<string, number> | null = null;
  #byName: ReadonlyMap<string, readonly number[]> | null = null;

  constructor(table: Table, found: TableFeatures) {
    this.#table = table;
    this.#found = found;
    const names = table.header.map(plainColumn);
    const columnOf = (...wanted: readonly string[]) =>
      wanted.map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1;
    this.#columns = {
      id: idColumnOf(table.header),
      name: columnOf("name", "名称"),
      parent: columnOf("parent", "parentid"),
      code: columnOf("typecode"),
      type: columnOf("type", "typename", "类型"),
      entrance: columnOf("entrlocation"),
      east: columnOf("entrlocationlon", "entrlocationlng"),
      north: columnOf("entrlocationlat"),
    };
  }

  /** Whether the table says where ways in are. */
  get hasEntrances(): boolean {
    const { entrance, east, north } = this.#columns;
    return entrance >= 0 || (east >= 0 && north >= 0);
  }

  nameOf(i: number): string {
    return this.#textAt(i, "name");
  }

  /** The place that an entry is a part of; `null` = it is one of its own. */
  placeOf(i: number): { readonly at: number; readonly part: Part } | null {
    const [code, type] = [this.#textAt(i, "code"), this.#textAt(i, "type")];
    // stations are called after what they stand at
    if (/^15(0[1-8])/.test(code) || /地铁站|公交站|公交车站/.test(type)) return null;
    const name = this.nameOf(i);
    const at = this.#atId(this.#textAt(i, "parent"));
    if (at !== undefined && at !== i && this.#isNear(at, i)) {
      const own = this.#kindOf(at);
      if (code.startsWith("9914") || /建筑物门|出入口/.test(type) || GATE_NAME.test(name)) return { at, part: "gate" };
      if (code.startsWith("1509") || /停车场/.test(type)) return { at, part: "car-park" };
      return own !== "" && this.#kindOf(i) === own ? { at, part: "department" } : null;
    }
    if (!/[门口场库楼]/.test(name)) return null;
    const gate = GATE_NAME.exec(name)?.[1];
    if (gate !== undefined)
      return this.#named(gate, i, "gate", code.startsWith("9914") || /建筑物门|出入口/.test(type));
    const carPark = code.startsWith("1509") || /停车场/.test(type) ? CAR_PARK_NAME.exec(name)?.[1] : undefined;
    return carPark === undefined ? null : this.#named(carPark, i, "car-park", true);
  }

  /** Where the way in is, as the table says. */
  entrancesOf(i: number): Position[] {
    const { entrance, east, north } = this.#columns;
    const cells = this.#cellsOf(i);
    const pair = entrance >= 0 ? readPair(cells[entrance]) : null;
    const position = pair ?? [readCoordinate(cells[east], false), readCoordinate(cells[north], false)];
    const place = this.#found.features[i]?.geometry as Point;
    const isNear =
      place.type === "Point" &&
      position.every((value, axis) => Math.abs(value - (place.coordinates[axis] as number)) <= NEAR_DEGREES);
    return isNear ? [[...position]] : [];
  }

  /** @param isKnown whether something besides the name says what it is; else it must be of the place's own kind */
  #named(name: string, i: number, part: Part, isKnown: boolean): { readonly at: number; readonly part: Part } | null {
    const at = this.#atName(name).find(
      (one) => one !== i && this.#isNear(one, i) && (isKnown || this.#kindOf(one) === this.#kindOf(i)),
    );
    return at === undefined ? null : { at, part };
  }

  #atId(id: string): number | undefined {
    if (id === "") return undefined;
    if (this.#byId === null) {
      const byId = new Map<string, number>();
      for (let i = this.#found.features.length - 1; i >= 0; i--) byId.set(this.#textAt(i, "id"), i);
      this.#byId = byId;
    }
    return this.#byId.get(id);
  }

  #atName(name: string): readonly number[] {
    if (this.#byName === null) {
      const byName = new Map<string, number[]>();
      for (let i = 0; i < this.#found.features.length; i++) {
        const same = byName.get(this.nameOf(i));
        if (same === undefined) byName.set(this.nameOf(i), [i]);
        else same.push(i);
      }
      this.#byName = byName;
    }
    return this.#byName.get(name) ?? [];
  }

  /** The middle class: the first four digits of the code, else two parts of the type. */
  #kindOf(i: number): string {
    const code = this.#textAt(i, "code");
    if (code !== "") return code.padStart(code.length === 5 ? 6 : code.length, "0").slice(0, 4);
    return this.#textAt(i, "type").split(";").slice(0, 2).join(";");
  }

  #isNear(one: number, other: number): boolean {
    const [a, b] = [this.#found.features[one]?.geometry, this.#found.features[other]?.geometry];
    if (a?.type !== "Point" || b?.type !== "Point") return false;
    return a.coordinates.every((value, axis) => Math.abs(value - (b.coordinates[axis] as number)) <= NEAR_DEGREES);
  }

  #textAt(i: number, column: "id" | "name" | "parent" | "code" | "type"): string {
    const cell = this.#cellsOf(i)[this.#columns[column]];
    return isEmptyCell(cell) ? "" : String(cell).trim();
  }

  #cellsOf(i: number) {
    return this.#table.rows[this.#found.rows[i] as number]?.cells ?? [];
  }
}
