import { farthestWays, tellAnswers, usedModels } from "../assess/travel-answers.js";
import { writeReport } from "../assess/write-report.js";
import { CoverageError } from "../base/errors.js";
import { guardLive } from "../base/guard-call.js";
import { say } from "../base/texts/library.js";
import type { Degrees } from "../base/units.js";
import type { LonLat } from "../base/words.js";
import { PreparedCity } from "../city/prepared-city.js";
import { lonNear } from "../geo/antimeridian.js";
import type { Facility, Streets } from "../model/facts.js";
import type { CoverageReport } from "../model/report.js";
import type { OpenFacilities } from "../repair/open-facilities.js";
import type { StreetChange } from "../repair/street-change.js";
import type { TableEditor } from "../repair/table-editor.js";
import { showingItself } from "../report/show-report.js";
import type { PreparedTravel, TravelModel } from "../travel/travel-model.js";
import { assertNewFacility, findFacility, type NewFacility } from "./check-scenario.js";
import { closingStreet, type NewStreet, openingStreet } from "./edit-streets.js";
import { countsOf, toEditedRecords } from "./edited-records.js";
import type { Scenario } from "./scenario.js";
import { ScenarioJudge } from "./scenario-judge.js";
import type { ScenarioPlan } from "./scenario-plan.js";

/** What a scenario is made of. */
export interface ScenarioParts {
  readonly prepared: PreparedCity;
  readonly plan: ScenarioPlan;
  readonly facilities: OpenFacilities;
  /** Of the requests of the plan. */
  readonly editor: TableEditor;
}

/** The one kind of {@link Scenario}: knows what was edited and what takes it back, and leaves the tables to their editor. */
export class CityScenario implements Scenario {
  readonly #parts: ScenarioParts;
  readonly #judge = new ScenarioJudge();
  /** What was open before any edit. */
  readonly #selected: readonly Facility[];
  /** What takes each edit back, the last one last. */
  readonly #undo: (() => void)[] = [];
  /** Another number for each edit of streets, the one of before when it is taken back. */
  #edition = 0;
  #lastEdition = 0;

  constructor(parts: ScenarioParts) {
    this.#parts = parts;
    this.#selected = [...parts.facilities.facilities];
  }

