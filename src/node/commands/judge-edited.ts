import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import type { PreparedCity } from "../../city/prepared-city.js";
import type { CoverageReport } from "../../model/report.js";
import type { ToldEdit } from "../../model/report-about.js";
import type { Edit } from "../../scenarios/edit.js";
import { isEditCollection, readEditFeatures } from "../../scenarios/edit-features.js";
import { applyEdits } from "../../scenarios/edits.js";
import { openScenario } from "../../scenarios/open-scenario.js";
import { parseJson } from "../command-line/resolve-settings.js";
import type { Settings } from "../command-line/settings.js";
import type { ProgressBar } from "../progress-bar.js";
import { readFileContent } from "../read-file.js";
import { judgeCity, type OpenCity } from "./open-city.js";
import { questionOf } from "./question-of.js";

/**
 * Judges a city as the settings say: after the edits that they name, with the categories that were known before them.
 *
 * @returns the report, the city that it is of, and what was edited
 * @throws {CoverageError} what reading the file, an edit of it and judging throw; `path` begins with the name of the file
 */
export function judgeEdited(
  open: OpenCity,
  settings: Settings,
  bar: ProgressBar,
): { readonly report: CoverageReport; readonly open: OpenCity; readonly edits: readonly ToldEdit[] } {
  const path = settings.edits;
  if (path === undefined) return { report: judgeCity(open.city, settings, bar), open, edits: [] };
  const content = readFileContent(path);
  const scenario = openScenario(open.city, questionOf(settings));
  const given = parseJson(content.bytes, path);
  // what is no list of edits is refused where they are applied
  const edits = isEditCollection(given) ? readEditFeatures(given) : (given as readonly Edit[]);
  try {
    applyEdits(scenario, edits);
  } catch (error) {
    throw error instanceof CoverageError ? inFile(error, path) : error;
  }
  const city = scenario.city();
  return {
    report: scenario.report(),
    open: { ...open, city, edits: { path, ...content } },
    edits: tellEdits(edits, [...city.facilities, ...open.city.facilities]),
  };
}

/** Tells what edits that were done were done to, by name where it has one: of what is there now or, where it was closed, was before. */
function tellEdits(edits: readonly Edit[], facilities: PreparedCity["facilities"]): ToldEdit[] {
  const names = new Map(facilities.map(({ id, name }) => [id, name]));
  return edits.map(({ edit, id }) => {
    const name = names.get(id) ?? null;
    return { edit, id, ...(name === null ? {} : { name }) };
  });
}

/** Says in which file it was. */
function inFile({ code, path, problem, cause }: CoverageError, file: string): CoverageError {
  // what is wrong stands in the file, not on the command line
  const isContent = code === "INVALID_ARGUMENT" || code === "UNKNOWN_OPTION";
  return new CoverageError(
    isContent ? "INVALID_EDITS" : code,
    say("edits.inFile", { file, problem: problem.message }),
    {
      path: path === null ? file : `${file}: ${path}`,
      ...(problem.hint === null ? {} : { hint: problem.hint }),
      cause,
    },
  );
}
