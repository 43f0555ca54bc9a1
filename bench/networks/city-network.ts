import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { buildModeNetwork } from "../../src/attach/mode-network.js";
import { readStreets } from "../../src/read/read-streets.js";
import { buildNetwork } from "../../src/streets/build-network.js";
import { walking } from "../../src/streets/modes/walking.js";
import type { StreetColumns } from "./bench-network.js";
import { largestComponent } from "./largest-component.js";

const FRAGMENT_METERS = 500;

/** Builds the walking network of `streets.geojson.gz`, its largest component. */
export function readCityStreets(folder: string): StreetColumns {
  const text = gunzipSync(readFileSync(join(folder, "streets.geojson.gz"))).toString("utf8");
  const { network, arcs } = buildModeNetwork(buildNetwork(readStreets(text).streets), walking, FRAGMENT_METERS);
  const isOpen = (_: number, edge: number) => arcs.open[2 * edge] === 1 || arcs.open[2 * edge + 1] === 1;
  return largestComponent({
    nodeCount: network.nodeCount,
    nodeLon: network.nodeLon,
    nodeLat: network.nodeLat,
    edgeFrom: network.edgeFrom.filter(isOpen),
    edgeTo: network.edgeTo.filter(isOpen),
    edgeMeters: network.edgeMeters.filter(isOpen),
  });
}

/** Reads a graph of two tables: `nodes.csv.gz` (id, …, lon, lat; numbered from 1) and `edges.csv.gz` (from, to, length_m). */
export function readGraphTables(folder: string): StreetColumns {
  const nodes = readColumns(join(folder, "nodes.csv.gz"), ["lon", "lat"]);
  const edges = readColumns(join(folder, "edges.csv.gz"), ["from", "to", "length_m"]);
  const column = (table: ReadonlyMap<string, Float64Array>, name: string) => table.get(name) ?? new Float64Array();
  const fromZero = (ids: Float64Array) => Uint32Array.from(ids, (id) => id - 1);
  return largestComponent({
    nodeCount: column(nodes, "lon").length,
    nodeLon: column(nodes, "lon"),
    nodeLat: column(nodes, "lat"),
    edgeFrom: fromZero(column(edges, "from")),
    edgeTo: fromZero(column(edges, "to")),
    edgeMeters: column(edges, "length_m"),
  });
}

function readColumns(path: string, names: readonly string[]): ReadonlyMap<string, Float64Array> {
  const [header = "", ...lines] = gunzipSync(readFileSync(path)).toString("utf8").trim().split(/\r?\n/);
  const places = header.split(",");
  const columns = names.map((name) => {
    if (!places.includes(name)) throw new Error(`${path} has no column "${name}"; found ${header}`);
    return { name, place: places.indexOf(name), values: new Float64Array(lines.length) };
  });
  lines.forEach((line, row) => {
    const cells = line.split(",");
    for (const { place, values } of columns) values[row] = Number(cells[place]);
  });
  return new Map(columns.map(({ name, values }) => [name, values]));
}
