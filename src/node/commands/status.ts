import { say } from "../../base/texts/node.js";
import { translatePhrase } from "../../base/texts/translate.js";
import { toVisibleText } from "../../report/visible-text.js";
import { EXIT_CODES } from "../exit-codes.js";
import { type PartitionState, PlanFolder } from "../partitions/plan-folder.js";
import type { CommandRow } from "./command.js";
import { usage } from "./usage.js";

/** Tells how far a plan has come. */
export const status: CommandRow = {
  name: "status",
  words: "",
  wordCount: [0, 0],
  examples: ["status --plan plan", "status --plan plan --json"],
  options: ["plan", "json"],
  run: ({ settings, locale }, { stdout }) => {
    if (settings.plan === undefined) throw usage(say("usage.planPath"));
    const folder = new PlanFolder(settings.plan);
    folder.readFacts();
    const stands = folder.readPartitions().map((one) => ({ ...one, state: folder.stateOf(one) }));
    const sumOf = (state: PartitionState) => {
      const own = stands.filter((one) => one.state === state);
      return {
        partitions: own.length,
        neighborhoods: own.reduce((sum, { neighborhoodRows }) => sum + neighborhoodRows.length, 0),
        people: Math.round(own.reduce((sum, { population }) => sum + population, 0)),
      };
    };
    const told = { done: sumOf("done"), failed: sumOf("failed"), left: sumOf("left") };
    const failures = stands
      .filter(({ state }) => state === "failed")
      .map(({ id }) => ({ id, code: folder.readFailed(id)?.code, message: folder.readFailed(id)?.message }));
    if (settings.json) stdout.write(`${JSON.stringify({ ...told, failures }, null, 2)}\n`);
    else {
      for (const [state, sums] of Object.entries(told)) {
        const phrase = say(`plan.status.${state as keyof typeof told}`, sums);
        stdout.write(`${translatePhrase(phrase, locale)}\n`);
      }
      for (const { id, code, message } of failures) stdout.write(`${toVisibleText(`${id}: ${code}: ${message}`)}\n`);
    }
    return EXIT_CODES.ok;
  },
};
