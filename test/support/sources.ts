import { readdirSync, readFileSync } from "node:fs";
import { join, posix, resolve, sep } from "node:path";

/** A file of TypeScript that somebody wrote. */
export interface Source {
  /** From the root of the repository: `src/base/units.ts`. */
  readonly path: string;
  /** Without comments, so that an example in a docstring is no import. */
  readonly code: string;
  readonly lineCount: number;
  /** What it imports or re-exports, types included: paths from the root, or packages. */
  readonly imports: readonly string[];
}

export const ROOT: string = resolve(import.meta.dirname, "../..");
/** Written by the build, not by people. */
const GENERATED = ["src/hierarchy/kernel-binary.ts", "src/page/page-assets.ts"];
const IMPORT =
  /(?:^|[\n;}])\s*(?:import|export)\s+(?:type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/g;

/** Reads all sources in a folder of the repository. */
export function readSources(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => posix.join(folder, name.split(sep).join("/")))
    .filter((path) => path.endsWith(".ts") && !GENERATED.includes(path) && !path.includes("node_modules"))
    .sort()
    .map(readSource);
}

function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), "utf8");
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const imports = [...code.matchAll(IMPORT)].map(([, named = "", dynamic = ""]) => {
    const target = named || dynamic;
    return target.startsWith(".") ? posix.join(posix.dirname(path), target).replace(/\.js$/, ".ts") : target;
  });
  return { path, code, lineCount: text.split("\n").length - 1, imports };
}

/** Lists the circles among files that import each other: from a file over others back to it. */
export function circlesAmong(sources: readonly Source[]): string[] {
  const importsOf = new Map(sources.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(" → "));
    if (done.has(path) || way.includes(path)) return;
    for (const target of importsOf.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return circles;
}
