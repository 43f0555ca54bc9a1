import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readFacilities, readGeoJsonText } from "../../src/read/index.js";
import { assertReadableFile, recognizeFile } from "../../src/read/recognize-file.js";
import { looksLikeTable, looksLikeWorkbook } from "../../src/read/tables/recognize-table.js";
import { errorOf } from "../support/geojson-samples.js";

const bytes = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
const zip = (...names: readonly string[]) => zipSync(Object.fromEntries(names.map((name) => [name, bytes("x")])));
const GML =
  '<?xml version="1.0"?>\n<ogr:FeatureCollection xmlns:ogr="http://ogr" xmlns:gml="http://www.opengis.net/gml/3.2">';

describe("a file that nobody reads is named by its content", () => {
  test.each([
    ["7z\u00bc\u00af\u0027\u001c", "7z"],
    ["Rar!\u001a\u0007", "RAR"],
    ["BZh91AY", "bzip2"],
    ["\u00fd7zXZ\u0000", "xz"],
    ["\u00d0\u00cf\u0011\u00e0\u00a1", "old Excel workbook"],
    ["AC1032\u0000", "DWG"],
    ["  0\r\nSECTION\r\n  2\r\nHEADER", "DXF"],
    ["999\nGDAL\n0\nSECTION\n", "DXF"],
    ["\u00ff\u00e0\u0004o5m2", "o5m"],
    ["%PDF-1.7", "PDF"],
    ["\u0089PNG\r\n", "picture"],
    ["\u00ff\u00d8\u00ff\u00e0", "picture"],
    ["ARROW1\u0000\u0000", "Arrow"],
    ["FEA1", "Feather"],
    ["PMTiles\u0003", "PMTiles"],
    ["EHFA_HEADER_TAG\u0000", "Erdas"],
    ["CDF\u0001\u0000", "NetCDF"],
    ["\u0089HDF\r\n", "HDF"],
    ["\u0000\u0000\u0000\u000cjP  \r\n", "JPEG 2000"],
    ["ncols 4\nnrows 3\nxllcorner 104\n", "Esri ASCII grid"],
    ["II*\u0000\u0008", "TIFF"],
    ["MM\u0000*\u0000", "TIFF"],
    ["II+\u0000\u0008", "TIFF"],
    ['Version 300\nCharset "WindowsSimpChinese"\n', "MapInfo"],
    ["!table\n!version 300\n", "MapInfo"],
    ["PK\u0005\u0006\u0000\u0000", "zip archive without any file"],
    [`\u0003\u007c\u0001\u0001\u0000\u0000\u0000\u0000\u0041\u0000${"\u0000".repeat(54)}\r `, "DBF"],
    ["version https://git-lfs.github.com/spec/v1\noid sha256:ab\n", "Git LFS"],
    ['PROJCS["CGCS2000",GEOGCS["x"]]', "coordinate system"],
    ['GEOGCRS["WGS 84"]', "coordinate system"],
    ["n1 v2 dV c3 t2020-01-01T00:00:00Z i1 uu T x1 y2\n", "OPL"],
    ["w-4 v1 dV\n", "OPL"],
    [GML, "GML"],
    ['\u00ef\u00bb\u00bf<gpx version="1.1">', "GPX"],
  ])("%j: %s", (start, name) => {
    const error = errorOf(() => assertReadableFile(bytes(start), "poi"));
    expect(error.code).toBe("UNKNOWN_FORMAT");
    expect(error.message).toContain(`poi is a`.slice(0, 6));
    expect(error.message).toContain(name);
    expect(error.hint).not.toBeNull();
    expect(looksLikeTable(bytes(start))).toBe(false);
  });
  test("and the command that converts it names it", () => {
    expect(errorOf(() => assertReadableFile(bytes(GML), "a b.gml")).hint).toContain(
      'ogr2ogr -f GeoJSON -t_srs EPSG:4326 out.geojson "a b.gml"',
    );
    const kml = new TextEncoder().encode('<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">');
    expect(errorOf(() => readGeoJsonText(kml, "poi.kml")).hint).toContain('out.geojson "poi.kml"');
    const topology = '{"type":"Topology","objects":{},"arcs":[]}';
    expect(errorOf(() => readFacilities(readGeoJsonText(topology, "t.json"))).code).toBe("UNKNOWN_FORMAT");
  });
  test("archives are told by what is in them", () => {
    expect(recognizeFile(zip("city.gdb/a00000001.gdbtable"))).toBe("geodatabase");
    expect(recognizeFile(zip("doc.kml"))).toBe("kmz");
    expect(recognizeFile(zip("content.xml", "META-INF/manifest.xml"))).toBe("openDocument");
    expect(recognizeFile(zip("poi.shp", "poi.dbf"))).toBeNull();
    expect(looksLikeWorkbook(zip("xl/workbook.xml"))).toBe(true);
    expect(looksLikeWorkbook(zip("poi.shp"))).toBe(false);
    expect(looksLikeWorkbook(zip("xl/workbook.xml").subarray(0, 40))).toBe(false);
  });
});

describe("a table is told from other texts", () => {
  test.each([
    ["id,lon,lat\n", true],
    ["a;b\n", true],
    ["a\tb", true],
    ["WKT\nPOINT(1 2)\n", true],
    ["sep=,\nid,b\n", true],
    ["名称,经度,纬度\n", true],
    ['{"type":"FeatureCollection","features":[]}', false],
    ["[1,2]", false],
    ['\u001e{"type":"Feature"}\n', false],
    ["<html><body>a,b", false],
    ["POINT(1 2)", false],
    ["callback([1,2])", false],
    ["nothing of ours", false],
    ["a\u0000b,c", false],
    ["", false],
  ])("%j: %s", (text, expected) => {
    expect(looksLikeTable(new TextEncoder().encode(text))).toBe(expected);
  });
  test("whatever its encoding", () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[..."a,b\n"].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    expect(looksLikeTable(utf16)).toBe(true);
    expect(looksLikeTable(Uint8Array.of(0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xbe, 0xad, 0x0a))).toBe(true);
  });
});
