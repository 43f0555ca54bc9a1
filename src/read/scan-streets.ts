import type { ReadOptions } from "./read-options.js";
export function scanStreets(input: string | Uint8Array, options: ReadOptions): null {
  return input && options ? null : null;
}
