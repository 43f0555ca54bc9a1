/** Measures the engine against its peers. Run: npx tsx bench/engine-report.ts [network…] > section.md */
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { toEngineSection } from "./engine-markdown.js";
import type { NetworkResults } from "./engine-results.js";
import { engines } from "./engines.js";
import { readArray } from "./networks/column-files.js";
import { ensureNetwork, NETWORK_NAMES, type NetworkName } from "./networks.js";
import { runPeers } from "./peers/run-peers.js";
import { runEngine } from "./run-engine.js";

/**
 * Measures the engines and their peers on some networks, one program after the other.
 *
 * @returns a section of Markdown; `null` if no network's data is there. Progress goes to the standard error.
 */
export async function reportEngine(names: readonly NetworkName[] = NETWORK_NAMES): Promise<string | null> {
  const all: NetworkResults[] = [];
  for (const name of names) {
    process.stderr.write(`${name}\n`);
    const folder = ensureNetwork(name);
    if (folder === null) process.stderr.write(`  no data (set QUARTERHOUR_CITIES): not measured\n`);
    else all.push(await measureNetwork(name, folder));
  }
  return all.length === 0 ? null : toEngineSection(all, engines);
}

async function measureNetwork(name: string, folder: string): Promise<NetworkResults> {
  const { nodeCount, edgeCount } = JSON.parse(readFileSync(join(folder, "network.json"), "utf8")) as {
    readonly nodeCount: number;
    readonly edgeCount: number;
  };
  const facilityCount = readArray(join(folder, "facility_node.u32"), Uint32Array).length;
  const loadBefore = loadavg()[0] ?? 0;
  // scipy first: the engines are checked against its answers
  const peers = await runPeers(folder, nodeCount);
  const measurements = [...peers.measurements];
  const remarks = [...peers.remarks];
  for (const engine of engines) {
    const found = await runEngine(engine, folder, nodeCount);
    measurements.push(...found.measurements);
    remarks.push(...found.remarks);
  }
  const { python, missing } = peers;
  return { name, nodeCount, edgeCount, facilityCount, loadBefore, measurements, remarks, python, missing };
}

function isNetworkName(name: string): name is NetworkName {
  return (NETWORK_NAMES as readonly string[]).includes(name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !isNetworkName(name));
  if (unknown.length > 0)
    throw new Error(`There is no network ${unknown.join(", ")}; there are: ${NETWORK_NAMES.join(", ")}.`);
  const section = await reportEngine(asked.length === 0 ? NETWORK_NAMES : asked.filter(isNetworkName));
  process.stdout.write(section ?? "No city data found (set QUARTERHOUR_CITIES): nothing measured.\n");
}
