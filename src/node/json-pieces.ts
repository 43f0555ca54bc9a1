/** Writes an object as `JSON.stringify(value, null, 2)` does, member by member and, of lists, element by element. */
export function* indentedJson(value: object): Generator<string> {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  yield "{";
  for (const [row, [key, member]] of members.entries()) {
    yield `${row === 0 ? "" : ","}\n  ${JSON.stringify(key)}: `;
    if (!Array.isArray(member) || member.length === 0) yield indented(member, "  ");
    else {
      yield "[";
      for (const [at, element] of member.entries())
        yield `${at === 0 ? "" : ","}\n    ${indented(element ?? null, "    ")}`;
      yield "\n  ]";
    }
  }
  yield members.length === 0 ? "}" : "\n}";
}

/** Writes an object as `JSON.stringify(value)` does, member by member and, of lists, element by element. */
export function* compactJson(value: object): Generator<string> {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  yield "{";
  for (const [row, [key, member]] of members.entries()) {
    yield `${row === 0 ? "" : ","}${JSON.stringify(key)}:`;
    if (!Array.isArray(member)) yield JSON.stringify(member);
    else {
      yield "[";
      for (const [at, element] of member.entries()) yield `${at === 0 ? "" : ","}${JSON.stringify(element ?? null)}`;
      yield "]";
    }
  }
  yield "}";
}

/** A line break in JSON is never part of a text: there it is written `\n`. */
function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
}
