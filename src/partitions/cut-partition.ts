import type { CityPlan } from "../assess/plan-city.js";
import { preparingOnce } from "../assess/prepare-travel.js";
import type { Question } from "../assess/question.js";
import { modelsFor, usedModels } from "../assess/travel-answers.js";
import type { Attachment } from "../attach/attachment.js";
import type { ModeNetwork } from "../attach/mode-network.js";
import type { Meters } from "../base/units.js";
import type { CityParts } from "../city/city.js";
import { type Bounds, boundsOf, boundsOfColumns, widenBounds } from "../geo/bounds.js";
import type { CategoryId, Facility, Origins } from "../model/facts.js";
import { facilityRowsByCategory } from "../travel/facility-rows.js";
import { reachOf } from "../travel/fill-network-table.js";
import { nodesWithWayTo } from "../travel/mark-unreached.js";
import { travelCityFor } from "../travel/travel-city.js";
import type { PreparedTravel, TravelCity, TravelModel } from "../travel/travel-model.js";
import { withSomeOrigins } from "../travel/with-origins.js";
import { BoxColumns } from "./box-columns.js";
import { type CutNetwork, NetworkCutter } from "./cut-network.js";
import type { Partition, PartitionQuestion, PartitionStreets, PartitionWays } from "./partition.js";
import { pickNeighborhoods } from "./pick-neighborhoods.js";

/** From where there is a way to the facilities of a category, in the whole. */
interface WholeWays {
  readonly category: CategoryId;
  readonly islands: Uint32Array;
  readonly nodesWithout: Uint32Array;
}

/** Cuts partitions out of a city, for one question. */
export class PartitionCutter {
  /** How far people get at most for what is asked, as the crow flies; `Infinity`: a travel model cannot tell. */
  readonly reachMeters: Meters;
  /** Makes a travel model ready for the whole city, in which nobody starts: what it finds is of facilities. */
  readonly prepare: (model: TravelModel) => PreparedTravel;
  readonly #parts: CityParts;
  readonly #plan: CityPlan;
  readonly #travelCity: TravelCity;
  readonly #facilityBoxes: BoxColumns;
  readonly #network: NetworkCutter | null;
  readonly #ways: readonly WholeWays[];

  constructor(parts: CityParts, plan: CityPlan) {
    const { standard, profile } = plan;
    const whole = travelCityFor(parts, standard.categories, profile);
    const { facilities, streets } = whole;
    this.#parts = parts;
    this.#plan = plan;
    this.#travelCity = whole;
    this.prepare = preparingOnce(withSomeOrigins(whole, []), profile);
    this.reachMeters = farthestOf(plan, this.prepare);
    this.#facilityBoxes = new BoxColumns(facilities.length, (row) => boundsOfFacility(facilities[row] as Facility));
    this.#network = streets && new NetworkCutter(streets.modeNetwork);
    this.#ways = streets === null ? [] : findWays(whole, this.#attachments(), streets.modeNetwork);
  }

  /**
   * Cuts some neighborhoods out, with all around them that their people may get to.
   *
   * @param haloMeters how far around. Default: as far as they get
   */
  cut(
    { id, neighborhoodRows }: { readonly id: string; readonly neighborhoodRows: readonly number[] },
    planKey: string,
    haloMeters: Meters = this.reachMeters,
  ): Partition {
    const { profile, facts } = this.#plan;
    const { city, originRows } = pickNeighborhoods(this.#parts.city, neighborhoodRows);
    const boxes = boxesOf(city.origins);
    const facilityRows = this.#facilityBoxes.within(boxes.map((box) => widenBounds(box, haloMeters)));
    const facilities = this.#travelCity.facilities;
    return {
      ...{ id, planKey, city, originRows, facilityRows },
      question: toPartitionQuestion(this.#plan),
      facts: { ...facts, inputs: [], diagnostics: [] },
      neighborhoodRows: Uint32Array.from(neighborhoodRows),
      facilities: Array.from(facilityRows, (row) => facilities[row] as Facility),
      streets:
        this.#network === null
          ? null
          : this.#streetsOf(
              this.#network.cut(boxes.map((box) => widenBounds(box, haloMeters + profile.maxAccessMeters))),
              facilityRows,
            ),
    };
  }

  #attachments(): readonly (readonly Attachment[])[] {
    return this.#travelCity.streets?.attachedFacilities(this.#plan.profile.maxAccessMeters).attachments ?? [];
  }

