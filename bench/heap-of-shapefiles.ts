/**
 * Tells the least heap that a run with a Shapefile needs, by trying ever less: what `src/node/heap-estimates.ts` estimates.
 * Run: npm run build && npx tsx bench/heap-of-shapefiles.ts
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Position } from "geojson";
import { type RecordDraft, writeDbf, writeShp } from "../test/support/write-shapefile.js";

const COUNT = 100_000;
const FEW = 1000;
/** Most and steps of the heap that are tried, in MiB. */
const MOST = 1024;
const STEP = 4;

interface Draft {
  readonly what: string;
  readonly layer: string;
  readonly kind: 1 | 3 | 5;
  readonly cells: number;
  readonly shape: (at: Position) => readonly Position[];
}

/** Positions in a ring, or a line of so many. */
const around =
  (corners: number, size: number) =>
  ([x = 0, y = 0]: Position) =>
    Array.from({ length: corners + 1 }, (_, i): Position => {
      const angle = (-2 * Math.PI * (i % corners)) / corners;
      return [x + size * Math.cos(angle), y + size * Math.sin(angle)];
    });

const DRAFTS: readonly Draft[] = [
  { what: "places, 3 attributes", layer: "facilities", kind: 1, cells: 3, shape: (at) => [at] },
  { what: "places, 12 attributes", layer: "facilities", kind: 1, cells: 12, shape: (at) => [at] },
  { what: "parks of 40 corners", layer: "facilities", kind: 5, cells: 3, shape: around(40, 0.0001) },
  { what: "people at points", layer: "population", kind: 1, cells: 3, shape: (at) => [at] },
  { what: "people in cells", layer: "population", kind: 5, cells: 3, shape: around(4, 0.0001) },
  { what: "buildings of 8 corners", layer: "buildings", kind: 5, cells: 3, shape: around(8, 0.0001) },
  { what: "streets of 10 vertices", layer: "streets", kind: 3, cells: 3, shape: around(9, 0.0001) },
];

function write(folder: string, { kind, cells, shape }: Draft, count: number): number {
  const records = Array.from({ length: count }, (_, i): RecordDraft => {
    const at = [104 + (i % 449) / 10_000, 30 + Math.floor(i / 449) / 10_000];
    const values = [`p${i}`, ["pharmacy", "school", "park"][i % 3] as string, `${1 + (i % 90)}`];
    return {
      parts: [shape(at)],
      cells: [...values, ...Array.from({ length: cells - 3 }, (_, c) => `value ${c} of ${i}`)],
    };
  });
  const named = ["id", "category", "population"].map((name) => ({ name, type: "C" as const, length: 10 }));
  const others = Array.from({ length: cells - 3 }, (_, c) => ({ name: `field${c}`, type: "C" as const, length: 24 }));
  const shp = writeShp(kind, records);
  writeFileSync(join(folder, "a.shp"), shp);
  writeFileSync(join(folder, "a.dbf"), writeDbf([...named, ...others], records));
  return shp.length;
}

/** Runs to a report, from the built package as the command does. */
const RUN = `
import { readFileSync } from "node:fs";
const [folder, layer, dist] = process.argv.slice(1);
const { computeCoverage, prepareCity } = await import(dist + "index.js");
const { readShapefile } = await import(dist + "read.js");
const box = (id, west, east) => ({ type: "Feature", properties: { id, population: 5000 },
  geometry: { type: "Polygon", coordinates: [[[west, 29.99], [east, 29.99], [east, 30.05], [west, 30.05], [west, 29.99]]] } });
const place = { type: "Feature", properties: { category: "pharmacy" }, geometry: { type: "Point", coordinates: [104.01, 30.01] } };
const input = {
  neighborhoods: { type: "FeatureCollection", features: [box("a", 103.99, 104.02), box("b", 104.02, 104.05)] },
  facilities: { type: "FeatureCollection", features: [place] },
  [layer]: await readShapefile({ shp: readFileSync(folder + "/a.shp"), dbf: readFileSync(folder + "/a.dbf") }),
};
computeCoverage(prepareCity(input));
`;

function fits(folder: string, layer: string, heap: number): boolean {
  const dist = fileURLToPath(new URL("../dist/", import.meta.url));
  const own = ["--input-type=module", `--max-old-space-size=${heap}`, "-e", RUN, folder, layer, dist];
  return spawnSync(process.execPath, own, { stdio: "ignore" }).status === 0;
}

/** The least heap that is enough, in MiB. */
function leastHeap(folder: string, layer: string): number {
  let [low, high] = [0, MOST];
  if (!fits(folder, layer, high)) return Number.POSITIVE_INFINITY;
  while (high - low > STEP) {
    const middle = (low + high) / 2;
    if (fits(folder, layer, middle)) high = middle;
    else low = middle;
  }
  return high;
}

const folder = mkdtempSync(join(tmpdir(), "quarterhour-heap-"));
try {
  for (const draft of DRAFTS) {
    write(folder, draft, FEW);
    const before = leastHeap(folder, draft.layer);
    const shpBytes = write(folder, draft, COUNT);
    const dbfBytes = readFileSync(join(folder, "a.dbf")).length;
    const bytes = ((leastHeap(folder, draft.layer) - before) * 2 ** 20) / COUNT;
    const each = { heap: Math.round(bytes), shp: Math.round(shpBytes / COUNT), dbf: Math.round(dbfBytes / COUNT) };
    process.stdout.write(`${draft.what}: ${JSON.stringify(each)} bytes for each record\n`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
