/** Measures several standards for several profiles and groups in one call. Run: npx tsx bench/several.ts */
import { fileURLToPath } from "node:url";
import {
  chengduFourCircles,
  childWalking,
  computeCoverage,
  computeCoverages,
  elderlyWalking,
  fifteenMinuteCity,
  prepareCity,
  standardWalking,
} from "../dist/index.js";
import { ghsci, xMinute } from "../dist/standards.js";
import { loadCityTexts } from "./city-texts.js";
import { recordEntry } from "./entries.js";

const RUNS = 5;
const STANDARDS = [chengduFourCircles, fifteenMinuteCity, ghsci, xMinute];
const PROFILES = [standardWalking, elderlyWalking, childWalking];
/** Of New York's census tracts: people split by the median income of where they live. */
const INCOME = { income: { value: "med_hhinc_est", parts: 5 } };

export interface SeveralTimes {
  readonly city: string;
  /** One standard for one profile, nobody told apart. */
  readonly oneMs: number;
  /** Four standards for three profiles, all groups. */
  readonly allMs: number;
  readonly groups: number;
}

/** Measures each city that is there. */
export function measureSeveral(): SeveralTimes[] {
  return loadCityTexts().map(({ city, texts, options }) => {
    const population = { ...options.properties?.population };
    const groups = city === "new_york" ? INCOME : {};
    const plain = prepareCity(texts, options);
    const withGroups = prepareCity(texts, {
      ...options,
      properties: { ...options.properties, population: { ...population, groups } },
    });
    let speed = 0;
    // another speed each time: nothing of the search is remembered
    const other = <P extends typeof standardWalking>(profile: P): P => ({
      ...profile,
      id: `${profile.id} ${++speed}`,
      speedMetersPerSecond: profile.speedMetersPerSecond + speed / 1e6,
    });
    const [one, all]: [number[], number[]] = [[], []];
    const timed = (times: number[], run: number, step: () => unknown) => {
      const start = performance.now();
      step();
      if (run >= 0) times.push(performance.now() - start);
    };
    for (let run = -1; run < RUNS; run++) {
      timed(one, run, () => computeCoverage(plain, { profile: other(standardWalking) }));
      timed(all, run, () => computeCoverages(withGroups, { standards: STANDARDS, profiles: PROFILES.map(other) }));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
    return { city, oneMs: median(one), allMs: median(all), groups: Object.keys(withGroups.origins.groups).length };
  });
}

/** Writes what was measured as Markdown. */
export function toSeveralSection(rows: readonly SeveralTimes[]): string {
  const lines = rows.map(({ city, oneMs, allMs, groups }) => {
    const ratio = allMs / PROFILES.length / oneMs;
    recordEntry(`${city}: four standards, three profiles, ${groups} groups`, "ms", allMs);
    return `| ${city} | ${oneMs.toFixed(0)} | ${allMs.toFixed(0)} | ${groups} | ${ratio.toFixed(2)} |`;
  });
  return [
    "## Several standards, profiles and groups",
    "",
    "One standard for one profile, against four standards for three profiles in one call; the ratio is per profile.",
    "",
    "| city | one, ms | all, ms | groups | all per profile / one |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${toSeveralSection(measureSeveral())}\n`);
