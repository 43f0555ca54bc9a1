import type { TravelAnswer } from "../assess/travel-answers.js";
import type { Attachment } from "../attach/attachment.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import type { Diagnostic } from "../base/diagnostics.js";
import type { City } from "../city/city.js";
import type { GlobalFacts } from "../city/global-facts.js";
import type { RequirementColumns } from "../coverage/judgement.js";
import type { KnownRequirement } from "../coverage/knowledge.js";
import type { JudgementFrame } from "../coverage/merge-judgements.js";
import type { Bounds } from "../geo/bounds.js";
import type { CategoryId, Facility } from "../model/facts.js";
import type { NeighborhoodCoverage } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import type { CostUnit, TravelProfile } from "../model/travel.js";

/** What every partition of a city is asked. Plain data: the travel models are named by their keys, and given again where they run. */
export interface PartitionQuestion {
  readonly standard: Standard;
  readonly profile: TravelProfile;
  readonly knownCategories: readonly CategoryId[];
  readonly smallGroupBelow: number;
  /** `key` of each travel model; `null`: it has none. */
  readonly travelKeys: readonly (string | null)[];
}

/** Which partitions a city falls into, and what is true of all of it: what its results are put together by. Plain data. */
export interface PartitionPlan {
  readonly formatVersion: typeof PARTITION_FORMAT;
  /** Says question and city: results of another plan are refused. */
  readonly key: string;
  readonly question: PartitionQuestion;
  /** What the standard asks for, and what the data know of it. */
  readonly requirements: readonly KnownRequirement[];
  /** What was measured of the whole city. */
  readonly facts: GlobalFacts;
  /** How costs are measured, and what was found about facilities on the way. */
  readonly travel: readonly TravelAnswer[];
  /** What was found in the whole input. */
  readonly diagnostics: readonly Diagnostic[];
  /** In input order. */
  readonly neighborhoods: readonly Pick<NeighborhoodCoverage, "id" | "name">[];
  readonly partitions: readonly PlannedPartition[];
}

/** One partition of a plan. */
export interface PlannedPartition {
  readonly id: string;
  /** Rows of its neighborhoods among all, ascending. */
  readonly neighborhoodRows: readonly number[];
  readonly originCount: number;
  /** Crossings and bends of streets in its neighborhoods, about. */
  readonly nodeCount: number;
  /** People who start there; 0 where no input tells of any. */
  readonly population: number;
  /** The box around its neighborhoods. */
  readonly bounds: Bounds;
}

/** Written into plans, partitions and results; of others nothing is read. */
export const PARTITION_FORMAT = 1;

/** Some neighborhoods of a city, with all around them that their people may get to, and what they cannot see from there. */
export interface Partition {
  readonly id: string;
  readonly planKey: string;
  readonly question: PartitionQuestion;
  /** Of the whole; without what was found and counted, which the plan has. */
  readonly facts: GlobalFacts;
  readonly neighborhoodRows: Uint32Array;
  readonly city: Pick<City, "neighborhoods" | "neighborhoodSquareMeters" | "origins">;
  /** Row of each origin among those of the whole. */
  readonly originRows: Uint32Array;
  readonly facilities: readonly Facility[];
  /** Row of each facility among those of the whole, ascending. */
  readonly facilityRows: Uint32Array;
  /** `null`: the city has no streets. */
  readonly streets: PartitionStreets | null;
}

/** The streets of a partition, as the mode of its profile has them. */
export interface PartitionStreets {
  readonly modeNetwork: ModeNetwork;
  /** Per facility, where it can be entered: as found in the whole. */
  readonly attachments: readonly (readonly Attachment[])[];
  /** From where there is a way to some facility of the whole; categories without any are not there. */
  readonly waysTo: Readonly<Record<CategoryId, PartitionWays>>;
}

/** From where there is a way, however long, to some facility of a category. */
export interface PartitionWays {
  /** Islands of the partition, ascending. */
  readonly islands: readonly number[];
  /** Nodes on these islands from which there is no way all the same: some streets run one way. Ascending. */
  readonly nodesWithout: readonly number[];
}

/** What was found in one partition. */
export interface PartitionResult {
  readonly id: string;
  readonly planKey: string;
  readonly frame: JudgementFrame;
  /** Of each requirement of the plan, the unit of its costs; `null`: the input has no such facility anywhere. */
  readonly units: readonly (CostUnit | null)[];
  /** Gives the columns of a requirement; `null` where it has none. */
  readonly columnsOf: (requirement: number) => RequirementColumns | null;
  /** Of each travel model, what was found about origins. */
  readonly travelDiagnostics: readonly (readonly Diagnostic[])[];
  /** What was found about neighborhoods. */
  readonly diagnostics: readonly Diagnostic[];
  /** The ids of the facilities that the columns name by their rows. */
  readonly facilityIds: Readonly<Record<number, string>>;
}
