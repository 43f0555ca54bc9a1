/** Measures what a planner waits for: an edit of a scenario, and the report after it. Run: npx tsx bench/whatif.ts */
import { fileURLToPath } from "node:url";
import { openScenario, prepareCity } from "../dist/index.js";
import { loadCityTexts } from "./city-texts.js";
import { recordEntry } from "./entries.js";

const EDITS = 40;
/** Spread over the city. */
const STREET_EDITS = 20;

/** One kind of step, over all edits. */
export interface StepTimes {
  readonly city: string;
  readonly what: string;
  readonly medianMs: number;
  readonly worstMs: number;
}

/** Opens, moves and closes a facility in each city, again and again, then some streets, and asks for the report each time. */
export function measureWhatIf(): StepTimes[] {
  return loadCityTexts().flatMap(({ city, texts, options }) => {
    const prepared = prepareCity(texts, options);
    const scenario = openScenario(prepared);
    scenario.report();
    const steps = new Map<string, number[]>();
    const measure = (what: string, step: () => unknown) => {
      const start = performance.now();
      step();
      const times = steps.get(what) ?? [];
      times.push(performance.now() - start);
      steps.set(what, times);
    };
    const { facilities } = prepared;
    for (let edit = 0; edit < EDITS; edit++) {
      const { location, categories } = facilities[
        Math.floor((edit * facilities.length) / EDITS)
      ] as (typeof facilities)[0];
      const [lon, lat] = location;
      const id = `planned ${edit}`;
      measure("open a facility", () => scenario.addFacility({ id, categories, location: [lon + 0.002, lat] }));
      measure("the report after it", () => scenario.report());
      measure("move it", () => scenario.moveFacility(id, [lon, lat + 0.002]));
      measure("the report after it", () => scenario.report());
      measure("close it", () => scenario.closeFacility(id));
      scenario.report();
    }
    const { ids = [], firstVertex, lon, lat } = prepared.streets ?? {};
    for (let edit = 0; edit < STREET_EDITS; edit++) {
      const row = Math.floor(((edit + 0.5) * ids.length) / STREET_EDITS);
      measure("close a street", () => scenario.closeStreet(ids[row] ?? ""));
      measure("the report after a street", () => scenario.report());
      const vertex = firstVertex?.[row] ?? 0;
      const [x, y] = [lon?.[vertex] ?? 0, lat?.[vertex] ?? 0];
      const coordinates = [[x, y] as const, [x + 0.002, y + 0.001] as const];
      measure("open a street", () => scenario.addStreet({ id: `planned street ${edit}`, coordinates }));
      measure("the report after a street", () => scenario.report());
      measure("take a street back", () => scenario.undo());
      scenario.undo();
    }
    return [...steps].map(([what, times]) => {
      const sorted = times.sort((a, b) => a - b);
      return { city, what, medianMs: sorted[sorted.length >> 1] ?? 0, worstMs: sorted.at(-1) ?? 0 };
    });
  });
}

/** A section of the report. */
export function toWhatIfSection(rows: readonly StepTimes[]): string {
  for (const { city, what, medianMs } of rows) recordEntry(`${city}: ${what}`, "ms", medianMs);
  const lines = rows.map(
    ({ city, what, medianMs, worstMs }) => `| ${city} | ${what} | ${medianMs.toFixed(1)} | ${worstMs.toFixed(1)} |`,
  );
  return [
    "## What-if",
    "",
    `A scenario of a prepared city, default standard; ${EDITS} facilities of all categories in turn. The worst include the first edit of a category,`,
    `which builds its field. ${STREET_EDITS} streets that close and ${STREET_EDITS} that open, all over the city. What is taken back is the last edit of a`,
    "street; more than four edits back, the network is built anew.",
    "",
    "| city | step | median, ms | worst, ms |",
    "| --- | --- | ---: | ---: |",
    ...lines,
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${toWhatIfSection(measureWhatIf())}\n`);
