// Judges cities with the built library and prints the SHA-256 of what comes out, as JSON. Runs in Node, Deno and Bun:
// <runtime> hash-reports.mjs '[{ "name": …, "layers": { "neighborhoods": path, … } }]'
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import process from "node:process";
import { gunzipSync } from "node:zlib";
import * as library from "../../dist/index.js";
import { judgeCity } from "./judge-city.mjs";

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

function readLayer(path) {
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

const hashes = JSON.parse(process.argv[2] ?? "[]").map(({ name, layers }) => {
  const texts = Object.fromEntries(Object.entries(layers).map(([layer, path]) => [layer, readLayer(path)]));
  const start = performance.now();
  const { report, renderings } = judgeCity(library, texts);
  const seconds = (performance.now() - start) / 1000;
  return { name, report: sha256(report), renderings: sha256(renderings), seconds };
});
console.log(JSON.stringify(hashes));
