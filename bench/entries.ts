/** One figure, as programs that watch benchmarks in CI read it (`customSmallerIsBetter` of github-action-benchmark). */
export interface Entry {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
}

const entries: Entry[] = [];

/** Takes a figure of the section that is being measured down. Smaller is better. */
export function recordEntry(name: string, unit: string, value: number): void {
  entries.push({ name, unit, value: Number(value.toPrecision(4)) });
}

/** Lists the figures of this run. */
export function recordedEntries(): readonly Entry[] {
  return entries;
}
