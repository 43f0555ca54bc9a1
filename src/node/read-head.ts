import { closeSync, openSync, readSync } from "node:fs";
import { constants, gunzipSync } from "node:zlib";

const LOOKED_AT_BYTES = 1 << 18;

/** The first part of what is unpacked, as text. */
export function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, LOOKED_AT_BYTES)).toString("utf8");
}

/** Reads the first part of a file as text, unpacked; empty where it cannot be read. */
export function readHead(path: string): string {
  const bytes = Buffer.alloc(LOOKED_AT_BYTES);
  const file = openSync(path, "r");
  try {
    const head = bytes.subarray(0, readSync(file, bytes, 0, LOOKED_AT_BYTES, 0));
    if (head[0] !== 0x1f || head[1] !== 0x8b) return head.toString("utf8");
    // a packed file cut off in its middle: what is there is unpacked
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).toString("utf8");
  } catch {
    return ""; // unreadable: no layer can be told, and a run will say what is wrong
  } finally {
    closeSync(file);
  }
}
