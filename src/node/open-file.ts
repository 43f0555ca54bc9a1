import { openArchive } from "../read/gis/open-archive.js";
import {
  type FileContent,
  MAX_CONTENT_BYTES,
  type ReadFileOptions,
  readFileContent,
  unpackIfGzip,
} from "./read-file.js";

/** What is read of a file: its bytes, unpacked, and what of them is meant. */
export interface OpenFile extends FileContent {
  readonly part?: string;
}

/**
 * Reads the bytes of one file, out of gzip and out of a zip archive; archives that their readers take whole stay packed.
 *
 * @param part what stands behind `#`
 * @throws {CoverageError} what `readFileContent` and `openArchive` throw
 */
export function openFile(path: string, part: string | undefined, options: ReadFileOptions = {}): OpenFile {
  const { maxBytes = MAX_CONTENT_BYTES } = options;
  const content = readFileContent(path, options);
  const file = openArchive(content.bytes, path, part, maxBytes);
  if (file === null) return { ...content, ...(part === undefined ? {} : { part }) };
  const bytes = unpackIfGzip(file.bytes, path, maxBytes);
  return { bytes, onDisk: content.onDisk, ...(file.part === undefined ? {} : { part: file.part }) };
}
