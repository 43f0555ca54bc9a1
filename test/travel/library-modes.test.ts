import { describe, expect, test } from "vitest";
import type { Mode } from "../../src/model/mode.js";
import { bicycle } from "../../src/streets/modes/bicycle.js";
import { car } from "../../src/streets/modes/car.js";
import { pushchair } from "../../src/streets/modes/pushchair.js";
import { wheelchair } from "../../src/streets/modes/wheelchair.js";
import { compareWithOracle } from "../support/compare-with-oracle.js";
import { expectByHand } from "../support/modes/expect-by-hand.js";
import {
  drawLibraryTags,
  LIBRARY_WAYS,
  type LibraryMode,
  libraryAccess,
  speedsByHand,
  TRAVELERS,
} from "../support/modes/library-ways.js";
import { randomTown } from "../support/random-town.js";
import type { walkingAt } from "../support/travel-city.js";

const TOWNS = 60;

const MODES: readonly (readonly [LibraryMode, Mode, { readonly cutoff: number; readonly within: number }])[] = [
  ["wheelchair", wheelchair, { cutoff: 1500, within: 600 }],
  ["pushchair", pushchair, { cutoff: 1500, within: 600 }],
  ["bicycle", bicycle, { cutoff: 600, within: 200 }],
  ["car", car, { cutoff: 500, within: 200 }],
];

describe.each(MODES)("the library's mode %s", (id, mode, { cutoff, within }) => {
  const profile = { ...TRAVELERS[id], maxAccessMeters: 150 } as ReturnType<typeof walkingAt>;

  test("gives each way the access and the speeds worked out by hand, and says what closes it", () => {
    for (const way of LIBRARY_WAYS) expectByHand(mode, profile, way[0], speedsByHand(way, id));
  });

  test("equals a plain Dijkstra over edges cut at every place, in random towns of such ways", () => {
    let reached = 0;
    for (let seed = 0; seed < TOWNS; seed++) {
      const town = randomTown(seed, { tagsOf: drawLibraryTags });
      const by = seed % 4 === 3 ? "meters" : "seconds";
      const trips = {
        profile,
        mode,
        access: libraryAccess(id),
        nearestCount: 1 + (seed % 3),
        by,
        cutoff,
        within,
      } as const;
      reached += compareWithOracle(town, trips, `${id}, town ${seed}`);
    }
    expect(reached).toBeGreaterThan(4 * TOWNS);
  });
});

test("what closes a way to a wheelchair is told by its tag", () => {
  const because = (tags: object) => wheelchair.accessOf(tags as Record<string, string>).because;
  expect(because({ highway: "steps" })).toBe("highway=steps");
  expect(because({ highway: "footway", surface: "sand" })).toBe("surface=sand");
  expect(because({ highway: "footway", incline: "12%" })).toBe("incline=12%");
  expect(because({ highway: "footway", width: "0.7 m" })).toBe("width=0.7 m");
  expect(because({ highway: "motorway" })).toBe("highway=motorway");
});
