import { compareText } from "../base/diagnostics.js";
import { isJsonObject, type JsonObject, ownValue } from "../base/json-object.js";
import { LAYERS, type Layer, type PropertyRole } from "../base/layers.js";
import type { PropertyNames } from "../model/input.js";
import { identifyFeature, toFeatureId } from "./feature-ids.js";
import { NAME_PROPERTIES, propertiesOf, readName } from "./feature-properties.js";
import { readNumber } from "./read-number.js";
import { isNothing } from "./tag-values.js";

/** In which properties a layer keeps its ids, names and people. */
export interface FoundProperties {
  /** As the caller named them, and what was found besides. */
  readonly names: PropertyNames;
  /** What was found, for people: `id: OBJECTID`. */
  readonly assumed: readonly string[];
  /** What may be meant where that is not clear, each with an example: `name: NAME_1 ("Porto")`. */
  readonly unclear: readonly string[];
}

/** Names by what they mean, the surest kind first, as {@link plainName} writes them. */
const ID_KINDS: readonly RegExp[] = [
  /^id$/,
  /^(uu|gu|global|geo)id\d*$|^(geo|area|nta|gb|ad|insee|zone)?code$|^code(insee)?$|^codigo$|(编码|编号|代码|区划码)$|^h3|^gid\d$/,
  /^(objectid|fid|ogcfid|oid|gid|sid|pk|index)\d*$|^序号$/,
];
/** How ids are called that belong to one kind of place: `hex_id`, `NTACode`. */
const SOME_ID = /([_ .:-](id|code|cod|codigo)|[a-z](ID|Id|Code)|[A-Z]{2}Code)$/;
const NAME_KINDS: readonly RegExp[] = [
  /^name$/,
  /名称$|^(.*[a-z])?name(\d+|zh|cn|en|lsad|long)?$|^(nombre|nome|nom|naam|namn|navn|nimi|nazwa|nazev|nev|label|title|bezeichnung)\d*$|^(название|наименование|ονομα|社区|小区|街道|名字|地名|市区町村名)$/,
];
const PEOPLE_KINDS: readonly RegExp[] = [
  /^population$/,
  /^(total|tot)?(pop|population|people|persons|residents|inhabitants)(total|tot)?(est|estimate)?\d*(est|estimate)?$|^(poblacion|populacao|popolazione|bevolkerung|einwohner|einwohnerzahl|inwoners|befolkning|vaesto|habitants|habitantes|население|nufus)(total|totale)?\d*$|^(\d+年?)?(常住|总|户籍|实有|居住|全部|登记)?(人口|人数)(总)?(数|量|合计)?(\d+年?)?(人)?$/,
];
const JOBS_KINDS: readonly RegExp[] = [
  /^jobs$/,
  /^(total|tot|num|n)?(jobs?|employment|employees|employed|workers|workplaces|emp)(total|tot|count|num)?\d*$|^c000$|^(arbeitsplatze|beschaftigte|empleos?|empregos?|emplois?|addetti|arbeidsplassen)\d*$|^(\d+年?)?(就业|从业|在岗|职工)?(岗位|就业人口|就业人员|从业人员|从业人口|职工|员工)(总)?(人数|数|数量)?$/,
];
/** Codes before names: plans have both, and codes are written one way. */
const USE_KINDS: readonly RegExp[] = [
  /^(landuse|use)$/,
  /^(landuse|lu|zoning)(code|cd)$|^(现状|规划)?(用地|地类|土地)(性质|类型|类别|分类|用途)?(代码|代号|编码|编号|码)$|^(dlbm|yddm|ydbm|ydxzdm)$/,
  /^(landuse|lu|zoning)(class|type|name)?$|^fclass$|^(现状|规划)?(用地|地类|土地)(使用|利用|规划)?(性质|类型|类别|分类|用途)?(名称)?$|^(dlmc|ydmc|ydxz|ydlx|ydxzmc|ghyt)$/,
];
const LIKE_PEOPLE = /pop|people|person|resident|inhabit|人/i;
const MOST_LISTED = 20;
/** Where the use of land is looked for, if no property is named. */
export const USE_PROPERTIES: readonly string[] = ["landuse", "use"];
type FoundRole = Exclude<PropertyRole, "category">;
/** Nobody looks for a cell of people by its id, nor for a piece of ground. */
const NAMELESS: ReadonlySet<Layer> = new Set(["population", "jobs", "landUse"]);
/** Of each role but categories, which are found one by one. */
const KINDS: Readonly<Record<FoundRole, readonly RegExp[]>> = {
  id: ID_KINDS,
  name: NAME_KINDS,
  population: PEOPLE_KINDS,
  jobs: JOBS_KINDS,
  use: USE_KINDS,
};

/** Tells whether a property is called as numbers of people are. */
export function namesPeople(name: string): boolean {
  return isOneOf(PEOPLE_KINDS, name);
}

/** Tells whether a property is called as numbers of jobs are. */
export function namesJobs(name: string): boolean {
  return isOneOf(JOBS_KINDS, name);
}

/** Tells whether a property is called as the use of land is. */
export function namesUse(name: string): boolean {
  return isOneOf(USE_KINDS, name);
}

