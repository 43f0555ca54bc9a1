import type { RasterLayout } from "./raster-layout.js";

/** What the value of a cell is that is not people: nobody's land, or a fill that the file does not declare. */
export type FillKind = "noData" | "negative" | "unlikely";

/** More people than live in any city do not live in one cell. */
const MOST_PEOPLE = 1e8;

/** Tells what the values of a raster are. */
export class CellKinds {
  readonly #noData: number;

  /**
   * The value that stands for no data is compared as the raster holds it: `-3.4e38` is another number in 32 bits.
   *
   * @param declared the text of the file that says it; `null` = it says none
   */
  constructor(declared: string | null, { sample, bytesPerSample }: RasterLayout) {
    const number = declared === null || declared.trim() === "" ? Number.NaN : Number(declared.trim());
    this.#noData = sample === "float" && bytesPerSample === 4 ? Math.fround(number) : number;
  }

  /** Tells what a value is that is not people. */
  fillOf(value: number): FillKind {
    if (value === this.#noData || Number.isNaN(value)) return "noData";
    return value < 0 ? "negative" : "unlikely";
  }

  /** Tells whether a value is people. */
  isPeople(value: number): boolean {
    return value >= 0 && value <= MOST_PEOPLE && value !== this.#noData;
  }

  /** Counts the values that are people: in a fraction of the time that cutting columns of millions to their length takes. */
  countPeople(values: ArrayLike<number>): number {
    let count = 0;
    for (let i = 0; i < values.length; i++) if (this.isPeople(values[i] as number)) count++;
    return count;
  }
}

/** Counts fills by their value. */
export class FillCounts {
  readonly #counts = new Map<number, number>();

  add(value: number): void {
    const known = this.#counts.get(value);
    if (known !== undefined) this.#counts.set(value, known + 1);
    else if (this.#counts.size < 1000) this.#counts.set(value, 1);
  }

  /** The ten most frequent: `-99999 (36)`. */
  examples(): string[] {
    const sorted = [...this.#counts].sort(([a, m], [b, n]) => n - m || a - b);
    return sorted.slice(0, 10).map(([value, count]) => `${value} (${count})`);
  }
}
