import { afterEach, beforeEach } from "vitest";
import { TemporaryFolder } from "./small-city.js";
import { type Ended, startCommand } from "./start-command.js";

/** The folder of the small city that a test runs in: a new one for each. */
export interface SmallCityFolder {
  readonly path: string;
  readonly write: TemporaryFolder["write"];
  /** Runs the command in it. */
  readonly start: (args: readonly string[], env?: Readonly<Record<string, string>>) => Ended;
}

/** The flags that name the layers of the small city in its folder. */
export const SMALL_CITY_LAYERS: readonly string[] = ["neighborhoods", "facilities", "streets"].flatMap((layer) => [
  `--${layer}`,
  `${layer}.geojson`,
]);

/** Gives every test of a file a folder with the layers of the small city, and takes it away afterwards. */
export function useSmallCity(): SmallCityFolder {
  let folder: TemporaryFolder | null = null;
  const current = () => {
    if (folder === null) throw new Error("There is a folder only while a test runs.");
    return folder;
  };
  beforeEach(() => {
    folder = new TemporaryFolder();
    folder.writeSmallCity();
  });
  afterEach(() => folder?.remove());
  return {
    get path() {
      return current().path;
    },
    write: (name, content) => current().write(name, content),
    start: (args, env = {}) => startCommand(args, { cwd: current().path, env }),
  };
}
