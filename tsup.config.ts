import { defineConfig, type Options } from "tsup";

const entry = {
  index: "src/index.ts",
  worker: "src/workers/worker.ts",
  workers: "src/workers/index.ts",
  tables: "src/tables/index.ts",
  maps: "src/maps/index.ts",
  "notebook/index": "src/notebook/index.ts",
  "notebook/show-in-jupyter": "src/notebook/show-in-jupyter.ts",
  "node/index": "src/node/index.ts",
  "node/cli": "src/node/cli.ts",
  "node/worker": "src/node/worker.ts",
  "node/service-worker": "src/node/service-worker.ts",
};
const widgetEntry = { widget: "src/notebook/widget.ts" };

const config: Options = {
  entry,
  format: "esm",
  target: "es2022",
  platform: "neutral",
  external: [/^node:/, "#sqlite"],
  // "node:fs" stays "node:fs": Deno knows no other spelling.
  removeNodeProtocol: false,
  // explicit types are asked for by the compiler's check; the declarations do not depend on it
  dts: { entry: { ...entry, ...widgetEntry }, compilerOptions: { isolatedDeclarations: false } },
  clean: ["**/*", "!widget.js"],
  splitting: true,
  sourcemap: true,
  treeshake: true,
  // Turf brings about a hundred packages; the few functions used are inlined, so nobody installs them.
  noExternal: [/^@turf\//],
};

/** The module that anywidget loads from a text: one file with all that it needs, and smaller. */
const widget: Options = {
  entry: widgetEntry,
  format: "esm",
  target: "es2022",
  platform: "browser",
  clean: false,
  splitting: false,
  minify: true,
  noExternal: [/.*/],
};

export default defineConfig([config, widget]) as Options[];
