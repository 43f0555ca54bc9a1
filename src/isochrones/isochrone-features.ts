import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Position } from "geojson";
import { invalid } from "../base/check-argument.js";
import { guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import type { Meters, Seconds } from "../base/units.js";
import { cutParts, cutPolygons } from "./cut-at-antimeridian.js";
import type { Drawing } from "./isochrone-drawer.js";

/** The ground that is reached within a time. */
export type IsochronePolygon = Feature<MultiPolygon, IsochroneGround>;

/** What is told of the ground. */
export interface IsochroneGround {
  /** Within this time. */
  readonly seconds: Seconds;
}

/** What is reached within one time. */
export interface Isochrone {
  readonly seconds: Seconds;
  /** The streets that are reached, to the exact point, each piece once and in the direction it is walked. */
  readonly lines: Feature<MultiLineString, IsochroneLines>;
  /** The ground that is reached: on the streets, and off them up to `offStreetMeters`. With holes. */
  readonly polygon: IsochronePolygon;
}

/** What is told of the reached streets. */
export interface IsochroneLines {
  /** Within this time. */
  readonly seconds: Seconds;
  /** Length of all lines together. */
  readonly meters: Meters;
  /** Of each line: the times at its start and at its end; in between they grow evenly. */
  readonly lineSeconds: readonly (readonly [start: Seconds, end: Seconds])[];
}

/**
 * Puts isochrones into one collection, the longest first, so that a map draws the shorter ones on top: all polygons, then all
 * lines.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` for anything but a list
 */
export function toIsochroneCollection(list: readonly Isochrone[]): FeatureCollection {
  return guardShape("toIsochroneCollection", () => {
    if (!Array.isArray(list)) throw invalid("list", list, say("expected.isochrones"));
    const longestFirst = [...list].sort((a, b) => b.seconds - a.seconds);
    return {
      type: "FeatureCollection",
      features: [...longestFirst.map(({ polygon }) => polygon), ...longestFirst.map(({ lines }) => lines)],
    };
  });
}

/** Makes a feature of the reached streets of a drawing. */
export function toLines({ seconds, parts }: Drawing): Isochrone["lines"] {
  const cut = cutParts(parts);
  return {
    type: "Feature",
    properties: {
      seconds,
      meters: cut.reduce((sum, { meters }) => sum + meters, 0),
      lineSeconds: cut.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]),
    },
    geometry: {
      type: "MultiLineString",
      coordinates: cut.map(({ start, end }): Position[] => [
        [start[0], start[1]],
        [end[0], end[1]],
      ]),
    },
  };
}

/** Makes a feature of the outlines of a drawing. */
export function toPolygon({ seconds, polygons }: Drawing): IsochronePolygon {
  // the positions were made for this drawing and are nobody else's
  const coordinates = cutPolygons(polygons) as unknown as Position[][][];
  return { type: "Feature", properties: { seconds }, geometry: { type: "MultiPolygon", coordinates } };
}
