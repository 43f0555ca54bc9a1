import { fileURLToPath } from "node:url";
import { LIMIT_METERS, type Measurement, REPETITIONS, type Remark, type Work } from "../measurement.js";
import { runWorks } from "../run-child.js";
import { findPeerPython, NEWEST_PEERS, PEERS_OF_THE_BARS, type PeerSet } from "./python.js";

const SCRIPT = fileURLToPath(new URL("peers.py", import.meta.url));
/** As many as the bars are written for. */
const PANDANA_THREADS = 2;
/** A single work may take this long, all its repetitions together. */
const BUDGET_SECONDS = 600;
/** Beyond this many nodes counting without precomputing takes an hour. */
const DIRECT_COUNT_NODES = 100_000;
/** Beyond this many nodes pandana needs more memory, and more patience, than there is. */
const PANDANA_NODES = 2_000_000;

/** The size that the bars are meant for: here the peers that they were set by are measured as well. */
const BARS_NODES = 900_000;

/** What the peers did on a network, or why some did nothing. */
export interface PeerResults {
  readonly measurements: readonly Measurement[];
  readonly remarks: readonly Remark[];
  readonly python: string | null;
  readonly missing: readonly string[];
}

/** Measures all peers that a network of this size is for. */
export async function runPeers(folder: string, nodeCount: number): Promise<PeerResults> {
  const newest = await runPeerSet(NEWEST_PEERS, folder, nodeCount);
  if (nodeCount < BARS_NODES || nodeCount > PANDANA_NODES) return newest;
  const older = await runPeerSet(PEERS_OF_THE_BARS, folder, nodeCount);
  return {
    measurements: [...newest.measurements, ...older.measurements],
    remarks: [...newest.remarks, ...older.remarks],
    python: newest.python,
    missing: [...newest.missing, ...older.missing],
  };
}

/** Measures scipy, then pandana, one after the other, each in a process of its own. */
async function runPeerSet(peers: PeerSet, folder: string, nodeCount: number): Promise<PeerResults> {
  const found = findPeerPython(peers);
  if ("missing" in found) {
    process.stderr.write(`${found.missing}\n`);
    return { measurements: [], remarks: [], python: null, missing: [found.missing] };
  }
  const runPeer = (peer: "pandana" | "scipy", works: readonly Work[]) => {
    const { runs, seconds } = REPETITIONS.peer;
    const options = [peers[peer], folder, LIMIT_METERS, runs, seconds].map(String);
    return runWorks(peers[peer], works, (left) => [found.python, SCRIPT, peer, ...options, left.join(",")], {
      budgetSeconds: BUDGET_SECONDS,
      // passive: spinning threads starve each other when the machine does something else too, eightfold in its preparation
      env: { OMP_NUM_THREADS: String(PANDANA_THREADS), OMP_WAIT_POLICY: "passive" },
    });
  };
  const scipy = await runPeer("scipy", ["nearest", "within"]);
  const direct: readonly Work[] = nodeCount <= DIRECT_COUNT_NODES ? ["counts-direct"] : [];
  const isForPandana = nodeCount <= PANDANA_NODES;
  const pandana = isForPandana
    ? await runPeer("pandana", ["nearest", "within", "nearest-3", ...direct, "counts"])
    : { measurements: [], remarks: [] };
  return {
    measurements: [...scipy.measurements, ...pandana.measurements],
    remarks: [...scipy.remarks, ...pandana.remarks],
    python: found.version,
    missing: isForPandana ? [] : [`pandana is not run above ${PANDANA_NODES.toLocaleString("en")} nodes.`],
  };
}
