import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Block,
  type Document,
  listBlocks,
  listCommands,
  listWorkflowCommands,
  printsOtherwise,
  ROOT,
  readDocument,
  readGuides,
} from "./support/documents.js";

// Whatever README.md, the guides and the tutorial show in a fence is checked: TypeScript is compiled and run, commands are run, printed text is
// compared, files that the reader is to save are saved. The steps of the tutorial build on each other, and are run in their order.

/** The README, the guides and the tutorial; in Chinese those that print something else. */
const DOCUMENTS = [readDocument("README.md"), ...readGuides().filter((one) => !one.isChinese || printsOtherwise(one))];
const MANIFEST: { readonly name: string; readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(ROOT, "package.json"), "utf8"),
);

/** Puts a block without imports behind the ones before it, whose names it uses. */
function withContext(block: Block, earlier: readonly Block[]): string {
  if (/^\s*import\b/m.test(block.text)) return block.text;
  const before = earlier.at(-1);
  return before === undefined ? block.text : `${withContext(before, earlier.slice(0, -1))}\n${block.text}`;
}

/** A document and what of it is compiled. */
interface Guide extends Document {
  readonly programs: readonly Block[];
}

const guides = DOCUMENTS.map(
  (document): Guide => ({ ...document, programs: document.blocks.filter(({ language }) => language === "ts") }),
);
const printedBy = ({ blocks }: Guide, block: Block): Block | null => {
  const next = blocks[blocks.indexOf(block) + 1];
  return next?.language === "text" ? next : null;
};
const fileOf = ({ path }: Document, { line }: Block) => `${path.replace(/\W/g, "-")}-line-${line}`;
/** The steps of the tutorial are of one folder, and each language has its own. */
const workspaceOf = ({ path, isChinese }: Document) =>
  join(folder, `${dirname(path).replace(/\W/g, "-")}${isChinese ? "-zh" : ""}`);
const isTutorial = ({ path }: Document) => path.startsWith("docs/tutorial/");

