import { CoverageError } from "./errors.js";
import { say } from "./texts/library.js";

/**
 * Checks that optional packages are installed, all of them at once.
 *
 * @param user what needs them
 * @param loaders by the name that is installed: `() => import("name")`
 * @throws {CoverageError} `PACKAGE_MISSING` with all that are not installed; what a package throws itself, as it is
 */
export async function assertInstalled(
  user: string,
  loaders: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<void> {
  const missing: string[] = [];
  for (const [name, load] of Object.entries(loaders))
    try {
      await load();
    } catch (cause) {
      if (!isMissing(name, cause)) throw cause;
      missing.push(name);
    }
  if (missing.length > 0) throw packagesMissing(user, missing);
}

/**
 * Tells what it means that an optional package could not be loaded.
 *
 * The `import("name")` itself must stand in a `try`, in the function that uses it: only then bundlers let it pass where the
 * package is not installed, and whoever bundles the workbook needs no SQLite.
 *
 * @param user what needs it
 * @returns a `CoverageError` with the code `PACKAGE_MISSING`; what a package throws itself, as it is
 */
export function explainLoading(user: string, name: string, cause: unknown): unknown {
  return isMissing(name, cause) ? packagesMissing(user, [name]) : cause;
}

function packagesMissing(user: string, names: readonly string[]): CoverageError {
  const packages = names.join(" ");
  return new CoverageError("PACKAGE_MISSING", say("package.missing", { user, packages }), {
    hint: say("package.missing.hint", { command: `npm install ${packages}` }),
  });
}

/** Node, Deno and browsers say it in words of their own; all of them name the package. */
function isMissing(name: string, cause: unknown): boolean {
  if (!(cause instanceof Error) || !cause.message.includes(name)) return false;
  const { code } = cause as { readonly code?: unknown };
  return code === "ERR_MODULE_NOT_FOUND" || (cause instanceof TypeError && code === undefined);
}
