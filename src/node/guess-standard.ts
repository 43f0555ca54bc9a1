import { existsSync } from "node:fs";
import type { LonLat } from "../base/words.js";
import type { Standard } from "../model/standard.js";
import { chengduFourCircles } from "../standards/chengdu-four-circles.js";
import { isMadeFor } from "../standards/made-for.js";
import { STANDARDS } from "../standards/standards.js";
import { readSample } from "./read-sample.js";
import { splitPart } from "./split-part.js";

/**
 * Proposes a standard for data that lie elsewhere than the default one is made for: the first that is made for any country.
 *
 * @param path a file with places; its first positions tell where the data lie
 * @param country where they lie, if somebody said it
 * @returns `null`: the default one fits, or nobody knows
 */
export async function guessStandard(path: string | undefined, country: string | undefined): Promise<Standard | null> {
  const places = path === undefined || !existsSync(splitPart(path).path) ? [] : await readPositions(path);
  if (isMadeFor(chengduFourCircles, country ?? null, places)) return null;
  return STANDARDS.find((standard) => standard.country === undefined) ?? null;
}

/** Reads the positions at the beginning of a file; those that are on Earth in degrees. */
async function readPositions(path: string): Promise<LonLat[]> {
  const { text } = await readSample(path);
  const pairs = text.matchAll(/\[\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)/g);
  return [...pairs]
    .map(([, lon, lat]): LonLat => [Number(lon), Number(lat)])
    .filter(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
}
