import { CoverageError, say } from "./errors.js";

/**
 * Loads optional packages.
 *
 * @param user what needs them
 * @param loaders by the name that is installed: `() => import("name")`, or a part of it, so that bundlers see the name
 * @throws {CoverageError} `PACKAGE_MISSING` with all that are not installed; what a package throws itself, as it is
 */
export async function loadPackages<Name extends string, Module>(
  user: string,
  loaders: Readonly<Record<Name, () => Promise<Module>>>,
): Promise<Record<Name, Module>> {
  const loaded: Partial<Record<Name, Module>> = {};
  const missing: string[] = [];
  for (const [name, load] of Object.entries(loaders) as [Name, () => Promise<Module>][])
    try {
      loaded[name] = await load();
    } catch (cause) {
      if (!isMissing(name, cause)) throw cause;
      missing.push(name);
    }
  if (missing.length === 0) return loaded as Record<Name, Module>;
  const packages = missing.join(" ");
  throw new CoverageError(
    "PACKAGE_MISSING",
    say("{user} needs packages that are not installed: {packages}.", { user, packages }),
    { hint: say("Install them: {command}", { command: `npm install ${packages}` }) },
  );
}

/** Node, Deno and browsers say it in words of their own; all of them name the package. */
function isMissing(name: string, cause: unknown): boolean {
  if (!(cause instanceof Error) || !cause.message.includes(name)) return false;
  const { code } = cause as { readonly code?: unknown };
  return code === "ERR_MODULE_NOT_FOUND" || (cause instanceof TypeError && code === undefined);
}
