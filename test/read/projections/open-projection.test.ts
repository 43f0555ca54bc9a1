import { existsSync } from "node:fs";
import { resolve } from "node:path";
import proj4 from "proj4";
import { describe, expect, test } from "vitest";
import { findKnownSystem } from "../../../src/read/projections/known-systems.js";
import { openProjection } from "../../../src/read/projections/open-projection.js";
import { CITIES_PATH, readCityText } from "../../support/cities.js";

interface ControlPoint {
  readonly crs: string;
  readonly lon: number;
  readonly lat: number;
  readonly east: number;
  readonly north: number;
}
interface CodeFamily {
  readonly name: string;
  readonly codes: readonly [number, number];
  readonly first_central_meridian: number;
  readonly step_degrees: number;
  readonly first_false_easting: number;
  readonly false_easting_step: number;
  readonly semi_major: number;
  readonly inverse_flattening: number;
}
const CHENGDU = { lon: 104.0657, lat: 30.6595, east: 410452.9734, north: 3393596.5914 };
const GEOGCS =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const ESRI_4544 = `PROJCS["CGCS2000_3_Degree_GK_CM_105E",${GEOGCS},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",105.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
const OGC_4544 = `PROJCS["CGCS2000 / 3-degree Gauss-Kruger CM 105E",GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",105],PARAMETER["scale_factor",1],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1],AXIS["Northing",NORTH],AXIS["Easting",EAST],AUTHORITY["EPSG","4544"]]`;
const parameter = (name: string, value: number, unit = "metre") => ({ name, value, unit });
const PROJJSON_4544 = {
  type: "ProjectedCRS",
  name: "CGCS2000 / 3-degree Gauss-Kruger CM 105E",
  base_crs: {
    name: "China Geodetic Coordinate System 2000",
    datum: {
      type: "GeodeticReferenceFrame",
      name: "China 2000",
      ellipsoid: { name: "CGCS2000", semi_major_axis: 6378137, inverse_flattening: 298.257222101 },
    },
  },
  conversion: {
    name: "3-degree Gauss-Kruger CM 105E",
    method: { name: "Transverse Mercator" },
    parameters: [
      parameter("Latitude of natural origin", 0, "degree"),
      parameter("Longitude of natural origin", 105, "degree"),
      parameter("Scale factor at natural origin", 1, "unity"),
      parameter("False easting", 500000),
      parameter("False northing", 0),
    ],
  },
  coordinate_system: {
    subtype: "Cartesian",
    axis: [
      { name: "Northing", abbreviation: "X", direction: "north", unit: "metre" },
      { name: "Easting", abbreviation: "Y", direction: "east", unit: "metre" },
    ],
  },
  id: { authority: "EPSG", code: 4544 },
};

const refusal = async (crs: string | object) => {
  const outcome = await openProjection(crs, "facilities").then(
    () => null,
    (error: unknown) => error,
  );
  expect(outcome).toMatchObject({ name: "CoverageError", code: "UNSUPPORTED_CRS", path: "facilities" });
  return outcome as Error;
};
async function expectChengdu(crs: string | object): Promise<void> {
  const { toLonLat, isGeographic } = await openProjection(crs, "facilities");
  const [lon, lat] = toLonLat(CHENGDU.east, CHENGDU.north);
  expect(Math.abs(lon - CHENGDU.lon)).toBeLessThan(5e-9);
  expect(Math.abs(lat - CHENGDU.lat)).toBeLessThan(5e-9);
  expect(isGeographic).toBe(false);
}

describe("a system by its code", () => {
  test("may be spelt in several ways", async () => {
    for (const crs of [
      "EPSG:4544",
      "epsg:4544",
      " 4544 ",
      "urn:ogc:def:crs:EPSG::4544",
      "urn:ogc:def:crs:EPSG:9.9:4544",
      "http://www.opengis.net/def/crs/EPSG/0/4544",
    ])
      await expectChengdu(crs);
  });
  test("in degrees is taken as it is", async () => {
    for (const crs of ["EPSG:4326", "EPSG:4490", "urn:ogc:def:crs:OGC:1.3:CRS84", "OGC:CRS84", "EPSG:4258"]) {
      const { toLonLat, isGeographic, warning } = await openProjection(crs, "facilities");
      expect(isGeographic).toBe(true);
      expect(toLonLat(104.0657123456789, 30.6595)).toEqual([104.0657123456789, 30.6595]);
      expect(warning).toBeNull();
    }
  });
  test("warns where there is no public way to WGS 84", async () => {
    for (const crs of ["EPSG:2431", "EPSG:2379", "EPSG:21413", "EPSG:4214", "EPSG:4610"])
      expect((await openProjection(crs, "facilities")).warning).toBe("crs.datumShift");
    for (const crs of ["EPSG:4544", "EPSG:32648", "EPSG:3857", "EPSG:3035", "ESRI:54009"])
      expect((await openProjection(crs, "facilities")).warning).toBeNull();
  });
  test("is refused if nobody knows it, with what to do", async () => {
    for (const crs of ["EPSG:2056", "EPSG:0000", "EPSG:4555", "ESRI:4544"]) {
      const { message } = await refusal(crs);
      expect(message).toContain(crs);
      expect(message).toContain("ogr2ogr -t_srs EPSG:4326");
    }
  });
});

describe("a system by its definition", () => {
  test("is well-known text of Esri or OGC, PROJJSON or a text for PROJ", async () => {
    await expectChengdu(ESRI_4544);
    await expectChengdu(`${OGC_4544}\n\0`);
    await expectChengdu(PROJJSON_4544);
    await expectChengdu(JSON.stringify(PROJJSON_4544));
    await expectChengdu("+proj=tmerc +lon_0=105 +k=1 +x_0=500000 +ellps=GRS80");
  });
  test("is what of a compound system lies on the ground", async () => {
    const height = 'VERT_CS["h",VERT_DATUM["h [m]",2005],UNIT["metre",1]]';
    await expectChengdu(`COMPD_CS["with [heights]",${OGC_4544},${height}]`);
    await expectChengdu({ type: "CompoundCRS", name: "x", components: [PROJJSON_4544, { type: "VerticalCRS" }] });
  });
  test("keeps its name", async () => {
    expect((await openProjection(ESRI_4544, "x")).name).toBe("CGCS2000_3_Degree_GK_CM_105E");
    expect((await openProjection(PROJJSON_4544, "x")).name).toBe("CGCS2000 / 3-degree Gauss-Kruger CM 105E");
    expect((await openProjection("EPSG:4544", "x")).name).toBe("CGCS2000 / 3-degree Gauss-Kruger CM 105E (EPSG:4544)");
  });
  test("in degrees is geographic", async () => {
    const { isGeographic, toLonLat, warning } = await openProjection(GEOGCS, "x");
    expect({ isGeographic, warning }).toEqual({ isGeographic: true, warning: null });
    expect(toLonLat(104.0657, 30.6595)).toEqual([104.0657, 30.6595]);
  });
  test("of the web is the same in Esri's words and by code", async () => {
    const esri = `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`;
    const [one, other] = [await openProjection(esri, "x"), await openProjection("EPSG:3857", "x")];
    const [lon, lat] = one.toLonLat(11584540.721, 3586883.2);
    const expected = other.toLonLat(11584540.721, 3586883.2);
    expect(lon).toBeCloseTo(expected[0], 8);
    expect(lat).toBeCloseTo(expected[1], 8);
    expect(lat).toBeCloseTo((Math.atan(Math.sinh(3586883.2 / 6378137)) * 180) / Math.PI, 8);
  });
  test("warns of datums without a way to WGS 84", async () => {
    const beijing = ESRI_4544.replace(/D_China_2000/, "D_Beijing_1954").replace(
      '"CGCS2000",6378137.0,298.257222101',
      '"Krasovsky_1940",6378245.0,298.3',
    );
    expect((await openProjection(beijing, "x")).warning).toBe("crs.datumShift");
    expect((await openProjection(beijing.replaceAll("Beijing", "Pulkovo_1942_ish"), "x")).warning).toBe(
      "crs.datumUnknown",
    );
  });
  test("is refused if it is none, in a typed error", async () => {
    for (const crs of [
      "",
      "garbage",
      'PROJCS["x"',
      'PROJCS["x",GEOGCS["y"]]',
      ESRI_4544.slice(0, 200),
      'LOCAL_CS["mine",UNIT["metre",1]]',
      'GEOCCS["x",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["metre",1]]',
      'GEOGCS["NTF (Paris)",DATUM["NTF",SPHEROID["Clarke 1880 (IGN)",6378249.2,293.466021293627]],PRIMEM["Paris",2.33722917],UNIT["grad",0.015707963]]',
      "+proj=nonsense",
      "+proj=geocent",
      "{",
      "{}",
      "[]",
      "null",
      {},
      [],
      { type: "ProjectedCRS" },
      { type: "EngineeringCRS", name: "x" },
      { ...PROJJSON_4544, conversion: null },
    ])
      await refusal(crs);
  });
});

describe("positions beyond a zone", () => {
  test("are nowhere, not somewhere else", async () => {
    const plain = await openProjection("EPSG:4544", "x");
    const zoned = await openProjection("EPSG:4523", "x");
    // a number of the zone too much, one missing, and north before east
    expect(plain.toLonLat(35_410_452, 3_393_596)).toEqual([Number.NaN, Number.NaN]);
    expect(zoned.toLonLat(410_452, 3_393_596)).toEqual([Number.NaN, Number.NaN]);
    expect(plain.toLonLat(3_393_596, 410_452)).toEqual([Number.NaN, Number.NaN]);
    expect(plain.toLonLat(Number.NaN, 3_393_596)).toEqual([Number.NaN, Number.NaN]);
    expect(plain.toLonLat(410_452, Number.POSITIVE_INFINITY)).toEqual([Number.NaN, Number.NaN]);
  });
});

const REFERENCE = "reference/formats/projections.json";
if (!existsSync(resolve(CITIES_PATH, REFERENCE))) test.skip(`no ${REFERENCE} at ${CITIES_PATH}`, () => undefined);
else
  describe("beside PROJ", () => {
    const { families, points } = JSON.parse(readCityText(REFERENCE)) as {
      readonly families: readonly CodeFamily[];
      readonly points: readonly ControlPoint[];
    };
    test("control points agree there and back", async () => {
      expect(points.length).toBeGreaterThan(25);
      const unknown = new Set<string>();
      for (const { crs, lon, lat, east, north } of points) {
        const known = findKnownSystem(crs);
        if (known === null) {
          unknown.add(crs);
          continue;
        }
        const back = (await openProjection(crs, "x")).toLonLat(east, north);
        expect(Math.abs(back[0] - lon), crs).toBeLessThanOrEqual(5e-9);
        expect(Math.abs(back[1] - lat), crs).toBeLessThanOrEqual(5e-9);
        if (known.definition === null) continue;
        const [x, y] = proj4(known.definition).forward([lon, lat]) as [number, number];
        expect(Math.abs(x - east), crs).toBeLessThanOrEqual(1e-4);
        expect(Math.abs(y - north), crs).toBeLessThanOrEqual(1e-4);
      }
      expect([...unknown]).toEqual([]);
    });
    test("the 192 Chinese codes follow its rules", () => {
      let count = 0;
      for (const family of families)
        for (let code = family.codes[0]; code <= family.codes[1]; code++) {
          const step = code - family.codes[0];
          const definition = findKnownSystem(`EPSG:${code}`)?.definition ?? "";
          const value = (name: string) => Number(new RegExp(`\\+${name}=([\\d.]+)`).exec(definition)?.[1]);
          expect(value("lon_0"), String(code)).toBe(family.first_central_meridian + step * family.step_degrees);
          expect(value("x_0"), String(code)).toBe(family.first_false_easting + step * family.false_easting_step);
          expect(value("a"), String(code)).toBe(family.semi_major);
          expect(value("rf"), String(code)).toBe(family.inverse_flattening);
          count++;
        }
      expect(count).toBe(192);
    });
  });
