import { writeArrayBuffer } from "geotiff";
import { describe, expect, test } from "vitest";
import { readElevation, readPopulationRaster } from "../../../src/read/index.js";
import { unpackLzw } from "../../../src/read/raster/unpack-lzw.js";
import { rejectionOf } from "../../support/geojson-samples.js";
import { rasterOfOnes, writeRaster } from "../../support/gis-files.js";

const WGS84 = [
  [1024, 2],
  [2048, 4326],
] as const;
const values = Float32Array.from([1, 2, 3, 4, 5, 6]);

describe("a raster of people", () => {
  test("has the ground of each cell, in rows from its north", async () => {
    const { places, counts } = await readPopulationRaster(writeRaster({ width: 3, height: 2, values }));
    expect([...places.population]).toEqual([...values]);
    expect(counts).toEqual({ layer: "population", given: 6, used: 6, repaired: 0, leftOut: {} });
    expect(places.polygons[4]?.[0]?.map(([lon, lat]) => [lon.toFixed(3), lat.toFixed(3)])).toEqual([
      ["104.001", "30.699"],
      ["104.001", "30.698"],
      ["104.002", "30.698"],
      ["104.002", "30.699"],
      ["104.001", "30.699"],
    ]);
    expect([...places.firstPolygon]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(places.ids).toEqual([]);
  });
  test("has its centers where points are asked for; half a cell aside where its coordinates are those of points", async () => {
    for (const [isPoint, shift] of [
      [1, 0],
      [2, 0.0005],
    ] as const) {
      const bytes = writeRaster({ width: 3, height: 2, values, keys: [...WGS84, [1025, isPoint]] });
      const { places } = await readPopulationRaster(bytes, { cells: "points" });
      expect(places.lon[0]).toBeCloseTo(104.0005 - shift, 9);
      expect(places.lat[0]).toBeCloseTo(30.6995 + shift, 9);
      expect(places.firstPolygon).toHaveLength(0);
    }
  });
  test("never sums fills: the declared one in the raster's own type, what is negative or beyond belief by its value", async () => {
    const own = Float32Array.from([-3.4e38, Number.NaN, -200, -200, 3e38, 7]);
    const bytes = writeRaster({ width: 3, height: 2, values: own, noData: "-3.4e38" });
    const { places, counts, diagnostics } = await readPopulationRaster(bytes);
    expect([...places.population]).toEqual([7]);
    expect(counts.leftOut).toEqual({ "raster.noData": 2, "raster.negative": 2, "raster.unlikely": 1 });
    expect(diagnostics.find(({ code }) => code === "raster.negative")?.examples).toEqual(["-200 (2)"]);
  });
  test("is read in its window only, which holds what touches it", async () => {
    const bytes = rasterOfOnes(400, 300);
    const bounds = { west: 104.1005, south: 30.6005, east: 104.1045, north: 30.6025 };
    const { places } = await readPopulationRaster(bytes, { bounds });
    expect(places.count).toBeGreaterThanOrEqual(5 * 3);
    expect(places.count).toBeLessThan(400);
    const lon = [...places.lon];
    expect(Math.min(...lon)).toBeLessThanOrEqual(104.1001);
    expect(Math.max(...lon)).toBeGreaterThanOrEqual(104.104);
    const far = { west: 10, south: 50, east: 11, north: 51 };
    expect((await rejectionOf(readPopulationRaster(bytes, { bounds: far }))).code).toBe("INVALID_LOCATION");
    expect((await rejectionOf(readPopulationRaster(bytes, { maxCells: 1000 }))).code).toBe("LIMIT_EXCEEDED");
  });
  test("has the same cells at the same places in any window: half a cell beside its corners", async () => {
    const [width, height] = [60, 40];
    const own = Float32Array.from({ length: width * height }, (_, i) => ((i * 37) % 11) - 2);
    const bytes = writeRaster({ width, height, values: own, noData: "3" });
    for (const [west, south, east, north] of [
      [103, 30, 105, 31],
      [104.0105, 30.6695, 104.0305, 30.6905],
      [104.055, 30.699, 104.2, 30.8],
    ] as const) {
      const { places } = await readPopulationRaster(bytes, { bounds: { west, south, east, north }, cells: "points" });
      expect(places.count).toBeGreaterThan(0);
      for (let i = 0; i < places.count; i++) {
        const column = Math.floor(((places.lon[i] as number) - 104) / 0.001);
        const row = Math.floor((30.7 - (places.lat[i] as number)) / 0.001);
        expect(places.lon[i]).toBe(0.001 * (column + 0.5) + 104);
        expect(places.lat[i]).toBe(-0.001 * (row + 0.5) + 30.7);
        expect(places.population[i]).toBe(own[row * width + column]);
      }
    }
    const whole = await readPopulationRaster(bytes, { cells: "points" });
    expect([...whole.places.population]).toEqual([...own].filter((value) => value >= 0 && value !== 3));
  });
  test("has a band chosen where it has several", async () => {
    const bytes = writeRaster({ width: 2, height: 1, bands: 2, values: [1, 10, 2, 20] });
    expect((await rejectionOf(readPopulationRaster(bytes))).code).toBe("LAYER_NEEDED");
    const { places } = await readPopulationRaster(bytes, { layer: "2" });
    expect([...places.population]).toEqual([10, 20]);
  });
});

describe("its system", () => {
  const metric = { width: 3, height: 2, values, place: [410_000, 3_394_000, 100, 100] } as const;

  test("is that of its keys, or the caller's where it has none", async () => {
    const own = await readPopulationRaster(
      writeRaster({
        ...metric,
        keys: [
          [1024, 1],
          [3072, 4544],
        ],
      }),
    );
    const said = await readPopulationRaster(writeRaster({ ...metric, keys: [] }), { crs: "EPSG:4544" });
    expect(said.places).toEqual(own.places);
    expect(own.places.lon[0]).toBeCloseTo(104.061, 3);
    expect((await rejectionOf(readPopulationRaster(writeRaster({ ...metric, keys: [] })))).code).toBe(
      "PROJECTED_COORDINATES",
    );
  });
  test("is refused where the file has one of its own and does not define it", async () => {
    for (const keys of [
      [[1024, 32767]],
      [
        [1024, 1],
        [3072, 32767],
      ],
      [
        [1024, 2],
        [2048, 32767],
      ],
    ] as const) {
      const error = await rejectionOf(readPopulationRaster(writeRaster({ ...metric, keys })));
      expect(error.code).toBe("UNSUPPORTED_CRS");
      expect(error.message).toContain("crs:");
      const { places } = await readPopulationRaster(writeRaster({ ...metric, keys }), { crs: "EPSG:4544" });
      expect(places.lon[0]).toBeCloseTo(104.061, 3);
    }
  });
  test.each([
    // corners by PROJ 9.5: cs2cs +proj=… +ellps=krass to +proj=longlat +ellps=krass
    [
      "Albers of China",
      [
        [3075, 11],
        [3078, 25],
        [3079, 47],
        [3084, 105],
        [3085, 0],
      ],
      [-90_000, 3_399_000],
      [104.03275794, 32.01834631],
    ],
    [
      "a meridian of its own",
      [
        [3075, 1],
        [3080, 104.5],
        [3081, 0],
        [3082, 500_000],
        [3092, 1],
      ],
      [450_000, 3_400_000],
      [103.97799971, 30.7190231],
    ],
    [
      "Lambert",
      [
        [3075, 8],
        [3078, 30],
        [3079, 62],
        [3084, 105],
        [3085, 0],
      ],
      [-90_000, 3_300_000],
      [104.1148673, 26.35109722],
    ],
  ] as const)("is read from its parameters: %s", async (_, method, [x, y], [lon, lat]) => {
    const keys = [[1024, 1], [2048, 4214], [3072, 32767], [3074, 32767], [3076, 9001], ...method] as const;
    const bytes = writeRaster({ width: 3, height: 2, values, keys, place: [x, y, 1000, 1000] });
    const { places, diagnostics } = await readPopulationRaster(bytes);
    const corner = places.polygons[0]?.[0]?.[0] ?? [];
    expect(corner[0]).toBeCloseTo(lon, 6);
    expect(corner[1]).toBeCloseTo(lat, 6);
    expect(diagnostics.map(({ code }) => code)).toContain("crs.datumUnknown");
    // feet are no meters, and a method that nobody knows is no system
    for (const key of [
      [3076, 9002],
      [3075, 99],
    ] as const) {
      const other = writeRaster({ width: 3, height: 2, values, keys: [...keys, key], place: [x, y, 1000, 1000] });
      expect((await rejectionOf(readPopulationRaster(other))).code).toBe("UNSUPPORTED_CRS");
    }
  });
  test("says degrees for what are metres: no cell is on Earth", async () => {
    const error = await rejectionOf(readPopulationRaster(writeRaster({ ...metric, keys: WGS84 })));
    expect(error.code).toBe("PROJECTED_COORDINATES");
  });
});

describe("what is no whole raster", () => {
  const bytes = writeRaster({ width: 3, height: 2, values });

  test("is refused wherever it is cut", async () => {
    for (let end = 0; end < bytes.length; end += 5)
      expect((await rejectionOf(readPopulationRaster(bytes.slice(0, end)))).code).toBe("DAMAGED_FILE");
  });
  test("is named, if it is a picture", async () => {
    const picture = bytes.slice();
    const view = new DataView(picture.buffer);
    for (let at = 10; at < 200; at += 12) if (view.getUint16(at, true) === 259) view.setUint16(at + 8, 7, true);
    expect((await rejectionOf(readPopulationRaster(picture))).code).toBe("UNKNOWN_FORMAT");
  });
  test("has a place", async () => {
    const buffer = writeArrayBuffer(new Uint8Array(6).fill(3), { width: 3, height: 2 } as never);
    // the writer puts it at 180° W, 90° N, with cells as wide as the Earth
    const { places } = await readPopulationRaster(new Uint8Array(buffer), { cells: "points" });
    expect([...places.population]).toEqual([3, 3, 3, 3, 3, 3]);
  });
});

describe("LZW", () => {
  /** Packs without ever finding a repetition twice: clear, each byte as it is, end. */
  function packPlainly(bytes: readonly number[]): Uint8Array {
    const codes = [256, ...bytes.flatMap((byte, i) => (i % 200 === 199 ? [byte, 256] : [byte])), 257];
    const bits = codes.map((code) => code.toString(2).padStart(9, "0")).join("");
    return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (eight) => Number.parseInt(eight.padEnd(8, "0"), 2));
  }
  test("unpacks what was packed, up to the size that is there", () => {
    const bytes = Array.from({ length: 500 }, (_, i) => (i * 7) % 256);
    expect([...(unpackLzw(packPlainly(bytes), 500) ?? [])]).toEqual(bytes);
    expect(unpackLzw(packPlainly(bytes), 499)).toBeNull();
  });
  test("knows the code that is just being made, and refuses those that are not", () => {
    const pack = (...codes: number[]) => {
      const bits = codes.map((code) => code.toString(2).padStart(9, "0")).join("");
      return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (eight) => Number.parseInt(eight.padEnd(8, "0"), 2));
    };
    expect([...(unpackLzw(pack(256, 65, 258, 259, 257), 6) ?? [])]).toEqual([65, 65, 65, 65, 65, 65]);
    expect(unpackLzw(pack(256, 65, 300, 257), 6)).toBeNull();
    expect(unpackLzw(pack(256, 258, 257), 6)).toBeNull();
  });
});

