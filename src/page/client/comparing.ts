import { pageTexts } from "../../base/texts/renderings/page.js";
import type { CoverageReport } from "../../model/report.js";
import { toPageCells } from "../page-cells.js";
import { writeComparePanel } from "../view/compare-panel.js";
import type { ComparedReport } from "../view/page-data.js";
import { mount } from "./mount.js";
import { openFile } from "./save-file.js";
import type { PageStore } from "./store.js";

/** The form of reports that this page reads. */
const SCHEMA_VERSION = 2;

/** Compares the report of the page with another one, which the reader opens. */
export class Comparing {
  readonly #store: PageStore;
  #problem = "";

  constructor(store: PageStore) {
    this.#store = store;
    mount(store, "compare", () => writeComparePanel(store.state.data, store.state.choice, this.#problem).text);
  }

  /** Lets the reader choose a report. */
  choose(): void {
    openFile(".json,application/json", (text, name) => this.#open(text, name));
  }

  end(): void {
    this.#problem = "";
    this.#store.setCompared(null);
    this.#store.set({ mode: "today" });
  }

  #open(text: string, name: string): void {
    const tell = pageTexts(this.#store.state.choice.locale);
    const report = readReport(text);
    const compared = report === null ? null : this.#toCompared(report, name);
    this.#problem =
      report === null ? tell("page.compare.unreadable") : compared === null ? tell("page.compare.noArea") : "";
    if (compared !== null) this.#store.setCompared(compared);
    this.#store.set({ mode: "compare", band: -1 });
  }

  /** `null` = the two have no neighborhood in common. */
  #toCompared(report: CoverageReport, name: string): ComparedReport | null {
    const { data } = this.#store.state;
    const { facts } = data;
    const rowIn = (list: readonly { readonly id: string }[]) => {
      const rows = new Map(list.map(({ id }, row) => [id, row]));
      return ({ id }: { readonly id: string }) => rows.get(id) ?? -1;
    };
    const areas = facts.areas.map(rowIn(report.neighborhoods));
    if (areas.every((row) => row < 0)) return null;
    const { standard } = report;
    const services = standard.requirements.flatMap(({ necessity }, row) => (necessity === "mandatory" ? [row] : []));
    return {
      name,
      data: {
        ...data,
        cells: toPageCells(report, () => -1),
        facts: { ...facts, standard, services: services.length > 0 ? services : [...standard.requirements.keys()] },
        areaCount: report.neighborhoods.length,
        circleCount: standard.circles.length,
        requirementCount: standard.requirements.length,
        compared: null,
      },
      areaOf: [...areas, report.neighborhoods.length],
      circleOf: facts.standard.circles.map(rowIn(standard.circles)),
      requirementOf: facts.standard.requirements.map(rowIn(standard.requirements)),
    };
  }
}

/** `null` = it is no report of this form. */
function readReport(text: string): CoverageReport | null {
  try {
    const report = JSON.parse(text);
    const isOne = report?.schemaVersion === SCHEMA_VERSION && report.city?.services !== undefined;
    if (!isOne || !Array.isArray(report.neighborhoods) || !Array.isArray(report.standard?.requirements)) return null;
    toPageCells(report, () => -1);
    return report;
  } catch {
    return null;
  }
}
