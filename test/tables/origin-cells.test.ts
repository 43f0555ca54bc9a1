import { fromArrayBuffer } from "geotiff";
import { latLngToCell } from "h3-js";
import { describe, expect, test } from "vitest";
import { minutes } from "../../src/index.js";
import { costToNearest } from "../../src/measures/index.js";
import { measureOrigins, type OriginMeasures, toGeoTiff, toHexagonGeoJson } from "../../src/tables/index.js";
import { judgeJincheng } from "../support/jincheng.js";

const { city } = judgeJincheng();
const measures = ["pharmacy", "park"].map((id) => costToNearest(minutes(15), { categories: [id], id }));
const origins = measureOrigins(city, { measures });

/** The least value that half of the people have or less, counted out. */
function slowMedian({ values, population }: OriginMeasures, rows: readonly number[], id: string): number {
  const own = values[id] as Float64Array;
  const people = rows.some((row) => (population[row] as number) > 0);
  const weightOf = (row: number) => (people ? (population[row] as number) : 1);
  const known = rows.filter((row) => !Number.isNaN(own[row]) && weightOf(row) > 0);
  if (known.length === 0) return Number.NaN;
  const all = known.reduce((sum, row) => sum + weightOf(row), 0);
  return Math.min(
    ...known
      .map((row) => own[row] as number)
      .filter(
        (value) =>
          known.reduce((sum, row) => sum + ((own[row] as number) <= value ? weightOf(row) : 0), 0) >=
          (all / 2) * (1 - 1e-12),
      ),
  );
}

describe("measures by cell", () => {
  test("hexagons tell the median of their people, and where it lies beyond the search", async () => {
    const { features } = await toHexagonGeoJson(origins, { resolution: 9 });
    const rowsOf = new Map<string, number[]>();
    for (let row = 0; row < origins.count; row++) {
      const id = latLngToCell(origins.lat[row] as number, origins.lon[row] as number, 9);
      rowsOf.set(id, [...(rowsOf.get(id) ?? []), row]);
    }
    expect(features.map(({ id }) => id)).toEqual([...rowsOf.keys()].sort());
    const seen = new Set<boolean>();
    for (const { id, properties } of features)
      for (const measure of ["pharmacy", "park"]) {
        const expected = slowMedian(origins, rowsOf.get(String(id)) ?? [], measure);
        expect(properties?.[measure]).toBe(Number.isFinite(expected) ? expected : null);
        expect(properties?.[`${measure}_beyond`]).toBe(expected === Infinity ? true : undefined);
        seen.add(expected === Infinity);
      }
    expect(seen.size).toBe(2);
    await expect(toHexagonGeoJson(origins, { resolution: 16 })).rejects.toThrow(/resolution/);
  });
  test("a raster says the same of its cells, is read back by others, and names its bands", async () => {
    const { bytes, names } = await toGeoTiff(origins, { cellMeters: 250 });
    const image = await (await fromArrayBuffer(bytes.slice().buffer)).getImage();
    const [west, north] = image.getOrigin() as [number, number];
    const [cellLon, cellLat] = image.getResolution() as [number, number];
    const bands = await image.readRasters();
    expect(image.getSamplesPerPixel()).toBe(2);
    expect(Number.isNaN(image.getGDALNoData())).toBe(true);
    const rowsOf = new Map<number, number[]>();
    for (let row = 0; row < origins.count; row++) {
      const x = Math.floor(((origins.lon[row] as number) - west) / cellLon);
      const y = Math.floor(((origins.lat[row] as number) - north) / cellLat);
      const cell = y * image.getWidth() + x;
      rowsOf.set(cell, [...(rowsOf.get(cell) ?? []), row]);
    }
    for (const [band, id] of ["pharmacy", "park"].entries())
      for (let cell = 0; cell < image.getWidth() * image.getHeight(); cell++) {
        const rows = rowsOf.get(cell);
        const expected = rows === undefined ? Number.NaN : Math.fround(slowMedian(origins, rows, id));
        expect((bands[band] as Float32Array)[cell]).toBe(expected);
      }
    expect(names).toContain("<Description>park</Description>");
    await expect(toGeoTiff(origins, { cellMeters: 1e-3 })).rejects.toThrow(/raster/);
  });
});
