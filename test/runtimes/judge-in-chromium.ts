import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** The page has this long to finish; it is the browser's own clock, which runs ahead while it has nothing to do. */
const BUDGET_MS = 120_000;

/** Judges a city in a page without a window; gives hashes as `hash-reports.mjs` does. */
export async function judgeInChromium(
  program: string,
  layers: Readonly<Record<string, string>>,
  folder: string,
): Promise<{ readonly report: string; readonly renderings: string }> {
  const page = join(folder, "page.html");
  const texts = Object.entries(layers).map(([layer, path]) => [layer, readText(path)] as const);
  writeFileSync(page, pageOf(await bundle(), Object.fromEntries(texts)));
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${join(folder, "profile")}`];
  const { status, stdout, stderr } = spawnSync(
    program,
    [...flags, `--virtual-time-budget=${BUDGET_MS}`, "--dump-dom", pathToFileURL(page).href],
    { encoding: "utf8", maxBuffer: 2 ** 29 },
  );
  const found = /<pre>([^<]*)<\/pre>/.exec(stdout)?.[1];
  if (status !== 0 || found === undefined || found === "")
    throw new Error(`Chromium gave nothing: ${stderr.trim().slice(0, 1000)} ${stdout.slice(-500)}`);
  const { report, renderings } = JSON.parse(Buffer.from(found, "base64").toString("utf8"));
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  return { report: sha256(report), renderings: sha256(renderings) };
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as library from "./dist/index.js"; import { judgeCity } from "./test/runtimes/judge-city.mjs";
        globalThis.judge = (layers) => judgeCity(library, layers);`,
      resolveDir: ROOT,
    },
    bundle: true,
    write: false,
    format: "iife",
    minify: true,
  });
  return outputFiles[0]?.text ?? "";
}

function readText(path: string): string {
  if (!existsSync(path)) throw new Error(`there is no file ${path}`);
  const bytes = readFileSync(path);
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

function pageOf(script: string, texts: Readonly<Record<string, string>>): string {
  // only this ends a script; elsewhere "</" may be a comparison with a pattern
  const inScript = (text: string) => text.replace(/<\/(script)/gi, "<\\/$1");
  const main = `
    const bytes = new TextEncoder().encode(JSON.stringify(judge(${inScript(JSON.stringify(texts))})));
    let binary = "";
    for (let i = 0; i < bytes.length; i += 32768) binary += String.fromCharCode(...bytes.subarray(i, i + 32768));
    document.querySelector("pre").textContent = btoa(binary);`;
  return `<!doctype html><meta charset="utf-8"><pre></pre><script>${inScript(script)}</script><script>${main}</script>`;
}
