import { type Diagnostic, Diagnostics, sortDiagnostics } from "../../base/diagnostics.js";
import type { Steps } from "../../base/steps.js";
import { OSM_FINDINGS } from "../../base/texts/diagnostics/osm.js";
import type { Bounds } from "../../geo/bounds.js";
import type { FacilityRecord, Neighborhood, PopulationReading, Reading, StreetsReading } from "../../model/facts.js";
import type { FeatureReading } from "../../model/input.js";
import { MODES, tagKeysOf } from "../../streets/modes/modes.js";
import { withWaters } from "../../streets/waters.js";
import { facilitySteps } from "../read-facilities.js";
import { TagSets } from "../tag-sets.js";
import type { BlockTarget } from "./block-target.js";
import { CLOSED, ElementColumns } from "./element-columns.js";
import { Extract } from "./extract.js";
import { noteHardlyPlaces } from "./hardly-places.js";
import { MISSING } from "./node-table.js";
import { assembleAreas, type RelationAreas, toFeatures } from "./osm-features.js";
import { toNeighborhoods } from "./osm-neighborhoods.js";
import { featuresOfPlaces, toPlaces } from "./osm-places.js";
import { toStreets } from "./osm-streets.js";
import { toWaters } from "./osm-waters.js";
import { addPeopleOfPlaces } from "./people-of-places.js";
import type { OsmHeader } from "./read-header.js";
import { KIND, TagKinds } from "./tag-kinds.js";

/** What an extract can be asked for besides the layers of a city; `divides`: railways and motorways, `residential`: land where people live. */
export type OsmKind = "buildings" | "water" | "barriers" | "landUse" | "divides" | "residential";

/** How an extract is read. */
export interface OsmOptions {
  /** Name of the file, for messages. Default: `osm`. */
  readonly path?: string;
  /** The `admin_level` of the neighborhoods. Default: the most detailed one whose closed areas hold half of the streets. */
  readonly level?: number;
  /** Tags that make a facility of an object, besides the usual ones: `"natural=hot_spring"`, `"craft=*"`. Default: none. */
  readonly facilityTags?: readonly string[];
  /** The tags to keep of streets. Default: those of the library's modes. For others: `tagKeysOf(modes)`. */
  readonly tagKeys?: readonly string[];
  /** What else is to be given as features. Default: nothing, it is only counted. */
  readonly also?: readonly OsmKind[];
}

/** The layers of a city, as `prepareCity` takes them. */
export interface OsmLayers {
  /** Named places, stops, entrances and gates; ids: `node/1`, `way/1`, `relation/1`. */
  readonly facilities: Reading<FacilityRecord>;
  /** Ways with a `highway` tag; ids: `way/1`. Not there: the extract has none. */
  readonly streets?: StreetsReading;
}

/** What was found in an extract. */
export interface OsmReading {
  readonly layers: OsmLayers;
  /** Administrative areas; `null`: no level closes for half of the streets, and nothing is made up. */
  readonly neighborhoods: Reading<Neighborhood> | null;
  /** Places with a number of people (`place=town` with `population`), which stand for a whole town each; `null`: there are none. */
  readonly places: PopulationReading | null;
  /** What was asked for with `also`. */
  readonly also: Readonly<Partial<Record<OsmKind, FeatureReading>>>;
  readonly counts: OsmCounts;
  /** The box that the file says to hold; `null`: it says none. */
  readonly box: Bounds | null;
  /** The day up to which changes are in the file, as it says itself, `YYYY-MM-DD`; `null`: it does not. */
  readonly day: string | null;
  /** What is true of the extract as a whole; the layers have their own. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How many objects there are in an extract, used or not. */
export interface OsmCounts {
  readonly nodes: number;
  readonly ways: number;
  readonly relations: number;
  readonly taggedNodes: number;
  /** Nodes of all ways, each time they are named. */
  readonly wayNodes: number;
  readonly closedWays: number;
  readonly waysWithMissingNodes: number;
  /** Nodes whose position only ways tell. */
  readonly nodesOfWays: number;
  /** Objects whose id came before, and nodes that are not on Earth. */
  readonly duplicates: number;
  readonly nowhere: number;
  /** Objects that are marked as deleted. */
  readonly deleted: number;
  readonly relationsByType: Readonly<Record<string, number>>;
  /** What became of multipolygons and boundaries that have a tag besides their type. */
  readonly areas: Readonly<Record<"closed" | "open" | "broken", number>>;
  /** Nodes, ways and relations of each kind, whether asked for or not. */
  readonly buildings: number;
  readonly water: number;
  readonly barriers: number;
  readonly landUse: number;
}

const KINDS: Readonly<Record<OsmKind, number>> = {
  buildings: KIND.building,
  water: KIND.water,
  barriers: KIND.barrier,
  landUse: KIND.landUse,
  divides: KIND.divide,
  residential: KIND.residential,
};
const ALWAYS_KEPT = KIND.facility | KIND.entrance | KIND.place | KIND.boundary | KIND.shore;

/** An extract while it is read: what fills it knows a format, what is made of it does not. */
export class OsmDraft implements BlockTarget {
  readonly columns: ElementColumns;
  readonly kinds: TagKinds;
  readonly tagSets: TagSets;
  readonly keptKinds: number;
  readonly #options: OsmOptions;
  readonly #unreadable: (readonly [id: number, what: string])[] = [];

