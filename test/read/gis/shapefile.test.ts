import { describe, expect, test } from "vitest";
import { readShapefile } from "../../../src/read/gis/read-shapefile.js";
import { readFacilities } from "../../../src/read/index.js";
import { rejectionOf } from "../../support/geojson-samples.js";
import { GAUSS_KRUEGER_105, GBK, pack, type RecordDraft, writeDbf, writeShp } from "../../support/write-shapefile.js";

const FIELDS = [
  { name: "id", type: "N", length: 20 },
  { name: "name", type: "C", length: 12 },
] as const;
const place = (x: number, y: number, ...cells: (string | Uint8Array)[]): RecordDraft => ({ parts: [[[x, y]]], cells });
const PLACES = [place(104, 30, "1", "Park"), place(104.5, 30.5, "9007199254740993", "Pool")];

describe("a Shapefile", () => {
  test("comes as its files or as an archive, in folders and capitals, beside what macOS adds", async () => {
    const [shp, dbf] = [writeShp(1, PLACES), writeDbf(FIELDS, PLACES)];
    const parts = await readShapefile({ shp, dbf });
    const zip = pack({
      "__MACOSX/city/._PLACES.SHP": "x",
      "city/PLACES.SHP": shp,
      "city/PLACES.DBF": dbf,
      "city/readme.txt": "hello",
    });
    expect(await readShapefile(zip)).toEqual(parts);
    expect(parts.features.map(({ properties }) => properties)).toEqual([
      { id: 1, name: "Park" },
      { id: "9007199254740993", name: "Pool" },
    ]);
    expect(parts.diagnostics.map(({ code }) => code)).toEqual(["crs.assumed"]);
  });

  test("keeps rows beside their shapes, without those that are deleted, and counts null shapes", async () => {
    const records: RecordDraft[] = [
      place(104, 30, "1", "a"),
      { parts: null, cells: ["2", "b"] },
      { ...place(104, 30, "3", "c"), isDeleted: true },
      place(104.1, 30, "4", "d"),
    ];
    const reading = await readShapefile({ shp: writeShp(11, records), dbf: writeDbf(FIELDS, records) });
    expect(reading.features.map(({ properties }) => properties?.id)).toEqual([1, 2, 4]);
    expect(reading.leftOut).toEqual({ "record.deleted": 1 });
    const { counts, rows } = readFacilities(reading);
    expect(rows.map(({ id }) => id)).toEqual(["1", "4"]);
    expect(counts).toMatchObject({ given: 4, used: 2, leftOut: { "record.deleted": 1, "geometry.null": 1 } });
  });

  test("has lines, points of several, and polygons whose holes lie in the right outline", async () => {
    const square = (x: number, y: number, size: number, isClockwise: boolean) => {
      const ring = [
        [x, y],
        [x, y + size],
        [x + size, y + size],
        [x + size, y],
        [x, y],
      ];
      return isClockwise ? ring : ring.reverse();
    };
    const polygon = {
      parts: [square(0, 0, 9, true), square(20, 0, 9, true), square(22, 2, 2, false), square(1, 1, 2, false)],
    };
    const [{ geometry: area } = {}] = (await readShapefile({ shp: writeShp(25, [polygon]) })).features;
    expect(area).toMatchObject({ type: "MultiPolygon" });
    expect((area as { coordinates: number[][][][] }).coordinates.map((rings) => rings.map(([first]) => first))).toEqual(
      [
        [
          [0, 0],
          [1, 1],
        ],
        [
          [20, 0],
          [22, 2],
        ],
      ],
    );
    const line = {
      parts: [
        [
          [0, 0],
          [1, 1],
        ],
        [
          [2, 2],
          [3, 3],
        ],
      ],
    };
    expect((await readShapefile({ shp: writeShp(13, [line]) })).features[0]?.geometry).toEqual({
      type: "MultiLineString",
      coordinates: line.parts,
    });
    expect(
      (
        await readShapefile({
          shp: writeShp(8, [
            {
              parts: [
                [
                  [0, 0],
                  [1, 1],
                ],
              ],
            },
          ]),
        })
      ).features[0]?.geometry,
    ).toEqual({
      type: "MultiPoint",
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    });
  });
});

