import { writeAreaCard } from "./area-card.js";
import { writeAreaTable } from "./area-table.js";
import type { PageChoice } from "./choice.js";
import { writeFairness } from "./fairness.js";
import { writeHeadline } from "./headline.js";
import { writeStageFoot, writeStageHead } from "./map-stage.js";
import { html, type Markup, NOTHING } from "./markup.js";
import type { PageData } from "./page-data.js";
import { writeRankings } from "./ranked-lists.js";
import { writeRing } from "./ring.js";
import { writeServices } from "./services-section.js";
import { writeStepCard } from "./step-card.js";
import { writeTopBar } from "./top-bar.js";

/** A part of the page that is written anew as a whole when something changes. */
export interface Region {
  readonly id: string;
  readonly write: (data: PageData, choice: PageChoice, nameOfFacility: (row: number) => string) => Markup;
}

/** Lists the parts, but the map, which keeps its place and its canvas. */
export const REGIONS: readonly Region[] = [
  { id: "bar", write: writeTopBar },
  { id: "intro", write: writeHeadline },
  { id: "ring", write: writeRing },
  { id: "step", write: writeStepCard },
  { id: "stage-head", write: writeStageHead },
  { id: "stage-foot", write: writeStageFoot },
  { id: "card", write: writeAreaCard },
  { id: "rankings", write: writeRankings },
  { id: "services", write: writeServices },
  { id: "neighborhoods", write: writeAreaTable },
  { id: "fairness", write: writeFairness },
];

/** Writes a part as it is first seen. */
export function writeRegion(id: string, data: PageData, choice: PageChoice): Markup {
  const region = REGIONS.find((one) => one.id === id);
  return region === undefined ? NOTHING : html`${region.write(data, choice, () => "")}`;
}
