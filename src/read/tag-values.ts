import { isJsonObject, type JsonObject } from "../base/json-object.js";

/** Properties that hold tags of their own: features in features, OpenStreetMap's JSON, GDAL's and PostgreSQL's hstore. The last one wins. */
export const TAG_CONTAINERS: readonly string[] = [
  "attributes",
  "properties",
  "other_tags",
  "all_tags",
  "osm_tags",
  "hstore",
  "tags",
];

/** How programs write that there is nothing, exactly so: `none` and `no` are values of OpenStreetMap. */
const NOTHING: ReadonlySet<string> = new Set(
  " nan NaN NAN None null NULL <NA> <Null> <null> NaT \\N N/A #N/A undefined [] {} ()".split(" "),
);
const LONGEST_NOTHING = 9;
/** What stands for a value in Python: texts, words, tuples, and commas too many. */
const PYTHON = /'([^'\\]*(?:\\.[^'\\]*)*)'|"([^"\\]*(?:\\.[^"\\]*)*)"|\b(None|nan|True|False)\b|[()]|,\s*(?=[)\]}])/gs;
const PYTHON_WORDS: Readonly<Record<string, string>> = { None: "null", nan: "null", True: "true", False: "false" };
const WORDS = /^[[{]\s*[\w:.-]+(\s*,\s*[\w:.-]+)*\s*[\]}]$/;
/** `"key"=>"value"` or `"key"=>NULL`, with or without quotes, and the comma after it. */
const HSTORE =
  /\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([^\s,"=]+))\s*=>\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([^\s,"]+))\s*(?:,|$)/gsy;

/** Tells whether a value is a way of saying that there is none. */
export function isNothing(value: unknown): boolean {
  if (typeof value !== "string") return value === null || value === undefined || Number.isNaN(value);
  return value.length <= LONGEST_NOTHING && NOTHING.has(value.trim());
}

/**
 * Reads the value of a tag, whatever a program made of it: several values (a list, or the text of a list in JSON, Python,
 * PostgreSQL or GDAL) come out as OpenStreetMap writes them, `motorway;motorway_link`, and booleans as `yes` and `no`.
 *
 * @returns `null` = there is none; `undefined` = it cannot be read: an object, or a number that is not finite
 */
export function readTagValue(value: unknown): string | number | null | undefined {
  if (typeof value === "string") return readTagText(value);
  if (isNothing(value)) return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (!Array.isArray(value)) return undefined;
  const parts: unknown[] = value.map((part) => (Array.isArray(part) ? undefined : readTagValue(part)));
  if (parts.includes(undefined)) return undefined;
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : known.join(";");
}

function readTagText(text: string): string | null | undefined {
  if (isNothing(text)) return null;
  if (text === "True" || text === "true") return "yes";
  if (text === "False" || text === "false") return "no";
  const list = readListText(text);
  return list === null ? text : (readTagValue(list) as string | null | undefined);
}

/** Takes apart the text of a list: `["a","b"]`, `['a', 'b']`, `('a', 'b')`, `{a,b}`, `(2:a,b)`; `null` = it is none. */
export function readListText(text: string): readonly unknown[] | null {
  const trimmed = text.trim();
  const ends = trimmed.charAt(0) + trimmed.charAt(trimmed.length - 1);
  if (ends !== "[]" && ends !== "()" && ends !== "{}") return null;
  const counted = /^\(\d+:(.*)\)$/s.exec(trimmed);
  if (counted !== null) return (counted[1] as string).split(",");
  if (WORDS.test(trimmed))
    return trimmed
      .slice(1, -1)
      .split(",")
      .map((part) => part.trim());
  if (!/^.\s*["']/.test(trimmed)) return null;
  const list = parseLiteral(ends === "{}" ? `[${trimmed.slice(1, -1)}]` : trimmed);
  return Array.isArray(list) ? list : null;
}

/**
 * Reads a container of tags: an object; its JSON; a dict as Python writes it; an hstore; pairs, or texts such as
 * `highway=path`, in a list or with commas between them.
 *
 * @returns `null` = it holds nothing; `undefined` = it cannot be read
 */
export function readTagContainer(value: unknown): JsonObject | null | undefined {
  if (isNothing(value)) return null;
  if (isJsonObject(value)) return value;
  if (Array.isArray(value)) return readPairs(value);
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  const literal = /^[[{(]/.test(text) ? parseLiteral(text) : undefined;
  if (literal !== undefined) return typeof literal === "string" ? undefined : readTagContainer(literal);
  if (text.includes("=>")) return readHstore(text);
  return readPairs(text.replace(/^\{(.*)\}$/s, "$1").split(/[;,|\n]/));
}

function readPairs(list: readonly unknown[]): JsonObject | null | undefined {
  const pairs = list.map(toPair);
  return pairs.every((pair) => pair !== null) ? Object.fromEntries(pairs) : undefined;
}

/** `["highway", "path"]`, `{ k: "highway", v: "path" }` or `"highway=path"`. */
function toPair(item: unknown): readonly [string, unknown] | null {
  if (typeof item === "string") {
    const parts = /^\s*([\w:.-]+)\s*=\s*(.*?)\s*$/s.exec(item);
    return parts === null ? null : [parts[1] as string, parts[2]];
  }
  const [key, value] = Array.isArray(item)
    ? item
    : isJsonObject(item)
      ? [item.k ?? item.key, item.v ?? item.value]
      : [];
  return typeof key === "string" ? [key, value] : null;
}

function readHstore(text: string): JsonObject | undefined {
  const pairs: [string, string][] = [];
  let end = 0;
  for (const [all, quotedKey, key = withoutEscapes(quotedKey), quoted, bare] of text.matchAll(HSTORE)) {
    if (quoted !== undefined || bare !== "NULL")
      pairs.push([key, quoted === undefined ? (bare as string) : withoutEscapes(quoted)]);
    end += all.length;
  }
  return end === text.length ? Object.fromEntries(pairs) : undefined;
}

const withoutEscapes = (text = ""): string => text.replace(/\\(.)/gs, "$1");

/** Reads JSON, or what Python writes for the same; `undefined` = it is neither. */
function parseLiteral(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(text.replace(PYTHON, toJson));
    } catch {
      return undefined;
    }
  }
}

function toJson(all: string, single?: string, double?: string, word?: string): string {
  const body = single ?? double;
  if (body !== undefined) return JSON.stringify(withoutEscapes(body));
  if (word !== undefined) return PYTHON_WORDS[word] as string;
  return all === "(" ? "[" : all === ")" ? "]" : "";
}
