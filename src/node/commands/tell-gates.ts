import { translatePhrase } from "../../base/texts/translate.js";
import type { Locale } from "../../base/words.js";
import { escapeHtml } from "../../report/escape-html.js";
import { toVisibleText } from "../../report/visible-text.js";
import { EXIT_CODES } from "../exit-codes.js";
import { writeTextFile } from "../write-text-file.js";
import type { CommandWorld } from "./command.js";
import type { GateResult } from "./gates.js";

/** Where gates are told, besides stderr. */
export interface GateOutput {
  readonly locale: Locale;
  /** A file of JUnit's XML, which continuous integration reads; replaced if it is there. */
  readonly junit: string | undefined;
}

/** Tells which gates were not passed. @returns the exit code @throws {CoverageError} `CANNOT_WRITE` */
export function tellGates(gates: readonly GateResult[], { locale, junit }: GateOutput, world: CommandWorld): number {
  for (const { failure } of gates)
    if (failure !== null) world.stderr.write(`${toVisibleText(translatePhrase(failure, locale))}\n`);
  if (junit !== undefined) writeTextFile(junit, toJunit(gates, locale), true);
  return gates.some(({ failure }) => failure !== null) ? EXIT_CODES.gateFailed : EXIT_CODES.ok;
}

/** Writes gates as a test suite in JUnit's XML: each is a test. */
export function toJunit(gates: readonly GateResult[], locale: Locale): string {
  const failed = gates.filter(({ failure }) => failure !== null).length;
  const cases = gates.map(({ name, failure }) => {
    const head = `  <testcase classname="quarterhour" name="${attribute(name)}"`;
    if (failure === null) return `${head}/>`;
    return `${head}>\n    <failure message="${attribute(translatePhrase(failure, locale))}"/>\n  </testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="quarterhour" tests="${gates.length}" failures="${failed}" errors="0">`,
    ...cases,
    "</testsuite>",
    "",
  ].join("\n");
}

function attribute(text: string): string {
  return escapeHtml(toVisibleText(text));
}
