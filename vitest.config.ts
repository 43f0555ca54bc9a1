import { availableParallelism } from "node:os";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    coverage: { enabled: false },
    // as many as there are processors; left alone, one of them would idle
    maxWorkers: availableParallelism(),
    // the tests of the package install it, and those of the command start processes
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});

export default config;
