import { Diagnostics } from "../../base/diagnostics.js";
import { CoverageError } from "../../base/errors.js";
import type { Datum } from "../../base/layers.js";
import type { Steps } from "../../base/steps.js";
import { TABLE_FINDINGS } from "../../base/texts/diagnostics/tables.js";
import { say } from "../../base/texts/files.js";
import type { FeatureReading } from "../../model/input.js";
import { assertPlausible } from "./check-values.js";
import { plainColumn } from "./column-words.js";
import { noteCutOff } from "./cut-off-queries.js";
import { choosePlace, isSameDatum, listed, listPlaces, type PositionPlace, placeOfOption } from "./find-columns.js";
import { joinParts } from "./parts-of-places.js";
import { type PlacedRows, readPlaces } from "./read-places.js";
import { withoutRepeated } from "./repeated-rows.js";
import type { Table, TableSource } from "./table.js";
import type { TableReadOptions } from "./table-options.js";
import { sourceOfTable } from "./table-source.js";
import { toFeatures } from "./to-features.js";

/**
 * Makes a reading of a table: finds its positions, checks them, and keeps the books.
 *
 * @throws {CoverageError} INVALID_TABLE, INVALID_ARGUMENT, SWAPPED_COORDINATES, PROJECTED_COORDINATES, UNSUPPORTED_CRS
 */
export function* readTable(
  table: Table,
  options: TableReadOptions,
  diagnostics: Diagnostics = findings(),
): Steps<FeatureReading> {
  const { path } = table;
  const places = listPlaces(table.header);
  const placed = yield* choosePlaced(table, places, options);
  assertPlausible(placed, options, path);
  const source = sourceOfTable(table.header);
  const datum = decideDatum(placed.place, source, options, path, diagnostics);
  if (places.length > 1 && options.columns === undefined)
    diagnostics.add("table.columnsChosen", null, null, placed.place.label);
  const { projection, axes } = options;
  if (projection !== undefined && projection.warning !== null)
    diagnostics.add(projection.warning, null, null, projection.name);
  const found = yield* toFeatures(table, placed, { projection, isTurned: axes === "north-first" }, diagnostics);
  yield;
  const { kept, count: repeated } = yield* withoutRepeated(table, found, source, diagnostics);
  yield;
  // ways in come in the datum of the service, whatever the positions were converted to
  const isRaw = projection === undefined && (datum ?? placed.place.datum) === "gcj02";
  const joined = source === "amap" ? yield* joinParts(table, kept, isRaw, diagnostics) : { kept, count: 0 };
  yield;
  if (source !== null) yield* noteCutOff(table, diagnostics);
  const counts = [
    ["row.noPosition", found.leftOutCount],
    ["row.repeated", repeated],
    ["row.partOfPlace", joined.count],
  ] as const;
  return {
    type: "FeatureReading",
    features: joined.kept.features,
    ...(datum === null ? {} : { datum }),
    leftOut: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    diagnostics: diagnostics.list(),
  };
}

/** Collects what is found in a table. */
export function findings(): Diagnostics {
  return new Diagnostics(TABLE_FINDINGS);
}

/** Says that a table has no columns that could hold positions. */
export function noPositions(path: string, header: readonly string[]): CoverageError {
  if (header.every((name) => name === ""))
    return new CoverageError("INVALID_TABLE", say("table.empty", { path }), { path, hint: say("table.empty.hint") });
  return new CoverageError("INVALID_TABLE", say("table.noPositions", { path, listed: listed(header) }), {
    path,
    hint: say("table.noPositions.hint", { path }),
  });
}

function* choosePlaced(table: Table, places: readonly PositionPlace[], options: TableReadOptions): Steps<PlacedRows> {
  const { header, path } = table;
  if (options.columns !== undefined)
    return assertReadable(yield* readPlaces(table, placeOfOption(header, options.columns, path)), table);
  if (places.length === 0) throw noPositions(path, header);
  const all: PlacedRows[] = [];
  for (const place of places) all.push(yield* readPlaces(table, place));
  // a column of addresses may be called "location", too
  const readable = all.filter(isReadable);
  const chosen = choosePlace(
    (readable.length > 0 ? readable : all).map(({ place }) => place),
    options,
    path,
  );
  return assertReadable(all.find(({ place }) => place === chosen) as PlacedRows, table);
}

function isReadable({ filledCount, readCount }: PlacedRows): boolean {
  return readCount * 2 >= filledCount;
}

function assertReadable(placed: PlacedRows, { rows, path }: Table): PlacedRows {
  const { place, x, filledCount, readCount } = placed;
  if (filledCount === 0 && rows.length > 0)
    throw new CoverageError(
      "INVALID_TABLE",
      say("table.noneFilled", { path, columns: place.label, count: rows.length }),
      {
        path,
        hint: say("table.noneFilled.hint"),
      },
    );
  if (isReadable(placed)) return placed;
  const at = [...x.keys()].find(
    (row) => Number.isNaN(x[row]) && place.columns.some((column) => String(rows[row]?.cells[column] ?? "") !== ""),
  );
  const row = rows[at ?? 0];
  const text = place.columns.map((column) => String(row?.cells[column] ?? "").slice(0, 40)).join(", ");
  throw new CoverageError(
    "INVALID_TABLE",
    say("table.noCoordinates", {
      path,
      columns: place.label,
      count: filledCount - readCount,
      filled: filledCount,
      number: row?.number ?? 0,
      text: JSON.stringify(text),
    }),
    { path, hint: say("table.noCoordinates.hint", { path }) },
  );
}

/** What the positions are in, as the caller says, or the header if asked; `null` = nobody says so. */
function decideDatum(
  { datum: named, label }: PositionPlace,
  source: TableSource | null,
  { datum: asked, projection }: TableReadOptions,
  path: string,
  diagnostics: Diagnostics,
): Datum | null {
  if (asked !== undefined && asked !== "header") {
    if (named === null || isSameDatum(named, asked)) return asked;
    throw new CoverageError("INVALID_ARGUMENT", say("table.datumContradicts", { path, columns: label, named, asked }), {
      path,
      hint: say("table.datumContradicts.hint", { path }),
    });
  }
  if (named === null) {
    if (source === null || projection !== undefined) return null;
    // "location" is what the service itself calls it; whoever renamed it may have converted it, too
    if (!plainColumn(label).startsWith("location")) {
      diagnostics.add("table.datumAssumed", null, null, label);
      return null;
    }
    throw new CoverageError("UNSUPPORTED_CRS", say(`table.datum.${source}`, { path, columns: label }), {
      path,
      hint: say(`table.datum.${source}.hint`, { path }),
    });
  }
  if (asked === "header") return named;
  if (!isSameDatum(named, "wgs84")) diagnostics.add("table.datumNamed", null, null, `${label}: ${named}`);
  return null;
}
