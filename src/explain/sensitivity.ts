import { computeCoverage } from "../assess/compute-coverage.js";
import { withFound } from "../assess/with-found.js";
import { assertKeys, assertNumber, checkObject, invalid } from "../base/check-argument.js";
import { guardShape } from "../base/guard-call.js";
import { isJsonObject } from "../base/json-object.js";
import { say } from "../base/texts/library.js";
import { PreparedCity } from "../city/prepared-city.js";
import type { CoverageReport } from "../model/report.js";
import type { Assumption, Band, Sensitivity, SensitivityRun } from "../model/sensitivity.js";
import type { RequirementAlternative, Standard, Threshold } from "../model/standard.js";
import { MAX_NEAREST_COUNT, type TravelProfile } from "../model/travel.js";
import { assertRendering } from "../report/check-report.js";
import { basisOf } from "../report/shortfalls.js";
import { type AskedAgain, askAgain } from "../scenarios/ask-again.js";
import { openScenario } from "../scenarios/open-scenario.js";
import type { TravelModel } from "../travel/travel-model.js";
import { seededDraw } from "./seeded-draw.js";

/** How far assumptions are moved. */
export interface SensitivityOptions {
  /** The travel models of the report. Default: those that it was computed by; of a report that was read from a file, those that it names. */
  readonly travel?: readonly TravelModel[];
  /** Speeds, thresholds and the distance up to which places are attached are divided and multiplied by this. Default: 1.2. */
  readonly factor?: number;
  /** The share of facilities that is left out at random, 0 to 1. Default: 0.1. */
  readonly loss?: number;
  /** How often facilities are left out, each time others. Default: 5. */
  readonly draws?: number;
  /** Default: 1. */
  readonly seed?: number;
  /**
   * The same city prepared with another lattice (`originSpacingMeters`), each with its spacing: a prepared city has its lattice for good.
   * Default: none, and the lattice is not varied.
   */
  readonly lattices?: readonly { readonly meters: number; readonly city: PreparedCity }[];
}

/** More would say nothing that these do not, and take for ever. */
const MOST_DRAWS = 1000;
const MOST_FACTOR = 100;

function isLattice(value: unknown): boolean {
  return isJsonObject(value) && typeof value.meters === "number" && value.city instanceof PreparedCity;
}

const OPTION_KEYS = new Set(["travel", "factor", "loss", "draws", "seed", "lattices"]);

/**
 * Computes how far the headline numbers of a report move with what was assumed: walking speed, thresholds, one more facility needed of each
 * kind, the distance up to which places are attached to streets, facilities that are missing from the data, the lattice. Each
 * assumption is changed alone.
 *
 * @param city the one that the report was computed of
 * @returns every run, and the band from the least to the most of them, the report included
 * @throws {CoverageError} INVALID_ARGUMENT for what is no city, report or option; what `computeCoverage` throws
 *
 * @example
 * ```ts
 * import { computeSensitivity } from "quarterhour/explain";
 *
 * const { services } = computeSensitivity(city, report, { draws: 2 });
 * services !== null && services.low <= services.high; // → true
 * ```
 */
export function computeSensitivity(
  city: PreparedCity,
  report: CoverageReport,
  options: SensitivityOptions = {},
): Sensitivity {
  return guardShape("computeSensitivity", () => {
    if (!(city instanceof PreparedCity)) throw invalid("city", city, say("expected.preparedCity"));
    assertRendering(report, {});
    checkObject("options", options);
    assertKeys(options, OPTION_KEYS);
    const { factor = 1.2, loss = 0.1, draws = 5, seed = 1, lattices = [], travel } = options;
    for (const [name, value] of Object.entries({ factor, loss, draws, seed })) assertNumber(`options.${name}`, value);
    if (!(factor > 1)) throw invalid("options.factor", factor, say("expected.factor"));
    if (!(factor <= MOST_FACTOR)) throw invalid("options.factor", factor, say("expected.factor"));
    if (!(loss >= 0 && loss <= 1)) throw invalid("options.loss", loss, say("expected.share"));
    if (!(Number.isInteger(draws) && draws >= 0 && draws <= MOST_DRAWS))
      throw invalid("options.draws", draws, say("expected.draws", { most: MOST_DRAWS }));
    if (!Array.isArray(lattices) || !(lattices as readonly unknown[]).every(isLattice))
      throw invalid("options.lattices", lattices, say("expected.lattices"));
    const asked = askAgain(city, report, travel);
    const { standard } = asked;
    const judge = (changed: Partial<AskedAgain>, of: PreparedCity = city) =>
      computeCoverage(of, { ...asked, ...changed });
    const runs: SensitivityRun[] = [];
    const add = (assumption: Assumption, setting: number, found: CoverageReport) =>
      runs.push(toRun(assumption, setting, found));
    for (const by of [1 / factor, factor]) add("speed", by, judge({ profile: atSpeed(report.profile, by) }));
    for (const by of [1 / factor, factor]) add("threshold", by, judge({ standard: withThresholds(standard, by) }));
    add("count", 1, judge({ standard: withOneMore(standard) }));
    for (const by of [1 / factor, factor]) {
      const maxAccessMeters = report.profile.maxAccessMeters * by;
      add("access", by, judge({ profile: { ...report.profile, maxAccessMeters } }));
    }
    for (const { meters, city: other } of lattices) add("lattice", meters, judge({}, other));
    for (const found of withLosses(city, asked, { loss, draws, seed })) add("facilities", loss, found);
    const all = [toRun("count", 0, report), ...runs];
    return {
      runs,
      services: bandOf(all.map(({ services }) => services)),
      circles: Object.fromEntries(
        report.standard.circles.map(({ id }) => [id, bandOf(all.map(({ circles }) => circles[id] ?? null))]),
      ),
      seed,
    };
  });
}

