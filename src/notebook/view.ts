import { CoverageError } from "../base/errors.js";
import { guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import { notebookTexts } from "../base/texts/renderings/notebook.js";
import type { MapCity } from "../maps/map-city.js";
import type { CoverageReport } from "../model/report.js";
import { assertMapCity, assertRendering } from "../report/check-report.js";
import { frameOf, type ShowOptions } from "./mime-bundle.js";

/** Options of a view; it needs a city. */
export interface ViewOptions extends ShowOptions {
  readonly city: MapCity;
}

/**
 * Makes the interactive page of a report as an element, for Observable and other pages: a sandboxed frame.
 *
 * @throws {CoverageError} INVALID_ARGUMENT for what is not a report or a city, and where there is no document
 */
export function view(report: CoverageReport, options: ViewOptions): HTMLElement {
  return guardShape("view", () => {
    assertRendering(report, options);
    const { city, locale = "en" } = options;
    assertMapCity(city);
    if (typeof document === "undefined")
      throw new CoverageError("INVALID_ARGUMENT", say("view.noDocument"), {
        path: "view",
        hint: say("view.noDocument.hint"),
      });
    const { srcdoc, sandbox, height } = frameOf(report, city, options);
    const frame = document.createElement("iframe");
    frame.title = notebookTexts(locale)("notebook.interactive");
    frame.setAttribute("sandbox", sandbox);
    frame.style.cssText = `width:100%;height:${height}px;border:1px solid #999`;
    frame.srcdoc = srcdoc;
    return frame;
  });
}
