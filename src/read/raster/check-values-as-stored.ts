import { say } from "../../base/texts/files.js";
import { notRead } from "../gis/file-errors.js";
import type { TiffDirectory } from "./tiff-directory.js";

/** What GDAL adds to a TIFF, as XML. */
const METADATA_TAG = 42112;

/**
 * Refuses a raster whose cells do not stand for what is stored in them: those that are to be multiplied, and those that a mask hides.
 *
 * @param band from 0
 * @throws {CoverageError} UNKNOWN_FORMAT with the command that writes them plainly
 * @see GDAL, GTiff driver, metadata items with the roles `scale` and `offset`
 */
export function checkValuesAsStored(tags: TiffDirectory, band: number, path: string): void {
  const metadata = tags.text(METADATA_TAG) ?? "";
  const scale = numberOf("scale", metadata, band) ?? 1;
  const offset = numberOf("offset", metadata, band) ?? 0;
  if (scale !== 1 || offset !== 0)
    throw notRead(path, say("raster.scaled", { scale, offset }), say("raster.scaled.hint", { path }));
  if (tags.hasMask()) throw notRead(path, say("raster.masked"), say("raster.masked.hint", { path }));
}

function numberOf(role: "scale" | "offset", metadata: string, band: number): number | null {
  for (const [, attributes = "", text = ""] of metadata.matchAll(/<Item\b([^<>]*)>([^<]*)</g))
    if (attributes.includes(`role="${role}"`) && attributes.includes(`sample="${band}"`)) return Number(text);
  return null;
}
