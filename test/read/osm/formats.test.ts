import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type OsmReading, readOsm } from "../../../src/read/index.js";
import { CITIES_PATH, describeCity } from "../../support/cities.js";
import { countStreets } from "../../support/extracts.js";
import { errorOf } from "../../support/geojson-samples.js";

/** What is expected of one file. */
interface Expected {
  readonly outcome: "read" | "read-or-refused" | "refused";
  readonly nodes?: number;
  readonly ways?: number;
  readonly relations?: number;
  readonly highway_ways?: number;
  readonly highway_km?: number;
  readonly walkable_ways?: number;
  readonly walkable_km?: number;
  readonly walkable_junctions?: number;
  readonly must_name?: string;
  readonly objects_with_any_facility_key?: { readonly node?: number; readonly way?: number };
}

const FOLDER = resolve(CITIES_PATH, "reference/formats");
const SEVEN_KEYS = ["amenity", "shop", "leisure", "healthcare", "office", "craft", "tourism"];

describeCity("reference/formats/osm", () => {
  const { files } = JSON.parse(readFileSync(resolve(FOLDER, "expected.json"), "utf8")) as {
    readonly files: Readonly<Record<string, Expected>>;
  };
  const variants = Object.entries(files).filter(([name]) => name.startsWith("osm/"));
  const read = (name: string): OsmReading => {
    const bytes = readFileSync(resolve(FOLDER, name));
    return readOsm(name.endsWith(".gz") ? gunzipSync(bytes) : bytes, { path: name });
  };
  test("are twelve", () => expect(variants).toHaveLength(12));
  for (const [name, expected] of variants)
    test(`${name}: ${expected.outcome}`, () => {
      if (expected.outcome === "refused") {
        const error = errorOf(() => read(name));
        expect(["UNKNOWN_FORMAT", "INVALID_ENCODING"]).toContain(error.code);
        expect(error.message).toContain(expected.must_name ?? "cut off");
        return;
      }
      const { counts, layers } = read(name);
      expect(counts).toMatchObject({ nodes: expected.nodes, ways: expected.ways, relations: expected.relations });
      const { streets, counts: books } = layers.streets ?? expect.fail("no streets");
      const all = countStreets(streets, () => true);
      const open = countStreets(streets);
      if (expected.highway_ways !== undefined) expect(books.given).toBe(expected.highway_ways);
      if (expected.highway_km !== undefined) expect(all.km).toBeCloseTo(expected.highway_km, 4);
      expect(open.km).toBeCloseTo(expected.walkable_km ?? Number.NaN, 4);
      // a node that stands alone between two gaps is no end of a street
      const alone = name.includes("simple-cut") ? 1 : 0;
      expect(open.junctions).toBe((expected.walkable_junctions ?? Number.NaN) - alone);
      const { node, way } = expected.objects_with_any_facility_key ?? {};
      const own = layers.facilities.rows.filter(({ tags }) => SEVEN_KEYS.some((key) => Object.hasOwn(tags, key)));
      const count = (type: string) => own.filter(({ id }) => id.startsWith(type)).length;
      if (node !== undefined) expect(count("node/")).toBe(node);
      if (way !== undefined) expect(count("way/")).toBe(way);
    });
  test("say the same of the same places, however they are packed", () => {
    const [first, ...others] = ["dense-zlib", "plain-nodes", "raw", "locations-on-ways", "locations-on-ways-no-nodes"]
      .map((name) => read(`osm/${name}.osm.pbf`))
      .concat(read("osm/xml.osm.gz"));
    for (const { layers, neighborhoods } of others) {
      expect(layers.streets?.streets).toEqual(first?.layers.streets?.streets);
      expect(layers.facilities).toEqual(first?.layers.facilities);
      expect(neighborhoods).toEqual(first?.neighborhoods);
    }
  });
});
