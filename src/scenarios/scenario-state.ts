import { attachFacility, reportAttachments } from "../attach/attach-facilities.js";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/library.js";
import { PreparedCity } from "../city/prepared-city.js";
import { type Plan, planRequests } from "../coverage/plan.js";
import { FacilityIndex } from "../facilities/facility-index.js";
import { boundsOfColumns } from "../geo/bounds.js";
import type { Facility } from "../model/facts.js";
import type { Standard } from "../model/standard.js";
import type { NearestTable, TravelProfile, TravelRequest } from "../model/travel.js";
import { pickOrigins } from "../origins/pick-origins.js";
import { FacilityOrder } from "../repair/facility-order.js";
import { findNoticingOrigins, type GroundChange } from "../repair/noticing-origins.js";
import { type GroundSketch, PastGrounds, type WholeGround } from "../repair/past-grounds.js";
import { buildGround, editGround, type ScenarioGround } from "../repair/scenario-ground.js";
import { boundsOfChange, type StreetChange } from "../repair/street-change.js";
import { TableGround } from "../repair/table-ground.js";
import { fillRequest, reachMetersOf } from "../travel/fill-network-table.js";
import { onNetwork } from "../travel/on-network.js";
import { travelCityFor } from "../travel/travel-city.js";
import type { CityStreets, PreparedTravel, TravelCity } from "../travel/travel-model.js";
import { withOrigins } from "../travel/with-origins.js";
import { type OriginCells, ScenarioTable } from "./scenario-table.js";

/** The facilities and streets of a scenario and its tables, kept together while they come and go. */
export class ScenarioState {
  /** The city as it was read. */
  readonly prepared: PreparedCity;
  readonly standard: Standard;
  readonly profile: TravelProfile;
  readonly order: FacilityOrder;
  /** Plans as if there were every kind of facility: its columns never change. */
  readonly wholePlan: Plan;
  readonly tables: ReadonlyMap<string, ScenarioTable>;
  #ground: ScenarioGround;
  #lastEdition = 0;
  readonly #past = new PastGrounds();
  readonly #open: Set<number>;

