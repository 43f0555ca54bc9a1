import { basename } from "node:path";
import type { Layer } from "../base/layers.js";
import { say } from "../base/texts/node.js";
import type { Phrase } from "../base/texts/phrase.js";
import { namesPeople } from "../read/find-properties.js";
import { layersListed } from "../read/gis/file-errors.js";
import { guessOtherLayer } from "./guess-other-layer.js";
import { RASTER_SAMPLE, readSample, type Sample } from "./read-sample.js";

/** What a file seems to hold, and why. */
export interface LayerGuess {
  readonly name: string;
  /** `null`: none that can be told. */
  readonly layer: Layer | null;
  readonly reason: Phrase;
  /** The property that holds people, where it has not the usual name. */
  readonly peopleProperty?: string;
  /** Whether its name or its tags speak for it, where several files look like one layer. */
  readonly isLikely: boolean;
  /** Whether only that nothing else is there speaks for it. */
  readonly isDoubtful?: boolean;
  /** What the file does not tell, and has to be said. */
  readonly facts?: Sample["facts"];
}

/** What files of a layer are called. */
const NAMES: Readonly<Record<Layer, RegExp>> = {
  neighborhoods: /neighbou?rhood|communit|district|block|area|parish|ward|社区|街道|小区|区划/i,
  facilities: /facilit|place|poi|amenit|stop|station|设施|公服|站点|车站/i,
  streets: /street|road|highway|network|道路|路网/i,
  population: /popul|people|census|人口/i,
  buildings: /build|footprint|bldg|建筑|楼/i,
  jobs: /jobs|employ|workplace|就业|岗位/i,
  landUse: /land_?-?use|zoning|用地|土地利用|地类/i,
  barriers: /barrier|railway|motorway|阻隔|铁路|障碍/i,
};
/** People, in columns of which several may be there. */
const PEOPLE = /^(pop_*\d+|pop\w*tot\w*|tot\w*pop\w*)$/i;
/** Only stops made from a timetable (GTFS) have these. */
const STOP_PROPERTY = /"(stop_id|stop_name|stop_code|route_types?|location_type)"\s*:/;
const BUILDING = /"building"\s*:\s*"/g;
/** Whoever calls a file buildings may only tell how high they are. */
const BUILDING_OR_LEVELS =
  /"(?:building"\s*:\s*"|(?:building[:_]l\w*|floors?|levels|height|层数|楼层|高度)"\s*:\s*"?\d)/gi;
/** Rasters hold heights and much else. */
const POPULATION_RASTER = /pop|ppp|people|census|landscan|人口/i;
/** Coordinates of Chinese web maps need to be declared: a file that says so is left to the user. */
export const OTHER_DATUM: RegExp = /gcj|bd-?09|火星/i;

/** Guesses the layers of a file: one, or each of those that it holds by its name. */
export async function guessLayers(path: string): Promise<LayerGuess[]> {
  const guess = await guessLayer(path);
  const names = layersListed(guess.reason);
  if (names.length === 0) return [guess];
  const guesses: LayerGuess[] = [];
  for (const name of names) guesses.push(await guessLayer(`${path}#${name}`));
  return guesses;
}

/**
 * Guesses the layer of a file from its first features: lines are streets, polygons neighborhoods, points with people population, stops of
 * a timetable and other points with tags (or a name that says so) facilities; what has jobs, a use of land or keeps people from crossing is that. For a proposal that people look over, never for a result.
 */
export async function guessLayer(path: string): Promise<LayerGuess> {
  const { text: head, facts, problem } = await readSample(path);
  const types = [...head.matchAll(/"type"\s*:\s*"(?:Multi)?(Point|LineString|Polygon)"/g)].map(([, type]) => type);
  const [first] = types;
  const named = [...head.matchAll(/"([^"\\]{1,60})"\s*:\s*(?:"?[+-]?[\d.,]+"?|null)\s*[,}]/g)].filter(
    ([, name = ""]) => PEOPLE.test(name) || namesPeople(name),
  );
  const people = named[0]?.[1];
  // a list of places, of which a few have a number of people, is no population layer
  const hasPeople = named.length * 2 >= (head.match(/"type"\s*:\s*"Feature"/g)?.length ?? 0) && people !== undefined;
  const tells = (name: string, layer: Layer | null, reason: Phrase): LayerGuess => ({
    name,
    layer,
    reason,
    isLikely:
      layer !== null &&
      !OTHER_DATUM.test(name) &&
      (NAMES[layer].test(name) || (layer === "streets" && /"highway"\s*:/.test(head))),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    ...(hasPeople && people !== "population" ? { peopleProperty: people as string } : {}),
  });
  if (problem !== null) return tells(path, null, problem);
  const isOtherRaster = head === RASTER_SAMPLE && !POPULATION_RASTER.test(path);
  if (isOtherRaster) return tells(path, null, say("init.otherRaster", { path }));
  if (first === undefined) return tells(path, null, say("init.noGeometry"));
  const isSame = types.every((type) => type === first);
  const other = guessOtherLayer(head, { types, isNamed: (layer) => NAMES[layer].test(basename(path)), hasPeople });
  if (other !== null) return tells(path, other.layer, other.reason);
  if (isSame && first === "LineString") return tells(path, "streets", say("init.lines"));
  const hasTextType = /"(type|类型|类别|大类|中类|小类|分类)"\s*:\s*"[^"]*[\u4e00-\u9fff]/.test(head);
  const hasKind =
    hasTextType ||
    /"(category|typecode)"\s*:\s*"/.test(head) ||
    // numbers are no tags: a table may count shops or health centers
    /"(fclass|amenity|shop|highway|leisure|healthcare|public_transport)"\s*:\s*"(?![\d\s.,+-]*")/.test(head);
  if (hasPeople && !hasKind && first === "Point") return tells(path, "population", say("init.people"));
  if (hasPeople && isSame && first === "Polygon" && NAMES.population.test(path))
    return tells(path, "population", say("init.people"));
  const isTimetable = types.every((type) => type === "Point") && STOP_PROPERTY.test(head);
  const isNamedBuildings = NAMES.buildings.test(basename(path));
  const tagged = head.match(isNamedBuildings ? BUILDING_OR_LEVELS : BUILDING)?.length ?? 0;
  const areBuildings = tagged > 0 && tagged * 2 >= (head.match(/"type"\s*:\s*"Feature"/g)?.length ?? 0);
  if (isSame && first === "Polygon" && !hasPeople && areBuildings && (!hasKind || isNamedBuildings))
    return tells(path, "buildings", say("init.buildings"));
  if (isSame && first === "Polygon" && !hasKind && !/"building"\s*:/.test(head))
    return tells(path, "neighborhoods", say("init.polygons"));
  if (hasKind) return tells(path, "facilities", say("init.kinds"));
  if (isTimetable) return tells(path, "facilities", say("init.stops"));
  // a name alone decides for places only: what they are is told by the report, one by one
  if (first === "Point" && NAMES.facilities.test(basename(path))) return tells(path, "facilities", say("init.named"));
  if (isSame && first === "Point" && head !== RASTER_SAMPLE && /"(name|名称)"\s*:\s*"/.test(head))
    return { ...tells(path, "facilities", say("init.places")), isDoubtful: true };
  return tells(path, null, say("init.unknown"));
}
