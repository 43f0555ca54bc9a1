// The door for browsers: `import { openPool } from "quarterhour/workers"`. In Node: "quarterhour/node".

export type { CityPool, PoolOptions, PoolRun } from "./city-pool.js";
export { type OpenPoolOptions, openPool } from "./open-pool.js";
