/** Corners on a side of a tile. */
export const TILE_SIZE = 64;

/**
 * The nearest street of each corner of a square of corners, street by street: an isochrone asks for those it has reached.
 * Corners are numbered row by row from the south, each row from the west.
 */
export interface NearestTile {
  /** The streets that are nearest to some corner. */
  readonly edge: Uint32Array;
  /** CSR: the corners of `edge[i]` are `corner[firstCorner[i]]` to `corner[firstCorner[i + 1] - 1]`. */
  readonly firstCorner: Uint32Array;
  readonly corner: Uint16Array;
  /** In the order of `corner`: the nearest point of the street, from its western end. */
  readonly fraction: Float32Array;
  /** In the order of the numbers of the corners: to that point; `Infinity` = no street is within reach. */
  readonly meters: Float32Array;
  /** Edges that lie on the nearest one, end on end: whichever is reached first counts. */
  readonly twins: readonly Twin[];
}

/** An edge that is as near to a corner of a tile as the nearest one, everywhere. */
export interface Twin {
  readonly corner: number;
  readonly edge: number;
  readonly fraction: number;
}
