import { describe, expect, test } from "vitest";
import { CoverageError } from "../../../src/base/errors.js";
import { readCsv } from "../../../src/read/index.js";

// Headers that public crawlers and converters of Amap and Baidu tables write (names only), and what becomes of each without options.

interface Row {
  readonly header: string;
  /** The columns that are read, if any are. */
  readonly columns?: string;
  /** What the report is told. */
  readonly notes?: readonly string[];
  /** How it is refused, and what the message names. */
  readonly refused?: readonly [code: string, ...named: readonly string[]];
}

const ASK_AMAP = ["UNSUPPORTED_CRS", "Amap", 'datum: "gcj02"'] as const;
const CHOSEN = ["table.columnsChosen"];
const HEADERS: readonly Row[] = [
  {
    header:
      "id,name,type,typecode,biz_type,address,location,tel,distance,biz_ext,pname,cityname,adname,importance,shopid,shopinfo,poiweight,photos",
    refused: [...ASK_AMAP, "location"],
  },
  {
    header:
      "id,name,tag,type,typecode,biz_type,address,location,tel,postcode,website,email,pcode,pname,citycode,cityname,adcode,adname,navi_poiid,entr_location,business_area,exit_location",
    refused: [...ASK_AMAP, "location"],
  },
  {
    header: "\ufeffname,type,typecode,address,tel,pname,cityname,adname,gcj02_lon,gcj02_lat,wgs84_lon,wgs84_lat\r",
    columns: "wgs84_lon, wgs84_lat",
    notes: CHOSEN,
  },
  {
    header: "name,type,typecode,address,pname,cityname,adname,gcj02_lon,gcj02_lat,wgs84_lon,wgs84_lat",
    columns: "wgs84_lon, wgs84_lat",
    notes: CHOSEN,
  },
  {
    header: "id,name,type,typecode,address,pname,cityname,adname,gcj02_lon,gcj02_lat,wgs84_lon,wgs84_lat",
    columns: "wgs84_lon, wgs84_lat",
    notes: CHOSEN,
  },
  {
    header:
      "id,name,type,typecode,address,location_lon,location_lat,business_area,pname,cityname,adname,entr_location_lon,entr_location_lat,navi_poiid",
    refused: [...ASK_AMAP, "location_lon, location_lat"],
  },
  { header: "id,name,type,typecode,lng,lat,tel,pname,cname,aname", columns: "lng, lat", notes: ["table.datumAssumed"] },
  {
    header: "pid,name,type,typecode,lng,lat,tel,pname,cname,aname,missionid",
    columns: "lng, lat",
    notes: ["table.datumAssumed"],
  },
  {
    header:
      "id,name,type,typecode,address,location,lon,lat,tel,pname,cityname,adname,adcode,pcode,citycode,gridcode,parent,entr_location,exit_location",
    refused: ["INVALID_TABLE", "location; lon, lat", "columns:"],
  },
  {
    header: "id,name,type,typecode,address,location,pcode,pname,citycode,cityname,adcode,adname",
    refused: [...ASK_AMAP],
  },
  { header: "pname,cityname,adname,name,type,address,tel,location", refused: [...ASK_AMAP] },
  {
    header:
      "\ufeffid,name,address,longitude,latitude,gd_longitude,gd_latitude,keywords,SID,Longitude,Latitude,Name,Address,Tel,TypeCode,TypeName,Location,ParentID,",
    refused: [
      "INVALID_TABLE",
      "longitude, latitude",
      "gd_longitude, gd_latitude (gcj02)",
      "Longitude, Latitude",
      "Location",
    ],
  },
  {
    header: "名称,地址,经度_GCJ02,纬度_GCJ02,经度_WGS84,纬度_WGS84,电话,类型",
    columns: "经度_WGS84, 纬度_WGS84",
    notes: CHOSEN,
  },
  {
    header: "名称,地址,经度_BD09,纬度_BD09,经度_WGS84,纬度_WGS84,电话,详细信息",
    columns: "经度_WGS84, 纬度_WGS84",
    notes: CHOSEN,
  },
  { header: "poi_id,name,经度_wgs84,纬度_wgs84", columns: "经度_wgs84, 纬度_wgs84" },
  {
    header: "名称,WGS84经度,WGS84纬度,GCJ02经度,GCJ02纬度,地址,经度,纬度",
    columns: "WGS84经度, WGS84纬度",
    notes: CHOSEN,
  },
  {
    header: "name,lng_gcj02,lat_gcj02,lng_wgs84,lat_wgs84,coord_source",
    columns: "lng_wgs84, lat_wgs84",
    notes: CHOSEN,
  },
  {
    header: "id,address,lng_bd09,lat_bd09,lng_gcj02,lat_gcj02,lng_wgs84,lat_wgs84",
    columns: "lng_wgs84, lat_wgs84",
    notes: CHOSEN,
  },
  { header: "id,name,wgslng,wgslat,adname,cost,rating,type", columns: "wgslng, wgslat" },
  {
    header: "id,status,address,province,city,zone,formatted_address,lng,lat,wgs_lng,wgs_lat,bd_lng,bd_lat,level",
    columns: "wgs_lng, wgs_lat",
    notes: CHOSEN,
  },
  {
    header: "uid,name,address,city,location.lat,location.lng,detail_info.tag,detail_info.type",
    refused: ["UNSUPPORTED_CRS", "Baidu", 'datum: "bd09"', "location.lng, location.lat"],
  },
  { header: "name,lon_wgs84,lat_wgs84", columns: "lon_wgs84, lat_wgs84" },
  { header: "编号,名称,经度,纬度", columns: "经度, 纬度" },
  { header: "name,address,lon_wgs84_cgcs2000,lat_wgs84_cgcs2000", columns: "lon_wgs84_cgcs2000, lat_wgs84_cgcs2000" },
  {
    header: "序号,NEW_TYPE,大类,中类,小类,Big Category,Mid Category,Sub Category",
    refused: ["INVALID_TABLE", "no columns with positions", "大类"],
  },
];

