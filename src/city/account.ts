import { type Diagnostic, sortDiagnostics } from "../base/diagnostics.js";
import type { LayerCounts } from "../model/facts.js";
import type { Category } from "../model/standard.js";
import type { TravelProfile } from "../model/travel.js";
import type { CityParts } from "./city.js";
import { contentKey } from "./city-memory.js";
import { modeNetworkFor } from "./mode-networks.js";
import { type NamedIsland, nameIslands, toIslandText } from "./name-islands.js";
import { selectFor } from "./select-for.js";

/** What a city is asked for, as far as it matters to what is true of its input. */
export interface Asked {
  readonly categories: readonly Category[];
  /** Whose mode it is: streets may be closed to one and open to another; and how far places may be from a street. */
  readonly profile: Pick<TravelProfile, "mode" | "maxAccessMeters">;
}

/** What became of the input for those who ask so. */
export interface Account {
  /** What became of every feature: for each layer, `given = used + the sum of leftOut`. */
  readonly inputs: readonly LayerCounts[];
  /** What was found in the input, warnings first. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives account of the input of a city: what was used, left out and remarked, if it is asked so. */
export function giveAccount(parts: CityParts, asked: Asked): Account {
  const { categories, profile } = asked;
  const { counts, diagnostics } = parts.city;
  const selected = selectFor(parts, categories);
  const modeNetwork = modeNetworkFor(parts, profile);
  const closedStreetCount = modeNetwork?.arcs.closedStreetCount ?? 0;
  return {
    inputs: counts.map((each) => {
      if (each.layer === "facilities") return moveToLeftOut(each, selected.leftOut);
      if (each.layer === "streets") return moveToLeftOut(each, { "street.closed": closedStreetCount });
      return each;
    }),
    diagnostics: sortDiagnostics([
      ...diagnostics,
      ...(modeNetwork?.diagnostics ?? []).map((found) =>
        found.code === "network.islands"
          ? { ...found, examples: [...found.examples, ...islandsOf(parts, asked).map(toIslandText)] }
          : found,
      ),
      ...selected.diagnostics,
    ]),
  };
}

/** Names the islands of the streets; remembered for the last few who ask. */
export function islandsOf(parts: CityParts, { categories, profile }: Asked): readonly NamedIsland[] {
  const { mode, maxAccessMeters } = profile;
  return parts.memory.remember("islands", contentKey(categories, mode ?? null, maxAccessMeters), () => {
    const modeNetwork = modeNetworkFor(parts, profile);
    const { facilities } = selectFor(parts, categories);
    return modeNetwork === null ? [] : nameIslands(modeNetwork, { ...parts.city, facilities }, maxAccessMeters);
  });
}

function moveToLeftOut(counts: LayerCounts, leftOut: LayerCounts["leftOut"]): LayerCounts {
  const moved = Object.entries(leftOut).filter(([, count]) => count > 0);
  return {
    ...counts,
    used: moved.reduce((used, [, count]) => used - count, counts.used),
    leftOut: { ...counts.leftOut, ...Object.fromEntries(moved) },
  };
}
