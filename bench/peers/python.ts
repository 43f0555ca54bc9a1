import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchFolder } from "../networks.js";

const REQUIREMENTS = fileURLToPath(new URL("requirements.txt", import.meta.url));

/** A Python that has the peers, or why there is none. */
export type PeerPython = { readonly python: string; readonly version: string } | { readonly missing: string };

/**
 * Finds a Python with pandana and scipy.
 *
 * QUARTERHOUR_PYTHON names one; else a virtual environment is made in the temporary folder, and kept for the next run.
 * pandana 0.8 comes ready-built for Python 3.11 and a few others; elsewhere pip needs a C++ compiler.
 */
export function findPeerPython(): PeerPython {
  const named = process.env.QUARTERHOUR_PYTHON;
  if (named !== undefined) return checkPython(named);
  const folder = join(benchFolder(), "python");
  const python = join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  try {
    if (!existsSync(python)) run("python3", ["-m", "venv", folder]);
    if ("python" in checkPython(python)) return checkPython(python);
    process.stderr.write("installing pandana and scipy in a virtual environment\n");
    run(python, ["-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS]);
  } catch (error) {
    return { missing: `No peers measured: ${lastLine(error)}` };
  }
  return checkPython(python);
}

function checkPython(python: string): PeerPython {
  try {
    const script = "import pandana, scipy, platform; print(platform.python_version())";
    return { python, version: run(python, ["-c", script]).trim() };
  } catch (error) {
    return { missing: `No peers measured: ${python} cannot import pandana and scipy (${lastLine(error)})` };
  }
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n").at(-1) ?? "";
}
