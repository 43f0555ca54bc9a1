import { beforeAll, describe, expect, test } from "vitest";
import { polygonsSquareMeters } from "../../../src/geo/area.js";
import type { FacilityRecord } from "../../../src/model/facts.js";
import { type OsmReading, readOsm } from "../../../src/read/index.js";
import { describeCity, readCityLayer } from "../../support/cities.js";
import {
  countStreets,
  EXTRACTS,
  type ExtractFigures,
  figuresOf,
  hasCityFile,
  readCityBytes,
} from "../../support/extracts.js";

// Every figure that osmium and GDAL found in the extracts, through our reader.

const SEVEN_KEYS = ["amenity", "shop", "leisure", "healthcare", "office", "craft", "tourism"];
/** The layers that other programs made of the extracts. */
const LAYER_FOLDERS: Readonly<Record<string, string>> = { porto_centre: "porto" };
const WITHOUT_LAYER = new Set(["chengdu_2017", "porto_roads", "rhein_neckar"]);

const hasKey = ({ tags }: FacilityRecord) => SEVEN_KEYS.some((key) => Object.hasOwn(tags, key));
const isRelative = (actual: number, expected: number, tolerance: number) =>
  expect(Math.abs(actual - expected) / expected).toBeLessThan(tolerance);

/** Ways that the rules have closed since the figures were made. */
const CLOSED_SINCE: Readonly<
  Record<string, Pick<ReturnType<typeof countStreets>, "ways" | "km" | "segments" | "junctions">>
> = {
  // construction=yes
  milan: { ways: 6, km: 0.51, segments: 21, junctions: 6 },
  rhein_neckar: { ways: 2, km: 0.0345, segments: 4, junctions: 2 },
};

