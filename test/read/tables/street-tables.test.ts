import type { FeatureCollection } from "geojson";
import { describe, expect, test } from "vitest";
import { readCsv, readStreets } from "../../../src/read/index.js";

// A street, a bridge above it that has a position there, and a street that ends on the first.
const LINES: readonly {
  readonly nodes: readonly (string | number)[];
  readonly line: readonly (readonly number[])[];
}[] = [
  {
    nodes: [11, 12, 13],
    line: [
      [104, 30.5],
      [104.001, 30.5],
      [104.002, 30.5],
    ],
  },
  {
    nodes: [21, 22, 23],
    line: [
      [104.001, 30.499],
      [104.001, 30.5],
      [104.001, 30.501],
    ],
  },
  {
    nodes: [13, 31],
    line: [
      [104.002, 30.5],
      [104.003, 30.5],
    ],
  },
];
const collection = (nodesOf: (nodes: readonly (string | number)[]) => unknown): FeatureCollection => ({
  type: "FeatureCollection",
  features: LINES.map(({ nodes, line }, i) => ({
    type: "Feature",
    properties: { id: `s${i}`, highway: "residential", nodes: nodesOf(nodes) },
    geometry: { type: "LineString", coordinates: line.map((at) => [...at]) },
  })),
});
const table = (write: (nodes: readonly (string | number)[]) => string) =>
  [
    "id;highway;nodes;wkt",
    ...LINES.map(({ nodes, line }, i) => {
      const cell = write(nodes).replaceAll('"', '""');
      return `s${i};residential;"${cell}";LINESTRING (${line.map((at) => at.join(" ")).join(", ")})`;
    }),
  ].join("\n");

describe("streets of a table", () => {
  const expected = readStreets(collection((nodes) => nodes));
  test.each<[string, (nodes: readonly (string | number)[]) => string]>([
    ["JSON", (nodes) => JSON.stringify(nodes)],
    ["Python's list", (nodes) => `[${nodes.join(", ")}]`],
    ["Python's tuple", (nodes) => `(${nodes.join(", ")})`],
    ["PostgreSQL's list", (nodes) => `{${nodes.join()}}`],
    ["commas", (nodes) => nodes.join()],
    ["semicolons", (nodes) => nodes.join("; ")],
    ["bars", (nodes) => nodes.join("|")],
    ["blanks", (nodes) => nodes.join(" ")],
  ])("meet by their node ids as %s", (_, write) => {
    const { streets, counts, diagnostics } = readStreets(readCsv(table(write)));
    expect(streets).toEqual(expected.streets);
    expect([counts.used, diagnostics]).toEqual([3, []]);
    // the same as a text in GeoJSON, and in its bytes
    expect(readStreets(collection(write)).streets).toEqual(expected.streets);
    expect(readStreets(new TextEncoder().encode(JSON.stringify(collection(write)))).streets).toEqual(expected.streets);
  });
  test.each<[string, (nodes: readonly (string | number)[]) => string]>([
    ["JSON", (nodes) => JSON.stringify(nodes.map((node) => `n${node}`))],
    ["Python's list", (nodes) => `[${nodes.map((node) => `'n${node}'`).join(", ")}]`],
    ["plain", (nodes) => nodes.map((node) => `n${node}`).join(";")],
  ])("meet by ids that are texts as %s", (_, write) => {
    const named = readStreets(collection((nodes) => nodes.map((node) => `n${node}`)));
    expect(readStreets(readCsv(table(write))).streets).toEqual(named.streets);
  });
  test("keep every digit of large ids", () => {
    const large = (nodes: readonly (string | number)[]) => nodes.map((node) => `90071992547409${node}`);
    const named = readStreets(collection(large));
    expect(readStreets(readCsv(table((nodes) => large(nodes).join()))).streets).toEqual(named.streets);
    expect(readStreets(readCsv(table((nodes) => `[${large(nodes).join(", ")}]`))).streets).toEqual(named.streets);
  });
  test("meet by coordinates where ids are missing or as many as they should not be", () => {
    const plain = readStreets(collection(() => null));
    expect(readStreets(readCsv(table(() => ""))).streets).toEqual(plain.streets);
    for (const write of [() => "1", (nodes: readonly (string | number)[]) => [...nodes, 9].join(), () => ",,"]) {
      const { streets, diagnostics } = readStreets(readCsv(table(write)));
      expect(streets).toEqual(plain.streets);
      expect(diagnostics.map(({ code }) => code)).toEqual(["street.nodesMismatch"]);
    }
  });
});
