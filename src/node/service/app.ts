import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "@hono/zod-openapi";
import { type Context, Hono } from "hono";
import { accepts } from "hono/accepts";
import { cors } from "hono/cors";
import { categoriesOf } from "../../assess/find-nearest.js";
import { say } from "../../base/texts/node.js";
import { type Phrase, type PhraseValue, writePhrase } from "../../base/texts/phrase.js";
import { minutes } from "../../base/units.js";
import type { PreparedCity } from "../../city/prepared-city.js";
import type { CategoryId } from "../../model/facts.js";
import type { CoverageReport } from "../../model/report.js";
import type { Standard } from "../../model/standard.js";
import { toHtml } from "../../page/to-html.js";
import { toMarkdown } from "../../report/to-markdown.js";
import { toCsv } from "../../tables/to-csv.js";
import { toGeoJson } from "../../tables/to-geojson.js";
import { parseLocation, parseMinutes } from "../command-line/option-values.js";
import { inBothLanguages } from "../in-both-languages.js";
import type { CityAnswer, HealthAnswer } from "./answers.js";
import { BodyDesk, type NotReceived } from "./body-desk.js";
import type { JobPool } from "./job-pool.js";
import type { Job } from "./jobs.js";
import { PLACE, QUERIES, TIMES, toOpenApi } from "./routes.js";
import { type ServiceError, toErrorBody, toLabel, toServiceError } from "./service-error.js";

/** What the service answers from, and its limits. */
export interface ServiceParts {
  readonly city: PreparedCity;
  readonly report: CoverageReport;
  readonly pool: JobPool;
  readonly version: string;
  readonly maxBodyBytes: number;
  readonly timeoutMilliseconds: number;
  /** Whether only this machine can ask: then a foreign name of the host is an attack. */
  readonly isLoopback: boolean;
  /** The web page's origin that may read the answers; none: no page may. */
  readonly allowOrigin: string | undefined;
}

const RETRY_AFTER_SECONDS = "1";
/** What this machine calls itself: all of 127.0.0.0/8 is it. */
const OWN_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

const UNKNOWN = {
  facility: (id: string) => say("service.noFacility", { id }),
  neighborhood: (id: string) => say("service.noNeighborhood", { id }),
  category: (id: string) => say("service.noCategory", { id }),
};

/** The methods of every route. */
export const METHODS: ReadonlyMap<string, string> = new Map([
  ["/health", "GET, HEAD"],
  ["/city", "GET, HEAD"],
  ["/coverage", "GET, HEAD, POST"],
  ["/isochrone", "GET, HEAD"],
  ["/nearest", "GET, HEAD"],
  ["/openapi.json", "GET, HEAD"],
]);

