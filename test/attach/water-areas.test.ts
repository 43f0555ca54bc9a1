import { describe, expect, test } from "vitest";
import { attachFacilities } from "../../src/attach/attach-facilities.js";
import { attachOrigins } from "../../src/attach/attach-origins.js";
import { buildModeNetwork, type ModeNetwork } from "../../src/attach/mode-network.js";
import type { LonLat, Tags } from "../../src/base/words.js";
import type { Facility, Water } from "../../src/model/facts.js";
import { readStreets } from "../../src/read/read-streets.js";
import { buildNetwork } from "../../src/streets/build-network.js";
import { walking } from "../../src/streets/modes/walking.js";
import { waterKind, watersAmong } from "../../src/streets/waters.js";
import { allEdges, attachPlace, oracleEdges, townAccess } from "../oracle/oracle-network.js";
import { collection, desertGrid, polygonFeature, streetOf, toStreetLayer } from "../support/desert-grid.js";
import { drawIndex, type Random, seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { columnsOf, type Street } from "../support/streets.js";
import { facilityAt, originsAt } from "../support/travel-city.js";

const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 100 });
const box = (west: number, south: number, east: number, north: number): LonLat[] =>
  [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)] as LonLat[];
const area = (...lines: readonly (readonly LonLat[])[]): Water => ({ isArea: true, lines });

function networkOf(streets: readonly Street[], waters: readonly Water[]): ModeNetwork {
  return buildModeNetwork(buildNetwork({ ...columnsOf(streets), waters }), walking, 500);
}

/** The street that a place is joined to and how far off; "across water", or "none". */
function joined(streets: readonly Street[], waters: readonly Water[], place: LonLat, maxMeters = 500) {
  const { index, network, streets: columns } = networkOf(streets, waters);
  const found = index.nearest(...place, maxMeters);
  if (found === null) return index.nearestEdge.isAcrossWater ? "across water" : "none";
  const row = network.edgeStreetRow[found.edge] as number;
  return [columns.ids[row], Math.round(found.accessMeters)];
}

/** A bank of a kilometre, with a vertex every 100 m. */
const bank = (id: string, y: number, tags?: Tags) =>
  streetOf(
    id,
    Array.from({ length: 11 }, (_, i) => at(i, y)),
    tags,
  );
const south = bank("south", 0);
const north = bank("north", 4);
const river = area(box(-5, 1, 15, 2));

describe("an area of water is not crossed", () => {
  test("from bank to bank", () => {
    expect(joined([south, north], [], at(5, 2.1))).toEqual(["north", 190]);
    expect(joined([south], [], at(5, 2.1))).toEqual(["south", 210]);
    expect(joined([south], [river], at(5, 2.1))).toBe("across water");
    expect(joined([south, north], [river], at(5, 2.1))).toEqual(["north", 190]);
    expect(joined([south, north], [river], at(5, 0.9))).toEqual(["south", 90]);
    expect(joined([south], [river], at(5, 9))).toBe("none");
  });
  test("from an islet, be it a hole or a gap between two waters", () => {
    const lake = area(box(2, 1, 8, 5), box(4.5, 2.5, 5.5, 3.5));
    const house = at(5, 3);
    expect(joined([south], [lake], house)).toBe("across water");
    expect(joined([south], [area(box(2, 1, 8, 5))], house)).toEqual(["south", 300]);
    expect(joined([south, streetOf("islet", [at(4.8, 3.1), at(5.2, 3.1)])], [lake], house)?.[0]).toBe("islet");
    const arms = [area(box(-5, 1, 15, 2)), area(box(-5, 3.5, 15, 4))];
    expect(joined([south, bank("far", 4.5)], arms, house)).toBe("across water");
  });
  test("where it is mapped twice, or in parts that share a side or overlap", () => {
    const halves = [area(box(-5, 1, 5, 2)), area(box(5, 1, 15, 2))];
    for (const x of [4.9, 5, 5.1]) expect(joined([south], halves, at(x, 2.1))).toBe("across water");
    expect(joined([south], [river, river], at(5, 2.1))).toBe("across water");
    expect(joined([south], [river, area(box(0, 1.5, 9, 2.05))], at(5, 2.1))).toBe("across water");
  });
  test("by who is on its bank exactly, nor to a street there", () => {
    expect(joined([south], [river], at(5, 2))).toBe("across water");
    expect(joined([bank("quay", 1)], [river], at(5, 2.1))).toBe("across water");
    expect(joined([bank("quay", 1)], [river], at(5, 2))).toBe("across water");
    expect(joined([bank("quay", 1)], [river], at(5, 0.5))).toEqual(["quay", 50]);
    expect(joined([bank("quay", 1)], [river], at(5, 1))).toEqual(["quay", 0]);
  });
  test("by way of a bridge: its ends are where streets join it", () => {
    const bridge = streetOf("bridge", [at(5, 0), at(5, 4)], { highway: "footway", bridge: "yes" });
    expect(joined([south, bridge], [river], at(5.1, 2.1))).toBe("across water");
    expect(joined([south, north, bridge], [river], at(5.1, 2.1))).toEqual(["north", 190]);
  });
});

