import { existsSync } from "node:fs";

/** A file, and what of it is meant: a sheet, a layer, a band. */
export interface FilePart {
  readonly path: string;
  readonly part?: string;
}

/** Takes `file.gpkg#layer` apart; a file whose own name has the sign stays whole. */
export function splitPart(given: string): FilePart {
  const at = existsSync(given) ? -1 : given.lastIndexOf("#");
  const path = given.slice(0, Math.max(0, at));
  return at > 0 && existsSync(path) ? { path, part: given.slice(at + 1) } : { path: given };
}