function isOneOf(kinds: readonly RegExp[], name: string): boolean {
  const plain = plainName(name);
  return kinds.some((kind) => kind.test(plain));
}

/** Writes a name without case, accents, and what stands between words: `Pop_Total` and `POP TOTAL` are `poptotal`. */
export function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\s_.:()-]/g, "")
    .toLowerCase();
}

/**
 * Finds the properties that hold what a layer is read for, where the caller names none and none has its usual name: the one
 * whose name says so, whatever its case, accents and language. Of several nothing is chosen.
 */
export function findProperties(features: readonly unknown[], layer: Layer, named: PropertyNames): FoundProperties {
  const names: { -readonly [Role in keyof PropertyNames]: PropertyNames[Role] } = { ...named };
  const assumed: string[] = [];
  const unclear: string[] = [];
  const all = features.filter(isJsonObject);
  const properties = all.map(propertiesOf);
  let present: readonly string[] | undefined;
  for (const role of LAYERS[layer].properties) {
    if (role === "category" || named[role] !== undefined) continue;
    if ((role === "id" && NAMELESS.has(layer)) || all.some((feature) => hasUsual(feature, role))) continue;
    present ??= namesIn(properties);
    const candidates = candidatesFor(role, properties, present);
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) {
      names[role] = only;
      assumed.push(`${role}: ${only}`);
    } else {
      const possible =
        role === "id" && candidates.length === 0 && all.length > 1 ? keysAmong(properties, present, names) : candidates;
      unclear.push(...possible.map((name) => `${role}: ${withExample(properties, name)}`));
    }
  }
  return { names, assumed, unclear };
}

/** Lists the properties of a layer that hold numbers (without any: all), those first that may be people: `pop_m (123)`. */
export function listNumbers(features: readonly unknown[]): string[] {
  const all = features.filter(isJsonObject).map(propertiesOf);
  const names = namesIn(all);
  const numeric = names.filter((name) => fits("population", all, name));
  const isLikely = (name: string) => Number(LIKE_PEOPLE.test(name));
  return (numeric.length > 0 ? numeric : names)
    .sort((a, b) => isLikely(b) - isLikely(a))
    .slice(0, MOST_LISTED)
    .map((name) => withExample(all, name));
}

/** Lists the properties that tell all features apart, and may be ids: whole numbers and texts. */
function keysAmong(
  all: readonly JsonObject[],
  present: readonly string[],
  { name, population = "population" }: PropertyNames,
): string[] {
  const isKey = (value: unknown) => typeof value === "string" || Number.isInteger(value);
  return present
    .filter((key) => key !== name && key !== population && !NAME_PROPERTIES.includes(key))
    .filter((key) => all.every((properties) => isKey(ownValue(properties, key))) && isDistinct(all, key))
    .slice(0, MOST_LISTED);
}

function namesIn(all: readonly JsonObject[]): string[] {
  const names = new Set<string>();
  for (const properties of all) for (const name of Object.keys(properties)) names.add(name);
  return [...names].sort(compareText);
}

function withExample(all: readonly JsonObject[], name: string): string {
  let text: string | null = null;
  for (const properties of all) {
    const value = ownValue(properties, name);
    if (isNothing(value)) continue;
    const own =
      typeof value === "object" ? "…" : typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? "–");
    // the order of the file must not tell
    if (text === null || compareText(own, text) < 0) text = own;
  }
  text ??= "–";
  return `${name.slice(0, 60)} (${text.length > 30 ? `${text.slice(0, 29)}…` : text})`;
}

function hasUsual(feature: JsonObject, role: PropertyRole): boolean {
  const properties = propertiesOf(feature);
  if (role === "id") return identifyFeature(feature, properties, undefined).id !== null;
  if (role === "use") return USE_PROPERTIES.some((name) => Object.hasOwn(properties, name));
  return role === "name" ? readName(properties, undefined) !== null : Object.hasOwn(properties, role);
}

/** Those of the surest kind that there is; of several names, those that tell the features apart. */
function candidatesFor(role: FoundRole, all: readonly JsonObject[], present: readonly string[]): string[] {
  for (const kind of KINDS[role]) {
    const isSomeId = role === "id" && kind === ID_KINDS[1];
    const alike = present.filter((name) => kind.test(plainName(name)) || (isSomeId && SOME_ID.test(name)));
    const fit = alike.filter((name) => fits(role, all, name));
    const telling = role === "name" && fit.length > 1 ? fit.filter((name) => isDistinct(all, name)) : fit;
    if (telling.length > 0) return telling;
  }
  return [];
}

function fits(role: FoundRole, all: readonly JsonObject[], name: string): boolean {
  const values = all.map((properties) => ownValue(properties, name)).filter((value) => !isNothing(value));
  if (values.length === 0) return false;
  if (role === "population" || role === "jobs") return values.some((value) => readNumber(value) !== null);
  if (role === "use") return values.some((value) => typeof value === "string" || Number.isInteger(value));
  if (role === "name") return values.every((value) => typeof value === "string");
  return values.length === all.length && values.every((value) => toFeatureId(value) !== null) && isDistinct(all, name);
}

function isDistinct(all: readonly JsonObject[], name: string): boolean {
  return new Set(all.map((properties) => String(ownValue(properties, name)))).size === all.length;
}
