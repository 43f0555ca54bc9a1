import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";
import { likelyEncoding } from "../encoding-names.js";

/** Code pages by byte 29 of a `.dbf`, for those that programs here can decode. Older ones (437, 850) only come with ASCII. */
const BY_LANGUAGE_DRIVER: Readonly<Record<number, string>> = {
  3: "windows-1252",
  19: "shift_jis",
  77: "gb18030",
  78: "euc-kr",
  79: "big5",
  80: "windows-874",
  38: "ibm866",
  101: "ibm866",
  102: "ibm866",
  120: "big5",
  121: "euc-kr",
  122: "gb18030",
  123: "shift_jis",
  124: "windows-874",
  125: "windows-1255",
  126: "windows-1256",
  200: "windows-1250",
  201: "windows-1251",
  202: "windows-1254",
  203: "windows-1253",
  204: "windows-1257",
};
const BY_CODE_PAGE: Readonly<Record<string, string>> = {
  936: "gb18030",
  54936: "gb18030",
  950: "big5",
  932: "shift_jis",
  949: "euc-kr",
  866: "ibm866",
  65001: "utf-8",
  88591: "windows-1252",
  88592: "iso-8859-2",
  88595: "iso-8859-5",
  885915: "iso-8859-15",
};

/**
 * Finds the encoding of a table: the caller's, that of the `.cpg`, or that of byte 29 of the `.dbf`.
 *
 * @returns a name that `TextDecoder` knows; `null`: nothing tells
 */
export function encodingOf(option: string | undefined, codePage: string | null, languageDriver: number): string | null {
  return (
    option ?? (codePage === null ? null : encodingOfCodePage(codePage)) ?? BY_LANGUAGE_DRIVER[languageDriver] ?? null
  );
}

/** Reads a `.cpg`: `UTF-8`, `GBK`, `936`, `CP936`, `OEM 936`, `ANSI 1252`, `LDID/77`; `null` for what nobody knows. */
function encodingOfCodePage(text: string): string | null {
  const name = text
    .replace(/^\ufeff/, "")
    .replaceAll("\0", "")
    .trim()
    .toLowerCase();
  const [, driver] = /^ldid\/(\d{1,3})$/.exec(name) ?? [];
  if (driver !== undefined) return BY_LANGUAGE_DRIVER[Number(driver)] ?? null;
  const bare = name.replace(/^(oem|ansi|cp|windows|iso|ms|x)?[\s_-]*/, "").replace(/[\s_-]/g, "");
  const page = BY_CODE_PAGE[bare] ?? (/^(125[0-8]|874)$/.test(bare) ? `windows-${bare}` : null);
  if (page !== null) return page;
  if (/^(gbk|gb2312|gb18030|euccn|936)$/.test(bare)) return "gb18030";
  for (const label of [name, bare])
    try {
      return new TextDecoder(label).encoding;
    } catch {
      // not a name that is known
    }
  return null;
}

/** Decodes the texts of a table, and refuses what is not in its encoding. */
export class TableDecoder {
  readonly #decoder: TextDecoder;
  readonly #isDeclared: boolean;
  readonly #path: string;
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true });
  #wideCount = 0;
  #isUtf8 = true;
  /** Texts that fill their column and end in half a character: the half was dropped. */
  cutCount = 0;

  /** @param encoding `null` = nothing tells: UTF-8, if every text is */
  constructor(encoding: string | null, path: string) {
    this.#decoder = new TextDecoder(encoding ?? "utf-8", { fatal: true, ignoreBOM: true });
    this.#isDeclared = encoding !== null;
    this.#path = path;
  }

  /** Whether all texts beyond ASCII are as valid in UTF-8, which texts of another encoding are not for long. */
  get isRatherUtf8(): boolean {
    return this.#isUtf8 && this.#wideCount >= SURE_TEXTS;
  }

  /**
   * @param isFull whether the text fills its place: then its last character may be cut
   * @throws {CoverageError} INVALID_ENCODING
   */
  decode(bytes: Uint8Array, from: number, to: number, isFull: boolean): string {
    let text = "";
    for (let i = from; i < to; i++) {
      const byte = bytes[i] as number;
      if (byte >= 0x80) return this.#decodeWide(bytes.subarray(from, to), isFull);
      text += ASCII[byte];
    }
    return text;
  }

  #compareWithUtf8(bytes: Uint8Array): void {
    const { encoding } = this.#decoder;
    if (encoding === "utf-8") return;
    try {
      this.#utf8.decode(bytes);
      // two characters of GBK are often two of UTF-8 of two bytes each
      if (encoding.startsWith("windows") || encoding.startsWith("iso") || bytes.some((byte) => byte >= 0xe0))
        this.#wideCount++;
    } catch {
      this.#isUtf8 = false;
    }
  }

  #decodeWide(bytes: Uint8Array, isFull: boolean): string {
    for (let dropped = 0; dropped <= (isFull ? Math.min(3, bytes.length) : 0); dropped++)
      try {
        const text = this.#decoder.decode(bytes.subarray(0, bytes.length - dropped));
        if (dropped > 0) this.cutCount++;
        else if (this.#isUtf8) this.#compareWithUtf8(bytes);
        return text;
      } catch {
        // perhaps its last character was cut
      }
    const found = Array.from(bytes.subarray(0, 12), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const path = this.#path;
    const problem = this.#isDeclared
      ? say("shapefile.otherEncoding", { path, encoding: this.#decoder.encoding, found })
      : say("shapefile.noEncoding", { path, found });
    const hint =
      likelyEncoding(bytes) === "windows-1252" ? "shapefile.noEncodingWestern.hint" : "shapefile.noEncoding.hint";
    throw new CoverageError("INVALID_ENCODING", problem, { path, hint: say(hint, { path }) });
  }
}

/** By chance a few texts are valid in two encodings. */
const SURE_TEXTS = 5;

const ASCII: readonly string[] = /* @__PURE__ */ Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
