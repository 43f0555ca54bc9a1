import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { CoverageError } from "../../../src/base/errors.js";
import type { GeoJsonInput } from "../../../src/model/input.js";
import {
  type CsvReadOptions,
  openProjection,
  readCsv,
  readFacilities,
  readGeoJsonText,
  readNeighborhoods,
  readPopulation,
  readXlsx,
} from "../../../src/read/index.js";
import { assertReadableFile } from "../../../src/read/recognize-file.js";
import { looksLikeTable, looksLikeWorkbook } from "../../../src/read/tables/recognize-table.js";
import { CITIES_PATH } from "../../support/cities.js";

// Small files in the formats planners hold, with what each of them holds: read in full with the option they need, refused without it.

interface Expected {
  readonly outcome: "read" | "read-with-diagnostic" | "read-or-choice" | "read-or-refused" | "refused" | "choice";
  readonly options?: { readonly crs?: string; readonly encoding?: "gb18030"; readonly axes?: string };
  readonly features?: number;
  readonly distinct_ids?: number;
  readonly first_position?: readonly [number, number];
  readonly last_features_first_position?: readonly [number, number];
  readonly bbox?: readonly [number, number, number, number];
  readonly position_tolerance?: number;
  readonly geometry_kinds?: Readonly<Record<string, number>>;
  readonly samples?: readonly Readonly<Record<string, unknown>>[];
  readonly rows?: number;
  readonly rows_without_usable_position?: number;
  readonly sum_population?: number;
  readonly must_name?: string;
  readonly line?: number;
}

const FORMATS = resolve(CITIES_PATH, "reference/formats");
const bytesOf = (name: string): Uint8Array => {
  const bytes = readFileSync(resolve(FORMATS, name));
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
};

/** Reads a file by its content, as the command does. */
async function read(name: string, options: CsvReadOptions): Promise<GeoJsonInput> {
  const bytes = bytesOf(name);
  const { encoding, ...others } = options;
  if (looksLikeWorkbook(bytes)) return await readXlsx(bytes, { ...others, path: name });
  if (looksLikeTable(bytes)) return readCsv(bytes, { ...options, path: name });
  assertReadableFile(bytes, name);
  return readGeoJsonText(bytes, name);
}

async function toOptions(
  { crs, encoding, axes }: NonNullable<Expected["options"]>,
  name: string,
): Promise<CsvReadOptions> {
  return {
    ...(crs === "gcj02" || crs === "bd09"
      ? { datum: crs }
      : crs === undefined
        ? {}
        : { projection: await openProjection(crs, name) }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(axes === undefined ? {} : { axes: "north-first" }),
  };
}

async function refusalOf(action: () => Promise<unknown>): Promise<CoverageError> {
  const error = await action().then(
    () => new Error("it was read"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CoverageError);
  return error as CoverageError;
}

function assertHolds(input: GeoJsonInput, expected: Expected): void {
  const tolerance = expected.position_tolerance ?? 1e-7;
  const near = (found: readonly number[] | undefined, wanted: readonly number[] = []) => {
    for (const [axis, value] of wanted.entries())
      expect(Math.abs((found?.[axis] ?? Number.NaN) - value)).toBeLessThanOrEqual(tolerance);
  };
  if (expected.geometry_kinds?.Polygon !== undefined) {
    const { rows } = readNeighborhoods(input);
    expect(rows).toHaveLength(expected.features ?? 0);
    expect(rows.map(({ name }) => name)).toContain(expected.samples?.[0]?.name);
    const positions = rows.flatMap(({ polygons }) => polygons.flat(2)) as readonly (readonly [number, number])[];
    const [lons, lats] = [positions.map(([lon]) => lon), positions.map(([, lat]) => lat)];
    near([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], expected.bbox);
    return;
  }
  const { rows, counts } = readFacilities(input);
  expect(rows).toHaveLength(expected.distinct_ids ?? expected.features ?? 0);
  near(rows[0]?.location, expected.first_position);
  const isWhole = expected.distinct_ids === undefined;
  if (isWhole) near(rows.at(-1)?.location, expected.last_features_first_position);
  const [lons, lats] = [rows.map(({ location }) => location[0]), rows.map(({ location }) => location[1])];
  near([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], expected.bbox);
  for (const [name, value] of Object.entries(expected.samples?.[0] ?? {}))
    if (name === "name") expect(rows[0]?.name).toBe(value);
    else if (name !== "feature" && name !== "id") expect(String(rows[0]?.tags[name])).toBe(String(value));
  const leftOut = Object.values(counts.leftOut).reduce((sum, count) => sum + (count ?? 0), 0);
  expect(counts.given).toBe(counts.used + leftOut);
  if (expected.rows !== undefined) expect(counts.given).toBe(expected.rows);
}

const FOLDERS = /^(csv|xlsx|ndjson|refuse|other)\//;
if (!existsSync(FORMATS)) test.skip(`no reference/formats at ${CITIES_PATH}`, () => undefined);
else {
  const { files } = JSON.parse(readFileSync(resolve(FORMATS, "expected.json"), "utf8")) as {
    readonly files: Readonly<Record<string, Expected>>;
  };
  const mine = Object.entries(files).filter(([name]) => FOLDERS.test(name));
  describe("the reference files of tables, lines and formats that are refused", () => {
    test("are thirty-six", () => expect(mine).toHaveLength(36));
    test.each(mine)("%s", async (name, expected) => {
      const { outcome, options, line, must_name: mustName } = expected;
      if (outcome === "refused") {
        const { message } = await refusalOf(() => read(name, {}));
        if (mustName !== undefined) expect(message).toContain(mustName);
        if (line !== undefined) expect(message).toContain(`line ${line}`);
        return;
      }
      if (options !== undefined) {
        const { message } = await refusalOf(() => read(name, {}));
        const named = { crs: /datum: "(gcj02|bd09)"|openProjection/, encoding: /gb18030/, axes: /axes: "north-first"/ };
        for (const key of Object.keys(options)) expect(message).toMatch(named[key as keyof typeof named]);
      }
      try {
        const input = await read(name, await toOptions(options ?? {}, name));
        assertHolds(input, expected);
        if (expected.sum_population !== undefined) {
          const { population } = readPopulation(input).places;
          expect(population.reduce((sum, people) => sum + people, 0)).toBeCloseTo(expected.sum_population, 3);
        }
        if (outcome === "read-with-diagnostic")
          expect(readFacilities(input).diagnostics.map(({ code }) => code)).toContain("sequence.cutOff");
      } catch (error) {
        if (outcome !== "read-or-refused" || !(error instanceof CoverageError)) throw error;
      }
    });
    test("north first is found by the values once the system is named", async () => {
      const name = "csv/projected-4544-north-first.csv";
      const { code, message } = await refusalOf(async () => read(name, await toOptions({ crs: "EPSG:4544" }, name)));
      expect(code).toBe("SWAPPED_COORDINATES");
      expect(message).toContain('axes: "north-first"');
    });
  });
}
