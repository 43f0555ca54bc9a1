import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

// Whatever README.md and the guides in docs/guides/ show in a fence is checked: TypeScript is compiled and run, commands are run, printed text is compared.

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The README, and the guides it leads to. */
const DOCUMENTS = [
  "README.md",
  ...readdirSync(join(ROOT, "docs", "guides"))
    .sort()
    .map((name) => `docs/guides/${name}`),
];
const MANIFEST: { readonly name: string; readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(ROOT, "package.json"), "utf8"),
);

/** One fenced block. */
interface Block {
  readonly language: string;
  readonly text: string;
  /** Line of the document where it begins, from 1. */
  readonly line: number;
}

function listBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { language: string; line: number; lines: string[] } | null = null;
  for (const [row, line] of markdown.split("\n").entries()) {
    const fence = /^\s*```\s*([^`]*?)\s*$/.exec(line);
    if (open === null && fence !== null) open = { language: fence[1] ?? "", line: row + 1, lines: [] };
    else if (open !== null && fence !== null) {
      blocks.push({ language: open.language, line: open.line, text: open.lines.join("\n") });
      open = null;
    } else open?.lines.push(line);
  }
  if (open !== null) throw new Error(`Line ${open.line}: the fence is never closed.`);
  return blocks;
}

/** Puts a block without imports behind the ones before it, whose names it uses. */
function withContext(block: Block, earlier: readonly Block[]): string {
  if (/^\s*import\b/m.test(block.text)) return block.text;
  const before = earlier.at(-1);
  return before === undefined ? block.text : `${withContext(before, earlier.slice(0, -1))}\n${block.text}`;
}

