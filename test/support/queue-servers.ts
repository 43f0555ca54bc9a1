import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** A server that a test started. */
export interface StartedServer {
  readonly url: string;
  readonly stop: () => void;
}

/** Finds a program on the path, or where Debian puts those of PostgreSQL; `null`: it is not installed. */
function findProgram(name: string): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  const folders = [...(process.env.PATH ?? "").split(":"), ...versions];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

export const hasRedis = findProgram("redis-server") !== null;
export const hasPostgres = findProgram("initdb") !== null;

/** Starts a Redis of its own, which keeps nothing. */
export async function startRedis(): Promise<StartedServer> {
  const port = await freePort();
  const server = spawn(findProgram("redis-server") ?? "", ["--port", String(port), "--save", "", "--appendonly", "no"]);
  await saying(server, /Ready to accept connections/);
  return { url: `redis://127.0.0.1:${port}`, stop: () => server.kill("SIGKILL") };
}

/** Starts a PostgreSQL of its own in a folder that is removed. It refuses to run as root: then it runs as nobody. */
export async function startPostgres(): Promise<StartedServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "quarterhour-postgres-"));
  const isRoot = userInfo().uid === 0;
  if (isRoot) execFileSync("chown", ["nobody", folder]);
  const as = (program: string, args: readonly string[]): [string, string[]] =>
    isRoot
      ? ["setpriv", ["--reuid=nobody", "--clear-groups", findProgram(program) ?? "", ...args]]
      : [findProgram(program) ?? "", [...args]];
  const data = join(folder, "data");
  execFileSync(...as("initdb", ["-D", data, "-U", "queue", "--auth=trust"]), { stdio: "ignore", cwd: folder });
  const server = spawn(
    ...as("postgres", ["-D", data, "-p", String(port), "-k", folder, "-c", "listen_addresses=127.0.0.1"]),
    { cwd: folder },
  );
  await saying(server, /ready to accept connections/);
  return {
    url: `postgres://queue@127.0.0.1:${port}/postgres`,
    stop: () => {
      server.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function saying(server: ChildProcess, words: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (text: Buffer) => {
      said += text;
      if (words.test(said)) resolve();
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("exit", () => reject(new Error(said)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
