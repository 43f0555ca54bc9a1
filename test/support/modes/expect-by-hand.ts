import { expect } from "vitest";
import type { Tags } from "../../../src/base/words.js";
import type { Mode } from "../../../src/model/mode.js";
import type { TravelProfile } from "../../../src/model/travel.js";

/** Holds access and speeds of a way against those that were worked out by hand: metres per second there and back, 0 = closed. */
export function expectByHand(
  mode: Mode,
  profile: TravelProfile,
  tags: Tags,
  [there, back]: readonly [there: number, back: number],
): void {
  const name = JSON.stringify(tags);
  const speed = mode.speedOf(profile);
  const { forward, backward, because } = mode.accessOf(tags);
  const speeds = typeof speed === "number" ? { forward: speed, backward: speed } : speed(tags);
  expect([forward, backward], name).toEqual([there > 0, back > 0]);
  expect(because !== "", name).toBe(there === 0 && back === 0);
  if (there > 0) expect(speeds.forward, name).toBeCloseTo(there, 12);
  if (back > 0) expect(speeds.backward, name).toBeCloseTo(back, 12);
}
