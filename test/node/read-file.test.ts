import { chmodSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { readGeoJsonFile } from "../../src/node/index.js";
import { errorOf } from "../support/geojson-samples.js";
import { smallCity, TemporaryFolder } from "../support/small-city.js";

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const text = JSON.stringify(smallCity.streets);

describe("reading files", () => {
  test.each(["a.geojson", "a.json", "b.geojson.gz", "b.json.gz"])("%s is read", (name) => {
    const path = folder.write(name, name.endsWith(".gz") ? gzipSync(text) : text);
    expect(readGeoJsonFile(path)).toEqual(smallCity.streets);
  });

  test.each(["a.ndjson", "a.geojsonl", "b.ndjson.gz", "b.geojsonl.gz"])("%s is read line by line", (name) => {
    const lines = `${smallCity.facilities.features.map((feature) => JSON.stringify(feature)).join("\n")}\n`;
    const path = folder.write(name, name.endsWith(".gz") ? gzipSync(lines) : lines);
    expect(readGeoJsonFile(path)).toEqual(smallCity.facilities);
  });

  test("the content decides whether a file is packed, not its name", () => {
    expect(readGeoJsonFile(folder.write("plain.gz", text))).toEqual(smallCity.streets);
    expect(readGeoJsonFile(folder.write("packed.geojson", gzipSync(text)))).toEqual(smallCity.streets);
  });

  test("what comes out of a packed file is counted, not what its trailer says", () => {
    const bomb = gzipSync(`[${" ".repeat(1_000_000)}]`);
    bomb.writeUInt32LE(10, bomb.length - 4); // the trailer lies about the size
    const error = errorOf(() => readGeoJsonFile(folder.write("bomb.geojson.gz", bomb), { maxBytes: 100_000 }));
    expect(error.code).toBe("LIMIT_EXCEEDED");
    expect(bomb.length).toBeLessThan(100_000);
  });

  test("a plain file is measured before it is read", () => {
    const path = folder.write("long.geojson", text);
    expect(errorOf(() => readGeoJsonFile(path, { maxBytes: text.length - 1 })).code).toBe("LIMIT_EXCEEDED");
    expect(readGeoJsonFile(path, { maxBytes: text.length })).toEqual(smallCity.streets);
  });

  test("every way not to get a file has its code and says what to do", () => {
    const missing = errorOf(() => readGeoJsonFile(`${folder.path}/none.geojson`));
    expect(missing.code).toBe("FILE_MISSING");
    expect(missing.hint).toContain(process.cwd());
    expect(errorOf(() => readGeoJsonFile(folder.path)).code).toBe("FILE_UNREADABLE");
    const below = `${folder.write("file.geojson", text)}/below.geojson`;
    expect(errorOf(() => readGeoJsonFile(below)).code).toBe("FILE_MISSING");
    const damaged = folder.write("damaged.gz", gzipSync(text).subarray(0, -12));
    expect(errorOf(() => readGeoJsonFile(damaged)).code).toBe("INVALID_ENCODING");
  });

  test.each([
    "https://example.org/a.geojson",
    "http://169.254.169.254/latest/meta-data#layer",
    "FTP://example.org/a.zip#poi.csv",
    "file:///etc/passwd",
  ])("an address is not fetched, and it is said what to do: %s", (address) => {
    const error = errorOf(() => readGeoJsonFile(address));
    expect(error.code).toBe("FILE_MISSING");
    expect(error.path).toBe(address);
    expect(error.hint).toContain("ownload");
  });

  test.skipIf(process.getuid?.() === 0)("a file that may not be read is told from one that is missing", () => {
    const path = folder.write("secret.geojson", text);
    chmodSync(path, 0);
    const error = errorOf(() => readGeoJsonFile(path));
    expect(error.code).toBe("FILE_UNREADABLE");
    expect(error.hint).toContain("permissions");
  });
});
