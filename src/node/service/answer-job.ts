import { type CoverageOptions, computeCoverage } from "../../assess/compute-coverage.js";
import { findNearest } from "../../assess/find-nearest.js";
import { assertObject } from "../../base/check-argument.js";
import { isJsonObject } from "../../base/json-object.js";
import type { Datum } from "../../base/layers.js";
import { say } from "../../base/texts/node.js";
import type { Phrase } from "../../base/texts/phrase.js";
import type { PreparedCity } from "../../city/prepared-city.js";
import { toIsochroneCollection } from "../../isochrones/isochrone-features.js";
import { isochrones } from "../../isochrones/isochrones.js";
import type { CityInput } from "../../model/input.js";
import type { Standard } from "../../model/standard.js";
import { BACKSLASH, CLOSE_LIST, CLOSE_OBJECT, OPEN_LIST, OPEN_OBJECT, QUOTE } from "../../read/json-bytes.js";
import { readCsv } from "../../read/tables/read-csv.js";
import { looksLikeTable } from "../../read/tables/recognize-table.js";
import { STANDARDS } from "../../standards/standards.js";
import { ALL_PROFILES } from "../../standards/wheeled-profiles.js";
import { modesFor } from "../../streets/modes/other-modes.js";
import { profileOf, travelOf } from "../commands/question-of.js";
import { inBothLanguages } from "../in-both-languages.js";
import type { Answer, Job, ThreadData } from "./jobs.js";
import { type ServiceError, toLabel, toServiceError } from "./service-error.js";

/** Deeper than any GeoJSON that means something. */
const MOST_DEPTH = 100;
/** Enough of a text to tell a table. */
const LOOKED_AT = 20_000;

/** Does one piece of work. Never throws. */
export function answerJob(job: Job, city: () => PreparedCity, settings: ThreadData["settings"]): Answer {
  try {
    const profile = profileOf(settings);
    if (job.kind === "coverage") return judge(job.body);
    if (job.kind === "isochrone")
      return { text: JSON.stringify(toIsochroneCollection(isochrones(city(), job.start, job.seconds, { profile }))) };
    const { categories, start } = job;
    const nearest = findNearest(city(), start, { profile, categories, ...travelOf(settings) });
    return { text: JSON.stringify({ nearest }) };
  } catch (error) {
    return { error: toServiceError(error) };
  }
}

function judge(bytes: Uint8Array): Answer {
  if (isDeeper(bytes, MOST_DEPTH)) return refuse("INVALID_JSON", say("service.depth", { most: MOST_DEPTH }));
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse("INVALID_JSON", say("service.json", { reason }));
  }
  assertObject("body", body);
  const { options = {}, ...input } = body;
  assertObject("options", options);
  const { profile: name = "standard", standard, ...others } = options;
  const profile = ALL_PROFILES.find(({ id }) => id === name);
  if (profile === undefined) {
    const names = ALL_PROFILES.map(({ id }) => id).join(", ");
    return refuse("INVALID_ARGUMENT", say("service.profile", { profile: JSON.stringify(name) ?? "undefined", names }));
  }
  const known = STANDARDS.find(({ id }) => id === standard) ?? standard;
  if (typeof known === "string") {
    const names = STANDARDS.map(({ id }) => id).join(", ");
    return refuse("INVALID_ARGUMENT", say("service.standard", { standard: JSON.stringify(standard) ?? "", names }));
  }
  const asked = known === undefined ? {} : { standard: known as Standard };
  // the library checks the layers and the other options
  const report = computeCoverage(withTables(input, others.datum) as unknown as CityInput, {
    ...(others as CoverageOptions),
    ...asked,
    modes: modesFor([profile]),
    profile,
  });
  return { text: JSON.stringify(inBothLanguages(report, "service")) };
}

/** Reads layers that are the text of a table; whatever else they are, the library says. */
function withTables(input: Readonly<Record<string, unknown>>, datums: unknown): Record<string, unknown> {
  const read = (layer: string, value: unknown): unknown => {
    if (typeof value !== "string" || !looksLikeTable(new TextEncoder().encode(value.slice(0, LOOKED_AT)))) return value;
    const datum = isJsonObject(datums) && Object.hasOwn(datums, layer) ? datums[layer] : undefined;
    return readCsv(value, { path: layer, ...(datum === undefined ? {} : { datum: datum as Datum }) });
  };
  return Object.fromEntries(Object.entries(input).map(([layer, value]) => [layer, read(layer, value)]));
}

function refuse(code: ServiceError["code"], problem: Phrase): Answer {
  return { error: { status: 400, code, message: toLabel(problem), details: {} } };
}

/** Tells whether lists and objects of a JSON text are nested deeper than `most`, without reading it as a whole. */
function isDeeper(json: Uint8Array, most: number): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at];
    if (isText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (++depth > most) return true;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
  }
  return false;
}
