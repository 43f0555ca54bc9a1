import { setImmediate as immediate } from "node:timers/promises";
import type { PolygonRings, PopulationReading } from "../model/facts.js";
import type { FeatureReading } from "../model/input.js";

/** A reading on its way between threads, as bytes: objects by the hundred thousand are slow to copy. */
export type PackedReading =
  | {
      readonly kind: "features";
      readonly chunks: readonly Uint8Array[];
      readonly rest: Omit<FeatureReading, "features">;
    }
  | { readonly kind: "cells"; readonly corners: Float64Array; readonly rest: PopulationReading };

/** Features that become one text: they are made again at one go. */
const CHUNK = 2000;
/** Positions of the ring around a cell. */
const CORNERS = 5;

/** Makes bytes of a reading. */
export function packReading(reading: FeatureReading | PopulationReading): PackedReading {
  if ("features" in reading) {
    const { features, ...rest } = reading;
    const encoder = new TextEncoder();
    const chunks: Uint8Array[] = [];
    for (let at = 0; at < features.length; at += CHUNK)
      chunks.push(encoder.encode(JSON.stringify(features.slice(at, at + CHUNK))));
    return { kind: "features", chunks, rest };
  }
  const { polygons } = reading.places;
  const corners = new Float64Array(polygons.length * CORNERS * 2);
  let at = 0;
  for (const [ring = []] of polygons)
    for (const [lon, lat] of ring) {
      corners[at++] = lon;
      corners[at++] = lat;
    }
  return { kind: "cells", corners, rest: { ...reading, places: { ...reading.places, polygons: [] } } };
}

/** What may be handed over instead of copied. */
export function buffersOf(packed: PackedReading): ArrayBuffer[] {
  const arrays = packed.kind === "features" ? packed.chunks : [packed.corners];
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}

/** Makes the reading again, with turns for others in between. @throws the reason of the signal */
export async function unpackReading(
  packed: PackedReading,
  signal: AbortSignal | undefined,
): Promise<FeatureReading | PopulationReading> {
  if (packed.kind === "features") {
    const decoder = new TextDecoder();
    const features: FeatureReading["features"][number][] = [];
    for (const chunk of packed.chunks) {
      for (const feature of JSON.parse(decoder.decode(chunk)) as FeatureReading["features"]) features.push(feature);
      await immediate();
      signal?.throwIfAborted();
    }
    return { ...packed.rest, features };
  }
  const { corners, rest } = packed;
  const polygons: PolygonRings[] = [];
  for (let at = 0; at < corners.length; at += CORNERS * 2) {
    if (at % (CHUNK * CORNERS * 2) === 0) await immediate();
    signal?.throwIfAborted();
    const ring = Array.from({ length: CORNERS }, (_, i) => [corners[at + 2 * i], corners[at + 2 * i + 1]] as const);
    polygons.push([ring as readonly (readonly [number, number])[]]);
  }
  return { ...rest, places: { ...rest.places, polygons } };
}
