import { isJsonObject, type JsonObject } from "../base/json-object.js";
import { FAILED, isTextAt, OPEN_OBJECT, skipValue, textOf } from "./json-bytes.js";
import { NameTable, readMembers } from "./name-table.js";
import { startOfText } from "./scan-collection.js";

/** What a collection says of itself beside its features. What it does not say is not there. */
export interface CollectionSource {
  /** Whose data they are, and their licence. */
  readonly attribution?: string;
  /** `YYYY-MM-DD`, or a part of it from the left. */
  readonly date?: string;
}

/** Members that tell it, as QGIS, overpass turbo and open data portals write them; those that say most stand first. */
const OWNERS = ["attribution", "copyright", "source"] as const;
const LICENCES = ["license", "licence"] as const;
const DATES = ["timestamp", "date"] as const;
/** What Overpass says of its data, as an object. */
const OVERPASS = "osm3s";
const MEMBERS = ["type", "features", ...OWNERS, ...LICENCES, ...DATES, OVERPASS] as const;
/** Members behind the features are looked for in so many bytes at the end. */
const TAIL_BYTES = 8192;
/** Longer texts are no attribution. */
const MOST_CHARACTERS = 500;

/**
 * Reads whose a GeoJSON FeatureCollection says that its data are, and of which day: from `attribution`, `license`, `copyright`, `source`,
 * `timestamp`, `date` and `osm3s` beside its features. The features are not looked at.
 *
 * @param bytes UTF-8 text of a file; of anything but a FeatureCollection nothing is known
 */
export function readCollectionSource(bytes: Uint8Array): CollectionSource {
  const said = { ...membersBehind(bytes), ...membersBefore(bytes) };
  if (said.type !== "FeatureCollection") return {};
  const overpass = isJsonObject(said[OVERPASS]) ? said[OVERPASS] : {};
  const owner = firstText([...OWNERS.map((name) => said[name]), overpass.copyright]);
  const licence = firstText(LICENCES.map((name) => said[name]));
  const date = firstText([...DATES.map((name) => said[name]), overpass.timestamp_osm_base]);
  const day = date?.match(/^\d{4}(-\d{2}(-\d{2})?)?(?=$|[T ])/)?.[0];
  const told = [owner, owner !== undefined && licence !== undefined && owner.includes(licence) ? undefined : licence];
  const attribution = told.filter((text) => text !== undefined).join(", ");
  return { ...(attribution === "" ? {} : { attribution }), ...(day === undefined ? {} : { date: day }) };
}

function firstText(values: readonly unknown[]): string | undefined {
  const texts = values.filter((value) => typeof value === "string").map((value) => value.trim());
  return texts.find((text) => text !== "" && text.length <= MOST_CHARACTERS);
}

/** The members up to the list of features. */
function membersBefore(bytes: Uint8Array): JsonObject {
  const found: Record<string, unknown> = {};
  const start = startOfText(bytes);
  if (bytes[start] !== OPEN_OBJECT) return found;
  readMembers(bytes, start, new NameTable(MEMBERS), (member, at) => {
    const name = MEMBERS[member];
    // one feature, or a geometry, may be long and has nothing to say
    if (name === undefined || name === "features") return FAILED;
    if (name === "type" && !isTextAt(bytes, at, '"FeatureCollection"')) return FAILED;
    const end = skipValue(bytes, at);
    if (end !== FAILED) found[name] = JSON.parse(textOf(bytes, at, end));
    return end;
  });
  return found;
}

/**
 * The members behind the list of features: what follows its end is, with a brace before it, an object again. Nothing that stands deeper is:
 * it closes more than it opens.
 */
function membersBehind(bytes: Uint8Array): JsonObject {
  const tail = new TextDecoder().decode(bytes.subarray(-TAIL_BYTES));
  for (const { index, 0: end } of tail.matchAll(/\]\s*,(?=\s*")/g)) {
    const members = parseObject(`{${tail.slice(index + end.length)}`);
    if (members !== null) return members;
  }
  return {};
}

function parseObject(text: string): JsonObject | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return isJsonObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
