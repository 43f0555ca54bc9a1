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
import { PEER_SETS } from "./peers/python.js";

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

/** Why the first engine does not reach some bars: what profiles of `tiling` show. */
const WHY_NOT_REACHED: readonly string[] = [
  "The bars were set on another machine, by pandana 0.7 and scipy 1.10. These are measured beside the newest, which answer two to three",
  "  times as fast. On a machine like this one the prototype had nearest in 28 to 61 ms, 3 nearest in 320 to 475, counts in 217 to 228, and",
  "  prepared in 1,040 to 1,325 ms.",
  "nearest: of 12 ms in a loop of its own, 5 are the way up from 15,000 facilities to 123,000 nodes (rows of 48 bytes, anywhere in memory),",
  "  4.5 the way down over 2.8 arcs a node, 2 laying out the answer. Here the caches are empty before each run. Two threads wait for the same memory.",
  "nearest with preparation counted: 97 % of it is the preparation. Half of that is the elimination (one loop over small lists of neighbors), 10 % the",
  "  columns of the network, 8 % the order along the curve. scipy prepares nothing and searches once; the hierarchy is made to be asked again.",
  "counts, pandana's precompute left out: 65 % spread labels of 16 sources at a time over what they reach (3 million pairs of batch and node, some",
  "  40 ns each), 20 % count; the rest sorts sources and empties labels.",
  "nodes within: 460,000 nodes are reached; 45 ns for each, three random reads. To search crossings only and read bends off afterward was",
  "  tried: the search took half, reading them off the other half.",
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
    for (const why of missing) lines.push(why, "");
    const peers = PEER_SETS.flatMap(({ pandana, scipy }) => [pandana, scipy]);
    lines.push(...workTable(results, [...engines.map((engine) => engine.name), ...peers]), "");
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
