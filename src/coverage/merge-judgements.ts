import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import type { AreaCoverage } from "../model/report.js";
import { mapGroups } from "./areas.js";
import type { CountedArea, Judgement, RequirementColumns } from "./judgement.js";

/** The origins of one area in one of the parts. */
interface Slice {
  readonly part: Judgement;
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
  const { groups } = first;
  return {
    neighborhoodRows: Uint32Array.from(slices, ({ neighborhoodRow }) => neighborhoodRow),
    areas: slices.map(({ area }) => area),
    counted: slices.map(({ counted }) => counted),
    firstOrigin,
    weights: join(Float64Array, joined, ({ weights }) => weights),
    lon: join(Float64Array, joined, ({ lon }) => lon),
    lat: join(Float64Array, joined, ({ lat }) => lat),
    requirements: first.requirements.map((known, i) => {
      if (known === null) return null;
      const of = ({ requirements }: Judgement) => requirements[i] as RequirementColumns;
      return {
        unit: known.unit,
        cost: join(Float64Array, joined, (part) => of(part).cost),
        secondQuantity: join(Float64Array, joined, (part) => of(part).secondQuantity),
        facilityRow: join(Int32Array, joined, (part) => of(part).facilityRow),
        within: join(Uint32Array, joined, (part) => of(part).within),
      };
    }),
    measures: first.measures.map((_, i) => join(Float64Array, joined, (part) => part.measures[i] as Float64Array)),
    ...(groups && {
      groups: mapGroups(groups, (_, id) => join(Float64Array, joined, (part) => part.groups?.[id] as Float64Array)),
    }),
  };
}

function slicesOf(part: Judgement): Slice[] {
  const { neighborhoodRows, areas, counted, firstOrigin } = part;
  return areas.map((area, i) => ({
    ...{ part, area, counted: counted[i] as CountedArea, neighborhoodRow: neighborhoodRows[i] as number },
    ...{ first: firstOrigin[i] as number, end: firstOrigin[i + 1] as number },
  }));
}

function join<T extends Float64Array | Int32Array | Uint32Array>(
  Column: new (length: number) => T,
  { slices, firstOrigin }: { readonly slices: readonly Slice[]; readonly firstOrigin: Uint32Array },
  columnOf: (part: Judgement) => T,
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
