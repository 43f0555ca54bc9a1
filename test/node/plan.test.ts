import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PlanFolder } from "../../src/node/partitions/plan-folder.js";
import type { FiledPartition } from "../../src/node/partitions/plan-records.js";
import { ProcessCrew } from "../../src/node/partitions/process-crew.js";
import { planTown, resultsIn, TOWN_LAYERS } from "../support/plans.js";
import { startCommand } from "../support/start-command.js";

const CLI = fileURLToPath(new URL("../../dist/node/cli.js", import.meta.url));
let folder = "";
const command = (...args: string[]) => startCommand(args, { cwd: folder });
const hashesIn = (plan: string) => resultsIn(join(folder, plan));
const planned = (plan: string): FiledPartition[] => new PlanFolder(join(folder, plan)).readPartitions();
const makePlan = (plan: string, ...args: string[]) => planTown(folder, plan, ...args);

/** A plan of which nothing is run yet. */
const copyPlan = (plan: string) => cpSync(join(folder, "fresh"), join(folder, plan), { recursive: true });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "quarterhour-plan-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a plan", () => {
  test("is run and put together to the report of a run, byte for byte, and resumes", () => {
    expect(makePlan("plan")).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/\d partitions of \d+ neighborhoods/),
    });
    cpSync(join(folder, "plan"), join(folder, "fresh"), { recursive: true });
    const partitions = planned("plan");
    expect(partitions.length).toBeGreaterThan(3);
    expect(command("status", "--plan", "plan").stdout).toMatch(/done: 0 .*\nfailed: 0 .*\nleft: \d partitions/);
    expect(command("merge", "--plan", "plan", "-o", "early")).toMatchObject({ exitCode: 4 });
    expect(command("run", "--plan", "plan", "--partition", "@0")).toMatchObject({ exitCode: 0 });
    expect(command("run", "--plan", "plan", "--partition", "@0").stderr).toMatch(/was done before/);
    const rest = partitions.length - 1;
    expect(command("run", "--plan", "plan", "--jobs", "2").stderr).toContain(`${rest} partitions run, 0 failed.`);
    expect(command("run", "--plan", "plan").stderr).toContain("0 partitions run, 0 failed.");
    expect(command("merge", "--plan", "plan", "-o", "merged", "--quiet")).toMatchObject({ exitCode: 0 });
    expect(command("run", ...TOWN_LAYERS, "-o", "whole", "--quiet")).toMatchObject({ exitCode: 0 });
    const [merged, whole] = ["merged", "whole"].map((name) =>
      JSON.parse(readFileSync(join(folder, name, "report.json"), "utf8")),
    );
    // steps and reasons are computed from a city at hand
    const { steps, reasons, ...same } = whole;
    expect(JSON.stringify(merged)).toBe(JSON.stringify(same));
  });
  test("without streets is run along straight lines, times the detour that was asked for", () => {
    expect(command("plan", ...TOWN_LAYERS.slice(0, 4), "--detour", "1.5", "-o", "straight").exitCode).toBe(0);
    expect(command("run", "--plan", "straight").stderr).toContain("1 partition run, 0 failed.");
    const { travel } = JSON.parse(command("merge", "--plan", "straight", "--json").stdout);
    expect(travel[0]).toMatchObject({ id: "straightLine", parameters: { detourFactor: 1.5 } });
  });
  test("says what cannot be", () => {
    expect(makePlan("plan")).toMatchObject({ exitCode: 73, stderr: expect.stringContaining("--force") });
    expect(command("plan", ...TOWN_LAYERS)).toMatchObject({ exitCode: 2 });
    expect(makePlan("codes", "--by", "adcode")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("510104"),
    });
    expect(command("run", "--plan", "nowhere")).toMatchObject({ exitCode: 66 });
    expect(command("run", "--plan", "plan", "--partition", "@99")).toMatchObject({ exitCode: 2 });
    expect(command("run", "--plan", "plan", "--standard", "ghsci")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("--standard was said when the plan was made"),
    });
    expect(command("run", "--plan", "plan", "--jobs", "many")).toMatchObject({ exitCode: 2 });
  });
});

