/**
 * The door for browsers: `import { openPool } from "quarterhour/workers"`. In Node: "quarterhour/node".
 *
 * @module quarterhour/workers
 */

export type { CityPool, PoolOptions, PoolRun } from "./city-pool.js";
export type { ModuleExport } from "./module-export.js";
export { type OpenPoolOptions, openPool } from "./open-pool.js";
