import { statSync } from "node:fs";
import { CoverageError } from "../base/errors.js";
import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/node.js";
import type { Phrase } from "../base/texts/phrase.js";
import { readGeoJsonText } from "../read/parse-geojson-text.js";
import { assertReadableFile } from "../read/recognize-file.js";
import { type FormatOptions, formatOf } from "./input-formats.js";
import { openFile } from "./open-file.js";
import { headOf, readHead } from "./read-head.js";
import { splitPart } from "./split-part.js";

/** The first features of a file as GeoJSON, and what had to be said to read them. */
export interface Sample {
  readonly text: string;
  /** What the file does not tell, and was tried: for people to look over. */
  readonly facts: Pick<FormatOptions, "encoding" | "crs" | "axes">;
  /** Why it could not be read. */
  readonly problem: Phrase | null;
}

const SAMPLE_COUNT = 500;
/** How the texts of a GeoJSON sequence begin. */
const SEQUENCE = "\u001e";
/** Larger files of other formats are not read for a proposal. */
const MAX_BYTES = 200_000_000;
/** What a refusal asks for, and what is most likely meant. */
const PROPOSALS: Readonly<Record<string, Sample["facts"]>> = {
  "table.notUtf8.hint": { encoding: "gb18030" },
  "table.notUtf8Western.hint": { encoding: "windows-1252" },
  "table.utf16.hint": { encoding: "utf-16le" },
  "table.utf16Big.hint": { encoding: "utf-16be" },
  "shapefile.noEncoding.hint": { encoding: "gb18030" },
  "shapefile.noEncodingWestern.hint": { encoding: "windows-1252" },
  "table.swapped.hint": { axes: "north-first" },
  "gis.northFirst.hint": { axes: "north-first" },
  "table.datum.amap.hint": { crs: "gcj02" },
  "table.datum.baidu.hint": { crs: "bd09" },
};

/** A raster as its first cell; what it holds, its name tells. */
export const RASTER_SAMPLE: string = JSON.stringify({
  features: [{ type: "Feature", properties: { population: 0 }, geometry: { type: "Point", coordinates: [] } }],
});

/** Reads the first features of a file in whatever format. Never throws: what is wrong is told. */
export async function readSample(given: string, layer: Layer = "facilities"): Promise<Sample> {
  const { path, part: named } = splitPart(given);
  const head = readHead(path);
  if (/^\s*[[{]/.test(head)) return { text: head, facts: {}, problem: null };
  try {
    if (statSync(path).size > MAX_BYTES) return { text: head, facts: {}, problem: null };
    const { bytes, part } = openFile(path, named);
    const options: FormatOptions = { layer, path, ...(part === undefined ? {} : { part }) };
    const format = formatOf(bytes, options);
    if (format === undefined) {
      const own = headOf(bytes);
      if (/^\s*[[{]/.test(own) || own.trimStart().startsWith(SEQUENCE)) return { text: own, facts: {}, problem: null };
      assertReadableFile(bytes, path);
      readGeoJsonText(bytes, path); // throws what it is instead
      return { text: own, facts: {}, problem: null };
    }
    if (format.id === "raster") return { text: RASTER_SAMPLE, facts: {}, problem: null };
    return await readWith(async (facts) => {
      const reading = await format.read(bytes, { ...options, ...facts });
      return "features" in reading ? reading.features : [];
    }, {});
  } catch (error) {
    return { text: "", facts: {}, problem: toldOf(error) };
  }
}

async function readWith(
  read: (facts: Sample["facts"]) => Promise<readonly unknown[]>,
  facts: Sample["facts"],
): Promise<Sample> {
  try {
    const features = (await read(facts)).slice(0, SAMPLE_COUNT);
    return { text: JSON.stringify({ features }), facts, problem: null };
  } catch (error) {
    const proposal = PROPOSALS[(error instanceof CoverageError ? error.problem.hint?.id : undefined) ?? ""] ?? {};
    const isNew = Object.keys(proposal).some((key) => !Object.hasOwn(facts, key));
    if (isNew) return await readWith(read, { ...facts, ...proposal });
    throw error;
  }
}

function problemOf(error: unknown): Phrase | null {
  return error instanceof CoverageError ? error.problem.message : null;
}

/** What is wrong, and for a format that is not read the command that converts it. */
function toldOf(error: unknown): Phrase | null {
  const message = problemOf(error);
  const hint = error instanceof CoverageError ? error.problem.hint : null;
  const isForeign = error instanceof CoverageError && error.code === "UNKNOWN_FORMAT";
  return isForeign && message !== null && hint !== null ? say("init.problem", { message, hint }) : message;
}
