/**
 * The door for programs that have a file system: `import { readGeoJsonFile } from "quarterhour/node"`.
 *
 * @module quarterhour/node
 */

export { toErrorText } from "../report/to-error-text.js";
export type { CityPool, PoolOptions, PoolRun } from "../workers/city-pool.js";
export type { ModuleExport } from "../workers/module-export.js";
export type { ExtraFile } from "./extra-files.js";
export { findMapDrawing } from "./find-map-drawing.js";
export type { ForeignFile, ForeignOptions, ForeignReadings } from "./foreign-readers.js";
export type { ManifestInput } from "./manifest.js";
export { openPool } from "./open-pool.js";
export type { ReadFileOptions } from "./read-file.js";
export { readGeoJsonFile } from "./read-geojson-file.js";
export { readInWorker, type WorkerLimits } from "./read-in-worker.js";
export { type OutputOptions, writeOutputs } from "./write-outputs.js";
