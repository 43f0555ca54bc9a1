import { OpenAPIHono, z } from "@hono/zod-openapi";
import { say } from "../../base/texts/node.js";
import { writePhrase } from "../../base/texts/phrase.js";
import { parseLocation, parseMinutes } from "../command-line/option-values.js";
import schemas from "./body-schemas.json" with { type: "json" };

const MOST_TIMES = 12;

/** What our own checks of parameters say; zod tells it in English, and the answer in both languages. */
export const PLACE: ReturnType<typeof say> = say("service.place");
export const TIMES: ReturnType<typeof say> = say("service.times", { most: MOST_TIMES });

const place = z
  .string()
  .refine((text) => parseLocation(text) !== null, PLACE.text)
  .optional()
  .openapi({ description: "Longitude and latitude in degrees.", example: "104.06,30.66" });
const minutes = z
  .string()
  .refine((text) => (parseMinutes(text)?.length ?? Infinity) <= MOST_TIMES, writePhrase(TIMES))
  .default("5,10,15")
  .openapi({ description: "One or more times, in minutes, with commas between them." });
const facility = z.string().optional().openapi({ description: "The id of a facility of the city." });
const neighborhood = z.string().optional().openapi({ description: "The id of a neighborhood of the city." });
const category = z
  .string()
  .optional()
  .openapi({ description: "Ids or names of categories, with commas between them. Default: all.", example: "pharmacy" });

const JSON_TYPE = "application/json";
const GEOJSON_TYPE = "application/geo+json";
/** The names of the schemas that `schemas/build.ts` makes of the types. */
type BodyName = "Report" | "ReportGeoJson" | "Health" | "City" | "Nearest" | "Isochrones" | "Error" | "CityInput";
const schemaOf = (name: BodyName) => ({ schema: { $ref: `#/components/schemas/${name}` } });
const answer = (name: BodyName, description: string, type: string = JSON_TYPE) => ({
  description,
  content: { [type]: schemaOf(name) },
});

/** What a request can be refused for, by status. */
const FAILURES = {
  400: "No request that can be read, or wrong parameters",
  403: "Asked by a name of the host that is not this machine's",
  404: "There is no such place, facility, neighborhood or category",
  406: "A form that the report does not have",
  408: "The body did not arrive in time",
  413: "The body is too large",
  415: "The body is not JSON",
  422: "The data cannot be used",
  500: "A bug of the service",
  503: "All threads are busy",
  504: "It took too long",
} as const;
const failures = <Status extends keyof typeof FAILURES>(...statuses: readonly Status[]) =>
  Object.fromEntries(
    ([400, 403, 500, ...statuses] as const).map((status) => [
      status,
      {
        ...answer("Error", FAILURES[status]),
        ...(status === 503 ? { headers: { "Retry-After": { schema: { type: "integer" as const } } } } : {}),
      },
    ]),
  ) as Record<Status | 400 | 403 | 500, ReturnType<typeof answer>>;
const TEXT = { schema: { type: "string" as const } };
/** The forms of a report: whoever asks says which. */
const REPORT = {
  description: "The report of the loaded city, in the form that `Accept` asks for",
  content: {
    [JSON_TYPE]: schemaOf("Report"),
    [GEOJSON_TYPE]: schemaOf("ReportGeoJson"),
    "text/csv": TEXT,
    "text/html": TEXT,
    "text/markdown": TEXT,
  },
};
const WORK = [404, 422, 503, 504] as const;

/** What `/isochrone` and `/nearest` are asked with. */
const isochroneQuery = z.strictObject({ at: place, facility, neighborhood, minutes });
const nearestQuery = z.strictObject({ at: place, neighborhood, category });
export const QUERIES: {
  readonly isochrone: z.ZodType<{
    readonly at?: string | undefined;
    readonly facility?: string | undefined;
    readonly neighborhood?: string | undefined;
    readonly minutes: string;
  }>;
  readonly nearest: z.ZodType<{
    readonly at?: string | undefined;
    readonly neighborhood?: string | undefined;
    readonly category?: string | undefined;
  }>;
} = { isochrone: isochroneQuery, nearest: nearestQuery };

/** Writes the OpenAPI document of the service. */
export function toOpenApi(version: string): Readonly<Record<string, unknown>> {
  const app = new OpenAPIHono();
  const { openAPIRegistry: registry } = app;
  for (const [name, schema] of Object.entries<object>(schemas)) registry.registerComponent("schemas", name, schema);
  registry.registerPath({
    method: "get",
    path: "/health",
    operationId: "getHealth",
    summary: "Whether the service is well, and how much it has to do",
    responses: { 200: answer("Health", "It is"), ...failures() },
  });
  registry.registerPath({
    method: "get",
    path: "/city",
    operationId: "getCity",
    summary: "What city is loaded",
    responses: { 200: answer("City", "Counts, standard, categories and sources"), ...failures() },
  });
  registry.registerPath({
    method: "get",
    path: "/coverage",
    operationId: "getCoverage",
    summary: "The report of the loaded city",
    responses: { 200: REPORT, ...failures(406) },
  });
  registry.registerPath({
    method: "post",
    path: "/coverage",
    operationId: "judgeCity",
    summary: "The report of another city; without a body, that of the loaded one",
    request: { body: { required: false, content: { [JSON_TYPE]: schemaOf("CityInput") } } },
    responses: {
      200: {
        ...REPORT,
        description: "The report of the city in the body, as JSON; of the loaded one as `Accept` asks",
      },
      ...failures(406, 408, 413, 415, 422, 503, 504),
    },
  });
  registry.registerPath({
    method: "get",
    path: "/isochrone",
    operationId: "getIsochrone",
    summary: "What is reached from a place, a facility or a neighborhood",
    request: { query: isochroneQuery },
    responses: {
      200: answer(
        "Isochrones",
        "Polygons, the longest time first, then lines in the same order; `properties` have `seconds`, lines also `meters` and `lineSeconds`, the times at both ends of each line.",
        GEOJSON_TYPE,
      ),
      ...failures(...WORK),
    },
  });
  registry.registerPath({
    method: "get",
    path: "/nearest",
    operationId: "getNearest",
    summary: "The nearest facility of each category",
    request: { query: nearestQuery },
    responses: { 200: answer("Nearest", "The nearest of each category, or why there is none"), ...failures(...WORK) },
  });
  return { ...app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "quarterhour", version } }) };
}
