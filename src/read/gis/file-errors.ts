import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/files.js";
import type { Phrase } from "../../base/texts/phrase.js";

/** Says that a file is cut off or damaged: nothing of it is used. */
export function damaged(path: string, what: Phrase, cause?: unknown): CoverageError {
  return new CoverageError("DAMAGED_FILE", say("gis.damaged", { path, what }), {
    path,
    hint: say("gis.damaged.hint"),
    ...(cause === undefined ? {} : { cause }),
  });
}

/** Says that a file ends before what it announces. */
export function cutOff(path: string, needed: number, has: number): CoverageError {
  return damaged(path, say("gis.cutOff", { needed, has }));
}

/** Says what a library did not understand of a file, whatever it throws. */
export function notUnderstood(path: string, cause: unknown): CoverageError {
  if (cause instanceof CoverageError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return damaged(path, say("gis.notUnderstood", { reason: reason.replace(/\s+/g, " ").slice(0, 200) }), cause);
}

/** Says that something in a file is of a kind that is not read. */
export function notRead(path: string, what: Phrase, hint: Phrase): CoverageError {
  return new CoverageError("UNKNOWN_FORMAT", say("gis.notRead", { path, what }), { path, hint });
}

/** Says that a number goes beyond a limit that is there for the memory's sake. */
export function beyondLimit(path: string, what: Phrase, value: number, most: number): CoverageError {
  return new CoverageError("LIMIT_EXCEEDED", say("gis.beyondLimit", { path, what, value, most }), {
    path,
    hint: say("gis.beyondLimit.hint"),
  });
}

/** A layer of a file, as it is listed to choose from. */
export interface LayerOfFile {
  readonly name: string;
  /** How many features it has; `null`: not known without reading it. */
  readonly count: number | null;
}

/** The names of the layers that a refusal of {@link chooseLayer} lists; none of any other text. */
export function layersListed({ id, values }: Phrase): string[] {
  if (id !== "gis.severalLayers") return [];
  const listed = String(values.listed);
  // files of an archive stand without counts
  return listed.split(/ \(\d+\)(?:, |$)/.test(listed) ? / \(\d+\)(?:, |$)/ : ", ").filter((name) => name !== "");
}

/**
 * Chooses the layer to read: the only one, or the one that is named.
 *
 * @throws {CoverageError} `LAYER_NEEDED` listing the layers with their counts, where several are there and none, or none of these, is named
 */
export function chooseLayer<L extends LayerOfFile>(path: string, layers: readonly L[], wanted: string | undefined): L {
  const [first] = layers;
  if (wanted === undefined && layers.length === 1 && first !== undefined) return first;
  const found = wanted === undefined ? undefined : layers.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  const listed = layers.map(({ name, count }) => (count === null ? name : `${name} (${count})`)).join(", ");
  const [suggested] = [...layers].sort((a, b) => (b.count ?? 0) - (a.count ?? 0));
  throw new CoverageError(
    "LAYER_NEEDED",
    wanted === undefined
      ? say("gis.severalLayers", { path, count: layers.length, listed })
      : say("gis.noSuchLayer", { path, wanted: JSON.stringify(wanted.slice(0, 80)), listed }),
    { path, hint: say("gis.severalLayers.hint", { path, suggested: suggested?.name ?? "" }) },
  );
}
