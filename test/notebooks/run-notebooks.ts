/**
 * Runs the example notebooks with Deno's kernel, from the built library, and looks at what their cells show. The executed
 * notebooks are left in out/notebooks. Run: npm run test:notebooks; with --keep, what they show is kept in examples/notebooks.
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
import { ROOT, readDocument } from "../support/documents.js";

const EXAMPLES = join(ROOT, "examples", "notebooks");
const OUTPUT = join(ROOT, "out", "notebooks");
const REQUIREMENTS = fileURLToPath(new URL("requirements.txt", import.meta.url));
const CELL_SECONDS = 120;
const TSLAB = "tslab@1.0.22";
const PANDAS = ["pandas==2.3.3", "geopandas==1.1.1"];
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
  /** Installs packages beside it. */
  readonly pip: (packages: readonly string[]) => void;
  readonly env: NodeJS.ProcessEnv;
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
    pip: (packages) => void run(join(bin, "python"), ["-m", "pip", "install", "--quiet", ...packages]),
    env,
  };
}

/** Runs what the guide shows for Python: the widget takes its module from the package, and the data. */
function runGuide({ runPython }: Jupyter, folder: string): string[] {
  makeProject(folder);
  const program = blockOfGuide("python");
  const printed = runPython(
    `${program}\nprint(len(widget._esm) > 100000, widget.report, len(widget.get_state()))`,
    folder,
  );
  return /^True None \d+/.test(printed) ? [] : [`the guide's Python printed: ${printed.trim()}`];
}

/** Gives a block of the guide on notebooks. @param file what stands behind the language */
function blockOfGuide(language: string, file: string | null = null): string {
  const { blocks } = readDocument("docs/guides/notebooks.md");
  const block = blocks.find((one) => one.language === language && one.file === file);
  if (block === undefined) throw new Error(`the guide has no block of ${language} ${file ?? ""}`);
  return block.text;
}

/** Makes a folder as a user of the guide has: the package, and two layers. */
function makeProject(folder: string): void {
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  symlinkSync(ROOT, join(folder, "node_modules", "quarterhour"), "junction");
  symlinkSync(join(ROOT, "node_modules", "@types"), join(folder, "node_modules", "@types"), "junction");
  const town = join(ROOT, "fixtures", "jincheng");
  copyFileSync(join(town, "neighborhoods.geojson"), join(folder, "blocks.geojson"));
  copyFileSync(join(town, "facilities.geojson"), join(folder, "places.geojson"));
  copyFileSync(join(town, "population.geojson"), join(folder, "people.geojson"));
}

/** Runs what the guide shows for tslab, line by line, in tslab's own kernel. */
function runTslab({ runPython, env }: Jupyter, folder: string): string[] {
  makeProject(folder);
  const packages = join(folder, "tslab");
  run("npm", ["install", "--prefix", packages, "--no-audit", "--no-fund", TSLAB]);
  const kernel = join(env.JUPYTER_PATH ?? "", "kernels", "tslab");
  mkdirSync(kernel, { recursive: true });
  const main = join(packages, "node_modules", "tslab", "bin", "tslab");
  const argv = [process.execPath, main, "kernel", "--config-path", "{connection_file}"];
  writeFileSync(join(kernel, "kernel.json"), JSON.stringify({ argv, display_name: "tslab", language: "typescript" }));
  const script = [
    "import nbformat, sys",
    "from nbclient import NotebookClient",
    `cells = [nbformat.v4.new_code_cell(line) for line in ${JSON.stringify(blockOfGuide("typescript", "tslab").trim().split("\n"))}]`,
    "notebook = nbformat.v4.new_notebook(cells=cells)",
    `NotebookClient(notebook, timeout=${CELL_SECONDS}, kernel_name="tslab").execute()`,
    "shown = [output.data for output in notebook.cells[-1].outputs if output.output_type == 'display_data']",
    "print([('text/html' in data, '<svg ' in data['text/html'], '<iframe ' in data['text/html']) for data in shown])",
  ].join("\n");
  const printed = runPython(script, folder).trim();
  return printed === "[(True, True, True)]" ? [] : [`tslab showed: ${printed}`];
}

/** Runs the recipe for data frames on what the command wrote. */
function runPandas({ runPython, pip }: Jupyter, folder: string): string[] {
  makeProject(folder);
  const layers = [
    "--neighborhoods",
    "blocks.geojson",
    "--facilities",
    "places.geojson",
    "--population",
    "people.geojson",
  ];
  const cli = join(ROOT, "dist", "node", "cli.js");
  run(process.execPath, [cli, "run", ...layers, "-o", "out", "--quiet"], process.env, folder);
  pip(PANDAS);
  const printed = runPython(blockOfGuide("python", "pandas"), folder).trim();
  return printed === "True 5 4326" ? [] : [`the recipe printed: ${printed}`];
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
  const reports = shown.filter((html) => html.includes("<iframe "));
  if (reports.length === 0) complaints.push("no report with a page");
  for (const html of reports) {
    if (!html.includes("<svg ")) complaints.push("a report without a map");
    if (!/<iframe [^>]*sandbox="allow-scripts allow-downloads"/.test(html)) complaints.push("a frame that may do more");
    if (html.indexOf("<svg ") > html.indexOf("<iframe ")) complaints.push("the frame stands before the map");
  }
  for (const html of shown)
    if (!/<svg |<table /.test(html)) complaints.push("an HTML output without a drawing or a table");
  const inLocale = shown.filter((html) => html.startsWith(`<div lang="${locale === "zh" ? "zh-CN" : "en"}"`));
  if (locale === "en" && inLocale.length === 0) complaints.push(`no output in the language of the notebook`);
  return complaints;
}

/** Keeps what an executed notebook shows, but for the page in its frame, which is most of a megabyte, and for times. */
function keepOutputs(output: string, example: string): void {
  const kept = (key: string, value: unknown) => {
    if (key === "execution") return undefined;
    if (key !== "text/html") return value;
    const html = Array.isArray(value) ? value.join("") : String(value);
    return html.replace(/<iframe title=[\s\S]*?<\/iframe>/g, "");
  };
  writeFileSync(example, `${JSON.stringify(JSON.parse(readFileSync(output, "utf8")), kept, 1)}\n`);
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
          const complaints = lookAt(JSON.parse(readFileSync(output, "utf8")), name.split(".").at(-2) ?? "");
          if (complaints.length === 0 && process.argv.includes("--keep")) keepOutputs(output, join(EXAMPLES, name));
          return complaints;
        },
      }));
    checks.push({ name: "the guide: anywidget", check: () => runGuide(jupyter, join(folder, "guide")) });
    checks.push({ name: "the guide: tslab", check: () => runTslab(jupyter, mkdtempSync(join(folder, "tslab-"))) });
    checks.push({ name: "the guide: pandas", check: () => runPandas(jupyter, mkdtempSync(join(folder, "pandas-"))) });
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
