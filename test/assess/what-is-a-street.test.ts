import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { collection, feature } from "../support/geojson-samples.js";

// A pharmacy 500 m away along a line that may be no street, 1,500 m away on the road round it.

const [west, east, north] = [104.06, 104.06522239, 30.664510112];
const line = (coordinates: unknown, properties: object) => feature("LineString", coordinates, properties);
const home = [104.059791104, 30.66];
const secondsBy = (properties: object, asText: boolean): number | null | undefined => {
  const streets = collection(
    line([home, [west, 30.66]], { id: "s0", highway: "residential" }),
    line(
      [
        [west, 30.66],
        [east, 30.66],
      ],
      { id: "T", ...properties },
    ),
    line(
      [
        [west, 30.66],
        [west, north],
        [east, north],
        [east, 30.66],
      ],
      { id: "round", highway: "residential" },
    ),
  );
  const corner = (x: number, y: number) => [west + x * 5.2e-4, 30.66 + y * 4.5e-4];
  const report = computeCoverage({
    neighborhoods: feature("Polygon", [[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]]),
    facilities: feature("Point", [east, 30.66], { id: "ph", category: "pharmacy" }),
    population: feature("Point", [west, 30.66], { id: "home", population: 100 }),
    streets: asText ? JSON.stringify(streets) : streets,
  });
  return report.neighborhoods[0]?.requirements.pharmacy?.nearest?.seconds;
};

describe("the way is as long as the tags say", () => {
  test.each<[object, "short" | "round"]>([
    [{ highway: ["motorway", "motorway_link"] }, "round"],
    [{ highway: "['motorway', 'motorway_link']" }, "round"],
    [{ highway: '["motorway","motorway_link"]' }, "round"],
    [{ highway: ["footway", "residential"] }, "short"],
    [{ tags: '{"highway":"motorway"}' }, "round"],
    [{ tags: "{'highway': 'motorway'}" }, "round"],
    [{ other_tags: '"highway"=>"motorway","oneway"=>"yes"' }, "round"],
    [{ highway: "residential", other_tags: '"foot"=>"no"' }, "round"],
    [{ highway: "nan", railway: "None", waterway: "" }, "short"],
    [{ highway: "residential", foot: ["no"] }, "round"],
    [{ aerialway: "gondola" }, "round"],
    [{ man_made: "pipeline" }, "round"],
    [{ telecom: "line" }, "round"],
    [{ "piste:type": "downhill" }, "round"],
    [{ barrier: "wall" }, "round"],
    [{ "demolished:highway": "footway" }, "round"],
    [{ "abandoned:railway": "rail" }, "round"],
    [{ "proposed:highway": "footway", name: "Planned greenway" }, "round"],
    [{ "construction:highway": "path" }, "round"],
    [{ "razed:highway": "path" }, "round"],
    [{ "disused:aerialway": "chair_lift" }, "round"],
    [{ highway: "footway", "abandoned:railway": "rail" }, "short"],
    [{ name: "Planner's line" }, "short"],
    [{ foot: "no" }, "round"],
    [{ access: "private" }, "round"],
    [{ "oneway:foot": "-1" }, "round"],
    [{ "oneway:foot": -1 }, "round"],
    [{ "oneway:foot": "yes" }, "short"],
    [{ railway: "platform", foot: "yes" }, "short"],
    [{ highway: "trunk", "sidewalk:left": "no", "sidewalk:right": "no" }, "round"],
    [{ highway: "trunk", "sidewalk:left": "no", "sidewalk:right": "yes" }, "short"],
    [{ fclass: "tram" }, "round"],
  ])("%o: the %s way", (properties, way) => {
    for (const asText of [false, true])
      expect(secondsBy(properties, asText)).toBeCloseTo(way === "short" ? 500.5 : 1500.5, -1);
  });
});
