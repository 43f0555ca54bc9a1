import { defineConfig, type Options } from "tsup";

/** What package.json lets programs import: its name there and in `dist`, and the file that re-exports it. */
export const doors: Readonly<Record<string, string>> = {
  index: "src/index.ts",
  network: "src/attach/index.ts",
  modes: "src/streets/index.ts",
  read: "src/read/index.ts",
  facilities: "src/facilities/index.ts",
  standards: "src/standards/index.ts",
  travel: "src/travel/index.ts",
  measures: "src/measures/index.ts",
  inequality: "src/inequality/index.ts",
  hierarchy: "src/hierarchy/index.ts",
  geo: "src/geo/index.ts",
  tables: "src/tables/index.ts",
  maps: "src/maps/index.ts",
  charts: "src/charts/index.ts",
  explain: "src/explain/index.ts",
  notebook: "src/notebook/index.ts",
  partition: "src/partitions/index.ts",
  workers: "src/workers/index.ts",
  worker: "src/workers/worker.ts",
  node: "src/node/index.ts",
  queue: "src/node/queue/index.ts",
};
const widget = { widget: "src/notebook/widget.ts" };
/** What is started or loaded by its path, and imported by nobody. */
const programs = {
  "notebook/show-in-jupyter": "src/notebook/show-in-jupyter.ts",
  "node/cli": "src/node/cli.ts",
  "node/worker": "src/node/worker.ts",
  "node/service-worker": "src/node/service-worker.ts",
  "node/read-worker": "src/node/read-worker.ts",
  "node/partition-process": "src/node/partitions/partition-process.ts",
};

const library: Options = {
  entry: { ...doors, ...programs },
  format: "esm",
  target: "es2022",
  platform: "neutral",
  external: [/^node:/, "#sqlite"],
  // "node:fs" stays "node:fs": Deno knows no other spelling.
  removeNodeProtocol: false,
  // explicit types are asked for by the compiler's check; the declarations do not depend on it
  dts: { entry: { ...doors, ...widget }, compilerOptions: { isolatedDeclarations: false } },
  clean: ["**/*", "!widget.js"],
  splitting: true,
  treeshake: true,
  // Turf brings about a hundred packages; the few functions used are inlined, so nobody installs them.
  noExternal: [/^@turf\//],
};

/** The module that anywidget loads from a text: one file with all that it needs, and smaller. */
const widgetBundle: Options = {
  entry: widget,
  format: "esm",
  target: "es2022",
  platform: "browser",
  clean: false,
  splitting: false,
  minify: true,
  noExternal: [/.*/],
};

// The declarations take most of the time; `tsup --no-dts` leaves them out.
export default defineConfig([library, widgetBundle]) as Options[];
