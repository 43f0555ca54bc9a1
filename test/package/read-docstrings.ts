import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { doors } from "../../tsup.config.js";
import { ROOT } from "./consumer.js";

/** What a door exports. */
export interface Export {
  /** As it is imported: `quarterhour`, `quarterhour/read`. */
  readonly door: string;
  readonly name: string;
  /** Where it is declared: file and line. */
  readonly place: string;
  /** Without tags. */
  readonly docstring: string;
  readonly examples: readonly string[];
}

/** Reads what every door exports, and what its docstrings say. */
export function readExports(): Export[] {
  const config = ts.parseConfigFileTextToJson("tsconfig.json", readFileSync(join(ROOT, "tsconfig.json"), "utf8"));
  const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [] }, ts.sys, ROOT);
  const files = Object.entries(doors).map(([name, path]) => ({ name, path: join(ROOT, path) }));
  const program = ts.createProgram(
    files.map(({ path }) => path),
    { ...options, noEmit: true },
  );
  const checker = program.getTypeChecker();
  return files.flatMap(({ name, path }) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(path) ?? fail(`${path} cannot be read`));
    if (module === undefined) return []; // a program: it exports nothing
    const door = name === "index" ? "quarterhour" : `quarterhour/${name}`;
    return checker.getExportsOfModule(module).map((symbol) => describeExport(door, symbol, checker));
  });
}

function describeExport(door: string, exported: ts.Symbol, checker: ts.TypeChecker): Export {
  const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
  const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
  const declaration = symbol.declarations?.[0] ?? fail(`${exported.name} is declared nowhere`);
  const source = declaration.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
  const tags = symbol.getJsDocTags(checker).filter(({ name }) => name === "example");
  return {
    door,
    name: exported.name,
    place: `${relative(ROOT, source.fileName)}:${line + 1}`,
    docstring: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    examples: tags.map(({ text }) => ts.displayPartsToString(text)),
  };
}

function fail(problem: string): never {
  throw new Error(problem);
}
