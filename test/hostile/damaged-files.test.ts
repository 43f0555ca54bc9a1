import { describe, expect, test } from "vitest";
import { CoverageError } from "../../src/base/errors.js";
import { FILES_TO_MUTATE } from "../support/files-to-mutate.js";
import { mutate } from "../support/mutate.js";

// Whatever happens to the bytes of a file: it is read, or refused with a typed error. `npm run test:mutations` goes on for as long as it is let.

const SEEDS = 200;

describe.each(FILES_TO_MUTATE)("$name", ({ make, read, isRefused = false }) => {
  test("is read, and, damaged in two hundred ways, read or refused with a typed error", async () => {
    const bytes = await make();
    const errorOf = async (own: Uint8Array): Promise<unknown> => {
      try {
        await read(own);
        return null;
      } catch (error) {
        return error;
      }
    };
    const whole = await errorOf(bytes);
    if (isRefused) expect(whole).toBeInstanceOf(CoverageError);
    else expect(whole).toBeNull();
    for (let seed = 0; seed < SEEDS; seed++) {
      const error = await errorOf(mutate(bytes, seed));
      if (error !== null && !(error instanceof CoverageError))
        expect.fail(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  });
});
