/**
 * Work that can be left and gone on with wherever it yields. What it yields is how far it has come (in bytes, where it reads a file), or
 * nothing, where that has not changed.
 */
export type Steps<Result> = Generator<number | undefined, Result, undefined>;

/** Does all steps at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
