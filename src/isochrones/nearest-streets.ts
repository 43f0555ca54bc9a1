import type { EdgeIndex } from "../attach/edge-index.js";
import type { Meters } from "../base/units.js";
import { widenBounds } from "../geo/bounds.js";
import type { Lattice } from "./lattice.js";
import type { LocalStreets } from "./local-streets.js";
import { type NearestTile, TILE_SIZE } from "./nearest-tile.js";
import { TileRaster } from "./tile-raster.js";

/** Corners that are remembered at most, some 100 MB. */
const MAX_TILES = 1 << 11;
/** Most corners have a street as near as this. */
const USUAL_CELLS = 2;

/**
 * The nearest street of every corner of a lattice, reached or not: fragments only where there is nothing else, as for
 * any place, and none across water.
 *
 * It depends on the streets alone, not on where walking begins: a tile is looked up when it is first needed, and kept.
 */
export class NearestStreets {
  readonly lattice: Lattice;
  readonly maxMeters: Meters;
  readonly #streets: LocalStreets;
  readonly #index: EdgeIndex;
  readonly #raster: TileRaster;
  readonly #tiles = new Map<string, NearestTile>();

  constructor(lattice: Lattice, maxMeters: Meters, streets: LocalStreets, index: EdgeIndex) {
    this.lattice = lattice;
    this.maxMeters = maxMeters;
    this.#streets = streets;
    this.#index = index;
    this.#raster = new TileRaster(lattice, streets);
  }

  /** Gives a tile: its first corner is at column `TILE_SIZE * tileColumn`, row `TILE_SIZE * tileRow`. */
  tile(tileColumn: number, tileRow: number): NearestTile {
    const key = `${tileColumn} ${tileRow}`;
    const known = this.#tiles.get(key);
    if (known !== undefined) return known;
    if (this.#tiles.size === MAX_TILES) this.#tiles.clear();
    const built = this.#build(tileColumn * TILE_SIZE, tileRow * TILE_SIZE);
    this.#tiles.set(key, built);
    return built;
  }

  #build(firstColumn: number, firstRow: number): NearestTile {
    const { lonStep, latStep, cellMeters } = this.lattice;
    const raster = this.#raster;
    const box = {
      west: firstColumn * lonStep,
      south: firstRow * latStep,
      east: (firstColumn + TILE_SIZE) * lonStep,
      north: (firstRow + TILE_SIZE) * latStep,
    };
    const { west, south, east, north } = widenBounds(box, this.maxMeters);
    const edges = this.#index.edgesIn(west, south, east, north);
    const toLocal = (edge: number) => this.#streets.localEdge[edge];
    const usual = edges.filter((edge) => !this.#index.isFragment(edge)).map(toLocal);
    const fragments = edges.filter((edge) => this.#index.isFragment(edge)).map(toLocal);
    raster.reset(firstColumn, firstRow);
    for (const edge of usual) raster.add(edge, Math.min(this.maxMeters, USUAL_CELLS * cellMeters));
    // what is settled is passed over
    const addAll = () => {
      if (raster.settle()) for (const edge of usual) raster.add(edge, this.maxMeters);
      if (raster.settle()) for (const edge of fragments) raster.add(edge, this.maxMeters);
    };
    addAll();
    if (this.#index.hasShoreIn(west, south, east, north)) {
      raster.hide((...ends) => this.#index.isAcrossWater(...ends));
      addAll();
    }
    return raster.toTile();
  }
}
