import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Geometry, Position } from "geojson";
import { describe, test } from "vitest";
import { CITIES_PATH } from "./cities.js";

const FOLDER = resolve(CITIES_PATH, "reference/formats");

/** What a file of the shared folder is expected to give. */
export interface ExpectedFile {
  readonly outcome: "read" | "read-with-diagnostic" | "read-or-choice" | "choice" | "read-or-refused" | "refused";
  readonly options?: Readonly<Record<string, string>>;
  readonly features?: number;
  readonly features_without_geometry?: number;
  readonly geometry_kinds?: Readonly<Record<string, number>>;
  readonly first_position?: Position;
  readonly last_features_first_position?: Position;
  readonly positions?: number;
  readonly bbox?: readonly [number, number, number, number];
  readonly samples?: readonly Readonly<Record<string, unknown>>[];
  readonly position_tolerance?: number;
  readonly layers?: Readonly<Record<string, number>>;
  readonly must_name?: string;
  readonly cells_with_value?: number;
  readonly cells_without_value?: number;
  readonly negative_cells?: number;
  readonly sum_population?: number;
  readonly first_cell?: { readonly center: Position; readonly value: number };
  readonly last_cell?: { readonly center: Position; readonly value: number };
  readonly polygon?: Geometry;
  readonly people_in_polygon_by_area?: number;
}

/** Describes tests over files of the shared folder; skips them, and says so, where it is not there. */
export function describeSamples(
  pattern: RegExp,
  tests: (name: string, expected: ExpectedFile, bytes: Uint8Array) => void,
): void {
  const list = resolve(FOLDER, "expected.json");
  if (!existsSync(list)) {
    test.skip(`${pattern}: no files at ${FOLDER}; set QUARTERHOUR_CITIES`, () => undefined);
    return;
  }
  const { files } = JSON.parse(readFileSync(list, "utf8")) as {
    readonly files: Readonly<Record<string, ExpectedFile>>;
  };
  for (const [name, expected] of Object.entries(files))
    if (pattern.test(name)) describe(name, () => tests(name, expected, readFileSync(resolve(FOLDER, name))));
}

/** Every position of a geometry, in its order. */
export function positionsOf(geometry: Geometry | null): Position[] {
  if (geometry === null) return [];
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(positionsOf);
  const flatten = (nested: unknown): Position[] =>
    typeof (nested as Position)[0] === "number" ? [nested as Position] : (nested as unknown[]).flatMap(flatten);
  return flatten(geometry.coordinates);
}
