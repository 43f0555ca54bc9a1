import { distance } from "fastest-levenshtein";
import type { Label } from "../../base/words.js";

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
export function suggest(name: string, known: readonly string[]): Label {
  const nearest = nearestName(name, known);
  if (nearest !== null) return { zh: `您是不是要找 ${nearest}？`, en: `Did you mean ${nearest}?` };
  const shown = known.slice(0, 20);
  const rest = known.length > shown.length ? " …" : "";
  return { zh: `可用：${shown.join("、")}${rest}`, en: `Known: ${shown.join(", ")}${rest}` };
}
