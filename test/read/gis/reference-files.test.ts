import { expect, test } from "vitest";
import { CoverageError } from "../../../src/base/errors.js";
import type { FeatureReading } from "../../../src/model/input.js";
import { readFlatGeobuf } from "../../../src/read/gis/read-flatgeobuf.js";
import { readGeoPackage } from "../../../src/read/gis/read-geopackage.js";
import { readGeoParquet } from "../../../src/read/gis/read-geoparquet.js";
import { readShapefile } from "../../../src/read/gis/read-shapefile.js";
import { describeSamples, type ExpectedFile, positionsOf } from "../../support/format-samples.js";

type Read = (bytes: Uint8Array, options: object) => Promise<FeatureReading>;
const readerOf = (name: string): Read =>
  /gpkg/.test(name)
    ? readGeoPackage
    : /fgb$/.test(name)
      ? readFlatGeobuf
      : /parquet$/.test(name)
        ? readGeoParquet
        : (readShapefile as Read);

describeSamples(/^(shp|gpkg|fgb|parquet)\/|^hostile\/.*(zip|fgb)$|poi\.gdb\.zip|poi\.kmz/, (name, expected, bytes) => {
  const read = (options: object = {}) => readerOf(name)(bytes, { path: name, ...options });
  const errorOf = async (options: object = {}): Promise<CoverageError> => {
    const error: unknown = await read(options).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CoverageError);
    return error as CoverageError;
  };
  if (expected.outcome === "read") {
    test("is read in full", async () => expectReading(await read(expected.options), expected));
    const [option] = Object.keys(expected.options ?? {});
    if (option !== undefined)
      test("is refused without the option, which is named", async () => {
        expect((await errorOf()).message).toContain(`${option}: "`);
      });
  } else if (expected.outcome === "choice") {
    test("asks for a layer, and reads the one that is named", async () => {
      const error = await errorOf();
      expect(error.code).toBe("LAYER_NEEDED");
      for (const [layer, count] of Object.entries(expected.layers ?? {})) {
        expect(error.message).toContain(`${layer} (${count})`);
        expect((await read({ layer })).features).toHaveLength(count);
      }
      expect((await errorOf({ layer: "nothing" })).code).toBe("LAYER_NEEDED");
    });
  } else {
    test("is refused", async () => {
      const { code, message } = await errorOf();
      expect(["DAMAGED_FILE", "UNKNOWN_FORMAT"]).toContain(code);
      if (expected.must_name !== undefined) expect(message).toContain(expected.must_name);
    });
  }
});

function expectReading({ features, leftOut }: FeatureReading, expected: ExpectedFile): void {
  expect(features).toHaveLength(expected.features ?? 0);
  expect(features.filter(({ geometry }) => geometry === null)).toHaveLength(expected.features_without_geometry ?? 0);
  expect(Object.values(leftOut).every((count) => count > 0)).toBe(true);
  const kinds: Record<string, number> = {};
  for (const { geometry } of features) {
    const kind = geometry?.type.replace("Multi", "");
    if (kind !== undefined) kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  expect(kinds).toEqual(expected.geometry_kinds);
  const positions = features.flatMap(({ geometry }) => positionsOf(geometry));
  expect(positions).toHaveLength(expected.positions ?? 0);
  const box = [Math.min, Math.max].flatMap((most) => [0, 1].map((axis) => most(...positions.map((p) => p[axis] ?? 0))));
  const tolerance = (expected.position_tolerance ?? 1e-7) + 1e-9;
  for (const [i, side] of box.entries())
    expect(Math.abs(side - (expected.bbox?.[i] ?? 0))).toBeLessThanOrEqual(tolerance);
  const near = (position: readonly number[]) =>
    positions.some((p) => p.every((side, axis) => Math.abs(side - (position[axis] ?? 0)) <= tolerance));
  expect(near(expected.first_position ?? [])).toBe(true);
  expect(near(expected.last_features_first_position ?? [])).toBe(true);
  for (const { feature: _, ...sample } of expected.samples ?? [])
    expect(features.map(({ properties }) => properties)).toContainEqual(expect.objectContaining(sample));
}