let folder = "";
beforeAll(() => {
  if (!existsSync(join(ROOT, "dist", "index.d.ts"))) throw new Error("dist is missing: run `npm run build` first.");
  folder = realpathSync(mkdtempSync(join(tmpdir(), "quarterhour-readme-")));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules", MANIFEST.name), "junction");
  symlinkSync(join(ROOT, "node_modules", "@types"), join(folder, "node_modules", "@types"), "junction");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const compilerOptions = { module: "nodenext", target: "es2022", strict: true, types: ["node"], noEmitOnError: false };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*/*-line-*.ts"] }));
  for (const workspace of new Set(guides.map(workspaceOf))) {
    mkdirSync(workspace);
    for (const name of ["fixtures", "dist"]) symlinkSync(join(ROOT, name), join(workspace, name), "junction");
  }
  for (const guide of guides)
    for (const [row, program] of guide.programs.entries())
      writeFileSync(
        join(workspaceOf(guide), `${fileOf(guide, program)}.ts`),
        `${withContext(program, guide.programs.slice(0, row))}\nexport {};\n`,
      );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where a line is run, and who runs it. */
interface Place {
  readonly folder: string;
  /** Whose shell speaks Chinese: a command answers in the language of the shell. */
  readonly isChinese: boolean;
  /** Whether what goes to stderr is of interest, too. */
  readonly showsAll: boolean;
}

/** Runs a command line of a shell; it must end well. */
function runLine(line: string, { folder: cwd, isChinese, showsAll }: Place): string {
  const { LC_ALL, LC_MESSAGES, LANGUAGE, ...others } = process.env;
  const { status, stdout, stderr } = spawnSync(showsAll ? `{ ${line}; } 2>&1` : line, {
    cwd,
    shell: true,
    encoding: "utf8",
    maxBuffer: 2 ** 27,
    env: { ...others, LANG: isChinese ? "zh_CN.UTF-8" : "en_US.UTF-8" },
  });
  const expected = { line, status: 0, stderr: "" };
  expect({ line, status, stderr, ...(status === 0 ? {} : { stdout }) }).toEqual(expected);
  return stdout;
}

/** A block may run the whole command several times, on a machine that has other things to do. */
const SEVERAL_RUNS_MS = 600_000;

const node = JSON.stringify(process.execPath);
const cli = JSON.stringify(join(ROOT, "dist", "node", "cli.js"));

/** Compares what is printed; a line of only … or ... in the README stands for any lines. */
function expectPrinted(stdout: string, shown: Block): void {
  const parts = `\n${shown.text.trim()}\n`.split(/\n(?:…|\.\.\.)(?=\n)/);
  if (parts.length === 1) {
    expect(stdout.trim()).toBe(shown.text.trim());
    return;
  }
  let from = 0;
  for (const part of parts) {
    const at = `\n${stdout.trim()}\n`.indexOf(part, from);
    expect({ part, isPrinted: at !== -1 }).toEqual({ part, isPrinted: true });
    from = at + part.length - 1;
  }
}

test("the programs of the README and the guides are well typed", () => {
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { cwd: folder, encoding: "utf8" });
  expect(stdout).toBe("");
  for (const guide of guides)
    for (const program of guide.programs)
      expect(existsSync(join(workspaceOf(guide), `${fileOf(guide, program)}.js`))).toBe(true);
});

test("the README has programs and commands", () => {
  const [readme] = guides;
  expect(readme?.programs.length).toBeGreaterThan(0);
  expect(readme?.blocks.some(({ language }) => language === "sh")).toBe(true);
});

for (const guide of guides) {
  const { path, markdown, blocks, programs } = guide;
  /** Where its reader stands: where a step of the tutorial says that it goes on (`<!-- in my-city -->`); `cd` moves on. */
  let at = /^<!-- in (\S+) -->$/m.exec(markdown)?.[1] ?? "";
  const place = (): Place => ({
    folder: join(workspaceOf(guide), at),
    isChinese: guide.isChinese,
    showsAll: isTutorial(guide),
  });
  describe(path, () => {
    test("every fence is of a kind that is checked here", () => {
      // Python, and TypeScript for tslab, is run by `npm run test:notebooks`
      const others = blocks.filter(
        ({ language }) => !["ts", "sh", "text", "json", "yaml", "python", "typescript"].includes(language),
      );
      expect(others.map(({ language, line }) => `line ${line}: ${language}`)).toEqual([]);
    });

    test("shows printed text only below what prints it", () => {
      const alone = blocks.filter(
        ({ language }, row) => language === "text" && !["ts", "sh"].includes(blocks[row - 1]?.language ?? ""),
      );
      expect(alone.map(({ line }) => line)).toEqual([]);
    });

    for (const block of blocks) {
      const shown = printedBy(guide, block);
      if (block.language === "ts")
        test(`the program of line ${block.line} runs and prints what is shown`, () => {
          const row = programs.indexOf(block);
          const run = (one: Block) => runProgram(guide, one, place());
          const stdout = run(block);
          if (shown === null) return; // that it runs is all that is claimed
          const before = programs[row - 1];
          const isContinued = before !== undefined && withContext(block, programs.slice(0, row)) !== block.text;
          const already = isContinued ? run(before) : "";
          expect(stdout.startsWith(already)).toBe(true);
          expectPrinted(stdout.slice(already.length), shown);
        });

      if (block.language === "sh" || block.language === "yaml")
        test(
          `the commands of line ${block.line} are there and run`,
          () => {
            let stdout = "";
            const commands = block.language === "sh" ? listCommands(block.text) : listWorkflowCommands(block.text);
            expect(commands.length).toBeGreaterThan(0);
            for (const command of commands) {
              const folder = /^cd (\S+)$/.exec(command)?.[1];
              if (folder === undefined)
                stdout = checkCommand(command, guide, { ...place(), line: block.line }) ?? stdout;
              else at = join(at, folder);
            }
            if (shown !== null) expectPrinted(stdout, shown);
          },
          SEVERAL_RUNS_MS,
        );

      if (block.language === "json")
        test(`the JSON of line ${block.line} is JSON`, () => {
          expect(() => JSON.parse(block.text)).not.toThrow();
          if (block.file !== null) writeFileSync(join(place().folder, block.file), block.text);
        });
    }

    test("every npm script that is named in a sentence is there", () => {
      const named = [...markdown.matchAll(/`npm run ([\w:-]+)`/g)].map(([, script]) => script);
      expect(named.filter((script) => script === undefined || !Object.hasOwn(MANIFEST.scripts, script))).toEqual([]);
    });
  });
}

/** Runs a program of a document, as it was compiled. */
function runProgram(guide: Guide, program: Block, place: Place): string {
  return runLine(`${node} ${JSON.stringify(join(workspaceOf(guide), `${fileOf(guide, program)}.js`))}`, place);
}

/** Runs a command of ours, and checks that others are what they should be. @returns what ours printed */
function checkCommand(command: string, guide: Guide, place: Place & { readonly line: number }): string | null {
  const script = /^npm run (?:--silent )?([\w:-]+)$/.exec(command)?.[1];
  const ours = /^(?:npx quarterhour|quarterhour|node dist\/node\/cli\.js)(?= |$)/.exec(command)?.[0];
  const startedFile = /^npx tsx (\S+)$/.exec(command)?.[1];
  const started = guide.programs.find(({ file }) => file !== null && file === startedFile);
  if (ours !== undefined) return runLine(`${node} ${cli}${command.slice(ours.length)}`, place);
  if (/^(?:mkdir|cp) /.test(command)) runLine(command, place);
  // what it starts is a program that the reader saved: it was compiled
  else if (started !== undefined) return runProgram(guide, started, place);
  else if (script !== undefined) expect(Object.keys(MANIFEST.scripts)).toContain(script);
  else if (command === "npm test") expect(Object.keys(MANIFEST.scripts)).toContain("test");
  else if (/^npm (install|i) /.test(command)) expect(command.split(" ")[2]).toBe(MANIFEST.name);
  else if (command === "npm ci") expect(existsSync(join(ROOT, "package-lock.json"))).toBe(true);
  else if (command.startsWith("sudo apt-get "))
    expect(readFileSync(join(ROOT, ".ci", "run"), "utf8")).toContain("README.md");
  else throw new Error(`${guide.path}, line ${place.line}: nobody checks the command "${command}".`);
  return null;
}

describe("the checks of the README themselves", () => {
  test("a fence that is never closed is found", () => {
    expect(() => listBlocks("```ts\nconst a = 1;")).toThrow("Line 1");
  });

  test("continued lines, comments and pairs of commands are told apart", () => {
    expect(listCommands("npm ci && npm test # all\n# nothing\n$ npx quarterhour run \\\n  --json")).toEqual([
      "npm ci",
      "npm test",
      "npx quarterhour run --json",
    ]);
  });

  test("a block may be a file to be saved, and a workflow has commands", () => {
    expect(listBlocks("```json plan.json\n[]\n```\n```sh\nls\n```").map(({ file }) => file)).toEqual([
      "plan.json",
      null,
    ]);
    expect(listWorkflowCommands("steps:\n  - uses: x\n  - run: npm ci\n    run: a && b\n")).toEqual([
      "npm ci",
      "a",
      "b",
    ]);
  });

  test("a line of dots stands for any lines, but the others must be there in order", () => {
    const shown = (text: string): Block => ({ language: "text", file: null, line: 1, text });
    expect(() => expectPrinted("a\nb\nc\n", shown("a\n…\nc"))).not.toThrow();
    expect(() => expectPrinted("a\nb\nc\n", shown("c\n…\na"))).toThrow();
    expect(() => expectPrinted("a\nb\n", shown("a"))).toThrow();
  });
});
