import { expect, test } from "vitest";
import { toSourceText } from "../../src/report/sentences.js";
import { elderlyWalking, PROFILES, standardWalking } from "../../src/standards/travel-profiles.js";
import { ALL_PROFILES } from "../../src/standards/wheeled-profiles.js";
import { modesFor, OTHER_MODES } from "../../src/streets/modes/other-modes.js";

test("standard walking goes 300, 600 and 900 m in 5, 10 and 15 minutes, on steps and off the street too", () => {
  const { speedMetersPerSecond, stepsSpeedMetersPerSecond, offStreetSpeedMetersPerSecond } = standardWalking;
  expect([5, 10, 15].map((minutes) => minutes * 60 * speedMetersPerSecond)).toEqual([300, 600, 900]);
  expect(stepsSpeedMetersPerSecond).toBe(speedMetersPerSecond);
  expect(offStreetSpeedMetersPerSecond).toBe(speedMetersPerSecond);
});
test("elderly people climb steps at half their speed", () => {
  expect(elderlyWalking.stepsSpeedMetersPerSecond).toBe(elderlyWalking.speedMetersPerSecond / 2);
});
test("every profile of the library has an id of its own, a source in both languages, and a mode of the library", () => {
  expect(new Set(ALL_PROFILES.map(({ id }) => id)).size).toBe(ALL_PROFILES.length);
  for (const { id, mode, source, label, offStreetSpeedMetersPerSecond: off } of ALL_PROFILES) {
    for (const locale of ["zh", "en"] as const) expect(toSourceText(source, locale).length, id).toBeGreaterThan(15);
    expect(label.zh).toMatch(/\p{Script=Han}/u);
    expect([undefined, ...OTHER_MODES.map((one) => one.id)]).toContain(mode);
    expect(off, "people walk or roll off the street").toBeLessThanOrEqual(1.2);
  }
  expect(modesFor(ALL_PROFILES)).toEqual(OTHER_MODES);
  expect(modesFor(PROFILES)).toEqual([]);
});
test("every profile has an id of its own, a source, and the same reach off the street", () => {
  expect(new Set(PROFILES.map(({ id }) => id)).size).toBe(4);
  for (const { source, maxAccessMeters } of PROFILES) {
    expect(toSourceText(source, "en").length).toBeGreaterThan(20);
    expect(toSourceText(source, "zh")).toMatch(/\p{Script=Han}/u);
    expect(maxAccessMeters).toBe(500);
  }
});
