import { type Diagnostic, sortDiagnostics } from "../base/diagnostics.js";
import type { LayerCounts } from "../model/facts.js";
import type { Category } from "../model/standard.js";
import type { CityParts } from "./city.js";
import { selectFor } from "./select-for.js";

/** What became of the input under some categories. */
export interface Account {
  /** What became of every feature: for each layer, `given = used + the sum of leftOut`. */
  readonly inputs: readonly LayerCounts[];
  /** What was found in the input, warnings first. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives account of the input of a city: what was used, left out and remarked, if it is asked for these categories. */
export function giveAccount(parts: CityParts, categories: readonly Category[]): Account {
  const { counts, diagnostics, modeNetwork } = parts.city;
  const selected = selectFor(parts, categories);
  const closedStreetCount = modeNetwork?.arcs.closedStreetCount ?? 0;
  return {
    inputs: counts.map((each) => {
      if (each.layer === "facilities") return moveToLeftOut(each, selected.leftOut);
      if (each.layer === "streets") return moveToLeftOut(each, { "street.closed": closedStreetCount });
      return each;
    }),
    diagnostics: sortDiagnostics([...diagnostics, ...selected.diagnostics]),
  };
}

function moveToLeftOut(counts: LayerCounts, leftOut: LayerCounts["leftOut"]): LayerCounts {
  const moved = Object.entries(leftOut).filter(([, count]) => count > 0);
  return {
    ...counts,
    used: moved.reduce((used, [, count]) => used - count, counts.used),
    leftOut: { ...counts.leftOut, ...Object.fromEntries(moved) },
  };
}
