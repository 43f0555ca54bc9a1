import { CoverageError } from "../../base/errors.js";
import type { Datum } from "../../base/layers.js";
import { say } from "../../base/texts/files.js";
import { type ColumnMeaning, meaningOfColumn, plainColumn } from "./column-words.js";
import type { PositionColumns, TableReadOptions } from "./table-options.js";

/** Where the positions of a table stand. */
export interface PositionPlace {
  /** Two columns (east, north), one with both, or one with geometries. */
  readonly kind: "axes" | "pair" | "geometry";
  readonly columns: readonly number[];
  /** Whether the name says that the latitude comes first. */
  readonly isNorthFirst: boolean;
  /** The datum that the names say; `null` = none. */
  readonly datum: Datum | null;
  /** The names of the columns, for people. */
  readonly label: string;
  /** Whether an option named them. */
  readonly isNamed: boolean;
}

/**
 * Finds the places where positions may stand, by the names of the columns: in the order of the table, geometries first.
 */
export function listPlaces(header: readonly string[]): PositionPlace[] {
  const meanings = header.map(meaningOfColumn);
  const single = meanings.flatMap((meaning, column) =>
    meaning === null || meaning.kind === "lon" || meaning.kind === "lat"
      ? []
      : [placeOfColumn(header, meaning, column)],
  );
  const all = [...single, ...pairUp(header, meanings)];
  // "shop_location" may be an address: it counts where nothing else does
  const isPlain = (place: PositionPlace) => place.kind !== "pair" || meanings[place.columns[0] ?? 0]?.rest === "";
  const places = all.some(isPlain) ? all.filter(isPlain) : all;
  return [...places.filter(({ kind }) => kind === "geometry"), ...places.filter(({ kind }) => kind !== "geometry")];
}

function placeOfColumn(header: readonly string[], { kind, datum }: ColumnMeaning, column: number): PositionPlace {
  return {
    kind: kind === "geometry" ? "geometry" : "pair",
    columns: [column],
    isNorthFirst: kind === "pair-north",
    datum,
    label: header[column] as string,
    isNamed: false,
  };
}

/** Two columns belong together that have the same datum, the same family and the same rest; of several the first to the first. */
function pairUp(header: readonly string[], meanings: readonly (ColumnMeaning | null)[]): PositionPlace[] {
  const groups = new Map<string, { readonly lon: number[]; readonly lat: number[] }>();
  for (const [column, meaning] of meanings.entries()) {
    if (meaning === null || (meaning.kind !== "lon" && meaning.kind !== "lat")) continue;
    const key = `${meaning.datum} ${meaning.rest} ${meaning.family}`;
    const group = groups.get(key) ?? { lon: [], lat: [] };
    group[meaning.kind].push(column);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  // "lng" beside 纬度: two halves that have nobody else
  const halves = all.filter(({ lon, lat }) => lon.length === 0 || lat.length === 0);
  const [lon, lat] = [halves.flatMap((half) => half.lon), halves.flatMap((half) => half.lat)];
  const left = lon.length === 1 && lat.length === 1 ? [{ lon, lat }] : [];
  return [...all, ...left]
    .flatMap(({ lon, lat }) =>
      lon.slice(0, lat.length).map((column, i) => placeOfPair(header, meanings, column, lat[i] as number)),
    )
    .sort((a, b) => (a.columns[0] as number) - (b.columns[0] as number));
}

function placeOfPair(
  header: readonly string[],
  meanings: readonly (ColumnMeaning | null)[],
  lon: number,
  lat: number,
): PositionPlace {
  return {
    kind: "axes",
    columns: [lon, lat],
    isNorthFirst: false,
    datum: meanings[lon]?.datum ?? meanings[lat]?.datum ?? null,
    label: `${header[lon]}, ${header[lat]}`,
    isNamed: false,
  };
}

/**
 * Finds the columns that an option names.
 *
 * @throws {CoverageError} INVALID_ARGUMENT if there is none of that name; the message lists the columns
 */
export function placeOfOption(header: readonly string[], columns: PositionColumns, path: string): PositionPlace {
  const names = "lon" in columns ? [columns.lon, columns.lat] : Object.values(columns as Record<string, string>);
  const found = names.map((name) => {
    const exact = header.indexOf(name);
    const column = exact >= 0 ? exact : header.findIndex((one) => plainColumn(one) === plainColumn(name));
    if (column >= 0) return column;
    throw new CoverageError("INVALID_ARGUMENT", say("table.noColumn", { path, name: JSON.stringify(name) }), {
      path,
      hint: say("table.noColumn.hint", { listed: listed(header) }),
    });
  });
  const datums = found.map((column) => meaningOfColumn(header[column] as string)?.datum ?? null);
  return {
    kind: "lon" in columns ? "axes" : "position" in columns ? "pair" : "geometry",
    columns: found,
    isNorthFirst: false,
    datum: datums.find((datum) => datum !== null) ?? null,
    label: names.join(", "),
    isNamed: true,
  };
}

/**
 * Chooses where the positions are read: the one place there is; of several the geometries, those with the datum that is asked
 * for, or those in WGS 84.
 *
 * @throws {CoverageError} INVALID_TABLE if that is not clear, with a list
 */
export function choosePlace(
  places: readonly PositionPlace[],
  { datum }: Pick<TableReadOptions, "datum">,
  path: string,
): PositionPlace {
  const [first] = places;
  if (first !== undefined && (places.length === 1 || first.kind === "geometry")) return first;
  const wanted = datum === undefined || datum === "header" ? "wgs84" : datum;
  const fitting = places.filter((place) => isSameDatum(place.datum, wanted));
  const [chosen] = fitting;
  if (chosen !== undefined && fitting.length === 1) return chosen;
  throw new CoverageError(
    "INVALID_TABLE",
    say("table.severalPlaces", { path, listed: (fitting.length > 1 ? fitting : places).map(toText).join("; ") }),
    { path, hint: say("table.severalPlaces.hint", { path }) },
  );
}

/** CGCS2000 is WGS 84 within decimetres. */
export function isSameDatum(one: Datum | null, other: Datum): boolean {
  const plain = (datum: Datum | null) => (datum === "cgcs2000" ? "wgs84" : datum);
  return plain(one) === plain(other);
}

function toText({ label, datum }: PositionPlace): string {
  return datum === null ? label : `${label} (${datum})`;
}

/** Names columns for a message, thirty of them at most. */
export function listed(header: readonly string[]): string {
  const names = header.filter((name) => name.trim() !== "").map((name) => name.slice(0, 60));
  return names.length > 30 ? `${names.slice(0, 30).join(", ")}, …` : names.join(", ");
}
