import { showing } from "../../base/showing.js";
import { minutes as toSeconds } from "../../base/units.js";
import type { Label } from "../../base/words.js";
import type { CategoryId } from "../../model/facts.js";
import type {
  Category,
  Circle,
  CircleId,
  Denominator,
  Necessity,
  Requirement,
  RequirementAlternative,
  RequirementId,
  Standard,
} from "../../model/standard.js";
import { type CitedDocument, toBasis, toSource } from "../lines.js";

/** A line of a standard, written short. */
export interface Ask {
  readonly category: CategoryId;
  /** Default: the category's. */
  readonly id?: RequirementId;
  /** Default: mandatory. */
  readonly necessity?: Necessity;
  readonly minutes?: number;
  /** Metres along the streets. */
  readonly network?: number;
  /** Metres of a service radius. */
  readonly straight?: number;
  readonly inside?: true;
  readonly count?: number;
  readonly denominator?: Denominator;
  readonly orElse?: readonly RequirementAlternative[];
  /** A letter each for listing, necessity, minutes and metres, as in `lines.ts`: c, g, p, s, r, o, and `-` for no such threshold. */
  readonly basis: string;
  /** First the one that the threshold is from. */
  readonly from: readonly CitedDocument[];
}

/** A circle and its lines. */
export interface AskedOfCircle extends Omit<Circle, "source"> {
  /** Default: the standard's. */
  readonly source?: Label;
  readonly asks: readonly Ask[];
}

interface Draft extends Omit<Standard, "circles" | "requirements" | "missingBelowShare" | "source"> {
  readonly source: Label;
  readonly circles: readonly AskedOfCircle[];
  /** A target of the text, if it has one; else half, which is ours. */
  readonly target?: { readonly share: number; readonly source: Label };
}

const NO_SCORES: Label = {
  zh: "原文没有分数：各项权重相同为本项目设定",
  en: "the text has no scores: one weight for all lines is our choice",
};
const HALF: Label = {
  zh: "“不足 50% 可达即为短板”为本项目设定",
  en: "the 50 % below which something is missing is our choice",
};

/** Writes out a standard whose text has neither weights nor grades: all lines count alike, and labels not at all. */
export function toStandard({ circles, target, ...rest }: Draft): Standard {
  const sources = [NO_SCORES, target?.source ?? HALF];
  return showing<Standard>(
    {
      ...rest,
      circles: circles.map(({ asks: _, ...circle }) => ({ ...circle, source: circle.source ?? rest.source })),
      requirements: circles.flatMap(({ id, asks }) => asks.map((ask) => toRequirement(id, ask))),
      scoring: {
        weights: { mandatory: 1, optional: 1, label: 0 },
        source: { zh: sources.map(({ zh }) => zh).join("；"), en: sources.map(({ en }) => en).join("; ") },
      },
      missingBelowShare: target?.share ?? 0.5,
    },
    "standard",
  );
}

function toRequirement(circle: CircleId, ask: Ask): Requirement {
  const { category, id = category, necessity = "mandatory", minutes, network, straight, inside } = ask;
  const { count, denominator, orElse, basis, from } = ask;
  const edition = from[0]?.edition;
  return {
    ...{ id, category, circle, necessity },
    threshold: {
      ...(minutes === undefined ? {} : { time: toSeconds(minutes) }),
      ...(network === undefined ? {} : { network }),
      ...(straight === undefined ? {} : { straight }),
      ...(inside === undefined ? {} : { inside }),
    },
    ...(count === undefined ? {} : { count }),
    ...(denominator === undefined ? {} : { denominator }),
    ...(orElse === undefined ? {} : { orElse }),
    source: toSource(basis, from),
    basis: toBasis(basis),
    ...(edition === undefined ? {} : { edition }),
  };
}

/** Writes out a standard of which nothing can be computed. @param frame what is missing */
export function toFrame(
  frame: Pick<Standard, "id" | "label" | "source" | "country"> & { readonly frame: Label },
): Standard {
  return showing<Standard>(
    { ...frame, judgeBy: "network", circles: [], categories: [], requirements: [], missingBelowShare: 0.5 },
    "standard",
  );
}

/** Picks categories from a list, in the order of their ids; they stand in no circle of another standard. */
export function pick(from: readonly Category[], ...ids: readonly CategoryId[]): Category[] {
  return ids.flatMap((id) => from.filter((one) => one.id === id).map((one) => ({ ...one, alsoIn: [] })));
}

/** Gives a category under another id and name, or of another size. */
export function like(
  from: readonly Category[],
  like: CategoryId,
  id: CategoryId,
  [zh, en]: readonly [string, string],
  size: Partial<Category> = {},
): Category[] {
  return pick(from, like).map((one) => {
    const { minAreaSquareMeters: _, maxAreaSquareMeters: __, unknownAreaCounts: ___, ...rest } = one;
    return { ...rest, id, label: { zh, en }, ...size };
  });
}
