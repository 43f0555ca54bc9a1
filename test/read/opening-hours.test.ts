import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { computeCoverage } from "../../src/assess/compute-coverage.js";
import { parseOpenAt } from "../../src/read/open-at.js";
import { readFacilities } from "../../src/read/read-facilities.js";
import { type OpeningHoursOptions, withOpeningHours } from "../../src/read/with-opening-hours.js";

const HOURS: Readonly<Record<string, string | undefined>> = {
  weekdays: "Mo-Fr 08:00-18:00",
  weekend: "Sa,Su 09:00-17:00",
  always: "24/7",
  night: "Mo-Su 22:00-02:00",
  sun: "sunrise-sunset",
  holidays: "Mo-Fr 08:00-18:00; PH off",
  onHolidays: "PH,Su 10:00-12:00",
  appointment: 'Mo-Fr 08:00-18:00 "by appointment"',
  nonsense: "every now and then",
  silent: undefined,
};
const layer = {
  type: "FeatureCollection",
  features: Object.entries(HOURS).map(([id, hours], i) => ({
    type: "Feature",
    properties: { id, category: "pharmacy", ...(hours === undefined ? {} : { opening_hours: hours }) },
    geometry: { type: "Point", coordinates: [104.06 + i / 1000, 30.66] },
  })),
} as const;

async function openAt(when: string, more: Partial<OpeningHoursOptions> = {}): Promise<string[]> {
  return (await withOpeningHours(layer, { openAt: when, ...more })).rows.map(({ id }) => id);
}
const UNSURE = ["appointment", "nonsense", "silent"];

describe("facilities that are open at an hour", () => {
  test.each<[string, readonly string[]]>([
    ["We 10:00", ["weekdays", "always", "sun", "holidays"]],
    ["Su 10:00", ["weekend", "always", "sun", "onHolidays"]],
    ["We 23:00", ["always", "night"]],
    ["Th 01:59", ["always", "night"]],
    ["Fr 18:00", ["always"]],
  ])("%s: those by their hours, and those that do not tell theirs", async (when, open) => {
    const kept = await openAt(when);
    expect(kept.filter((id) => !UNSURE.includes(id))).toEqual(open);
    expect(kept).toEqual(expect.arrayContaining(["nonsense", "silent"]));
    expect((await openAt(when, { unknownHours: "closed" })).filter((id) => UNSURE.includes(id))).toEqual([]);
  });
  test("public holidays are those of the country; without one none are known, and that is said", async () => {
    expect(await openAt("2026-10-01 10:00", { country: "CN" })).not.toContain("holidays");
    expect(await openAt("2026-10-01 10:00")).toContain("holidays");
    expect(await openAt("2026-12-25 10:00"), "no country's holidays").toContain("holidays");
    const codes = async (more: object) =>
      (await withOpeningHours(layer, { openAt: "We 10:00", ...more })).diagnostics.map(({ code }) => code);
    expect(await codes({})).toContain("hours.holidays");
    expect(await codes({ country: "CN" })).not.toContain("hours.holidays");
  });
  test("those without hours are counted apart, and given = used + left out", async () => {
    const { counts, diagnostics } = await withOpeningHours(layer, { openAt: "We 10:00" });
    const countOf = (code: string) => diagnostics.find((one) => one.code === code)?.count;
    expect([countOf("hours.unknown"), countOf("hours.unreadable"), countOf("hours.unsure")]).toEqual([1, 1, 1]);
    expect(counts).toMatchObject({ given: 10, used: 7, leftOut: { "hours.closed": 3 } });
    const closed = await withOpeningHours(layer, { openAt: "We 10:00", unknownHours: "closed" });
    expect(closed.counts.used + Object.values(closed.counts.leftOut).reduce((sum, n) => sum + n, 0)).toBe(10);
    expect(closed.counts.leftOut).toMatchObject({ "hours.unknownClosed": 1, "hours.unsure": 1 });
  });
  test("a report is of what is open, and says what was closed", async () => {
    const block = [
      [
        [104.05, 30.65],
        [104.07, 30.65],
        [104.07, 30.67],
        [104.05, 30.65],
      ],
    ];
    const neighborhoods = { type: "Polygon", coordinates: block } as never;
    const report = computeCoverage({
      neighborhoods,
      facilities: await withOpeningHours(layer, { openAt: "We 10:00" }),
    });
    expect(report.inputs.find((one) => one.layer === "facilities")?.leftOut["hours.closed"]).toBe(3);
    expect(report.diagnostics.map(({ code }) => code)).toContain("hours.unknown");
  });
  test("what readFacilities gave is taken as it is", async () => {
    const read = await withOpeningHours(readFacilities(layer), { openAt: "We 10:00" });
    expect(JSON.stringify(read)).toBe(JSON.stringify(await withOpeningHours(layer, { openAt: "We 10:00" })));
  });
});

test("a time is a weekday and an hour, or a day and an hour; anything else is refused", () => {
  expect(parseOpenAt("We 10:00")).toEqual({ year: 2026, month: 12, day: 2, hour: 10, minute: 0 });
  expect(parseOpenAt("2026-12-02 9:05")).toMatchObject({ month: 12, day: 2, hour: 9, minute: 5 });
  for (const wrong of ["10:00", "Wed 10:00", "We 24:00", "We 10:60", "2026-02-30 10:00", "", null, 5])
    expect(() => parseOpenAt(wrong), `${wrong}`).toThrow(expect.objectContaining({ path: "options.openAt" }));
});

describe("in any time zone of the program", () => {
  const program = fileURLToPath(new URL("../support/open-in-zone.ts", import.meta.url));
  test("the same bytes come out", () => {
    const outputs = ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Chatham"].map((TZ) => {
      const run = spawnSync(process.execPath, ["--import", "tsx", program, JSON.stringify(layer)], {
        env: { ...process.env, TZ },
        encoding: "utf8",
      });
      expect(run.stderr, TZ).toBe("");
      return run.stdout;
    });
    expect(outputs[0]?.length).toBeGreaterThan(1000);
    expect(new Set(outputs).size).toBe(1);
  });
});
