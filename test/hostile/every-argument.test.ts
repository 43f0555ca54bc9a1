import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { CoverageError, toErrorText } from "../../src/index.js";
import { CALLS, type Call, NOT_CALLED, REFUSING } from "./calls.js";
import { GRAPH_CALLS } from "./graph-calls.js";

const ALL_CALLS = { ...CALLS, ...GRAPH_CALLS };

// Every function that a door exports, with something hostile in the place of each argument, and of each member of an argument: what
// comes back is an answer, or one typed error. Never a raw one, never nothing for ever.

const failing = (): never => {
  throw new RangeError("trap");
};
const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;
const HOSTILE: readonly (readonly [string, unknown])[] = [
  ["null", null],
  ["undefined", undefined],
  ["NaN", Number.NaN],
  ["-1", -1],
  ["1e308", 1e308],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["true", true],
  ["a text", "x"],
  ["an empty text", ""],
  ["a bigint", 5n],
  ["a symbol", Symbol("s")],
  ["a function", () => undefined],
  ["an empty list", []],
  ["a list of null", [null]],
  ["a list with a hole", new Array(2)],
  ["an empty object", {}],
  ["a frozen object", Object.freeze({ type: "x", id: 5n, rows: null })],
  ["an object in itself", cyclic],
  ["an object that is no primitive", { toString: 1, valueOf: 1, toJSON: 1, [Symbol.toPrimitive]: 5 }],
  ["an object whose text fails", { toString: failing, toJSON: failing, valueOf: failing }],
  ["an object without prototype", Object.create(null)],
  ["a proxy that fails", new Proxy({}, { get: failing, ownKeys: failing, has: failing, getPrototypeOf: failing })],
  ["a proxy of a list that fails", new Proxy([], { get: failing })],
  ["a revoked proxy", revoked()],
  ["a date that is none", new Date(Number.NaN)],
  ["a Map", new Map()],
  ["bytes", new Uint8Array(3)],
];

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const SRC = fileURLToPath(new URL("../../src", import.meta.url));
const DOORS = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((path) =>
  /^(\w+\/)?index\.ts$/.test(path),
);

describe("this test", () => {
  test("knows every function of every door", async () => {
    const known = new Set([...Object.keys(ALL_CALLS), ...Object.keys(REFUSING), ...NOT_CALLED]);
    const exported: string[] = [];
    for (const path of DOORS)
      for (const [name, value] of Object.entries(await import(join(SRC, path))))
        if (typeof value === "function") exported.push(path === "index.ts" ? name : `${path.split("/")[0]}: ${name}`);
    const names = exported.map((name) => name.replace(/^\w+: /, ""));
    expect(exported.filter((name, i) => !known.has(name) && !known.has(names[i] as string))).toEqual([]);
  });
  test.each(Object.entries(ALL_CALLS))("calls %s rightly, to begin with", async (_, call) => {
    await call.run(...(await call.args()));
  });
});

/** All ways to put something in the place of an argument, or of a member of one. */
function* spoilings(args: readonly unknown[], bad: unknown): Generator<readonly [string, readonly unknown[]]> {
  for (let at = 0; at < args.length; at++) {
    const put = (value: unknown) => args.map((arg, i) => (i === at ? value : arg));
    yield [`argument ${at}`, put(bad)];
    const arg = args[at];
    if (!isPlain(arg)) continue;
    for (const key of Object.keys(arg)) yield [`argument ${at}: ${key}`, put({ ...arg, [key]: bad })];
  }
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** What was thrown that is no typed error. */
async function rawErrors(call: Call): Promise<string[]> {
  const raw: string[] = [];
  const args = await call.args();
  for (const [what, bad] of HOSTILE)
    for (const [where, spoiled] of spoilings(args, bad))
      try {
        await call.run(...spoiled);
      } catch (error) {
        if (!(error instanceof CoverageError)) raw.push(`${where} = ${what}: ${String(error).slice(0, 90)}`);
        else if (error.message === "" || toErrorText(error, "zh") === "") raw.push(`${where} = ${what}: says nothing`);
      }
  return raw;
}

describe("is answered, or refused with a typed error:", () => {
  test.each(Object.entries(ALL_CALLS))("%s", { timeout: 60_000 }, async (_, call) => {
    expect(await rawErrors(call)).toEqual([]);
  });
});

describe("is refused with a typed error:", () => {
  test.each(Object.entries(REFUSING))("%s", { timeout: 60_000 }, async (_, run) => {
    const raw: string[] = [];
    const calls = HOSTILE.flatMap(([what, bad]) => [
      [`bytes = ${what}`, [bad, { path: "x" }]] as const,
      [`options = ${what}`, [new Uint8Array(40), bad]] as const,
      ...["path", "crs", "datum", "encoding", "layer", "columns", "axes"].map(
        (key) => [`options.${key} = ${what}`, [new Uint8Array(40), { [key]: bad }]] as const,
      ),
    ]);
    for (const [where, args] of calls)
      try {
        await run(...(args as unknown as readonly never[]));
        raw.push(`${where}: not refused`);
      } catch (error) {
        if (!(error instanceof CoverageError)) raw.push(`${where}: ${String(error).slice(0, 90)}`);
      }
    expect(raw).toEqual([]);
  });
});

test("the writer of error texts answers whatever was thrown", () => {
  for (const [, thrown] of HOSTILE) {
    expect(typeof toErrorText(thrown)).toBe("string");
    expect(typeof toErrorText(thrown, "zh", "command")).toBe("string");
    const values = { thrown } as never;
    const error = new CoverageError(
      "INVALID_ARGUMENT",
      { id: "x", text: "got {thrown}", values },
      { hint: { id: "y", text: "{thrown}", values } },
    );
    expect(error.message).toMatch(/^got /);
    expect(toErrorText(error, "zh")).toMatch(/^got /);
  }
});
