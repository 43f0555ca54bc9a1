import { distance } from "fastest-levenshtein";
import { say } from "../../base/texts/node.js";
import type { Phrase } from "../../base/texts/phrase.js";

const MOST_SHOWN = 20;

/** Finds the known name that was probably meant; `null` if none is like it. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const wanted = name.toLowerCase();
  const ranked = known
    .map((candidate) => ({ candidate, changes: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.changes - b.changes);
  const [best] = ranked;
  if (best !== undefined && best.changes <= Math.max(1, Math.floor(wanted.length / 3))) return best.candidate;
  const longer = known.filter((candidate) => wanted.length >= 3 && candidate.toLowerCase().startsWith(wanted));
  return longer[0] ?? null;
}

/** Says which name was probably meant, or which ones there are. */
export function suggest(name: string, known: readonly string[]): Phrase {
  const similar = nearestName(name, known);
  if (similar !== null) return say("name.similar", { similar });
  const rest = known.length > MOST_SHOWN ? ", …" : "";
  return say("name.known", { known: `${known.slice(0, MOST_SHOWN).join(", ")}${rest}` });
}
