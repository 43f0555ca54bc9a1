import { basename, join } from "node:path";
import { say } from "../../base/texts/node.js";
import { translatePhrase } from "../../base/texts/translate.js";
import type { Locale } from "../../base/words.js";
import { reasonsAmong, withReasons } from "../../explain/find-reasons.js";
import { computeSensitivity, withSensitivity } from "../../explain/sensitivity.js";
import type { CoverageReport } from "../../model/report.js";
import { toText } from "../../report/to-text.js";
import { toVisibleText } from "../../report/visible-text.js";
import { hasSteps, stepsAmong, withSteps } from "../../scenarios/best-steps.js";
import { judgeServices } from "../../scenarios/service-verdicts.js";
import { toProfilesText } from "../../tables/profile-table.js";
import { aboutRun, MADE_BY, withAbout } from "../about-run.js";
import { wrongValue } from "../command-line/option-values.js";
import { toConfigText } from "../command-line/resolve-settings.js";
import type { Settings } from "../command-line/settings.js";
import { type Extras, prepareExtras } from "../extra-files.js";
import { profilesOf } from "../open-modes.js";
import { jsonLines } from "../output-files.js";
import { gatherPieces } from "../output-folder.js";
import { assertReplacesNoInput } from "../replaces-no-input.js";
import { assertWritable, OUTPUT_NAMES, writeFiles } from "../write-outputs.js";
import {
  ABOUT_OPTIONS,
  CITY_OPTIONS,
  type CommandCall,
  type CommandRow,
  type CommandWorld,
  JUDGING_OPTIONS,
  widthOf,
} from "./command.js";
import { assertGates, checkGates } from "./gates.js";
import { judgeEdited } from "./judge-edited.js";
import { type OpenCity, openBar, openCity, standardOf, tellRemarks } from "./open-city.js";
import { runPlanned } from "./run-planned.js";
import { tellGates } from "./tell-gates.js";
import { usage } from "./usage.js";

/** In a larger city the search for the best steps takes longer than the report: `bestSteps` does it for whoever waits. */
const MOST_ORIGINS_WITH_STEPS = 20_000;
const EFFECTIVE_NAME = "effective-config.json";

/** Reads GeoJSON files, judges every neighborhood, writes or prints the report. */
export const run: CommandRow = {
  name: "run",
  words: "",
  wordCount: [0, 0],
  examples: [
    "run --osm city.osm.pbf -o out",
    "run --neighborhoods blocks.geojson --facilities places.geojson --streets streets.geojson -o out",
    "run --neighborhoods a.geojson --facilities osm.geojson.gz --facilities stops.geojson --json > report.json",
    "run --neighborhoods 社区.geojson --facilities 设施.geojson --datum facilities=gcj02 --lang zh",
    "run --config city.json --fail-under publicService=0.85 --fail-under score=60 --fail-under share:pharmacy=80% --quiet -o out",
    "run --config city.json --edits plan.json -o with-plan",
    "run --config city.json --standard x-minute --minutes 10 -o ten",
    "run --osm city.osm.pbf --profile standard,elderly,wheelchair -o out",
    "run --plan plan --jobs 8",
  ],
  options: [
    ...CITY_OPTIONS,
    ...JUDGING_OPTIONS,
    "minutes",
    ...ABOUT_OPTIONS,
    "output",
    "also",
    "font",
    "whatIf",
    "force",
    "json",
    "ndjson",
    "quiet",
    "failUnder",
    "junit",
    "edits",
    "sensitivity",
    ...(["elevation", "slope", "openAt", "unknownHours", "measure", "opportunities", "cells"] as const),
    ...(["plan", "memory", "partition"] as const),
  ],
  run: runCity,
};

