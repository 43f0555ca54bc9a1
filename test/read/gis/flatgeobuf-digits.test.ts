import { expect, test } from "vitest";
import { keepDigits } from "../../../src/read/gis/read-flatgeobuf.js";

/** Properties as the format lays them out: the number of the column, then its value. */
function lay(values: readonly (readonly [column: number, bytes: Uint8Array])[]): Uint8Array {
  return Uint8Array.from(values.flatMap(([column, bytes]) => [column, 0, ...bytes]));
}
const whole = (value: bigint) => new Uint8Array(BigUint64Array.of(BigInt.asUintN(64, value)).buffer);
const text = (value: string) => {
  const bytes = new TextEncoder().encode(value);
  return Uint8Array.of(bytes.length, 0, 0, 0, ...bytes);
};

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
    [3, new Uint8Array(Float64Array.of(1.5).buffer)],
    [4, whole(18_446_744_073_709_551_615n)],
    [5, whole(12n)],
  ]);
  const properties: Record<string, unknown> = { id: -9_007_199_254_740_992, key: 2 ** 64, few: 12, name: "Park" };
  keepDigits(properties, { propertiesArray: () => bytes }, columns);
  expect(properties).toEqual({ id: "-9007199254740993", key: "18446744073709551615", few: 12, name: "Park" });
});
