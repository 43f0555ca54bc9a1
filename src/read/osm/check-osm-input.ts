import { assertKeys, assertText, invalid } from "../../base/check-argument.js";
import { say } from "../../base/texts/files.js";
import { TURN_KEYS } from "../in-turns.js";

const KEYS: ReadonlySet<string> = new Set([
  "path",
  "level",
  "facilityTags",
  "tagKeys",
  "also",
  "inflate",
  ...TURN_KEYS,
]);

/** Checks what a reader of extracts is given. @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION` */
export function checkOsmInput(input: unknown, options: object, or?: "text"): void {
  assertKeys(options, KEYS);
  const {
    path = "osm",
    level,
    inflate,
    signal: _,
    onProgress: __,
    ...lists
  }: Readonly<Record<string, unknown>> = { ...options };
  assertText("options.path", path);
  if (level !== undefined && !Number.isInteger(level)) throw invalid("options.level", level, say("expected.count"));
  for (const [key, list] of Object.entries(lists))
    if (list !== undefined && !(Array.isArray(list) && list.every((one) => typeof one === "string")))
      throw invalid(`options.${key}`, list, say("osm.expectedTexts"));
  if (inflate !== undefined && typeof inflate !== "function")
    throw invalid("options.inflate", inflate, say("value.function"));
  if (input instanceof Uint8Array || (or === "text" && typeof input === "string")) return;
  throw invalid(String(path), input, say(or === "text" ? "expected.textOrBytes" : "expected.bytes"));
}
