import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startCommand } from "./start-command.js";

const TOWN = fileURLToPath(new URL("../../fixtures/jincheng/", import.meta.url));
/** The flags that name the layers of the town: of each two words. */
export const TOWN_LAYERS: readonly string[] = ["neighborhoods", "facilities", "streets", "population"].flatMap(
  (layer) => [`--${layer}`, join(TOWN, `${layer}.geojson`)],
);

/** Plans the town in a few partitions. */
export function planTown(folder: string, plan: string, ...args: string[]): ReturnType<typeof startCommand> {
  return startCommand(["plan", ...TOWN_LAYERS, "--nodes", "1200", "-o", plan, ...args], { cwd: folder });
}

/** What was found in the partitions of a plan: the name and the hash of each result. */
export function resultsIn(plan: string): [name: string, hash: string][] {
  return readdirSync(join(plan, "out"))
    .filter((name) => name.endsWith(".result"))
    .map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(plan, "out", name)))
        .digest("hex"),
    ]);
}
