import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** Lets everything go that nobody holds: what a `WeakRef` points to lives until the program has waited for something. */
export async function collectGarbage(): Promise<void> {
  await setImmediate();
  collect();
}
