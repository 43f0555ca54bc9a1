/** Writes the JSON Schemas of what the library reads and writes, from its types, and those of the service's bodies. Run by `npm run build`. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type BaseType,
  type CompletedConfig,
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  DefinitionType,
  LiteralType,
  SchemaGenerator,
  type SubNodeParser,
  UnionType,
} from "ts-json-schema-generator";
import ts from "typescript";
import manifest from "../package.json" with { type: "json" };
import { isJsonObject, type JsonObject } from "../src/base/json-object.js";
import { FILE_FINDINGS } from "../src/base/texts/file-findings.js";
import { FINDINGS } from "../src/base/texts/findings.js";
import { explainOption, OPTIONS, schemaOf } from "../src/node/command-line/option-table.js";
import { SETTABLE } from "../src/node/command-line/resolve-settings.js";
import { EDIT_LIMITS, LIMITS } from "./limits.js";

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SERVICE = "../src/node/service/body-schemas.json";

interface Form {
  readonly type: string;
  readonly title: string;
  /** Besides those of all. */
  readonly limits?: typeof LIMITS;
}
/** What each file describes, and the type that it is made of. */
const FORMS: Readonly<Record<string, Form>> = {
  report: { type: "SavedReport", title: "A report of quarterhour" },
  comparison: { type: "ReportComparison", title: "A comparison of two reports of quarterhour" },
  standard: { type: "SavedStandard", title: "A standard of quarterhour" },
  edits: { type: "EditFile", title: "Edits of a city, for quarterhour run --edits", limits: EDIT_LIMITS },
  manifest: { type: "Manifest", title: "The files of a run of quarterhour" },
};

/** Makes every file: its path from here, and its schema. */
export function makeSchemas(): ReadonlyMap<string, JsonObject> {
  const generator = openGenerator();
  const limited = new Set<string>();
  const files = Object.entries(FORMS).map(([name, { type, title, limits = {} }]): [string, JsonObject] => {
    const { $schema, ...schema } = toSchema(generator, type, { ...LIMITS, ...limits }, limited);
    return [`${name}.json`, { $schema, title, ...schema }];
  });
  const service = toSchema(generator, "ServiceBodies", LIMITS, limited);
  const lost = Object.keys(LIMITS).filter((path) => !limited.has(path));
  if (lost.length > 0) throw new Error(`Nothing is there to be limited: ${lost.join(", ")}.`);
  return new Map([...files, ["config.json", configSchema()], [SERVICE, toComponents(service)]]);
}

function openGenerator(): SchemaGenerator {
  const config: CompletedConfig = {
    ...DEFAULT_CONFIG,
    path: pathOf("forms.ts"),
    tsconfig: pathOf("../tsconfig.json"),
    skipTypeCheck: true, // the compiler's check does that
    additionalProperties: false,
  };
  const program = createProgram(config);
  const parser = createParser(program, config, (parsers) => parsers.addNodeParser(new CodesOfFindings()));
  return new SchemaGenerator(program, parser, createFormatter(config), config);
}

/** The codes of findings are a type that is computed from the table of texts: the table itself is asked instead. */
class CodesOfFindings implements SubNodeParser {
  supportsNode(node: ts.Node): boolean {
    return ts.isTypeReferenceNode(node) && node.typeName.getText() === "DiagnosticCode";
  }
  createType(): BaseType {
    const codes = Object.keys({ ...FINDINGS, ...FILE_FINDINGS }).filter((id) => !id.endsWith(".action"));
    return new DefinitionType("DiagnosticCode", new UnionType(codes.map((code) => new LiteralType(code))));
  }
}

/** @param limited what limits were found is added here */
function toSchema(generator: SchemaGenerator, type: string, limits: typeof LIMITS, limited: Set<string>): JsonObject {
  const schema = generator.createSchema(type) as JsonObject;
  const definitions = schema.definitions as Record<string, Record<string, unknown>>;
  for (const [path, limit] of Object.entries(limits)) {
    const [name = "", ...keys] = path.split(".");
    const definition = definitions[name];
    if (definition === undefined) continue;
    const isThere = variantsOf(definition).map((variant) => setLimit(variant, keys, limit));
    if (isThere.includes(true)) limited.add(path);
  }
  return JSON.parse(JSON.stringify(schema));
}

function variantsOf(definition: Record<string, unknown>): readonly Record<string, unknown>[] {
  return Array.isArray(definition.anyOf) ? [definition, ...definition.anyOf] : [definition];
}

function setLimit(schema: Record<string, unknown>, keys: readonly string[], limits: JsonObject): boolean {
  const [key, ...rest] = keys;
  if (key === undefined) {
    // what may be nothing has its limits where it is something
    Object.assign(schema, typesWith(schema.type, limits));
    if (typeof schema.$ref === "string") {
      schema.allOf = [{ $ref: schema.$ref }]; // draft 7 reads nothing beside a reference
      delete schema.$ref;
    }
    return true;
  }
  const { properties } = schema;
  if (!isJsonObject(properties) || !isJsonObject(properties[key])) return false;
  return setLimit(properties[key] as Record<string, unknown>, rest, limits);
}

/** A whole number that may be `null` stays one of the two. */
function typesWith(type: unknown, limits: JsonObject): JsonObject {
  return Array.isArray(type) && typeof limits.type === "string" ? { ...limits, type: [limits.type, "null"] } : limits;
}

/** The configuration, from the table of options. */
function configSchema(): JsonObject {
  const properties = SETTABLE.map((name): [string, JsonObject] => [
    name,
    { ...schemaOf(OPTIONS[name]), description: explainOption(name, "en") },
  ]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "The configuration of quarterhour",
    type: "object",
    properties: { $schema: { type: "string" }, ...Object.fromEntries(properties) },
    patternProperties: { "^//": {} },
    additionalProperties: false,
  };
}

/** Makes components of an OpenAPI document of draft 7: names without signs, places of lists by their own keyword. */
function toComponents({ definitions }: JsonObject): JsonObject {
  const all = definitions as Record<string, JsonObject>;
  const roots = (all.ServiceBodies as { readonly properties: Record<string, { readonly $ref: string }> }).properties;
  const nameOf = new Map(Object.entries(roots).map(([name, { $ref }]) => [$ref.replace("#/definitions/", ""), name]));
  const rename = (name: string) => nameOf.get(name) ?? decodeURIComponent(name).replace(/\W+/g, "_").replace(/_$/, "");
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert);
    if (!isJsonObject(value)) return value;
    const entries = Object.entries(value).map(([key, entry]): [string, unknown] => {
      if (key === "$ref") return [key, `#/components/schemas/${rename(String(entry).replace("#/definitions/", ""))}`];
      return [key === "items" && Array.isArray(entry) ? "prefixItems" : key, convert(entry)];
    });
    return Object.fromEntries(entries);
  };
  const parts = Object.entries(all).filter(([name]) => name !== "ServiceBodies");
  return Object.fromEntries(
    parts.map(([name, schema]) => [rename(encodeURIComponent(name)), convert(schema) as JsonObject]),
  );
}

/** Writes a file of JSON as it is kept. */
export function toJsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, schema] of makeSchemas()) writeFileSync(pathOf(path), toJsonText(schema));
  // made of what was just written
  const { toOpenApi } = await import("../src/node/service/routes.js");
  writeFileSync(pathOf("openapi.json"), toJsonText(toOpenApi(manifest.version)));
}
