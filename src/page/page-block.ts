import { type CompactFile, packColumns } from "./compact-columns.js";

/** Columns and facts for the scripts of the page: packed, and as text. */
export interface PageBlock {
  /** `data`: the report and its drawing. `city`: what trials need. `streets`: lines under the map, where there is no `city`. */
  readonly id: "data" | "city" | "streets";
  /** In base64. */
  readonly text: string;
}

/** Packs columns and facts into a block. */
export function toPageBlock(id: PageBlock["id"], file: CompactFile): PageBlock {
  const bytes = packColumns(file);
  let text = "";
  // as many at once as a call takes arguments
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { id, text: btoa(text) };
}
