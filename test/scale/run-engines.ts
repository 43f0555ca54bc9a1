// `npm run test:engines`: runs a plan on every engine that is installed, with a partition that cannot be judged and a process that is
// killed once, and compares what they found with what one machine finds.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type FiledPartition, PlanFolder } from "../../src/node/partitions/plan-folder.js";
import { planTown, resultsIn } from "../support/plans.js";
import { hasRedis, startRedis } from "../support/queue-servers.js";
import { startCommand } from "../support/start-command.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const EXAMPLES = join(ROOT, "examples/scale");
const PYTHON = process.env.PYTHON ?? "python3";
const folder = mkdtempSync(join(tmpdir(), "quarterhour-engines-"));

/** The command, which kills itself the first time that it is to run the second partition. */
function fragileCommand(plan: string): string {
  const path = join(folder, `${plan}.sh`);
  const mark = join(folder, `${plan}.killed`);
  const second = new PlanFolder(join(folder, plan)).readPartitions()[1]?.id;
  const cli = `${process.execPath} ${join(ROOT, "dist/node/cli.js")}`;
  writeFileSync(
    path,
    `#!/bin/sh
case "$*" in *"--partition ${second} "* | *"--partition @1 "*) [ -e ${mark} ] || { touch ${mark}; kill -9 $$; } ;; esac
exec ${cli} "$@"
`,
  );
  chmodSync(path, 0o755);
  return path;
}

function copyPlan(name: string): string {
  cpSync(join(folder, "fresh"), join(folder, name), { recursive: true });
  return join(folder, name);
}

/** Makes a plan of which the first partition is no partition. */
function makeFresh(): void {
  planTown(folder, "fresh");
  const plan = new PlanFolder(join(folder, "fresh"));
  const [first, ...others] = plan.readPartitions() as [FiledPartition, ...FiledPartition[]];
  writeFileSync(join(plan.path, "in", `${first.id}.partition`), "poison");
  plan.writePartitions([{ ...first, inputHash: createHash("sha256").update("poison").digest("hex") }, ...others]);
}

const has = (program: string, ...args: string[]) => spawnSync(program, args, { stdio: "ignore" }).status === 0;
interface Engine {
  readonly name: string;
  readonly isInstalled: boolean;
  readonly run: (plan: string, env: NodeJS.ProcessEnv) => Promise<number | null> | number | null;
}
const start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv) =>
  spawnSync(program, [...args], { stdio: "inherit", env }).status;
const ENGINES: readonly Engine[] = [
  {
    name: "parallel",
    isInstalled: has("parallel", "--version"),
    run: (plan, env) => start("sh", [join(EXAMPLES, "parallel.sh"), plan, "2"], env),
  },
  {
    name: "slurm",
    isInstalled: true, // an array is its index variable
    run: (plan, env) => {
      const count = new PlanFolder(plan).readPartitions().length;
      for (let index = 0; index < count; index++)
        // whatever a scheduler requeues
        for (let status: number | null = null, tries = 0; status !== 0 && status !== 65 && tries < 3; tries++)
          status = start("sh", [join(EXAMPLES, "slurm.sh"), plan], { ...env, SLURM_ARRAY_TASK_ID: String(index) });
      return 0;
    },
  },
  {
    name: "bullmq",
    isInstalled: hasRedis,
    run: async (plan, env) => {
      const redis = await startRedis();
      const status = start(process.execPath, [join(EXAMPLES, "bullmq/run-plan.mjs"), plan, redis.url, "2"], env);
      redis.stop();
      return status;
    },
  },
  {
    name: "spark",
    isInstalled: has(PYTHON, "-c", "import pyspark, pandas, pyarrow") && has("java", "-version"),
    run: (plan, env) =>
      start(
        join(PYTHON, "../spark-submit"),
        ["--master", "local-cluster[2,1,1024]", join(EXAMPLES, "spark/run_plan.py"), plan],
        { ...env, PYSPARK_PYTHON: PYTHON, SPARK_LOCAL_IP: "127.0.0.1" },
      ),
  },
  {
    name: "ray",
    isInstalled: has(PYTHON, "-c", "import ray"),
    run: (plan, env) => start(PYTHON, [join(EXAMPLES, "ray/run_plan.py"), plan], env),
  },
];

makeFresh();
startCommand(["run", "--plan", copyPlan("alone"), "--jobs", "2"], { cwd: folder });
const expected = JSON.stringify(resultsIn(join(folder, "alone")));
let failed = 0;
let passed = 0;
let skipped = 0;
for (const { name, isInstalled, run } of ENGINES) {
  if (!isInstalled) {
    console.log(`${name}: not installed, skipped`);
    skipped++;
    continue;
  }
  const plan = copyPlan(name);
  const seconds = performance.now();
  await run(plan, { ...process.env, QUARTERHOUR: fragileCommand(name) });
  const isSame = JSON.stringify(resultsIn(plan)) === expected;
  const states = new PlanFolder(plan).readPartitions().map((one) => new PlanFolder(plan).stateOf(one));
  const isRight = isSame && states[0] === "failed" && states.slice(1).every((state) => state === "done");
  console.log(
    `${name}: ${isRight ? "the same" : `WRONG (${states.join(" ")})`}, ${((performance.now() - seconds) / 1000).toFixed(0)} s`,
  );
  if (isRight) passed++;
  else failed++;
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
