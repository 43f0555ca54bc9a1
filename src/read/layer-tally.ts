import { compareText, type Diagnostic, Diagnostics, sortDiagnostics } from "../base/diagnostics.js";
import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/core.js";
import type { DiagnosticCode } from "../base/texts/findings.js";
import type { PhraseValue } from "../base/texts/phrase.js";
import type { LayerCounts } from "../model/facts.js";
import type { FeatureReading } from "../model/input.js";

/** Keeps the books of one layer, so that every feature ends as used or as left out for one reason. */
export class LayerTally {
  readonly layer: Layer;
  readonly diagnostics: Diagnostics = new Diagnostics();
  #given = 0;
  #used = 0;
  #repaired = 0;
  /** What the reader of the file found. */
  readonly #ofFile: Diagnostic[] = [];
  readonly #leftOut = new Map<DiagnosticCode, number>();

  constructor(layer: Layer) {
    this.layer = layer;
  }

  /** How many features were given so far. */
  get given(): number {
    return this.#given;
  }

  /** Books a feature as given; it must be booked as used or left out as well. */
  give(): void {
    this.#given++;
  }

  /** Books a feature as used. */
  use(isRepaired: boolean): void {
    this.#used++;
    if (isRepaired) this.#repaired++;
  }

  /** Books a feature as left out. */
  leaveOut(code: DiagnosticCode, id: string | null, example: string | null): void {
    this.#leftOut.set(code, (this.#leftOut.get(code) ?? 0) + 1);
    this.diagnostics.add(code, this.layer, id, example);
  }

  /** Adds a finding about a feature without saying what became of it. */
  note(code: DiagnosticCode, id: string | null, example: string | null = null): void {
    this.diagnostics.add(code, this.layer, id, example);
  }

  /** Takes over the books of a file: what gave no feature was given, and is left out. */
  takeOver({ leftOut, diagnostics }: Pick<FeatureReading, "leftOut" | "diagnostics">): void {
    for (const [code, count] of Object.entries(leftOut) as [DiagnosticCode, number][]) {
      this.#given += count;
      this.#leftOut.set(code, (this.#leftOut.get(code) ?? 0) + count);
    }
    this.#ofFile.push(...diagnostics.map((diagnostic) => ({ ...diagnostic, layer: this.layer })));
  }

  /** Lists what was found, in the file and in its features. */
  findings(): Diagnostic[] {
    return sortDiagnostics([...this.#ofFile, ...this.diagnostics.list()]);
  }

  counts(): LayerCounts {
    const leftOut = [...this.#leftOut].sort(([a], [b]) => compareText(a, b));
    return {
      layer: this.layer,
      given: this.#given,
      used: this.#used,
      repaired: this.#repaired,
      leftOut: Object.fromEntries(leftOut),
    };
  }

  /** Says in half a sentence why features were left out: `geometry.kind (12), geometry.null (1)`. */
  reasons(): PhraseValue {
    const reasons = Object.entries(this.counts().leftOut).map(([code, count]) => `${code} (${count})`);
    return reasons.length === 0 ? say("layer.empty") : reasons.join(", ");
  }
}