describe("a place in the water", () => {
  test("is joined to the nearest street, and crosses no other shore", () => {
    expect(joined([south, north], [river], at(5, 1.3))).toEqual(["south", 130]);
    const canal = area(box(-5, 0.4, 15, 0.6));
    expect(joined([south, north], [river, canal], at(5, 1.3))).toEqual(["north", 270]);
    expect(joined([south], [river, canal], at(5, 1.3))).toBe("across water");
  });
  test("is joined to the pier on which it stands", () => {
    const pier = streetOf("pier", [at(5, 0), at(5, 1), at(5, 1.8)], { highway: "footway" });
    expect(joined([south, pier], [river], at(5.05, 1.7))).toEqual(["pier", 5]);
  });
  test("crosses from one part of the water into the next", () => {
    const parts = [area(box(-5, 1, 15, 1.5)), area(box(-5, 1.5, 15, 2))];
    expect(joined([south], parts, at(5, 1.7))).toEqual(["south", 170]);
  });
});

describe("a street over the water", () => {
  const ford = streetOf("ford", [at(5, 0), at(5, 4)]);
  test("is joined from either bank, where it leaves it", () => {
    expect(joined([ford], [river], at(5.3, 2.1))).toEqual(["ford", 30]);
    expect(joined([ford], [river], at(5.3, 0.9))).toEqual(["ford", 30]);
    expect(joined([ford], [river], at(5.3, 1.5))).toEqual(["ford", 30]);
  });
  test("is joined from the bank if it is drawn up to ten metres off it", () => {
    expect(joined([bank("promenade", 1.09)], [river], at(5, 0.5))).toEqual(["promenade", 59]);
    expect(joined([bank("jetty", 1.11)], [river], at(5, 0.5))).toBe("across water");
    expect(joined([bank("jetty", 1.11)], [river], at(5, 1))).toBe("across water");
    expect(joined([bank("promenade", 1.09)], [river], at(5, 1))).toEqual(["promenade", 9]);
  });
});

describe("what is not reached for water is told so", () => {
  const lake = area(box(2, 1, 8, 5), box(4.5, 2.5, 5.5, 3.5));
  const network = networkOf([south], [lake]);
  test("of places where people start", () => {
    const { diagnostics, unattachedRows } = attachOrigins(
      network,
      originsAt([at(5, 3), at(5.1, 3), at(5, 0.5), at(5, 20)]),
      500,
    );
    expect(unattachedRows).toEqual([0, 1, 3]);
    expect(diagnostics.map(({ code, count }) => [code, count])).toEqual([
      ["origin.acrossWater", 2],
      ["origin.offNetwork", 1],
    ]);
  });
  test("of facilities, be they points or areas", () => {
    const park: Facility = {
      ...facilityAt("park", at(5, 3), "park"),
      entrances: [],
      outline: [box(4.7, 2.7, 5.3, 3.3)],
      isArea: true,
    };
    const shops = [facilityAt("islet", at(5, 3), "shop"), facilityAt("far", at(5, 20), "shop"), park];
    const { diagnostics, attachments } = attachFacilities(network, shops, 500);
    expect(attachments).toEqual([[], [], []]);
    expect(diagnostics.map(({ code, sampleIds }) => [code, sampleIds])).toEqual([
      ["facility.acrossWater", ["islet", "park"]],
      ["facility.offNetwork", ["far"]],
    ]);
  });
});

