import type { Tags } from "../base/words.js";

/** The keys of the tags that decide about the level of a street. */
export const LEVEL_TAG_KEYS: readonly string[] = ["bridge", "tunnel", "layer"];

/** OpenStreetMap counts from -5 to 5; what lies far beyond is no layer. */
const MAX_LEVEL = 100;

/** Tells the level of a street: 0 on the ground, else the layer of the bridge or tunnel, -100 to 100. */
export function levelOf(tags: Tags): number {
  const isSet = (value: unknown) => value !== undefined && value !== null && value !== "no" && value !== false;
  const bridge = isSet(tags.bridge);
  const tunnel = isSet(tags.tunnel) && tags.tunnel !== "building_passage";
  if (!bridge && !tunnel) return 0;
  // typeof, because an object may refuse to become a number
  const layer = typeof tags.layer === "string" || typeof tags.layer === "number" ? Number(tags.layer) : Number.NaN;
  const isLevel = Number.isInteger(layer) && layer !== 0 && Math.abs(layer) <= MAX_LEVEL;
  return isLevel ? layer : bridge ? 1 : -1;
}
