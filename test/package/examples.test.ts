import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "./consumer.js";
import { readExports } from "./read-docstrings.js";

// Every `@example` of a docstring is compiled and run against the built package. A line `expression; // → value` claims what the
// expression is, as JSON. `city` and `report` are those of the fixture town, where an example does not make its own.

/** What programs call most. Whoever adds to the front door adds an example. */
const MOST_USED = [
  "computeCoverage",
  "computeCoverages",
  "computeTravelTimes",
  "findNearest",
  "prepareCity",
  "saveCity",
  "loadCity",
  "openScenario",
  "isochrones",
  "isochronePolygons",
  "compareReports",
  "toText",
  "toMarkdown",
  "toCsv",
  "toGeoJson",
  "toHtml",
  "toErrorText",
  "minutes",
  "straightLine",
  "givenCosts",
  "chengduFourCircles",
  "fifteenMinuteCity",
  "validateStandard",
  "FacilityIndex",
  "completeness",
  "readStreets",
  "toXlsx",
  "toGeoPackage",
  "toMapSvg",
  "readGeoJsonFile",
  "writeOutputs",
  "openPool",
];
const TOWN = `import { readFileSync } from "node:fs";
import { computeCoverage, prepareCity } from "quarterhour";
const read = (layer: string) => readFileSync(\`fixtures/jincheng/\${layer}.geojson\`);
export const city = prepareCity({
  neighborhoods: read("neighborhoods"), facilities: read("facilities"), streets: read("streets"), population: read("population"),
});
export const report = computeCoverage(city);
`;

const exported = readExports();
const examples = [...new Map(exported.map((one) => [`${one.place} ${one.name}`, one])).values()].flatMap(
  ({ name, examples }) => examples.map((text, row) => ({ name, file: `${name}-${row + 1}`, code: codeOf(text) })),
);
/** What an example claimed, and what was found. */
interface Outcome {
  readonly claims: readonly { readonly line: string; readonly claimed: string; readonly found: string }[];
  readonly error: string | null;
}
let folder = "";
let outcomes: Readonly<Record<string, Outcome>> = {};

beforeAll(() => {
  if (!existsSync(join(ROOT, "dist", "index.d.ts"))) throw new Error("dist is missing: run `npm run build` first.");
  folder = realpathSync(mkdtempSync(join(tmpdir(), "quarterhour-examples-")));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules", "quarterhour"), "junction");
  symlinkSync(join(ROOT, "node_modules", "@types"), join(folder, "node_modules", "@types"), "junction");
  cpSync(join(ROOT, "fixtures", "jincheng"), join(folder, "fixtures", "jincheng"), { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  writeFileSync(join(folder, "town.ts"), TOWN);
  for (const { file, code } of examples) writeFileSync(join(folder, `${file}.ts`), withTown(code));
  outcomes = runAll();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the most used exports have an example each, at least twenty", () => {
  expect(MOST_USED.length).toBeGreaterThanOrEqual(20);
  const names = examples.map(({ name }) => name);
  expect(MOST_USED.filter((name) => !names.includes(name))).toEqual([]);
});

test("all examples are well typed", () => {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    types: ["node"],
    typeRoots: [join(ROOT, "node_modules", "@types")],
  };
  const program = ts.createProgram(
    [join(folder, "town.ts"), ...examples.map(({ file }) => join(folder, `${file}.ts`))],
    options,
  );
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
  expect(found).toEqual([]);
});

describe("examples", () => {
  test.each(examples)("$file runs, and is right in what it claims", ({ file, code }) => {
    const outcome = outcomes[file];
    expect(outcome?.error ?? null).toBe(null);
    const claims = outcome?.claims ?? [];
    expect(claims.map(({ line, found }) => `${line} → ${found}`)).toEqual(
      claims.map(({ line, claimed }) => `${line} → ${claimed}`),
    );
    expect(claims).toHaveLength(code.split("\n").filter((line) => line.includes("// →")).length);
  });
});

/** Takes the code out of its fence. */
function codeOf(example: string): string {
  const code = /^```ts\n([\s\S]*?)\n?```\s*$/.exec(example.trim())?.[1];
  if (code === undefined) throw new Error(`An example is no fence of TypeScript:\n${example}`);
  return code;
}

/** Gives an example the town, if it speaks of one that it does not make itself. */
function withTown(code: string): string {
  const needs = ["city", "report"].filter(
    (name) => new RegExp(`\\b${name}\\b(?!:)`).test(code) && !new RegExp(`const ${name} =`).test(code),
  );
  return needs.length === 0 ? `${code}\nexport {};\n` : `import { ${needs.join(", ")} } from "./town.js";\n${code}\n`;
}

/** Runs all examples in one process of Node. */
function runAll(): Readonly<Record<string, Outcome>> {
  const files = ["town", ...examples.map(({ file }) => file)];
  for (const file of files) {
    const source = readFileSync(join(folder, `${file}.ts`), "utf8").replace(
      /^(.+?);? \/\/ → (.+)$/gm,
      (_, expression: string, claimed: string) =>
        `globalThis.tell(${JSON.stringify(expression)}, ${JSON.stringify(claimed)}, ${expression});`,
    );
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(join(folder, `${file}.js`), outputText);
  }
  writeFileSync(
    join(folder, "run.js"),
    `const outcomes = {};
for (const file of ${JSON.stringify(examples.map(({ file }) => file))}) {
  const claims = [];
  globalThis.tell = (line, claimed, value) => claims.push({ line, claimed, found: JSON.stringify(value) });
  const error = await import("./" + file + ".js").then(() => null, (cause) => String(cause?.stack ?? cause));
  outcomes[file] = { claims, error };
}
process.stdout.write("\\n" + JSON.stringify(outcomes));
process.exit();`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, ["run.js"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 27,
  });
  try {
    return JSON.parse(stdout.slice(stdout.lastIndexOf("\n") + 1));
  } catch {
    throw new Error(`The examples were not run: ${stderr}${stdout}`);
  }
}
