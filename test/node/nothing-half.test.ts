import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { computeCoverage, elderlyWalking, prepareCity, standardWalking } from "../../src/index.js";
import { writeOutputs } from "../../src/node/index.js";
import { OutputFolder } from "../../src/node/output-folder.js";
import { smallCity } from "../support/small-city.js";
import { useSmallCity } from "../support/use-small-city.js";

const CLI = fileURLToPath(new URL("../../dist/node/cli.js", import.meta.url));
const folder = useSmallCity();
const RUN = ["run", "--neighborhoods", "neighborhoods.geojson", "--facilities", "facilities.geojson", "--quiet"];
const city = prepareCity({ neighborhoods: smallCity.neighborhoods, facilities: smallCity.facilities });
const hidden = (directory: string) => readdirSync(directory).filter((name) => name.startsWith("."));

/** Whether the manifest of a folder is of the files in it. */
function fits(directory: string): boolean {
  const { outputs } = JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8"));
  const hashOf = (name: string) =>
    createHash("sha256")
      .update(readFileSync(join(directory, name)))
      .digest("hex");
  return outputs.every(({ name, sha256 }: { name: string; sha256: string }) => hashOf(name) === sha256);
}

describe("two runs into one folder", () => {
  test("one of them writes all files, the other none", { timeout: 60_000 }, async () => {
    const end = (profile: string) =>
      new Promise<number | null>((done) => {
        const args = [CLI, ...RUN, "-o", "out", "--profile", profile];
        spawn(process.execPath, args, { cwd: folder.path, stdio: "ignore" }).on("exit", done);
      });
    const profiles = ["standard", "elderly"];
    const codes = await Promise.all(profiles.map(end));
    expect([...codes].sort()).toEqual([0, 73]);
    const out = join(folder.path, "out");
    const { profile } = JSON.parse(readFileSync(join(out, "report.json"), "utf8"));
    expect(profile.id).toBe(profiles[codes.indexOf(0)]);
    expect(JSON.parse(readFileSync(join(out, "effective-config.json"), "utf8")).profile).toBe(profile.id);
    expect([fits(out), hidden(out)]).toEqual([true, []]);
  });

  test("in one program: each waits for the other, and the last one that may replace wins whole", async () => {
    const reports = [1, 2, 3].map((spacing) =>
      computeCoverage(city, { profile: spacing === 2 ? elderlyWalking : standardWalking }),
    );
    const out = join(folder.path, "out");
    await Promise.all(reports.map((report) => writeOutputs(out, report, city, { overwrite: true })));
    expect([fits(out), hidden(out)]).toEqual([true, []]);
  });
});

describe("a run that is killed while it replaces a report", () => {
  test("leaves no manifest, or one that fits; the next run takes away what was left", { timeout: 60_000 }, async () => {
    expect(folder.start([...RUN, "-o", "out"]).exitCode).toBe(0);
    const out = join(folder.path, "out");
    // every renaming takes a while, and says when it was done
    folder.write(
      "slow.cjs",
      `const fs = require("fs"); const rename = fs.renameSync;
       fs.renameSync = (...paths) => { rename(...paths); fs.writeSync(1, "renamed\\n");
         Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400); };
       require("module").syncBuiltinESMExports();`,
    );
    const args = ["--require", "./slow.cjs", CLI, ...RUN, "-o", "out", "--force", "--profile", "elderly"];
    const child = spawn(process.execPath, args, { cwd: folder.path, stdio: ["ignore", "pipe", "ignore"] });
    let renamed = 0;
    child.stdout.on("data", () => {
      if (++renamed === 2) child.kill("SIGKILL");
    });
    await new Promise((done) => child.on("exit", done));
    expect(renamed).toBeGreaterThanOrEqual(2);
    expect(existsSync(join(out, "manifest.json"))).toBe(false);
    expect(hidden(out)).not.toEqual([]);
    expect(folder.start([...RUN, "-o", "out", "--force"]).exitCode).toBe(0);
    expect([fits(out), hidden(out)]).toEqual([true, []]);
  });

  test("what another machine left is kept for a day: it may be at work", () => {
    const out = join(folder.path, "out");
    const theirs = join(out, ".quarterhour-1-elsewhere-abcdef");
    mkdirSync(theirs, { recursive: true });
    new OutputFolder(out).close();
    expect(hidden(out)).toHaveLength(1);
    utimesSync(theirs, 0, 0);
    new OutputFolder(out).close();
    expect(hidden(out)).toEqual([]);
  });
});

test("files of an earlier run that this one does not write go with it, unless somebody changed them", async () => {
  const report = computeCoverage(city);
  const out = join(folder.path, "out");
  await writeOutputs(out, report, city, { also: ["parquet"] });
  await writeOutputs(out, report, city, { overwrite: true });
  expect(existsSync(join(out, "report.parquet"))).toBe(false);
  await writeOutputs(out, report, city, { also: ["parquet"], overwrite: true });
  writeFileSync(join(out, "report.parquet"), "mine");
  await writeOutputs(out, report, city, { overwrite: true });
  expect(readFileSync(join(out, "report.parquet"), "utf8")).toBe("mine");
});

