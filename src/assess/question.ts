import { assertKeys, assertNumber, assertObject, assertText } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/core.js";
import type { PreparedCity } from "../city/prepared-city.js";
import type { CategoryId } from "../model/facts.js";
import type { Measure } from "../model/measure.js";
import type { DataAbout } from "../model/report-about.js";
import type { Standard } from "../model/standard.js";
import type { TravelProfile } from "../model/travel.js";
import { assertProfile } from "../standards/check-profile.js";
import { standardWalking } from "../standards/travel-profiles.js";
import { validateStandard } from "../standards/validate-standard.js";
import { onNetwork } from "../travel/on-network.js";
import { straightLine } from "../travel/straight-line.js";
import type { TravelModel } from "../travel/travel-model.js";
import { assertMeasures } from "./check-measures.js";
import { assertKnownCategories, assertTravel } from "./check-options.js";

/** What one report answers: a standard, for somebody who travels so. */
export interface Question {
  readonly standard: Standard;
  readonly profile: TravelProfile;
  /** Several: the cheapest of them. */
  readonly travel: readonly TravelModel[];
  readonly measures: readonly Measure[];
  /** Categories that are judged though the input may have no facility of them. */
  readonly knownCategories: readonly CategoryId[];
  /** Of groups with fewer people in an area nothing is told there. */
  readonly smallGroupBelow: number;
  /** `null`: nothing is said of the data. */
  readonly about: DataAbout | null;
}

/** The parts of a question that have defaults. */
export interface QuestionOptions {
  /** Default: the standard a prepared city was prepared for, else `chengduFourCircles`. */
  readonly standard?: Standard;
  /** Default: `standardWalking`, 1.0 m/s. */
  readonly profile?: TravelProfile;
  /**
   * How costs are measured; several: the cheapest of them. Default: the streets if given, else the straight line with
   * a stated detour factor.
   */
  readonly travel?: readonly TravelModel[];
  /** Further numbers per area, under `measures` in the report. */
  readonly measures?: readonly Measure[];
  /**
   * Categories that the city is known to have had, whatever is left of them in this input: of those that are gone nobody has any, they
   * are missing, not "no data". For an edited city: the categories of the city before. Default: none but those in the input.
   */
  readonly knownCategories?: readonly CategoryId[];
  /** Of groups (`properties.population.groups`) with fewer people in an area nothing is told there: `null` in the report. Default: 10. */
  readonly smallGroupBelow?: number;
  /**
   * What the city is called, of which date the data are, and whose they are with their licence: all that is written of the report tells it.
   * Default: nothing is said.
   */
  readonly about?: DataAbout;
}

/** Fewer people than this are told apart by whoever knows the place. */
const SMALL_GROUP = 10;

/** Fills in what a question leaves to the city. @throws {CoverageError} `INVALID_STANDARD`, `INVALID_ARGUMENT` */
export function toQuestion(prepared: PreparedCity, options: QuestionOptions): Question {
  const { standard = prepared.standard, profile = standardWalking, measures = [] } = options;
  const {
    travel = defaultTravel(prepared),
    knownCategories = [],
    smallGroupBelow = SMALL_GROUP,
    about = null,
  } = options;
  if (options.standard !== undefined) validateStandard(standard);
  assertComputable(standard);
  assertProfile(profile);
  assertMeasures(measures);
  if (options.travel !== undefined) assertTravel(travel);
  assertKnownCategories(knownCategories, standard);
  for (const { id, categories = [] } of measures)
    assertKnownCategories(categories, standard, `options.measures: ${id}: categories`);
  assertNumber("options.smallGroupBelow", smallGroupBelow);
  if (about !== null) assertAbout(about);
  return { standard, profile, travel, measures, knownCategories, smallGroupBelow, about };
}

const ABOUT_KEYS = ["place", "date", "attribution"] as const;

function assertAbout(about: DataAbout): void {
  assertObject("options.about", about);
  assertKeys(about, new Set(ABOUT_KEYS));
  for (const key of ABOUT_KEYS) if (about[key] !== undefined) assertText(`options.about.${key}`, about[key]);
}

/** A frame is to be read, not to be computed. */
function assertComputable({ id, frame }: Standard): void {
  if (frame === undefined) return;
  throw new CoverageError("INVALID_STANDARD", say("standard.frame", { id, why: frame }), {
    path: "options.standard",
    hint: say("standard.frame.hint"),
  });
}

/** The travel models used when none are asked for: the streets if there are any, else the straight line. */
export function defaultTravel(prepared: PreparedCity): readonly TravelModel[] {
  return [prepared.streets === null ? straightLine() : onNetwork()];
}
