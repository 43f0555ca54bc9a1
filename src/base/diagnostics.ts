import type { Layer } from "./layers.js";
import { type DiagnosticCode, FINDINGS } from "./texts/findings.js";
import type { Texts } from "./texts/phrase.js";

/** Something in the data that a reader of the report must know. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: "info" | "warning";
  readonly layer: Layer | null;
  /** How many features (or places) it concerns. */
  readonly count: number;
  /** Up to five of them, the first in alphabetical order. */
  readonly sampleIds: readonly string[];
  /** All of them, in alphabetical order and at most 10,000 (`MOST_IDS`), where they are more than the samples. Not in reports. */
  readonly ids?: readonly string[];
  /** Up to ten findings with their counts, the most frequent first: `"amenity=bench (201)"`. */
  readonly examples: readonly string[];
  /** What it means, in English; `toDiagnosticText` writes it in Chinese, too. */
  readonly message: string;
  /** What to do about it, in English and for those who call the library; `toDiagnosticText` tells it to others. */
  readonly action: string;
}

/** Findings that a reader may want to know; all others are warnings. */
const INFOS: readonly DiagnosticCode[] = [
  "geometry.parts",
  "geometry.antimeridian",
  "ring.winding",
  "crs.member",
  "row.repeated",
  "row.partOfPlace",
  "table.columnsChosen",
  "table.sheetChosen",
  "id.missing",
  "property.assumed",
  "population.outside",
  "population.split",
  "neighborhood.smallerThanLattice",
  "origins.coarser",
  "neighborhood.hexagons",
  "neighborhood.unpopulated",
  "neighborhood.edge",
  "category.unknown",
  "category.noData",
  "category.onlyAmbiguous",
  "category.few",
  "facility.entrance",
  "facility.closedEntrance",
  "facility.closed",
  "facility.twin",
  "facility.private",
  "facility.duplicate",
  "facility.movedOffFragment",
  "street.closed",
  "street.privateExit",
  "edge.zeroLength",
  "network.islands",
  "origin.movedOffFragment",
  "crs.assumed",
  "record.deleted",
  "raster.noData",
  "raster.people",
  "raster.points",
  "osm.tooFewNodes",
  "osm.noGeometry",
  "osm.level",
  "osm.peopleOfPlaces",
  "building.people",
  "building.none",
  "building.notHome",
  "building.noOutline",
  "building.outside",
  "building.unused",
  "jobs.outside",
  "landUse.other",
  "barrier.passable",
];
const SAMPLE_COUNT = 5;
/** So many ids of one finding are kept, the first in alphabetical order. */
export const MOST_IDS = 10_000;
const EXAMPLE_COUNT = 10;

interface Entry {
  readonly code: DiagnosticCode;
  readonly layer: Layer | null;
  count: number;
  ids: string[];
  /** The last that was kept when there were too many: those after it are no longer needed. */
  lastId: string | null;
  readonly examples: Map<string, number>;
}

/** Collects findings; the list does not depend on the order in which they were added. */
export class Diagnostics {
  readonly #entries = new Map<string, Entry>();
  readonly #texts: Texts;

  /** @param texts the findings that there may be, by code. Default: those of the core */
  constructor(texts: Texts = FINDINGS) {
    this.#texts = texts;
  }

  /** Adds one finding. `example` is a short value that is worth counting: a tag, a spelling. */
  add(code: DiagnosticCode, layer: Layer | null, id: string | null = null, example: string | null = null): void {
    this.addMany(code, layer, 1, id === null ? [] : [id], example === null ? [] : [example]);
  }

  /** Adds `count` findings of which only some are named. */
  addMany(
    code: DiagnosticCode,
    layer: Layer | null,
    count: number,
    ids: readonly string[] = [],
    examples: readonly string[] = [],
  ): void {
    if (count === 0) return;
    const key = `${code} ${layer}`;
    let entry = this.#entries.get(key);
    if (entry === undefined) {
      entry = { code, layer, count: 0, ids: [], lastId: null, examples: new Map() };
      this.#entries.set(key, entry);
    }
    entry.count += count;
    for (const id of ids) if (entry.lastId === null || compareText(id, entry.lastId) < 0) entry.ids.push(id);
    if (entry.ids.length > 4 * MOST_IDS) {
      entry.ids = firstOf(entry.ids);
      entry.lastId = entry.ids[MOST_IDS - 1] ?? null;
    }
    for (const example of examples) entry.examples.set(example, (entry.examples.get(example) ?? 0) + 1);
  }

  /** How many findings there are of a code in a layer. */
  count(code: DiagnosticCode, layer: Layer | null): number {
    return this.#entries.get(`${code} ${layer}`)?.count ?? 0;
  }

  /** Lists the findings, by code and layer. */
  list(): Diagnostic[] {
    return sortDiagnostics([...this.#entries.values()].map((entry) => toDiagnostic(entry, this.#texts)));
  }
}

/** Puts diagnostics of several readers into one order: warnings first, then by code and layer. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ severity, code, layer }: Diagnostic) => `${severity === "warning" ? 0 : 1} ${code} ${layer}`;
  return [...diagnostics].sort((a, b) => compareText(key(a), key(b)));
}

/** Compares by code units: the same order on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstOf(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort(compareText).slice(0, MOST_IDS);
}

/** Gives a finding as reports have it: with samples only. */
export function toReported({ ids: _, ...reported }: Diagnostic): Diagnostic {
  return reported;
}

/** Tells whether a finding is a warning, or something to know. */
export function severityOf(code: DiagnosticCode): Diagnostic["severity"] {
  return INFOS.includes(code) ? "info" : "warning";
}

function toDiagnostic({ code, layer, count, ids: found, examples }: Entry, texts: Texts): Diagnostic {
  const ids = firstOf(found);
  const frequent = [...examples].sort(([a, m], [b, n]) => n - m || compareText(a, b)).slice(0, EXAMPLE_COUNT);
  return {
    code,
    severity: severityOf(code),
    layer,
    count,
    sampleIds: ids.slice(0, SAMPLE_COUNT),
    ...(ids.length > SAMPLE_COUNT && { ids }),
    examples: frequent.map(([example, times]) => (times === 1 ? example : `${example} (${times})`)),
    message: texts[code] ?? code,
    action: texts[`${code}.action`] ?? "",
  };
}
