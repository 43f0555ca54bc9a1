import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guessLayer } from "../../src/node/guess-layer.js";
import { TemporaryFolder } from "../support/small-city.js";

let folder: TemporaryFolder;
beforeAll(() => {
  folder = new TemporaryFolder();
});
afterAll(() => folder.remove());

/** Guesses the layer of a file of one kind of feature. */
async function guess(name: string, type: string, properties: object): Promise<string | null> {
  const features = [0, 1].map(() => ({ type: "Feature", properties, geometry: { type, coordinates: [1, 2] } }));
  folder.write(name, JSON.stringify({ type: "FeatureCollection", features }));
  return (await guessLayer(join(folder.path, name))).layer;
}

describe("the layer of a file", () => {
  test.each([
    ["stops of a timetable", "a.geojson", "Point", { stop_id: "1", stop_name: "Main", route_types: [3] }, "facilities"],
    ["stops without routes", "b.geojson", "Point", { stop_id: "1", stop_name: "Main" }, "facilities"],
    ["stations by number", "c.geojson", "Point", { location_type: 1, feed: "x" }, "facilities"],
    ["one route type", "d.geojson", "Point", { route_type: 3 }, "facilities"],
    ["names only, in a file of stops", "bus_stops.geojson", "Point", { name: "Main" }, "facilities"],
    ["names only, in a file of stations", "地铁站点.geojson", "Point", { name: "天府广场" }, "facilities"],
    ["names only, in any file (in doubt)", "e.geojson", "Point", { name: "Main" }, "facilities"],
    ["people, in a file of stations", "stations.geojson", "Point", { population: 3 }, "population"],
    ["people, and how many health centers", "f.csv.geojson", "Point", { population: 3, healthcare: "1" }, "population"],
    ["people, and what is there", "g.geojson", "Point", { population: 3, healthcare: "clinic" }, "facilities"],
    ["counts only", "h.geojson", "Point", { healthcare: "0", shop: " 1,200 " }, null],
    ["codes of kinds", "i.geojson", "Point", { typecode: "050000" }, "facilities"],
    ["lines of a timetable", "routes.geojson", "LineString", { route_type: 3 }, "streets"],
    ["outlines of buildings", "j.geojson", "Polygon", { building: "yes" }, "buildings"],
    ["buildings, some of them shops", "footprints.geojson", "Polygon", { building: "yes", shop: "mall" }, "buildings"],
    ["areas of shops in buildings", "k.geojson", "Polygon", { building: "retail", shop: "mall" }, "facilities"],
    ["outlines with levels, in a file of buildings", "建筑.geojson", "Polygon", { 层数: 6 }, "buildings"],
    ["outlines with levels, in any file", "l.geojson", "Polygon", { levels: 6 }, "neighborhoods"],
    ["buildings with people", "buildings_people.geojson", "Polygon", { building: "yes", population: 6 }, "population"],
    ["zones with no building named", "m.geojson", "Polygon", { building: null }, null],
    ["places of work", "n.geojson", "Point", { firm: "x", employees: 30 }, "jobs"],
    ["blocks with jobs", "o.geojson", "Polygon", { 就业岗位数: "120" }, "jobs"],
    ["people and jobs, in a file of jobs", "employment.geojson", "Point", { population: 5, jobs: 2 }, "jobs"],
    ["people and jobs", "p.geojson", "Point", { population: 5, jobs: 2 }, "population"],
    ["ground of a plan", "q.geojson", "Polygon", { 用地性质: "R21", 面积: 1200 }, "landUse"],
    ["ground of an extract", "r.geojson", "Polygon", { landuse: "residential" }, "landUse"],
    ["ground of Geofabrik", "gis_osm_landuse_a_free_1.geojson", "Polygon", { fclass: "residential" }, "landUse"],
    ["places of Geofabrik", "gis_osm_pois_a_free_1.geojson", "Polygon", { fclass: "hospital" }, "facilities"],
    ["railways", "s.geojson", "LineString", { railway: "rail" }, "barriers"],
    ["lines that tell nothing, in a file of barriers", "阻隔线.geojson", "LineString", { id: 3 }, "barriers"],
    ["streets, some along a wall", "t.geojson", "LineString", { highway: "service", barrier: "wall" }, "streets"],
    ["zones that count stops", "blocks.geojson", "Polygon", { stop_name: "x" }, "neighborhoods"],
  ])("%s", async (_, name, type, properties, layer) => {
    expect(await guess(name, type, properties)).toBe(layer);
  });
});
