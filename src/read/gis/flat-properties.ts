import { setOwn } from "../../base/json-object.js";
import { toWholeNumber } from "./whole-number.js";

/** A column of a FlatGeobuf: its name and kind, by the number in the format's schema. */
export interface FlatColumn {
  readonly name: string;
  readonly type: number;
}

/** How values of one length are read, by their kind. Whole numbers beyond 2^53 become texts, so that ids keep their digits. */
const FIXED: readonly (readonly [bytes: number, read: (view: DataView, at: number) => unknown])[] = [
  [1, (view, at) => view.getInt8(at)],
  [1, (view, at) => view.getUint8(at)],
  [1, (view, at) => view.getUint8(at) !== 0],
  [2, (view, at) => view.getInt16(at, true)],
  [2, (view, at) => view.getUint16(at, true)],
  [4, (view, at) => view.getInt32(at, true)],
  [4, (view, at) => view.getUint32(at, true)],
  [8, (view, at) => toWholeNumber(view.getBigInt64(at, true))],
  [8, (view, at) => toWholeNumber(view.getBigUint64(at, true))],
  [4, (view, at) => view.getFloat32(at, true)],
  [8, (view, at) => view.getFloat64(at, true)],
];
const TEXT = 11;
const JSON_TEXT = 12;
const TIME = 13;
const BYTES = 14;

/**
 * Reads the properties of a feature, as a FlatGeobuf lays them out: the number of a column, then its value.
 *
 * The package has a function for it, which rounds whole numbers, and loses a column that is called `__proto__`. Bytes are nothing that can
 * be read: `null`.
 *
 * @param decoder of UTF-8, one for all features
 * @throws {RangeError}, {TypeError}, {SyntaxError} for what is damaged
 * @see FlatGeobuf, specification 3
 */
export function readFlatProperties(
  bytes: Uint8Array | null,
  columns: readonly FlatColumn[],
  decoder: TextDecoder = new TextDecoder(),
): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  if (bytes === null) return properties;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; ) {
    const column = columns[view.getUint16(at, true)];
    if (column === undefined) throw new RangeError("there is no such column");
    const { name, type } = column;
    at += 2;
    const fixed = FIXED[type];
    if (fixed !== undefined) {
      const [length, read] = fixed;
      setOwn(properties, name, read(view, at));
      at += length;
      continue;
    }
    if (type !== TEXT && type !== JSON_TEXT && type !== TIME && type !== BYTES)
      throw new TypeError(`values of the kind ${type} are not known`);
    const length = view.getUint32(at, true);
    at += 4;
    if (at + length > bytes.length) throw new RangeError("a text does not end");
    const text = type === BYTES ? null : decoder.decode(bytes.subarray(at, at + length));
    setOwn(properties, name, type === JSON_TEXT && text !== null ? JSON.parse(text) : text);
    at += length;
  }
  return properties;
}