/** A row under a header: every pair somewhere else, so that the position tells which one was read. */
function rowUnder(header: string): { readonly text: string; readonly positionOf: ReadonlyMap<string, number> } {
  const positionOf = new Map<string, number>();
  const cells = header
    .replace(/[\ufeff\r]/g, "")
    .split(",")
    .map((name, column) => {
      const isEast = /lon|lng|经度/i.test(name);
      const isNorth = /lat|纬度/i.test(name);
      const value = (isNorth ? 30.6 : 104) + column / 1000;
      if (/^(entr_|exit_)?location$/i.test(name)) return `"${(104 + column / 1000).toFixed(6)},30.650000"`;
      if (!isEast && !isNorth) return name === "" ? "" : `${name} 1`;
      positionOf.set(name, Number(value.toFixed(6)));
      return value.toFixed(6);
    });
  return { text: `${header}\n${cells.join(",")}${header.endsWith("\r") ? "\r" : ""}\n`, positionOf };
}

describe("headers of Amap and Baidu tables", () => {
  test("are twenty-five", () => expect(HEADERS).toHaveLength(25));
  test.each(HEADERS.map((row, i) => [i + 1, row] as const))("%i", (_, { header, columns, notes = [], refused }) => {
    const { text, positionOf } = rowUnder(header);
    if (refused !== undefined) {
      const [code, ...named] = refused;
      let error: unknown;
      try {
        readCsv(text);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(CoverageError);
      expect(error).toMatchObject({ code });
      for (const one of named) expect((error as CoverageError).message).toContain(one);
      return;
    }
    const { features, datum, diagnostics } = readCsv(text);
    const [east = "", north = ""] = (columns ?? "").split(", ");
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: "Point", coordinates: [positionOf.get(east), positionOf.get(north)] },
    ]);
    expect(datum).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(notes);
    if (notes.length > 0) expect(diagnostics[0]?.examples).toEqual([columns]);
  });

  test("which name a datum are told, and converted only if asked", () => {
    const text = "name,lng_gcj02,lat_gcj02\na,104.06,30.66\n";
    expect(readCsv(text).datum).toBeUndefined();
    expect(readCsv(text).diagnostics).toMatchObject([
      { code: "table.datumNamed", severity: "warning", examples: ["lng_gcj02, lat_gcj02: gcj02"] },
    ]);
    expect(readCsv(text, { datum: "header" })).toMatchObject({ datum: "gcj02", diagnostics: [] });
    expect(readCsv(text, { datum: "gcj02" })).toMatchObject({ datum: "gcj02", diagnostics: [] });
    expect(() => readCsv(text, { datum: "bd09" })).toThrow(/say gcj02, but bd09 is asked for/);
  });
  test("which name several are read in the one that is asked for", () => {
    const text = "name,lng_gcj02,lat_gcj02,lng_wgs84,lat_wgs84\na,104.06,30.66,104.05,30.65\n";
    const positionOf = (datum?: "gcj02" | "wgs84" | "cgcs2000") =>
      readCsv(text, datum === undefined ? {} : { datum }).features[0]?.geometry;
    expect(positionOf()).toEqual({ type: "Point", coordinates: [104.05, 30.65] });
    expect(positionOf("wgs84")).toEqual({ type: "Point", coordinates: [104.05, 30.65] });
    expect(positionOf("cgcs2000")).toEqual({ type: "Point", coordinates: [104.05, 30.65] });
    expect(positionOf("gcj02")).toEqual({ type: "Point", coordinates: [104.06, 30.66] });
    expect(() => readCsv(text, { datum: "bd09" })).toThrow(/several columns/);
  });
});

