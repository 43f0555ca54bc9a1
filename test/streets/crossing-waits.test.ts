import { expect, test } from "vitest";
import { buildModeNetwork } from "../../src/attach/mode-network.js";
import { readStreets } from "../../src/read/read-streets.js";
import { wheelchairRolling } from "../../src/standards/wheeled-profiles.js";
import { buildNetwork } from "../../src/streets/build-network.js";
import { MODES, tagKeysOf } from "../../src/streets/modes/modes.js";
import { wheelchair } from "../../src/streets/modes/wheelchair.js";
import { weighInMeters, weighInSeconds } from "../../src/streets/weigh.js";

const feature = (coordinates: readonly (readonly number[])[], properties: object) => ({
  type: "Feature",
  properties,
  geometry: { type: "LineString", coordinates },
});
/** A street, and a crossing of two edges of different lengths. */
const features = [
  feature(
    [
      [0, 0],
      [0, 0.001],
    ],
    { highway: "residential" },
  ),
  feature(
    [
      [0, 0.001],
      [0, 0.0011],
      [0, 0.0014],
    ],
    { highway: "footway", footway: "crossing" },
  ),
];
const { streets } = readStreets(
  { type: "FeatureCollection", features },
  { tagKeys: tagKeysOf([...MODES, wheelchair]) },
);
const modeNetwork = buildModeNetwork(buildNetwork(streets), wheelchair, 0);
const secondsWith = (crossingSeconds: number) =>
  weighInSeconds(modeNetwork, { ...wheelchairRolling, surfaceShares: {}, crossingSeconds });

test("a crossing is waited at once, however many edges it has, both ways; other streets are not", () => {
  const meters = weighInMeters(modeNetwork);
  const waits = secondsWith(12).map((seconds, arc) => seconds - (meters[arc] as number) / 0.8);
  const { edgeStreetRow } = modeNetwork.network;
  for (const [street, wait] of [
    [0, 0],
    [1, 12],
  ] as const)
    for (const direction of [0, 1]) {
      const own = waits.filter((_, arc) => edgeStreetRow[arc >> 1] === street && (arc & 1) === direction);
      expect(own.reduce((sum, each) => sum + each, 0)).toBeCloseTo(wait, 9);
    }
});
test("a part of a crossing is a part of its wait", () => {
  const meters = weighInMeters(modeNetwork);
  const perMeter = secondsWith(12).map((seconds, arc) => seconds / (meters[arc] as number));
  const { edgeStreetRow } = modeNetwork.network;
  const crossing = [...perMeter].filter((_, arc) => edgeStreetRow[arc >> 1] === 1);
  for (const each of crossing) expect(each).toBeCloseTo(crossing[0] as number, 9);
});
test("who waits nowhere takes what the way is long", () => {
  const meters = weighInMeters(modeNetwork);
  for (const [arc, seconds] of secondsWith(0).entries()) expect(seconds).toBeCloseTo((meters[arc] as number) / 0.8, 9);
});
test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("a wait of %s seconds is refused", (wait) => {
  expect(() => secondsWith(wait)).toThrow(
    expect.objectContaining({ code: "INVALID_ARGUMENT", path: "options.profile.crossingSeconds" }),
  );
});
