import { fileURLToPath } from "node:url";
import type { EngineUnderTest } from "./engine.js";
import type { Measurement, Remark, Work } from "./measurement.js";
import { runChild, runWorks } from "./run-child.js";

const SCRIPT = fileURLToPath(new URL("engine-process.ts", import.meta.url));
const BUDGET_SECONDS = 600;
/** Larger networks are not asked for the three nearest: a plain search would need gigabytes for the answer. */
const ALL_WORKS_NODES = 2_000_000;

/** Checks an engine against scipy's answers; then, in another process, measures it. */
export async function runEngine(
  { name }: EngineUnderTest,
  folder: string,
  nodeCount: number,
): Promise<{ readonly measurements: readonly Measurement[]; readonly remarks: readonly Remark[] }> {
  const some: readonly Work[] = nodeCount <= ALL_WORKS_NODES ? ["nearest-3"] : [];
  const works: readonly Work[] = ["nearest", "within", ...some, "counts", "edits"];
  const node = [process.execPath, "--expose-gc", "--import", import.meta.resolve("tsx"), SCRIPT] as const;
  const command = (mode: string, left: readonly Work[]) => [...node, mode, name, folder, left.join(",")] as const;
  const limits = { budgetSeconds: BUDGET_SECONDS };
  const check = await runChild(command("check", works), limits);
  const failed = check.failure === null ? [] : [{ who: name, check: `the check did not end: ${check.failure}` }];
  const measured = await runWorks(name, works, (left) => command("measure", left), limits);
  return { measurements: measured.measurements, remarks: [...check.remarks, ...failed] };
}
