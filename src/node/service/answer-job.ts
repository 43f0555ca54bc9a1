import { type CoverageOptions, computeCoverage } from "../../compute-coverage.js";
import { isochrones, toIsochroneCollection } from "../../isochrones.js";
import type { CityInput } from "../../model.js";
import { findNearest } from "../../nearest.js";
import type { PreparedCity } from "../../prepare-city.js";
import { suggest } from "../command-line/nearest-name.js";
import { PROFILES, travelOf } from "../commands/open-city.js";
import type { Answer, Job, ThreadData } from "./jobs.js";
import { isDeeper } from "./json-depth.js";
import { type ServiceError, toServiceError } from "./service-error.js";

/** Deeper than any GeoJSON that means something. */
const MOST_DEPTH = 100;
const NAMED = { neighborhoods: true, facilities: true, streets: true, population: true, options: true };

/** Does one piece of work. Never throws. */
export function answerJob(job: Job, city: () => PreparedCity, settings: ThreadData["settings"]): Answer {
  try {
    const profile = PROFILES[settings.profile ?? "standard"];
    if (job.kind === "coverage") return judge(job.body);
    if (job.kind === "isochrone")
      return { text: JSON.stringify(toIsochroneCollection(isochrones(city(), job.start, job.minutes, { profile }))) };
    const [travel] = travelOf(settings).travel ?? city().defaultTravel;
    const { categories, start } = job;
    const nearest = findNearest(city(), start, { profile, categories, ...(travel === undefined ? {} : { travel }) });
    return { text: JSON.stringify({ nearest }) };
  } catch (error) {
    return { error: toServiceError(error) };
  }
}

function judge(bytes: Uint8Array): Answer {
  if (isDeeper(bytes, MOST_DEPTH))
    return refuse(
      "INVALID_JSON",
      `请求体嵌套超过 ${MOST_DEPTH} 层。`,
      `The body is nested deeper than ${MOST_DEPTH} levels.`,
    );
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse("INVALID_JSON", `请求体不是 JSON（${reason}）。`, `The body is not JSON (${reason}).`);
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    return refuse(
      "INVALID_ARGUMENT",
      "请求体应为 JSON 对象。",
      "The body is no object; expected { neighborhoods, facilities }.",
    );
  const unknown = Object.keys(body).find((key) => !Object.hasOwn(NAMED, key));
  if (unknown !== undefined) {
    const hint = suggest(unknown, Object.keys(NAMED));
    return refuse("UNKNOWN_OPTION", `请求体中没有 ${unknown}。${hint.zh}`, `The body knows no ${unknown}. ${hint.en}`);
  }
  const { options = {}, ...input } = body as CityInput & { readonly options?: unknown };
  if (typeof options !== "object" || options === null || Array.isArray(options))
    return refuse("INVALID_ARGUMENT", "options 应为对象。", "options is no object.");
  const { profile: name = "standard", ...others } = options as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || !Object.hasOwn(PROFILES, name)) {
    const names = Object.keys(PROFILES).join(", ");
    return refuse("INVALID_ARGUMENT", `options.profile 应为 ${names}。`, `options.profile: expected one of ${names}.`);
  }
  const profile = PROFILES[name as keyof typeof PROFILES];
  // the library checks them
  return { text: JSON.stringify(computeCoverage(input, { ...(others as CoverageOptions), profile })) };
}

function refuse(code: ServiceError["code"], zh: string, en: string): Answer {
  return { error: { status: 400, code, message: { zh, en }, details: {} } };
}
