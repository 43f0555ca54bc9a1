import { say } from "../../base/texts/node.js";
import { translatePhrase } from "../../base/texts/translate.js";
import type { Locale } from "../../base/words.js";
import type { CoverageReport, NeighborhoodCoverage } from "../../model/report.js";
import { adcodeOf } from "../../partitions/group-neighborhoods.js";
import { mergeGroups } from "../../partitions/merge-groups.js";
import { mergePartitions } from "../../partitions/merge-partitions.js";
import { unknownResult } from "../../partitions/unknown-result.js";
import { readNeighborhoods } from "../../read/read-neighborhoods.js";
import { toText } from "../../report/to-text.js";
import { toVisibleText } from "../../report/visible-text.js";
import { toCsvLines } from "../../tables/to-csv.js";
import { withAbout } from "../about-run.js";
import { EXIT_CODES } from "../exit-codes.js";
import { prepareExtras } from "../extra-files.js";
import { jsonLines } from "../output-files.js";
import { gatherPieces } from "../output-folder.js";
import { PlanFolder } from "../partitions/plan-folder.js";
import type { FiledPartition } from "../partitions/plan-records.js";
import { assertWritable, writeFiles } from "../write-outputs.js";
import { type CommandRow, widthOf } from "./command.js";
import { usage } from "./usage.js";

/** Puts the results of all partitions together. */
export const merge: CommandRow = {
  name: "merge",
  words: "",
  wordCount: [0, 0],
  examples: [
    "merge --plan plan -o out",
    "merge --plan plan --also parquet -o out",
    "merge --plan plan --by adcode -o out",
    "merge --plan plan --allow-missing --json",
  ],
  options: ["plan", "allowMissing", "by", "output", "also", "font", "force", "json", "quiet"],
  run: async ({ settings, locale }, world) => {
    const { plan: path, output, force = false, also = [], font, allowMissing = false, by } = settings;
    if (path === undefined) throw usage(say("usage.planPath"));
    if (output !== undefined) assertWritable(output, force);
    const extras = await prepareExtras(output === undefined ? [] : also, { font });
    const folder = new PlanFolder(path);
    const { plan, about } = folder.readFacts();
    const partitions = folder.readPartitions();
    const stands = partitions.map((one) => ({ one, state: folder.stateOf(one, true) }));
    const missing = stands.filter(({ state }) => state !== "done");
    for (const { one, state } of missing) world.stderr.write(`${toVisibleText(toLine(folder, one, state, locale))}\n`);
    if (missing.length > 0 && !allowMissing) return EXIT_CODES.incomplete;
    const opened = stands.map(({ one, state }) => (state === "done" ? folder.openResult(one.id) : null));
    const results = opened.map((result, row) => {
      const { one } = stands[row] as { one: FiledPartition };
      return result ?? unknownResult(folder.readInput(one));
    });
    const merged = mergePartitions({ ...plan, partitions }, results);
    const counties = by === "adcode" ? mergeGroups({ ...plan, partitions }, results, ({ id }) => adcodeOf(id)) : null;
    for (const result of opened) result?.close();
    const report = withAbout(merged, about);
    const { rows: neighborhoods } = readNeighborhoods(folder.readOutlines());
    if (output !== undefined)
      await world.whileWriting(() =>
        writeFiles(
          output,
          { report, city: { neighborhoods }, options: { locale, surface: "command", whatIf: "never" } },
          {
            overwrite: force,
            extras,
            inputs: [],
            beside: counties === null ? {} : toCountyFiles(report, counties, locale),
          },
        ),
      );
    if (settings.json) for (const piece of gatherPieces(jsonLines(report, "command"))) world.stdout.write(piece);
    else if (settings.quiet !== true)
      world.stdout.write(toText(report, { locale, surface: "command", ...widthOf(world.stdout) }));
    return EXIT_CODES.ok;
  },
};

/** The counties as a table and as JSON, in the columns that neighborhoods have. */
function toCountyFiles(
  report: CoverageReport,
  counties: readonly NeighborhoodCoverage[],
  locale: Locale,
): Readonly<Record<string, string>> {
  return {
    "counties.csv": [...toCsvLines({ ...report, neighborhoods: counties }, locale)].join(""),
    "counties.json": `${JSON.stringify(counties, null, 2)}\n`,
  };
}

function toLine(
  folder: PlanFolder,
  { id, population, neighborhoodRows }: FiledPartition,
  state: string,
  locale: Locale,
): string {
  const people = Math.round(population);
  const why = state === "failed" ? `: ${folder.readFailed(id)?.code ?? ""}` : "";
  const phrase = say("plan.notDone", { id, people, count: neighborhoodRows.length });
  return `${translatePhrase(phrase, locale)}${why}`;
}
