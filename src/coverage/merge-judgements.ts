import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { AreaCoverage } from "../model/report.js";
import { mapGroups } from "./areas.js";
import type { CountedArea, Judgement, RequirementColumns } from "./judgement.js";

/** A judgement without its columns of requirements and measures. */
export type JudgementFrame = Omit<Judgement, "requirements" | "measures">;

/** Frames put together, and how columns are put together alike. */
export interface JoinedFrames {
  readonly frame: JudgementFrame;
  /** @param columnsOf of each part, in the order in which they were given */
  readonly joinColumns: (columnsOf: (part: number) => RequirementColumns) => RequirementColumns;
  readonly joinNumbers: (columnOf: (part: number) => Float64Array) => Float64Array;
}

/** The origins of one area in one of the parts. */
interface Slice {
  readonly part: number;
  readonly neighborhoodRow: number;
  readonly area: AreaCoverage;
  readonly counted: CountedArea;
  readonly first: number;
  readonly end: number;
}

/**
 * Adds judgements up: neighborhoods and their origins go back into the order of the city, so that nothing depends on how it was
 * parted, nor on the order of the parts. Judgements of judgements add up alike.
 *
 * @param parts of one question and one city, which share no neighborhood
 * @throws {CoverageError} `INVALID_ARGUMENT` if they do not fit together
 */
export function mergeJudgements(parts: readonly Judgement[]): Judgement {
  const [first] = parts;
  if (first === undefined || parts.some((part) => !isAlike(part, first)))
    throw new CoverageError("INVALID_ARGUMENT", say("judgement.unlike"), {
      path: "parts",
      hint: say("judgement.unlike.hint"),
    });
  const { frame, joinColumns, joinNumbers } = joinFrames(parts);
  return {
    ...frame,
    requirements: first.requirements.map(
      (known, i) => known && joinColumns((part) => parts[part]?.requirements[i] as RequirementColumns),
    ),
    measures: first.measures.map((_, i) => joinNumbers((part) => parts[part]?.measures[i] as Float64Array)),
  };
}

/**
 * Puts frames together, as `mergeJudgements` does judgements; the columns follow one by one, so that not all need be there at once.
 *
 * @throws {CoverageError} `INVALID_ARGUMENT` if two have the same neighborhood
 */
export function joinFrames(parts: readonly JudgementFrame[]): JoinedFrames {
  const slices = parts.flatMap(slicesOf).sort((a, b) => a.neighborhoodRow - b.neighborhoodRow);
  const twice = slices.find(({ neighborhoodRow }, i) => slices[i - 1]?.neighborhoodRow === neighborhoodRow);
  if (twice !== undefined)
    throw new CoverageError("INVALID_ARGUMENT", say("judgement.twice", { row: twice.neighborhoodRow }), {
      path: "parts",
      hint: say("judgement.twice.hint"),
    });
  const firstOrigin = new Uint32Array(slices.length + 1);
  slices.forEach(({ first, end }, i) => {
    firstOrigin[i + 1] = firstOrigin[i] + end - first;
  });
  const joined = { slices, firstOrigin };
  const groups = parts[0]?.groups;
  const joinNumbers: JoinedFrames["joinNumbers"] = (columnOf) => join(Float64Array, joined, columnOf);
  const numbersOf = (pick: (part: JudgementFrame) => Float64Array) =>
    joinNumbers((part) => pick(parts[part] as JudgementFrame));
  return {
    frame: {
      neighborhoodRows: Uint32Array.from(slices, ({ neighborhoodRow }) => neighborhoodRow),
      areas: slices.map(({ area }) => area),
      counted: slices.map(({ counted }) => counted),
      firstOrigin,
      weights: numbersOf(({ weights }) => weights),
      lon: numbersOf(({ lon }) => lon),
      lat: numbersOf(({ lat }) => lat),
      ...(groups && { groups: mapGroups(groups, (_, id) => numbersOf((part) => part.groups?.[id] as Float64Array)) }),
    },
    joinColumns: (columnsOf) => {
      const own = parts.map((_, part) => columnsOf(part));
      const of = (part: number) => own[part] as RequirementColumns;
      return {
        unit: of(0).unit,
        cost: join(Float64Array, joined, (part) => of(part).cost),
        secondQuantity: join(Float64Array, joined, (part) => of(part).secondQuantity),
        facilityRow: join(Int32Array, joined, (part) => of(part).facilityRow),
        within: join(Uint32Array, joined, (part) => of(part).within),
      };
    },
    joinNumbers,
  };
}

function slicesOf({ neighborhoodRows, areas, counted, firstOrigin }: JudgementFrame, part: number): Slice[] {
  return areas.map((area, i) => ({
    ...{ part, area, counted: counted[i] as CountedArea, neighborhoodRow: neighborhoodRows[i] as number },
    ...{ first: firstOrigin[i] as number, end: firstOrigin[i + 1] as number },
  }));
}

function join<T extends Float64Array | Int32Array | Uint32Array>(
  Column: new (length: number) => T,
  { slices, firstOrigin }: { readonly slices: readonly Slice[]; readonly firstOrigin: Uint32Array },
  columnOf: (part: number) => T,
): T {
  const column = new Column(firstOrigin[slices.length]);
  slices.forEach(({ part, first, end }, i) => {
    column.set(columnOf(part).subarray(first, end), firstOrigin[i]);
  });
  return column;
}

function isAlike(part: Judgement, other: Judgement): boolean {
  return (
    part.requirements.length === other.requirements.length &&
    part.requirements.every((columns, i) => columns?.unit === other.requirements[i]?.unit) &&
    part.measures.length === other.measures.length
  );
}
