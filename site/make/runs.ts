import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Label, Locale } from "../../src/base/words.js";
import type { CoverageReport } from "../../src/model/report.js";
import { LOCALES, PUBLIC, ROOT } from "./pages.js";

/** A city of the gallery: which files go in, and whose they are. */
export interface GalleryCity {
  readonly id: string;
  readonly name: Label;
  /** Arguments of `quarterhour run`; files are relative to `folder`. */
  readonly args: readonly string[];
  readonly folder: string;
  readonly licence: Label;
}

/** What a run of the built command wrote, and how long it took. */
export interface GalleryRun extends GalleryCity {
  readonly report: CoverageReport;
  readonly seconds: number;
  /** The data dictionary in each language. */
  readonly dictionaries: Readonly<Record<Locale, string>>;
}

/** What its pictures and pages must say; its pictures may then stand in the repository. */
const OSM = "© OpenStreetMap contributors, ODbL 1.0";
const FACILITIES = ["--facilities", "facilities.geojson.gz"] as const;
const LAYERS = ["--neighborhoods", "neighborhoods.geojson", ...FACILITIES, "--streets", "streets.geojson.gz"] as const;
const NEUTRAL = ["--standard", "fifteen-minute-city"] as const;
const said = (date: string, attribution = OSM) => ["--date", date, "--attribution", attribution];

/** Invented, and in the repository: it is always there. */
export const DEMO: GalleryCity = {
  id: "jincheng",
  name: { en: "Jincheng (invented)", zh: "锦城（虚构）" },
  args: ["neighborhoods", "facilities", "streets", "population"].flatMap((layer) => [`--${layer}`, `${layer}.geojson`]),
  folder: join(ROOT, "fixtures/jincheng"),
  licence: { en: "Invented data, MIT", zh: "虚构数据，MIT" },
};

/** Real, and small enough to be in the repository. */
export const SMALL: GalleryCity = {
  id: "monaco",
  name: { en: "Monaco", zh: "摩纳哥" },
  args: [...LAYERS, ...NEUTRAL, ...said("2016-03")],
  folder: join(ROOT, "fixtures/monaco"),
  licence: { en: OSM, zh: OSM },
};

/** Real cities, whose data are too large for the repository. */
export const OTHERS: readonly Omit<GalleryCity, "folder" | "licence">[] = [
  {
    id: "malta",
    name: { en: "Malta", zh: "马耳他" },
    args: [...LAYERS, ...NEUTRAL, ...said("2016-11")],
  },
  {
    id: "helsinki",
    name: { en: "The centre of Helsinki", zh: "赫尔辛基市中心" },
    args: ["--osm", "osm.pbf", ...NEUTRAL, ...said("2019-04")],
  },
  {
    id: "chengdu",
    name: { en: "The centre of Chengdu", zh: "成都市中心" },
    args: ["--hexagons", "8", ...FACILITIES, "--streets", "streets.geojson.gz", ...said("2018")],
  },
  {
    id: "new_york",
    name: { en: "New York", zh: "纽约" },
    args: [
      ...[...LAYERS, "--population", "population_tracts.geojson.gz", ...NEUTRAL],
      ...said("2014, 2017", `${OSM}; NYC Open Data; US Census Bureau`),
    ],
  },
];

/** The cities whose data are there: in the folder that QUARTERHOUR_CITIES names. */
export function findCities(): GalleryCity[] {
  const cities = process.env.QUARTERHOUR_CITIES;
  if (cities === undefined || !existsSync(cities)) return [];
  return OTHERS.map((city) => ({ ...city, folder: join(cities, city.id), licence: licenceOf(city) })).filter(
    ({ folder }) => existsSync(folder),
  );
}

/** Whose the data of a city are, as its page says. */
export function licenceOf({ args }: Pick<GalleryCity, "args">): Label {
  const owners = args[args.indexOf("--attribution") + 1] ?? "";
  return { en: owners, zh: owners };
}

/** Runs the built command on a city, and keeps its page and its maps in both languages. */
export function runCity(city: GalleryCity): GalleryRun {
  const output = mkdtempSync(join(tmpdir(), "quarterhour-gallery-"));
  const kept = join(PUBLIC, "gallery", city.id);
  mkdirSync(kept, { recursive: true });
  try {
    const start = performance.now();
    runCommand(city, "en", join(output, "en"));
    const seconds = (performance.now() - start) / 1000;
    runCommand(city, "zh", join(output, "zh"));
    copyFileSync(join(output, "en", "report.html"), join(kept, "report.html"));
    for (const locale of LOCALES) copyFileSync(join(output, locale, "map.svg"), join(kept, `map.${locale}.svg`));
    const dictionary = (locale: Locale) => readFileSync(join(output, locale, "data-dictionary.csv"), "utf8");
    const report: CoverageReport = JSON.parse(readFileSync(join(output, "en", "report.json"), "utf8"));
    return { ...city, report, seconds, dictionaries: { en: dictionary("en"), zh: dictionary("zh") } };
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

/** Runs the built command on a city, in a language. @throws {Error} if it fails */
export function runCommand({ id, args, folder }: GalleryCity, locale: Locale, output: string): void {
  const cli = join(ROOT, "dist/node/cli.js");
  const how = ["--lang", locale, "--quiet", "-o", output];
  const { status, stderr, error } = spawnSync(process.execPath, [cli, "run", ...args, ...how], {
    cwd: folder,
    encoding: "utf8",
    // a variable of whoever builds the site must not change what it shows
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("QUARTERHOUR_"))),
  });
  if (status !== 0) throw new Error(`The run of ${id} ended with ${status}: ${error?.message ?? stderr}`);
}