describe("its texts", () => {
  const records = [place(104, 30, GBK.school)];
  const shp = writeShp(1, records);
  const tableOf = (languageDriver: number) =>
    writeDbf([{ name: GBK.name, type: "C", length: 10 }], records, languageDriver);
  const cpg = (text: string) => new TextEncoder().encode(text);
  const textsOf = async (...input: Parameters<typeof readShapefile>) =>
    (await readShapefile(...input)).features[0]?.properties;

  test("are in the encoding of the option, the .cpg or byte 29, in this order", async () => {
    const school = { 名称: "学校" };
    expect(await textsOf({ shp, dbf: tableOf(0) }, { encoding: "gb18030" })).toEqual(school);
    expect(await textsOf({ shp, dbf: tableOf(77) })).toEqual(school);
    for (const name of ["GBK", "936", "CP936", "OEM 936", "ANSI 936", "GB18030", "gb2312", "LDID/77"])
      expect(await textsOf({ shp, dbf: tableOf(3), cpg: cpg(name) }), name).toEqual(school);
    const utf8 = [place(104, 30, "学校")];
    const dbf = writeDbf([{ name: "名称", type: "C", length: 10 }], utf8, 77);
    expect(await textsOf({ shp, dbf, cpg: cpg("UTF-8\r\n") })).toEqual(school);
    expect(await textsOf({ shp, dbf: writeDbf([{ name: "名称", type: "C", length: 10 }], utf8) })).toEqual(school);
  });
  test("that are rather UTF-8 than what the file says are told", async () => {
    const codesOf = async (names: readonly (Uint8Array | string)[], said: string, encoding?: string) => {
      const rows = names.map((name) => place(104, 30, name));
      const dbf = writeDbf([{ name: "name", type: "C", length: 12 }], rows);
      const options = encoding === undefined ? {} : { encoding };
      const { diagnostics } = await readShapefile({ shp: writeShp(1, rows), dbf, cpg: cpg(said) }, options);
      return diagnostics.map(({ code }) => code).filter((code) => code === "shapefile.ratherUtf8");
    };
    const schools = Array(6).fill("学校");
    for (const said of ["ISO-8859-1", "ANSI 1252", "GBK"])
      expect(await codesOf(schools, said)).toEqual(["shapefile.ratherUtf8"]);
    expect(await codesOf(schools, "UTF-8")).toEqual([]);
    expect(await codesOf(schools, "ISO-8859-1", "utf-8")).toEqual([]);
    expect(await codesOf([...schools, Uint8Array.of(0x43, 0x61, 0x66, 0xe9)], "ISO-8859-1")).toEqual([]);
    expect(await codesOf(Array(6).fill(GBK.school), "GBK")).toEqual([]);
  });
  test("are refused where nothing tells, naming the option", async () => {
    const error = await rejectionOf(readShapefile({ shp, dbf: tableOf(0) }));
    expect(error.code).toBe("INVALID_ENCODING");
    expect(error.message).toContain('encoding: "gb18030"');
    expect((await rejectionOf(readShapefile({ shp, dbf: tableOf(0), cpg: cpg("UTF-8") }))).code).toBe(
      "INVALID_ENCODING",
    );
    expect((await rejectionOf(readShapefile({ shp, dbf: tableOf(0) }, { encoding: "klingon" }))).code).toBe(
      "INVALID_ENCODING",
    );
  });
  test("lose half a character where they fill their place: names silently, values with a word", async () => {
    const long = [place(104, 30, "中文中文")]; // 12 bytes in 10
    const dbf = writeDbf([{ name: "四个字名", type: "C", length: 10 }], long);
    const { features, diagnostics } = await readShapefile({ shp, dbf });
    expect(features[0]?.properties).toEqual({ 四个字: "中文中" });
    expect(diagnostics.map(({ code, count }) => [code, count])).toContainEqual(["text.cut", 1]);
  });
  test("may be dates, truth values and columns of one name", async () => {
    const cells = [place(104, 30, "20260131", "T", "1", "2")];
    const fields = [
      { name: "day", type: "D", length: 8 },
      { name: "open", type: "L", length: 1 },
      { name: "n", type: "N", length: 4 },
      { name: "n", type: "N", length: 4 },
    ] as const;
    expect(await textsOf({ shp, dbf: writeDbf(fields, cells) })).toEqual({
      day: "2026-01-31",
      open: true,
      n: 1,
      n_2: 2,
    });
  });
});

