import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { computeCoverage, computeCoverages } from "../../src/assess/compute-coverage.js";
import { shownKindOf } from "../../src/base/showing.js";
import { prepareCity } from "../../src/city/prepare-city.js";
import type { TravelProfile } from "../../src/model/travel.js";
import { chengduFourCircles } from "../../src/standards/chengdu-four-circles.js";
import { fifteenMinuteCity } from "../../src/standards/fifteen-minute-city.js";
import { elderlyWalking, standardWalking } from "../../src/standards/travel-profiles.js";
import { ALL_PROFILES, driving, wheelchairRolling } from "../../src/standards/wheeled-profiles.js";
import { modesFor } from "../../src/streets/modes/other-modes.js";
import { profileRows } from "../../src/tables/profile-rows.js";
import { toProfilesCsv, toProfilesMarkdown, toProfilesText } from "../../src/tables/profile-table.js";
import { toWorkbookSheets } from "../../src/tables/to-xlsx.js";

const profiles = [standardWalking, elderlyWalking, wheelchairRolling];
const read = (layer: string) => readFileSync(`fixtures/jincheng/${layer}.geojson`);
const town = {
  neighborhoods: read("neighborhoods"),
  facilities: read("facilities"),
  streets: read("streets"),
  population: read("population"),
};
const city = prepareCity(town, { modes: modesFor(ALL_PROFILES) });
const reports = computeCoverages(city, { profiles });

describe("the table circle × profile", () => {
  test("has a row for every circle and profile, with the numbers of that profile's report", () => {
    const rows = profileRows(reports);
    expect(rows).toHaveLength(chengduFourCircles.circles.length * profiles.length);
    for (const row of rows) {
      const report = reports.find(({ profile }) => profile.id === row.profile_id);
      const circle = report?.city.circles[row.circle_id];
      expect([row.people_share, row.score]).toEqual([circle?.population.share, circle?.score]);
    }
    expect(rows.slice(0, 3).map(({ profile_id: id }) => id)).toEqual(["standard", "elderly", "wheelchair"]);
    expect(shownKindOf(rows)).toBe("rows");
  });
  test("tells that fewer reach as much who are slower", () => {
    const shares = profileRows(reports).filter(({ circle_id: id }) => id === "lifeService");
    const [standard = 0, elderly = 0, wheelchair = 0] = shares.map(({ people_share: share }) => share ?? 0);
    expect(standard).toBeGreaterThan(elderly);
    expect(elderly).toBeGreaterThanOrEqual(wheelchair);
  });
  test("stands on reports that say which streets are closed to whom", () => {
    const closedTo = (profile: TravelProfile) => {
      const { inputs, diagnostics } = computeCoverage(city, { profile });
      const { examples = [] } = diagnostics.find(({ code }) => code === "street.closed") ?? {};
      return { count: inputs.find(({ layer }) => layer === "streets")?.leftOut["street.closed"] ?? 0, examples };
    };
    expect(closedTo(driving).count).toBeGreaterThan(closedTo(standardWalking).count);
    expect(closedTo(driving).examples.join()).toMatch(/highway=(?:footway|pedestrian|steps|path)/);
  });
  test("sets profiles side by side as text and Markdown, in both languages, shares first and then scores", () => {
    const text = toProfilesText(reports, { locale: "en" });
    expect(text).toMatch(/Circle +Standard walking +Elderly walking +By wheelchair/);
    expect(text.match(/^Life service/gm)).toHaveLength(2);
    const markdown = toProfilesMarkdown(reports, { locale: "zh" });
    expect(markdown).toContain("| 生活圈 | 标准步行 | 老年人步行 | 轮椅出行 |");
    expect(markdown).toContain("| --- | ---: | ---: | ---: |");
  });
  test("is CSV with one line for each row", () => {
    const lines = toProfilesCsv(reports).trimEnd().split("\r\n");
    expect(lines).toHaveLength(1 + profileRows(reports).length);
    expect(lines[0]).toContain("standard_id,profile_id,profile,circle_id,circle,people_share,area_share,score,grade");
  });
  test("is a sheet of the workbook where there are several profiles, and none where there is one", () => {
    const [report] = reports;
    if (report === undefined) throw new Error("no report");
    const names = (options: object) => toWorkbookSheets(report, options).map(({ name }) => name);
    expect(names({ profiles: reports })).toContain("By profile");
    expect(names({})).toEqual(names({ profiles: [report] }));
    expect(names({})).not.toContain("By profile");
    const sheet = toWorkbookSheets(report, { profiles: reports }).find(({ name }) => name === "By profile");
    expect(sheet?.rows[0]?.slice(2)).toEqual(
      reports.map(({ city: { circles } }) => circles.lifeService?.population.share),
    );
  });
  test("puts each standard into a table of its own", () => {
    const both = computeCoverages(city, { standards: [chengduFourCircles, fifteenMinuteCity], profiles });
    const ids = new Set(profileRows(both).map(({ standard_id: id }) => id));
    expect([...ids]).toEqual([chengduFourCircles.id, fifteenMinuteCity.id]);
    expect(toProfilesMarkdown(both).match(/^## /gm)?.length).toBeGreaterThanOrEqual(2);
  });
  test.each([[[]], [null], ["reports"], [[{}]]])("refuses what is no list of reports: %j", (wrong) => {
    expect(() => profileRows(wrong as never)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  });
});