async function runCity(call: CommandCall, world: CommandWorld): Promise<number> {
  const { settings, locale } = call;
  if (settings.plan !== undefined) return await runPlanned(call, world);
  const { output, force = false, also = [], font, cells } = settings;
  assertSensible(settings);
  const { minutes = [] } = settings;
  if (call.sources.minutes === "flag" && minutes.length !== 1)
    throw wrongValue("--minutes", minutes.join(), say("expected.like", { example: "--minutes 10" }));
  if (settings.osm === undefined || settings.standard !== undefined)
    assertGates(standardOf(settings), settings.failUnder);
  let extras: Extras = { files: {}, leftOut: [] };
  if (output !== undefined) {
    assertWritable(output, force, [EFFECTIVE_NAME]);
    const wanted = cells === undefined || also.includes("cells") ? also : [...also, "cells" as const];
    extras = await prepareExtras(wanted, { font, cells }); // what is missing is told before the work, not after it
    assertReplacesNoInput(
      [...OUTPUT_NAMES, EFFECTIVE_NAME].map((name) => join(output, name)),
      settings,
    );
  }
  const bar = openBar(call, world);
  let open: OpenCity;
  let report: CoverageReport;
  let others: readonly CoverageReport[] = [];
  try {
    open = await openCity(settings, bar);
    // without a standard, only the extract tells which one it is
    assertGates(open.city.standard, settings.failUnder);
    const [first, ...more] = [settings.profile ?? []].flat().map((profile) => ({ ...settings, profile }));
    const before = open;
    const judged = judgeEdited(before, first ?? settings, bar);
    others = more.map((asked) => judgeEdited(before, asked, bar).report);
    open = judged.open;
    const { edits } = judged;
    const about = aboutRun(open);
    report = withAbout(judged.report, edits.length === 0 ? about : { ...about, edits });
    if (open.city.origins.count <= MOST_ORIGINS_WITH_STEPS) {
      const verdicts = judgeServices(open.city, report);
      report = withSteps(report, hasSteps(open.city, report) ? stepsAmong(open.city, report, verdicts) : []);
      report = withReasons(report, reasonsAmong(open.city, report, verdicts));
    }
    if (settings.sensitivity === true) report = withSensitivity(report, computeSensitivity(open.city, report));
  } finally {
    bar.finish();
  }
  tellRemarks(open.remarks, call, world);
  const reports = [report, ...others];
  const written =
    output === undefined ? [] : await world.whileWriting(() => write(output, reports, { ...open, extras }, call));
  print(reports, call, world);
  if (!settings.quiet && output !== undefined)
    world.stderr.write(toFarewell(written, output, locale) + tellLeftOut(extras, locale));
  return tellGates(checkGates(report, settings.failUnder, locale), { locale, junit: settings.junit }, world);
}

/** @param reports the first is the one that is printed; of several, a table sets them side by side */
function print(reports: readonly CoverageReport[], { settings, locale }: CommandCall, world: CommandWorld): void {
  const { stdout } = world;
  const report = reports[0] as CoverageReport;
  const isData = settings.json || settings.ndjson;
  if (!isData && settings.output !== undefined && world.isStdoutClosed()) return; // it stands in the files
  if (settings.json) for (const piece of gatherPieces(jsonLines(report, "command"))) stdout.write(piece);
  else if (settings.ndjson) for (const area of report.neighborhoods) stdout.write(`${JSON.stringify(area)}\n`);
  else if (!settings.quiet) {
    stdout.write(toText(report, { locale, surface: "command", ...widthOf(stdout) }));
    if (reports.length > 1) stdout.write(`\n${toProfilesText(reports, { locale, ...widthOf(stdout) })}`);
  }
}

async function write(
  output: string,
  reports: readonly CoverageReport[],
  { city, files, extract, edits, elevation, settings: used, extras }: OpenCity & { readonly extras: Extras },
  call: CommandCall,
): Promise<readonly string[]> {
  const { locale, settings } = call;
  const { whatIf } = settings;
  const all = {
    ...files,
    ...(extract === null ? {} : { osm: [extract.file] }),
    ...(edits === undefined ? {} : { edits: [edits] }),
    ...(elevation === undefined ? {} : { elevation: [elevation] }),
  };
  const inputs = Object.entries(all).flatMap(([layer, list]) =>
    list.map(({ path, onDisk }) => ({ layer, file: basename(path), bytes: onDisk })),
  );
  const options = {
    locale,
    surface: "command",
    ...(whatIf === undefined ? {} : { whatIf }),
  } as const;
  const beside = { [EFFECTIVE_NAME]: toConfigText({ ...call, settings: used }, output, { "// made by": MADE_BY }) };
  const report = reports[0] as CoverageReport;
  return writeFiles(
    output,
    { report, profiles: reports, city, options },
    { overwrite: settings.force ?? false, extras, inputs, beside },
  );
}

function assertSensible(settings: Settings): void {
  const { quiet, json, ndjson, output, failUnder, junit, force, also, cells } = settings;
  if ((json || ndjson) && profilesOf(settings).length > 1) throw usage(say("usage.profiles"));
  if ((also ?? cells) !== undefined && output === undefined) throw usage(say("usage.alsoFolder"));
  if (settings.memory !== undefined || settings.partition !== undefined) throw usage(say("usage.planOptions"));
  if (quiet && !json && !ndjson && output === undefined && failUnder === undefined) throw usage(say("usage.quiet"));
  if (junit !== undefined && failUnder === undefined) throw usage(say("usage.junit"));
  if (json && ndjson) throw usage(say("usage.jsonTwice"));
  if (force && output === undefined) throw usage(say("usage.forceFolder"));
}

function toFarewell(written: readonly string[], folder: string, locale: Locale): string {
  const names = written.map((path) => basename(path)).join(", ");
  return `${toVisibleText(translatePhrase(say("run.wrote", { names, folder, page: join(folder, "report.html") }), locale))}\n`;
}

/** Tells in one line what would be written too, with what has to be installed for it. */
function tellLeftOut({ leftOut }: Extras, locale: Locale): string {
  if (leftOut.length === 0) return "";
  const names = leftOut.map(({ name }) => name).join(", ");
  const command = `npm install ${leftOut.map(({ packageName }) => packageName ?? "").join(" ")}`;
  return `${translatePhrase(say("run.leftOut", { names, command }), locale)}\n`;
}
