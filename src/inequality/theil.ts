import { logarithmOf } from "../geo/exponential.js";
import { type PeopleByValue, sumOver } from "./people-by-value.js";

/** Theil's T of one group, and what it adds to that of all. */
export interface TheilGroup {
  readonly group: string;
  readonly theil: number;
  readonly within: number;
  readonly between: number;
  readonly mean: number;
  readonly peopleShare: number;
  /** Of all that there is. */
  readonly havingShare: number;
}

/** Theil's T, and how much of it lies between groups and within them; `null`: no groups were asked for. */
export interface Theil {
  readonly total: number;
  readonly between: number | null;
  readonly within: number | null;
  readonly groups: readonly TheilGroup[];
}

/**
 * Computes Σ s (x/μ) ln(x/μ); who has nothing adds 0.
 *
 * @param dropZeros who has nothing leaves the average, but not the mean (as in the R package accessibility)
 * @see H. Theil, "Economics and Information Theory", 1967
 */
export function theilOf({ values, weights, people, mean }: PeopleByValue, dropZeros = false): number {
  if (mean === 0) return 0;
  const counted = dropZeros ? sumOver(values.length, (i) => (values[i] > 0 ? weights[i] : 0)) : people;
  return sumOver(values.length, (i) => weights[i] * termOf(values[i] / mean)) / counted;
}

/** Decomposes Theil's T. @param groups people of each group, by its name */
export function theilByGroups(all: PeopleByValue, groups: ReadonlyMap<string, PeopleByValue>): Theil {
  const total = theilOf(all);
  if (groups.size === 0) return { total, between: null, within: null, groups: [] };
  const rows = [...groups].map(([group, part]): TheilGroup => {
    const peopleShare = part.people / all.people;
    const havingShare = all.mean === 0 ? 0 : peopleShare * (part.mean / all.mean);
    const theil = theilOf(part);
    const between = all.mean === 0 ? 0 : peopleShare * termOf(part.mean / all.mean);
    return { group, theil, within: havingShare * theil, between, mean: part.mean, peopleShare, havingShare };
  });
  const add = (key: "within" | "between") => sumOver(rows.length, (i) => rows[i]?.[key] ?? 0);
  return { total, between: add("between"), within: add("within"), groups: rows };
}

function termOf(part: number): number {
  return part === 0 ? 0 : part * logarithmOf(part);
}
