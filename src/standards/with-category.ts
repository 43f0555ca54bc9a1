import { assertLabel, assertText, checkObject } from "../base/check-argument.js";
import { guardLive } from "../base/guard-call.js";
import type { Label } from "../base/words.js";
import type { CategoryId } from "../model/facts.js";
import type { Category, Standard } from "../model/standard.js";
import { validateStandard } from "./validate-standard.js";

/**
 * Gives a standard that knows one more category, which none of its requirements asks for: measures can name it. Facilities are of it whose
 * category property says so, as those of `withOpportunities`.
 *
 * @param label default: the id
 * @throws {CoverageError} `INVALID_STANDARD`, also where it has a category of this id
 *
 * @example
 * ```ts
 * import { withCategory, xMinute } from "quarterhour/standards";
 *
 * withCategory(xMinute, { id: "jobs" }).categories.at(-1)?.id; // → "jobs"
 * ```
 */
export function withCategory(
  standard: Standard,
  category: { readonly id: CategoryId; readonly label?: Label },
): Standard {
  return guardLive("withCategory", [standard, category], () => {
    validateStandard(standard);
    checkObject("category", category);
    const { id, label = { zh: id, en: id } } = category;
    assertText("category.id", id);
    assertLabel("category.label", label);
    const extended = { ...standard, categories: [...standard.categories, { ...NOWHERE, id, label }] };
    validateStandard(extended);
    return extended;
  });
}

const NOWHERE: Omit<Category, "id" | "label"> = {
  ...{ alsoIn: [], osmTags: [], osmTagsWithKeyword: [], keywords: [], keywordsExcept: [] },
  ...{ amapCodes: [], amapCodesWithKeyword: [], amapCodesExcept: [] },
};
