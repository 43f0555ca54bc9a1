import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import type { Phrase } from "../../base/texts/phrase.js";
import type { Locale } from "../../base/words.js";
import type { ReportComparison } from "../../compare/comparison.js";
import type { CoverageReport } from "../../model/report.js";
import type { Standard } from "../../model/standard.js";
import { type Digits, digitsOf, formatScore, formatShare, toDecimals } from "../../report/format-number.js";
import { judgedShare } from "../../report/shortfalls.js";
import { suggest } from "../command-line/nearest-name.js";

/** What `--fail-under` and `--fail-if-worse` find: one thing that was asked for, and whether it is so. */
export interface GateResult {
  readonly name: string;
  /** `null`: passed. */
  readonly failure: Phrase | null;
}

type Gates = Readonly<Record<string, number>>;

/** What one gate is about. */
interface Gate {
  readonly name: string;
  readonly kind: "complete" | "score" | "share";
  /** The circle or requirement. */
  readonly id: string;
  readonly least: number;
}

/**
 * Checks the names of gates, before any work: `circle`, `score`, `score:circle`, `share:requirement`.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` for a circle or requirement that the standard does not have, or scores where it has none
 */
export function assertGates(standard: Standard, gates: Gates = {}): void {
  const circles = standard.circles.map(({ id }) => id);
  const requirements = standard.requirements.map(({ id }) => id);
  for (const name of Object.keys(gates)) {
    const [kind, id] = splitName(name);
    if (kind === "score" && standard.scoring === undefined) throw usage(say("usage.gateNoScores", { name }));
    if (kind === "score" && id === null) continue;
    const known = kind === "share" ? requirements : circles;
    if (id !== null && known.includes(id)) continue;
    const problem =
      kind === "share" ? say("usage.gateRequirement", { id: id ?? "" }) : say("usage.gate", { circle: id ?? "" });
    throw usage(problem, suggest(id ?? "", known));
  }
}

/** Holds a report against its gates. What is unknown does not pass: nobody could say that it is reached. */
export function checkGates(report: CoverageReport, gates: Gates | undefined, locale: Locale): GateResult[] {
  return listGates(report, gates ?? {}).map((gate) => ({ name: gate.name, failure: failureOf(gate, report, locale) }));
}

/** A score that is asked of no circle is asked of each. */
function listGates({ standard }: CoverageReport, gates: Gates): Gate[] {
  return Object.entries(gates).flatMap(([name, least]): Gate[] => {
    const [kind, id] = splitName(name);
    if (id !== null) return [{ name, kind, id, least }];
    return standard.circles.map((circle) => ({ name: `${name}:${circle.id}`, kind, id: circle.id, least }));
  });
}

function failureOf({ name, kind, id, least }: Gate, report: CoverageReport, locale: Locale): Phrase | null {
  const { city, standard } = report;
  const digits = digitsOf(city, "population");
  const label = [...standard.circles, ...standard.requirements].find((one) => one.id === id)?.label[locale] ?? id;
  if (kind === "score") {
    const { score } = city.circles[id];
    if (score === null) return say("run.gateScoreUnknown", { id: name, label, least });
    return score >= least ? null : say("run.gateScore", { id: name, label, score: formatScore(score, digits), least });
  }
  const found = kind === "share" ? city.requirements[id] : city.circles[id];
  const share = "status" in found && found.status === "no-data" ? null : judgedShare(found, "population").share;
  const asked = { id: name, label, least: `${toDecimals(100 * least, 6)}%` };
  if (share === null) return say(kind === "share" ? "run.gateShareUnknown" : "run.gateUnknown", asked);
  if (share >= least) return null;
  const told = { ...asked, share: toShareBelow(share, digits) };
  return kind === "share" ? say("run.gateShare", told) : say("run.gateFailed", told);
}

/** Every score and share of the city in two reports: one that fell, or is not known any more, is worse. */
export function checkWorse({ city, circles, requirements }: ReportComparison, locale: Locale): GateResult[] {
  const changes = [
    ...circles.flatMap(({ id, label }) => {
      const { score, complete } = city.circles[id] ?? {};
      return [
        { name: `score:${id}`, label: label[locale], change: score, write: (value: number) => formatScore(value, 1) },
        { name: id, label: label[locale], change: complete, write: (value: number) => formatShare(value, 1) },
      ];
    }),
    ...requirements.map(({ id, label }) => ({
      name: `share:${id}`,
      label: label[locale],
      change: city.requirements[id]?.share,
      write: (value: number) => formatShare(value, 1),
    })),
  ];
  return changes.flatMap(({ name, label, change, write }): GateResult[] => {
    if (change === undefined || change.before === null) return [];
    const { before, after } = change;
    const isWorse = after === null || after < before - 1e-9;
    const told = { id: name, label, before: write(before), after: after === null ? "–" : write(after) };
    return [{ name, failure: isWorse ? say("compare.worse", told) : null }];
  });
}

function splitName(name: string): ["complete" | "score" | "share", string | null] {
  const [, kind, id] = /^(score|share)(?::(.*))?$/s.exec(name) ?? [];
  return kind === undefined ? ["complete", name] : [kind as "score" | "share", id ?? null];
}

/** Rounded down, so that it never seems to reach what it misses. */
function toShareBelow(share: number, digits: Digits): string {
  const parts = 100 * 10 ** digits;
  return formatShare(share * parts < 1 ? share : Math.floor(share * parts) / parts, digits);
}

function usage(problem: Phrase, hint?: Phrase): CoverageError {
  return new CoverageError("INVALID_ARGUMENT", problem, hint === undefined ? {} : { hint });
}