describe("--force replaces no input of the run", () => {
  const refused = (args: readonly string[]) => {
    const { exitCode, stderr } = folder.start(args);
    expect(stderr).toContain("is read by this run and would be replaced");
    expect(exitCode).toBe(73);
  };
  test("by its path, through a link to it, and through a link to the folder", () => {
    const mine = readFileSync(join(folder.path, "neighborhoods.geojson"), "utf8");
    folder.write("out/report.geojson", mine);
    const input = join(folder.path, "out/report.geojson");
    symlinkSync(input, join(folder.path, "link.geojson"));
    linkSync(input, join(folder.path, "hard.geojson"));
    symlinkSync(join(folder.path, "out"), join(folder.path, "also-out"));
    for (const [file, out] of [
      ["out/report.geojson", "out"],
      ["link.geojson", "out"],
      ["hard.geojson", "out"],
      ["out/report.geojson", "also-out"],
    ] as const)
      refused(["run", "--neighborhoods", file, "--facilities", "facilities.geojson", "--force", "-o", out]);
    expect(readFileSync(input, "utf8")).toBe(mine);
  });
  test("nor its configuration, nor with check and isochrone", () => {
    folder.write("out/effective-config.json", JSON.stringify({ neighborhoods: "../neighborhoods.geojson" }));
    refused([...RUN, "--config", "out/effective-config.json", "--force", "-o", "out"]);
    refused(["check", ...RUN.slice(1), "--force", "-o", "neighborhoods.geojson"]);
    const at = ["--at", "104.065,30.665", "--streets", "streets.geojson"];
    refused(["isochrone", ...at, "--force", "-o", "streets.geojson"]);
  });
});

describe("what is wrong where", () => {
  test("input without an end is refused by its length", { timeout: 60_000 }, () => {
    const { exitCode, stderr } = folder.start(["run", "--neighborhoods", "/dev/zero", ...RUN.slice(3), "--json"]);
    expect([exitCode, stderr]).toEqual([65, expect.stringContaining("LIMIT_EXCEEDED")]);
  });
  test("a pipe is read to its end", () => {
    const command = `cat neighborhoods.geojson | ${process.execPath} ${CLI} run --neighborhoods /dev/stdin ${RUN.slice(3).join(" ")} --ndjson`;
    const { stdout } = spawnSync("sh", ["-c", command], { cwd: folder.path, encoding: "utf8" });
    expect(stdout.trim().split("\n")).toHaveLength(2);
  });
  test("a misspelt variable is refused like a flag, and so is one for what is a flag only", () => {
    const { exitCode, stderr } = folder.start(RUN, { QUARTERHOUR_PROFLE: "elderly" });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Did you mean "QUARTERHOUR_PROFILE"?')]);
    expect(folder.start([...RUN, "-o", "out"], { QUARTERHOUR_FORCE: "1" }).exitCode).toBe(2);
    expect(
      folder.start([...RUN, "-o", "out"], { QUARTERHOUR_PROFILE: "elderly", QUARTERHOUR_DEBUG: "1" }).exitCode,
    ).toBe(0);
  });
  test.each([
    ["edits that are none", [...RUN.slice(0, -1), "--edits", "bad.json"], '[{"edit":"closeFacility","id":"nobody"}]'],
    [
      "edits with an unknown member",
      [...RUN.slice(0, -1), "--edits", "bad.json"],
      '[{"edit":"closeFacility","ids":"x"}]',
    ],
    ["a report that is none", ["compare", "bad.json", "bad.json"], '{"schemaVersion":2}'],
    [
      "a report without its content",
      ["compare", "bad.json", "bad.json"],
      JSON.stringify({
        schemaVersion: 2,
        standard: {},
        profile: {},
        city: {},
        neighborhoods: [],
        diagnostics: [],
        travel: [],
        inputs: [],
      }),
    ],
    ["a standard that is none", [...RUN.slice(0, -1), "--standard", "bad.json"], '{"id":"x"}'],
    ["a layer that is none", ["check", "--neighborhoods", "bad.json", ...RUN.slice(3)], "{}"],
  ])("bad data are no wrong use: %s", (_, args, text) => {
    folder.write("bad.json", text);
    const { exitCode, stderr } = folder.start(args as string[]);
    expect([exitCode, stderr.split(":")[0]]).toEqual([65, expect.stringMatching(/^error [A-Z_]+$/)]);
  });
  test("data for a closed stdout are an error; the null device is a choice", () => {
    const run = (rest: string) =>
      spawnSync("sh", ["-c", `${process.execPath} ${CLI} ${rest}`], { cwd: folder.path, encoding: "utf8" });
    const closed = run(`${RUN.join(" ")} --json >&-`);
    expect([closed.status, closed.stderr]).toEqual([73, expect.stringContaining("stdout is closed")]);
    expect(run("presets --json >&-").status).toBe(73);
    expect(run("presets --json >/dev/null").status).toBe(0);
    expect(run(`${RUN.slice(0, -1).join(" ")} -o out >&-`).status).toBe(0);
  });
});
