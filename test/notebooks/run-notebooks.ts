/**
 * Runs the example notebooks with Deno's kernel, from the built library, and looks at what their cells show. The executed
 * notebooks are left in out/notebooks. Run: npm run test:notebooks
 *
 * Where Jupyter or Deno cannot be installed, because no registry answers, it says SKIPPED and passes.
 */
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installRuntimes } from "../runtimes/find-runtimes.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const EXAMPLES = join(ROOT, "examples", "notebooks");
const OUTPUT = join(ROOT, "out", "notebooks");
const REQUIREMENTS = fileURLToPath(new URL("requirements.txt", import.meta.url));
const CELL_SECONDS = 120;
const MOST_RUNS = 3;

interface Output {
  readonly output_type: string;
  readonly text?: readonly string[];
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
}
interface Notebook {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly source: readonly string[];
    readonly outputs?: Output[];
  }[];
}

function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  cwd: string = EXAMPLES,
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", cwd, env });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}: ${stderr.trim().slice(-2000)}`);
  return stdout;
}

interface Jupyter {
  readonly execute: (notebook: string, output: string) => string;
  /** @returns what it prints */
  readonly runPython: (script: string, folder: string) => string;
}

/** Makes a Jupyter that knows one kernel, Deno's; nothing is installed outside of the folder. */
function installJupyter(folder: string): Jupyter {
  const deno = installRuntimes(folder).find(({ name }) => name === "Deno");
  if (deno === undefined) throw new Error("Deno was not installed");
  run("python3", ["-m", "venv", join(folder, "python")]);
  const bin = join(folder, "python", process.platform === "win32" ? "Scripts" : "bin");
  run(join(bin, "python"), ["-m", "pip", "install", "--quiet", "--requirement", REQUIREMENTS]);
  const kernel = join(folder, "kernels", "deno");
  mkdirSync(kernel, { recursive: true });
  const argv = [deno.program, "jupyter", "--kernel", "--conn", "{connection_file}"];
  writeFileSync(join(kernel, "kernel.json"), JSON.stringify({ argv, display_name: "Deno", language: "typescript" }));
  const env = { ...process.env, JUPYTER_PATH: folder, JUPYTER_PLATFORM_DIRS: "1", NO_COLOR: "1" };
  return {
    execute: (notebook, output) =>
      run(join(bin, "jupyter-execute"), [notebook, `--output=${output}`, `--timeout=${CELL_SECONDS}`], env),
    runPython: (script, cwd) => run(join(bin, "python"), ["-c", script], env, cwd),
  };
}

/** Runs what the guide shows for Python: the widget takes its module from the package, and the data. */
function runGuide({ runPython }: Jupyter, folder: string): string[] {
  const guide = readFileSync(join(ROOT, "docs", "guides", "notebooks.md"), "utf8");
  const [, program] = /```python\n([\s\S]*?)```/.exec(guide) ?? [];
  if (program === undefined) return ["the guide shows no Python"];
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(ROOT, join(folder, "node_modules", "quarterhour"), "junction");
  copyFileSync(join(ROOT, "fixtures", "jincheng", "neighborhoods.geojson"), join(folder, "blocks.geojson"));
  copyFileSync(join(ROOT, "fixtures", "jincheng", "facilities.geojson"), join(folder, "places.geojson"));
  const printed = runPython(
    `${program}\nprint(len(widget._esm) > 100000, widget.report, len(widget.get_state()))`,
    folder,
  );
  return /^True None \d+/.test(printed) ? [] : [`the guide's Python printed: ${printed.trim()}`];
}

/** Says what is wrong with an executed notebook; nothing if all is well. */
function lookAt(notebook: Notebook, locale: string): string[] {
  const complaints: string[] = [];
  const outputs = notebook.cells.flatMap((cell) => (cell.outputs ?? []).map((output) => ({ output, cell })));
  for (const { output, cell } of outputs)
    if (output.output_type === "error") complaints.push(`error in: ${cell.source.join("").slice(0, 80)}`);
  const lastCode = notebook.cells.filter(({ cell_type }) => cell_type === "code").at(-1);
  const shown = outputs.flatMap(({ output }) => {
    const html = output.data?.["text/html"];
    return html === undefined ? [] : [typeof html === "string" ? html : html.join("")];
  });
  if (!lastCode?.outputs?.some(({ data }) => data?.["text/html"] !== undefined))
    complaints.push("its last cell shows no HTML");
  for (const html of shown) {
    if (!html.includes("<svg ")) complaints.push("an HTML output without a map");
    if (!/<iframe [^>]*sandbox="allow-scripts allow-downloads"/.test(html))
      complaints.push("an HTML output without a frame");
    if (html.indexOf("<svg ") > html.indexOf("<iframe ")) complaints.push("the frame stands before the map");
  }
  const inLocale = shown.filter((html) => html.startsWith(`<div lang="${locale === "zh" ? "zh-CN" : "en"}"`));
  if (locale === "en" && inLocale.length === 0) complaints.push(`no output in the language of the notebook`);
  return complaints;
}

function complaintsOf(check: () => string[]): string[] {
  try {
    return check();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

function main(): number {
  if (!existsSync(join(ROOT, "dist", "index.js"))) throw new Error("There is no dist: run `npm run build` first.");
  const folder = mkdtempSync(join(tmpdir(), "quarterhour-notebooks-"));
  try {
    let jupyter: Jupyter;
    try {
      jupyter = installJupyter(folder);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      console.log(`SKIPPED: the notebooks were not run (${reason}).`);
      return 0;
    }
    mkdirSync(OUTPUT, { recursive: true });
    const checks = readdirSync(EXAMPLES)
      .filter((file) => file.endsWith(".ipynb"))
      .map((name) => ({
        name,
        check: () => {
          const output = join(OUTPUT, name);
          jupyter.execute(join(EXAMPLES, name), output);
          return lookAt(JSON.parse(readFileSync(output, "utf8")), name.split(".").at(-2) ?? "");
        },
      }));
    checks.push({ name: "the Python of the guide", check: () => runGuide(jupyter, join(folder, "guide")) });
    let failures = 0;
    for (const { name, check } of checks) {
      const started = performance.now();
      let complaints = complaintsOf(check);
      // Deno's kernel now and then says that it is idle before a result is sent, and nbclient then does not wait for it
      for (let again = 1; again < MOST_RUNS && complaints.length > 0; again++) {
        console.log(`again ${name}: ${complaints.join("; ").slice(0, 200)}`);
        complaints = complaintsOf(check);
      }
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${complaints.length === 0 ? "ok" : "FAILED"} ${name} (${seconds} s)`);
      for (const complaint of complaints) console.log(`  ${complaint}`);
      failures += complaints.length === 0 ? 0 : 1;
    }
    console.log(failures === 0 ? `All ran; the executed notebooks are in ${OUTPUT}.` : `${failures} failed.`);
    return failures === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = main();
