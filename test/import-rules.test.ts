import { describe, expect, test } from "vitest";
import { circlesAmong, readSources, type Source } from "./support/sources.js";

// Who may import whom; ARCHITECTURE.md says why.

/** From the bottom up: a room may use the rooms before it, and itself. Nothing runs back. */
const ROOMS = [
  ...["base", "model", "geo", "standards", "graph", "hierarchy", "streets", "attach", "read", "facilities", "origins"],
  ...["city", "travel", "measures", "inequality", "coverage", "report", "assess", "isochrones", "repair"],
  ...["scenarios", "explain", "partitions", "workers"],
  ...["compare", "maps", "charts", "tables", "page", "notebook", "node"],
];
/** Files that form a circle, to be mended. */
const KNOWN_CIRCLES: readonly RegExp[] = [/repair\/category-field/];

const sources = readSources("src");
const others = ["kernels", "page", "bench", "test", "fixtures", "docs", "examples"].flatMap(readSources);
const roomOf = (path: string) => /^src\/(\w+)\//.exec(path)?.[1] ?? "";
/** The front door and those of rooms: what programs import, and nothing in src does. */
const isDoor = (path: string) => /^src\/(?:\w+\/)?index\.ts$/.test(path);
const isFrontDoor = (path: string) => path === "src/index.ts";

function mayImport({ path }: Source, target: string): boolean {
  if (target.startsWith("node:")) return roomOf(path) === "node";
  if (!target.startsWith("src/")) return true;
  if (isFrontDoor(path)) return roomOf(target) !== "node";
  return !isDoor(target) && ROOMS.indexOf(roomOf(target)) <= ROOMS.indexOf(roomOf(path));
}

describe("imports", () => {
  test("are found by this test", () => {
    expect(sources.find(({ path }) => path === "src/attach/edge-index.ts")?.imports).toEqual([
      "src/base/units.ts",
      "src/graph/islands.ts",
      "src/graph/network.ts",
      "src/attach/attachment.ts",
      "src/attach/edge-grid.ts",
      "src/attach/ground.ts",
      "src/attach/nearest-edge.ts",
      "src/attach/waters.ts",
    ]);
    expect(sources.length).toBeGreaterThan(200);
    expect(circlesAmong([sourceOf("a", "b"), sourceOf("b", "c", "d"), sourceOf("c", "b"), sourceOf("d")])).toEqual([
      "b → c → b",
    ]);
  });
  test("of relative paths lead to files that exist", () => {
    const paths = new Set(sources.map(({ path }) => path));
    const generated = ["src/hierarchy/kernel-binary.ts", "src/page/page-assets.ts"];
    const lost = sources.flatMap(({ imports }) =>
      imports.filter((target) => /^src\/.*\.ts$/.test(target) && !paths.has(target) && !generated.includes(target)),
    );
    expect(lost).toEqual([]);
  });
  test("never run back up, stay out of doors, and reach Node from node/ only", () => {
    const wrong = sources.flatMap((source) =>
      source.imports.filter((target) => !mayImport(source, target)).map((target) => `${source.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });
  test("form no circle between files, types included", () => {
    const circles = circlesAmong([...sources, ...others]);
    expect(circles.filter((circle) => !KNOWN_CIRCLES.some((known) => known.test(circle)))).toEqual([]);
  });
  test("of doors are re-exports only", () => {
    const doors = sources.filter(({ path }) => isDoor(path));
    expect(doors.length).toBeGreaterThan(10);
    for (const { path, code } of doors) {
      const rest = code.replace(/export\s+(?:type\s+)?(?:\{[^}]*\}|\*)\s+from\s+"[^"]+";/g, "");
      expect(rest.trim(), path).toBe("");
    }
  });
});

test("every room is known, and no file stands outside one but the front door", () => {
  expect([...new Set(sources.map(({ path }) => roomOf(path)))].sort()).toEqual(["", ...ROOMS].sort());
  expect(sources.filter(({ path }) => roomOf(path) === "").map(({ path }) => path)).toEqual(["src/index.ts"]);
});

function sourceOf(path: string, ...imports: string[]): Source {
  return { path, code: "", lineCount: 0, imports };
}
