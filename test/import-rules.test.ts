import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

// Who may import whom; ARCHITECTURE.md says why.

const SRC = resolve(dirname(fileURLToPath(import.meta.url)), "../src");
/** From the bottom up: a room may use the rooms before it, and itself. Nothing runs back. */
const ROOMS = [
  "base",
  "model",
  "geo",
  "standards",
  "graph",
  "hierarchy",
  "streets",
  "attach",
  "read",
  "facilities",
  "origins",
  "city",
  "travel",
  "measures",
  "coverage",
  "report",
  "assess",
  "isochrones",
  "repair",
  "scenarios",
  "workers",
  "compare",
  "maps",
  "tables",
  "page",
  "notebook",
  "node",
];
const FRONT_DOOR = "index.ts";
/** The front door and those of rooms: what programs import, and nothing in src does. */
const isDoor = (file: string) => /^(?:\w+\/)?index\.ts$/.test(file);

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((path) => path.split(sep).join("/"))
  .filter((path) => path.endsWith(".ts"))
  .sort();
const textOf = (file: string) => readFileSync(join(SRC, file), "utf8");
/** The text without comments, so that an example in a docstring is no import. */
const codeOf = (file: string) =>
  textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");

/** What a file imports or re-exports, types included: files relative to src, or packages. */
function importsOf(file: string): string[] {
  const statement =
    /(?:^|[\n;}])\s*(?:import|export)\s+(?:type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g;
  return [...codeOf(file).matchAll(statement)].map((match) => {
    const target = match[1] ?? match[2] ?? "";
    return target.startsWith(".") ? posix.join(posix.dirname(file), target).replace(/\.js$/, ".ts") : target;
  });
}
const isOwn = (target: string) => files.includes(target);
const folderOf = (file: string) => (file.includes("/") ? (file.split("/")[0] ?? "") : "");

function mayImport(file: string, target: string): boolean {
  if (file === FRONT_DOOR) return folderOf(target) !== "node";
  return !isDoor(target) && ROOMS.indexOf(folderOf(target)) <= ROOMS.indexOf(folderOf(file));
}

describe("imports", () => {
  test("are found by this test", () => {
    expect(importsOf("attach/edge-index.ts")).toEqual([
      "base/units.ts",
      "graph/islands.ts",
      "graph/network.ts",
      "attach/edge-grid.ts",
      "attach/nearest-edge.ts",
    ]);
    expect(importsOf(FRONT_DOOR).length).toBeGreaterThan(20);
    expect(files.length).toBeGreaterThan(60);
  });
  test("of relative paths lead to files that exist", () => {
    for (const file of files)
      for (const target of importsOf(file))
        if (/\.ts$/.test(target)) expect(isOwn(target), `${file} imports ${target}`).toBe(true);
  });
  test("keep to the layers", () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => isOwn(target) && !mayImport(file, target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });
  test("know every room, and no file stands outside one but the front door", () => {
    expect([...new Set(files.map(folderOf))].sort()).toEqual(["", ...ROOMS].sort());
    expect(files.filter((file) => folderOf(file) === "")).toEqual([FRONT_DOOR]);
  });
  test("never form a circle, types aside", () => {
    const valueImports = (file: string) =>
      [...codeOf(file).matchAll(/(?:^|\n)\s*import\s+(?!type\b)([^"';]*?)\sfrom\s+"(\.[^"]+)"/g)]
        .filter(([, names = ""]) => !/^\{\s*(?:type\s+\w+(?:\s+as\s+\w+)?\s*,?\s*)*\}$/.test(names.trim()))
        .map(([, , target = ""]) => posix.join(posix.dirname(file), target).replace(/\.js$/, ".ts"));
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      expect(path, [...path, file].join(" → ")).not.toContain(file);
      if (done.has(file)) return;
      for (const target of valueImports(file)) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });
  test("of doors are re-exports only", () => {
    const doors = files.filter(isDoor);
    expect(doors.length).toBeGreaterThan(10);
    for (const door of doors) {
      const rest = codeOf(door).replace(/export\s+(?:type\s+)?(?:\{[^}]*\}|\*)\s+from\s+"[^"]+";/g, "");
      expect(rest.trim(), door).toBe("");
    }
  });
  test("of Node are in node/ only", () => {
    const wrong = files.filter(
      (file) => folderOf(file) !== "node" && importsOf(file).some((target) => target.startsWith("node:")),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the core", () => {
  /** What runs in the page itself looks at pictures and people, and is bundled into a text. */
  const isInPage = (file: string) => file.startsWith("page/client/") || file === "page/page-assets.ts";
  const core = files.filter((file) => folderOf(file) !== "node" && !isInPage(file));
  const using = (pattern: RegExp) => core.filter((file) => pattern.test(codeOf(file)));
  test("reads no clock, random number, environment or network, and never logs", () => {
    expect(using(/\bperformance\b|Math\.random|\bprocess\.|\bfetch\(|\bconsole\.|setTimeout|\bcrypto\b/)).toEqual([]);
    // files that must name a day name a fixed one
    expect(using(/\bDate\.now\b|new Date\(\)|\bDate\(\)/)).toEqual([]);
    expect(using(/\bDate\b/).filter((file) => !["tables", "maps"].includes(folderOf(file)))).toEqual([]);
  });
  test("uses no function whose last bits differ between engines outside drawings", () => {
    const inexact = using(
      /Math\.(?:sin|cos|tan|asin|acos|atan|atan2|exp|expm1|log|log2|log10|log1p|pow|hypot|cbrt|sinh|cosh|tanh)\b|[^*/]\*\*[^*]/,
    );
    const drawing = ["report", "tables", "maps", "compare", "page", "notebook"];
    expect(inexact.filter((file) => !drawing.includes(folderOf(file)))).toEqual([]);
  });
  test("sorts without the machine's language", () => {
    expect(
      using(/localeCompare|toLocale|\bIntl\b/).filter(
        (file) => !["report", "tables", "compare"].includes(folderOf(file)),
      ),
    ).toEqual([]);
  });
  test("has no default exports, no `any` and no non-null assertions", () => {
    expect(using(/export default|:\s*any\b|<any>|\bas any\b/)).toEqual([]);
  });
  test("keeps no state in modules", () => {
    expect(using(/^(?:export )?(?:let|var) /m)).toEqual([]);
  });
});
