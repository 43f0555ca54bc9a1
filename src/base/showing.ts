/** What can show itself in a notebook. */
export type ShownKind = "report" | "comparison" | "isochrones" | "standard" | "rows";

/**
 * What shows things in a notebook, beside the built library. Named as an address and not as a module: whoever bundles
 * `computeCoverage` shall not get the page and its scripts, too.
 */
const NOTEBOOK_SCRIPT = "./notebook/show-in-jupyter.js";
interface Showing {
  readonly showInJupyter: (kind: ShownKind, value: object, context: unknown) => Readonly<Record<string, string>>;
}

/** Under this name a value tells what kind it is: `display` asks for it. */
const KIND = "quarterhour.kind";

/**
 * Lets a value show itself in notebooks whose kernel asks for that (Deno's), and, given a text, where Node prints it.
 *
 * The methods stand under well-known symbols and are not enumerable: the value stays plain JSON, equal to and cloned as what it was.
 *
 * @param toText what is printed; `null` = as Node prints it anyway
 * @param context what it is drawn with, asked when it is drawn
 * @returns the same object
 */
export function showing<T extends object>(
  value: T,
  kind: ShownKind,
  toText: ((depth?: number) => string) | null = null,
  context: () => unknown = () => undefined,
): T {
  const display = async () => {
    try {
      const { showInJupyter }: Showing = await import(new URL(NOTEBOOK_SCRIPT, import.meta.url).href);
      return showInJupyter(kind, value, context());
    } catch {
      return { "text/plain": toText?.() ?? JSON.stringify(value, null, 1) }; // a bundled program has no such script beside it
    }
  };
  const methods: Readonly<Record<string, unknown>> = {
    [KIND]: kind,
    "Jupyter.display": display,
    ...(toText !== null && { "nodejs.util.inspect.custom": toText }),
  };
  for (const [name, method] of Object.entries(methods))
    Object.defineProperty(value, Symbol.for(name), {
      value: method,
      enumerable: false,
      configurable: true,
      writable: true,
    });
  return value;
}

/** Tells what kind of thing a value says it is; `null` = it says nothing. */
export function shownKindOf(value: object): ShownKind | null {
  return (value as { readonly [KIND: symbol]: ShownKind | undefined })[Symbol.for(KIND)] ?? null;
}
