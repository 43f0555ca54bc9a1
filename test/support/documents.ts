import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const ROOT: string = fileURLToPath(new URL("../..", import.meta.url));

/** One fenced block of a document. */
export interface Block {
  readonly language: string;
  /** The file that the reader is to save it as: ` ```json plan.json `. */
  readonly file: string | null;
  readonly text: string;
  /** Line of the document where it begins, from 1. */
  readonly line: number;
}

/** A document and its blocks. */
export interface Document {
  /** Its path in the checkout: `docs/guides/files.zh.md`. */
  readonly path: string;
  readonly markdown: string;
  readonly blocks: readonly Block[];
  readonly isChinese: boolean;
}

/** The folders whose documents are written in both languages. */
const FOLDERS = ["docs/guides", "docs/landing", "docs/tutorial"] as const;

/** Reads the guides and the tutorial, in both languages. */
export function readGuides(): Document[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .sort()
      .map((name) => readDocument(`${folder}/${name}`)),
  );
}

/** Reads a document of the checkout. */
export function readDocument(path: string): Document {
  const markdown = readFileSync(join(ROOT, path), "utf8");
  return { path, markdown, blocks: listBlocks(markdown), isChinese: path.endsWith(".zh.md") };
}

/** The path of the same document in the other language. */
export function twinOf({ path, isChinese }: Document): string {
  return isChinese ? path.replace(/\.zh\.md$/, ".md") : path.replace(/\.md$/, ".zh.md");
}

/** Tells whether a document says something that its English twin does not print: then it has to be run, too. */
export function printsOtherwise(document: Document): boolean {
  const twin = twinOf(document);
  if (!existsSync(join(ROOT, twin))) return true;
  const texts = new Set(readDocument(twin).blocks.map(({ text }) => text));
  return document.blocks.some(({ text }) => !texts.has(text));
}

export function listBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { language: string; file: string | null; line: number; lines: string[] } | null = null;
  for (const [row, line] of markdown.split("\n").entries()) {
    const fence = /^\s*```\s*(\S*)[ \t]*(\S*)/.exec(line);
    if (open === null && fence !== null)
      open = { language: fence[1] ?? "", file: fence[2] || null, line: row + 1, lines: [] };
    else if (open !== null && fence !== null) {
      const { language, file, line: start, lines } = open;
      blocks.push({ language, file, line: start, text: lines.join("\n") });
      open = null;
    } else open?.lines.push(line);
  }
  if (open !== null) throw new Error(`Line ${open.line}: the fence is never closed.`);
  return blocks;
}

/** Commands of a shell block, one each; continued lines are joined, comments left out, `a && b` is two. */
export function listCommands(text: string): string[] {
  return text
    .replace(/\s*\\\n\s*/g, " ")
    .split("\n")
    .flatMap((line) => line.replace(/(^|\s)#.*$/, "").split("&&"))
    .map((command) => command.trim().replace(/^\$\s+/, ""))
    .filter((command) => command !== "");
}

/** The commands that a workflow of a CI runs. */
export function listWorkflowCommands(text: string): string[] {
  return [...text.matchAll(/^\s*(?:- )?run: (.+)$/gm)].flatMap(([, command]) => listCommands(command ?? ""));
}

/** Text without its fenced blocks, in which links and headings are. */
export function proseOf({ markdown }: Document): string {
  return markdown.replace(/^\s*```[\s\S]*?^\s*```/gm, "");
}
