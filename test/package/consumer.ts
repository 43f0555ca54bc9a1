import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this repository. */
export const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));

/** What npm says when it finds no registry. */
const NO_REGISTRY = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/;

/** What a process said. */
export interface Said {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export function runProgram(program: string, args: readonly string[], cwd: string): Said {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 27,
    shell: process.platform === "win32", // npm is a script there
  });
  if (error !== undefined) throw error;
  return { exitCode: status, stdout, stderr };
}

/** Runs a program of this repository's development dependencies. */
export function runTool(name: string, args: readonly string[], cwd: string): Said {
  return runProgram(join(ROOT, "node_modules", ".bin", name), args, cwd);
}

/** A folder of somebody who uses the package: it is packed, and installed from the tarball, as from the registry. */
export class Consumer {
  readonly folder: string = realpathSync(mkdtempSync(join(tmpdir(), "quarterhour-package-")));
  /** The files in the tarball. */
  readonly packedFiles: readonly string[];
  readonly tarball: string;
  #installed: "yes" | "no registry" | null = null;

  constructor() {
    if (!existsSync(join(ROOT, "dist", "index.d.ts"))) throw new Error("dist is missing: run `npm run build` first.");
    const packed = runProgram("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", this.folder], ROOT);
    if (packed.exitCode !== 0) throw new Error(`npm pack failed: ${packed.stderr}`);
    // some versions of npm give a list, others an object by package name
    const listed: unknown = JSON.parse(packed.stdout);
    const [manifest] = Object.values(listed as object) as [{ filename: string; files: { path: string }[] }];
    this.packedFiles = manifest.files.map(({ path }) => path).sort();
    this.tarball = join(this.folder, manifest.filename);
    this.write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  }

  /** Installs the tarball once; false without a registry, where nothing can be installed. */
  install(): boolean {
    if (this.#installed === null) {
      const args = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", this.tarball];
      const { exitCode, stderr } = runProgram("npm", args, this.folder);
      const isOffline = exitCode !== 0 && NO_REGISTRY.test(stderr) && process.env.CI === undefined;
      if (exitCode !== 0 && !isOffline) throw new Error(`npm install failed: ${stderr}`);
      this.#installed = isOffline ? "no registry" : "yes";
    }
    return this.#installed === "yes";
  }

  write(name: string, content: string): void {
    mkdirSync(join(this.folder, name, ".."), { recursive: true });
    writeFileSync(join(this.folder, name), content);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
