import { type NetworkResults, peakMegabytesOf, slowestEditMs, sumOf, type Time, timeOf } from "./engine-results.js";
import type { Work } from "./measurement.js";
import { NEWEST_PEERS, PEER_SETS } from "./peers/python.js";

/** One thing the engine is held to. */
export interface Bar {
  readonly what: string;
  readonly bar: string;
  /** "not measured" if something it needs is missing. */
  readonly measured: string;
  readonly isReached: boolean | null;
}

/** Who is compared. */
export interface Contenders {
  readonly ours: string;
  readonly oursOnTwoThreads: string | null;
}

const COUNTRY_NODES = 8_000_000;
/** Linear: a node of the country takes at most so many times as long as one of the tiling. */
const LINEAR_FACTOR = 1.5;

/** Judges what was measured on a network. `million`: the results on about a million nodes, for the country to be compared with. */
export function judge(results: NetworkResults, who: Contenders, million: NetworkResults | null): Bar[] {
  if (results.nodeCount >= COUNTRY_NODES) return [...judgeFloor(results, who), ...judgeCountry(results, who, million)];
  return [...judgeAgainstPeers(results, who), ...judgeFloor(results, who), ...judgeAlone(results, who)];
}

function judgeAgainstPeers(results: NetworkResults, { ours }: Contenders): Bar[] {
  const times = (peer: string, works: readonly Work[], ourWorks: readonly Work[], what: string, least: number): Bar => {
    const theirs = sumOf(results, peer, works);
    const own = sumOf(results, ours, ourWorks);
    return atLeast(`${what}: against ${peer}`, least, theirs, own);
  };
  const warm = "nearest, 10 categories, every node, warm";
  const cold = "the same with preparation counted";
  const within = "nodes within 15 min of 500 places";
  const isMeasured = (peer: string) => results.measurements.some(({ who }) => who === peer);
  return PEER_SETS.filter((peers) => peers === NEWEST_PEERS || isMeasured(peers.scipy)).flatMap(
    ({ pandana, scipy }) => [
      times(pandana, ["nearest"], ["nearest"], warm, 1000),
      times(pandana, ["prepare", "put-facilities", "nearest"], ["prepare", "nearest"], cold, 100),
      times(scipy, ["prepare", "nearest"], ["prepare", "nearest"], cold, 8),
      times(pandana, ["nearest-3"], ["nearest-3"], "3 nearest", 100),
      times(pandana, ["precompute", "counts"], ["counts"], "counts within 15 min, its precompute counted", 100),
      times(pandana, ["counts"], ["counts"], "counts within 15 min, its precompute not counted", 100),
      times(pandana, ["within"], ["within"], within, 20),
      times(scipy, ["within"], ["within"], within, 8),
    ],
  );
}

function judgeFloor(results: NetworkResults, { ours, oursOnTwoThreads }: Contenders): Bar[] {
  const against = (who: string | null, threads: string, most: number): Bar => {
    const own = who === null ? null : timeOf(results, who, "nearest");
    // two threads are held to the same floor: one thread's
    const floor = timeOf(results, ours, "floor");
    const ratio = own === null || floor === null ? null : own.ms / floor.ms;
    const what = `nearest against the floor (arcs read, labels and result written), ${threads}`;
    return {
      what,
      bar: `≤ ${most} ×`,
      measured: ratio === null ? "not measured" : `${ratio.toFixed(1)} ×`,
      isReached: ratio === null ? null : ratio <= most,
    };
  };
  return [against(ours, "one thread", 5), against(oursOnTwoThreads, "two threads", 3)];
}

function judgeAlone(results: NetworkResults, { ours }: Contenders): Bar[] {
  const edit = slowestEditMs(results, ours);
  const time = timeOf(results, ours, "prepare");
  const memory = peakMegabytesOf(results, ours, "prepare");
  const isPrepared = time !== null && memory !== null;
  return [
    {
      what: "add, move or close one facility: p99 of the slowest kind",
      bar: "< 2 ms",
      measured: edit === null ? "not measured" : `${edit.toFixed(2)} ms`,
      isReached: edit === null ? null : edit < 2,
    },
    {
      what: "prepare, with the process's peak memory",
      bar: "< 1 s, < 1 GB",
      measured: isPrepared ? `${(time.ms / 1000).toFixed(2)} s, ${gigabytes(memory)}` : "not measured",
      isReached: isPrepared ? time.ms < 1000 && memory < 1000 : null,
    },
  ];
}

function judgeCountry(results: NetworkResults, { ours }: Contenders, million: NetworkResults | null): Bar[] {
  const perNode = (of: NetworkResults, work: Work) => {
    const time = timeOf(of, ours, work);
    return time === null ? Number.NaN : time.ms / of.nodeCount;
  };
  const factors = (["prepare", "nearest"] as const).map((work) =>
    million === null ? Number.NaN : perNode(results, work) / perNode(million, work),
  );
  const memory = peakMegabytesOf(results, ours, "nearest");
  const isMeasured = memory !== null && factors.every((factor) => !Number.isNaN(factor));
  return [
    {
      what: "8 M nodes in one process: time per node against ~1 M nodes (prepare; nearest), peak memory after nearest",
      bar: `linear (≤ ${LINEAR_FACTOR} ×), < 2.5 GB`,
      measured: isMeasured
        ? `${factors.map((factor) => `${factor.toFixed(2)} ×`).join("; ")}, ${gigabytes(memory)}`
        : "not measured",
      isReached: isMeasured ? factors.every((factor) => factor <= LINEAR_FACTOR) && memory < 2500 : null,
    },
  ];
}

function atLeast(what: string, least: number, theirs: Time | null, own: Time | null): Bar {
  const bar = `≥ ${least.toLocaleString("en")} ×`;
  if (theirs === null || own === null || own.isAtLeast) return { what, bar, measured: "not measured", isReached: null };
  const ratio = theirs.ms / own.ms;
  const text = ratio.toLocaleString("en", { maximumFractionDigits: ratio < 10 ? 1 : 0 });
  const isKnown = ratio >= least || !theirs.isAtLeast;
  return {
    what,
    bar,
    measured: `${theirs.isAtLeast ? "> " : ""}${text} ×`,
    isReached: isKnown ? ratio >= least : null,
  };
}

function gigabytes(megabytes: number): string {
  return `${(megabytes / 1000).toFixed(2)} GB`;
}
