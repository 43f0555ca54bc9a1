import { getHeapStatistics } from "node:v8";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/node.js";
import type { LongText } from "../read/long-text.js";

/** What objects take of the heap, for each byte of GeoJSON that is parsed at once: measured on facilities with six properties. */
export const HEAP_PER_BYTE_OF_GEOJSON = 6;
/** What comes after reading takes half as much again: classified places, their ways in, origins. */
const HEAP_AFTER_READING = 1.5;
/** The heap is looked at so often, in features. */
const LOOK = 1000;
/** The estimate is made so often: after as many features as say something. */
const ESTIMATE = 100_000;
const MIB = 2 ** 20;

/** How many bytes of the heap there are, as `--max-old-space-size` sets it. */
export function heapLimit(): number {
  return getHeapStatistics().heap_size_limit;
}

/**
 * Refuses a file that cannot be held in memory, before the engine ends the process.
 *
 * @throws {CoverageError} LIMIT_EXCEEDED
 */
export function assertFitsInMemory(path: string, needed: number, most: number = heapLimit()): void {
  if (needed <= most) return;
  const inMiB = Math.ceil(needed / MIB);
  const numbers = { path, needed: inMiB, most: Math.floor(most / MIB) };
  throw new CoverageError("LIMIT_EXCEEDED", say("file.memory", numbers), {
    path,
    hint: say("file.memory.hint", { enough: 1024 * Math.ceil((1.2 * inMiB) / 1024) }),
  });
}

/** How the heap is looked at. */
export interface Heap {
  /** Bytes in use. */
  readonly used: () => number;
  readonly most: number;
}

/**
 * Gives the features of a long text as long as the rest of them is expected to fit: by what those that were read take.
 *
 * @throws {CoverageError} LIMIT_EXCEEDED, while it is read
 */
export function withinMemory(text: LongText, path: string, heap: Heap = thisHeap()): LongText {
  function* features(): Generator<unknown> {
    const before = heap.used();
    let least = Number.POSITIVE_INFINITY;
    let read = 0;
    for (const feature of text.features()) {
      yield feature;
      read++;
      // garbage comes and goes: the least of many looks is near to what stays
      if (read % LOOK === 0) least = Math.min(least, heap.used());
      if (read % ESTIMATE !== 0) continue;
      const each = Math.max(0, least - before) / (read - ESTIMATE + LOOK);
      if (read > ESTIMATE) assertFitsInMemory(path, before + each * text.count * HEAP_AFTER_READING, heap.most);
      least = Number.POSITIVE_INFINITY;
    }
  }
  return { ...text, features };
}

function thisHeap(): Heap {
  return { used: () => getHeapStatistics().used_heap_size, most: heapLimit() };
}
