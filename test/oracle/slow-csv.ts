/**
 * Takes a text with separators apart as RFC 4180 defines it, letter by letter: a state for being inside of quotes, and nothing else.
 * Rows without anything are passed over.
 *
 * @returns rows, or `"wrong"` where a quote does not end or is followed by more
 */
export function slowCsv(text: string, separator: string): readonly (readonly string[])[] | "wrong" {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let state: "start" | "plain" | "quoted" | "closed" = "start";
  const endCell = () => {
    row.push(cell);
    cell = "";
    state = "start";
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one !== "")) rows.push(row);
    row = [];
  };
  const letters = [...text.replaceAll("\r\n", "\n")];
  const inQuotes = quotedNewlines(text);
  let breaks = 0;
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i] as string;
    const isBreak = letter === "\n" || letter === "\r";
    if (state === "quoted") {
      if (letter === '"' && letters[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (letter === '"') state = "closed";
      else {
        // what stands between quotes is kept as it is, CRLF too
        cell += letter === "\n" && inQuotes[breaks] === "\r\n" ? "\r\n" : letter;
        if (letter === "\n") breaks++;
      }
      continue;
    }
    if (letter === separator) endCell();
    else if (isBreak) {
      if (letter === "\n") breaks++;
      endRow();
    } else if (state === "closed") return "wrong";
    else if (letter === '"' && state === "start") state = "quoted";
    else {
      cell += letter;
      state = "plain";
    }
  }
  if (state === "quoted") return "wrong";
  if (state !== "start" || cell !== "" || row.length > 0) endRow();
  return rows;
}

/** Every LF of a text, in order, with the CR in front if there is one. */
function quotedNewlines(text: string): readonly string[] {
  return [...text.matchAll(/\r?\n/g)].map(([all]) => all);
}
