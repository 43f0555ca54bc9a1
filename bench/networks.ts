import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { citiesFolder } from "./cities-folder.js";
import { METROPOLIS_SIDE, MONACO } from "./city-texts.js";
import type { StreetColumns } from "./networks/bench-network.js";
import { readCityStreets, readGraphTables } from "./networks/city-network.js";
import { hasColumns, writeColumns } from "./networks/column-files.js";
import { drawPlaces, PLACES_SEED } from "./networks/draw-places.js";
import { tileNetwork } from "./networks/tiling.js";

/** The networks of the engine's benchmark, from one city to the size of a country. */
export const NETWORK_NAMES = [
  "porto_alegre",
  "porto",
  "new_york",
  "moscow_graph",
  "tiling",
  "country",
  "metropolis",
] as const;
export type NetworkName = (typeof NETWORK_NAMES)[number];

/** Raise it when networks, places or the limit change: what lies in the temporary folder is then made anew. */
const CACHE_VERSION = 1;
const TILE = "porto_alegre";
const TILING_NODES = 930_000;
const COUNTRY_SIDE = 15;

/** The folder of everything the benchmark keeps between runs. */
export function benchFolder(): string {
  return join(tmpdir(), "quarterhour-bench");
}

/**
 * Makes sure that a network lies in the temporary folder as bare arrays.
 *
 * @returns its folder; `null` if the city's data is not there
 */
export function ensureNetwork(name: NetworkName): string | null {
  const folder = join(benchFolder(), `${name}-${CACHE_VERSION}-${PLACES_SEED}`);
  if (hasColumns(folder)) return folder;
  const source = sourceOf(name);
  if (!existsSync(source)) return null;
  const streets = name === "moscow_graph" ? readGraphTables(source) : readCityStreets(source);
  const network = tile(streets, name);
  writeColumns(folder, { name, ...network, ...drawPlaces(network) });
  return folder;
}

function sourceOf(name: NetworkName): string {
  if (name === "metropolis") return MONACO;
  return join(citiesFolder(), name === "tiling" || name === "country" ? TILE : name);
}

function tile(streets: StreetColumns, name: NetworkName): StreetColumns {
  if (name === "metropolis") return tileNetwork(streets, METROPOLIS_SIDE);
  if (name === "country") return tileNetwork(streets, COUNTRY_SIDE);
  return name === "tiling" ? tileNetwork(streets, Math.ceil(Math.sqrt(TILING_NODES / streets.nodeCount))) : streets;
}
