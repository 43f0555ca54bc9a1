import type { EdgeGrid } from "../attach/edge-grid.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { PhraseValue } from "../base/texts/phrase.js";
import type { Islands } from "../graph/islands.js";
import type { Network } from "../graph/network.js";
import type { Streets } from "../model/facts.js";
import type { ArcAccess } from "../streets/arc-access.js";
import type { City } from "./city.js";

// The columns of a saved city: each of its length, its rows within the column that they lead into, its numbers where numbers can be.

/** No row may lead out of its column: what reads them trusts them. */
export function checkRows({ neighborhoods, neighborhoodSquareMeters, origins }: City): void {
  const { count } = origins;
  const { lon, lat, population, areaSquareMeters, neighborhoodRow, groups } = origins;
  const { amounts = {}, countedAmounts = {} } = origins;
  const amountColumns = [amounts, countedAmounts].flatMap((columns) => Object.values(columns) as Float64Array[]);
  const { countedPopulation = population, countedSquareMeters = areaSquareMeters } = origins;
  const counted = [countedPopulation, countedSquareMeters];
  const perOrigin = [
    lon,
    lat,
    population,
    areaSquareMeters,
    ...counted,
    neighborhoodRow,
    ...Object.values(groups),
    ...amountColumns,
  ];
  if (perOrigin.some((column) => column?.length !== count)) throw wrong("origins");
  if (neighborhoodSquareMeters?.length !== neighborhoods.length) throw wrong("neighborhoods");
  for (const column of [neighborhoodSquareMeters, ...perOrigin]) checkFinite("origins", column);
  for (const column of [population, areaSquareMeters, ...Object.values(groups), ...amountColumns])
    if (column.some((value) => value < 0)) throw wrong("origins");
  checkPlaces("origins", origins);
  checkOffsets("origins", origins.firstOrigin, neighborhoods.length, count);
  checkBelow("origins", origins.neighborhoodRow, neighborhoods.length);
}

/** Streets are looked at while the network is joined: they must be right before. */
export function checkStreets(streets: Streets | null): void {
  if (streets === null) return;
  const vertexCount = streets.lon?.length;
  const lengths = [
    [streets.lat, vertexCount],
    [streets.ids, streets.count],
    [streets.featureRow, streets.count],
    [streets.tagSetRow, streets.count],
    [streets.nodeIds, streets.nodeIds?.length === 0 ? 0 : vertexCount],
  ] as const;
  if (lengths.some(([column, length]) => column === undefined || column.length !== length)) throw wrong("streets");
  checkOffsets("streets", streets.firstVertex, streets.count, vertexCount);
  checkBelow("streets", streets.tagSetRow, streets.tagSets.length);
  checkPlaces("streets", streets);
}

/** The network, who may use it, and the grid that it is found by. */
export function checkNetwork(parts: {
  readonly network: Network;
  readonly arcs: ArcAccess;
  readonly islands: Islands;
  readonly grid: EdgeGrid;
}): void {
  const { network, arcs, islands, grid } = parts;
  const { nodeCount, edgeCount } = network;
  const lengths = [
    [network.nodeLon, nodeCount],
    [network.nodeLat, nodeCount],
    [network.edgeFrom, edgeCount],
    [network.edgeTo, edgeCount],
    [network.edgeMeters, edgeCount],
    [network.outArc, 2 * edgeCount],
    [network.outTarget, 2 * edgeCount],
    [arcs.open, 2 * edgeCount],
    [network.edgeStreetRow, edgeCount],
    [islands.nodeIsland, nodeCount],
    [islands.isSmall, islands.isFragment?.length],
    [grid.entryEnds, 4 * (grid.entryEdge?.length ?? 0)],
  ] as const;
  if (lengths.some(([column, length]) => column?.length !== length)) throw wrong("network");
  for (const column of [network.edgeFrom, network.edgeTo, network.outTarget]) checkBelow("network", column, nodeCount);
  checkBelow("network", network.outArc, 2 * edgeCount);
  checkPlaces("network", { lon: network.nodeLon, lat: network.nodeLat });
  checkFinite("network", network.edgeMeters);
  if (network.edgeMeters.some((meters) => meters < 0)) throw wrong("network");
  if (islands.islandMeters === undefined || islands.islandMeters.length !== islands.isFragment?.length)
    throw wrong("islands");
  if (islands.isSmall?.length !== islands.isFragment.length) throw wrong("islands");
  const isFrame =
    [grid.west, grid.south].every((edge) => Math.abs(edge) <= 540) &&
    [grid.lonStep, grid.latStep].every((step) => step > 1e-9 && step <= 360) &&
    grid.columnCount > 0 &&
    grid.rowCount > 0;
  if (!isFrame) throw wrong("grid");
  checkFinite("grid", grid.entryEnds);
  checkOffsets("network", network.firstOut, nodeCount, 2 * edgeCount);
  checkBelow("islands", islands.nodeIsland, islands.isFragment.length);
  checkBelow("grid", grid.entryEdge, edgeCount);
  checkOffsets("grid", grid.firstEntry, grid.columnCount * grid.rowCount, grid.entryEdge.length);
}

/** Cities across the antimeridian are in one piece: longitudes may be turned once. */
function checkPlaces(name: string, { lon, lat }: { readonly lon: Float64Array; readonly lat: Float64Array }): void {
  const isBeyond = (most: number) => (degrees: number) => !(degrees >= -most && degrees <= most);
  if (lon.some(isBeyond(540)) || lat.some(isBeyond(90))) throw wrong(name);
}

function checkFinite(name: string, column: ArrayLike<number> | undefined): void {
  if (column === undefined) throw wrong(name);
  for (let i = 0; i < column.length; i++) if (!Number.isFinite(column[i])) throw wrong(name);
}

function checkBelow(name: string, rows: Uint32Array | undefined, limit: number): void {
  if (rows === undefined) throw wrong(name);
  for (let i = 0; i < rows.length; i++) if (rows[i] >= limit) throw wrong(name);
}

function checkOffsets(name: string, first: Uint32Array, count: number, end: number): void {
  if (first?.length !== count + 1 || first[0] !== 0 || first[count] !== end) throw wrong(name);
  for (let i = 0; i < count; i++) if (first[i] > first[i + 1]) throw wrong(name);
}

/** Says that a part of a saved city is not what it should be. */
export function wrong(what: PhraseValue): CoverageError {
  return new CoverageError("INVALID_CITY_FILE", say("savedCity.wrongPart", { what }), {
    hint: say("savedCity.wrongPart.hint"),
  });
}
