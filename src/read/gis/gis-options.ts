import { assertChoice, assertKeys, invalid } from "../../base/check-argument.js";
import { CoverageError } from "../../base/errors.js";
import { describe } from "../../base/json-object.js";
import { DATUMS, type Datum } from "../../base/layers.js";
import { say } from "../../base/texts/files.js";
import { assertEncoding } from "../encoding-names.js";
import { checkTurnOptions, TURN_KEYS, type TurnOptions } from "../in-turns.js";

/** What a file of a geographic information system may leave open; each option is one fact. */
export interface GisReadOptions extends TurnOptions {
  /** Name of the file, for messages. Default: the name of the format. */
  readonly path?: string;
  /** The layer to read, where the file holds several. */
  readonly layer?: string;
  /** Encoding of texts, where the file does not tell it: `gb18030`, `utf-8`, or another name that `TextDecoder` knows. */
  readonly encoding?: string;
  /**
   * The system of the coordinates, where the file does not tell it: `EPSG:4547`, or its definition as well-known text. What a file says
   * itself comes first, and a difference is reported.
   */
  readonly crs?: string;
  /** The datum of the positions, where they are from a Chinese web map: they are converted. Default: `wgs84`. */
  readonly datum?: Datum;
  /** `north-first`: the first of two numbers is the northing, or the latitude. Default: `east-first`, as formats set it. */
  readonly axes?: "east-first" | "north-first";
  /** Most bytes that a packed file may grow to, counted while it is unpacked. Default: 1 GiB. */
  readonly maxBytes?: number;
}

/** Options of readers that start SQLite. */
export interface SqliteReadOptions extends GisReadOptions {
  /** As of `toGeoPackage`: where `sql-wasm-browser.wasm` is, or its bytes. Only bundles for browsers must tell it. */
  readonly sqlite?: Uint8Array | ArrayBuffer | URL | string;
}

const KEYS = ["path", "layer", "encoding", "crs", "datum", "axes", "maxBytes", ...TURN_KEYS];
/** What a packed file may grow to. */
export const MAX_BYTES = 1_073_741_824;

/**
 * Checks what every reader of a binary file is given.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT`, `UNKNOWN_OPTION`; `INVALID_ENCODING` for an encoding that nobody knows
 */
export function checkGisInput(bytes: unknown, options: GisReadOptions, others: readonly string[] = []): void {
  assertKeys(options, new Set([...KEYS, ...others]));
  for (const key of ["path", "layer", "encoding", "crs"] as const) {
    const value = options[key];
    if (value !== undefined && typeof value !== "string") throw invalid(`options.${key}`, value, say("expected.text"));
  }
  checkTurnOptions(options);
  const { encoding, axes, datum, path = "file" } = options;
  if (datum !== undefined) assertChoice("options.datum", datum, DATUMS);
  if (axes !== undefined) assertChoice("options.axes", axes, ["east-first", "north-first"]);
  if (encoding !== undefined) assertEncoding(encoding);
  if (bytes instanceof Uint8Array) return;
  const problem = say("argument.wrong", { path, value: describe(bytes), expected: say("expected.bytes") });
  throw new CoverageError("INVALID_ARGUMENT", problem, { path });
}
