import { parseProperties } from "flatgeobuf/lib/mjs/generic/feature.js";
import { expect, test } from "vitest";
import { readFlatProperties } from "../../../src/read/gis/flat-properties.js";

/** Properties as the format lays them out: the number of the column, then its value. */
function lay(values: readonly (readonly [column: number, bytes: Uint8Array])[]): Uint8Array {
  return Uint8Array.from(values.flatMap(([column, bytes]) => [column, 0, ...bytes]));
}
const whole = (value: bigint) => new Uint8Array(BigUint64Array.of(BigInt.asUintN(64, value)).buffer);
const text = (value: string) => {
  const bytes = new TextEncoder().encode(value);
  return Uint8Array.of(bytes.length, 0, 0, 0, ...bytes);
};
const bytesOf = (list: ArrayBufferView) => new Uint8Array(list.buffer);

test("whole numbers beyond 2^53 keep their digits, whatever stands around them", () => {
  const columns = [
    { name: "flag", type: 2 },
    { name: "name", type: 11 },
    { name: "id", type: 7 },
    { name: "area", type: 10 },
    { name: "key", type: 8 },
    { name: "few", type: 7 },
  ];
  const bytes = lay([
    [0, Uint8Array.of(1)],
    [1, text("Park")],
    [2, whole(-9_007_199_254_740_993n)],
    [3, bytesOf(Float64Array.of(1.5))],
    [4, whole(18_446_744_073_709_551_615n)],
    [5, whole(12n)],
  ]);
  expect(readFlatProperties(bytes, columns)).toEqual({
    flag: true,
    name: "Park",
    id: "-9007199254740993",
    area: 1.5,
    key: "18446744073709551615",
    few: 12,
  });
});

test("values of every kind are what the package reads, but bytes", () => {
  const values: readonly Uint8Array[] = [
    Uint8Array.of(0xfe),
    Uint8Array.of(0xfe),
    Uint8Array.of(2),
    bytesOf(Int16Array.of(-300)),
    bytesOf(Uint16Array.of(65_000)),
    bytesOf(Int32Array.of(-70_000)),
    bytesOf(Uint32Array.of(4_000_000_000)),
    whole(-5n),
    whole(5n),
    bytesOf(Float32Array.of(0.5)),
    bytesOf(Float64Array.of(-1e300)),
    text("药店 \u0000 é"),
    text('{"a":[1,null]}'),
    text("2026-11-30T00:00:00Z"),
    text("bytes"),
  ];
  const columns = values.map((_, type) => ({ name: `k${type}`, type }));
  const bytes = lay(values.map((value, column) => [column, value]));
  const feature = { propertiesArray: () => bytes, propertiesLength: () => bytes.length };
  const theirs = parseProperties(feature as never, columns as never);
  expect(readFlatProperties(bytes, columns)).toEqual({ ...theirs, k14: null });
});

test("a column may have the name of anything", () => {
  const columns = [
    { name: "__proto__", type: 12 },
    { name: "constructor", type: 11 },
  ];
  const read = readFlatProperties(
    lay([
      [0, text('{"polluted":1}')],
      [1, text("c")],
    ]),
    columns,
  );
  expect(Object.entries(read)).toEqual([
    ["__proto__", { polluted: 1 }],
    ["constructor", "c"],
  ]);
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
});

test.each([
  ["a column that is not there", lay([[7, text("x")]])],
  ["a kind that nobody knows", lay([[1, text("x")]])],
  ["a text that does not end", lay([[0, Uint8Array.of(9, 0, 0, 0, 65)]])],
  ["a length that is cut off", lay([[0, Uint8Array.of(9)]])],
])("%s is damage", (_, bytes) => {
  const columns = [
    { name: "a", type: 11 },
    { name: "b", type: 99 },
  ];
  expect(() => readFlatProperties(bytes, columns)).toThrow();
});