describe("its coordinates", () => {
  const METERS = [place(410452.973, 3393596.591)];
  const prj = new TextEncoder().encode(GAUSS_KRUEGER_105);

  test("are converted by the .prj, or by the option where there is none", async () => {
    const shp = writeShp(1, METERS);
    for (const reading of [await readShapefile({ shp, prj }), await readShapefile({ shp }, { crs: "EPSG:4544" })]) {
      const [lon = 0, lat = 0] = (reading.features[0]?.geometry as { coordinates: number[] }).coordinates;
      expect(lon).toBeCloseTo(104.0657, 4);
      expect(lat).toBeCloseTo(30.6595, 4);
    }
    const error = await rejectionOf(readShapefile({ shp }));
    expect(error.code).toBe("PROJECTED_COORDINATES");
    expect(error.message).toContain("crs:");
  });
  test("of the file come before what the caller says, and that is told", async () => {
    const { diagnostics } = await readShapefile({ shp: writeShp(1, METERS), prj }, { crs: "EPSG:4547" });
    expect(diagnostics.map(({ code }) => code)).toContain("crs.fileSays");
    const same = await readShapefile({ shp: writeShp(1, METERS), prj }, { crs: "EPSG:4544" });
    expect(same.diagnostics.map(({ code }) => code)).not.toContain("crs.fileSays");
  });
  test("with north first are refused by name, and turned on demand", async () => {
    const shp = writeShp(1, [place(3393596.591, 410452.973)]);
    const error = await rejectionOf(readShapefile({ shp, prj }));
    expect(error.code).toBe("SWAPPED_COORDINATES");
    expect(error.message).toContain('axes: "north-first"');
    const turned = await readShapefile({ shp, prj }, { axes: "north-first" });
    const [lon = 0] = (turned.features[0]?.geometry as { coordinates: number[] }).coordinates;
    expect(lon).toBeCloseTo(104.0657, 4);
    const south = await rejectionOf(readShapefile({ shp: writeShp(1, [place(2_100_000, 500_000)]), prj }));
    expect(south.code).toBe("SWAPPED_COORDINATES");
  });
  test("of another place than the system's are refused", async () => {
    const error = await rejectionOf(readShapefile({ shp: writeShp(1, [place(35_410_452, 3_393_596)]), prj }));
    expect(error.code).toBe("PROJECTED_COORDINATES");
  });
});

describe("what is no whole Shapefile", () => {
  const shp = writeShp(1, PLACES);
  const dbf = writeDbf(FIELDS, PLACES);

  test("is refused: cut, of other lengths, with rows that fit no shape", async () => {
    const damaged: Parameters<typeof readShapefile>[0][] = [
      { shp: shp.subarray(0, shp.length - 1), dbf },
      { shp: shp.subarray(0, 99), dbf },
      { shp, dbf: dbf.subarray(0, dbf.length - 40) },
      { shp, dbf: writeDbf(FIELDS, PLACES.slice(1)) },
      { shp: new Uint8Array(200) },
      pack({ "a.shp": shp }).subarray(0, 100),
    ];
    for (const input of damaged) expect((await rejectionOf(readShapefile(input))).code).toBe("DAMAGED_FILE");
  });
  test("is named: several layers, other archives, surfaces in space", async () => {
    const two = pack({ "a.shp": shp, "b/社区.shp": shp, "b/社区.dbf": dbf });
    const error = await rejectionOf(readShapefile(two, { path: "two.zip" }));
    expect(error.code).toBe("LAYER_NEEDED");
    expect(error.message).toContain("a (2), 社区 (2)");
    expect((await readShapefile(two, { layer: "社区" })).features[0]?.properties).toEqual({ id: 1, name: "Park" });
    const names = {
      "x.gdb/a00000001.gdbtable": "geodatabase",
      "doc.kml": "KMZ",
      "a.gpkg": "GeoPackage",
      "a.txt": "a.txt",
    };
    for (const [name, what] of Object.entries(names)) {
      const other = await rejectionOf(readShapefile(pack({ [name]: "x" })));
      expect(other.code).toBe("UNKNOWN_FORMAT");
      expect(other.message).toContain(what);
    }
    const multiPatch = writeShp(1, []);
    multiPatch[32] = 31;
    expect((await rejectionOf(readShapefile({ shp: multiPatch }))).code).toBe("UNKNOWN_FORMAT");
  });
  test("is not unpacked beyond the limit", async () => {
    const zip = pack({ "a.shp": shp, "a.dbf": new Uint8Array(100_000) });
    expect((await rejectionOf(readShapefile(zip, { maxBytes: 50_000 }))).code).toBe("LIMIT_EXCEEDED");
  });
  test("names without the mark of UTF-8 are GBK", async () => {
    // the same length as the placeholder, so that nothing else moves
    const zip = pack({ "xxxx.shp": shp, "b.shp": shp });
    for (let at = 0; at + 8 < zip.length; at++)
      if (String.fromCharCode(...zip.subarray(at, at + 8)) === "xxxx.shp") zip.set(GBK.community, at);
    expect((await rejectionOf(readShapefile(zip))).message).toContain("社区 (2)");
  });
  test("arguments are checked", async () => {
    expect((await rejectionOf(readShapefile("x" as never))).code).toBe("INVALID_ARGUMENT");
    expect((await rejectionOf(readShapefile({ shp, dbf: "x" } as never))).code).toBe("INVALID_ARGUMENT");
    expect((await rejectionOf(readShapefile({ shp }, { laier: "x" } as never))).code).toBe("UNKNOWN_OPTION");
  });
});
