import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { moved } from "../support/moved-city.js";
import { smallCity } from "../support/small-city.js";
import { useSmallCity } from "../support/use-small-city.js";

// What the command does where the default standard is made for another country.

const folder = useSmallCity();
const { start } = folder;
const LAYERS = ["neighborhoods", "facilities", "streets", "stops", "population"] as const;
const CITY = ["--neighborhoods", "neighborhoods.geojson", "--facilities", "facilities.geojson"];
const config = () => JSON.parse(readFileSync(join(folder.path, "quarterhour.config.json"), "utf8"));

/** Moves the city of the folder to a place. */
function moveTo(lon: number, lat: number): void {
  for (const layer of LAYERS)
    folder.write(`${layer}.geojson`, JSON.stringify(moved(smallCity[layer], lon - 104.06, lat - 30.66)));
}

describe("init", () => {
  test.each([
    ["Lisbon", -9.14, 38.72],
    ["Kathmandu", 85.32, 27.72],
    ["Porto Alegre", -51.2, -30.03],
    ["Seoul", 127, 37.55],
  ])("in %s writes the neutral standard, says so, and run judges by it", (_, lon, lat) => {
    moveTo(lon, lat);
    const { exitCode, stderr } = start(["init"]);
    expect([exitCode, config().standard]).toEqual([0, "fifteen-minute-city"]);
    expect(stderr).toContain("outside China: quarterhour.config.json names the standard fifteen-minute-city");
    expect(JSON.parse(start(["run", "--json"]).stdout).standard.id).toBe("fifteen-minute-city");
  });
  test.each([
    ["Chengdu", 104.06, 30.66],
    ["Harbin", 126.63, 45.75],
  ])("in %s leaves the default one", (_, lon, lat) => {
    moveTo(lon, lat);
    start(["init"]);
    expect(config().standard).toBeUndefined();
  });
  test("goes by what it is told: a standard, or a country", () => {
    moveTo(-9.14, 38.72);
    start(["init", "--standard", "chengdu-four-circles"]);
    expect(config().standard).toBe("chengdu-four-circles");
    start(["init", "--force", "--country", "cn"]);
    expect(config()).toMatchObject({ country: "CN" });
    expect(config().standard).toBeUndefined();
    moveTo(104.06, 30.66);
    start(["init", "--force", "--country", "PT"]);
    expect(config()).toMatchObject({ country: "PT", standard: "fifteen-minute-city" });
  });
  test("says it in Chinese, too", () => {
    moveTo(-9.14, 38.72);
    expect(start(["init", "--lang", "zh"]).stderr).toContain("数据不在中国");
  });
});

describe("run and check", () => {
  test("propose the neutral standard with its flag, where the default one is made for another country", () => {
    moveTo(-9.14, 38.72);
    for (const command of ["run", "check"]) {
      const { exitCode, stdout } = start([command, ...CITY]);
      expect([command, exitCode]).toEqual([command, 0]);
      expect(stdout.replace(/\s+/g, " ")).toContain("Add --standard fifteen-minute-city");
      expect(start([command, ...CITY, "--lang", "zh"]).stdout.replace(/\s+/g, "")).toContain(
        "请加--standardfifteen-minute-city",
      );
      for (const more of [
        ["--standard", "fifteen-minute-city"],
        ["--country", "CN"],
      ])
        expect(start([command, ...CITY, ...more]).stdout).not.toContain("another country");
    }
    const { findings: diagnostics } = JSON.parse(start(["check", ...CITY, "--json"]).stdout);
    expect(diagnostics.map(({ code }: { code: string }) => code)).toContain("standard.elsewhere");
  });
  test("judge by the neutral standard by its id, without grades", () => {
    const { stdout } = start(["run", ...CITY, "--standard", "fifteen-minute-city", "--json"]);
    const { standard, city } = JSON.parse(stdout);
    expect([standard.id, standard.country, standard.grades]).toEqual(["fifteen-minute-city", null, []]);
    expect(Object.keys(city.circles)).toEqual(["supplies", "care", "learning", "enjoyment", "services", "moving"]);
    expect(city.requirements.pharmacy.status).not.toBe("no-data");
  });
  test("refuse what is no country, and a standard that is misspelt", () => {
    const country = start(["run", ...CITY, "--country", "Portugal"]);
    expect([country.exitCode, country.stderr.includes("two letters of ISO 3166")]).toEqual([2, true]);
    const standard = start(["run", ...CITY, "--standard", "fifteen-minute-citty"]);
    expect([standard.exitCode, standard.stderr.includes("fifteen-minute-city")]).toEqual([2, true]);
  });
});
