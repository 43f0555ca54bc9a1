import { drawIndex, seededRandom } from "../test/support/random.js";
import type { PreparedEngine } from "./engine.js";
import type { Work } from "./measurement.js";
import type { BenchNetwork } from "./networks/bench-network.js";
import { Reference } from "./reference.js";
import { Tally } from "./tally.js";

const EDIT_COUNT = 300;
/** The category of middle size is the one that is edited. */
export const EDITED_CATEGORY = 5;

/** Compares the answers of an engine with those of scipy, and its edits with its own search anew. */
export async function checkEngine(
  prepared: PreparedEngine,
  network: BenchNetwork,
  { folder, works }: { readonly folder: string; readonly works: ReadonlySet<Work> },
): Promise<string[]> {
  const reference = Reference.read(folder, network);
  const { facilityNodes, placeNodes } = network;
  const { roundingMeters } = prepared;
  const said: string[] = [];
  if (reference === null) said.push("not compared: scipy has not answered");
  else {
    if (works.has("nearest")) said.push(reference.checkNearest(await prepared.nearest(facilityNodes), roundingMeters));
    if (works.has("nearest-3") && prepared.nearestSome !== undefined)
      said.push(reference.checkNearestSome(await prepared.nearestSome(facilityNodes, 3), 3, roundingMeters));
    if (works.has("counts") && prepared.countWithin !== undefined)
      said.push(reference.checkCounts(await prepared.countWithin(facilityNodes), roundingMeters));
    if (works.has("within") && prepared.within !== undefined)
      said.push(reference.checkWithin(await prepared.within(placeNodes), roundingMeters));
  }
  if (works.has("edits") && prepared.edit !== undefined) said.push(await checkEdits(prepared, network));
  return said;
}

/** Opens, moves and closes at random; then every node must be as far as a search from what is left says. */
async function checkEdits(prepared: PreparedEngine, { facilityNodes, nodeCount }: BenchNetwork): Promise<string> {
  const facilities = facilityNodes[EDITED_CATEGORY] ?? new Uint32Array();
  const category = await prepared.edit?.(facilities);
  if (category === undefined) return "edits: none";
  const random = seededRandom(2);
  const standing = Array.from(facilities, (node, row) => ({ node, facility: category.facilityOf(row) }));
  for (let i = 0; i < EDIT_COUNT; i++) {
    const node = drawIndex(random, nodeCount);
    const drawn = drawIndex(random, standing.length);
    const kind = i % 3;
    if (kind === 0) standing.push({ node, facility: category.open(node) });
    if (kind === 1) category.close(standing.splice(drawn, 1)[0]?.facility ?? -1);
    const moved = standing[drawn];
    if (kind !== 2 || moved === undefined) continue;
    category.move(moved.facility, node);
    moved.node = node;
  }
  const anew = await prepared.nearest([Uint32Array.from(standing, ({ node }) => node)]);
  const tally = new Tally(prepared.roundingMeters);
  for (let node = 0; node < nodeCount; node++) tally.add(category.metersAt(node), anew.at(node, 0, 0));
  return `${EDIT_COUNT} edits, then searched anew: ${tally.text("nodes")}`;
}
