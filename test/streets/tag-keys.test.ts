import { describe, expect, test } from "vitest";
import type { Streets } from "../../src/model/facts.js";
import type { Mode } from "../../src/model/mode.js";
import { readStreets } from "../../src/read/read-streets.js";
import { standardWalking } from "../../src/standards/travel-profiles.js";
import { MODES, tagKeysOf } from "../../src/streets/modes/modes.js";
import { OTHER_MODES } from "../../src/streets/modes/other-modes.js";
import { LEVEL_TAG_KEYS, levelOf } from "../../src/streets/street-level.js";
import { WATER_TAG_KEYS, waterKind, waterOf } from "../../src/streets/waters.js";
import { bicycle } from "../support/modes/bicycle.js";
import { car } from "../support/modes/car.js";
import { wheelchair } from "../support/modes/wheelchair.js";

/** Tags that note what is asked of them. */
function listening(tags: Readonly<Record<string, unknown>>, asked: Set<string>): Readonly<Record<string, unknown>> {
  return new Proxy(tags, {
    get: (target, key) => {
      asked.add(String(key));
      return target[String(key)];
    },
  });
}

const values = [undefined, "yes", "no", "private", "trunk", "construction", "steps", "50"];

/** What a mode asks of the tags of a street besides: one edge is enough. */
function waitsOf({ ground }: Mode, tags: Readonly<Record<string, unknown>>): void {
  const network = {
    edgeCount: 1,
    ...{ nodeLon: new Float64Array(2), nodeLat: new Float64Array(2) },
    ...{ edgeFrom: new Uint32Array(1), edgeTo: Uint32Array.of(1), edgeMeters: Float64Array.of(10) },
    edgeStreetRow: new Uint32Array(1),
  };
  const streets = { count: 1, tagSets: [tags], tagSetRow: new Uint32Array(1) } as unknown as Streets;
  ground?.arcSeconds({ network, streets }, { ...standardWalking, crossingSeconds: 5 }, Float64Array.of(10, 10));
}

function keysAskedBy(mode: Mode): string[] {
  const asked = new Set<string>();
  const speed = mode.speedOf({ ...standardWalking, stepsSpeedMetersPerSecond: 0.5 });
  for (const highway of values)
    for (const second of values)
      for (const access of values) {
        // `foot`, `bicycle`, `maxspeed`, … all say the same: each is asked for at some time
        const rest = Object.fromEntries(mode.tagKeys.map((key) => [key, second]));
        const tags = listening({ ...rest, highway, access }, asked);
        mode.accessOf(tags);
        if (typeof speed === "function") speed(tags);
        waitsOf(mode, tags);
      }
  return [...asked].sort();
}

describe("a mode", () => {
  test.each([
    ...MODES,
    ...OTHER_MODES,
    bicycle,
    wheelchair,
    car,
  ])("looks at its tag keys and at no others ($id)", (mode) => {
    expect(keysAskedBy(mode)).toEqual([...mode.tagKeys].sort());
  });
});

describe("the reader of streets", () => {
  const tags = { highway: "residential", maxspeed: "30", surface: "gravel", bridge: "yes", name: "A" };
  const feature = {
    type: "Feature",
    properties: tags,
    geometry: {
      type: "LineString",
      coordinates: [
        [0, 0],
        [0, 0.001],
      ],
    },
  };
  const collection = { type: "FeatureCollection", features: [feature] };
  const tagsOf = (input: object | string, tagKeys?: readonly string[]) =>
    readStreets(input, tagKeys === undefined ? {} : { tagKeys }).streets.tagSets;
  test.each([
    ["objects", collection],
    ["text", JSON.stringify(collection)],
  ])("keeps the tags that the modes of the library look at, and those about levels (%s)", (_, input) => {
    expect(tagsOf(input)).toEqual([{ highway: "residential", bridge: "yes" }]);
  });
  test.each([
    ["objects", collection],
    ["text", JSON.stringify(collection)],
  ])("keeps the tags it is told to, and no others (%s)", (_, input) => {
    expect(tagsOf(input, tagKeysOf([bicycle]))).toEqual([{ highway: "residential", surface: "gravel", bridge: "yes" }]);
    expect(tagsOf(input, tagKeysOf([car]))).toEqual([{ highway: "residential", maxspeed: "30", bridge: "yes" }]);
    expect(tagsOf(input, ["name"])).toEqual([{ name: "A" }]);
    expect(tagsOf(input, [])).toEqual([{}]);
  });
  test("refuses keys that it could not tell from ids, or not read alike from objects and from text", () => {
    for (const keys of [["nodes"], ["tags"], ["id"], ["osm_id"], ["路"], ['a"b'], [""], [1], "highway"])
      expect(() => tagsOf(collection, keys as string[]), JSON.stringify(keys)).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    expect(() =>
      tagsOf(
        collection,
        Array.from({ length: 101 }, (_, i) => `key${i}`),
      ),
    ).toThrow(/up to 100 tag keys/);
    expect(tagsOf(collection, [...Array.from({ length: 99 }, (_, i) => `key${i}`), "name"])).toEqual([{ name: "A" }]);
  });
});

test("levels look at the tags about levels and at no others", () => {
  const asked = new Set<string>();
  for (const bridge of values) for (const tunnel of values) levelOf(listening({ bridge, tunnel }, asked));
  expect([...asked].sort()).toEqual([...LEVEL_TAG_KEYS].sort());
  expect(tagKeysOf(MODES)).toEqual(expect.arrayContaining([...LEVEL_TAG_KEYS]));
});

test("waters look at the tags about waters, at levels and at streets, and at no others", () => {
  const asked = new Set<string>();
  for (const value of values)
    for (const key of WATER_TAG_KEYS) {
      const tags = listening({ [key]: value }, asked);
      waterKind(tags, true);
      waterOf("area", tags, []);
    }
  const others = [...LEVEL_TAG_KEYS, "highway"];
  expect([...asked].filter((key) => !others.includes(key)).sort()).toEqual([...WATER_TAG_KEYS].sort());
  expect(tagKeysOf([bicycle])).toEqual(expect.arrayContaining([...WATER_TAG_KEYS]));
});
