import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../dist/node/cli.js", import.meta.url));

/** How a process ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments of Node itself. */
  readonly nodeArguments?: readonly string[];
}

/** Runs the built `quarterhour` command to its end; neither stdout nor stderr is a terminal. */
export function startCommand(args: readonly string[], { cwd, env = {}, nodeArguments = [] }: StartOptions): Ended {
  if (!existsSync(CLI)) throw new Error("dist/node/cli.js is missing: run `npm run build` first.");
  const { LC_ALL, LC_MESSAGES, LANG, QUARTERHOUR_DEBUG, ...environment } = process.env;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...nodeArguments, CLI, ...args], {
    cwd,
    env: { ...environment, ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 27,
  });
  if (error !== undefined) throw error;
  return { exitCode: status, stdout, stderr };
}
