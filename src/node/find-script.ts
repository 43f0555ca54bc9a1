import { existsSync } from "node:fs";

/**
 * Finds a script in the build's folder `node`, such as `worker.js`: this code stands in that folder, or one folder up
 * where the build has put it into a shared part (beside a `worker.js` for browsers), or among the sources.
 */
export function findScript(name: string): URL {
  const places = ["./node/", "../node/", "../../dist/node/"];
  const found = places.map((place) => new URL(place + name, import.meta.url)).find((url) => existsSync(url));
  if (found === undefined) throw new Error(`the script node/${name} of quarterhour is missing`);
  return found;
}
