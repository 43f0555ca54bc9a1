import { type Diagnostic, Diagnostics } from "../base/diagnostics.js";
import { once } from "../base/once.js";
import type { Meters } from "../base/units.js";
import { findIslands, type Islands } from "../graph/islands.js";
import type { Network } from "../graph/network.js";
import type { Facility, Origins, Streets } from "../model/facts.js";
import { buildNetwork } from "../streets/build-network.js";
import { findWalkableArcs, type WalkableArcs } from "../streets/weigh.js";
import { type AttachedOrigins, attachFacility, attachOrigins } from "./attach.js";
import { EdgeIndex } from "./edge-index.js";
import type { Attachment } from "./nearest-edge.js";

/** The streets of a city, ready for walking: built once, used for every profile. */
export interface WalkNetwork {
  readonly network: Network;
  readonly arcs: WalkableArcs;
  readonly islands: Islands;
  readonly index: EdgeIndex;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Builds the walking network of a city.
 *
 * @param fragmentMeters islands shorter than this are avoided when places are attached
 */
export function buildWalkNetwork(streets: Streets, fragmentMeters: Meters): WalkNetwork {
  const { network, diagnostics: found } = buildNetwork(streets);
  const arcs = findWalkableArcs(network, streets);
  const islands = findIslands(network, arcs.open, fragmentMeters);
  const diagnostics = new Diagnostics();
  if (islands.count > 1)
    diagnostics.addMany(
      "network.islands",
      "streets",
      islands.count,
      [],
      [`< ${fragmentMeters} m: ${islands.fragmentCount}`],
    );
  const index = new EdgeIndex(network, arcs.open, islands);
  return { network, arcs, islands, index, diagnostics: [...found, ...arcs.diagnostics, ...diagnostics.list()] };
}

/** The origins of a city on its network. */
export interface OriginsOnNetwork extends AttachedOrigins {
  /** Gives the origins by the nodes at the ends of their edges; found when first asked for. */
  readonly atNodes: () => OriginsAtNodes;
  /** Gives the island that each origin is on; -1 = it is not attached. Found when first asked for. */
  readonly islands: () => Int32Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** CSR: the origins on the edges of node `n` are `originAtNode[firstOriginAtNode[n]]` and following. */
export interface OriginsAtNodes {
  readonly firstOriginAtNode: Uint32Array;
  readonly originAtNode: Uint32Array;
}

/** Attaches the origins of a city to its network. */
export function putOriginsOnNetwork(
  walkNetwork: WalkNetwork,
  origins: Origins,
  maxAccessMeters: Meters,
): OriginsOnNetwork {
  return originsOnNetwork(walkNetwork, attachOrigins(walkNetwork.index, origins, maxAccessMeters));
}

/** Tells where origins are attached, and what is wrong with that. */
export function originsOnNetwork({ network, islands }: WalkNetwork, attached: AttachedOrigins): OriginsOnNetwork {
  const diagnostics = new Diagnostics();
  diagnostics.addMany("origin.offNetwork", null, attached.unattachedRows.length);
  diagnostics.addMany("origin.movedOffFragment", null, attached.movedOffFragmentRows.length);
  return {
    ...attached,
    atNodes: once(() => originsAtNodes(network, attached.edge)),
    islands: once(() =>
      attached.edge.map((edge) => (edge < 0 ? -1 : (islands.nodeIsland[network.edgeFrom[edge]] as number))),
    ),
    diagnostics: diagnostics.list(),
  };
}

/** The facilities of a city on its network. */
export interface FacilitiesOnNetwork {
  /** Per facility: where it can be entered; empty = nowhere. */
  readonly attachments: readonly (readonly Attachment[])[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Attaches facilities to the network of their city. */
export function putFacilitiesOnNetwork(
  { index }: WalkNetwork,
  facilities: readonly Facility[],
  maxAccessMeters: Meters,
): FacilitiesOnNetwork {
  return facilitiesOnNetwork(
    facilities,
    facilities.map((facility) => attachFacility(index, facility, maxAccessMeters)),
  );
}

/** Tells where facilities are attached, and what is wrong with that. */
export function facilitiesOnNetwork(
  facilities: readonly Facility[],
  attachments: readonly (readonly Attachment[])[],
): FacilitiesOnNetwork {
  const diagnostics = new Diagnostics();
  facilities.forEach(({ id }, row) => {
    const found = attachments[row] ?? [];
    if (found.length === 0) diagnostics.add("facility.offNetwork", "facilities", id);
    if (found.some(({ movedOffFragment }) => movedOffFragment))
      diagnostics.add("facility.movedOffFragment", "facilities", id);
  });
  return { attachments, diagnostics: diagnostics.list() };
}

function originsAtNodes({ nodeCount, edgeFrom, edgeTo }: Network, originEdge: Int32Array): OriginsAtNodes {
  const first = new Uint32Array(nodeCount + 1);
  const forEachEnd = (visit: (node: number, origin: number) => void) =>
    originEdge.forEach((edge, origin) => {
      if (edge < 0) return;
      visit(edgeFrom[edge], origin);
      visit(edgeTo[edge], origin);
    });
  forEachEnd((node) => first[node + 1]++);
  for (let node = 0; node < nodeCount; node++) first[node + 1] += first[node];
  const next = first.slice(0, nodeCount);
  const originAtNode = new Uint32Array(first[nodeCount]);
  forEachEnd((node, origin) => {
    originAtNode[next[node]++] = origin;
  });
  return { firstOriginAtNode: first, originAtNode };
}
