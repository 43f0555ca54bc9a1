import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FiledPartition, PlanFolder } from "../../src/node/partitions/plan-folder.js";
import { submitPlan, workOnPlan } from "../../src/node/queue/index.js";
import { planTown, resultsIn } from "../support/plans.js";
import { hasPostgres, hasRedis, type StartedServer, startPostgres, startRedis } from "../support/queue-servers.js";
import { startCommand } from "../support/start-command.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "quarterhour-queue-"));
  planTown(folder, "fresh");
  cpSync(join(folder, "fresh"), join(folder, "alone"), { recursive: true });
  startCommand(["run", "--plan", "alone", "--jobs", "2"], { cwd: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const copyPlan = (plan: string): PlanFolder => {
  cpSync(join(folder, "fresh"), join(folder, plan), { recursive: true });
  return new PlanFolder(join(folder, plan));
};

describe.each([
  ["Redis", hasRedis, startRedis],
  ["PostgreSQL", hasPostgres, startPostgres],
] as const)("a queue on %s", (name, isInstalled, start) => {
  if (!isInstalled) {
    test.skip(`${name} is not installed`, () => undefined);
    return;
  }
  let server: StartedServer;
  beforeAll(async () => {
    server = await start();
  }, 60_000);
  afterAll(() => server?.stop());
  const connect = (queueName: string) => ({ connection: server.url, queueName });

  test("hands out partitions, once however often they are submitted, and their results are those of one machine", async () => {
    const plan = copyPlan(`${name}-plain`);
    const count = plan.readPartitions().length;
    expect(await submitPlan(plan.path, connect("plain"))).toBe(count);
    expect(await submitPlan(plan.path, connect("plain"))).toBe(count);
    const worker = await workOnPlan(plan.path, { ...connect("plain"), jobs: 2 });
    await worker.untilDone();
    await worker.close();
    expect(resultsIn(plan.path)).toEqual(resultsIn(join(folder, "alone")));
    expect(await submitPlan(plan.path, connect("plain"))).toBe(0);
  });
  test("gives the partition of a worker that is killed to another", async () => {
    const plan = copyPlan(`${name}-killed`);
    await submitPlan(plan.path, connect("killed"));
    const lost = startWorker(plan.path, { ...connect("killed"), stalledSeconds: 2 });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    lost.kill("SIGKILL");
    const worker = await workOnPlan(plan.path, { ...connect("killed"), stalledSeconds: 2 });
    await worker.untilDone();
    await worker.close();
    expect(resultsIn(plan.path)).toEqual(resultsIn(join(folder, "alone")));
  });
  test("tries a partition once that cannot be judged, and does the others", async () => {
    const plan = copyPlan(`${name}-poison`);
    const [first, ...others] = plan.readPartitions() as [FiledPartition, ...FiledPartition[]];
    writeFileSync(join(plan.path, "in", `${first.id}.partition`), "poison");
    plan.writePartitions([{ ...first, inputHash: createHash("sha256").update("poison").digest("hex") }, ...others]);
    await submitPlan(plan.path, connect("poison"));
    const worker = await workOnPlan(plan.path, connect("poison"));
    await worker.untilDone();
    await worker.close();
    expect(plan.readFailed(first.id)).toMatchObject({ code: "INVALID_CITY_FILE" });
    expect(others.map((one) => plan.stateOf(one))).toEqual(others.map(() => "done"));
  });
});

describe("a queue is refused", () => {
  test("where nobody says where it is", async () => {
    await expect(submitPlan(folder, { connection: "localhost" })).rejects.toThrow(/redis:\/\/localhost:6379/);
    await expect(workOnPlan(folder, { connection: "redis://localhost", jobs: 0 })).rejects.toThrow(/jobs/);
  });
});

/** A worker in a program of its own, as it runs on another machine. */
function startWorker(path: string, options: object): ChildProcess {
  const door = new URL("../../dist/queue.js", import.meta.url).href;
  const program = `const { workOnPlan } = await import(${JSON.stringify(door)});
    await workOnPlan(${JSON.stringify(path)}, ${JSON.stringify(options)});`;
  return spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
}
