import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/node.js";
import type { Phrase } from "../base/texts/phrase.js";
import { namesJobs, namesUse } from "../read/find-properties.js";

const NUMBERS = /"([^"\\]{1,60})"\s*:\s*(?:"?[\d.,]+"?|null)\s*[,}]/g;
const TEXTS = /"([^"\\]{1,60})"\s*:\s*(?:"[^"\\]+"|\d+)\s*[,}]/g;
/** Lines that people do not cross; a street may be one of a motorway, and is a street. */
const BARRIER = /"(railway|barrier|waterway)"\s*:\s*"/g;
const STREET = /"highway"\s*:\s*"/;

interface Sampled {
  /** Of the geometries. */
  readonly types: readonly (string | undefined)[];
  /** Whether the name of the file says that it holds a layer. */
  readonly isNamed: (layer: Layer) => boolean;
  readonly hasPeople: boolean;
}

/**
 * Guesses whether the first features of a file are jobs, land use or barriers; `null`: none of these.
 *
 * Jobs are a number of them, where no people are told or the name of the file says jobs; ground tells its use by most features; barriers
 * are lines whose name says so, or most of which are railways, walls or rivers and none is a street.
 */
export function guessOtherLayer(
  head: string,
  { types, isNamed, hasPeople }: Sampled,
): { readonly layer: Layer; readonly reason: Phrase } | null {
  const features = head.match(/"type"\s*:\s*"Feature"/g)?.length ?? 0;
  const isMost = (count: number) => count > 0 && count * 2 >= features;
  const countOf = (pattern: RegExp, isMeant: (name: string) => boolean) =>
    [...head.matchAll(pattern)].filter(([, name = ""]) => isMeant(name)).length;
  const isAll = (type: string) => types.every((one) => one === type);
  const isLines = isAll("LineString");
  if (isLines && isNamed("barriers") && !STREET.test(head)) return { layer: "barriers", reason: say("init.barriers") };
  if (isLines && !STREET.test(head) && isMost(head.match(BARRIER)?.length ?? 0))
    return { layer: "barriers", reason: say("init.barriers") };
  if (isLines) return null;
  if ((isNamed("jobs") || !hasPeople) && isMost(countOf(NUMBERS, namesJobs)))
    return { layer: "jobs", reason: say("init.jobs") };
  // Geofabrik tells the kind of whatever it has under one name
  const isUse = (name: string) => namesUse(name) && (name !== "fclass" || isNamed("landUse"));
  if (isAll("Polygon") && !hasPeople && isMost(countOf(TEXTS, isUse)) && !/"building"\s*:\s*"/.test(head))
    return { layer: "landUse", reason: say("init.landUse") };
  return null;
}
