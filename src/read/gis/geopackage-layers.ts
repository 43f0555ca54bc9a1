import type { Database } from "sql.js";
import { say } from "../../base/texts/files.js";
import { damaged, type LayerOfFile, notRead } from "./file-errors.js";

/** A layer of features in a GeoPackage. */
export interface GeoPackageLayer extends LayerOfFile {
  readonly count: number;
  /** The column that holds the geometry. */
  readonly geometryColumn: string;
  /** Its coordinate system: a code or well-known text; `null`: it is said to be undefined. */
  readonly definition: string | null;
}

/** Lists the layers of features; tables of tiles and attributes are none. @throws {CoverageError} DAMAGED_FILE */
export function listLayers(database: Database, path: string): GeoPackageLayer[] {
  const tables = new Set(
    rowsOf(database, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").map(([name]) => name),
  );
  if (!tables.has("gpkg_contents"))
    throw notRead(path, say("geoPackage.otherDatabase"), say("geoPackage.otherDatabase.hint", { path }));
  // without features it need not be there
  if (!tables.has("gpkg_geometry_columns")) return [];
  const layers = rowsOf(
    database,
    `SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c
     JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
     WHERE c.data_type = 'features' ORDER BY c.table_name`,
  );
  return layers.map(([table, column, system]) => {
    const name = String(table);
    if (!tables.has(name)) throw damaged(path, say("geoPackage.noTable", { table: name }));
    const [[count] = []] = rowsOf(database, `SELECT count(*) FROM ${quoted(name)}`);
    const definition = tables.has("gpkg_spatial_ref_sys")
      ? definitionOf(database, Number(system))
      : codeOf(Number(system));
    return { name, count: Number(count), geometryColumn: String(column), definition };
  });
}

/** The codes 0 and -1 are for systems that nobody defined. */
function definitionOf(database: Database, system: number): string | null {
  if (!(system > 0)) return null;
  const [[organization, code, definition] = []] = rowsOf(
    database,
    `SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ${Math.trunc(system)}`,
  );
  const isPlain = String(organization).toUpperCase() === "EPSG" && [4326, 4979, 4490].includes(Number(code));
  if (isPlain) return `EPSG:${code}`;
  const isText = (text: unknown): text is string =>
    typeof text === "string" && text.trim() !== "" && text.trim().toLowerCase() !== "undefined";
  // what the older form of well-known text cannot say stands in a column of its own
  const text = [definition, ...newerDefinition(database, system)].find(isText)?.trim();
  return text ?? codeOf(Number(code ?? system));
}

function newerDefinition(database: Database, system: number): readonly unknown[] {
  const columns = rowsOf(database, "SELECT name FROM pragma_table_info('gpkg_spatial_ref_sys')").flat();
  if (!columns.includes("definition_12_063")) return [];
  return (
    rowsOf(database, `SELECT definition_12_063 FROM gpkg_spatial_ref_sys WHERE srs_id = ${Math.trunc(system)}`)[0] ?? []
  );
}

function codeOf(system: number): string | null {
  return system > 0 ? `EPSG:${Math.trunc(system)}` : null;
}

/** Gives the rows of a query. */
export function rowsOf(database: Database, query: string): readonly (readonly unknown[])[] {
  return database.exec(query)[0]?.values ?? [];
}

/** Writes a name for SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