describe("columns", () => {
  const read = (text: string, options = {}) =>
    readCsv(text, options).features.map(({ geometry }) => (geometry as { coordinates?: unknown }).coordinates);
  test.each([
    ["Longitude;LATITUDE", "104;30"],
    ["lng,纬度", "104,30"],
    ["X坐标,Y坐标", "104,30"],
    ["point_x,point_y", "104,30"],
    ["ＬＯＮ,ＬＡＴ", "104,30"],
    ["poi.lat,poi.lon", "30,104"],
    ["东坐标,北坐标", "104,30"],
    ["坐标,name", '"104,30",a'],
    ["经纬度,name", "104 30,a"],
    ["name,latlng", 'a,"30,104"'],
    ["location", "104,30"],
    ["the_geom,name", "POINT (104 30),a"],
    ["geometry,name", "SRID=4326;POINT(104 30),a"],
    ["grid_x,grid_y,lon,lat", "7,8,104,30"],
    ["location,lon,lat", "成都市,104,30"],
    ["Shape_Length,Shape,lon,lat", "1,poly,104,30"],
    ["pop2000,lon,lat", "5,104,30"],
    ["entr_location,lng,lat", '"1,2",104,30'],
    ["百度坐标系经度,百度坐标系纬度", "104,30"],
    ["东经,北纬", "104,30"],
    ["经度E,纬度N", "104,30"],
    ["门店经度,门店纬度", "104,30"],
    ["入口经度,入口纬度,经度,纬度", "1,2,104,30"],
    ["經度,緯度", "104,30"],
    ["X座標,Y座標", "104,30"],
    ["LONGITUD,LATITUD", "104,30"],
    ["широта,долгота", "30,104"],
    ["火星坐标,地球坐标", '"1,2","104,30"'],
    ["坐标(经度,纬度),name".replace(",", "，"), '"104,30",a'],
    ['"latitude, longitude",name', '"30,104",a'],
    ["纬度经度,name", '"30,104",a'],
    ["name,geometry.coordinates", 'a,"[104, 30]"'],
    ["shop_location,lon,lat", "某路 5 号,104,30"],
    ["name,wkb_geometry", "a,0101000020E61000000000000000005A400000000000003E40"],
    ["name,geom", "a,00000000014 05a000000000000403e000000000000".replace(" ", "")],
    ["name,geojson", 'a,"{""type"":""Point"",""coordinates"":[104,30]}"'],
  ])("%s", (header, row) => {
    expect(read(`${header}\n${row}\n`)).toEqual([[104, 30]]);
  });
  test("with bytes or GeoJSON say what they are in, and are left out where they are damaged", () => {
    const of = (cell: string) => `name,geom\na,${cell}\nb,POINT (104 30)\nc,POINT (104 30)\n`;
    const bytes = "0101000020E61000000000000000005A400000000000003E40";
    expect(read(of(bytes))).toHaveLength(3);
    expect(() => read(of(bytes.replace("E610", "C011")))).toThrow(/SRID=4544/);
    for (const cell of [
      bytes.slice(0, -1),
      bytes.slice(0, -2),
      '"{""type"":""Point"",""coordinates"":[""a"",30]}"',
      "{}",
      "{",
    ])
      expect(read(of(cell)), cell).toHaveLength(2);
  });
  test("may be named, and are looked for under that name only", () => {
    const text = "a,b,lon,lat\n104,30,1,2\n";
    expect(read(text, { columns: { lon: "a", lat: "b" } })).toEqual([[104, 30]]);
    expect(read(text.replace("104,30", '"104,30",'), { columns: { position: "a" } })).toEqual([[104, 30]]);
    expect(read(text.replace("104", "POINT(104 30)"), { columns: { geometry: "a" } })).toEqual([[104, 30]]);
    expect(() => read(text, { columns: { lon: "c", lat: "b" } })).toThrow(/no column "c".*a, b, lon, lat/);
    expect(() => read(text, { columns: { lon: "a" } })).toThrow(/names of columns/);
  });
});
