import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { CoverageError } from "../../../src/base/errors.js";
import type { FeatureReading } from "../../../src/model/input.js";
import { readCsv, readXlsx } from "../../../src/read/index.js";
import { drawIndex, type Random, seededRandom } from "../../support/random.js";

// Damaged bytes: a typed error, or a reading whose books agree. Nothing else, and no end of the program.

const ROUNDS = 200;

/** Flips, cuts, inserts, or sets bytes to the utmost. */
function damage(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  const at = drawIndex(random, copy.length);
  const kind = drawIndex(random, 4);
  if (kind === 0) return copy.subarray(0, at);
  if (kind === 1) {
    const added = Uint8Array.from({ length: 1 + drawIndex(random, 8) }, () => drawIndex(random, 256));
    return Uint8Array.from([...copy.subarray(0, at), ...added, ...copy.subarray(at)]);
  }
  const count = 1 + drawIndex(random, 8);
  for (let i = 0; i < count; i++) copy[(at + i) % copy.length] = kind === 2 ? 0xff : drawIndex(random, 256);
  return copy;
}

async function outcomeOf(read: () => FeatureReading | Promise<FeatureReading>): Promise<FeatureReading | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CoverageError) return null;
    throw error;
  }
}

const rows = Array.from({ length: 40 }, (_, i) => [`B${i}`, `"店 ${i}", 一楼`, 90600 + i, 104 + i / 100, 30 + i / 100]);
const header = ["id", "name", "typecode", "lng", "lat"];
const csv = [header, ...rows.map(([id, name, ...rest]) => [id, `"${String(name).replaceAll('"', '""')}"`, ...rest])]
  .map((cells) => cells.join(","))
  .join("\n");
const wkt = `id\twkt\n${rows.map(([id]) => `${id}\tSRID=4326;POLYGON((104 30, 105 30, 105 31, 104 30))`).join("\n")}\n`;
const UTF8 = new TextEncoder();

describe("damaged tables", () => {
  test.each([
    ["CSV", UTF8.encode(csv)],
    [
      "UTF-16",
      Uint8Array.from([0xff, 0xfe, ...[...csv].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]),
    ],
    ["well-known text", UTF8.encode(wkt)],
  ])("%s", async (_, bytes) => {
    const random = seededRandom(21);
    let readCount = 0;
    for (let i = 0; i < ROUNDS; i++) {
      const encoding = i % 2 === 0 ? {} : ({ encoding: "gb18030" } as const);
      const reading = await outcomeOf(() => readCsv(damage(bytes, random), { datum: "wgs84", ...encoding }));
      if (reading === null) continue;
      readCount++;
      const left = Object.values(reading.leftOut).reduce((sum, count) => sum + (count ?? 0), 0);
      const told = reading.diagnostics.reduce((sum, { code, count }) => sum + (code.startsWith("row.") ? count : 0), 0);
      expect(told).toBe(left);
    }
    expect(readCount).toBeGreaterThan(2);
  });
  test("workbooks", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "s", rows: [header, ...rows] as never }] });
    const random = seededRandom(22);
    for (let i = 0; i < ROUNDS; i++) await outcomeOf(() => readXlsx(damage(bytes, random), { datum: "wgs84" }));
  });
});
