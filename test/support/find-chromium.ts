import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Finds Chromium: named by CHROMIUM, or on the path. `null` = there is none. */
export function findChromium(): { readonly program: string; readonly version: string } | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).filter((path) =>
    existsSync(path),
  );
  for (const program of [process.env.CHROMIUM, ...onPath]) {
    if (program === undefined || program === "") continue;
    const { status, stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
    const version = /\d+(?:\.\d+)+/.exec(stdout ?? "")?.[0];
    if (status === 0 && version !== undefined) return { program, version };
  }
  return null;
}