describe("the tags of an area", () => {
  test.each([
    [{ natural: "water" }, "area"],
    [{ natural: "water", water: "river" }, "area"],
    [{ waterway: "riverbank" }, "area"],
    [{ waterway: "dock" }, "area"],
    [{ landuse: "reservoir" }, "area"],
    [{ fclass: "water" }, "area"],
    [{ fclass: "riverbank" }, "area"],
    [{ natural: "coastline" }, "line"],
    [{ natural: "bay" }, "line"],
    [{ natural: "wetland" }, null],
    [{ leisure: "swimming_pool", natural: "water" }, null],
    [{ natural: "water", amenity: "fountain" }, null],
    [{ natural: "water", water: "fountain" }, null],
    [{ natural: "water", water: "reflecting_pool" }, null],
    [{ natural: "water", water: "pond" }, "area"],
    [{ natural: "water", tunnel: "culvert" }, null],
    [{ natural: "water", highway: "pedestrian" }, null],
    [{ landuse: "grass" }, null],
  ] as const)("%o: %s", (tags, kind) => expect(waterKind(tags, true)).toBe(kind));
  test.each([
    [{ natural: "water" }, "line"],
    [{ waterway: "river" }, "line"],
    [{ fclass: "river" }, "line"],
    [{ landuse: "reservoir" }, null],
    [{ waterway: "stream" }, null],
    [{ fclass: "residential" }, null],
  ] as const)("of a line, %o: %s", (tags, kind) => expect(waterKind(tags, false)).toBe(kind));
});

describe("a water that is smaller than a hectare and no longer than 200 m", () => {
  const water = { natural: "water" };
  // blocks of 100 m
  const pond = box(4.6, 0.2, 5.4, 1.2);
  const lake = box(4.4, 0.2, 5.5, 1.2);
  const thin = box(0.1, 0.5, 9.9, 0.6);
  test.each<[string, Tags, readonly LonLat[][], boolean]>([
    ["a pond", water, [pond], false],
    ["a basin", { natural: "water", water: "basin" }, [pond], false],
    ["a small reservoir", { landuse: "reservoir" }, [pond], false],
    ["a dock", { waterway: "dock" }, [pond], false],
    ["a pond with an islet", water, [pond, box(4.8, 0.5, 5.2, 0.8)], false],
    ["two ponds", water, [box(4.6, 0.2, 5.4, 0.6), box(4.6, 0.7, 5.4, 1.2)], false],
    ["a pond of more than a hectare", water, [lake], true],
    ["a lake that is thin and long", water, [thin], true],
    ["a piece of a river", { natural: "water", water: "river" }, [pond], true],
    ["a piece of a canal", { waterway: "canal" }, [pond], true],
    ["a piece of a riverbank", { fclass: "riverbank" }, [pond], true],
    ["a lake and a pond far off", water, [lake, box(9, 5, 9.2, 5.2)], true],
  ])("is walked around: %s", (_, tags, outlines, isParting) => {
    const wanted = isParting ? "across water" : ["south", 130];
    const place = at(5, 1.3);
    expect(joined([south], watersAmong([{ isArea: true, outline: outlines, tags }]), place)).toEqual(wanted);
    const feature = {
      type: "Feature",
      properties: { id: "water", ...tags },
      geometry: { type: "MultiPolygon", coordinates: outlines.map((outline) => [outline]) },
    };
    const layer = [...toStreetLayer([south]).features, feature];
    const reading = readStreets(collection(layer as never));
    expect(reading.counts).toMatchObject({ given: 2, used: 2 });
    const { index } = buildModeNetwork(buildNetwork(reading.streets), walking, 500);
    expect(index.nearest(...place, 500) === null).toBe(isParting);
    if (outlines.length === 1) {
      const line = streetOf("water", outlines[0] as LonLat[], tags);
      if (waterKind(tags, true) === "area") expect(joined([south, line], [], place)).toEqual(wanted);
    }
  });
  test("an islet is ground, whatever its size", () => {
    const outline = [box(2, 1, 8, 5), box(4.9, 2.9, 5.1, 3.1)];
    const waters = watersAmong([{ isArea: true, outline, tags: { natural: "water" } }]);
    expect(joined([south], waters, at(5, 3))).toBe("across water");
    expect(joined([south], waters, at(5.5, 3))).toEqual(["south", 300]);
  });
});

