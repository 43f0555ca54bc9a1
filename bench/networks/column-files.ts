import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { BenchNetwork } from "./bench-network.js";

type Column = Float64Array | Uint32Array;

/**
 * Writes a network as bare little-endian arrays, one file each, for other programs to read.
 *
 * `first_facility` holds the offsets of the categories in `facility_node`. `network.json` is written last: a folder
 * without it is not complete.
 */
export function writeColumns(folder: string, network: BenchNetwork): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, column: Column) =>
    writeFileSync(join(folder, name), new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  const firstFacility = [0];
  for (const nodes of network.facilityNodes) firstFacility.push((firstFacility.at(-1) ?? 0) + nodes.length);
  write("node_lon.f64", network.nodeLon);
  write("node_lat.f64", network.nodeLat);
  write("edge_from.u32", network.edgeFrom);
  write("edge_to.u32", network.edgeTo);
  write("edge_meters.f64", network.edgeMeters);
  write("first_facility.u32", Uint32Array.from(firstFacility));
  write("facility_node.u32", Uint32Array.from(network.facilityNodes.flatMap((nodes) => Array.from(nodes))));
  write("place_node.u32", network.placeNodes);
  const summary = { name: network.name, nodeCount: network.nodeCount, edgeCount: network.edgeFrom.length };
  writeFileSync(join(folder, "network.json.part"), JSON.stringify(summary));
  renameSync(join(folder, "network.json.part"), join(folder, "network.json"));
}

/** Tells whether a folder holds a whole network. */
export function hasColumns(folder: string): boolean {
  return existsSync(join(folder, "network.json"));
}

/** Reads what `writeColumns` wrote. */
export function readColumns(folder: string): BenchNetwork {
  const { name, nodeCount } = JSON.parse(readFileSync(join(folder, "network.json"), "utf8")) as BenchNetwork;
  const facilityNode = readArray(join(folder, "facility_node.u32"), Uint32Array);
  const first = readArray(join(folder, "first_facility.u32"), Uint32Array);
  return {
    name,
    nodeCount,
    nodeLon: readArray(join(folder, "node_lon.f64"), Float64Array),
    nodeLat: readArray(join(folder, "node_lat.f64"), Float64Array),
    edgeFrom: readArray(join(folder, "edge_from.u32"), Uint32Array),
    edgeTo: readArray(join(folder, "edge_to.u32"), Uint32Array),
    edgeMeters: readArray(join(folder, "edge_meters.f64"), Float64Array),
    facilityNodes: Array.from(first.subarray(1), (end, category) => facilityNode.slice(first[category], end)),
    placeNodes: readArray(join(folder, "place_node.u32"), Uint32Array),
  };
}

/** Reads a file straight into an array, without a second copy in memory. */
export function readArray<A extends Column>(
  path: string,
  Kind: { new (length: number): A; BYTES_PER_ELEMENT: number },
): A {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const array = new Kind(size / Kind.BYTES_PER_ELEMENT);
    const bytes = new Uint8Array(array.buffer);
    for (let at = 0; at < size; ) {
      const got = readSync(file, bytes, at, size - at, at);
      if (got === 0) throw new Error(`${path} ended after ${at} of ${size} bytes`);
      at += got;
    }
    return array;
  } finally {
    closeSync(file);
  }
}
