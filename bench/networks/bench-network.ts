/** A street network as plain columns: walked both ways, connected, at most one edge between two nodes. */
export interface StreetColumns {
  readonly nodeCount: number;
  /** Degrees. */
  readonly nodeLon: Float64Array;
  readonly nodeLat: Float64Array;
  readonly edgeFrom: Uint32Array;
  readonly edgeTo: Uint32Array;
  /** At least 0.001. */
  readonly edgeMeters: Float64Array;
}

/** What is asked of a network: everything here is drawn with a fixed seed. */
export interface BenchPlaces {
  /** Per category: the nodes where its facilities are, all different, ascending. */
  readonly facilityNodes: readonly Uint32Array[];
  /** Nodes whose surroundings are asked for, all different, ascending. */
  readonly placeNodes: Uint32Array;
}

export interface BenchNetwork extends StreetColumns, BenchPlaces {
  readonly name: string;
}

const EARTH_RADIUS_METERS = 6371008.8;

/** Lays degrees into a plane of metres, good enough for drawing places near each other. */
export function toPlane({ nodeLon, nodeLat }: StreetColumns): { readonly x: Float64Array; readonly y: Float64Array } {
  const lon0 = nodeLon.reduce((least, lon) => Math.min(least, lon), Infinity);
  const lat0 = nodeLat.reduce((least, lat) => Math.min(least, lat), Infinity);
  const latMeters = (Math.PI / 180) * EARTH_RADIUS_METERS;
  const lonMeters = latMeters * Math.cos((lat0 * Math.PI) / 180);
  return { x: nodeLon.map((lon) => (lon - lon0) * lonMeters), y: nodeLat.map((lat) => (lat - lat0) * latMeters) };
}

/** Metres of one degree at a latitude, on the same sphere as `toPlane`. */
export function metersPerDegree(lat: number): { readonly lon: number; readonly lat: number } {
  const latMeters = (Math.PI / 180) * EARTH_RADIUS_METERS;
  return { lon: latMeters * Math.cos((lat * Math.PI) / 180), lat: latMeters };
}
