import { guardShape } from "../base/guard-call.js";
import type { CoverageReport } from "../model/report.js";
import { type ShowOptions, toMimeBundle, toNotebookHtml, toNotebookText } from "./mime-bundle.js";
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

/**
 * Shows a report where the program runs: in a Jupyter notebook of Deno or tslab, in a browser, or on a terminal.
 *
 * @returns in a browser the element of the view, given a city; else `null`
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report or a city, or an unknown option
 */
export async function display(report: CoverageReport, options: DisplayOptions = {}): Promise<HTMLElement | null> {
  return guardShape("display", async () => {
    const { tslab, into, ...shown } = options;
    const { Deno, document, process } = globalThis as unknown as Surroundings;
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