  addFacility(facility: NewFacility): void {
    guardLive("addFacility", [facility], () => {
      const { plan, facilities } = this.#parts;
      assertNewFacility(facility, plan.standard, facilities.listOpen());
      const row = facilities.add(pointFacility(facility, this.#referenceLon()));
      this.#open(row);
      this.#undo.push(() => this.#close(row));
    });
  }

  closeFacility(id: string): void {
    guardLive("closeFacility", [id], () => {
      const row = findFacility(id, this.#parts.facilities.listOpen());
      this.#close(row);
      this.#undo.push(() => this.#open(row));
    });
  }

  moveFacility(id: string, location: LonLat): void {
    guardLive("moveFacility", [id, location], () => {
      const { plan, facilities } = this.#parts;
      const from = findFacility(id, facilities.listOpen());
      const { name, categories } = facilities.facilities[from] as Facility;
      assertNewFacility({ id, categories, location }, plan.standard, []);
      const to = facilities.add(pointFacility({ id, name, categories, location }, this.#referenceLon()));
      this.#close(from);
      this.#open(to);
      this.#undo.push(() => {
        this.#close(to);
        this.#open(from);
      });
    });
  }

  closeStreet(id: string): void {
    guardLive("closeStreet", [id], () => {
      this.#editStreets(closingStreet(this.#streets(), id));
    });
  }

  addStreet(street: NewStreet): void {
    guardLive("addStreet", [street], () => {
      this.#editStreets(openingStreet(this.#streets(), street, this.#referenceLon()));
    });
  }

  undo(): boolean {
    const takeBack = this.#undo.pop();
    takeBack?.();
    return takeBack !== undefined;
  }

  report(): CoverageReport {
    const { prepared, plan, facilities, editor } = this.#parts;
    const parts = PreparedCity.parts(prepared);
    const open = facilities.listOpen().map(({ facility }) => facility);
    const now = plan.planFor(open, editor.network);
    const judged = this.#judge.judge(parts, {
      plan: now,
      asked: plan.requests,
      facilities: facilities.facilities,
      open,
      editor,
    });
    // straight lines come last, and are only told of where they are asked for
    const models = usedModels(now.requests, now.travel);
    const prepare = (model: TravelModel) => editor.travel[models.indexOf(model)] as PreparedTravel;
    const filled = {
      tables: plan.firstTables(now, editor.tables),
      reachTables: [],
      facilities: facilities.facilities,
      travel: tellAnswers(models, farthestWays(now.requirements), prepare),
    };
    const report = writeReport(parts, now, filled, judged);
    return showingItself(report, prepared.neighborhoods, this.#cityNow());
  }

  city(): PreparedCity {
    const { plan, facilities, prepared } = this.#parts;
    const city = this.#toCity();
    if (this.#undo.length === 0) return city;
    const { city: before } = PreparedCity.parts(prepared);
    const { city: now, modes } = PreparedCity.parts(city);
    const open = facilities.openRows().map((row) => facilities.facilities[row] as Facility);
    const records = toEditedRecords(before, plan.standard.categories, { selected: this.#selected, open });
    const features = (streets: Streets | null) => new Set(streets?.featureRow).size;
    const streetChange = features(now.streets) - features(before.streets);
    const counts = before.counts.map((each) =>
      each.layer === "facilities"
        ? records.counts
        : each.layer === "streets" && now.streets !== before.streets
          ? countsOf(each, each.used + streetChange)
          : each,
    );
    return new PreparedCity({ ...now, records, counts, standard: plan.standard }, modes);
  }

  #open(row: number): void {
    this.#parts.facilities.open(row);
    this.#parts.editor.open(row);
  }

  #close(row: number): void {
    this.#parts.facilities.close(row);
    this.#parts.editor.close(row);
  }

  #editStreets(change: StreetChange): void {
    const before = this.#edition;
    this.#parts.editor.editStreets(change);
    this.#edition = ++this.#lastEdition;
    this.#undo.push(() => {
      this.#parts.editor.undoStreets();
      this.#edition = before;
    });
  }

  #referenceLon(): Degrees {
    return this.#parts.prepared.neighborhoods[0]?.polygons[0]?.[0]?.[0]?.[0] ?? 0;
  }

  /** The streets of now. @throws {CoverageError} `NO_STREETS` */
  #streets(): Streets {
    const { network } = this.#parts.editor;
    if (network !== null) return network.streets;
    throw new CoverageError("NO_STREETS", say("scenario.noStreets"), { hint: say("scenario.noStreets.hint") });
  }

  /** Gives the city with the streets of now, as long as the scenario is kept and they stay. */
  #cityNow(): { deref(): PreparedCity | undefined } {
    const edition = this.#edition;
    const kept = new WeakRef(this);
    return {
      deref: () => {
        const scenario = kept.deref();
        return scenario !== undefined && scenario.#edition === edition ? scenario.#toCity() : undefined;
      },
    };
  }

  #toCity(): PreparedCity {
    const { prepared, editor } = this.#parts;
    if (this.#edition === 0 || editor.network === null) return prepared;
    const { city, modes } = PreparedCity.parts(prepared);
    return new PreparedCity({ ...city, streets: editor.network.streets, modeNetwork: editor.network }, modes);
  }
}

/** @param referenceLon the city lies in one piece on its side of the antimeridian */
function pointFacility(
  { id, name = null, categories, location: [lon, lat] }: NewFacility,
  referenceLon: Degrees,
): Facility {
  const location: LonLat = [lonNear(lon, referenceLon), lat];
  return {
    ...{ id, name, location, entrances: [location], outline: [], isArea: false, areaSquareMeters: null },
    // a category that is named twice counts once
    categories: [...new Set(categories)],
    attributes: {},
  };
}
