import { CoverageError } from "../base/errors.js";
import { type HexagonOptions, hexagonNeighborhoods } from "../city/hexagon-neighborhoods.js";
import type { Neighborhood, Reading } from "../model/facts.js";
import type { CityInput } from "../model/input.js";

/** A page with more areas than this is no longer looked through. */
const MANY_HEXAGONS = 1000;
/** From the size of some blocks to that of a small town. */
const RESOLUTIONS = [9, 8, 7, 6];

/** Hexagons that stand for neighborhoods. */
export interface ChosenHexagons {
  readonly resolution: number;
  readonly neighborhoods: Reading<Neighborhood>;
}

/** Chooses hexagons as small as possible that are not too many. @throws {CoverageError} what making them throws */
export async function chooseHexagons(
  input: Partial<Pick<CityInput, "facilities" | "streets">>,
  options: Omit<HexagonOptions, "resolution">,
): Promise<ChosenHexagons> {
  for (const resolution of RESOLUTIONS.slice(0, -1))
    try {
      const neighborhoods = await hexagonNeighborhoods(input, { ...options, resolution });
      if (neighborhoods.rows.length <= MANY_HEXAGONS) return { resolution, neighborhoods };
    } catch (error) {
      if (!(error instanceof CoverageError) || error.code !== "LIMIT_EXCEEDED") throw error;
    }
  const resolution = RESOLUTIONS.at(-1) as number;
  return { resolution, neighborhoods: await hexagonNeighborhoods(input, { ...options, resolution }) };
}
