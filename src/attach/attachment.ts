import type { Meters } from "../base/units.js";

/** A place on the network: so far along an edge, so far off it. */
export interface Attachment {
  readonly edge: number;
  /** 0 = at `edgeFrom`, 1 = at `edgeTo`. */
  readonly fraction: number;
  /** From the place to the edge, in a straight line. */
  readonly accessMeters: Meters;
  /** Whether a fragment, a small island or a track for few was nearer and was avoided. */
  readonly movedOffFragment: boolean;
}
