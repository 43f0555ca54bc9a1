import { readdirSync, readFileSync } from "node:fs";
import { resolve, sep } from "node:path";
import { expect, test } from "vitest";

// Whoever follows ARCHITECTURE.md or a decision must find the file it names.

const ROOT = resolve(import.meta.dirname, "..");
const HOME_OF_SOURCES = ["src", "kernels", "page", "test", "bench", "fixtures", "schemas"];
const sources = HOME_OF_SOURCES.flatMap((folder) =>
  readdirSync(resolve(ROOT, folder), { recursive: true, encoding: "utf8" }).map(
    (path) => `/${folder}/${path.split(sep).join("/")}`,
  ),
);
// not recursively: packages are installed there
sources.push(...readdirSync(resolve(ROOT, "site")).map((path) => `/site/${path}`));
const decisions = readdirSync(resolve(ROOT, "docs/decisions")).map((file) => `docs/decisions/${file}`);

test.each(["ARCHITECTURE.md", ...decisions])("every source file that %s names is there", (document) => {
  const text = readFileSync(resolve(ROOT, document), "utf8");
  const named = [...text.matchAll(/`([\w./-]+\.(?:ts|css|py))`/g)].map(([, path = ""]) => path);
  expect(named.filter((path) => !sources.some((source) => source.endsWith(`/${path}`)))).toEqual([]);
  if (document === "ARCHITECTURE.md") expect(named.length).toBeGreaterThan(30);
});
