import { pageTexts } from "../../base/texts/renderings/page.js";
import { formatShare } from "../../report/format-number.js";
import { toThresholdText } from "../../report/sentences.js";
import { digitsOfArea, shareOfCell } from "../page-cells.js";
import type { PageStep } from "../page-model.js";
import type { PageChoice } from "./choice.js";
import { amountText, emphasized } from "./headline.js";
import { html, type Markup, NOTHING } from "./markup.js";
import { nameOfArea, type PageData } from "./page-data.js";

/** Writes the one step that helps most, as a thing to do; nothing where nobody computed it. */
export function writeStepCard(data: PageData, choice: PageChoice): Markup {
  const [step] = data.facts.steps;
  if (step === undefined) return NOTHING;
  const tell = pageTexts(choice.locale);
  const act =
    data.whatIf === "included"
      ? html`<div class="row"><button type="button" class="btn" id="step-try" data-do="try-step" data-step="0">${tell("page.step.try")}</button><button type="button" class="btn ghost" id="step-more" data-do="more-steps">${tell("page.step.more")}</button></div>`
      : NOTHING;
  return html`<section class="step" aria-labelledby="step-title"><p class="k">${tell("page.step.title")}</p><p class="main" id="step-title">${stepTitle(data, step, choice)}</p><p class="gain">${stepGain(data, step, choice)}</p>${act}</section>`;
}

/** Says what to build, and where. */
export function stepTitle(
  data: PageData,
  { requirement, area }: PageStep,
  { locale }: Pick<PageChoice, "locale">,
): string {
  const name = data.facts.standard.requirements[requirement]?.label[locale] ?? "";
  const tell = pageTexts(locale);
  const told = locale === "en" ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  return area < 0
    ? tell("page.step.what", { name: told })
    : tell("page.step.whatWhere", { name: told, area: nameOfArea(data, area) });
}

function stepGain(data: PageData, step: PageStep, { locale }: PageChoice): Markup {
  const asked = data.facts.standard.requirements[step.requirement];
  const digits = digitsOfArea(data.cells, data.areaCount);
  const write = (millionths: number) => formatShare(shareOfCell(millionths), digits);
  return emphasized(
    pageTexts(locale)("page.step.gain", {
      amount: amountText(data.cells, data.areaCount, step.gain, locale),
      limit: asked === undefined ? "" : toThresholdText({ ...asked, count: 1 }, locale),
      before: write(step.shareBefore),
      after: write(step.shareAfter),
    }),
  );
}
