import { describe, expect, test } from "vitest";
import { standardWalking } from "../../src/standards/travel-profiles.js";
import { walking } from "../../src/streets/modes/walking.js";
import { NAMED_VALUES, WALKING_ROWS, walkingBy } from "../oracle/oracle-walking.js";
import { draw, drawIndex, seededRandom } from "../support/random.js";

type Tags = Readonly<Record<string, unknown>>;
const accessTo = (tags: Tags) => {
  const { forward, backward } = walking.accessOf(tags);
  return { forward, backward };
};
const OPEN = ["residential", "footway", "path", "steps", "pedestrian", "service", "primary", "track", "what_not"];
const EVERY: Readonly<Record<string, readonly unknown[]>> = {
  highway: [...OPEN, ...(NAMED_VALUES.get("highway") ?? []).filter((value) => value !== "*"), undefined],
  foot: [...(NAMED_VALUES.get("foot") ?? []), "what_not", "private;customers", undefined],
  access: [...(NAMED_VALUES.get("access") ?? []), "what_not", "private; destination", "forestry;delivery", undefined],
};

describe("who may walk where", () => {
  test("is told by a table of ten rows, in which every row is there for something", () => {
    expect(WALKING_ROWS.length).toBe(10);
    expect(WALKING_ROWS.map(({ isOpen }) => isOpen)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    for (const { text } of WALKING_ROWS.slice(0, -1)) expect(text).toMatch(/`[\w:*]+=/);
  });
  test("is what the guide's table says, for every pair of road and foot, road and access, foot and access", () => {
    for (const [a, b] of [
      ["highway", "foot"],
      ["highway", "access"],
      ["foot", "access"],
    ] as const)
      for (const first of EVERY[a] ?? [])
        for (const second of EVERY[b] ?? []) {
          const tags = { ...(a === "foot" ? { highway: "motorway" } : {}), [a]: first, [b]: second };
          expect({ tags, ...accessTo(tags) }).toEqual({ tags, ...walkingBy(tags) });
        }
  });
  test("is what the guide's table says for 20,000 lines with tags of all kinds", () => {
    const random = seededRandom(3);
    const others: Readonly<Record<string, readonly unknown[]>> = {
      fclass: ["residential", "motorway", "trunk_link"],
      motorroad: ["yes", "no"],
      sidewalk: ["no", "none", "both", "separate"],
      abandoned: ["yes", "no"],
      disused: ["yes", "no"],
      "oneway:foot": ["yes", "1", "-1", "no"],
      conveying: ["yes", "forward", "backward", "reversible"],
      oneway: ["yes", "-1"],
      bridge: ["yes"],
    };
    const notStreets = [...NAMED_VALUES].filter(([, values]) => values.includes("*")).map(([key]) => key);
    expect(notStreets).toContain("waterway");
    const wrong: unknown[] = [];
    const counts = { open: 0, closed: 0, oneWay: 0 };
    for (let i = 0; i < 20_000; i++) {
      const tags: Record<string, unknown> = {};
      for (const [key, values] of Object.entries(EVERY)) if (random() < 0.4) tags[key] = draw(random, values);
      for (const [key, values] of Object.entries(others)) if (random() < 0.12) tags[key] = draw(random, values);
      if (random() < 0.2) tags[draw(random, notStreets)] = draw(random, ["yes", "no", "platform"]);
      if (drawIndex(random, 3) === 0) tags.highway = draw(random, ["trunk", "trunk_link"]);
      for (const key of Object.keys(tags)) if (tags[key] === undefined) delete tags[key];
      const found = accessTo(tags);
      const expected = walkingBy(tags);
      if (found.forward !== expected.forward || found.backward !== expected.backward) wrong.push({ tags, expected });
      counts[found.forward && found.backward ? "open" : found.forward || found.backward ? "oneWay" : "closed"]++;
    }
    expect(wrong).toEqual([]);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(500);
  });
  test.each([
    [{ railway: "platform", foot: "yes" }, true],
    [{ railway: "platform" }, false],
    [{ man_made: "pier", foot: "designated" }, true],
    [{ waterway: "dam", foot: "permissive" }, true],
    [{ aerialway: "gondola", foot: "yes" }, false],
    [{ route: "ferry", foot: "yes" }, false],
    [{ man_made: "pipeline" }, false],
    [{ telecom: "line" }, false],
    [{ "piste:type": "downhill" }, false],
    [{ barrier: "wall" }, false],
    [{ contour: "elevation" }, false],
    [{ "abandoned:*": "railway=rail" }, false],
    [{ highway: "footway", "abandoned:*": "railway=rail" }, true],
    [{ highway: "residential", "construction:*": "cycleway=lane" }, true],
    [{ highway: "footway", razed: "yes" }, false],
    [{ fclass: "rail" }, false],
    [{ fclass: "cable_car" }, false],
    [{ fclass: "footway" }, true],
    [{ name: "Greenway" }, true],
    [{ foot: "no" }, false],
    [{ access: "private" }, false],
    [{ highway: "motorway;motorway_link" }, false],
    [{ highway: "motorway;footway" }, true],
    [{ highway: "construction;footway" }, true],
    [{ highway: "proposed;construction" }, false],
    [{ highway: "trunk;trunk_link", sidewalk: "no" }, false],
    [{ highway: "trunk;footway", sidewalk: "no" }, true],
    [{ highway: "Motorway" }, false],
    [{ highway: "residential", foot: "NO" }, false],
  ])("of %o: %s", (tags, isOpen) => {
    expect(accessTo(tags)).toEqual({ forward: isOpen, backward: isOpen });
  });
  test.each([
    [{ "sidewalk:both": "no" }, false],
    [{ "sidewalk:left": "no", "sidewalk:right": "no" }, false],
    [{ "sidewalk:left": "no", "sidewalk:right": "none" }, false],
    [{ "sidewalk:left": "no" }, true], // the other side is not told
    [{ "sidewalk:left": "no", "sidewalk:right": "yes" }, true],
    [{ sidewalk: "no", "sidewalk:right": "separate" }, true],
    [{ sidewalk: "no", "sidewalk:left": "no" }, false],
    [{ sidewalk: "both", "sidewalk:both": "no" }, false],
  ])("a trunk road with %o: %s", (sides, isOpen) => {
    expect(accessTo({ highway: "trunk", ...sides }).forward).toBe(isOpen);
    expect(accessTo({ highway: "primary", ...sides }).forward).toBe(true);
  });
  test("one way on foot may be written in several ways, on plain lines too", () => {
    for (const value of ["yes", "1", 1, true])
      expect(accessTo({ "oneway:foot": value })).toEqual({ forward: true, backward: false });
    for (const value of ["-1", -1])
      expect(accessTo({ "oneway:foot": value })).toEqual({ forward: false, backward: true });
  });
  test("a street with steps among its values is walked as steps", () => {
    const speed = walking.speedOf({ ...standardWalking, stepsSpeedMetersPerSecond: 0.5 });
    if (typeof speed === "number") throw new Error("one speed");
    expect(speed({ highway: "footway;steps" }).forward).toBe(0.5);
    expect(speed({ highway: "footway" }).forward).toBe(1);
  });
  test("a line that is closed names the tag that closes it", () => {
    expect(walking.accessOf({ highway: "path", access: "private" }).because).toBe("access=private");
    expect(walking.accessOf({ route: "ferry", foot: "yes" }).because).toBe("route=ferry");
    expect(walking.accessOf({ "proposed:*": "highway=footway" }).because).toBe("proposed:highway=footway");
    expect(walking.accessOf({ foot: "no" }).because).toBe("foot=no");
    expect(walking.accessOf({ highway: "trunk", sidewalk: "none" }).because).toBe("sidewalk=none");
    expect(walking.accessOf({ highway: "residential", disused: "yes" }).because).toBe("disused=yes");
  });
});