/** Makes the service: requests in, answers out; it listens nowhere yet. */
export function createApp(parts: ServiceParts): Hono {
  const { city, report, pool, version, maxBodyBytes } = parts;
  const texts = new Map<string, string>();
  const facilityIds = new Set(city.facilities.map(({ id }) => id));
  const neighborhoodIds = new Set(city.neighborhoods.map(({ id }) => id));
  const categories = categoriesOf(city.standard);
  const desk = new BodyDesk(pool, parts);
  const seconds = parts.timeoutMilliseconds / 1000;
  const idOfCategory = namesOfCategories(city.standard, categories);
  const app = new Hono();
  app.onError((error, c) => failAs(c, toServiceError(error)));
  app.notFound((c) => {
    const methods = METHODS.get(c.req.path);
    const { path, method } = c.req;
    if (methods === undefined) {
      const routes = [...METHODS.keys()].join(", ");
      return fail(c, "UNKNOWN_ROUTE", 404, say("service.route", { path, routes }));
    }
    c.header("Allow", methods);
    return fail(c, "METHOD_NOT_ALLOWED", 405, say("service.method", { path, method, methods }));
  });
  app.use(async (c, next) => {
    c.header("X-Content-Type-Options", "nosniff");
    const host = hostNameOf(c);
    if (!parts.isLoopback || OWN_HOST.test(host)) return next();
    return fail(c, "FOREIGN_HOST", 403, say("service.host", { host }));
  });
  if (parts.allowOrigin !== undefined) app.use(cors({ origin: parts.allowOrigin, allowMethods: ["GET", "POST"] }));

  const busy = (c: Context): Response => {
    c.header("Retry-After", RETRY_AFTER_SECONDS);
    return fail(c, "BUSY", 503, say("service.busy"));
  };
  const work = async (c: Context, job: Job, type = "application/json"): Promise<Response> => {
    const timeout = AbortSignal.timeout(parts.timeoutMilliseconds);
    const gone = whenGone(c);
    const answer = pool.run(job, AbortSignal.any([timeout, gone]));
    if (answer === null) return busy(c);
    try {
      const result = await answer;
      return "text" in result ? c.body(result.text, 200, { "Content-Type": type }) : failAs(c, result.error);
    } catch (error) {
      if (!timeout.aborted && !gone.aborted) throw error;
      return fail(c, "TIME_IS_UP", 504, say("service.timeout", { seconds }));
    }
  };
  const unknownId = (c: Context, kind: keyof typeof UNKNOWN, id: string) =>
    fail(c, "UNKNOWN_ID", 404, UNKNOWN[kind](id), { [kind]: id });
  const oneStart = (c: Context, names: string) => fail(c, "INVALID_ARGUMENT", 400, say("service.oneOf", { names }));

  app.get("/health", (c) => {
    const health: HealthAnswer = { status: "ok", version, ...pool.load, receiving: desk.receiving };
    return c.json(health, 200);
  });
  app.get("/city", (c) => {
    const { id, label, source, country, judgeBy } = report.standard;
    const facts: CityAnswer = {
      neighborhoods: city.neighborhoods.length,
      facilities: city.facilities.length,
      origins: city.origins.count,
      hasStreets: city.streets !== null,
      categories,
      inputs: report.inputs,
      standard: { id, label, source, country, judgeBy },
      profile: report.profile,
      travel: report.travel,
      attribution: { standard: source, travelProfile: report.profile.source },
    };
    return c.json(facts, 200);
  });

  const render: Readonly<Record<string, () => string>> = {
    "application/json": () => JSON.stringify(inBothLanguages(report, "command")),
    "application/geo+json": () => JSON.stringify(toGeoJson(report, city.neighborhoods)),
    "text/csv": () => toCsv(report),
    "text/html": () => toHtml(report, city, { surface: "command" }),
    "text/markdown": () => toMarkdown(report, { surface: "command" }),
  };
  const answerReport = (c: Context): Response => {
    const supports = Object.keys(render);
    const takesAny = c.req.header("Accept")?.includes("*/*") !== false;
    const type = accepts(c, { header: "Accept", supports, default: takesAny ? "application/json" : "" });
    if (type === "") {
      return fail(c, "NOT_ACCEPTABLE", 406, say("service.format", { types: supports.join(", ") }));
    }
    const text = texts.get(type) ?? render[type]?.() ?? "";
    texts.set(type, text);
    const charset = type.startsWith("text/") ? "; charset=utf-8" : "";
    return c.body(text, 200, { "Content-Type": `${type}${charset}`, Vary: "Accept" });
  };
  app.get("/coverage", answerReport);

  const tooSlow = (c: Context) => fail(c, "BODY_TOO_SLOW", 408, say("service.bodyTooSlow", { seconds }));
  const notReceived: Readonly<Record<NotReceived, (c: Context) => Response>> = {
    busy,
    tooLarge: (c) =>
      fail(c, "BODY_TOO_LARGE", 413, say("service.bodyTooLarge", { maxBytes: maxBodyBytes }), { maxBodyBytes }),
    tooSlow,
    aborted: tooSlow, // nobody reads it
  };
  app.post("/coverage", async (c) => {
    const body = await desk.receive(connectionOf(c).incoming);
    if (typeof body === "string") {
      if (body === "tooSlow") c.header("Connection", "close"); // what still comes is not waited for
      return notReceived[body](c);
    }
    if (body.length === 0) return answerReport(c);
    const type = c.req.header("Content-Type") ?? "";
    if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type))
      return fail(c, "WRONG_MEDIA_TYPE", 415, say("service.mediaType"), { type });
    return work(c, { kind: "coverage", body });
  });

  app.get("/isochrone", (c) => {
    const query = readQuery(c, QUERIES.isochrone);
    if (query instanceof Response) return query;
    const { at, facility, neighborhood, minutes: times } = query;
    if ([at, facility, neighborhood].filter((given) => given !== undefined).length !== 1)
      return oneStart(c, "at, facility, neighborhood");
    if (facility !== undefined && !facilityIds.has(facility)) return unknownId(c, "facility", facility);
    if (neighborhood !== undefined && !neighborhoodIds.has(neighborhood))
      return unknownId(c, "neighborhood", neighborhood);
    const start =
      facility !== undefined
        ? { facilityId: facility }
        : neighborhood !== undefined
          ? { neighborhoodId: neighborhood }
          : { location: parseLocation(at ?? "") ?? [0, 0] };
    // people say minutes
    const seconds = (parseMinutes(times) ?? []).map(minutes);
    return work(c, { kind: "isochrone", start, seconds }, "application/geo+json");
  });

  app.get("/nearest", (c) => {
    const query = readQuery(c, QUERIES.nearest);
    if (query instanceof Response) return query;
    const { at, neighborhood, category } = query;
    if ((at === undefined) === (neighborhood === undefined)) return oneStart(c, "at, neighborhood");
    if (neighborhood !== undefined && !neighborhoodIds.has(neighborhood))
      return unknownId(c, "neighborhood", neighborhood);
    const asked = category === undefined ? categories : category.split(",");
    const wanted = [...new Set(asked.map((name) => idOfCategory.get(name.trim().toLowerCase()) ?? name))];
    const unknown = wanted.find((id) => !categories.includes(id));
    if (unknown !== undefined) return unknownId(c, "category", unknown);
    const start =
      neighborhood === undefined ? { location: parseLocation(at ?? "") ?? [0, 0] } : { neighborhoodId: neighborhood };
    return work(c, { kind: "nearest", start, categories: wanted });
  });

  const document = toOpenApi(version);
  app.get("/openapi.json", (c) => c.json(document));
  return app;
}

