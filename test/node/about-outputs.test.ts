import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { parquetMetadata } from "hyparquet";
import initSqlite from "sql.js";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { toPbf, toXml } from "../support/osm-encoder.js";
import { smallExtract } from "../support/small-extract.js";
import { SMALL_CITY_LAYERS, useSmallCity } from "../support/use-small-city.js";

// Every file says of which date the data are, whose, what made it and how it was asked.

const folder = useSmallCity();
const MADE_BY = `quarterhour ${manifest.version}`;
const OSM = "© OpenStreetMap contributors, ODbL";
const ALSO = ["parquet", "png", "gpkg", "isochrones"].flatMap((name) => ["--also", name]);

/** Reads every file of a folder: what it says of itself, as text. */
async function readAbout(name: string): Promise<Readonly<Record<string, string>>> {
  const path = join(folder.path, name);
  const bytes = (file: string) => new Uint8Array(readFileSync(join(path, file)));
  const text = (file: string) => readFileSync(join(path, file), "utf8");
  const json = (file: string) => JSON.stringify(JSON.parse(text(file)).about);
  const sheets = unzipSync(bytes("report.xlsx"));
  const part = (file: string) => new TextDecoder().decode(sheets[file]);
  const { Database } = await initSqlite();
  const layers =
    new Database(bytes("report.gpkg")).exec(
      "SELECT table_name, description FROM gpkg_contents WHERE data_type = 'features'",
    )[0]?.values ?? [];
  const parquet = parquetMetadata(bytes("report.parquet").buffer as ArrayBuffer).key_value_metadata ?? [];
  const dictionary = text("data-dictionary.csv");
  return {
    "report.json": json("report.json"),
    "manifest.json": json("manifest.json"),
    "report.geojson": json("report.geojson"),
    "isochrones.geojson": json("isochrones.geojson"),
    "report.md": text("report.md"),
    "report.txt": text("report.txt").replace(/\s+/g, " "),
    "report.html": text("report.html").replace(/<script[\s\S]*?<\/script>/g, ""),
    "map.svg": /<desc>([\s\S]*?)<\/desc>/.exec(text("map.svg"))?.[1] ?? "",
    "map.png": pngTexts(bytes("map.png")),
    ...Object.fromEntries(layers.map(([name, description]) => [`report.gpkg: ${name}`, String(description)])),
    "report.parquet": parquet.find(({ key }) => key === "quarterhour")?.value ?? "",
    "report.xlsx: properties": part("docProps/core.xml"),
    "report.xlsx: first sheet": part("xl/sharedStrings.xml") + part("xl/worksheets/sheet1.xml"),
    // tables of nothing but rows: the dictionary beside them says it
    "data-dictionary.csv": dictionary.slice(dictionary.indexOf(",about,")),
  };
}

/** The international texts of an image. */
function pngTexts(png: Uint8Array): string {
  const view = new DataView(png.buffer, png.byteOffset);
  const texts: string[] = [];
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12) {
    const content = new TextDecoder().decode(png.subarray(at + 4, at + 8 + view.getUint32(at)));
    if (content.startsWith("iTXt")) texts.push(content);
  }
  return texts.join("\n");
}

const said = ["2026-03", "© 锦城, CC BY 4.0", MADE_BY, "judgeBy", "elderly"];
test.each(["en", "zh"])("files of a run with layers say what they were told: %s", async (lang) => {
  const about = ["--place", "锦城", "--date", "2026-03", "--attribution", "© 锦城, CC BY 4.0"];
  const asked = ["--judge-by", "time", "--profile", "elderly", "--lang", lang];
  const { exitCode, stderr } = folder.start([
    "run",
    ...SMALL_CITY_LAYERS,
    ...about,
    ...asked,
    ...ALSO,
    "-o",
    "out",
    "--quiet",
  ]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  const files = await readAbout("out");
  for (const [name, text] of Object.entries(files)) {
    const missing = said.filter((fact) => !text.includes(fact));
    expect({ name, missing }).toEqual({ name, missing: [] });
  }
  // none is forgotten
  expect(Object.keys(files).filter((name) => name.startsWith("report.gpkg"))).toHaveLength(3);
  const named = [...new Set(Object.keys(files).map((name) => name.replace(/:.*/, "")))];
  const rowsOnly = ["report.csv", "report.csvt", "report-long.csv", "effective-config.json"];
  expect([...named, ...rowsOnly].sort()).toEqual(readdirSync(join(folder.path, "out")).sort());
  const config = readFileSync(join(folder.path, "out/effective-config.json"), "utf8");
  for (const fact of said) expect(config).toContain(fact);
  // titles name the city
  const titles = ["report.md", "report.txt", "report.html", "report.xlsx: properties", "map.png"];
  const layers = Object.keys(files).filter((name) => name.startsWith("report.gpkg"));
  for (const name of [...titles, ...layers])
    expect([name, files[name]?.replace("© 锦城", "").includes("锦城")]).toEqual([name, true]);
  expect(files["report.md"]).toMatch(/^# 锦城 · .* · 2026-03\n/);
  expect(readFileSync(join(folder.path, "out/map.svg"), "utf8")).toMatch(/<title>锦城 · /);
  expect(files["report.html"]).toMatch(/<title>[^<]*锦城/);
});

describe("layers that say whose they are, and of which day", () => {
  const says = (name: string, members: object) => {
    const path = join(folder.path, name);
    const own = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ type: own.type, ...members, features: own.features }));
  };
  const about = (...more: string[]) =>
    JSON.parse(folder.start(["run", ...SMALL_CITY_LAYERS, "--json", "--quiet", ...more]).stdout).about;
  test("are told where nothing else is said, each once", async () => {
    expect(about()).not.toHaveProperty("attribution");
    says("neighborhoods.geojson", { attribution: "© 锦城", license: "CC BY 4.0", date: "2026-01" });
    says("facilities.geojson", { copyright: OSM, timestamp: "2026-03-04T05:06:07Z" });
    says("streets.geojson", { copyright: OSM });
    const told = { attribution: `© 锦城, CC BY 4.0; ${OSM}`, date: "2026-01 – 2026-03-04" };
    expect(about()).toMatchObject(told);
    expect(about("--attribution", "us", "--date", "spring")).toMatchObject({ attribution: "us", date: "spring" });
    folder.start(["run", ...SMALL_CITY_LAYERS, ...ALSO, "-o", "out", "--quiet"]);
    for (const [name, text] of Object.entries(await readAbout("out")))
      expect([name, text.includes(told.attribution), text.includes(told.date)]).toEqual([name, true, true]);
  });
});