describeCity("reference/osm", () => {
  for (const name of EXTRACTS)
    describe(name, () => {
      let figures: ExtractFigures;
      let reading: OsmReading;
      beforeAll(() => {
        figures = figuresOf(name);
        reading = readOsm(readCityBytes(figures.file));
      });
      const streetsOf = ({ layers }: OsmReading) =>
        layers.streets?.streets as NonNullable<typeof layers.streets>["streets"];

      test("holds as many elements", () => {
        const { elements, relations_by_type } = figures;
        expect(reading.counts).toMatchObject({
          nodes: elements.nodes,
          ways: elements.ways,
          relations: elements.relations,
          wayNodes: elements.way_refs,
          taggedNodes: elements.tagged_nodes,
          closedWays: elements.closed_ways,
          waysWithMissingNodes: elements.ways_with_missing_nodes,
          duplicates: elements.duplicate_node_ids,
        });
        const told = Object.entries(relations_by_type).map(([type, count]) => [type === "(none)" ? "" : type, count]);
        expect(reading.counts.relationsByType).toMatchObject(Object.fromEntries(told));
      });
      test("has the same streets: ways, length, gaps", () => {
        const { highway } = figures;
        const { counts } = reading.layers.streets ?? {};
        const found = countStreets(streetsOf(reading), () => true);
        const few = highway.ways_with_one_node + highway.ways_without_any_node;
        expect(counts?.given).toBe(highway.ways);
        expect(counts?.leftOut).toEqual(few === 0 ? {} : { "osm.tooFewNodes": few });
        expect(counts?.used).toBe(highway.ways - few);
        isRelative(found.km, highway.length_km, 1e-4);
        expect(found.segments).toBe(highway.segments);
        // a node that stands alone between two gaps is no end of a street: nothing leads there
        expect(Math.abs(found.junctions - highway.junctions)).toBeLessThanOrEqual(highway.inner_gaps);
      });
      test("has the same walkable network, junction by junction", () => {
        const { walkable, highway } = figures;
        const found = countStreets(streetsOf(reading));
        // of ways that cannot be drawn it is not known whether they may be walked
        const few = highway.ways_with_one_node + highway.ways_without_any_node;
        const closed = CLOSED_SINCE[name] ?? { ways: 0, km: 0, segments: 0, junctions: 0 };
        expect(found.ways).toBeGreaterThanOrEqual(walkable.ways - few - closed.ways);
        expect(found.ways).toBeLessThanOrEqual(walkable.ways - closed.ways);
        isRelative(found.km, walkable.length_km - closed.km, 1e-4);
        expect(found.segments).toBe(walkable.segments - closed.segments);
        expect(Math.abs(found.junctions - walkable.junctions + closed.junctions)).toBeLessThanOrEqual(
          highway.inner_gaps,
        );
      });
      test("assembles the areas of the same relations", () => {
        expect(reading.counts.areas.closed).toBe(figures.osmium_export.from_relations);
      });
      test("has the same facilities with one of the seven keys, points and areas", () => {
        const own = reading.layers.facilities.rows.filter(hasKey);
        const { with_facility_key: told, facility_areas_km2 } = figures.osmium_export;
        const areas = own.filter(({ isArea }) => isArea);
        expect(own.filter(({ outline }) => outline.length === 0)).toHaveLength(told.Point ?? 0);
        expect(areas).toHaveLength(told.MultiPolygon ?? 0);
        const km2 = areas.reduce((sum, { areaSquareMeters }) => sum + (areaSquareMeters ?? 0), 0) / 1e6;
        expect(Math.abs(km2 - (facility_areas_km2 ?? 0))).toBeLessThan(0.001 + 1e-4 * km2);
      });
      test("gives account of every facility", () => {
        const { given, used, leftOut } = reading.layers.facilities.counts;
        expect(given).toBe(used + Object.values(leftOut).reduce((sum, count) => sum + count, 0));
        expect(reading.layers.facilities.rows).toHaveLength(used);
      });
      const folder = LAYER_FOLDERS[name] ?? name;
      const layer = `${folder}/facilities.geojson.gz`;
      test.skipIf(WITHOUT_LAYER.has(name) || !hasCityFile(layer))("has the ids of the layer beside it", () => {
        const beside = readCityLayer(layer).features.map(({ properties }) => properties ?? {});
        const ids = beside
          .filter((tags) => SEVEN_KEYS.some((key) => Object.hasOwn(tags, key)))
          .map(({ osm_type, osm_id }) => `${osm_type}/${osm_id}`);
        const more = figures.facility_layer_beside_it?.samples_only_in_extract ?? [];
        const own = reading.layers.facilities.rows.filter(hasKey).map(({ id }) => id);
        expect(own.filter((id) => !more.includes(`${id[0]}${id.split("/")[1]}`)).sort()).toEqual(ids.sort());
        // and all others of that layer are among ours
        const all = new Set(reading.layers.facilities.rows.map(({ id }) => id));
        expect(beside.map(({ osm_type, osm_id }) => `${osm_type}/${osm_id}`).filter((id) => !all.has(id))).toEqual([]);
      });
      test("closes the same administrative areas", () => {
        const closed = figures.administrative.closed;
        const levels = [...new Set(closed.map(([, , level]) => level))].filter((level) => /^\d+$/.test(level));
        for (const level of levels) {
          const { neighborhoods } = readOsm(readCityBytes(figures.file), { level: Number(level) });
          const own = neighborhoods?.rows.map(
            ({ id, polygons }) => [id, polygonsSquareMeters(polygons) / 1e6] as const,
          );
          const told = closed.filter((area) => area[2] === level);
          // coasts of islands that are areas of a level by themselves are counted there, but not listed
          const { closed: relations = 0, closed_ways = 0 } = figures.administrative.by_level[level] ?? {};
          const ids = own?.map(([id]) => id) ?? [];
          expect(told.map(([type, id]) => `${type}/${id}`).filter((id) => !ids.includes(id))).toEqual([]);
          expect(ids.length).toBeLessThanOrEqual(relations + closed_ways);
          for (const [id, km2] of own ?? []) {
            const expected = told.find((area) => `${area[0]}/${area[1]}` === id)?.[4];
            if (expected === undefined) continue;
            expect(Math.abs(km2 - expected)).toBeLessThan(1e-4 + 1e-4 * expected);
          }
        }
      });
    });
});
