import { suspectDatum } from "../attach/datum-check.js";
import type { Diagnostic } from "../base/diagnostics.js";
import { type SelectedFacilities, selectFacilities } from "../facilities/select-facilities.js";
import type { Category } from "../model/standard.js";
import type { CityParts } from "./city.js";
import { contentKey } from "./city-memory.js";

/** Finds the facilities of a city that some categories recognize; remembered for the last few lists of categories. */
export function selectFor({ city, memory }: CityParts, categories: readonly Category[]): SelectedFacilities {
  return memory.remember("facilities", contentKey(categories), () => {
    const selected = selectFacilities(city.records.rows, categories, city.classification);
    const suspected: readonly Diagnostic[] =
      city.modeNetwork === null || city.classification.datumDeclared
        ? []
        : suspectDatum(city.modeNetwork.index, selected.facilities);
    return { ...selected, diagnostics: [...selected.diagnostics, ...suspected] };
  });
}
