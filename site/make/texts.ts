import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { severityOf } from "../../src/base/diagnostics.js";
import { CHINESE } from "../../src/base/texts/chinese.js";
import { FILE_FINDINGS } from "../../src/base/texts/file-findings.js";
import { type DiagnosticCode, FINDINGS } from "../../src/base/texts/findings.js";
import { workbookTexts } from "../../src/base/texts/renderings/workbook.js";
import type { Locale } from "../../src/base/words.js";
import { say } from "../words.js";
import { code, LOCALES, plain, ROOT, table, writePage } from "./pages.js";

type Texts = Readonly<Record<string, string>>;

/** Writes every diagnostic, under its code so that it can be linked to, and every message of an error with what to do. */
export async function makeTexts(): Promise<string[]> {
  const messages = await readErrors();
  for (const locale of LOCALES) {
    writePage({ path: "reference/diagnostics", locale, markdown: diagnosticsPage(locale) });
    writePage({ path: "reference/messages", locale, markdown: messagesPage(messages, locale) });
  }
  return ["reference/diagnostics", "reference/messages"];
}

function diagnosticsPage(locale: Locale): string {
  const findings: Texts = { ...FINDINGS, ...FILE_FINDINGS };
  const tell = workbookTexts(locale);
  const inLanguage = (id: string) => plain((locale === "zh" ? CHINESE[id] : findings[id]) ?? "");
  const codes = Object.keys(findings).filter((id) => !id.endsWith(".action")) as DiagnosticCode[];
  const parts = codes.map((one) =>
    [
      `## ${code(one)} {#${one.replace(/\W/g, "-").toLowerCase()}}`,
      `**${tell(`workbook.severity.${severityOf(one)}`)}** ${inLanguage(one)}`,
      `*${say("whatToDo", locale)}*${tell("report.colon")}${inLanguage(`${one}.action`)}`,
    ].join("\n\n"),
  );
  const about =
    locale === "zh"
      ? "不完善的数据记录在 `report.diagnostics` 中，`quarterhour check` 在评估之前即可列出。错误码见[出了问题时](../guides/errors-and-diagnostics.md)。"
      : "Imperfect data are found in `report.diagnostics`; `quarterhour check` lists them before anything is judged. Codes of errors: [when something is wrong](../guides/errors-and-diagnostics.md).";
  return `# ${say("diagnostics", locale)}\n\n${about}\n\n${parts.join("\n\n")}\n`;
}

/** The tables of messages, each with what it is about, by their files in src/base/texts/errors. */
async function readErrors(): Promise<readonly (readonly [about: string, messages: Texts])[]> {
  const folder = join(ROOT, "src/base/texts/errors");
  return Promise.all(
    readdirSync(folder)
      .sort()
      .map(async (name) => {
        const exported: Readonly<Record<string, Texts>> = await import(pathToFileURL(join(folder, name)).href);
        const english = Object.entries(exported).filter(([id]) => !id.endsWith("_ZH"));
        return [name.replace(/\.ts$/, ""), Object.assign({}, ...english.map(([, texts]) => texts))] as const;
      }),
  );
}

/** Sentences only: the catalogue also holds words that stand in them. */
function messagesPage(errors: Awaited<ReturnType<typeof readErrors>>, locale: Locale): string {
  const parts = errors.flatMap(([about, messages]) => {
    const inLanguage = (id: string) => plain((locale === "zh" ? CHINESE[id] : messages[id]) ?? "");
    const rows = Object.keys(messages)
      .filter((id) => !id.endsWith(".hint") && /[.?]$/.test(messages[id] ?? ""))
      .map((id) => [inLanguage(id), inLanguage(`${id}.hint`)]);
    return rows.length === 0 ? [] : [`## ${about}`, table([say("message", locale), say("whatToDo", locale)], rows)];
  });
  const note =
    locale === "zh"
      ? "花括号中的内容由实际的名称和数值代替。"
      : "What stands in braces is replaced by the name or value at hand.";
  return `# ${say("messages", locale)}\n\n${note}\n\n${parts.join("\n\n")}\n`;
}
