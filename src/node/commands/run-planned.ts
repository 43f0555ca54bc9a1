import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import type { Phrase } from "../../base/texts/phrase.js";
import { translatePhrase } from "../../base/texts/translate.js";
import { toVisibleText } from "../../report/visible-text.js";
import { toFlag } from "../command-line/option-table.js";
import { readWhole } from "../command-line/option-values.js";
import { filesOf, type SettingName } from "../command-line/settings.js";
import { EXIT_CODES, explainFailure } from "../exit-codes.js";
import { crewLimits } from "../partitions/crew-limits.js";
import { PlanFolder } from "../partitions/plan-folder.js";
import type { FiledPartition } from "../partitions/plan-records.js";
import { runOne, toFailure } from "../partitions/run-one.js";
import { runPlan } from "../partitions/run-plan.js";
import type { CommandCall, CommandWorld } from "./command.js";
import { openBar } from "./open-city.js";
import { usage } from "./usage.js";

/** What `run --plan` takes: all else was said when the plan was made. */
const PLAN_OPTIONS: readonly SettingName[] = ["plan", "jobs", "memory", "partition", "quiet", "lang", "config"];
/** Runs partitions of a plan: all that are left, or those that are named. @returns the exit code */
export async function runPlanned(call: CommandCall, world: CommandWorld): Promise<number> {
  const { settings, sources, locale } = call;
  const { plan: path = "", partition: named, memory } = settings;
  const jobs = processCount(sources.jobs === "flag" ? filesOf(settings, "jobs") : []);
  const other = (Object.keys(sources) as SettingName[]).find(
    (name) => sources[name] === "flag" && !PLAN_OPTIONS.includes(name),
  );
  if (other !== undefined) throw usage(say("usage.planned", { flag: toFlag(other) }), say("usage.planned.hint"));
  const folder = new PlanFolder(path);
  const facts = folder.readFacts();
  const tell = (phrase: Phrase) => {
    if (settings.quiet !== true) world.stderr.write(`${toVisibleText(translatePhrase(phrase, locale))}\n`);
  };
  if (named !== undefined) {
    let worst: number = EXIT_CODES.ok;
    for (const one of findPartitions(folder.readPartitions(), named))
      try {
        tell(say(runOne(folder, facts, one) ? "plan.done" : "plan.doneBefore", { id: one.id }));
      } catch (error) {
        const { exitCode, message } = explainFailure(error, locale, Boolean(world.env.QUARTERHOUR_DEBUG));
        // what the disk lacks is not the fault of the partition
        if (!(error instanceof CoverageError && error.code === "CANNOT_WRITE"))
          folder.writeFailure(one, toFailure(error, message));
        world.stderr.write(`${toVisibleText(`${one.id}: ${message}`)}\n`);
        worst = Math.max(worst, exitCode);
      }
    return worst;
  }
  const bar = openBar(call, world);
  try {
    const { ran, failed, halved } = await runPlan(folder, crewLimits(jobs, memory), (done, total) =>
      bar.update({ stage: "partition", done, total }),
    );
    bar.finish();
    for (const id of halved) tell(say("plan.halved", { id }));
    for (const { id, code, message } of failed)
      world.stderr.write(`${toVisibleText(`${id}: error ${code}: ${message}`)}\n`);
    tell(say("plan.ran", { ran, failed: failed.length }));
    return failed.length === 0 ? EXIT_CODES.ok : EXIT_CODES.incomplete;
  } finally {
    bar.finish();
  }
}

/** Where there is a plan, `--jobs` names no layer of jobs, but tells how many processes work. */
function processCount(said: readonly string[]): number {
  return said.length === 0 ? 1 : (readWhole(1, 256)(said.join(), undefined, "--jobs") as number);
}

/** Finds partitions by their ids, or by `@` and their place in the list, from 0. */
function findPartitions(partitions: readonly FiledPartition[], named: readonly string[]): FiledPartition[] {
  return named.map((name) => {
    const found = /^@\d+$/.test(name) ? partitions[Number(name.slice(1))] : partitions.find(({ id }) => id === name);
    if (found !== undefined) return found;
    throw usage(say("usage.partition", { name, count: partitions.length, last: partitions.length - 1 }));
  });
}
