import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { FORMATS } from "../base/texts/errors/formats.js";

/** A format that is recognized and not read: its name and what to do are texts with ids of their own. */
export type ForeignFormat = keyof typeof FORMATS extends infer Id
  ? Id extends `format.${infer Format}.hint`
    ? Format
    : never
  : never;

/** Says that something is in a format that is not read, and how to get GeoJSON from it. */
export function foreignFormat(path: string, format: ForeignFormat): CoverageError {
  return new CoverageError("UNKNOWN_FORMAT", say("format.foreign", { path, name: say(`format.${format}`) }), {
    path,
    hint: say(`format.${format}.hint`, { path }),
  });
}
