import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { type CoverageReport, chengduFourCircles } from "../../src/index.js";
import { STANDARDS } from "../../src/standards/standards.js";
import { ALL_PROFILES } from "../../src/standards/wheeled-profiles.js";
import { smallCity, TemporaryFolder } from "../support/small-city.js";
import { startCommand } from "../support/start-command.js";
import { useSmallCity } from "../support/use-small-city.js";

const CITY = ["--neighborhoods", "neighborhoods.geojson", "--facilities", "facilities.geojson"];
const STREETS = [...CITY, "--streets", "streets.geojson"];

const folder = useSmallCity();
const { start } = folder;

function read(name: string): string {
  return readFileSync(join(folder.path, name), "utf8");
}

describe("compare", () => {
  beforeEach(() => {
    start(["run", ...STREETS, "--quiet", "-o", "a"]);
    start(["run", ...STREETS, "--profile", "elderly", "--quiet", "-o", "b"]);
  });

  test("prints what changed, in either language, or JSON", () => {
    const { exitCode, stdout, stderr } = start(["compare", "a/report.json", "b/report.json"]);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Profile: Standard walking → Elderly walking");
    expect(start(["compare", "a/report.json", "b/report.json", "--lang", "zh"]).stdout).toContain("→ 老年人步行");
    const json = JSON.parse(start(["compare", "a/report.json", "b/report.json", "--json"]).stdout);
    expect(json.methodChanges.map(({ what }: { what: string }) => what)).toEqual(["profile"]);
  });

  test("names the file that is no report, and the one that is missing", () => {
    const wrong = start(["compare", "a/report.json", "streets.geojson"]);
    expect([wrong.exitCode, wrong.stdout]).toEqual([65, ""]);
    expect(wrong.stderr).toContain("streets.geojson is not a report");
    expect(start(["compare", "a/report.json", "c.json"]).exitCode).toBe(66);
    expect(start(["compare", "a/report.json"]).stderr).toContain("Usage: quarterhour compare <before> <after>");
  });
});

