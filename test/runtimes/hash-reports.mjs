// Judges cities with the built library and prints the SHA-256 of what comes out, as JSON. Runs in Node, Deno and Bun:
// <runtime> hash-reports.mjs '[{ "name": …, "layers": { "neighborhoods": path, … } }]'
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import process from "node:process";
import { gunzipSync } from "node:zlib";
import {
  computeCoverage,
  prepareCity,
  readGeoJsonText,
  toCSV,
  toGeoJSON,
  toMapHtml,
  toMarkdown,
  toText,
} from "../../dist/index.js";

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

function readLayer(path) {
  const bytes = readFileSync(path);
  return readGeoJsonText(path.endsWith(".gz") ? gunzipSync(bytes) : bytes, path);
}

function render(report, { neighborhoods, streets }) {
  const locales = ["zh", "en"];
  return [
    JSON.stringify(toGeoJSON(report, neighborhoods)),
    ...[toText, toMarkdown, toCSV].flatMap((write) => locales.map((locale) => write(report, { locale }))),
    ...locales.map((locale) => toMapHtml(report, { neighborhoods, streets, locale })),
  ].join("\n");
}

const hashes = JSON.parse(process.argv[2] ?? "[]").map(({ name, layers }) => {
  const start = performance.now();
  const city = prepareCity(Object.fromEntries(Object.entries(layers).map(([layer, path]) => [layer, readLayer(path)])));
  const report = computeCoverage(city);
  const seconds = (performance.now() - start) / 1000;
  return { name, report: sha256(JSON.stringify(report)), renderings: sha256(render(report, city)), seconds };
});
console.log(JSON.stringify(hashes));
