/**
 * What the whole command costs beside the computation: CPU seconds of `quarterhour run -o` and of the same run that
 * prints the areas and writes no file. It should be twice as much at most. Run: npm run build && npx tsx bench/whole-command.ts [folder of a city]
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { citiesFolder } from "./cities-folder.js";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
const CLI = join(DIST, "node/cli.js");
/** A process says at its end how much it took. */
const METER = `process.on("exit", () => { const { user, system } = process.cpuUsage(); require("fs").writeSync(2, "CPU " + (user + system) / 1e6 + "\\n"); });`;
function cpuOf(args: readonly string[], cwd: string): number {
  const { stderr, status, error } = spawnSync(process.execPath, ["--require", "./meter.cjs", ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${status} ${error?.message ?? ""} ${stderr.slice(0, 300)}`);
  return Number(/CPU ([\d.]+)/.exec(stderr)?.[1]);
}

function main(): void {
  const city = process.argv[2] ?? join(citiesFolder(), "new_york");
  if (!existsSync(city)) {
    process.stdout.write(`no city at ${city}: not measured.\n`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "quarterhour-bench-"));
  try {
    cpSync(city, folder, { recursive: true });
    writeFileSync(join(folder, "meter.cjs"), METER);
    cpuOf([CLI, "init"], folder);
    const config = join(folder, "quarterhour.config.json");
    const { output: _, ...settings } = JSON.parse(readFileSync(config, "utf8"));
    writeFileSync(config, JSON.stringify(settings));
    const computing = cpuOf([CLI, "run", "--ndjson"], folder);
    const whole = cpuOf([CLI, "run", "-o", "out", "--quiet", "--force"], folder);
    process.stdout.write(
      `computing ${computing.toFixed(1)} CPU s, whole command ${whole.toFixed(1)} CPU s: ${(whole / computing).toFixed(2)} times\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
