/** Flags that tell what a file does not tell itself, as messages recommend them: `--encoding "poi.csv=gb18030"`. */
const RECOMMENDED = /--(encoding|crs|axes) "([^"]+)"/g;
const PLAIN = /^[\w@%+=:,./…#-]+$/;

/**
 * Writes the command that was given once more, with the flags that a message recommends: of alternatives the first.
 *
 * @returns `null` if it recommends none
 */
export function wholeCommand(args: readonly string[], message: string): string | null {
  const flags = new Map<string, string>();
  for (const [, name = "", value = ""] of message.matchAll(RECOMMENDED)) if (!flags.has(name)) flags.set(name, value);
  const added = [...flags].flatMap(([name, value]) => [`--${name}`, value]);
  // what turns the axes twice is to be left out, not added
  if (added.length === 0 || added.every((word) => args.includes(word))) return null;
  return ["quarterhour", ...args, ...added].map(quote).join(" ");
}

function quote(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
