import { cpus, totalmem } from "node:os";
import type { EngineUnderTest } from "./engine.js";
import { judge } from "./engine-bars.js";
import {
  describeWaiting,
  type NetworkResults,
  peakMegabytesOf,
  slowestEditMs,
  type Time,
  timeOf,
} from "./engine-results.js";
import { LIMIT_METERS, REPETITIONS, type Work } from "./measurement.js";
import { PLACES_SEED } from "./networks/draw-places.js";
import { TILING_SEED } from "./networks/tiling.js";

const MILLION_NODES = 900_000;
const WORKS: readonly (readonly [Work, string])[] = [
  ["prepare", "prepare: columns → ready for questions"],
  ["put-facilities", "put facilities (pandana's own step before nearest)"],
  ["nearest", "nearest of 10 categories, every node"],
  ["nearest-3", "3 nearest of 10 categories, every node"],
  ["precompute", "precompute (pandana's own step before counts)"],
  ["counts", "counts within 15 min, 10 categories, every node"],
  ["counts-direct", "the same without precompute"],
  ["within", "nodes within 15 min of 500 places"],
  ["floor", "the floor: as many bytes read and written, nothing computed"],
];

/** Why the first engine does not reach some bars: what was profiled, and what is only known from comparing sources. */
const WHY_NOT_REACHED: readonly string[] = [
  "prepare (one profile, busy machine): 64 % of the time is the elimination, 11 % each the Hilbert order and the columns of the network. Reading fields",
  "  once in its inner loops changed nothing (1,518 and 1,580 ms of CPU). 2.82 arcs a node.",
  "nearest with preparation counted: nearly all of it is the preparation above.",
  "3 nearest (from the sources, not profiled): one pass a category, with sorted insertion of one label at a time. The prototype's lanes hold eight",
  "  categories, which needs 16-bit labels; this was not tried with labels of 64 bits.",
  "counts (from the sources, not profiled): rows of 64 bytes are twice those of the prototype, and are read again for counting and for forgetting.",
];

/** Writes what was measured as a section of Markdown. The first engine is the one that is judged. */
export function toEngineSection(all: readonly NetworkResults[], engines: readonly EngineUnderTest[]): string {
  const million = all.find(({ nodeCount }) => nodeCount >= MILLION_NODES && nodeCount < 2 * MILLION_NODES) ?? null;
  const contenders = {
    ours: engines[0]?.name ?? "",
    oursOnTwoThreads: engines.find(({ threads }) => threads === 2)?.name ?? null,
  };
  const lines = ["## The engine against its peers", "", ...describeRun(all)];
  for (const results of all) {
    const { name, nodeCount, edgeCount, facilityCount, loadBefore, missing } = results;
    lines.push("", `### ${name}: ${text(nodeCount)} nodes`, "");
    lines.push(
      `${text(edgeCount)} edges, ${text(facilityCount)} facilities in 10 categories. Load before: ${loadBefore.toFixed(1)}.`,
      "",
    );
    if (missing !== null) lines.push(missing, "");
    lines.push(...workTable(results, [...engines.map((engine) => engine.name), "pandana", "scipy"]), "");
    const notes = results.measurements.flatMap(({ who, work, note }) => (note ? [`- ${who}, ${work}: ${note}`] : []));
    notes.push(...describeWaiting(results).map((waiting) => `- ${waiting}`));
    if (notes.length > 0) lines.push(...notes, "");
    lines.push(`Held to bars, "${contenders.ours}":`, "", "| work | bar | measured | |", "| --- | --- | ---: | --- |");
    for (const { what, bar, measured, isReached } of judge(results, contenders, million))
      lines.push(
        `| ${what} | ${bar} | ${measured} | ${isReached === null ? "–" : isReached ? "reached" : "not reached"} |`,
      );
    const checks = results.remarks.filter(({ check }) => check !== undefined);
    if (checks.length > 0) lines.push("", "Answers compared with scipy's before timing:", "");
    for (const { who, check } of checks) lines.push(`- ${who}, ${check}`);
  }
  lines.push("", "### Why bars are not reached", "", ...WHY_NOT_REACHED.map(asListItem));
  return `${lines.join("\n")}\n`;
}

/** Lines that go on are indented already. */
function asListItem(line: string): string {
  return line.startsWith(" ") ? line : `- ${line}`;
}

function describeRun(all: readonly NetworkResults[]): string[] {
  const version = (who: string) =>
    all.flatMap(({ remarks }) => remarks).find((remark) => remark.who === who && remark.version !== undefined)?.version;
  const python = all.find((results) => results.python !== null)?.python;
  const { engine, peer } = REPETITIONS;
  return [
    `Limit ${text(LIMIT_METERS)} m. Medians: engines up to ${engine.runs} runs or ${engine.seconds} s after one warm-up, in a process for each`,
    `engine; peers up to ${peer.runs} runs or ${peer.seconds} s, scipy on one thread, pandana on two (its preparation once above 100,000 nodes). The floor is measured`,
    "in the engine's process. The bars are meant for about a million nodes and are shown everywhere.",
    `Networks are real cities' largest components; \`tiling\` and \`country\` are Porto Alegre laid out in mirrored tiles`,
    `(seed ${TILING_SEED}); facilities and places are drawn (seed ${PLACES_SEED}).`,
    "",
    `Machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB. Node ${process.version}` +
      `${python == null ? "" : `, Python ${python}, pandana ${version("pandana")}, scipy ${version("scipy")}`}.`,
  ];
}

function workTable(results: NetworkResults, whos: readonly string[]): string[] {
  const present = whos.filter((who) => results.measurements.some((one) => one.who === who));
  const row = (label: string, cell: (who: string) => string) => `| ${label} | ${present.map(cell).join(" | ")} |`;
  const rows = WORKS.filter(([work]) => results.measurements.some((one) => one.work === work)).map(([work, label]) =>
    row(label, (who) => timeText(timeOf(results, who, work), results, who, work)),
  );
  const edits = present.some((who) => slowestEditMs(results, who) !== null)
    ? [row("add, move or close one facility, p99", (who) => slowestEditMs(results, who)?.toFixed(2) ?? "–")]
    : [];
  return [
    row("work, ms", (who) => who),
    `| --- |${present.map(() => " ---: |").join("")}`,
    ...rows,
    ...edits,
    row("peak memory of the process, MB", (who) => text(peakMegabytesOf(results, who) ?? Number.NaN)),
  ];
}

function timeText(time: Time | null, { measurements }: NetworkResults, who: string, work: Work): string {
  if (time === null) return measurements.some((one) => one.who === who && one.work === work) ? "failed" : "–";
  if (time.isAtLeast) return `more than ${text(time.ms / 1000)} s`;
  return time.ms.toLocaleString("en", { maximumFractionDigits: time.ms < 10 ? 2 : time.ms < 100 ? 1 : 0 });
}

function text(value: number): string {
  return Number.isNaN(value) ? "–" : value.toLocaleString("en", { maximumFractionDigits: 0 });
}
