import { closeSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { constants, gunzipSync } from "node:zlib";
import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/node.js";
import type { Phrase } from "../base/texts/phrase.js";

/** What a file seems to hold, and why. */
export interface LayerGuess {
  readonly name: string;
  /** `null`: none that can be told. */
  readonly layer: Layer | null;
  readonly reason: Phrase;
  /** The property that holds people, where it has not the usual name. */
  readonly peopleProperty?: string;
  /** Whether its name or its tags speak for it, where several files look like one layer. */
  readonly isLikely: boolean;
}

const LOOKED_AT_BYTES = 1 << 18;
/** What files of a layer are called. */
const NAMES: Readonly<Record<Layer, RegExp>> = {
  neighborhoods: /neighbou?rhood|communit|district|block|area|parish|ward|社区|街道|小区|区划/i,
  facilities: /facilit|place|poi|amenit|stop|station|设施|公服|站点|车站/i,
  streets: /street|road|highway|network|道路|路网/i,
  population: /popul|people|census|人口/i,
};
/** Only stops made from a timetable (GTFS) have these. */
const STOP_PROPERTY = /"(stop_id|stop_name|stop_code|route_types?|location_type)"\s*:/;
/** Coordinates of Chinese web maps need to be declared: a file that says so is left to the user. */
export const OTHER_DATUM = /gcj|bd-?09|火星/i;

/**
 * Guesses the layer of a GeoJSON file from its first features: lines are streets, polygons neighborhoods, points with
 * people population, stops of a timetable and other points with tags (or a name that says so) facilities. For a proposal that people look over, never for a result.
 */
export function guessLayer(path: string): LayerGuess {
  const head = readHead(path);
  const types = [...head.matchAll(/"type"\s*:\s*"(?:Multi)?(Point|LineString|Polygon)"/g)].map(([, type]) => type);
  const [first] = types;
  const named = [
    ...head.matchAll(
      /"(population|pop|pop_*\d+|pop\w*tot\w*|tot\w*pop\w*|people|persons|residents|inhabitants|人口)"\s*:/gi,
    ),
  ];
  const people = named[0]?.[1];
  // a list of places, of which a few have a number of people, is no population layer
  const hasPeople = named.length * 2 >= (head.match(/"type"\s*:\s*"Feature"/g)?.length ?? 0) && people !== undefined;
  const tells = (name: string, layer: Layer | null, reason: Phrase): LayerGuess => ({
    name,
    layer,
    reason,
    isLikely:
      layer !== null &&
      !OTHER_DATUM.test(name) &&
      (NAMES[layer].test(name) || (layer === "streets" && /"highway"\s*:/.test(head))),
    ...(hasPeople && people !== "population" ? { peopleProperty: people as string } : {}),
  });
  if (first === undefined) return tells(path, null, say("init.noGeometry"));
  const isSame = types.every((type) => type === first);
  if (isSame && first === "LineString") return tells(path, "streets", say("init.lines"));
  const hasKind = /"(category|typecode|fclass|amenity|shop|highway|leisure|healthcare|public_transport)"\s*:\s*"/.test(
    head,
  );
  if (hasPeople && !hasKind && first === "Point") return tells(path, "population", say("init.people"));
  if (hasPeople && isSame && first === "Polygon" && NAMES.population.test(path))
    return tells(path, "population", say("init.people"));
  const isTimetable = types.every((type) => type === "Point") && STOP_PROPERTY.test(head);
  const hasBuildings = /"building"\s*:/.test(head);
  if (isSame && first === "Polygon" && !hasKind && !hasBuildings)
    return tells(path, "neighborhoods", say("init.polygons"));
  if (hasKind) return tells(path, "facilities", say("init.kinds"));
  if (isTimetable) return tells(path, "facilities", say("init.stops"));
  // a name alone decides for places only: what they are is told by the report, one by one
  if (first === "Point" && NAMES.facilities.test(basename(path))) return tells(path, "facilities", say("init.named"));
  return tells(path, null, say("init.unknown"));
}

/** Reads the first part of a file as text, unpacked; empty where it cannot be read. */
export function readHead(path: string): string {
  const bytes = Buffer.alloc(LOOKED_AT_BYTES);
  const file = openSync(path, "r");
  try {
    const head = bytes.subarray(0, readSync(file, bytes, 0, LOOKED_AT_BYTES, 0));
    if (head[0] !== 0x1f || head[1] !== 0x8b) return head.toString("utf8");
    // a packed file cut off in its middle: what is there is unpacked
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).toString("utf8");
  } catch {
    return ""; // unreadable: no layer can be told, and a run will say what is wrong
  } finally {
    closeSync(file);
  }
}
