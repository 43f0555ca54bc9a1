import { unzipSync, zipSync } from "fflate";
import { type WriteSheet, writeXlsx } from "hucre/xlsx";

/** A workbook says when it was made; the same report must be the same bytes, so it always says this. */
const MADE = new Date(Date.UTC(2000, 0, 1));
/** An archive tells the hour on the clock of whoever packs it: the same hour on every clock. */
const MADE_ON_THE_CLOCK = new Date(2000, 0, 1, 12);

/**
 * Packs sheets into the bytes of a workbook.
 *
 * It stands in a file of its own, which is loaded when the first workbook is written: a bundler sees the imports and takes the
 * writer only, not the readers beside it.
 */
export async function packWorkbook(
  sheets: WriteSheet[],
  about: { readonly title: string; readonly description?: string },
): Promise<Uint8Array> {
  const written = await writeXlsx({
    sheets,
    properties: { ...about, creator: "quarterhour", created: MADE, modified: MADE },
  });
  // it was packed by the runtime's own zlib, and each runtime packs otherwise: packed again, the bytes are the same everywhere
  return zipSync(unzipSync(written), { mtime: MADE_ON_THE_CLOCK, level: 6 });
}