/** Gives a report with its sensitivity, so that renderings tell a band beside the headline. @throws {CoverageError} INVALID_ARGUMENT */
export function withSensitivity(report: CoverageReport, sensitivity: Sensitivity): CoverageReport {
  return withFound("withSensitivity", report, {
    ...{ name: "sensitivity", value: sensitivity, expected: say("expected.sensitivity") },
    isFound: (value) => isJsonObject(value) && Array.isArray(value.runs),
  });
}

function toRun(assumption: Assumption, setting: number, { city, standard }: CoverageReport): SensitivityRun {
  const basis = basisOf(city);
  const circles = standard.circles.map(({ id }) => [id, city.circles[id][basis].share] as const);
  return { assumption, setting, services: city.services.value, circles: Object.fromEntries(circles) };
}

function bandOf(values: readonly (number | null)[]): Band | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) };
}

function atSpeed(profile: TravelProfile, by: number): TravelProfile {
  const { speedMetersPerSecond, stepsSpeedMetersPerSecond: steps, offStreetSpeedMetersPerSecond } = profile;
  return {
    ...profile,
    speedMetersPerSecond: speedMetersPerSecond * by,
    ...(steps === undefined ? {} : { stepsSpeedMetersPerSecond: steps * by }),
    offStreetSpeedMetersPerSecond: offStreetSpeedMetersPerSecond * by,
  };
}

function withThresholds(standard: Standard, by: number): Standard {
  const scaled = ({ time, network, straight, ...rest }: Threshold): Threshold => ({
    ...rest,
    ...(time === undefined ? {} : { time: time * by }),
    ...(network === undefined ? {} : { network: network * by }),
    ...(straight === undefined ? {} : { straight: straight * by }),
  });
  return withWays(standard, (way) => ({ ...way, threshold: scaled(way.threshold) }));
}

function withOneMore(standard: Standard): Standard {
  return withWays(standard, (way) => ({ ...way, count: Math.min(MAX_NEAREST_COUNT, (way.count ?? 1) + 1) }));
}

function withWays(standard: Standard, change: <Way extends RequirementAlternative>(way: Way) => Way): Standard {
  return {
    ...standard,
    requirements: standard.requirements.map((one) => ({
      ...change(one),
      ...(one.orElse === undefined ? {} : { orElse: one.orElse.map((way) => change(way)) }),
    })),
  };
}

/** Judges the city without some of its facilities, each time others. */
function* withLosses(
  city: PreparedCity,
  asked: AskedAgain,
  { loss, draws, seed }: Required<Pick<SensitivityOptions, "loss" | "draws" | "seed">>,
): Generator<CoverageReport> {
  // in an order that does not depend on that of the file
  const ids = [...new Set(city.facilities.map(({ id }) => id))].sort();
  const draw = seededDraw(seed);
  const scenario = draws > 0 ? openScenario(city, asked) : null;
  for (let round = 0; round < draws && scenario !== null; round++) {
    const lost = ids.filter(() => draw() < loss);
    for (const id of lost) scenario.closeFacility(id);
    yield scenario.report();
    for (const _ of lost) scenario.undo();
  }
}
