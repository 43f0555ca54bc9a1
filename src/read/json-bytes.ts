// JSON in UTF-8 bytes, without making values of it. Every function takes the place where something begins, and gives the
// place after it, or FAILED where it is not what it should be: then JSON.parse is asked, which knows for certain.

/** The text is not JSON here, or of a form that is not read without JSON.parse. */
export const FAILED = -1;

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const BACKSLASH = 0x5c;
export const COLON = 0x3a;
const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;
export const ZERO = 0x30;
export const NINE = 0x39;

/** Deeper than any GeoJSON, and shallower than the stack. */
const MAX_DEPTH = 500;
const LITERALS: readonly string[] = ["true", "false", "null"];
/** Whole numbers of so many digits are held exactly by a double. */
export const MAX_DIGITS = 15;
const POWERS_OF_TEN: Float64Array = Float64Array.from({ length: MAX_DIGITS + 1 }, (_, digits) => Number(`1e${digits}`));
/** For longer texts a decoder is faster. */
const MAX_SHORT_LENGTH = 40;

/** Passes over white space, perhaps none. */
export function skipSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  if (bytes[at] > 0x20) return at; // nearly always
  for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[at]) at++;
  return at;
}

/** Passes over a colon and the white space around it. */
export function skipColon(bytes: Uint8Array, start: number): number {
  const at = skipSpace(bytes, start);
  return bytes[at] === COLON ? skipSpace(bytes, at + 1) : FAILED;
}

/** Passes over a value of any kind, and checks every byte of it. */
export function skipValue(bytes: Uint8Array, start: number, depth: number = 0): number {
  switch (bytes[start]) {
    case QUOTE:
      return skipText(bytes, start);
    case OPEN_LIST:
    case OPEN_OBJECT:
      return depth < MAX_DEPTH ? skipMembers(bytes, start, depth + 1) : FAILED;
    case 0x74:
    case 0x66:
    case 0x6e:
      return skipLiteral(bytes, start);
    default:
      return skipNumber(bytes, start);
  }
}

function skipMembers(bytes: Uint8Array, start: number, depth: number): number {
  const isObject = bytes[start] === OPEN_OBJECT;
  const close = isObject ? CLOSE_OBJECT : CLOSE_LIST;
  let at = skipSpace(bytes, start + 1);
  if (bytes[at] === close) return at + 1;
  for (;;) {
    if (isObject) {
      at = bytes[at] === QUOTE ? skipText(bytes, at) : FAILED;
      if (at !== FAILED) at = skipColon(bytes, at);
      if (at === FAILED) return FAILED;
    }
    at = skipValue(bytes, at, depth);
    if (at === FAILED) return FAILED;
    at = skipSpace(bytes, at);
    if (bytes[at] === close) return at + 1;
    if (bytes[at] !== COMMA) return FAILED;
    at = skipSpace(bytes, at + 1);
  }
}

function skipLiteral(bytes: Uint8Array, start: number): number {
  const found = LITERALS.find((literal) => isTextAt(bytes, start, literal));
  return found === undefined ? FAILED : start + found.length;
}

/** Tells whether an ASCII text stands at a place. */
export function isTextAt(bytes: Uint8Array, start: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** Passes over a text in quotes: its escapes are known ones, and its bytes are UTF-8. */
export function skipText(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  for (let at = start + 1; at < length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte < 0x20) return FAILED;
    if (byte === BACKSLASH) at = endOfEscape(bytes, at);
    else if (byte >= 0x80) at = endOfCharacter(bytes, at);
    if (at === FAILED) return FAILED;
  }
  return FAILED;
}

/** The last byte of an escape. */
function endOfEscape(bytes: Uint8Array, start: number): number {
  const kind = bytes[start + 1];
  if (kind !== 0x75) return '"\\/bfnrt'.includes(String.fromCharCode(kind)) ? start + 1 : FAILED;
  for (let at = start + 2; at < start + 6; at++) {
    const byte = bytes[at];
    const isHex = (byte >= ZERO && byte <= NINE) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
    if (!isHex) return FAILED;
  }
  return start + 5;
}

/** The last byte of a character of several bytes; overlong forms, surrogates and values beyond Unicode are none. */
function endOfCharacter(bytes: Uint8Array, start: number): number {
  const lead = bytes[start];
  const count = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  if (lead < 0xc2 || lead > 0xf4) return FAILED;
  for (let i = 1; i <= count; i++) {
    const byte = bytes[start + i];
    const isSecond = i === 1;
    const low = isSecond && lead === 0xe0 ? 0xa0 : isSecond && lead === 0xf0 ? 0x90 : 0x80;
    const high = isSecond && lead === 0xed ? 0x9f : isSecond && lead === 0xf4 ? 0x8f : 0xbf;
    if (!(byte >= low && byte <= high)) return FAILED;
  }
  return start + count;
}