/** Reads the parameters of a request; a parameter that is given twice is none of them. */
function readQuery<Asked>(c: Context, schema: z.ZodType<Asked>): Asked | Response {
  const given = Object.entries(c.req.queries()).map(([name, values]) => [
    name,
    values.length === 1 ? values[0] : values,
  ]);
  const { success, data, error } = schema.safeParse(Object.fromEntries(given));
  if (success) return data;
  return fail(c, "INVALID_ARGUMENT", 400, say("service.parameters", { issues: listIssues(error.issues) }));
}

/** How categories are called: by their ids, and by their names in both languages, in any case. */
function namesOfCategories(standard: Standard, ids: readonly CategoryId[]): ReadonlyMap<string, CategoryId> {
  const labels = standard.categories.flatMap(({ id, label }) => [[label.zh, id] as const, [label.en, id] as const]);
  const known = new Set(ids);
  const names = [...labels, ...ids.map((id) => [id, id] as const)].filter(([, id]) => known.has(id));
  return new Map(names.map(([name, id]) => [name.toLowerCase(), id]));
}

function listIssues(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): PhraseValue {
  const [first, ...others] = issues.map(({ path, message }) => {
    const problem = [PLACE, TIMES].find((phrase) => writePhrase(phrase) === message) ?? message;
    return path.length === 0 ? problem : say("service.issue", { path: path.join("."), problem });
  });
  return others.reduce<PhraseValue>((all, one) => say("service.issues", { first: all, rest: one }), first ?? "");
}

/** What Node.js knows of a request, and of its answer. */
function connectionOf(c: Context): { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse } {
  return c.env as never;
}

/** Aborted when nobody waits for the answer any longer. The signal of a web request would read its body, which is read already. */
function whenGone(c: Context): AbortSignal {
  const { outgoing } = connectionOf(c);
  const controller = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** The host that was asked for, without the port. */
function hostNameOf(c: Context): string {
  const host = c.req.header("Host") ?? new URL(c.req.url).host;
  return host.replace(/:\d+$/, "").toLowerCase();
}

function fail(
  c: Context,
  code: ServiceError["code"],
  status: number,
  problem: Phrase,
  details: ServiceError["details"] = {},
): Response {
  return failAs(c, { code, status, message: toLabel(problem), details });
}

function failAs(c: Context, { status, ...error }: ServiceError): Response {
  return c.json(toErrorBody(error), status as 400);
}