/** Commands of a shell block, one each; continued lines are joined, comments left out, `a && b` is two. */
function listCommands(text: string): string[] {
  return text
    .replace(/\s*\\\n\s*/g, " ")
    .split("\n")
    .flatMap((line) => line.replace(/(^|\s)#.*$/, "").split("&&"))
    .map((command) => command.trim().replace(/^\$\s+/, ""))
    .filter((command) => command !== "");
}

/** A document and what of it is checked. */
interface Guide {
  readonly document: string;
  readonly markdown: string;
  readonly blocks: readonly Block[];
  readonly programs: readonly Block[];
}

const guides = DOCUMENTS.map((document): Guide => {
  const markdown = readFileSync(join(ROOT, document), "utf8");
  const blocks = listBlocks(markdown);
  return { document, markdown, blocks, programs: blocks.filter(({ language }) => language === "ts") };
});
const printedBy = ({ blocks }: Guide, block: Block): Block | null => {
  const next = blocks[blocks.indexOf(block) + 1];
  return next?.language === "text" ? next : null;
};
const fileOf = ({ document }: Guide, { line }: Block) => `${document.replace(/\W/g, "-")}-line-${line}`;

let folder = "";
beforeAll(() => {
  if (!existsSync(join(ROOT, "dist", "index.d.ts"))) throw new Error("dist is missing: run `npm run build` first.");
  folder = realpathSync(mkdtempSync(join(tmpdir(), "quarterhour-readme-")));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules", MANIFEST.name), "junction");
  symlinkSync(join(ROOT, "node_modules", "@types"), join(folder, "node_modules", "@types"), "junction");
  for (const name of ["fixtures", "dist"]) symlinkSync(join(ROOT, name), join(folder, name), "junction");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const compilerOptions = { module: "nodenext", target: "es2022", strict: true, types: ["node"], noEmitOnError: false };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*-line-*.ts"] }));
  for (const guide of guides)
    for (const [row, program] of guide.programs.entries())
      writeFileSync(
        join(folder, `${fileOf(guide, program)}.ts`),
        `${withContext(program, guide.programs.slice(0, row))}\nexport {};\n`,
      );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command line of a shell in the folder; it must end well. */
function runLine(line: string): string {
  const { status, stdout, stderr } = spawnSync(line, {
    cwd: folder,
    shell: true,
    encoding: "utf8",
    maxBuffer: 2 ** 27,
  });
  expect({ line, status, stderr }).toEqual({ line, status: 0, stderr: "" });
  return stdout;
}

const node = JSON.stringify(process.execPath);

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
    for (const program of guide.programs) expect(existsSync(join(folder, `${fileOf(guide, program)}.js`))).toBe(true);
});

test("the README has programs and commands", () => {
  const [readme] = guides;
  expect(readme?.programs.length).toBeGreaterThan(0);
  expect(readme?.blocks.some(({ language }) => language === "sh")).toBe(true);
});

for (const guide of guides) {
  const { document, markdown, blocks, programs } = guide;
  describe(document, () => {
    test("every fence is of a kind that is checked here", () => {
      // Python is run by `npm run test:notebooks`, which has one
      const others = blocks.filter(({ language }) => !["ts", "sh", "text", "json", "python"].includes(language));
      expect(others.map(({ language, line }) => `line ${line}: ${language}`)).toEqual([]);
    });

    test("shows printed text only below what prints it", () => {
      const alone = blocks.filter(
        ({ language }, row) => language === "text" && !["ts", "sh"].includes(blocks[row - 1]?.language ?? ""),
      );
      expect(alone.map(({ line }) => line)).toEqual([]);
    });

    for (const [row, program] of programs.entries())
      test(`the program of line ${program.line} runs and prints what is shown`, () => {
        const stdout = runLine(`${node} ${fileOf(guide, program)}.js`);
        const shown = printedBy(guide, program);
        if (shown === null) return; // that it runs is all that is claimed
        const before = programs[row - 1];
        const isContinued = before !== undefined && withContext(program, programs.slice(0, row)) !== program.text;
        const already = isContinued ? runLine(`${node} ${fileOf(guide, before)}.js`) : "";
        expect(stdout.startsWith(already)).toBe(true);
        expectPrinted(stdout.slice(already.length), shown);
      });

    for (const block of blocks.filter(({ language }) => language === "sh"))
      test(`the commands of line ${block.line} are there and run`, () => {
        let stdout = "";
        for (const command of listCommands(block.text))
          stdout = checkCommand(command, `${document}, line ${block.line}`) ?? stdout;
        const shown = printedBy(guide, block);
        if (shown !== null) expectPrinted(stdout, shown);
      });

    for (const block of blocks.filter(({ language }) => language === "json"))
      test(`the JSON of line ${block.line} is JSON`, () => expect(() => JSON.parse(block.text)).not.toThrow());

    test("every npm script that is named in a sentence is there", () => {
      const named = [...markdown.matchAll(/`npm run ([\w:-]+)`/g)].map(([, script]) => script);
      expect(named.filter((script) => script === undefined || !Object.hasOwn(MANIFEST.scripts, script))).toEqual([]);
    });
  });
}

/** Runs a command of ours, and checks that others are what they should be. @returns what ours printed */
function checkCommand(command: string, where: string): string | null {
  const script = /^npm run (?:--silent )?([\w:-]+)$/.exec(command)?.[1];
  const ours = /^(?:npx quarterhour|quarterhour|node dist\/node\/cli\.js)(?= |$)/.exec(command)?.[0];
  if (ours !== undefined) return runLine(`${node} dist/node/cli.js${command.slice(ours.length)}`);
  if (script !== undefined) expect(Object.keys(MANIFEST.scripts)).toContain(script);
  else if (command === "npm test") expect(Object.keys(MANIFEST.scripts)).toContain("test");
  else if (/^npm (install|i) /.test(command)) expect(command.split(" ")[2]).toBe(MANIFEST.name);
  else if (command === "npm ci") expect(existsSync(join(ROOT, "package-lock.json"))).toBe(true);
  else if (command.startsWith("sudo apt-get "))
    expect(readFileSync(join(ROOT, ".ci", "run"), "utf8")).toContain("README.md");
  else throw new Error(`${where}: nobody checks the command "${command}".`);
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

  test("a line of dots stands for any lines, but the others must be there in order", () => {
    const shown = (text: string): Block => ({ language: "text", line: 1, text });
    expect(() => expectPrinted("a\nb\nc\n", shown("a\n…\nc"))).not.toThrow();
    expect(() => expectPrinted("a\nb\nc\n", shown("c\n…\na"))).toThrow();
    expect(() => expectPrinted("a\nb\n", shown("a"))).toThrow();
  });
});
