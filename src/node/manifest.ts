import { createHash } from "node:crypto";
import manifest from "../../package.json" with { type: "json" };
import type { CoverageReport } from "../model/report.js";

/** A file of the input, as it was read. */
export interface ManifestInput {
  readonly layer: string;
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Which files were made of which, by what: for whoever must be able to say so later. Holds no time: the same input gives the same bytes. */
export function toManifest(
  report: CoverageReport,
  inputs: readonly ManifestInput[],
  outputs: readonly (readonly [name: string, content: string | Uint8Array])[],
): string {
  const facts = {
    madeBy: { name: manifest.name, version: manifest.version },
    schemaVersion: report.schemaVersion,
    standard: { id: report.standard.id, source: report.standard.source, judgeBy: report.standard.judgeBy },
    profile: report.profile.id,
    travel: report.travel.map(({ id, parameters }) => ({ id, parameters })),
    inputs: inputs.map(({ layer, file, bytes }) => ({ layer, file, ...fingerprint(bytes) })),
    outputs: outputs.map(([name, content]) => ({ name, ...fingerprint(content) })),
  };
  return `${JSON.stringify(facts, null, 2)}\n`;
}

function fingerprint(content: string | Uint8Array): { readonly bytes: number; readonly sha256: string } {
  const bytes = typeof content === "string" ? Buffer.byteLength(content) : content.length;
  return { bytes, sha256: createHash("sha256").update(content).digest("hex") };
}