  /**
   * @param bytes of the file
   * @throws {CoverageError} `INVALID_ARGUMENT` for tag keys that are none
   */
  constructor(options: OsmOptions, bytes = 0) {
    this.columns = new ElementColumns(bytes);
    const { tagKeys = tagKeysOf(MODES), facilityTags = [], also = [] } = options;
    this.#options = options;
    this.tagSets = new TagSets(tagKeys);
    this.kinds = new TagKinds(tagKeys, facilityTags);
    this.keptKinds = also.reduce((kinds, kind) => kinds | KINDS[kind], ALWAYS_KEPT);
  }

  readonly onUnreadable = (wayId: number, what: string): void => {
    this.#unreadable.push([wayId, what]);
  };

  /** @throws {CoverageError} `INVALID_GEOJSON` if there is nothing, `INVALID_ARGUMENT` for a level that does not close */
  *finish({ box, day }: OsmHeader): Steps<OsmReading> {
    const { path = "osm", level, also = [] } = this.#options;
    const extract = yield* Extract.open(this.columns, box, path);
    yield;
    const areas = yield* assembleAreas(extract);
    const read = yield* toStreets(extract, this.tagSets, this.#unreadable);
    const streets = read && { ...read, streets: withWaters(read.streets, yield* toWaters(extract, areas)) };
    const facilityFeatures = yield* toFeatures(extract, areas, KIND.facility | KIND.entrance);
    const facilities = yield* facilitySteps(facilityFeatures);
    yield;
    const diagnostics = new Diagnostics(OSM_FINDINGS);
    const ofPlaces = new Diagnostics(OSM_FINDINGS);
    ofPlaces.addMany("osm.duplicate", null, this.columns.counts.duplicates);
    noteHardlyPlaces(facilities.rows, streets?.streets ?? null, ofPlaces);
    yield;
    const own = toNeighborhoods(extract, areas, streets?.streets ?? null, { path, level }, diagnostics);
    yield;
    const placeNodes = featuresOfPlaces(extract);
    const neighborhoods = own === null ? null : addPeopleOfPlaces(own.reading, placeNodes, own.level);
    yield;
    const features: [OsmKind, FeatureReading][] = [];
    for (const kind of also) features.push([kind, yield* toFeatures(extract, areas, KINDS[kind])]);
    return {
      layers: { facilities: withFindings(facilities, ofPlaces.list()), ...(streets === null ? {} : { streets }) },
      neighborhoods,
      places: toPlaces(placeNodes),
      also: Object.fromEntries(features),
      counts: countsOf(extract, areas),
      box,
      day,
      diagnostics: sortDiagnostics([...diagnostics.list(), ...ofPlaces.list()]),
    };
  }
}

function countsOf(extract: Extract, areas: RelationAreas): OsmCounts {
  const { columns, refRows } = extract;
  const { counts, nodeCount, wayCount, wayKinds, refCount } = columns;
  let [closedWays, waysWithMissingNodes] = [0, 0];
  for (let way = 0; way < wayCount; way++) {
    const [first, end] = [columns.firstRef[way], columns.firstRef[way + 1]];
    let isMissing = false;
    for (let ref = first; ref < end && !isMissing; ref++) isMissing = refRows[ref] === MISSING;
    if (isMissing) waysWithMissingNodes++;
    if ((wayKinds[way] & CLOSED) !== 0) closedWays++;
    columns.countKinds(wayKinds[way]);
  }
  const states = { closed: 0, open: 0, broken: 0, none: 0 };
  for (const { state } of areas.values()) states[state]++;
  const { none: _none, ...areaStates } = states;
  return {
    nodes: nodeCount - counts.nodesOfWays,
    ways: wayCount,
    relations: counts.relations,
    taggedNodes: counts.taggedNodes,
    wayNodes: refCount,
    closedWays,
    waysWithMissingNodes,
    nodesOfWays: counts.nodesOfWays,
    duplicates: counts.duplicates,
    nowhere: counts.nowhere,
    deleted: counts.deleted,
    relationsByType: Object.fromEntries(counts.relationsByType),
    areas: areaStates,
    buildings: counts.byKind.get(KIND.building) ?? 0,
    water: counts.byKind.get(KIND.water) ?? 0,
    barriers: counts.byKind.get(KIND.barrier) ?? 0,
    landUse: counts.byKind.get(KIND.landUse) ?? 0,
  };
}

function withFindings<Row>(reading: Reading<Row>, more: readonly Diagnostic[]): Reading<Row> {
  return { ...reading, diagnostics: sortDiagnostics([...reading.diagnostics, ...more]) };
}