describe("when something fails,", () => {
  test("a process that is killed is replaced, and the results are the same", async () => {
    copyPlan("killed");
    const run = spawn(process.execPath, [CLI, "run", "--plan", "killed", "--jobs", "2"], { cwd: folder });
    const child = await firstChildOf(run);
    process.kill(child, "SIGKILL");
    expect(await endOf(run)).toBe(0);
    expect(hashesIn("killed")).toEqual(hashesIn("plan"));
  });
  test("two that run the same partition at once leave one result and nothing else", async () => {
    copyPlan("twice");
    const both = [0, 1].map(() =>
      spawn(process.execPath, [CLI, "run", "--plan", "twice", "--partition", "@0"], { cwd: folder }),
    );
    expect(await Promise.all(both.map(endOf))).toEqual([0, 0]);
    const [id] = planned("twice").map((one) => one.id);
    expect(readdirSync(join(folder, "twice", "out")).sort()).toEqual([`${id}.done.json`, `${id}.result`]);
    expect(hashesIn("twice")[0]).toEqual(hashesIn("plan")[0]);
  });
  test("a partition that cannot be judged is tried once, named with its people, and stops nobody else", () => {
    copyPlan("poison");
    const [first, ...others] = planned("poison") as [FiledPartition, ...FiledPartition[]];
    const poison = new TextEncoder().encode("no city at all");
    writeFileSync(join(folder, "poison", "in", `${first.id}.partition`), poison);
    const changed = command("run", "--plan", "poison", "--jobs", "2");
    expect(changed).toMatchObject({ exitCode: 4, stderr: expect.stringContaining("DAMAGED_FILE") });
    new PlanFolder(join(folder, "poison")).writePartitions([
      { ...first, inputHash: createHash("sha256").update(poison).digest("hex") },
      ...others,
    ]);
    const run = command("run", "--plan", "poison", "--jobs", "2");
    expect(run.exitCode).toBe(4);
    expect(run.stderr).toMatch(/INVALID_CITY_FILE/);
    expect(command("run", "--plan", "poison", "--partition", first.id).exitCode).toBe(65);
    expect(JSON.parse(command("status", "--plan", "poison", "--json").stdout)).toMatchObject({
      done: { partitions: others.length },
      failed: { partitions: 1, people: Math.round(first.population) },
      left: { partitions: 0 },
    });
    const merge = command("merge", "--plan", "poison", "-o", "poisoned");
    expect(merge.exitCode).toBe(4);
    expect(merge.stderr).toContain(`${first.id} has no result`);
    expect(merge.stderr).toContain(`${Math.round(first.population)} people: INVALID_CITY_FILE`);
  });
  test("partitions that are missing count as unknown, if that is wanted", () => {
    copyPlan("missing");
    const [first, ...others] = planned("missing") as [FiledPartition, ...FiledPartition[]];
    for (const { id } of others) command("run", "--plan", "missing", "--partition", id, "--quiet");
    const merged = command("merge", "--plan", "missing", "--allow-missing", "--json");
    expect(merged.exitCode).toBe(0);
    const { city, neighborhoods } = JSON.parse(merged.stdout);
    const whole = JSON.parse(readFileSync(join(folder, "whole", "report.json"), "utf8"));
    expect(city.population).toBe(whole.city.population);
    const share = city.requirements.pharmacy.population;
    expect(share.total).toBe(whole.city.requirements.pharmacy.population.total);
    expect(share.unknown).toBeCloseTo(first.population, 6);
    for (const row of first.neighborhoodRows) {
      expect(neighborhoods[row].requirements.pharmacy.population.share).toBe(null);
      expect(neighborhoods[row].population).toBe(whole.neighborhoods[row].population);
    }
  });
  test("a result that was changed is not put together, and is made again", () => {
    copyPlan("changed");
    command("run", "--plan", "changed", "--quiet", "--jobs", "2");
    const [first] = planned("changed") as [FiledPartition];
    const path = join(folder, "changed", "out", `${first.id}.result`);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(command("merge", "--plan", "changed", "-o", "never").exitCode).toBe(4);
    expect(command("run", "--plan", "changed").stderr).toContain("1 partition run, 0 failed.");
    expect(hashesIn("changed")).toEqual(hashesIn("plan"));
  });
  test("a partition that fills the memory twice is halved, down to one neighborhood", () => {
    const all = JSON.parse(readFileSync(TOWN_LAYERS[1] ?? "", "utf8"));
    writeFileSync(join(folder, "two.geojson"), JSON.stringify({ ...all, features: all.features.slice(0, 2) }));
    command("plan", ...TOWN_LAYERS.slice(2), "--neighborhoods", "two.geojson", "-o", "small");
    const run = command("run", "--plan", "small", "--memory", "16");
    expect(run.exitCode).toBe(4);
    expect(run.stderr).toContain("1 took more memory than there may be: halved");
    expect(run.stderr).toContain("1a: error WORKER_CRASHED: outOfMemory");
    expect(run.stderr).toContain("0 partitions run, 2 failed.");
    expect(command("run", "--plan", "small").stderr).toContain("2 partitions run, 0 failed.");
    expect(command("merge", "--plan", "small", "--json").exitCode).toBe(0);
  });
  test("a process that gives no answer is ended", async () => {
    const [first] = planned("plan") as [FiledPartition];
    rmSync(join(folder, "plan", "out", `${first.id}.done.json`));
    const crew = new ProcessCrew(join(folder, "plan"), { jobs: 1, memoryMiB: 500, patienceFor: () => 0.02 });
    expect(await crew.run(first)).toMatchObject({ how: "hung" });
    crew.close();
  });
});

