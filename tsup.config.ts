import { defineConfig, type Options } from "tsup";

const config: Options = {
  entry: {
    index: "src/index.ts",
    worker: "src/workers/worker.ts",
    workers: "src/workers/index.ts",
    "files/index": "src/files/index.ts",
    "node/index": "src/node/index.ts",
    "node/cli": "src/node/cli.ts",
    "node/worker": "src/node/worker.ts",
    "node/service-worker": "src/node/service-worker.ts",
  },
  format: "esm",
  target: "es2022",
  platform: "neutral",
  external: [/^node:/],
  // "node:fs" stays "node:fs": Deno knows no other spelling.
  removeNodeProtocol: false,
  // explicit types are asked for by the compiler's check; the declarations do not depend on it
  dts: { compilerOptions: { isolatedDeclarations: false } },
  clean: true,
  splitting: true,
  sourcemap: true,
  treeshake: true,
  // Turf brings about a hundred packages; the few functions used are inlined, so nobody installs them.
  noExternal: [/^@turf\//],
};

export default defineConfig(config) as Options;
