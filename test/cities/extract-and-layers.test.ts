import { describe, expect, test } from "vitest";
import type { Tags } from "../../src/base/words.js";
import { prepareCity } from "../../src/index.js";
import type { Streets } from "../../src/model/facts.js";
import type { CityInput } from "../../src/model/input.js";
import { readFacilities, readOsm, readStreets } from "../../src/read/index.js";
import { fifteenMinuteCity } from "../../src/standards/fifteen-minute-city.js";
import { describeCity, readCityLayer, readCityText } from "../support/cities.js";
import { countStreets, EXTRACTS, figuresOf, readCityBytes } from "../support/extracts.js";

// The same city from its extract, and from the GeoJSON layers that another program made of the extract.

interface Pair {
  readonly extract: string;
  /** The folders of the layers that were made of it. */
  readonly streets?: string;
  readonly facilities?: string;
  /** Gaps of missing nodes that the other program draws on across; we do not. */
  readonly gaps?: number;
}

const both = (city: string, rest: Partial<Pair> = {}): Pair => ({
  extract: city,
  streets: city,
  facilities: city,
  ...rest,
});
const PAIRS: readonly Pair[] = [
  both("chengdu"),
  both("harbin", { gaps: 2 }),
  both("helsinki", { gaps: 8 }),
  both("malta"),
  both("milan"),
  both("monaco"),
  both("porto_alegre"),
  { extract: "porto_centre", facilities: "porto" },
  { extract: "porto_roads", streets: "porto" },
  { extract: "rhein_neckar", streets: "rhein_neckar" },
];
/** No layers were made of this one. */
const ALONE = ["chengdu_2017"];

for (const { extract, streets, facilities, gaps = 0 } of PAIRS)
  describeCity(streets ?? facilities ?? "", () => {
    const figures = figuresOf(extract);
    const own = readOsm(readCityBytes(figures.file));
    const ours = own.layers.streets?.streets ?? expect.fail("no streets");

    test.runIf(streets !== undefined)(`${extract}: has the same streets, however they are read`, () => {
      const theirs = readStreets(readCityText(`${streets}/streets.geojson.gz`)).streets;
      expect(new Set(ours.ids)).toEqual(new Set(theirs.ids.map((id) => (id.startsWith("way/") ? id : `way/${id}`))));
      const [stretches, drawn] = [stretchesOf(ours), stretchesOf(theirs)];
      expect([...stretches].filter((stretch) => !drawn.has(stretch))).toEqual([]);
      expect([...drawn].filter((stretch) => !stretches.has(stretch))).toHaveLength(gaps);
      for (const isOpen of [undefined, () => true]) {
        const [found, told] = [countStreets(ours, isOpen), countStreets(theirs, isOpen)];
        if (gaps === 0) expect(found).toEqual(told);
        expect(found.ways).toBe(told.ways);
        expect(told.segments - found.segments).toBeLessThanOrEqual(gaps);
        // what leads to a node alone between two gaps ends before it
        expect(Math.abs(found.junctions - told.junctions)).toBeLessThanOrEqual(gaps);
      }
      const all = countStreets(theirs, () => true).km - countStreets(ours, () => true).km;
      const { length_km = 0, length_km_if_gaps_are_bridged = length_km } = figures.highway;
      expect(all).toBeCloseTo(length_km_if_gaps_are_bridged - length_km, 3);
    });

    test.runIf(facilities !== undefined)(`${extract}: has the same facilities`, () => {
      const layer = readCityLayer(`${facilities}/facilities.geojson.gz`);
      const { rows } = readFacilities(layer);
      const theirs = new Set(rows.map(({ id }) => id));
      const kept = own.layers.facilities.rows.filter(({ id }) => theirs.has(id));
      expect(kept).toHaveLength(rows.length);
      const neighborhoods = { type: "Feature", properties: {}, geometry: squareAround(ours.lon, ours.lat) };
      const listed = (given: CityInput["facilities"]) =>
        prepareCity({ neighborhoods, facilities: given }, { standard: fifteenMinuteCity, originSpacingMeters: 2000 })
          .facilities.map(({ id, categories }) => `${id} ${[...categories].sort().join()}`)
          .sort(); // rings may begin elsewhere: the order by place is another
      const { counts } = own.layers.facilities;
      expect(listed({ ...own.layers.facilities, rows: kept, counts: { ...counts, used: kept.length } })).toEqual(
        listed(layer),
      );
      // whatever else the extract holds that counts is of a kind that the other program did not look for
      const others = own.layers.facilities.rows.filter(({ id }) => !theirs.has(id));
      const counted = new Set(listed(own.layers.facilities).map((line) => line.split(" ")[0]));
      const unexplained = others.filter(({ id, tags }) => counted.has(id) && !isOther(tags));
      expect(unexplained.map(({ id, tags }) => [id, tags])).toEqual([]);
    });
  });

describe("every extract", () => {
  test("is held against its layers, or has none", () => {
    expect([...PAIRS.map(({ extract }) => extract), ...ALONE].sort()).toEqual([...EXTRACTS].sort());
  });
});

/** Squares, lifts down to trains, and values joined by semicolons: nothing the layers were asked for. */
function isOther(tags: Tags): boolean {
  const { place, highway } = tags;
  return (
    place === "square" || highway === "elevator" || Object.values(tags).some((value) => String(value).includes(";"))
  );
}

/** From node to node along each way, whichever direction. */
function stretchesOf({ count, firstVertex, nodeIds, ids }: Streets): Set<string> {
  const found = new Set<string>();
  for (let street = 0; street < count; street++)
    for (let vertex = firstVertex[street] + 1; vertex < firstVertex[street + 1]; vertex++) {
      const [a, b] = [nodeIds[vertex - 1], nodeIds[vertex]];
      if (a !== b) found.add(`${ids[street]?.replace(/^way\//, "")} ${Math.min(a, b)} ${Math.max(a, b)}`);
    }
  return found;
}

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