describe("init", () => {
  test("finds the layers, writes a configuration that runs, and does not replace one", () => {
    const { exitCode, stdout, stderr } = start(["init", "--profile", "elderly"]);
    expect([exitCode, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("streets.geojson: streets, lines");
    const config = JSON.parse(read("quarterhour.config.json"));
    expect(config).toMatchObject({
      neighborhoods: "neighborhoods.geojson",
      facilities: ["facilities.geojson", "stops.geojson"],
      streets: "streets.geojson",
      profile: "elderly",
      property: { neighborhoods: { population: "people" }, population: { population: "residents" } },
      output: "out",
    });
    expect(start(["run", "--quiet"]).exitCode).toBe(0);
    expect(existsSync(join(folder.path, "out/report.html"))).toBe(true);
    const again = start(["init"]);
    expect([again.exitCode, again.stderr.includes("--force")]).toEqual([73, true]);
    expect(start(["init", "--force", "--quiet"])).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  test("looks into packed files, tells people's points from places, and writes nothing that would not run", () => {
    const empty = new TemporaryFolder();
    try {
      empty.write("a.geojson.gz", gzipSync(JSON.stringify(smallCity.streets)));
      empty.write("b.geojson", JSON.stringify(smallCity.population).replaceAll("residents", "population"));
      empty.write("c.json", "{}");
      const { stderr, exitCode } = startCommand(["init", "--lang", "zh"], { cwd: empty.path });
      expect(exitCode).toBe(66);
      expect(existsSync(join(empty.path, "quarterhour.config.json"))).toBe(false);
      expect(stderr).toContain("a.geojson.gz：道路");
      expect(stderr).toContain("c.json：未使用");
      expect(stderr).toContain("没有找到设施：请用 --facilities");
      expect(stderr).toContain("未写入任何文件");
    } finally {
      empty.remove();
    }
  });

  test("proposes hexagons where there are no outlines, and an isochrone needs streets only", () => {
    const other = new TemporaryFolder();
    try {
      other.write("places.geojson", JSON.stringify(smallCity.facilities));
      other.write("metro_lines.geojson", JSON.stringify(smallCity.streets).replaceAll("highway", "line"));
      other.write("roads.geojson", JSON.stringify(smallCity.streets));
      const { stderr, exitCode } = startCommand(["init"], { cwd: other.path });
      expect([exitCode, stderr]).toEqual([0, expect.stringContaining("H3 hexagons of resolution 9 stand for them")]);
      const config = JSON.parse(readFileSync(join(other.path, "quarterhour.config.json"), "utf8"));
      expect(config).toMatchObject({ hexagons: 9, streets: "roads.geojson", facilities: ["places.geojson"] });
      const run = startCommand(["run", "--json"], { cwd: other.path });
      expect(run.exitCode).toBe(0);
      const codes = JSON.parse(run.stdout).diagnostics.map(({ code }: { code: string }) => code);
      expect(codes).toContain("neighborhood.hexagons");
      const line = smallCity.streets.features[0]?.geometry as unknown as { coordinates: [number, number][] };
      const [lon, lat] = line.coordinates[0] as [number, number];
      other.write("only.json", JSON.stringify({ streets: "roads.geojson" }));
      const only = startCommand(["isochrone", "--config", "only.json", "--at", `${lon},${lat}`], { cwd: other.path });
      expect(only.exitCode).toBe(0);
      expect(JSON.parse(only.stdout).features.length).toBeGreaterThanOrEqual(3);
      const both = startCommand(["check", "--neighborhoods", "places.geojson"], { cwd: other.path });
      expect([both.exitCode, both.stderr]).toEqual([2, expect.stringContaining("give one of the two")]);
    } finally {
      other.remove();
    }
  });
});

describe("completion", () => {
  test("bash completes commands, flags, values and files", () => {
    const { stdout, exitCode } = start(["completion", "bash"]);
    expect(exitCode).toBe(0);
    folder.write("complete.bash", stdout);
    const complete = (...words: string[]) => {
      const list = words.map((word) => `'${word}'`).join(" ");
      const script = `source ./complete.bash; COMP_WORDS=(quarterhour ${list}); COMP_CWORD=${words.length}; _quarterhour; echo "\${COMPREPLY[@]}"`;
      return spawnSync("bash", ["-c", script], { cwd: folder.path, encoding: "utf8" }).stdout.trim();
    };
    expect(complete("comp")).toBe("compare completion");
    expect(complete("run", "--prof")).toBe("--profile");
    expect(complete("run", "--profile", "e")).toBe("elderly ebike");
    expect(complete("run", "--streets", "str")).toBe("streets.geojson");
    expect(complete("completion", "")).toBe("bash zsh fish");
    expect(complete("run", "--origin-spacing", "")).toBe("");
    expect(complete("run", "--standard", "fif")).toBe("fifteen-minute-city");
    expect(complete("run", "--standard", "str")).toBe("streets.geojson");
  });

  test.each(["zsh", "fish"])("%s reads its script without a complaint, where it is installed", (shell) => {
    const { stdout } = start(["completion", shell]);
    expect(stdout).toContain("quarterhour");
    folder.write("script", stdout);
    const { error, status, stderr } = spawnSync(shell, ["-n", "script"], { cwd: folder.path, encoding: "utf8" });
    if (error === undefined) expect([status, stderr]).toEqual([0, ""]);
  });

  test("an unknown shell is refused with those there are", () => {
    const { exitCode, stderr } = start(["completion", "tcsh"]);
    expect([exitCode, stderr.includes("bash, zsh, fish")]).toEqual([2, true]);
  });
});

describe("what else a command promises", () => {
  test("--standard takes a file of one's own", () => {
    const [first] = chengduFourCircles.circles;
    const circles = chengduFourCircles.circles.slice(0, 1);
    const requirements = chengduFourCircles.requirements
      .filter(({ circle }) => circle === first?.id)
      .map(({ alsoIn: _, ...rest }: (typeof chengduFourCircles.requirements)[number] & { alsoIn?: unknown }) => rest);
    const categories = chengduFourCircles.categories.map((category) => ({ ...category, alsoIn: [] }));
    folder.write("own.json", JSON.stringify({ ...chengduFourCircles, id: "own", circles, requirements, categories }));
    const { exitCode, stdout, stderr } = start(["run", ...STREETS, "--standard", "own.json", "--json"]);
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout).standard.id).toBe("own");
    folder.write("broken.json", JSON.stringify({ ...chengduFourCircles, circles: [] }));
    const broken = start(["run", ...STREETS, "--standard", "broken.json", "--json"]);
    expect([broken.exitCode, broken.stdout]).toEqual([65, ""]);
    expect(broken.stderr).toContain("INVALID_STANDARD");
    const outdated = requirements.map(({ basis: _, ...rest }) => ({ ...rest, verified: true }));
    folder.write("outdated.json", JSON.stringify({ ...chengduFourCircles, requirements: outdated }));
    const refused = start(["run", ...STREETS, "--standard", "outdated.json", "--json"]);
    expect([refused.exitCode, refused.stdout]).toEqual([65, ""]);
    expect(refused.stderr).toMatch(/requirements\[0\]\.verified .*basis: \{ listing, necessity, minutes, metres \}/s);
    expect(start(["run", ...STREETS, "--standard", "outdated.json", "--json", "--lang", "zh"]).stderr).toContain(
      "请改写为 basis",
    );
  });

  test("--ndjson prints one neighborhood a line", () => {
    const { stdout } = start(["run", ...STREETS, "--ndjson"]);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual(["west", "east"]);
  });

  test("isochrone starts at a place, a facility or a neighborhood, and writes where it is told to", () => {
    const at = start(["isochrone", ...STREETS, "--at", "104.065,30.665", "--minutes", "5,10"]);
    expect(at.exitCode).toBe(0);
    expect(JSON.parse(at.stdout).type).toBe("FeatureCollection");
    const facility = start(["isochrone", ...STREETS, "--facility", "pharmacy", "-o", "reach.geojson"]);
    expect([facility.exitCode, facility.stdout]).toEqual([0, ""]);
    expect(JSON.parse(read("reach.geojson")).features.length).toBeGreaterThan(0);
    expect(start(["isochrone", ...STREETS, "--facility", "pharmacy", "-o", "reach.geojson"]).exitCode).toBe(73);
    expect(start(["isochrone", ...STREETS, "--neighborhood", "east"]).exitCode).toBe(0);
    expect(start(["isochrone", ...STREETS, "--neighborhood", "nowhere"]).exitCode).toBe(2);
    expect(start(["isochrone", ...STREETS]).stderr).toContain("exactly one of");
  });

  test("presets --json lists what can be named", () => {
    const lists = JSON.parse(start(["presets", "--json"]).stdout);
    expect(lists.profiles.map(({ id }: { id: string }) => id)).toEqual(ALL_PROFILES.map(({ id }) => id));
    expect(lists.standards.map(({ id }: { id: string }) => id)).toEqual(STANDARDS.map(({ id }) => id));
    expect(lists.standards.filter(({ frame }: { frame?: unknown }) => frame !== undefined)).toMatchObject([
      { id: "suzhou" },
      { id: "scotland-20min" },
    ]);
    const ofStandard = (list: string, name: string) =>
      lists[list].filter(({ standard }: { standard: string }) => standard === name).length;
    expect(["circles", "categories"].map((list) => ofStandard(list, "chengdu-four-circles"))).toEqual([4, 52]);
    expect(["circles", "categories"].map((list) => ofStandard(list, "fifteen-minute-city"))).toEqual([6, 17]);
    expect(start(["presets"]).stdout).toMatch(/circles:\n {2}\(chengdu-four-circles\)\n.*\(fifteen-minute-city\)\n/s);
  });

  test("presets marks frames, and prints a standard that can be changed and used", () => {
    const list = start(["presets"]).stdout;
    expect(list).toMatch(/^ {2}suzhou .*\[frame: to be read, cannot be computed\]$/m);
    expect(start(["presets", "--lang", "zh"]).stdout).toMatch(/^ {2}suzhou .*［框架：仅供查阅，不能计算］$/m);
    const ottawa = STANDARDS.find(({ id }) => id === "ottawa-15min");
    const { stdout } = start(["presets", "--standard", "ottawa-15min"]);
    expect(JSON.parse(stdout)).toEqual(ottawa);
    folder.write("mine.json", JSON.stringify({ ...JSON.parse(stdout), id: "mine" }));
    const { standard, city } = JSON.parse(start(["run", ...STREETS, "--standard", "mine.json", "--json"]).stdout);
    expect([standard.id, standard.requirements.length, Object.keys(city.lines)]).toEqual([
      ...["mine", 9],
      ["mandatory", "optional", "lineClass", "lineClassCeiling"],
    ]);
    expect(start(["presets", "--standard", "otawa-15min"]).stderr).toContain("ottawa-15min");
  });

  test("run --minutes sets all minutes of a standard, and the report says so", () => {
    const minutesOf = (report: CoverageReport) =>
      new Set(
        report.standard.requirements.filter(({ reach }) => reach === "time").map(({ threshold }) => threshold / 60),
      );
    const ten: CoverageReport = JSON.parse(start(["run", ...STREETS, "--minutes", "10", "--json"]).stdout);
    expect(minutesOf(ten)).toEqual(new Set([10]));
    expect(ten.standard.label.en).toMatch(/, with 10 minutes$/);
    expect(ten.about?.options).toMatchObject({ minutes: [10] });
    const refused = start(["run", ...STREETS, "--minutes", "5,10"]);
    expect([refused.exitCode, refused.stderr]).toEqual([2, expect.stringContaining("--minutes 10")]);
    const none = start(["run", ...STREETS, "--standard", "ghsci", "--minutes", "10"]);
    expect(none.stderr).toContain('"ghsci" has no thresholds in minutes');
    // several numbers in a configuration are those of isochrones
    folder.write("several.json", JSON.stringify({ minutes: [5, 10] }));
    const plain: CoverageReport = JSON.parse(start(["run", ...STREETS, "--config", "several.json", "--json"]).stdout);
    expect(minutesOf(plain).size).toBe(3);
    expect(plain.about?.options?.minutes).toBe(undefined);
  });

  test("a frame is refused with what is missing, in both languages", () => {
    const frame = ["run", ...STREETS, "--standard", "scotland-20min"];
    expect(start(frame).stderr).toMatch(/is a frame.*which facilities/s);
    expect(start([...frame, "--lang", "zh"]).stderr).toMatch(/只是框架.*哪些设施/s);
  });

  test("check ends with 65 where a layer has nothing usable, and explain reads input files", () => {
    folder.write("bad.geojson", JSON.stringify({ type: "FeatureCollection", features: smallCity.streets.features }));
    const bad = start([
      "check",
      "--neighborhoods",
      "neighborhoods.geojson",
      "--facilities",
      "facilities.geojson",
      "--streets",
      "facilities.geojson",
    ]);
    expect(bad.exitCode).toBe(65);
    const told = start(["explain", "west", ...STREETS]);
    expect(told.exitCode).toBe(0);
    expect(told.stdout).toContain("西区 (west)");
  });

  test("check tells what is in the inputs and draws where something is wrong, in the language that is asked for", () => {
    const told = start(["check", ...STREETS, "-o", "findings.geojson", "--lang", "zh"]);
    expect(told.exitCode).toBe(0);
    expect(told.stdout).toMatch(/设施：输入 \d+，采用 \d+/);
    expect(told.stdout).toContain("的范围：");
    const { features } = JSON.parse(read("findings.geojson"));
    expect(features.length).toBeGreaterThan(0);
    for (const { properties } of features) expect(properties.message).toMatch(/[\u4e00-\u9fff].*。$/s);
    const again = start(["check", ...STREETS, "-o", "findings.geojson"]);
    expect(again.exitCode).toBe(73);
    const account = JSON.parse(start(["check", ...STREETS, "--json"]).stdout);
    expect(Object.keys(account)).toEqual(["inputs", "extents", "islands", "findings"]);
  });

  test("SIGINT ends a run with 130 and leaves no half file", async () => {
    const cli = fileURLToPath(new URL("../../dist/node/cli.js", import.meta.url));
    // enough work to be interrupted in
    const child = spawn(process.execPath, [cli, "run", ...STREETS, "--origin-spacing", "2", "-o", "out"], {
      cwd: folder.path,
      stdio: "ignore",
    });
    const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
      child.on("exit", (...how) => resolve(how)),
    );
    await new Promise((resolve) => setTimeout(resolve, 400));
    child.kill("SIGINT");
    const [code, signal] = await ended;
    expect(code ?? signal).toBe("SIGINT"); // a shell tells it as 130
    const left = existsSync(join(folder.path, "out")) ? readdirSync(join(folder.path, "out")) : [];
    expect(left.filter((name) => name.includes(".part"))).toEqual([]);
  });
});
