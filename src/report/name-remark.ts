import type { Diagnostic } from "../base/diagnostics.js";
import type { Label, Locale } from "../base/words.js";

/** What remarks name. */
interface Named {
  readonly neighborhoods: readonly { readonly id: string; readonly name: string | null }[];
  readonly categories: readonly { readonly id: string; readonly label: Label }[];
}

/** Between neighborhoods that a remark tells together, and before what it tells of them. */
const AND = " + ";
const COLON = ": ";

/**
 * Makes the function that calls what a remark names by its name: neighborhoods (with the id behind, where others are called so, too) and
 * categories. What has no name keeps its id.
 */
export function namingRemarks(
  { neighborhoods, categories }: Named,
  locale: Locale,
): (remark: Diagnostic) => Diagnostic {
  const counts = new Map<string, number>();
  for (const { name } of neighborhoods) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  const areas = new Map(
    neighborhoods.flatMap(({ id, name }) =>
      name === null ? [] : [[id, counts.get(name) === 1 || name === id ? name : `${name} (${id})`] as const],
    ),
  );
  const labels = new Map(categories.map(({ id, label }) => [id, label[locale]]));
  return (remark) => {
    const names = remark.layer === "neighborhoods" ? areas : remark.code.startsWith("category.") ? labels : null;
    if (names === null) return remark;
    const nameOf = (id: string) => names.get(id) ?? id;
    return {
      ...remark,
      sampleIds: remark.sampleIds.map(nameOf),
      examples: remark.examples.map((example) => nameExample(example, nameOf)),
    };
  };
}

/** `"A1 + A2: 3 km²"` tells something of two. */
function nameExample(example: string, nameOf: (id: string) => string): string {
  const end = example.lastIndexOf(COLON);
  if (end < 0) return example;
  return `${example.slice(0, end).split(AND).map(nameOf).join(AND)}${example.slice(end)}`;
}