describe("a raster of heights", () => {
  test("has the height of each cell at its center; fills are unknown, the sea and hollows are not", async () => {
    const own = Float32Array.from([500.5, -3, -32_768, 9999, 0, Number.NaN]);
    const grid = await readElevation(writeRaster({ width: 3, height: 2, values: own, noData: "9999" }));
    expect([...grid.meters]).toEqual([500.5, -3, Number.NaN, Number.NaN, 0, Number.NaN]);
    expect(grid).toMatchObject({ columnCount: 3, rowCount: 2, counts: { given: 6, used: 3 } });
    expect(grid.lon[4]).toBeCloseTo(104.0015, 9);
    expect(grid.lat[4]).toBeCloseTo(30.6985, 9);
    expect(grid.diagnostics.map(({ code, count }) => [code, count])).toEqual([["raster.noData", 3]]);
  });
  test("is read in its window; options are checked", async () => {
    const bounds = { west: 104.1, south: 30.6, east: 104.11, north: 30.61 };
    const { meters, lat } = await readElevation(rasterOfOnes(400, 300), { bounds });
    expect(meters.length).toBeLessThan(1000);
    expect(Math.min(...lat)).toBeLessThanOrEqual(30.601);
    const wrong = { bounds: { west: "104" } } as never;
    expect((await rejectionOf(readElevation(rasterOfOnes(4, 3), wrong))).code).toBe("INVALID_ARGUMENT");
    expect((await rejectionOf(readElevation(rasterOfOnes(4, 3), { cells: "areas" } as never))).code).toBe(
      "UNKNOWN_OPTION",
    );
  });
});
