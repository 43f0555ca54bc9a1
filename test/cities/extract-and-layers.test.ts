import { describe, expect, test } from "vitest";
import { prepareCity } from "../../src/index.js";
import { readOsm, readStreets } from "../../src/read/index.js";
import { fifteenMinuteCity } from "../../src/standards/fifteen-minute-city.js";
import { describeCity, readCityLayer, readCityText } from "../support/cities.js";
import { countStreets, figuresOf, readCityBytes } from "../support/extracts.js";

// The same city from its extract, and from the GeoJSON layers that another program made of the extract.

/** Between gaps of missing nodes the other program draws on; we do not. */
const WITHOUT_GAPS = ["monaco", "malta", "milan", "chengdu", "porto_alegre"];

const MORE: Readonly<Record<string, readonly string[]>> = {
  malta: ["way/138152397"],
  milan: ["node/2129506811"],
  chengdu: ["way/113812098", "way/37635725"],
};

for (const city of WITHOUT_GAPS)
  describeCity(city, () => {
    test("has the same streets and the same facilities from both", () => {
      const own = readOsm(readCityBytes(figuresOf(city).file));
      const streets = readStreets(readCityText(`${city}/streets.geojson.gz`)).streets;
      const ours = own.layers.streets?.streets ?? expect.fail("no streets");
      expect(countStreets(ours)).toEqual(countStreets(streets));
      expect(ours.count).toBe(streets.count);
      const neighborhoods = { type: "Feature", properties: {}, geometry: squareAround(ours.lon, ours.lat) };
      const options = { standard: fifteenMinuteCity, originSpacingMeters: 2000 };
      const fromExtract = prepareCity({ neighborhoods, facilities: own.layers.facilities }, options);
      const fromLayer = prepareCity(
        { neighborhoods, facilities: readCityLayer(`${city}/facilities.geojson.gz`) },
        options,
      );
      const idsOf = ({ facilities }: typeof fromLayer) => facilities.map(({ id }) => id).sort();
      // what the other program did not look for: a square (place=square), a stop with two values, one place of Malta
      const more = new Set(MORE[city] ?? []);
      expect(idsOf(fromExtract).filter((id) => !more.has(id))).toEqual(idsOf(fromLayer));
    });
  });

describe("a square around columns", () => {
  test("holds them", () => expect(squareAround([1, 2], [3, 4]).coordinates[0]).toHaveLength(5));
});

function squareAround(
  lons: ArrayLike<number>,
  lats: ArrayLike<number>,
): { type: "Polygon"; coordinates: number[][][] } {
  const least = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => Math.max(a, b), -Infinity);
  const [west, east, south, north] = [least(lons), most(lons), least(lats), most(lats)];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Polygon", coordinates: [ring] };
}
