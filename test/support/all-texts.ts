import { CHINESE } from "../../src/base/texts/chinese.js";
import { say as sayInCore } from "../../src/base/texts/core.js";
import { COMMAND_LINE } from "../../src/base/texts/errors/command-line.js";
import { SERVICE } from "../../src/base/texts/errors/service.js";
import { FINDINGS } from "../../src/base/texts/findings.js";
import { say as sayInLibrary } from "../../src/base/texts/library.js";
import { say as sayInNode } from "../../src/base/texts/node.js";
import type { Surface } from "../../src/base/texts/surfaces.js";
import { findText } from "../../src/base/texts/translate.js";

/** The id of every error and every finding. */
export const TEXT_IDS: readonly string[] = Object.keys(CHINESE);

/** The text with an id, as one of the ways of saying has it; empty if that one lacks it. The types hold each to its own. */
export function textOf(say: unknown, id: string): string {
  const { text } = (say as (id: string) => { readonly text: string })(id);
  return text === id ? "" : text;
}

/** How the library says it in English; empty: nobody says it. */
export function englishOf(id: string): string {
  const finding = (FINDINGS as Readonly<Record<string, string>>)[id];
  return finding ?? (textOf(sayInCore, id) || textOf(sayInLibrary, id) || textOf(sayInNode, id));
}

/** Every text that a surface may show, in both languages, with what names it in a message. */
export function textsOn(surface: Surface): { readonly id: string; readonly where: string; readonly text: string }[] {
  const own: readonly (readonly [Surface, object])[] = [
    ["command", COMMAND_LINE],
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

/** Every text of a catalogue, with the way to it. What is a function is written with `…` for its values. */
export function textsIn(value: unknown, path: string = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String(value(...Array.from({ length: value.length }, () => "…")))]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => textsIn(entry, path === "" ? key : `${path}.${key}`));
}