describe("the layer of streets", () => {
  const lake = polygonFeature(box(2, 1, 8, 5).slice(0, 4), { natural: "water", id: "lake" });
  const ring = (coordinates: LonLat[]) => coordinates.map(([lon, lat]) => [lon, lat]);
  const rings = [ring(box(2, 1, 8, 5)), ring(box(4.5, 2.5, 5.5, 3.5))];
  const streets = toStreetLayer([south]).features;
  test.each([
    ["a polygon with a hole", { ...lake, geometry: { type: "Polygon", coordinates: rings } }],
    ["a multipolygon with a hole", { ...lake, geometry: { type: "MultiPolygon", coordinates: [rings] } }],
    [
      "parts of which one lies in the hole of another",
      {
        ...lake,
        geometry: { type: "MultiPolygon", coordinates: [rings, [ring(box(4.9, 2.9, 5.1, 3.05))]] },
      },
    ],
  ])("holds areas of water: %s", (_, feature) => {
    const input = collection([...streets, feature] as never);
    for (const given of [input, JSON.stringify(input)]) {
      const reading = readStreets(given);
      expect(reading.counts).toMatchObject({ given: 2, used: 2 });
      expect(reading.streets.count).toBe(1);
      const { index } = buildModeNetwork(buildNetwork(reading.streets), walking, 500);
      expect(index.nearest(...at(5.3, 3.3), 500)).toBeNull();
      expect(index.nearest(...at(5, 0.9), 500)?.accessMeters).toBeCloseTo(90, 0);
    }
  });
  test("holds lakes as closed lines", () => {
    const shore = streetOf("lake", box(2, 1, 8, 5), { natural: "water" });
    expect(joined([south, shore], [], at(5, 3))).toEqual(["south", 300]);
    expect(joined([south, shore], [], at(5, 5.1), 600)).toBe("across water");
    const island = streetOf("island", box(4, 1, 6, 3), { natural: "coastline" });
    expect(joined([south, island], [], at(5, 2))).toBe("across water");
  });
  test("of nothing but lakes is none of streets", () => {
    expect(() => readStreets(collection([lake]))).toThrow(/geometry\.kind \(1\)/);
  });
});

function randomRing(random: Random, town: ReturnType<typeof randomTown>): LonLat[] {
  const [x, y] = [random() * town.sizeMeters, random() * town.sizeMeters];
  const corners = 3 + drawIndex(random, 6);
  const ring = Array.from({ length: corners }, (_, i): LonLat => {
    const angle = (i / corners) * 2 * Math.PI;
    const radius = 20 + random() * 250;
    return town.at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  });
  return [...ring, ring[0] as LonLat];
}

test("places are joined as brute force says, in 60 random towns with lakes, islets and rivers", () => {
  let [moved, lost] = [0, 0];
  for (let seed = 0; seed < 60; seed++) {
    const town = randomTown(seed);
    const random = seededRandom(seed + 4200);
    const waters: Water[] = Array.from({ length: 1 + drawIndex(random, 4) }, () =>
      area(...Array.from({ length: 1 + drawIndex(random, 2) }, () => randomRing(random, town))),
    );
    if (seed % 3 === 0) waters.push({ isArea: false, lines: [randomRing(random, town).slice(1)] });
    const wet = networkOf(town.streets, waters);
    const dry = networkOf(town.streets, []);
    const edges = oracleEdges(town.streets, townAccess, 500);
    for (let i = 0; i < 60; i++) {
      const place = town.at(random() * town.sizeMeters, random() * town.sizeMeters);
      const reach = i % 2 === 0 ? 300 : 60;
      const found = wet.index.nearest(...place, reach);
      const wanted = attachPlace(place, edges, reach, allEdges(edges), waters);
      const where = `town ${seed}, place ${i}`;
      expect(found === null, where).toBe(wanted === null);
      const before = dry.index.nearest(...place, reach);
      if (found === null && before !== null) lost++;
      if (found === null || wanted === null) continue;
      expect(Math.abs(found.accessMeters - wanted.meters), where).toBeLessThan(1e-3);
      if (found.accessMeters !== before?.accessMeters) moved++;
    }
  }
  expect(moved).toBeGreaterThan(50);
  expect(lost).toBeGreaterThan(20);
});