const endOf = (child: ChildProcess) => new Promise((resolve) => child.once("exit", resolve));

/** Waits for the first process that a process starts. */
async function firstChildOf({ pid }: ChildProcess): Promise<number> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const lines = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
    const child = lines.map((line) => line.trim().split(/\s+/).map(Number)).find(([, parent]) => parent === pid);
    if (child?.[0] !== undefined) return child[0];
  }
}

describe("counties", () => {
  test("are partitions, and are summed up from their neighborhoods", () => {
    const all = JSON.parse(readFileSync(TOWN_LAYERS[1] ?? "", "utf8"));
    const features = all.features.map((feature: { properties: object }, i: number) => ({
      ...feature,
      properties: { ...feature.properties, id: `${i % 2 === 0 ? 510104 : 510107}${String(i).padStart(6, "0")}` },
    }));
    writeFileSync(join(folder, "coded.geojson"), JSON.stringify({ ...all, features }));
    command(
      "plan",
      ...TOWN_LAYERS.slice(2),
      "--neighborhoods",
      "coded.geojson",
      "--by",
      "adcode",
      "--nodes",
      "4000",
      "-o",
      "coded",
    );
    expect(planned("coded").map(({ id }) => id)).toEqual(["510104", "510107"]);
    command("run", "--plan", "coded", "--jobs", "2", "--quiet");
    expect(command("merge", "--plan", "coded", "--by", "adcode", "-o", "counties", "--quiet").exitCode).toBe(0);
    const counties = JSON.parse(readFileSync(join(folder, "counties", "counties.json"), "utf8"));
    const { neighborhoods } = JSON.parse(readFileSync(join(folder, "counties", "report.json"), "utf8"));
    expect(counties.map(({ id }: { id: string }) => id)).toEqual(["510104", "510107"]);
    const even = neighborhoods.filter(({ id }: { id: string }) => id.startsWith("510104"));
    const people = even.map(({ population }: { population: number }) => population);
    expect(counties[0].population).toBeCloseTo(
      people.reduce((a: number, b: number) => a + b, 0),
      6,
    );
    expect(
      readFileSync(join(folder, "counties", "counties.csv"), "utf8")
        .trim()
        .split("\n").length,
    ).toBe(4); // with the header and the city
  });
});