  #streetsOf({ modeNetwork, edgeOf, nodeOf, islandOf }: CutNetwork, facilityRows: Uint32Array): PartitionStreets {
    const attachments = this.#attachments();
    const isThere = (number: number) => number >= 0;
    const waysOf = ({ islands, nodesWithout }: WholeWays): PartitionWays => ({
      islands: Array.from(islands, islandOf).filter(isThere),
      nodesWithout: Array.from(nodesWithout, nodeOf).filter(isThere),
    });
    return {
      modeNetwork,
      // what is entered from streets beyond these is entered from nowhere that anybody here gets to
      attachments: Array.from(facilityRows, (row) =>
        (attachments[row] ?? []).map((one) => ({ ...one, edge: edgeOf(one.edge) })).filter(({ edge }) => isThere(edge)),
      ),
      waysTo: Object.fromEntries(this.#ways.map((ways) => [ways.category, waysOf(ways)])),
    };
  }
}

/** Says a question as plain data. */
export function toPartitionQuestion(question: Question): PartitionQuestion {
  const { standard, profile, knownCategories, smallGroupBelow, about, travel } = question;
  return { standard, profile, knownCategories, smallGroupBelow, about, travelKeys: travel.map(keyOf) };
}

/** What a travel model is known by; `null`: by nothing but itself. */
export function keyOf({ key }: TravelModel): string | null {
  return key ?? null;
}

/** How far people get, at most, for what a plan asks of the travel models. */
function farthestOf({ requests, travel }: CityPlan, prepare: PartitionCutter["prepare"]): Meters {
  return requests.reduce((most, request) => {
    const meters = usedModels([request], modelsFor(request, travel)).map((model) => {
      const reach = reachOf(request);
      return reach === Infinity ? Infinity : (prepare(model).reachMeters?.(reach, request.unit) ?? Infinity);
    });
    return Math.max(most, ...meters);
  }, 0);
}

/** Finds from where there is a way to the facilities of each category. */
function findWays(
  { facilities }: TravelCity,
  attachments: readonly (readonly Attachment[])[],
  modeNetwork: ModeNetwork,
): WholeWays[] {
  const { network, islands, arcs } = modeNetwork;
  return [...facilityRowsByCategory(facilities)].map(([category, rows]) => {
    const entries = rows.flatMap((row) => (attachments[row] ?? []).map((attachment) => ({ attachment })));
    const served = new Set(entries.map(({ attachment }) => islands.nodeIsland[network.edgeFrom[attachment.edge]]));
    const nodesWithout: number[] = [];
    if (arcs.someOneWay)
      nodesWithWayTo(entries, modeNetwork).forEach((hasWay, node) => {
        if (hasWay === 0 && served.has(islands.nodeIsland[node])) nodesWithout.push(node);
      });
    return { category, islands: Uint32Array.from(served).sort(), nodesWithout: Uint32Array.from(nodesWithout) };
  });
}

/** The box around the origins of each neighborhood that has any. */
function boxesOf({ firstOrigin, lon, lat }: Origins): Bounds[] {
  return Array.from({ length: firstOrigin.length - 1 }, (_, row) => [firstOrigin[row], firstOrigin[row + 1]] as const)
    .filter(([first, end]) => first < end)
    .map(([first, end]) => boundsOfColumns(lon.subarray(first, end), lat.subarray(first, end)));
}

/** The box around all that may be gone to, or lie in a neighborhood. */
function boundsOfFacility({ location, entrances, outline }: Facility): Bounds {
  return boundsOf([location, ...entrances, ...outline.flat()]);
}
