import { invalid } from "../../base/check-argument.js";
import { say } from "../../base/texts/core.js";
import type { Tags } from "../../base/words.js";
import type { ModeGround } from "../../model/mode.js";
import { valuesOf } from "./read-tags.js";

/** The keys of the tags that tell a crossing that is mapped as a way. */
export const CROSSING_TAG_KEYS: readonly string[] = ["footway", "path", "cycleway"];

const isCrossing = (tags: Tags): boolean => CROSSING_TAG_KEYS.some((key) => valuesOf(tags[key]).includes("crossing"));

/** Waits at crossings, once on each: the wait is spread over the edges of the way by their lengths, so that half of it is half of the wait. */
export const crossingWaits: ModeGround = {
  arcSeconds: ({ network, streets }, { crossingSeconds = 0 }, seconds) => {
    if (!(crossingSeconds >= 0 && crossingSeconds < Infinity))
      throw invalid("options.profile.crossingSeconds", crossingSeconds, say("expected.notNegative"));
    if (crossingSeconds === 0) return seconds;
    const { edgeCount, edgeMeters, edgeStreetRow } = network;
    const waits = streets.tagSets.map(isCrossing);
    const streetMeters = new Float64Array(streets.count);
    for (let edge = 0; edge < edgeCount; edge++) streetMeters[edgeStreetRow[edge]] += edgeMeters[edge];
    return seconds.map((along, arc) => {
      const edge = arc >> 1;
      const street = edgeStreetRow[edge];
      if (!waits[streets.tagSetRow[street]]) return along;
      return along + crossingSeconds * (edgeMeters[edge] / streetMeters[street]);
    });
  },
};
