import { existsSync } from "node:fs";

/** A file, and what of it is meant: a sheet, a layer, a band, a file of an archive. */
export interface FilePart {
  readonly path: string;
  readonly part?: string;
}

/** Takes `file.gpkg#layer` and `file.zip#file.gpkg#layer` apart; a file whose own name has the sign stays whole. */
export function splitPart(given: string): FilePart {
  if (existsSync(given)) return { path: given };
  for (let at = given.lastIndexOf("#"); at > 0; at = given.lastIndexOf("#", at - 1)) {
    const path = given.slice(0, at);
    if (existsSync(path)) return { path, part: given.slice(at + 1) };
  }
  return { path: given };
}
