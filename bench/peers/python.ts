import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchFolder } from "../networks.js";

/** Peers of some versions, in an environment of their own. */
export interface PeerSet {
  readonly folder: string;
  readonly requirements: string;
  /** What their columns are called. */
  readonly pandana: string;
  readonly scipy: string;
}

/** The peers as they are today. */
export const NEWEST_PEERS: PeerSet = {
  ...{ folder: "python", requirements: "requirements.txt" },
  ...{ pandana: "pandana", scipy: "scipy" },
};
/** The peers that the bars were set by. */
export const PEERS_OF_THE_BARS: PeerSet = {
  ...{ folder: "python-of-the-bars", requirements: "requirements-of-the-bars.txt" },
  ...{ pandana: "pandana 0.7", scipy: "scipy 1.10" },
};

export const PEER_SETS: readonly PeerSet[] = [NEWEST_PEERS, PEERS_OF_THE_BARS];

/** A Python that has the peers, or why there is none. */
export type PeerPython = { readonly python: string; readonly version: string } | { readonly missing: string };

/**
 * Finds a Python with pandana and scipy.
 *
 * QUARTERHOUR_PYTHON names one with the newest; else a virtual environment is made in the temporary folder, and kept for the next
 * run. pandana comes ready-built for Python 3.11 and a few others; elsewhere pip needs a C++ compiler.
 */
export function findPeerPython(peers: PeerSet): PeerPython {
  const named = process.env.QUARTERHOUR_PYTHON;
  if (named !== undefined && peers === NEWEST_PEERS) return checkPython(named);
  const folder = join(benchFolder(), peers.folder);
  const python = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  try {
    if (!existsSync(python)) run("python3", ["-m", "venv", folder]);
    if ("python" in checkPython(python)) return checkPython(python);
    process.stderr.write(`installing ${peers.pandana} and ${peers.scipy} in a virtual environment\n`);
    const requirements = fileURLToPath(new URL(peers.requirements, import.meta.url));
    run(python, ["-m", "pip", "install", "--quiet", "--requirement", requirements]);
  } catch (error) {
    return { missing: `${peers.pandana} and ${peers.scipy} are not measured: ${lastLine(error)}` };
  }
  return checkPython(python);
}

function checkPython(python: string): PeerPython {
  try {
    const script = "import pandana, scipy, platform; print(platform.python_version())";
    return { python, version: run(python, ["-c", script]).trim() };
  } catch (error) {
    return { missing: `Peers are not measured: ${python} cannot import pandana and scipy (${lastLine(error)})` };
  }
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n").at(-1) ?? "";
}
