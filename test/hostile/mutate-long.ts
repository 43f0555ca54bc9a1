import { type ChildProcess, fork } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { CoverageError } from "../../src/base/errors.js";
import { readForeign } from "../../src/node/foreign-readers.js";
import { formatOf } from "../../src/node/input-formats.js";
import { readFacilities, readGeoJsonText, readOsm } from "../../src/read/index.js";
import { assertReadableFile } from "../../src/read/recognize-file.js";
import { CITIES_PATH } from "../support/cities.js";
import { FILES_TO_MUTATE, type FileToMutate } from "../support/files-to-mutate.js";
import { mutate } from "../support/mutate.js";

// Damages files of every format for as long as it is let, each format in a process of its own that is ended when it hangs:
//   npm run test:mutations -- --seconds 60 --only raster --from 0
// Reports seeds with an untyped error, with more than 5 s, or with more than 256 MiB; where the files of QUARTERHOUR_CITIES are there, they too.

const MOST_MILLISECONDS = 5000;
const MOST_MIB = 256;
const MIB = 2 ** 20;

interface Told {
  readonly seed: number;
  readonly problem?: string;
}

/** Reads a file of any format as the command does, but without a thread to end: what hangs here hangs. */
function readAny(path: string): FileToMutate["read"] {
  return async (given) => {
    const bytes = given[0] === 0x1f && given[1] === 0x8b ? unpack(given) : given;
    if (/\.osm\.|opl$/.test(path)) return readOsm(bytes, { path });
    const layer = path.endsWith(".tif") ? "population" : "facilities";
    const format = formatOf(bytes, {});
    const foreign = {
      geoPackage: "geoPackage",
      flatGeobuf: "flatGeobuf",
      geoParquet: "geoParquet",
      raster: "populationRaster",
    };
    const id = format?.id ?? "";
    if (Object.hasOwn(foreign, id))
      return await readForeign(foreign[id as keyof typeof foreign] as "geoPackage", bytes, { path });
    if (format !== undefined) return await format.read(bytes, { layer, path });
    assertReadableFile(bytes, path);
    return readFacilities(readGeoJsonText(bytes, path));
  };
}

function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: 64 * MIB });
  } catch {
    return new Uint8Array(0); // the reader of files says so
  }
}

function sampleFiles(): FileToMutate[] {
  const folder = resolve(CITIES_PATH, "reference/formats");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !/(README\.md|expected\.json|projections\.json)$/.test(path))
    .map((path) => ({ name: relative(folder, path), make: () => readFileSync(path), read: readAny(path) }));
}

async function mutateHere(file: FileToMutate, from: number): Promise<void> {
  const tell = (told: Told) => process.send?.(told);
  const bytes = await file.make();
  try {
    await file.read(bytes); // loads packages
  } catch {
    // some are refused by name
  }
  let most = process.resourceUsage().maxRSS / 1024;
  for (let seed = from; ; seed++) {
    tell({ seed });
    const start = performance.now();
    try {
      await file.read(mutate(bytes, seed));
    } catch (error) {
      if (!(error instanceof CoverageError))
        tell({ seed, problem: error instanceof Error ? (error.stack ?? "") : String(error) });
    }
    const milliseconds = performance.now() - start;
    if (milliseconds > MOST_MILLISECONDS) tell({ seed, problem: `${Math.round(milliseconds)} ms` });
    const now = process.resourceUsage().maxRSS / 1024;
    if (now - most > MOST_MIB) tell({ seed, problem: `+${Math.round(now - most)} MiB` });
    most = now;
    await new Promise((next) => setImmediate(next)); // what was told leaves the process
  }
}

/** Lets a process damage one file; ends it after the time, or when it tells nothing for twice the time that a file may take. */
function watch(
  name: string,
  from: number,
  seconds: number,
): Promise<{ readonly seeds: number; readonly problems: Told[] }> {
  const problems: Told[] = [];
  let last = from;
  let until = Infinity;
  const run = (start: number): Promise<void> =>
    new Promise((done) => {
      const child: ChildProcess = fork(fileURLToPath(import.meta.url), ["--child", name, "--from", String(start)], {
        execArgv: ["--import", "tsx", "--max-old-space-size=2048"],
      });
      let isEnded = false;
      const end = (problem?: string) => {
        if (isEnded) return;
        isEnded = true;
        clearTimeout(clock);
        clearTimeout(dog);
        if (problem !== undefined) problems.push({ seed: last, problem });
        child.kill("SIGKILL");
        done(problem !== undefined && Date.now() < until ? run(last + 1) : undefined);
      };
      let clock: NodeJS.Timeout | undefined;
      let dog = setTimeout(() => end("does not begin"), 60_000);
      child.on("message", (told: Told) => {
        last = told.seed;
        // starting takes its time, too
        until = Math.min(until, Date.now() + seconds * 1000);
        clock ??= setTimeout(() => end(), until - Date.now());
        if (told.problem !== undefined) problems.push(told);
        clearTimeout(dog);
        dog = setTimeout(() => end("hangs"), 2 * MOST_MILLISECONDS);
      });
      child.on("exit", (code, signal) => end(`the process ended (${code ?? signal})`));
    });
  return run(from).then(() => ({ seeds: last - from, problems }));
}

const option = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1 || Infinity];
const all = [...FILES_TO_MUTATE, ...sampleFiles()];
const from = Number(option("from") ?? 1000);
const child = option("child");
if (child !== undefined) await mutateHere(all.find(({ name }) => name === child) as FileToMutate, from);
else {
  const only = new RegExp(option("only") ?? "");
  const seconds = Number(option("seconds") ?? 30);
  let problemCount = 0;
  for (const { name } of all.filter((file) => only.test(file.name))) {
    const { seeds, problems } = await watch(name, from, seconds);
    problemCount += problems.length;
    console.log(`${name}: ${seeds} seeds, ${problems.length} problems`);
    for (const { seed, problem } of problems.slice(0, 5))
      console.log(`  seed ${seed}: ${problem?.split("\n").slice(0, 6).join("\n    ")}`);
  }
  console.log(`${problemCount} problems`);
  process.exitCode = problemCount > 0 ? 1 : 0;
}
