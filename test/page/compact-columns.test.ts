import { expect, test } from "vitest";
import { type CompactColumn, packColumns, unpackColumns } from "../../src/page/compact-columns.js";
import { seededRandom } from "../support/random.js";

const random = seededRandom(7);
const many = <T>(make: () => T) => Array.from({ length: 500 }, make);
const COLUMNS: readonly (readonly [string, CompactColumn])[] = [
  ["nothing", new Float64Array()],
  ["bytes", Uint8Array.from(many(() => random() * 256))],
  ["rows up to the largest", Uint32Array.from([0, 1, 2 ** 32 - 1, 7, ...many(() => random() * 2 ** 32)])],
  [
    "whole numbers of either sign",
    Int32Array.from([-(2 ** 31), 2 ** 31 - 1, 0, -1, ...many(() => (random() - 0.5) * 2 ** 32)]),
  ],
  ["degrees with seven decimals", Float64Array.from(many(() => Math.round((random() - 0.5) * 3.6e9) / 1e7))],
  ["numbers of any length", Float64Array.from(many(() => (random() - 0.5) * 1e6))],
  ["what is no number", Float64Array.from([Number.NaN, Infinity, -Infinity, -0, 0, 5e-324, 1.7976931348623157e308])],
];

test.each(COLUMNS)("%s come back with all their bits", (_, column) => {
  const { columns, facts } = unpackColumns(packColumns({ columns: { column }, facts: { 名: ["</script>", null] } }));
  expect(facts).toEqual({ 名: ["</script>", null] });
  expect(columns.column?.constructor).toBe(column.constructor);
  const bytesOf = ({ buffer, byteOffset, byteLength }: CompactColumn) => new Uint8Array(buffer, byteOffset, byteLength);
  expect(bytesOf(columns.column as CompactColumn)).toEqual(bytesOf(column));
});

test("neighboring coordinates take two bytes or so", () => {
  const lon = Float64Array.from(
    { length: 10_000 },
    (_, i) => Math.round((104 + i * 1e-4 + random() * 1e-5) * 1e7) / 1e7,
  );
  expect(packColumns({ columns: { lon }, facts: null }).length).toBeLessThan(25_000);
});
