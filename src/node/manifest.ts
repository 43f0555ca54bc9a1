import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { isJsonObject } from "../base/json-object.js";
import type { CoverageReport } from "../model/report.js";
import type { ReportAbout } from "../model/report-about.js";
import type { StandardSummary } from "../model/standard-summary.js";
import type { TravelSummary } from "../model/travel.js";
import type { OutputSubject } from "./output-files.js";
import type { WrittenFile } from "./output-folder.js";

/** The file that lists all others, and is written last. */
export const MANIFEST_NAME = "manifest.json";

/** A file of the input, with its bytes as they lie on the disk. */
export interface ManifestInput {
  readonly layer: string;
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Which files were made of which, by what. */
export interface Manifest {
  readonly madeBy: { readonly name: string; readonly version: string };
  readonly attribution?: string;
  /** What the report says of its data. */
  readonly about?: ReportAbout;
  readonly schemaVersion: CoverageReport["schemaVersion"];
  readonly standard: Pick<StandardSummary, "id" | "source" | "judgeBy">;
  readonly profile: string;
  readonly travel: readonly Pick<TravelSummary, "id" | "parameters">[];
  readonly inputs: readonly FileFingerprint[];
  readonly outputs: readonly WrittenFile[];
}
/** A file of the input; `layer` may be `osm` for an extract, or `edits`. */
export interface FileFingerprint extends Fingerprint {
  readonly layer: string;
  readonly file: string;
}
interface Fingerprint {
  readonly bytes: number;
  readonly sha256: string;
}

/** Which files were made of which, by what: for whoever must be able to say so later. Holds no time: the same input gives the same bytes. */
export function toManifest(
  { report }: Pick<OutputSubject, "report">,
  inputs: readonly ManifestInput[],
  outputs: readonly WrittenFile[],
): string {
  const { about } = report;
  const facts: Manifest = {
    madeBy: { name: manifest.name, version: manifest.version },
    ...(about === undefined ? {} : { about }),
    ...(about?.attribution === undefined ? {} : { attribution: about.attribution }),
    schemaVersion: report.schemaVersion,
    standard: { id: report.standard.id, source: report.standard.source, judgeBy: report.standard.judgeBy },
    profile: report.profile.id,
    travel: report.travel.map(({ id, parameters }) => ({ id, parameters })),
    inputs: inputs.map(({ layer, file, bytes }) => ({ layer, file, ...fingerprint(bytes) })),
    outputs,
  };
  return `${JSON.stringify(facts, null, 2)}\n`;
}

function fingerprint(bytes: Uint8Array): Fingerprint {
  return { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/**
 * Lists the files of an earlier run that are still what its manifest says: nobody else made them.
 *
 * @param names those that a run may write
 */
export function listEarlierFiles(directory: string, names: readonly string[]): string[] {
  const wanted = new Set(names);
  return readManifestOutputs(join(directory, MANIFEST_NAME))
    .filter(({ name, sha256 }) => wanted.has(name) && hashOf(join(directory, name)) === sha256)
    .map(({ name }) => name);
}

function readManifestOutputs(path: string): readonly { readonly name: string; readonly sha256: unknown }[] {
  try {
    const { outputs } = JSON.parse(readFileSync(path, "utf8"));
    if (!Array.isArray(outputs)) return [];
    return outputs.filter(isJsonObject).map(({ name, sha256 }) => ({ name: String(name), sha256 }));
  } catch {
    return []; // there is none
  }
}

function hashOf(path: string): string | null {
  try {
    return fingerprint(readFileSync(path)).sha256;
  } catch {
    return null;
  }
}
