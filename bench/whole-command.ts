/**
 * What the whole command costs beside the computation: CPU seconds of `quarterhour run -o` and of the same run that
 * prints the areas and writes no file. It should be twice as much at most. Run: npm run build, then npm run bench -- command
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { citiesFolder } from "./cities-folder.js";
import { MONACO, OWN_CITY } from "./city-texts.js";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
const CLI = join(DIST, "node/cli.js");
const TOWN = fileURLToPath(new URL("../fixtures/jincheng", import.meta.url));
const RUNS = 3;
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

/** What else a machine does makes a run dearer, and none cheaper. */
function leastCpuOf(args: readonly string[], cwd: string): number {
  return Math.min(...Array.from({ length: RUNS }, () => cpuOf(args, cwd)));
}

/** Gives Markdown: of one's own city if a folder was named, else of a large one, if it is there, and of those that every clone has. */
export function measureCommand(): string {
  const own = process.env[OWN_CITY];
  const large = join(citiesFolder(), "new_york");
  const folders = own === undefined ? [...(existsSync(large) ? [large] : []), MONACO, TOWN] : [own];
  const rows = folders.map((folder) => {
    const { computing, whole } = measureCity(folder);
    return `| ${basename(folder)} | ${computing.toFixed(1)} | ${whole.toFixed(1)} | ${(whole / computing).toFixed(2)} |`;
  });
  return [
    "## The whole command",
    "",
    "Least CPU seconds of three runs of `run --ndjson`, which reads, computes and writes no file, and of `run -o`, which writes all files.",
    "",
    "| city | computing | all files, too | ratio |",
    "| --- | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}

function measureCity(city: string): { readonly computing: number; readonly whole: number } {
  const folder = mkdtempSync(join(tmpdir(), "quarterhour-bench-"));
  try {
    cpSync(city, folder, { recursive: true });
    writeFileSync(join(folder, "meter.cjs"), METER);
    cpuOf([CLI, "init"], folder);
    const config = join(folder, "quarterhour.config.json");
    const { output: _, ...settings } = JSON.parse(readFileSync(config, "utf8"));
    writeFileSync(config, JSON.stringify(settings));
    return {
      computing: leastCpuOf([CLI, "run", "--ndjson"], folder),
      whole: leastCpuOf([CLI, "run", "-o", "out", "--quiet", "--force"], folder),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
