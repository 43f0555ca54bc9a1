import { guardShape } from "../base/guard-call.js";
import type { CoverageReport } from "../model/report.js";
import { ROW_COLUMNS, rows } from "./rows.js";
import type { CsvOptions } from "./to-csv.js";
import { loadParquetWriter, toAboutEntries } from "./to-geoparquet.js";

/**
 * Writes the tidy rows of a report as Parquet, for DuckDB, pandas and Polars: the rows of `rows`, numbers as doubles. The same report gives
 * the same bytes.
 *
 * Needs the package `hyparquet-writer`.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report, or an unknown locale; PACKAGE_MISSING
 */
export async function toLongParquet(report: CoverageReport, options: CsvOptions = {}): Promise<Uint8Array> {
  return guardShape("toLongParquet", async () => {
    const table = rows(report, options);
    const { parquetWriteBuffer } = await loadParquetWriter("toLongParquet");
    const columnData = Object.entries(ROW_COLUMNS).map(([name, { digits }]) => ({
      name,
      type: digits === null ? ("STRING" as const) : ("DOUBLE" as const),
      data: table.map((row) => row[name as keyof typeof row]),
    }));
    return new Uint8Array(
      parquetWriteBuffer({ columnData, kvMetadata: toAboutEntries(report), createdBy: "quarterhour" }),
    );
  });
}
