import { GEOMETRY_FINDINGS } from "./diagnostics/geometry.js";
import { LAND_FINDINGS } from "./diagnostics/land.js";
import { LAYER_FINDINGS } from "./diagnostics/layers.js";
import { PLACE_FINDINGS } from "./diagnostics/places.js";
import { STANDARD_FINDINGS } from "./diagnostics/standards.js";
import type { FILE_FINDINGS } from "./file-findings.js";

type Findings = typeof GEOMETRY_FINDINGS &
  typeof LAYER_FINDINGS &
  typeof LAND_FINDINGS &
  typeof PLACE_FINDINGS &
  typeof STANDARD_FINDINGS;
type IdOf<Key> = Key extends `${string}.action` ? never : Key;

/** What was found in the data, for programs. The table in docs/guides/errors-and-diagnostics.md lists them all. @useDeclaredType */
export type DiagnosticCode = IdOf<keyof Findings | keyof typeof FILE_FINDINGS>;

/** Every finding of the core by its code, and what to do about it under the code with `.action`, in English. */
export const FINDINGS: Findings = {
  ...GEOMETRY_FINDINGS,
  ...LAYER_FINDINGS,
  ...LAND_FINDINGS,
  ...PLACE_FINDINGS,
  ...STANDARD_FINDINGS,
};
