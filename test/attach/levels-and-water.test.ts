import { describe, expect, test } from "vitest";
import { attachFacilities } from "../../src/attach/attach-facilities.js";
import type { LonLat, Tags } from "../../src/base/words.js";
import type { Facility } from "../../src/model/facts.js";
import { desertGrid, streetOf } from "../support/desert-grid.js";
import { draw, seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import type { Street } from "../support/streets.js";
import { facilityAt, modeNetworkOf } from "../support/travel-city.js";

const { at } = desertGrid({ columns: 2, rows: 2, blockMeters: 100 });
const line = (id: string, y: number, tags?: Tags, from = 0, to = 10): Street =>
  streetOf(
    id,
    Array.from({ length: to - from + 1 }, (_, i) => at(from + i, y)),
    tags,
  );

/** The id of the street that a place is joined to, and how far off. */
function joined(streets: readonly Street[], place: LonLat, maxMeters = 500): [string, number] | null {
  const { index, network, streets: columns } = modeNetworkOf(streets, 500);
  const found = index.nearest(...place, maxMeters);
  if (found === null) return null;
  const row = network.edgeStreetRow[found.edge] as number;
  return [columns.ids[row] as string, Math.round(found.accessMeters)];
}

describe("a place is not joined in mid-span to", () => {
  test.each([
    { tunnel: "yes" },
    { tunnel: "yes", layer: "-2" },
    { tunnel: "covered" },
    { bridge: "yes" },
    { bridge: "viaduct", layer: "1" },
    { bridge: "movable", layer: "2" },
  ])("a street with %o", (tags) => {
    expect(joined([line("below or above", 1, { highway: "footway", ...tags }), line("street", 3)], at(5, 1.1))).toEqual(
      ["street", 190],
    );
  });
  test.each([
    { tunnel: "building_passage" },
    { bridge: "boardwalk" },
    { bridge: "no", tunnel: "no" },
    { layer: "1" },
  ])("but is to one with %o, which lies on the ground", (tags) => {
    expect(joined([line("near", 1, { highway: "footway", ...tags }), line("street", 3)], at(5, 1.1))?.[0]).toBe("near");
  });
  test("a bridge or tunnel, even if there is nothing else: its ends are where streets join it", () => {
    const tunnel = line("tunnel", 0, { highway: "footway", tunnel: "yes" }, 2, 8);
    const street = line("street", 0, undefined, 8, 12);
    expect(joined([tunnel, street], at(7, 0))).toEqual(["street", 100]);
    expect(joined([tunnel], at(5, 0))).toBeNull();
  });
});

describe("an outline", () => {
  const park = (outline: readonly LonLat[]): Facility => ({
    ...facilityAt("park", outline[0] as LonLat, "park"),
    entrances: [],
    outline: [[...outline, outline[0] as LonLat]],
    isArea: true,
  });
  const square = park([at(4, -1), at(6, -1), at(6, 1), at(4, 1)]);
  const entriesOf = (streets: readonly Street[], facility = square) => {
    const modeNetwork = modeNetworkOf(streets, 500);
    const [entries = []] = attachFacilities(modeNetwork, [facility], 500).attachments;
    return entries.map(({ edge }) => modeNetwork.streets.ids[modeNetwork.network.edgeStreetRow[edge] as number]);
  };
  test.each([
    { bridge: "yes" },
    { bridge: "viaduct", layer: "1" },
    { tunnel: "yes" },
  ])("is not entered from a street over or under it: %o", (tags) => {
    const over = line("over", 0, { highway: "secondary", ...tags });
    const beside = streetOf("beside", [at(10, 0), at(10, 2), at(5, 2)]);
    expect(new Set(entriesOf([over, beside]))).toEqual(new Set(["beside"]));
    expect(new Set(entriesOf([line("over", 0), beside]))).toEqual(new Set(["over"]));
  });
  test("is not entered where a closed gate stands, but elsewhere", () => {
    const streets = [
      streetOf("to the gate", [at(0, 0), at(4.02, 0)]),
      streetOf("path", [at(0, 0), at(0, 3), at(5, 3), at(5, 0.5)]),
    ];
    expect(entriesOf(streets).sort()).toContain("to the gate");
    expect(new Set(entriesOf(streets, { ...square, closedEntrances: [at(4, 0.01)] }))).toEqual(new Set(["path"]));
  });
});

describe("water", () => {
  const river = (tags: Tags): Street => streetOf("river", [at(-3, 0.5), at(4, 0.55), at(15, 0.5)], tags);
  const islet = line("other bank", 0);
  const own = line("own bank", 3);
  test.each([
    { waterway: "river" },
    { waterway: "canal" },
    { natural: "coastline" },
    { natural: "water" },
  ])("is not crossed off the streets: %o", (tags) => {
    expect(joined([islet, own], at(5, 1))).toEqual(["other bank", 100]);
    expect(joined([islet, own, river(tags)], at(5, 1))).toEqual(["own bank", 200]);
    expect(joined([islet, own, river(tags)], at(5, 1), 150)).toBeNull();
    expect(joined([islet, own, river(tags)], at(5, 0.2))).toEqual(["other bank", 20]);
  });
  test.each([
    { waterway: "stream" },
    { waterway: "ditch" },
    { waterway: "river", tunnel: "culvert" },
    { natural: "tree_row" },
  ])("that is stepped over does not matter: %o", (tags) =>
    expect(joined([islet, own, river(tags)], at(5, 1))).toEqual(["other bank", 100]));
  test("lies between places and streets as brute force says, in 60 random towns", () => {
    let moved = 0;
    for (let seed = 0; seed < 60; seed++) {
      const town = randomTown(seed);
      const random = seededRandom(seed + 900);
      const place = () => town.at(random() * town.sizeMeters, random() * town.sizeMeters);
      const water = streetOf("river", [place(), place(), place()], { waterway: draw(random, ["river", "canal"]) });
      const streets =
        town.streets[0]?.nodeIds === null
          ? [...town.streets, water]
          : [...town.streets, { ...water, nodeIds: ["a", "b", "c"] }];
      const dry = modeNetworkOf(town.streets, 500);
      const wet = modeNetworkOf(streets, 500);
      for (let i = 0; i < 40; i++) {
        const from = place();
        const found = wet.index.nearest(...from, 300);
        // every street that is nearer than the answer lies across the water
        const nearer = dry.index.nearest(...from, 300);
        if (nearer?.accessMeters !== found?.accessMeters) moved++;
        if (found === null) continue;
        const [a, b] = wet.index.ends(found.edge);
        const foot: LonLat = [a[0] + found.fraction * (b[0] - a[0]), a[1] + found.fraction * (b[1] - a[1])];
        expect(crosses(from, foot, water.coordinates), `town ${seed}, place ${i}`).toBe(false);
      }
    }
    expect(moved).toBeGreaterThan(50);
  });
});

/** By the side of each end that the others' ends are on. */
function crosses(a: LonLat, b: LonLat, way: readonly LonLat[]): boolean {
  const side = (p: LonLat, q: LonLat, r: LonLat) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return way.slice(1).some((d, i) => {
    const c = way[i] as LonLat;
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  });
}

describe("a small island", () => {
  const main = [
    line("main", 0, undefined, 0, 40),
    line("more", -10, undefined, 0, 40),
    streetOf("joint", [at(0, 0), at(0, -10)]),
  ];
  const island = line("island", 2, undefined, 4, 14);
  test("of a kilometre is avoided where the large network is not 100 m farther", () => {
    expect(joined([...main, island], at(9, 1.3))).toEqual(["main", 130]);
    expect(joined([...main, island], at(9, 1.55))?.[0]).toBe("island");
  });
  test("keeps those who live on it", () => {
    expect(joined([...main, island], at(9, 2.1))).toEqual(["island", 10]);
  });
  test("is entered where it is, and from the large network if that is near", () => {
    const modeNetwork = modeNetworkOf([...main, island], 500);
    const hall: Facility = {
      ...facilityAt("hall", at(9, 2), "hall"),
      entrances: [],
      outline: [[at(8, 0.5), at(10, 0.5), at(10, 2.2), at(8, 2.2), at(8, 0.5)]],
      isArea: true,
    };
    const [entries = []] = attachFacilities(modeNetwork, [hall], 500).attachments;
    const ids = new Set(
      entries.map(({ edge }) => modeNetwork.streets.ids[modeNetwork.network.edgeStreetRow[edge] as number]),
    );
    expect(ids).toEqual(new Set(["main", "island"]));
  });
});
