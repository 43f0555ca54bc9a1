import type { EdgeGrid } from "../attach/edge-grid.js";
import { EdgeIndex } from "../attach/edge-index.js";
import { readGround } from "../attach/ground.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import { checkObject } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/library.js";
import type { Islands } from "../graph/islands.js";
import type { Network } from "../graph/network.js";
import type { OriginAmounts, Origins, Streets } from "../model/facts.js";
import type { Mode } from "../model/mode.js";
import { validateStandard } from "../standards/validate-standard.js";
import type { ArcAccess } from "../streets/arc-access.js";
import { assertModes } from "../streets/modes/check-modes.js";
import { MODES } from "../streets/modes/modes.js";
import { checkNetwork, checkRows, checkStreets, wrong } from "./check-columns.js";
import type { City } from "./city.js";
import { findWrongMember } from "./city-shape.js";
import { type ColumnFile, type Columns, readColumnFile } from "./column-file.js";
import { assertTagsRead } from "./mode-networks.js";
import { PreparedCity } from "./prepared-city.js";

/** How a saved city is loaded. */
export interface LoadOptions {
  /** Ways of moving that profiles may name, besides those of the library: functions are not saved. */
  readonly modes?: readonly Mode[];
}

/**
 * Loads a city that `saveCity` saved. Its reports are those of the city that was saved, byte for byte.
 *
 * The bytes are used where they lie, not copied, if they start at a multiple of 8: do not change them afterward. A
 * SharedArrayBuffer serves several threads at once.
 *
 * @throws {CoverageError} `INVALID_CITY_FILE` if this is no saved city, one of another version, or a damaged one;
 *   `INVALID_ARGUMENT` if its streets were read without tags that a mode looks at
 *
 * @example
 * ```ts
 * import { computeCoverage, loadCity, saveCity } from "quarterhour";
 *
 * const bytes = saveCity(city); // or readFileSync("town.city")
 * const loaded = loadCity(bytes);
 * JSON.stringify(computeCoverage(loaded)) === JSON.stringify(computeCoverage(city)); // → true
 * ```
 */
export function loadCity(saved: Uint8Array | ArrayBuffer | SharedArrayBuffer, options: LoadOptions = {}): PreparedCity {
  return guardLive("loadCity", [saved, options], () => {
    checkObject("options", options);
    const { modes = [] } = options;
    const bytes = saved instanceof Uint8Array ? saved : toBytes(saved);
    assertModes(modes);
    const all = [...MODES, ...modes];
    const city = fromColumnFile(readColumnFile(bytes), all);
    if (city.streets !== null) assertTagsRead(city.streets, all);
    return new PreparedCity(city, all);
  });
}

/** Joins what `toColumnFile` parted. @throws {CoverageError} `INVALID_CITY_FILE` if it does not fit together */
export function fromColumnFile({ columns, facts }: ColumnFile, modes: readonly Mode[] = MODES): City {
  const joined = joinFacts(facts, columns, modes);
  checkRows(joined);
  return joined;
}

function toBytes(saved: unknown): Uint8Array {
  const isShared = typeof SharedArrayBuffer === "function" && saved instanceof SharedArrayBuffer;
  if (saved instanceof ArrayBuffer || isShared) return new Uint8Array(saved as ArrayBuffer);
  throw new CoverageError(
    "INVALID_CITY_FILE",
    say("savedCity.given", { found: saved === null ? "null" : typeof saved }),
    {
      hint: say("savedCity.wrong.hint"),
    },
  );
}

function joinFacts(facts: unknown, columns: Columns, modes: readonly Mode[]): City {
  const wrongMember = findWrongMember(facts);
  if (!isJsonObject(facts) || wrongMember !== null) throw wrong(`city${wrongMember ?? ""}`);
  const { origins, streets, modeNetwork, standard } = facts;
  const joinedStreets = streets === null ? null : join<Streets>("streets", streets, columns);
  checkStreets(joinedStreets);
  const joined = {
    ...facts,
    neighborhoodSquareMeters: columns.neighborhoodSquareMeters,
    origins: joinOrigins(origins, columns),
    streets: joinedStreets,
    barriers: facts.barriers ?? null, // files of 0.2.0 have none
    modeNetwork: modeNetwork === null ? null : joinNetwork(modeNetwork, columns, { modes, streets: joinedStreets }),
  } as unknown as City;
  try {
    validateStandard(standard as City["standard"]);
  } catch (cause) {
    throw cause instanceof CoverageError ? wrong(say("savedCity.standard", { why: cause.problem.message })) : cause;
  }
  return joined;
}

function joinOrigins(parts: unknown, columns: Columns): Origins {
  if (!isJsonObject(parts)) throw wrong("origins");
  const joinPart = <Part>(name: string) => join<Part>(name, parts[name], columns);
  return {
    ...join<Origins>("origins", parts, columns),
    groups: joinPart<Origins["groups"]>("groups"),
    ...(parts.amounts === undefined ? {} : { amounts: joinPart<OriginAmounts>("amounts") }),
    ...(parts.countedAmounts === undefined ? {} : { countedAmounts: joinPart<OriginAmounts>("countedAmounts") }),
  };
}

function joinNetwork(
  parts: unknown,
  columns: Columns,
  { modes, streets }: { readonly modes: readonly Mode[]; readonly streets: Streets | null },
): ModeNetwork {
  const mode = isJsonObject(parts) ? modes.find(({ id }) => id === parts.mode) : undefined;
  if (!isJsonObject(parts) || mode === undefined || streets === null) throw wrong(say("savedCity.network"));
  const network = join<Network>("network", parts.network, columns);
  const arcs = join<ArcAccess>("arcs", parts.arcs, columns);
  const islands = join<Islands>("islands", parts.islands, columns);
  const grid = join<EdgeGrid>("grid", parts.grid, columns);
  checkNetwork({ network, arcs, islands, grid });
  const index = new EdgeIndex(network, arcs.open, islands, readGround(network, streets), { grid });
  const diagnostics = parts.diagnostics as ModeNetwork["diagnostics"];
  return { mode, streets, network, arcs, islands, index, diagnostics };
}

/** Puts the columns of a name back among the rest of its object. */
function join<T>(name: string, rest: unknown, columns: Columns): T {
  if (!isJsonObject(rest)) throw wrong(name);
  const own = Object.entries(columns)
    .filter(([key]) => key.startsWith(`${name}.`))
    .map(([key, column]) => [key.slice(name.length + 1), column] as const);
  for (const [key, column] of own) if (column.constructor !== typeOfColumn(name, key)) throw wrong(`${name}.${key}`);
  return { ...rest, ...Object.fromEntries(own) } as T;
}

const ROW_COLUMNS = new Set([
  ...["neighborhoodRow", "firstOrigin", "firstVertex", "featureRow", "tagSetRow", "edgeFrom", "edgeTo"],
  ...["edgeStreetRow", "firstOut", "outArc", "outTarget", "nodeIsland", "firstEntry", "entryEdge"],
]);
const FLAG_COLUMNS = new Set(["open", "isFragment", "isSmall"]);

/** The names of groups are the caller's; all else that is neither row nor flag is an amount or a coordinate. */
function typeOfColumn(name: string, key: string): typeof Float64Array | typeof Uint32Array | typeof Uint8Array {
  if (name === "groups" || !(ROW_COLUMNS.has(key) || FLAG_COLUMNS.has(key))) return Float64Array;
  return ROW_COLUMNS.has(key) ? Uint32Array : Uint8Array;
}
