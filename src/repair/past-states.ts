/** What a large city's network takes is some sixty megabytes: of those before it, only so many are kept. */
const KEPT_COUNT = 4;

/** The states that a scenario can be taken back to, the last one first. The last few are kept; older ones are built anew. */
export class PastStates<T> {
  readonly #past: { kept: T | null; readonly build: () => T }[] = [];

  /**
   * Adds the state that is left now.
   *
   * @param build makes it anew; must hold little itself
   */
  push(state: T, build: () => T): void {
    this.#past.push({ kept: state, build });
    const oldest = this.#past.at(-1 - KEPT_COUNT);
    if (oldest !== undefined) oldest.kept = null;
  }

  /** Takes the last one out. */
  pop(): T {
    const last = this.#past.pop();
    if (last === undefined) throw new Error("nothing was left before");
    return last.kept ?? last.build();
  }
}
