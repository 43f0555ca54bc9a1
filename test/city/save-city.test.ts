import { describe, expect, test } from "vitest";
import { CoverageError, computeCoverage, loadCity, type PreparedCity, prepareCity, saveCity } from "../../src/index.js";
import { briskWalking } from "../../src/standards/travel-profiles.js";
import { describeCity, readCityInput } from "../support/cities.js";
import { draw, drawIndex, seededRandom } from "../support/random.js";
import { randomTown } from "../support/random-town.js";
import { standardOf } from "../support/test-standard.js";
import { toTownInput } from "../support/town-input.js";

const standard = standardOf([
  { category: "shop", threshold: { time: 300 } },
  { category: "school", threshold: { time: 500 }, orElse: [{ category: "park", threshold: { network: 350 } }] },
]);
const preparedTown = (seed: number) => prepareCity(toTownInput(randomTown(seed), seed), { standard });
const reportOf = (city: PreparedCity) => [
  JSON.stringify(computeCoverage(city)),
  JSON.stringify(computeCoverage(city, { profile: briskWalking })),
];

describe("a saved city, loaded,", () => {
  test("gives the same reports and is saved as the same bytes, for 10 random towns", () => {
    for (let seed = 0; seed < 10; seed++) {
      const city = preparedTown(seed);
      const saved = saveCity(city);
      const loaded = loadCity(saved);
      expect(reportOf(loaded)).toEqual(reportOf(city));
      expect(saveCity(loaded)).toEqual(saved);
    }
  });
  test("without streets or people gives the same report", () => {
    const { streets: _, population: __, ...input } = toTownInput(randomTown(2), 2);
    const city = prepareCity(input, { standard });
    expect(reportOf(loadCity(saveCity(city)))).toEqual(reportOf(city));
  });
  test("is read from an ArrayBuffer, a SharedArrayBuffer and from the middle of other bytes", () => {
    const city = preparedTown(1);
    const saved = saveCity(city);
    const shared = new SharedArrayBuffer(saved.length);
    new Uint8Array(shared).set(saved);
    const amid = new Uint8Array(saved.length + 11);
    amid.set(saved, 3);
    for (const bytes of [saved.slice().buffer, shared, amid.subarray(3, 3 + saved.length)])
      expect(reportOf(loadCity(bytes))).toEqual(reportOf(city));
  });
  test("is not copied: its columns lie in the bytes", () => {
    const saved = saveCity(preparedTown(1));
    expect(loadCity(saved).origins.lon.buffer).toBe(saved.buffer);
  });
  test("keeps properties with dangerous names and its own standard", () => {
    const input = JSON.parse(JSON.stringify(toTownInput(randomTown(1), 1)));
    input.facilities.features[0].properties = JSON.parse(
      '{"__proto__": {"x": 1}, "id": "constructor", "category": "shop"}',
    );
    const city = prepareCity(input, { standard });
    const loaded = loadCity(saveCity(city));
    expect(reportOf(loaded)).toEqual(reportOf(city));
    expect(loaded.standard).toEqual(standard);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

/** Loading must end in a city or in an error of this code; nothing else may be thrown. */
function codeOf(bytes: Uint8Array): string {
  try {
    loadCity(bytes);
    return "loaded";
  } catch (error) {
    if (error instanceof CoverageError) return error.code;
    throw error;
  }
}

/** Digits, brackets and letters: what makes another JSON of a JSON. */
const LIKELY_BYTES = [...new TextEncoder().encode('0123456789-.,:[]{}"enult ')];

/** Writes the checksum that the bytes would have been saved with: FNV-1a over 32-bit words but its own. */
function withChecksum(bytes: Uint8Array): Uint8Array {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let hash = 0x811c9dc5;
  words.forEach((word, i) => {
    if (i !== 3) hash = Math.imul(hash ^ word, 0x01000193);
  });
  words[3] = hash >>> 0;
  return bytes;
}

/** Loads, and asks what loaded for everything that reads it. @throws whatever is no `CoverageError` */
function outcomeOf(bytes: Uint8Array, about: string): string {
  try {
    const city = loadCity(bytes);
    computeCoverage(city);
    return "loaded";
  } catch (error) {
    if (error instanceof CoverageError) return error.code;
    throw new Error(about, { cause: error });
  }
}

describe("bytes that are no saved city are refused", () => {
  const saved = saveCity(preparedTown(3));
  const text = (content: string) => new TextEncoder().encode(content);
  test.each([
    ["nothing", new Uint8Array(), /is empty/],
    ["GeoJSON", text('{"type":"FeatureCollection"}'), /looks like JSON/],
    ["gzip", Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0), /looks like gzip/],
    ["the header alone", saved.slice(0, 8), /ends after 8 bytes/],
    ["another version", saved.map((byte, i) => (i === 8 ? byte + 1 : byte)), /in format 4; this version reads 3/],
    ["half of one", saved.slice(0, 4 * Math.floor(saved.length / 8)), /instead of \d+/],
    ["one with more behind it", Uint8Array.of(...saved, 0, 0, 0, 0), /instead of \d+/],
  ])("%s", (_, bytes, message) => {
    expect(() => loadCity(bytes)).toThrow(message);
    expect(codeOf(bytes)).toBe("INVALID_CITY_FILE");
  });
  test("another thing than bytes", () => {
    expect(() => loadCity("city" as unknown as Uint8Array)).toThrow(/must be given bytes; got string/);
    expect(() => loadCity(null as unknown as Uint8Array)).toThrow(/must be given bytes; got null/);
  });
  test("with one byte changed, anywhere", () => {
    const random = seededRandom(1);
    for (let round = 0; round < 3000; round++) {
      const bytes = saved.slice();
      const at = round < 64 ? round : drawIndex(random, bytes.length);
      bytes[at] = (bytes[at] as number) ^ (1 + drawIndex(random, 255));
      expect(codeOf(bytes), `byte ${at}`).toBe("INVALID_CITY_FILE");
    }
  });
  test("with one byte changed and the checksum made right again: a typed error, or a city that gives a report", () => {
    const random = seededRandom(7);
    const saved = saveCity(prepareCity(toTownInput(randomTown(3), 3), { standard, originSpacingMeters: 1500 }));
    const outcomes = new Set<string>();
    // most of a file is columns: every second change is in the JSON part
    const jsonLength = new DataView(saved.buffer, saved.byteOffset).getUint32(24, true);
    for (let round = 0; round < 1500; round++) {
      const bytes = saved.slice();
      const at = 32 + drawIndex(random, round % 2 === 0 ? jsonLength : bytes.length - 32);
      bytes[at] = round % 4 < 2 ? (bytes[at] as number) ^ (1 + drawIndex(random, 255)) : draw(random, LIKELY_BYTES);
      outcomes.add(outcomeOf(withChecksum(bytes), `byte ${at}, round ${round}`));
    }
    expect(outcomes).toContain("INVALID_CITY_FILE");
    expect(outcomes).toContain("loaded");
  });
  test("cut off anywhere, or all by chance", () => {
    const random = seededRandom(2);
    for (let round = 0; round < 1000; round++) {
      expect(codeOf(saved.slice(0, drawIndex(random, saved.length)))).toBe("INVALID_CITY_FILE");
      const bytes = Uint8Array.from({ length: drawIndex(random, 200) }, () => drawIndex(random, 256));
      bytes.set(saved.subarray(0, Math.min(bytes.length, drawIndex(random, 40))));
      expect(codeOf(bytes)).toBe("INVALID_CITY_FILE");
    }
  });
});

describeCity("porto_alegre", () => {
  test("saved and loaded, gives the same reports", () => {
    const city = prepareCity(readCityInput("porto_alegre"));
    expect(reportOf(loadCity(saveCity(city)))).toEqual(reportOf(city));
  });
});
