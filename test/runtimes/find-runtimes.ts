import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** A program that runs JavaScript. */
export interface Runtime {
  readonly name: "Node" | "Deno" | "Bun";
  readonly version: string;
  readonly program: string;
  /** What stands before the script. */
  readonly args: readonly string[];
}

/** Smaller files are the placeholders of packages whose install script did not run. */
const MIN_BINARY_BYTES = 1_000_000;

/** Gives the Node that runs this. */
export function thisNode(): Runtime {
  return { name: "Node", version: process.version.slice(1), program: process.execPath, args: [] };
}

/**
 * Installs the npm packages `deno` and `bun` into a folder and finds their programs. Their install scripts are not
 * needed: the programs come in packages of their own, one for each system.
 *
 * @throws {Error} if they cannot be installed or do not start; the message says why
 */
export function installRuntimes(folder: string): readonly Runtime[] {
  const args = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", "deno@2", "bun@1"];
  const { status, stderr, error } = spawnSync("npm", args, { encoding: "utf8", shell: process.platform === "win32" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`npm install deno bun failed: ${firstReasons(stderr)}`);
  return [
    toRuntime("Deno", findBinary(join(folder, "node_modules"), /^deno(\.exe)?$/), [
      "run",
      "-A",
      "--node-modules-dir=manual",
    ]),
    toRuntime("Bun", findBinary(join(folder, "node_modules"), /^bun(\.exe)?$/), []),
  ];
}

/** What npm says first about its failure, on one line. */
function firstReasons(stderr: string): string {
  const reasons = stderr.split("\n").filter((line) => line.startsWith("npm error"));
  return reasons.slice(0, 4).join("; ").replaceAll("npm error ", "") || stderr.trim().slice(0, 300);
}

function findBinary(folder: string, name: RegExp): string {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .find((path) => statSync(path).size >= MIN_BINARY_BYTES);
  if (found === undefined) throw new Error(`no program ${name} was installed for ${process.platform} ${process.arch}`);
  return found;
}

function toRuntime(name: Runtime["name"], program: string, args: readonly string[]): Runtime {
  const { stdout, stderr, status, error } = spawnSync(program, ["--version"], { encoding: "utf8" });
  if (error !== undefined) throw error;
  const version = /\d+\.\d+\.\d+/.exec(stdout)?.[0];
  if (status !== 0 || version === undefined) throw new Error(`${name} does not start: ${stderr.trim()}`);
  return { name, version, program, args };
}
