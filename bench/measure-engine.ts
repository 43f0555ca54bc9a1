import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { drawIndex, seededRandom } from "../test/support/random.js";
import { EDITED_CATEGORY } from "./check-engine.js";
import type { EngineUnderTest, MaybePromise, PreparedEngine } from "./engine.js";
import { buildFloor, defaultFloorBytes } from "./floor.js";
import { type Measurement, REPETITIONS, type Work } from "./measurement.js";
import type { BenchNetwork } from "./networks/bench-network.js";

const EDIT_COUNT = 2000;
/** A run longer than this is not warmed up: what the runtime learns in it no longer shows. */
const WARM_UP_MS = 3000;

/** Says before a work that it begins, and after it how long it took. */
export interface Speaker {
  readonly start: (work: Work) => void;
  readonly done: (measurement: Measurement) => void;
}

/** Measures what an engine can do of the works asked for, one after the other. */
export async function measureEngine(
  { who, prepared }: { readonly who: string; readonly prepared: PreparedEngine },
  network: BenchNetwork,
  works: ReadonlySet<Work>,
  { start, done }: Speaker,
): Promise<void> {
  const { facilityNodes, placeNodes } = network;
  const runs: readonly (readonly [Work, (() => unknown) | undefined])[] = [
    ["nearest", () => prepared.nearest(facilityNodes)],
    ["nearest-3", prepared.nearestSome && (() => prepared.nearestSome?.(facilityNodes, 3))],
    ["counts", prepared.countWithin && (() => prepared.countWithin?.(facilityNodes))],
    ["within", prepared.within && (() => prepared.within?.(placeNodes))],
  ];
  for (const [work, run] of runs) {
    if (run === undefined || !works.has(work)) continue;
    start(work);
    done({ who, work, ...(await repeat(run)), peakMegabytes: peakMegabytes() });
  }
  if (works.has("edits")) await measureEdits({ who, prepared }, network, { start, done });
  // last, and without its memory: the arrays of the floor are not the engine's
  if (works.has("nearest")) {
    start("floor");
    const bytes = prepared.floorBytes ?? defaultFloorBytes(network);
    const megabytes = (bytes.arcs + bytes.labels + bytes.result) / 1e6;
    done({ who, work: "floor", ...(await repeat(buildFloor(bytes))), note: `${megabytes.toFixed(0)} MB` });
  }
}

/** Prepares, as often as the size allows; the memory is that of the first time. */
export async function measurePreparation(
  engine: EngineUnderTest,
  { prepare, times }: { readonly prepare: () => MaybePromise<PreparedEngine>; readonly times: number },
  { start, done }: Speaker,
): Promise<PreparedEngine> {
  start("prepare");
  const spent: Runs = { runsMs: [], cpuMs: [] };
  const once = () => timed(prepare, spent);
  let prepared = await once();
  const peak = peakMegabytes();
  while (spent.runsMs.length < times) {
    await prepared.close?.();
    prepared = await once();
  }
  const first = spent.runsMs[0]?.toFixed(0) ?? "";
  done({ who: engine.name, work: "prepare", ...spent, peakMegabytes: peak, note: `first time ${first} ms` });
  return prepared;
}

interface Runs {
  readonly runsMs: number[];
  readonly cpuMs: number[];
}

async function repeat(run: () => unknown): Promise<Runs> {
  const { runs, seconds } = REPETITIONS.engine;
  const spent: Runs = { runsMs: [], cpuMs: [] };
  let spentMs = 0;
  for (let isWarm = false; spent.runsMs.length < runs && (spentMs < seconds * 1000 || !isWarm); isWarm = true) {
    const once: Runs = { runsMs: [], cpuMs: [] };
    await timed(run, once);
    const took = once.runsMs[0] ?? 0;
    spentMs += took;
    if (!isWarm && took <= WARM_UP_MS) continue;
    spent.runsMs.push(took);
    spent.cpuMs.push(...once.cpuMs);
  }
  return spent;
}

async function timed<T>(run: () => MaybePromise<T>, { runsMs, cpuMs }: Runs): Promise<T> {
  globalThis.gc?.();
  const beginCpu = process.cpuUsage();
  const begin = performance.now();
  const result = await run();
  runsMs.push(performance.now() - begin);
  const { user, system } = process.cpuUsage(beginCpu);
  cpuMs.push((user + system) / 1000);
  return result;
}

async function measureEdits(
  { who, prepared }: { readonly who: string; readonly prepared: PreparedEngine },
  { facilityNodes, nodeCount }: BenchNetwork,
  { start, done }: Speaker,
): Promise<void> {
  start("edits");
  const category = await prepared.edit?.(facilityNodes[EDITED_CATEGORY] ?? new Uint32Array());
  if (category === undefined) return;
  const spent: Record<"open" | "move" | "close", number[]> = { open: [], move: [], close: [] };
  const time = <T>(work: keyof typeof spent, run: () => T): T => {
    const begin = performance.now();
    const result = run();
    spent[work].push(performance.now() - begin);
    return result;
  };
  const random = seededRandom(3);
  const end = performance.now() + REPETITIONS.engine.seconds * 1000;
  for (let i = 0; i < EDIT_COUNT && (i === 0 || performance.now() < end); i++) {
    const facility = time("open", () => category.open(drawIndex(random, nodeCount)));
    time("move", () => category.move(facility, drawIndex(random, nodeCount)));
    time("close", () => category.close(facility));
  }
  for (const work of ["open", "move", "close"] as const) done({ who, work, runsMs: spent[work] });
}

/** The most memory that this process has held; a parent's share of it, which other counters inherit, is not in it. */
function peakMegabytes(): number {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"));
    return Number(line?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
