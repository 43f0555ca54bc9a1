import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CHINESE } from "../../src/base/texts/chinese.js";
import { say as sayInCore } from "../../src/base/texts/core.js";
import { COMMAND_LINE } from "../../src/base/texts/errors/command-line.js";
import { INIT } from "../../src/base/texts/errors/init.js";
import { PLANS } from "../../src/base/texts/errors/plans.js";
import { SERVICE } from "../../src/base/texts/errors/service.js";
import { TRAVELERS } from "../../src/base/texts/errors/travelers.js";
import { FILE_FINDINGS } from "../../src/base/texts/file-findings.js";
import { say as sayInFiles } from "../../src/base/texts/files.js";
import { FINDINGS } from "../../src/base/texts/findings.js";
import { say as sayInLibrary } from "../../src/base/texts/library.js";
import { say as sayInNode } from "../../src/base/texts/node.js";
import type { Texts } from "../../src/base/texts/phrase.js";
import type { Surface } from "../../src/base/texts/surfaces.js";
import { findText } from "../../src/base/texts/translate.js";

/** A table of texts: the one exported as `MAP` and, in Chinese, as `MAP_ZH`. */
export interface TextTable {
  /** `renderings/map.ts MAP` */
  readonly name: string;
  readonly isRendering: boolean;
  readonly en: Texts;
  readonly zh: Texts | undefined;
}

const FOLDER = fileURLToPath(new URL("../../src/base/texts", import.meta.url));

/** Every table that stands in the folder of texts, read off it: a new one cannot be forgotten here. */
export const TEXT_TABLES: readonly TextTable[] = (
  await Promise.all(
    ["diagnostics", "errors", "renderings"].flatMap((folder) =>
      readdirSync(join(FOLDER, folder)).map(async (file): Promise<TextTable[]> => {
        const tables: Readonly<Record<string, unknown>> = await import(join(FOLDER, folder, file));
        return Object.keys(tables)
          .filter((name) => /^[A-Z_]+$/.test(name) && !name.endsWith("_ZH"))
          .map((name) => ({
            name: `${folder}/${file} ${name}`,
            isRendering: folder === "renderings",
            en: tables[name] as Texts,
            zh: tables[`${name}_ZH`] as Texts | undefined,
          }));
      }),
    ),
  )
).flat();

/** What renderings say, in English by id. */
export const RENDERED: Texts = Object.assign({}, ...TEXT_TABLES.filter((one) => one.isRendering).map(({ en }) => en));

/** The id of every error and every finding. */
export const TEXT_IDS: readonly string[] = Object.keys(CHINESE);

/** The text with an id, as one of the ways of saying has it; empty if that one lacks it. The types hold each to its own. */
export function textOf(say: unknown, id: string): string {
  const { text } = (say as (id: string) => { readonly text: string })(id);
  return text === id ? "" : text;
}

/** How the library says it in English; empty: nobody says it. */
export function englishOf(id: string): string {
  const written = (FINDINGS as Texts)[id] ?? (FILE_FINDINGS as Texts)[id] ?? RENDERED[id];
  return (
    written ?? (textOf(sayInCore, id) || textOf(sayInLibrary, id) || textOf(sayInNode, id) || textOf(sayInFiles, id))
  );
}

/** The names of the values of a text, each once, sorted. */
export function valuesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?:\|[^{}]*)?\}/g)].map(([, name]) => name as string))].sort();
}

/** Every text that a surface may show, in both languages, with what names it in a message. */
export function textsOn(surface: Surface): { readonly id: string; readonly where: string; readonly text: string }[] {
  const own: readonly (readonly [Surface, object])[] = [
    ["command", COMMAND_LINE],
    ["command", TRAVELERS],
    ["command", INIT],
    ["command", PLANS],
    ["service", SERVICE],
  ];
  const ids = TEXT_IDS.filter((id) => own.every(([one, table]) => one === surface || !Object.hasOwn(table, id)));
  return ids.flatMap((id) =>
    (["en", "zh"] as const).map((locale) => ({
      id,
      where: `${id} (${locale})`,
      text: findText(id, englishOf(id), locale, surface),
    })),
  );
}
