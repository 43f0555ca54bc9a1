import { guardShape } from "../base/guard-call.js";
import { type ShownKind, shownKindOf } from "../base/showing.js";
import type { ReportComparison } from "../compare/comparison.js";
import type { Isochrone } from "../isochrones/isochrone-features.js";
import type { CoverageReport } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import { assertTextOptions } from "../report/check-report.js";
import type { Row } from "../tables/rows.js";
import { type ShowOptions, toMimeBundle, toNotebookHtml, toNotebookText } from "./mime-bundle.js";
import { toShownOutput } from "./shown-output.js";
import { view } from "./view.js";

/** What notebooks and browsers put where a program can see them. */
interface Surroundings {
  readonly Deno?: { readonly jupyter?: DenoJupyter };
  readonly document?: unknown;
  readonly process?: { readonly stdout?: { readonly write: (text: string) => unknown } };
}
interface DenoJupyter {
  readonly display: (bundle: object, options: { readonly raw: true }) => Promise<void>;
}
/** What is used of the module `tslab`. */
export interface Tslab {
  readonly display: { readonly html: (html: string) => void };
}

/** Options of `display`. */
export interface DisplayOptions extends ShowOptions {
  /** tslab's own module, in its notebooks: `import * as tslab from "tslab"`. */
  readonly tslab?: Tslab;
  /** Where a browser puts the view. Default: nowhere; it is returned. */
  readonly into?: HTMLElement;
}

/** What a notebook can show: a report, or what `compareReports`, `isochrones` and `rows` gave, or a standard. */
export type Shown = CoverageReport | ReportComparison | Standard | readonly Isochrone[] | readonly Row[];

/**
 * Shows a report, a comparison, isochrones, a standard or tidy rows where the program runs: in a Jupyter notebook of Deno or tslab, in a
 * browser, or on a terminal.
 *
 * @param value anything that does not say what it is (it went through JSON) is taken for a report
 * @returns in a browser the element of the view, given a report and its city; else `null`
 * @throws {CoverageError} INVALID_ARGUMENT for what is none of these, for what is not a city, or an unknown option
 */
export async function display(value: Shown, options: DisplayOptions = {}): Promise<HTMLElement | null> {
  return guardShape("display", async () => {
    const { tslab, into, ...shown } = options;
    const { Deno, document, process } = globalThis as unknown as Surroundings;
    const kind = kindOf(value);
    if (kind !== null && kind !== "report") {
      assertTextOptions(shown);
      const { text, html } = toShownOutput(kind, value, shown.locale ?? "en");
      if (tslab !== undefined) tslab.display.html(html);
      else if (Deno?.jupyter !== undefined)
        await Deno.jupyter.display({ "text/plain": text, "text/html": html }, { raw: true });
      else process?.stdout?.write(`${text}\n`);
      return null;
    }
    const report = value as CoverageReport;
    if (tslab !== undefined) {
      tslab.display.html(toNotebookHtml(report, shown));
      return null;
    }
    if (Deno?.jupyter !== undefined) {
      await Deno.jupyter.display(toMimeBundle(report, shown), { raw: true });
      return null;
    }
    const { city } = shown;
    if (document !== undefined && city !== undefined) {
      const element = view(report, { ...shown, city });
      into?.append(element);
      return element;
    }
    process?.stdout?.write(toNotebookText(report, shown));
    return null;
  });
}

/** Standards of one's own do not say what they are: they are known by their lines. */
function kindOf(value: unknown): ShownKind | null {
  if (typeof value !== "object" || value === null) return null;
  const { requirements, circles, categories } = value as Partial<Standard>;
  const isStandard = [requirements, circles, categories].every(Array.isArray);
  return shownKindOf(value) ?? (isStandard ? "standard" : null);
}
