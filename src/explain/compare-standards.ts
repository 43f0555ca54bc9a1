import { invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardShape } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import type { Label } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { assertRendering } from "../report/check-report.js";
import { rankCorrelation, ranksOf } from "./rank-correlation.js";

/** How far two standards agree on which neighborhoods are well off. */
export interface StandardAgreement {
  /** Ids of the standards, or of the reports, in the order they were given. */
  readonly standards: readonly [string, string];
  /**
   * Spearman's rank correlation of the neighborhoods by the part of everyday services within reach, −1 to 1; neighborhoods alike share a
   * rank. `null`: fewer than two are known, or one of the standards tells none apart.
   */
  readonly rankCorrelation: number | null;
  /** Neighborhoods by how far their rank moves, the farthest first; ties in the order of the report. At most twenty. */
  readonly movers: readonly StandardMover[];
}

/** A neighborhood that two standards rank otherwise. Rank 1 is the best. */
export interface StandardMover {
  readonly neighborhoodId: string;
  readonly name: string | null;
  readonly ranks: readonly [number, number];
}

/** Reports of one city by several standards, side by side. */
export interface StandardsComparison {
  readonly standards: readonly {
    readonly id: string;
    readonly label: Label;
    /** The part of everyday services that people have within reach, 0 to 1; `null`: nothing is known. */
    readonly city: number | null;
    readonly services: { readonly value: number | null; readonly of: number };
  }[];
  /** Of every two of them. */
  readonly agreements: readonly StandardAgreement[];
}

const MOST_MOVERS = 20;

/**
 * Compares reports of one city by several standards: whether they agree on which neighborhoods are well off, and which of them move
 * most. Neighborhoods are matched by id; those that one of the reports knows nothing of are left out of its pairs.
 *
 * @param reports two or more, as `computeCoverages` gives them
 * @throws {CoverageError} INVALID_ARGUMENT for fewer, or for what is not a report
 *
 * @example
 * ```ts
 * import { computeCoverages } from "quarterhour";
 * import { compareStandards } from "quarterhour/explain";
 * import { chengduFourCircles, fifteenMinuteCity } from "quarterhour/standards";
 *
 * const reports = computeCoverages(city, { standards: [chengduFourCircles, fifteenMinuteCity] });
 * const { agreements } = compareStandards(reports);
 * agreements.length; // → 1
 * ```
 */
export function compareStandards(reports: readonly CoverageReport[]): StandardsComparison {
  return guardShape("compareStandards", () => {
    if (!Array.isArray(reports)) throw invalid("reports", reports, say("expected.list"));
    const given = reports as readonly CoverageReport[];
    for (const report of given) assertRendering(report, {});
    if (given.length < 2)
      throw new CoverageError("INVALID_ARGUMENT", say("standards.tooFew"), {
        path: "reports",
        hint: say("standards.tooFew.hint"),
      });
    return {
      standards: given.map(({ standard: { id, label }, city: { services } }) => ({
        ...{ id, label, city: services.value === null ? null : services.value / services.of },
        services: { value: services.value, of: services.of },
      })),
      agreements: given.flatMap((one, row) => given.slice(row + 1).map((other) => agreementOf(one, other))),
    };
  });
}

function agreementOf(one: CoverageReport, other: CoverageReport): StandardAgreement {
  const valuesOf = ({ neighborhoods }: CoverageReport) =>
    new Map(neighborhoods.map(({ id, services: { value, of } }) => [id, value === null ? null : value / of]));
  const [first, second] = [valuesOf(one), valuesOf(other)];
  const common = one.neighborhoods.flatMap(({ id, name }) => {
    const [a, b] = [first.get(id) ?? null, second.get(id) ?? null];
    return a === null || b === null ? [] : [{ id, name, a, b }];
  });
  const ranks = [ranksOf(common.map(({ a }) => -a)), ranksOf(common.map(({ b }) => -b))] as const;
  const movers = common
    .map(
      ({ id, name }, row): StandardMover => ({
        ...{ neighborhoodId: id, name },
        ranks: [ranks[0][row] as number, ranks[1][row] as number],
      }),
    )
    .filter(({ ranks: [a, b] }) => a !== b)
    .sort((a, b) => Math.abs(b.ranks[0] - b.ranks[1]) - Math.abs(a.ranks[0] - a.ranks[1]));
  return {
    standards: [one.standard.id, other.standard.id],
    rankCorrelation: rankCorrelation(
      common.map(({ a }) => a),
      common.map(({ b }) => b),
    ),
    movers: movers.slice(0, MOST_MOVERS),
  };
}
