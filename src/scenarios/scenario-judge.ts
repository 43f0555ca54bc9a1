import { fillRequest } from "../assess/fill-tables.js";
import { openJudge } from "../assess/judge-tables.js";
import type { CityPlan } from "../assess/plan-city.js";
import type { CityParts } from "../city/city.js";
import type { CityJudge, JudgedCity } from "../coverage/city-judge.js";
import type { PlannedRequest } from "../coverage/plan.js";
import type { Facility } from "../model/facts.js";
import type { NearestTable } from "../model/travel.js";
import type { TableEditor } from "../repair/table-editor.js";

/** What is judged again. */
export interface JudgedScenario {
  /** For the facilities that are open; its ways have the columns of `asked`. */
  readonly plan: CityPlan;
  /** The requests of the editor's tables. */
  readonly asked: readonly PlannedRequest[];
  /** By row; those that are closed, too. */
  readonly facilities: readonly Facility[];
  /** Those that are open, in which the tables of the editor's travel models count. */
  readonly open: readonly Facility[];
  readonly editor: TableEditor;
}

/** Judges a scenario again after each edit: only the neighborhoods and requirements that it touched, where it can. */
export class ScenarioJudge {
  #judge: CityJudge | null = null;
  #tables: readonly NearestTable[] = [];
  #ways = "";

  judge(parts: CityParts, { plan, asked, facilities, open, editor }: JudgedScenario): JudgedCity {
    const changes = editor.takeChanges();
    const { tables } = editor;
    const ways = plan.requirements
      .map(({ ways, data, facilityCount }) => [data, facilityCount > 0, ...ways.map(({ category }) => category)].join())
      .join(";");
    const isSame = ways === this.#ways && tables.every((table, i) => table === this.#tables[i]);
    // what a measure makes of a table is known for all origins at once only
    if (this.#judge !== null && isSame && plan.measures.length === 0) return this.#judge.rejudge(changes);
    const forMeasures = plan.requests.slice(plan.requests.length - plan.measureRequestCount);
    // the editor may know of straight lines, too, which no measure reads
    const models = editor.travel.slice(0, plan.travel.length);
    const places = { originCount: parts.city.origins.count, facilities: open };
    const reachTables = plan.reachRequests.map(({ measure, request }) => ({
      table: measure.fill(models, request, places),
      facilities: open,
    }));
    const measured = forMeasures.map((request) =>
      fillRequest(models, request, { originCount: parts.city.origins.count }),
    );
    this.#judge = openJudge(
      parts,
      { ...plan, requests: [...asked, ...forMeasures] },
      { tables: [...tables, ...measured], reachTables, facilities },
    );
    [this.#tables, this.#ways] = [tables, ways];
    return this.#judge.judged;
  }
}
