import { describe, expect, test } from "vitest";
import { CoverageError } from "../../../src/base/errors.js";
import {
  type CsvReadOptions,
  openProjection,
  readCsv,
  readFacilities,
  readPopulation,
} from "../../../src/read/index.js";
import { looksLikeTable } from "../../../src/read/tables/recognize-table.js";

const positionsOf = (input: string | Uint8Array, options: CsvReadOptions = {}) =>
  readCsv(input, options).features.map(({ geometry }) => (geometry as { coordinates?: unknown }).coordinates);
function errorOf(input: string | Uint8Array, options: CsvReadOptions = {}): CoverageError {
  try {
    readCsv(input, options);
  } catch (error) {
    if (error instanceof CoverageError) return error;
    throw error;
  }
  throw new Error("it was read");
}
const utf8 = (text: string) => new TextEncoder().encode(text);
const GBK_药店 = [0xd2, 0xa9, 0xb5, 0xea];

describe("the text of a table", () => {
  test.each([",", ";", "\t", "|"])("is separated by %j", (separator) => {
    const text = ["name,lon,lat", "药店,104.06,30.66", "a b,104.07,30.67"].join("\n").replaceAll(",", separator);
    expect(positionsOf(text)).toEqual([
      [104.06, 30.66],
      [104.07, 30.67],
    ]);
    expect(positionsOf(text, { separator: separator as "," })).toHaveLength(2);
  });
  test("may name its separator, as Excel does", () => {
    expect(positionsOf("sep=;\r\nname;lon;lat\r\na,b,c;104.06;30.66\r\n")).toEqual([[104.06, 30.66]]);
  });
  test("has quotes around separators, ends of lines and quotes", () => {
    const { features } = readCsv('name,lon,lat\r\n"a ""b"",\r\nc",104.06,30.66\r\n');
    expect(features[0]?.properties).toEqual({ name: 'a "b",\r\nc' });
  });
  test("is UTF-8 or UTF-16 by its mark, and by an option GB18030", () => {
    const text = "名称,lon,lat\n药店,104.06,30.66\n";
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    const bigEndian = utf16.map((_, i) => utf16[i ^ 1] as number);
    const gbk = Uint8Array.from([...utf8("name,lon,lat\n"), ...GBK_药店, ...utf8(",104.06,30.66\n")]);
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`), utf16, bigEndian])
      expect(readCsv(bytes).features[0]?.properties).toEqual({ 名称: "药店" });
    expect(readCsv(gbk, { encoding: "gb18030" }).features[0]?.properties).toEqual({ name: "药店" });
    const error = errorOf(gbk, { path: "poi.csv" });
    expect(error.code).toBe("INVALID_ENCODING");
    expect(error.message).toMatch(/poi\.csv is not UTF-8: byte 15 is 0xb5.*encoding: "gb18030"/);
    // a mark goes before what is declared
    expect(readCsv(utf8(`\ufeff${text}`), { encoding: "gb18030" }).features[0]?.properties).toEqual({ 名称: "药店" });
    expect(errorOf(Uint8Array.of(0x61, 0xff, 0xff), { encoding: "gb18030" }).code).toBe("INVALID_ENCODING");
  });
  test("is in any encoding that the option names, and the refusal proposes the likely one", () => {
    const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
      Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...utf8(part)] : part)));
    const nameOf = (bytes: Uint8Array, encoding: string) => readCsv(bytes, { encoding }).features[0]?.properties?.name;
    const western = bytesOf("name,lon,lat\nFarm", [0xe1], "cia S", [0xe3], "o Jo", [0xe3], "o,104.06,30.66\n");
    expect(errorOf(western).message).toContain('encoding: "windows-1252"');
    expect(nameOf(western, "windows-1252")).toBe("Farmácia São João");
    const taiwan = bytesOf("name,lon,lat\n", [0xc3, 0xc4, 0xa9, 0xd0], ",104.06,30.66\n");
    expect(errorOf(taiwan).message).toContain('encoding: "gb18030" (in Traditional Chinese "big5"');
    expect(nameOf(taiwan, "big5")).toBe("藥房");
    for (const [encoding, isBig] of [
      ["utf-16le", false],
      ["utf-16be", true],
    ] as const) {
      const text = "name,lon,lat\n药店,104.06,30.66\n";
      const unmarked = Uint8Array.from(
        [...text].flatMap((c) => {
          const pair = [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8];
          return isBig ? pair.reverse() : pair;
        }),
      );
      expect(looksLikeTable(unmarked)).toBe(true);
      expect(errorOf(unmarked).message).toContain(`encoding: "${encoding}"`);
      expect(nameOf(unmarked, encoding)).toBe("药店");
    }
  });
  test("may begin with remarks", () => {
    const text = "# exported 2024\n# by a program\nname,lon,lat\na,104,30\nb,104,31\n";
    expect(looksLikeTable(utf8(text))).toBe(true);
    expect(positionsOf(text)).toHaveLength(2);
  });
  test("has a title above its header, empty rows, and columns that are called alike", () => {
    const text = ",,\n药店表,,\nname,lon,lat,name,,x_note\n,,,,,\na,104.06,30.66,b,,c\n";
    expect(readCsv(text, { separator: "," }).features[0]?.properties).toEqual({
      name: "a",
      "name~2": "b",
      x_note: "c",
    });
  });
  test("has its separator found below a title", () => {
    expect(positionsOf("成都市设施（高德）\n名称;经度;纬度\na;104;30\nb;104;31\n")).toHaveLength(2);
    expect(positionsOf("WKT\nPOINT (104 30)\n")).toEqual([[104, 30]]);
    expect(positionsOf('坐标\n104,30\n"105,31"\n')).toHaveLength(2);
  });
  test("has a header of two rows, and separators of Chinese keyboards", () => {
    const text = "名称,类别,坐标,\n,,经度,纬度\na,药店,104,30\n";
    expect(readCsv(text).features[0]?.properties).toEqual({ 名称: "a", 类别: "药店" });
    for (const mark of ["，", "；"]) {
      const wide = ["名称,经度,纬度", "a,104,30", "b,105,31", ""].join("\n").replaceAll(",", mark);
      expect(looksLikeTable(utf8(wide))).toBe(true);
      expect(positionsOf(wide)).toEqual([
        [104, 30],
        [105, 31],
      ]);
    }
    expect(readCsv("名称,经度,纬度\n路口，东侧,104,30\n").features[0]?.properties).toEqual({ 名称: "路口，东侧" });
  });
  test.each([
    ["an open quote", 'name,lon,lat\na,104,30\n"b,104,30\n', "INVALID_TABLE", "line 3"],
    ["more after a quote", 'name,lon,lat\n"a"b,104,30\n', "INVALID_TABLE", "line 2"],
    ["nothing", "", "INVALID_TABLE", "holds nothing"],
    ["blank lines", "\n\r\n\n", "INVALID_TABLE", "holds nothing"],
    ["no header", "104.06,30.66\n104.07,30.67\n", "INVALID_TABLE", "no columns with positions"],
    ["a cut end", "name,lon,lat,note\na,104,30,x\nb,104,30", "INVALID_TABLE", "ends in the middle of line 3"],
    ["no numbers", "name,lon,lat\na,east,north\nb,e,n\n", "INVALID_TABLE", 'row 2, "east, north"'],
    ["addresses", "name,location\na,成都市\n", "INVALID_TABLE", "hold no coordinates"],
  ])("with %s is refused", (_, text, code, named) => {
    const error = errorOf(text, { path: "poi.csv" });
    expect(error).toMatchObject({ code, path: "poi.csv" });
    expect(error.message).toContain(named);
    expect(error.hint).not.toBeNull();
  });
  test("has limits that are options", () => {
    const text = "name,lon,lat\nabcdef,104,30\nb,104,30\n";
    expect(errorOf(text, { maxColumns: 2 }).message).toContain("more than 2 columns");
    expect(errorOf(text, { maxCellLength: 5 }).message).toContain("longer than 5 characters");
    expect(errorOf(text, { maxRows: 2 }).message).toContain("more than 2 rows");
    expect(positionsOf(text, { maxColumns: 3, maxCellLength: 6, maxRows: 3 })).toHaveLength(2);
    for (const options of [{ maxRows: 0 }, { encoding: 5 }, { separator: ":" }, { datum: "nad27" }, { colums: {} }])
      expect(["INVALID_ARGUMENT", "UNKNOWN_OPTION"]).toContain(errorOf(text, options as CsvReadOptions).code);
    expect(errorOf(5 as never).code).toBe("INVALID_ARGUMENT");
    expect(errorOf(text, { encoding: "klingon" }).code).toBe("INVALID_ENCODING");
  });
});

describe("numbers", () => {
  test("have decimal commas where the table shows it, in other columns too", () => {
    const text = "name;lon;lat;population\n1,5;104,0657;30,66;189,866\nb;104,066;30,661;12\n";
    const reading = readCsv(text);
    expect(reading.features.map(({ geometry }) => geometry)).toEqual([
      { type: "Point", coordinates: [104.0657, 30.66] },
      { type: "Point", coordinates: [104.066, 30.661] },
    ]);
    expect(reading.features[0]?.properties).toEqual({ name: "1,5", population: "189.866" });
    expect([...readPopulation(reading).places.population]).toEqual([189.866, 12]);
  });
  test("with thousands are read whole or not at all", async () => {
    const projection = await openProjection("EPSG:4544", "poi.csv");
    const text = 'name,x,y\na,"410,452.973","3,393,596.591"\n';
    const [lon, lat] = positionsOf(text, { projection })[0] as [number, number];
    expect(lon).toBeCloseTo(104.0657, 7);
    expect(lat).toBeCloseTo(30.6595, 7);
    // a decimal comma or a thousand: nobody can tell, and nobody guesses
    expect(errorOf('name,lon,lat\na,"104,066","30,661"\n').code).toBe("INVALID_TABLE");
  });
  test("may have blanks, signs and exponents, and be written in full width", () => {
    expect(positionsOf("lon,lat\n +104.06 ,3.066e1\n-１０４．５,30\n")).toEqual([
      [104.06, 30.66],
      [-104.5, 30],
    ]);
  });
});

describe("rows without a position", () => {
  test("are left out with their numbers, and counted", () => {
    const text =
      "id,lon,lat\na,104.06,30.66\nb,,\nc,[],[]\nd,0,0\ne,104°03'56\",30°40'09\"\nf,104.07,\ng,104.07,30.67\nh,1,2\n";
    const reading = readCsv(text);
    expect(reading.features.map(({ properties }) => properties?.id)).toEqual(["a", "g", "h"]);
    expect(reading.leftOut).toEqual({ "row.noPosition": 5 });
    expect(reading.diagnostics).toMatchObject([
      { code: "row.noPosition", count: 5, sampleIds: ["row 3", "row 4", "row 5", "row 6", "row 7"] },
    ]);
    expect(readFacilities(reading).counts).toMatchObject({ given: 8, used: 3 });
  });
  test("with a cell too many are left out: what follows is moved", () => {
    const reading = readCsv("name,address,lon,lat\na,b,104.06,30.66\nc,d,e,104.06,30.66\nf,g,104.06,30.66,\n");
    expect(reading.features).toHaveLength(2);
    expect(reading.leftOut).toEqual({ "row.tooLong": 1 });
    expect(reading.diagnostics).toMatchObject([{ code: "row.tooLong", sampleIds: ["row 3"] }]);
  });
  test("empty cells are no properties, nor is Amap's []", () => {
    const { features } = readCsv("id,tel,note,lon,lat,__proto__\na,[],,104.06,30.66,x\n");
    expect(Object.entries(features[0]?.properties ?? {})).toEqual([
      ["id", "a"],
      ["__proto__", "x"],
    ]);
  });
});

describe("values that contradict the names", () => {
  test.each([
    ["latitude over 90", "lon,lat\n30.66,104.06\n", "SWAPPED_COORDINATES", "north-first"],
    ["China swapped", "lon,lat\n39.4,75.9\n", "SWAPPED_COORDINATES", "north-first"],
    ["a pair swapped", 'location\n"30.66,104.06"\n', "SWAPPED_COORDINATES", "north-first"],
    ["zone 35", "x,y\n35410452,3393596\n", "PROJECTED_COORDINATES", "EPSG:4523"],
    ["zone 18", "x,y\n18410452,3393596\n", "PROJECTED_COORDINATES", "EPSG:4496"],
    ["no zone", "x,y\n410452,3393596\n", "PROJECTED_COORDINATES", "without the number of the zone"],
    ["north first", "x,y\n3393596,410452\n", "PROJECTED_COORDINATES", 'axes: "north-first"'],
    ["web or Baidu", "x,y\n12139200,4046920\n", "PROJECTED_COORDINATES", "bd09mc"],
    ["some metres", "x,y\n530000,180000\n", "PROJECTED_COORDINATES", "cannot be told"],
    ["EWKT", "geom\nSRID=4544;POINT(410452 3393596)\n", "UNSUPPORTED_CRS", "EPSG:4544"],
  ])("%s: refused with the fix", (_, text, code, named) => {
    const error = errorOf(text);
    expect(error.code).toBe(code);
    expect(error.message).toContain(named);
  });
  test("are turned by one option", () => {
    expect(positionsOf("lon,lat\n30.66,104.06\n", { axes: "north-first" })).toEqual([[104.06, 30.66]]);
    expect(positionsOf("lat,lon\n30.66,104.06\n")).toEqual([[104.06, 30.66]]);
    expect(errorOf("lat,lon\n30.66,104.06\n", { axes: "north-first" }).message).toContain("leave it out");
  });
  test("are converted from the system that is named, with its warning", async () => {
    const options = { projection: await openProjection("EPSG:2431", "poi.csv") };
    const reading = readCsv("x,y\n410452,3393596\n", options);
    expect(reading.diagnostics).toMatchObject([{ code: "crs.datumShift" }]);
    expect(errorOf("x,y\n35410452,3393596\n", options).message).toContain("lie nowhere in the system");
    expect(errorOf("x,y\n3393596,410452\n", options).code).toBe("SWAPPED_COORDINATES");
    const polygon = "wkt\nPOLYGON((410000 3393000,411000 3393000,411000 3394000,410000 3393000))\n";
    const [[ring]] = positionsOf(
      polygon.replaceAll(",", ", ").replace("wkt\n", 'wkt\n"').replace(/\n$/, '"\n'),
      options,
    ) as [[[number, number][]]];
    expect(ring[0]?.[0]).toBeCloseTo(101.06, 1);
  });
});

describe("well-known text", () => {
  test.each([
    ["POINT(1 2)", { type: "Point", coordinates: [1, 2] }],
    ["point z (1 2 3)", { type: "Point", coordinates: [1, 2] }],
    ["POINTZM(1 2 3 4)", { type: "Point", coordinates: [1, 2] }],
    [
      "LINESTRING (1 2, 3 4)",
      {
        type: "LineString",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      "MULTIPOINT ((1 2), (3 4))",
      {
        type: "MultiPoint",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      "MULTIPOINT (1 2, 3 4)",
      {
        type: "MultiPoint",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      "POLYGON((0 0,1 0,1 1,0 0),(0.1 0.1,0.2 0.1,0.2 0.2,0.1 0.1))",
      {
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
          [
            [0.1, 0.1],
            [0.2, 0.1],
            [0.2, 0.2],
            [0.1, 0.1],
          ],
        ],
      },
    ],
    [
      "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))",
      {
        type: "MultiPolygon",
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
          [
            [
              [5, 5],
              [6, 5],
              [6, 6],
              [5, 5],
            ],
          ],
        ],
      },
    ],
    [
      "SRID=4490;GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(1 2,3 4))",
      {
        type: "GeometryCollection",
        geometries: [
          { type: "Point", coordinates: [1, 2] },
          {
            type: "LineString",
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
    ],
  ])("%s", (text, geometry) => {
    expect(readCsv(`id\twkt\na\t${text}\n`).features[0]?.geometry).toEqual(geometry);
  });
  test.each([
    "POINT EMPTY",
    "POINT(1)",
    "POINT(1 2",
    "POINT(1 2) x",
    "CIRCLE(1 2)",
    "POINT(a b)",
    "POLYGON(1 2)",
  ])("%s is no position", (text) => {
    const { features, leftOut } = readCsv(`id\twkt\na\t${text}\nb\tPOINT(1 2)\n`);
    expect(features).toHaveLength(1);
    expect(leftOut).toEqual({ "row.noPosition": 1 });
  });
  test("that is nested without end is refused, and does not end the program", () => {
    const text = `id\twkt\na\t${"GEOMETRYCOLLECTION(".repeat(10_000)}\n`;
    expect(errorOf(text).code).toBe("INVALID_TABLE");
  });
});
