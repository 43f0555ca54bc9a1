// A process that runs partitions, one after the other, for the program that started it, and ends with it.
import { toSent } from "../../workers/sent-error.js";
import { PlanFolder } from "./plan-folder.js";
import { isTask, runOne } from "./run-one.js";

const folder = new PlanFolder(process.argv[2] ?? "");
const facts = folder.readFacts();

process.on("message", (message) => {
  if (!isTask(message)) return;
  try {
    runOne(folder, facts, message.partition);
    process.send?.({ done: message.partition.id });
  } catch (error) {
    process.send?.({ error: toSent(error) });
  }
});
process.on("disconnect", () => process.exit());
