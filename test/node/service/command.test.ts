import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TemporaryFolder } from "../../support/small-city.js";
import { startCommand } from "../../support/start-command.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const LAYERS = ["--neighborhoods", "neighborhoods.geojson", "--facilities", "facilities.geojson"];
const folder = new TemporaryFolder();
beforeAll(() => folder.writeSmallCity());
afterAll(() => folder.remove());

/** Starts the command and waits until it says where it listens. */
async function listen(): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const args = [join(ROOT, "dist/node/cli.js"), "serve", ...LAYERS, "--port", "0", "--quiet", "--lang", "en"];
  const child = spawn(process.execPath, args, { cwd: folder.path, stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise<string>((resolve) => child.stdout?.once("data", (text) => resolve(String(text))));
  const url = /^Listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(line)?.[1];
  if (url === undefined) throw new Error(line);
  return { url, child };
}

describe("quarterhour serve", () => {
  for (const [signal, exitCode] of [
    ["SIGINT", 130],
    ["SIGTERM", 0],
  ] as const)
    test(`serves, and ends at ${signal} with ${exitCode}`, async () => {
      const { url, child } = await listen();
      const ended = new Promise((resolve) => child.once("exit", resolve));
      expect((await fetch(`${url}/nearest?neighborhood=west&category=pharmacy`)).status).toBe(200);
      child.kill(signal);
      expect(await ended).toBe(exitCode);
    });
  test("says that a port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const args = ["serve", ...LAYERS, "--port", String(port), "--quiet"];
    const { exitCode, stderr } = startCommand(args, { cwd: folder.path, env: { LANG: "zh_CN.UTF-8" } });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error CANNOT_LISTEN: 无法监听 127\.0\.0\.1:\d+/);
    other.close();
  });
  test("says what is not installed", async () => {
    // the package with what it depends on, but without what only this command needs
    const home = join(folder.path, "home");
    mkdirSync(join(home, "node_modules"), { recursive: true });
    cpSync(join(ROOT, "dist"), join(home, "dist"), { recursive: true });
    cpSync(join(ROOT, "package.json"), join(home, "package.json"));
    const { default: manifest } = await import("../../../package.json", { with: { type: "json" } });
    mkdirSync(join(home, "node_modules", "@types"));
    for (const name of [...Object.keys(manifest.dependencies), "zod"])
      symlinkSync(join(ROOT, "node_modules", name), join(home, "node_modules", name));
    const child = spawn(process.execPath, [join(home, "dist/node/cli.js"), "serve", ...LAYERS, "--lang", "en"], {
      cwd: folder.path,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    child.stderr?.on("data", (text) => {
      stderr += text;
    });
    expect(await new Promise((resolve) => child.once("exit", resolve))).toBe(2);
    expect(stderr).toMatch(/^error PACKAGE_MISSING: /);
    expect(stderr).toContain("npm install hono @hono/node-server @hono/zod-openapi\n");
  });
  test("does not take numbers that make no sense", () => {
    for (const flags of [
      ["--port", "70000"],
      ["--port", "1.5"],
      ["--threads", "0"],
      ["--timeout", "0"],
    ])
      expect(startCommand(["serve", ...LAYERS, ...flags], { cwd: folder.path }).exitCode, flags.join(" ")).toBe(2);
  });
});
