import { assembleReport, findingsOfAreas, nameAreas } from "../assess/write-report.js";
import { type Diagnostic, Diagnostics, sortDiagnostics } from "../base/diagnostics.js";
import type { JudgedCity } from "../coverage/city-judge.js";
import type { RequirementColumns } from "../coverage/judgement.js";
import { joinFrames } from "../coverage/merge-judgements.js";
import { summarizeCity } from "../coverage/summarize-city.js";
import type { CoverageReport } from "../model/report.js";
import type { PartitionPlan, PartitionResult } from "./partition.js";

/** Puts the results of all partitions together to the report of the whole city. */
export function mergeResults(plan: PartitionPlan, results: readonly PartitionResult[]): CoverageReport {
  const { question, requirements, facts, travel, diagnostics, neighborhoods } = plan;
  const { standard, profile, about } = question;
  const judged = summarizeResults(plan, results);
  const rows = nameAreas(neighborhoods, judged);
  return assembleReport(
    { standard, profile, measures: [], facts, requirements, about },
    {
      travel,
      city: judged.city,
      neighborhoods: rows,
      diagnostics: sortDiagnostics([
        ...diagnostics,
        ...travel.flatMap((_, model) => addUp(results.map(({ travelDiagnostics }) => travelDiagnostics[model] ?? []))),
        ...findingsOfAreas({ standard, requirements }, rows),
        ...addUp(results.map(({ diagnostics }) => diagnostics)),
      ]),
    },
  );
}

/** Sums up what was found in some partitions, one requirement after the other. */
export function summarizeResults(
  { question: { standard, smallGroupBelow }, requirements }: PartitionPlan,
  results: readonly PartitionResult[],
): JudgedCity {
  const facilities: { readonly id: string }[] = [];
  for (const { facilityIds } of results)
    for (const [row, id] of Object.entries(facilityIds)) facilities[Number(row)] = { id };
  const { frame, joinColumns } = joinFrames(results.map((result) => result.frame));
  return summarizeCity(
    { ...frame, measures: [] },
    { standard, smallGroupBelow, facilities, plan: { requirements }, measures: [] },
    (row) =>
      results[0]?.units[row] === null
        ? null
        : joinColumns((part) => results[part]?.columnsOf(row) as RequirementColumns),
  );
}

/** Adds up what was found about places in parts of the city. */
function addUp(parts: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  const all = new Diagnostics();
  for (const { code, layer, count, ids, sampleIds } of parts.flat()) all.addMany(code, layer, count, ids ?? sampleIds);
  return all.list();
}
