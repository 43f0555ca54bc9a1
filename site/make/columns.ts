import type { Locale } from "../../src/base/words.js";
import { say } from "../words.js";
import { code, LOCALES, plain, table, writePage } from "./pages.js";

/** A row of the data dictionary, by the names of its columns. */
type Entry = Readonly<Record<string, string>>;

/**
 * Writes what the columns of the tables mean, from the data dictionary that a run writes. Columns of one meaning that follow each other
 * (one for every requirement) are one row.
 *
 * @param dictionaries in each language, as text: CSV files have headers in the language of the run
 */
export function makeColumns(dictionaries: Readonly<Record<Locale, string>>): string[] {
  for (const locale of LOCALES) {
    const entries = readDictionary(dictionaries[locale]);
    const files = [...new Set(entries.map(({ file }) => file ?? ""))].filter((file) => file !== "");
    const parts = files.map((file) => {
      const groups = groupAlike(entries.filter((one) => one.file === file));
      const rows = groups.map((group) => columnRow(group, locale));
      const title = file
        .split(" ")
        .map(code)
        .join(locale === "zh" ? "、" : ", ");
      return `## ${title}\n\n${table([say("column", locale), say("unit", locale), say("meaning", locale)], rows)}`;
    });
    const values = entries
      .filter(({ file }) => file === "")
      .map((one) => [code(one.column ?? ""), code(one.value ?? ""), plain(one[`label_${locale}`] ?? "")]);
    const ids = `## ${say("values", locale)}\n\n${table([say("column", locale), say("value", locale), say("meaning", locale)], values)}`;
    writePage({
      path: "reference/columns",
      locale,
      markdown: `# ${say("columns", locale)}\n\n${[...parts, ids].join("\n\n")}\n`,
    });
  }
  return ["reference/columns"];
}

function columnRow(group: readonly Entry[], locale: Locale): string[] {
  const [first] = group;
  const column = code(first?.column ?? "");
  const unit = first?.[`unit_${locale}`] || (first?.type === "text" ? say("text", locale) : "");
  const name = group.length === 1 ? column : say("andAlike", locale, { column, count: group.length - 1 });
  return [name, plain(unit), plain(first?.[`meaning_${locale}`] ?? "")];
}

/** Puts columns of one meaning together, where the first of them stands. */
function groupAlike(entries: readonly Entry[]): Entry[][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = entry.meaning_en ?? "";
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()];
}

/** Reads the CSV that `toDataDictionary` writes: cells in quotes may hold commas and quotes, but no line ends. */
function readDictionary(text: string): Entry[] {
  const [header = [], ...rows] = text
    .replace(/^\ufeff/, "")
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
        (quoted ?? bare ?? "").replace(/""/g, '"'),
      ),
    );
  return rows.map((cells) => Object.fromEntries(header.map((name, row) => [name, cells[row] ?? ""])));
}