describe("an extract", () => {
  const WHEN = Date.UTC(2026, 2, 1, 20, 21) / 1000;
  const dated = { ...smallExtract, replicationSeconds: WHEN };
  const report = (file: string, ...more: string[]) =>
    JSON.parse(folder.start(["run", "--osm", file, "--json", "--quiet", ...more]).stdout).about;
  test("says itself of which day it is, packed and as XML; its files say whose the data are", async () => {
    writeFileSync(join(folder.path, "village.osm.pbf"), toPbf(dated));
    writeFileSync(join(folder.path, "village.osm"), toXml(dated));
    writeFileSync(
      join(folder.path, "overpass.osm"),
      toXml(smallExtract).replace('generator="test">', '$&<meta osm_base="2026-03-01T20:21:12Z"/>'),
    );
    for (const file of ["village.osm.pbf", "village.osm", "overpass.osm"])
      expect([file, report(file)]).toMatchObject([file, { date: "2026-03-01", attribution: OSM, madeBy: MADE_BY }]);
    expect(report("village.osm", "--date", "spring", "--attribution", "us")).toMatchObject({
      date: "spring",
      attribution: "us",
    });
    folder.start(["run", "--osm", "village.osm.pbf", ...ALSO, "-o", "out", "--quiet"]);
    for (const [name, text] of Object.entries(await readAbout("out")))
      expect([name, text.includes("2026-03-01"), text.includes(OSM), text.includes(MADE_BY)]).toEqual([
        name,
        true,
        true,
        true,
      ]);
  });
  test("that says no day, or none that can be, has none: nobody asks the clock", () => {
    const wrong = [undefined, 0, 4e11].map((replicationSeconds) => ({
      ...smallExtract,
      ...(replicationSeconds === undefined ? {} : { replicationSeconds }),
    }));
    for (const extract of wrong) {
      writeFileSync(join(folder.path, "village.osm.pbf"), toPbf(extract));
      expect(report("village.osm.pbf")).not.toHaveProperty("date");
    }
    writeFileSync(
      join(folder.path, "village.osm"),
      toXml(smallExtract).replace('generator="test"', '$& timestamp="yesterday"'),
    );
    expect(report("village.osm")).not.toHaveProperty("date");
  });
  test("also of what check and isochrone write", () => {
    writeFileSync(join(folder.path, "village.osm.pbf"), toPbf(dated));
    folder.start(["check", "--osm", "village.osm.pbf", "-o", "findings.geojson", "--quiet"]);
    folder.start(["isochrone", "--osm", "village.osm.pbf", "--at", "-9.098,38.7", "-o", "reach.geojson", "--quiet"]);
    for (const name of ["findings.geojson", "reach.geojson"]) {
      const { type, about } = JSON.parse(readFileSync(join(folder.path, name), "utf8"));
      expect([name, type, about]).toMatchObject([
        name,
        "FeatureCollection",
        { date: "2026-03-01", attribution: OSM, madeBy: MADE_BY },
      ]);
    }
  });
});

test("files of layers of which nobody said anything say what made them, and make nothing up", () => {
  folder.start(["run", ...SMALL_CITY_LAYERS, "-o", "out", "--quiet"]);
  expect(JSON.parse(readFileSync(join(folder.path, "out/report.json"), "utf8")).about).toEqual({ madeBy: MADE_BY });
  expect(readFileSync(join(folder.path, "out/report.md"), "utf8")).toMatch(/^# Fifteen-minute coverage report\n/);
});

test("keys of a configuration and variables say it, too", () => {
  folder.write(
    "city.json",
    JSON.stringify({ neighborhoods: "neighborhoods.geojson", facilities: "facilities.geojson", place: "A", date: "B" }),
  );
  const { stdout } = folder.start(["run", "--config", "city.json", "--json", "--quiet"], { QUARTERHOUR_DATE: "C" });
  expect(JSON.parse(stdout).about).toMatchObject({ place: "A", date: "C" });
});
