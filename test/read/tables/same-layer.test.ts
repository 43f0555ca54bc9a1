import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { computeCoverage } from "../../../src/index.js";
import type { GeoJsonInput } from "../../../src/model/input.js";
import { readCsv, readGeoJsonText, readXlsx } from "../../../src/read/index.js";
import { drawIndex, seededRandom } from "../../support/random.js";
import { squareRing } from "../../support/sample-report.js";

// One layer of places in several formats: the same report, to the last byte.

test("a layer as GeoJSON, lines, a sequence, CSV, TSV and a workbook gives one report", async () => {
  const random = seededRandom(5);
  const kinds = ["pharmacy", "supermarket", "school", "post_office", "park", "clinic"];
  const rows = Array.from({ length: 120 }, (_, i) => ({
    id: `n${i}`,
    name: i % 7 === 0 ? `店 "${i}", 一楼` : `店${i}`,
    category: kinds[drawIndex(random, kinds.length)] as string,
    lon: Number((104.06 + random() * 0.02).toFixed(7)),
    lat: Number((30.66 + random() * 0.02).toFixed(7)),
  }));
  const features = rows.map(({ id, name, category, lon, lat }) => ({
    type: "Feature" as const,
    properties: { id, name, category },
    geometry: { type: "Point" as const, coordinates: [lon, lat] },
  }));
  const names = ["id", "name", "category", "lon", "lat"] as const;
  const write = (separator: string) =>
    [names, ...rows.map((row) => names.map((name) => row[name]))]
      .map((cells) =>
        cells.map((cell) => (/["\t,;]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)),
      )
      .map((cells) => cells.join(separator))
      .join("\r\n");
  const sheets = [{ name: "s", rows: [[...names], ...rows.map((row) => names.map((name) => row[name]))] }];
  const inputs: readonly GeoJsonInput[] = [
    { type: "FeatureCollection", features },
    readGeoJsonText(features.map((feature) => JSON.stringify(feature)).join("\n")),
    readGeoJsonText(features.map((feature) => `\u001e${JSON.stringify(feature)}\n`).join("")),
    readCsv(write(",")),
    readCsv(new TextEncoder().encode(`\ufeff${write("\t")}`)),
    readCsv(write(";")),
    await readXlsx(await writeXlsx({ sheets })),
  ];
  const ring = squareRing(104.06, 30.66, 0.02);
  const reports = inputs.map((facilities) =>
    JSON.stringify(computeCoverage({ neighborhoods: { type: "Polygon", coordinates: [ring] }, facilities })),
  );
  expect(reports[0]).toContain("pharmacy");
  for (const report of reports) expect(report).toBe(reports[0]);
});
