import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { METHODS } from "../../../src/node/service/app.js";
import type { RunningService } from "../../../src/node/service/start-service.js";
import { smallCity } from "../../support/small-city.js";
import { startSmall } from "./small-service.js";

// What the service says of itself holds for what it answers.

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
let service: RunningService;
let document: Described;
beforeAll(async () => {
  service = await startSmall({ maxBodyBytes: 20_000 });
  document = (await (await fetch(`${service.url}/openapi.json`)).json()) as Described;
});
afterAll(() => service.close());

function opened(type: string, { responses }: Operation, status: number) {
  const content = responses[status]?.content ?? {};
  const schema = content[type]?.schema;
  if (schema === undefined) throw new Error(`${status} ${type} is not described`);
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(document, "document");
  return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')));
}

test("every operation has an id of its own and its answers, typed; errors too", async () => {
  expect((await new Validator().validate(document as never)).errors ?? []).toEqual([]);
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(6);
  expect(ids).toContain("judgeCity");
  for (const { operationId, responses } of operations)
    for (const [status, { content = {} }] of Object.entries(responses)) {
      const schemas = Object.values(content).map(({ schema }) => JSON.stringify(schema));
      expect([operationId, status, schemas.length > 0]).toEqual([operationId, status, true]);
      for (const schema of schemas) expect(schema).not.toBe("{}");
      if (Number(status) >= 400) expect(schemas).toEqual(['{"$ref":"#/components/schemas/Error"}']);
    }
  // what is routed is described, but for the description itself
  expect(Object.keys(document.paths).sort()).toEqual(
    [...METHODS.keys()].filter((path) => path !== "/openapi.json").sort(),
  );
});

const { neighborhoods, facilities } = smallCity;
const city = { neighborhoods, facilities };
const ASKED: readonly (readonly [string, RequestInit & { readonly status?: number }])[] = [
  ["/health", {}],
  ["/city", {}],
  ["/coverage", {}],
  ["/coverage", { headers: { Accept: "application/geo+json" } }],
  ["/coverage", { headers: { Accept: "text/csv" } }],
  ["/coverage", { headers: { Accept: "image/png" }, status: 406 }],
  ["/coverage", post(city)],
  ["/coverage", post({ ...city, options: { standard: "fifteen-minute-city", profile: "child" } })],
  ["/coverage", { ...post({ ...city, options: { profile: "cat" } }), status: 400 }],
  ["/coverage", { ...post({ ...city, facilities: "<kml>" }), status: 422 }],
  ["/coverage", { ...post({ ...city, more: "x".repeat(20_000) }), status: 413 }],
  ["/coverage", { method: "POST", body: "a,b", headers: { "Content-Type": "text/csv" }, status: 415 }],
  ["/isochrone?at=104.065,30.665", {}],
  ["/isochrone?facility=pharmacy&minutes=5", {}],
  ["/isochrone?facility=nowhere", { status: 404 }],
  ["/isochrone?facility=pharmacy&facility=shop", { status: 400 }],
  ["/isochrone?at=north&minutes=0", { status: 400 }],
  ["/isochrone?at=104.065,30.665&color=red", { status: 400 }],
  ["/nearest?at=104.065,30.665", {}],
  ["/nearest?neighborhood=west&category=pharmacy", {}],
  ["/nearest?category=pharmacy", { status: 400 }],
  ["/nearest?neighborhood=west&category=zoo", { status: 404 }],
];

test.each(ASKED)("%s (%#) is answered as the document says", async (path, { status = 200, ...init }) => {
  const response = await fetch(`${service.url}${path}`, init);
  expect(response.status).toBe(status);
  const operation = document.paths[path.replace(/\?.*/, "")]?.[(init.method ?? "GET").toLowerCase()] as Operation;
  const type = (response.headers.get("Content-Type") ?? "").replace(/;.*/, "");
  const body = await response.text();
  const validate = opened(type, operation, status);
  const value = type.endsWith("json") ? JSON.parse(body) : body;
  validate(value);
  expect(validate.errors).toBe(null);
  // what it says is not nothing
  if (typeof value !== "string") expect(validate({ ...value, surprise: 1 })).toBe(false);
  const asked = new URL(path, service.url).searchParams;
  const known = new Set((operation.parameters ?? []).map(({ name }) => name));
  if (status === 200) expect([...asked.keys()].filter((name) => !known.has(name))).toEqual([]);
});

function post(body: unknown): RequestInit {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}
