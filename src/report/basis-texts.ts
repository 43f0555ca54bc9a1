import type { Locale } from "../base/words.js";
import type { BasisSummary, RequirementSummary } from "../model/report.js";
import { BASES, type Basis } from "../model/standard.js";

interface BasisTexts {
  readonly name: string;
  readonly edition: string;
  readonly bases: Readonly<Record<Basis, string>>;
  readonly fields: Readonly<Record<keyof BasisSummary | "applied", string>>;
  readonly separators: readonly [ofCounts: string, ofParts: string, colon: string];
  readonly line: (total: number, parts: string, inPrint: number) => string;
}

/** What the requirements rest on, in both languages. */
export const BASIS_TEXTS: Readonly<Record<Locale, BasisTexts>> = {
  zh: {
    name: "依据",
    edition: "出处日期",
    bases: {
      print: "印刷本",
      copy: "原文副本",
      guide: "主管部门文件",
      press: "新闻报道",
      secondary: "转述资料",
      recalled: "凭记忆",
      ours: "自行设定",
    },
    fields: { listing: "列入", necessity: "必备或提升", minutes: "分钟数", metres: "米数", applied: "所用阈值" },
    separators: ["、", "；", "："],
    line: (total, parts, inPrint) =>
      `${total} 项要求的依据。${parts}。${inPrint === 0 ? "没有一项阈值与印刷版标准核对过。" : `${inPrint} 项阈值与印刷版标准核对过。`}`,
  },
  en: {
    name: "Basis",
    edition: "Source dated",
    bases: {
      print: "checked in print",
      copy: "copy of the text",
      guide: "authority's guide or notice",
      press: "press",
      secondary: "quoted by others",
      recalled: "recalled",
      ours: "own choice",
    },
    fields: {
      listing: "listing",
      necessity: "necessity",
      minutes: "minutes",
      metres: "meters",
      applied: "threshold applied",
    },
    separators: [", ", "; ", ": "],
    line: (total, parts, inPrint) =>
      `What the ${total} requirements rest on. ${parts}. ${inPrint === 0 ? "No threshold" : `Of the thresholds, ${inPrint}`} ${inPrint > 1 ? "were" : "was"} checked against a printed standard.`,
  },
};

/** What the threshold that was applied rests on. */
export function basisOfThreshold({ reach, basis }: Pick<RequirementSummary, "reach" | "basis">): Basis {
  return (reach === "time" ? basis.minutes : basis.metres) ?? "ours";
}

/** Counts what listing, necessity and the applied thresholds rest on, the firmest first; empty: nothing is asked for. */
export function toBasisLines(requirements: readonly RequirementSummary[], locale: Locale): string[] {
  if (requirements.length === 0) return [];
  const { bases, fields, separators, line } = BASIS_TEXTS[locale];
  const [ofCounts, ofParts, colon] = separators;
  const applied = requirements.map(basisOfThreshold);
  const count = (field: keyof typeof fields, found: readonly Basis[]) => {
    const counts = BASES.map((one) => [one, found.filter((other) => other === one).length] as const);
    const told = counts.filter(([, times]) => times > 0).map(([one, times]) => `${bases[one]} ${times}`);
    return `${fields[field]}${colon}${told.join(ofCounts)}`;
  };
  const parts = [
    count(
      "listing",
      requirements.map(({ basis }) => basis.listing),
    ),
    count(
      "necessity",
      requirements.map(({ basis }) => basis.necessity),
    ),
    count("applied", applied),
  ];
  const inPrint = applied.filter((one) => one === "print").length;
  const text = parts.join(ofParts);
  return [line(requirements.length, text.charAt(0).toUpperCase() + text.slice(1), inPrint)];
}

/** Tells field by field what a requirement rests on: `"listing: press; necessity: recalled; minutes: own choice"`. */
export function toBasisText({ basis }: Pick<RequirementSummary, "basis">, locale: Locale): string {
  const { bases, fields, separators } = BASIS_TEXTS[locale];
  const [, ofParts, colon] = separators;
  return (["listing", "necessity", "minutes", "metres"] as const)
    .flatMap((field) => {
      const found = basis[field];
      return found === null ? [] : [`${fields[field]}${colon}${bases[found]}`];
    })
    .join(ofParts);
}