  /** @throws {CoverageError} `NO_STREETS` */
  constructor(prepared: PreparedCity, standard: Standard, profile: TravelProfile) {
    const { facilities, streets } = travelCityFor(PreparedCity.parts(prepared), standard.categories);
    if (streets === null || prepared.streets === null)
      throw new CoverageError("NO_STREETS", say("scenario.noStreets"), {
        hint: say("scenario.noStreets.hint"),
      });
    this.prepared = prepared;
    this.standard = standard;
    this.profile = profile;
    this.order = new FacilityOrder(facilities);
    this.#open = new Set(facilities.keys());
    this.#ground = {
      edition: 0,
      streets: prepared.streets,
      streetBounds: boundsOfColumns(prepared.streets.lon, prepared.streets.lat),
      modeNetwork: streets.modeNetwork,
      origins: streets.attachedOrigins(profile.maxAccessMeters),
      attachments: [...streets.attachedFacilities(profile.maxAccessMeters).attachments],
    };
    this.wholePlan = planRequests(standard, () => true);
    this.tables = new Map(this.wholePlan.requests.map((request) => [request.unit, this.#firstTable(request)]));
  }

  get ground(): ScenarioGround {
    return this.#ground;
  }

  /** Gives the city with the streets of now. */
  toCity(): PreparedCity {
    const { edition, streets, modeNetwork } = this.#ground;
    return edition === 0
      ? this.prepared
      : new PreparedCity({ ...PreparedCity.parts(this.prepared).city, streets, modeNetwork });
  }

  /** How people travel now, and what is wrong with where places are attached. */
  get travel(): PreparedTravel {
    return onNetwork().prepare(this.#travelCity(this.#ground, this.#openByRank()), this.profile);
  }

  openFacilities(): { readonly row: number; readonly facility: Facility }[] {
    return this.order.facilities.flatMap((facility, row) => (this.#open.has(row) ? [{ row, facility }] : []));
  }

  /** Adds a facility that is not open yet. @returns its row */
  add(facility: Facility): number {
    const { modeNetwork, attachments } = this.#ground;
    const row = this.order.add(facility);
    attachments[row] = attachFacility(modeNetwork.index, facility, this.profile.maxAccessMeters);
    return row;
  }

  open(row: number): void {
    this.#open.add(row);
    for (const table of this.tables.values()) table.open(row);
  }

  close(row: number): void {
    this.#open.delete(row);
    for (const table of this.tables.values()) table.close(row);
  }

  /** Lets streets come or go. @returns what takes that back, once everything since then was taken back */
  editStreets(change: StreetChange): () => void {
    const before = this.#ground;
    const { prepared, order } = this;
    const { maxAccessMeters } = this.profile;
    const edition = ++this.#lastEdition;
    const { ground, edited } = editGround(before, change, { edition, prepared, order, maxAccessMeters });
    const groundChange = { places: prepared.origins, before, ground, edited, bounds: boundsOfChange(change) };
    const moves = [...this.tables.values()].map((table) => {
      const to = this.#tableGround(ground, table.request);
      return { table, to, noticing: this.#fillNoticing(groundChange, to, table.request) };
    });
    // from here on nothing is searched for that could fail half-way
    this.#past.push({ ground: before, tableGrounds: moves.map(({ table }) => table.ground) });
    this.#ground = ground;
    return this.#takingBack(moves.map(({ table, to, noticing }) => table.moveTo(to, noticing)));
  }

  /** In a method of its own: a function made in `editStreets` would hold all that it works with, and so every ground. */
  #takingBack(takeBack: readonly ((before: TableGround) => void)[]): () => void {
    return () => {
      const { ground, tableGrounds } = this.#past.pop((sketch) => this.#buildAnew(sketch));
      this.#ground = ground;
      for (const [i, each] of takeBack.entries()) each(tableGrounds[i] as TableGround);
    };
  }

  #buildAnew({ edition, streets }: GroundSketch): WholeGround {
    const { prepared, order } = this;
    const { maxAccessMeters } = this.profile;
    const { mode } = this.#ground.modeNetwork;
    const ground = buildGround(streets, mode, { edition, prepared, order, maxAccessMeters });
    return { ground, tableGrounds: [...this.tables.values()].map(({ request }) => this.#tableGround(ground, request)) };
  }

  #firstTable(request: TravelRequest): ScenarioTable {
    const ground = this.#tableGround(this.#ground, request);
    const table = this.#fill(request, ground, null);
    // so that the first drag does not wait for it
    ground.layOutFields();
    const isOpen = (row: number) => this.#open.has(row);
    return new ScenarioTable(table, request, { facilities: this.order.facilities, isOpen }, ground);
  }

  #tableGround(ground: ScenarioGround, request: TravelRequest): TableGround {
    return new TableGround(ground, request, { profile: this.profile, rankOf: (row) => this.order.rankOf(row) });
  }

  #fillNoticing(change: GroundChange, ground: TableGround, request: TravelRequest): OriginCells {
    const noticing = findNoticingOrigins(change, reachMetersOf(request, this.profile));
    const rows = noticing ?? Array.from({ length: this.prepared.origins.count }, (_, origin) => origin);
    return { rows, part: this.#fill(request, ground, noticing) };
  }

  /** Fills a table for these origins, `null` = all. */
  #fill(request: TravelRequest, { ground, costs }: TableGround, originRows: readonly number[] | null): NearestTable {
    const rows = this.#openByRank();
    const whole = this.#travelCity(ground, rows);
    const city = originRows === null ? whole : withOrigins(whole, pickOrigins(whole.origins, originRows));
    // the hierarchy of the streets around a few origins is small, while a search would walk over the whole network
    const prefer = originRows === null ? "auto" : "hierarchy";
    const table = fillRequest(city, city.streets as CityStreets, { profile: this.profile, request, prefer, costs });
    return { ...table, facilityRow: table.facilityRow.map((row) => (row < 0 ? row : (rows[row] as number))) };
  }

  /** Open facilities in the order that decides at equal cost, as if they had been read so. */
  #openByRank(): number[] {
    return this.order.rowsByRank.filter((row) => this.#open.has(row));
  }

  #travelCity({ modeNetwork, origins, attachments }: ScenarioGround, rows: readonly number[]): TravelCity {
    const facilities = rows.map((row) => this.order.facilities[row] as Facility);
    return {
      origins: this.prepared.origins,
      facilities,
      facilityIndex: () => new FacilityIndex(facilities),
      streets: {
        modeNetwork,
        attachedOrigins: () => origins,
        attachedFacilities: () => {
          const own = rows.map((row) => attachments[row] ?? []);
          return { attachments: own, diagnostics: reportAttachments(facilities, own) };
        },
      },
    };
  }
}
