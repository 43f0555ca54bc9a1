import { minutes as toSeconds } from "../base/units.js";
import type { Label } from "../base/words.js";
import type { CategoryId } from "../model/facts.js";
import type {
  Basis,
  CircleId,
  Necessity,
  Requirement,
  RequirementAlternative,
  RequirementBasis,
} from "../model/standard.js";

/** A document that a line of a standard cites, and its date, if it is known. */
export interface CitedDocument extends Label {
  readonly edition?: string;
}

/** Names a document; the Chinese name serves in English too where it is a number. */
export function cited(zh: string, en: string = zh, edition?: string): CitedDocument {
  return { zh, en, ...(edition === undefined ? {} : { edition }) };
}

/** A line of a standard, as a row of a table. */
export type Line = readonly [
  category: CategoryId,
  necessity: Necessity,
  /** `null`: the text gives only metres. */
  minutes: number | null,
  /** `null`: only minutes. */
  meters: number | null,
  /** A letter of {@link BASIS_OF} each for listing, necessity, minutes and metres; `-` where there is no such threshold. */
  basis: string,
  /** First the one that the threshold is from. */
  ...documents: readonly CitedDocument[],
];

const BASIS_OF: Readonly<Record<string, Basis>> = {
  c: "copy",
  g: "guide",
  p: "press",
  s: "secondary",
  r: "recalled",
  o: "ours",
};
const FIELDS: readonly Label[] = [
  { zh: "列入", en: "the listing" },
  { zh: "必备或提升", en: "the necessity" },
  { zh: "分钟数", en: "the minutes" },
  { zh: "米数", en: "the meters" },
];

/**
 * Writes out the rows of one circle. What is nobody's but our own choice is said in the source.
 *
 * @param orElse what else satisfies a line, by its category
 */
export function toRequirements(
  circle: CircleId,
  lines: readonly Line[],
  orElse: Readonly<Record<CategoryId, readonly RequirementAlternative[]>> = {},
): Requirement[] {
  return lines.map(([category, necessity, minutes, meters, letters, ...documents]) => {
    const edition = documents[0]?.edition;
    return {
      ...{ id: category, category, circle, necessity },
      threshold: {
        ...(minutes === null ? {} : { time: toSeconds(minutes) }),
        ...(meters === null ? {} : { network: meters }),
      },
      ...(orElse[category] === undefined ? {} : { orElse: orElse[category] }),
      source: toSource(letters, documents),
      basis: toBasis(letters),
      ...(edition === undefined ? {} : { edition }),
    };
  });
}

/** Writes out the letters of a line. @param letters one each for listing, necessity, minutes and metres, as in {@link Line} */
export function toBasis(letters: string): RequirementBasis {
  const [listing = "ours", necessity = "ours", minutes, metres] = [...letters].map((letter) => BASIS_OF[letter]);
  return {
    ...{ listing, necessity },
    ...(minutes === undefined ? {} : { minutes }),
    ...(metres === undefined ? {} : { metres }),
  };
}

/** Names the documents of a line, and which of its fields are nobody's but our own choice. */
export function toSource(letters: string, documents: readonly CitedDocument[]): Label {
  const own = FIELDS.filter((_, row) => letters[row] === "o");
  const ours = {
    zh: `本项目设定：${own.map(({ zh }) => zh).join("、")}`,
    en: `our choice: ${own.map(({ en }) => en).join(", ")}`,
  };
  const parts: readonly Label[] = own.length === 0 ? documents : [...documents, ours];
  return { zh: parts.map(({ zh }) => zh).join("；"), en: parts.map(({ en }) => en).join("; ") };
}