function skipDigits(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] >= ZERO && bytes[at] <= NINE) at++;
  return at;
}

function skipNumber(bytes: Uint8Array, start: number): number {
  const whole = bytes[start] === MINUS ? start + 1 : start;
  let at = bytes[whole] === ZERO ? whole + 1 : skipDigits(bytes, whole);
  if (at === whole) return FAILED;
  if (bytes[at] === POINT) {
    const first = at + 1;
    at = skipDigits(bytes, first);
    if (at === first) return FAILED;
  }
  if ((bytes[at] | 0x20) !== 0x65) return at;
  const first = bytes[at + 1] === MINUS || bytes[at + 1] === PLUS ? at + 2 : at + 1;
  at = skipDigits(bytes, first);
  return at === first ? FAILED : at;
}

/**
 * Reads a number into a place of a column, exactly as JSON.parse would.
 *
 * Up to fifteen digits without exponent make a whole number that a double holds exactly, and so is the power of ten by
 * which it is divided: one rounding, the right one. Everything else is left to the engine.
 *
 * @see W. D. Clinger, "How to read floating point numbers accurately", 1990
 */
export function readNumber(bytes: Uint8Array, start: number, column: Float64Array, place: number): number {
  const isNegative = bytes[start] === MINUS;
  const first = isNegative ? start + 1 : start;
  let at = first;
  // modulo 2^32, which is much faster than as doubles
  let whole = 0;
  let byte = bytes[at];
  for (; byte >= ZERO && byte <= NINE; byte = bytes[++at]) whole = (Math.imul(whole, 10) + byte - ZERO) | 0;
  const wholeDigits = at - first;
  let fraction = 0;
  let decimals = 0;
  if (byte === POINT) {
    const point = at++;
    for (byte = bytes[at]; byte >= ZERO && byte <= NINE; byte = bytes[++at])
      fraction = (Math.imul(fraction, 10) + byte - ZERO) | 0;
    decimals = at - point - 1;
    if (decimals === 0) return FAILED;
  }
  if (wholeDigits + decimals > MAX_DIGITS || (byte | 0x20) === 0x65) return readLongNumber(bytes, start, column, place);
  if (wholeDigits === 0 || (wholeDigits > 1 && bytes[first] === ZERO)) return FAILED;
  if (wholeDigits > 9) whole = wholeOf(bytes, first, wholeDigits, whole);
  if (decimals > 9) fraction = wholeOf(bytes, at - decimals, decimals, fraction);
  const scale = POWERS_OF_TEN[decimals];
  const value = decimals === 0 ? whole : (whole * scale + fraction) / scale;
  column[place] = isNegative ? -value : value;
  return at;
}

/** Ten to fifteen digits, of which the value modulo 2^32 is known: the first ones tell the rest. */
function wholeOf(bytes: Uint8Array, first: number, digits: number, remainder: number): number {
  let high = 0;
  for (let at = first; at < first + digits - 9; at++) high = Math.imul(high, 10) + bytes[at] - ZERO;
  return high * 1e9 + ((remainder - Math.imul(high, 1e9)) >>> 0);
}

function readLongNumber(bytes: Uint8Array, start: number, column: Float64Array, place: number): number {
  const end = skipNumber(bytes, start);
  if (end !== FAILED) column[place] = Number(textOf(bytes, start, end));
  return end;
}

/** Makes a number of what was checked to be one. */
export function numberOf(bytes: Uint8Array, start: number, end: number): number {
  let whole = 0;
  for (let at = start; at < end; at++) {
    const isDigit = bytes[at] >= ZERO && bytes[at] <= NINE;
    if (!isDigit || end - start > MAX_DIGITS) return Number(textOf(bytes, start, end));
    whole = 10 * whole + bytes[at] - ZERO;
  }
  return whole;
}

/** Decodes bytes that were checked. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  const part = bytes.subarray(start, end);
  for (let i = 0; i < part.length; i++)
    if (part[i] >= 0x80 || i === MAX_SHORT_LENGTH) return new TextDecoder().decode(part);
  return String.fromCharCode.apply(null, part as unknown as number[]);
}
