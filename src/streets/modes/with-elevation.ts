import { assertChoice, checkObject, invalid } from "../../base/check-argument.js";
import { Diagnostics } from "../../base/diagnostics.js";
import { guardShape } from "../../base/guard-call.js";
import { say } from "../../base/texts/core.js";
import { TRAVELER_FINDINGS } from "../../base/texts/diagnostics/travelers.js";
import type { Heights, Mode, ModeWays } from "../../model/mode.js";
import type { ModeId, SlopeRule, TravelProfile } from "../../model/travel.js";
import { electricCycling } from "../../standards/wheeled-profiles.js";
import { levelOf } from "../street-level.js";
import { heightsAt } from "./height-at.js";
import { SLOPE_RULES } from "./slope-rules.js";
import { STEEPEST_FOR_WHEELCHAIRS, wheelchair } from "./wheelchair.js";

/** What is known of slopes besides heights. */
export interface ElevationOptions {
  /** Edges that are steeper are closed, as rise over run. Default: 1:12 for wheelchairs (GB 55019-2021, 2.3.1, recalled), else none. */
  readonly steepest?: number;
}

/**
 * Makes a mode that knows heights: profiles of it are slower or faster by their rule (`slope`), and what is too steep is closed.
 *
 * The vertices of streets get heights; an edge has the slope between its ends. Bridges and tunnels are taken for level: heights tell of
 * the ground. So are edges of which heights are not known; `slope.unknown` counts them.
 *
 * @param heights what `readElevation` gave
 * @returns the mode with the id `walking-slopes`, say, for `prepareCity(input, { modes })`; `onSlopes` makes profiles that name it
 * @throws {CoverageError} `INVALID_ARGUMENT` for a grid that is not laid along longitudes and latitudes
 */
export function withElevation(mode: Mode, heights: Heights, options: ElevationOptions = {}): Mode {
  return guardShape("withElevation", () => {
    checkObject("mode", mode);
    checkObject("options", options);
    const { steepest = mode.id === wheelchair.id ? STEEPEST_FOR_WHEELCHAIRS : Infinity } = options;
    if (!(steepest > 0)) throw invalid("options.steepest", steepest, say("expected.positive"));
    const heightAt = heightsAt(heights);
    const { ground } = mode;
    return {
      ...mode,
      id: slopeModeId(mode.id),
      label: { zh: `${mode.label.zh}（计坡度）`, en: `${mode.label.en}, slopes counted` },
      ground: {
        closedEdges: (ways) => {
          const slopes = slopesOf(ways, heightAt);
          const diagnostics = new Diagnostics(TRAVELER_FINDINGS);
          const own = ground?.closedEdges?.(ways);
          const steep = rowsOf(slopes, (slope) => Math.abs(slope) > steepest);
          diagnostics.addMany("slope.unknown", "streets", rowsOf(slopes, Number.isNaN).length);
          diagnostics.addMany("slope.steep", "streets", steep.length);
          return {
            edges: [...(own?.edges ?? []), ...steep],
            diagnostics: [...(own?.diagnostics ?? []), ...diagnostics.list()],
          };
        },
        arcSeconds: (ways, profile, seconds) => {
          const sloped = alongSlopes(ways, profile, seconds, heightAt);
          return ground?.arcSeconds(ways, profile, sloped) ?? sloped;
        },
      },
    };
  });
}

/**
 * Makes a profile that minds slopes, for a city that knows its mode `withElevation`.
 *
 * @param rule default: `tobler` for who walks or rolls, `cycling` for bicycles, none for electric bicycles and cars: our choice
 */
export function onSlopes(profile: TravelProfile, rule?: SlopeRule): TravelProfile {
  return guardShape("onSlopes", () => {
    checkObject("profile", profile);
    if (rule !== undefined) assertChoice("rule", rule, Object.keys(SLOPE_RULES));
    const { mode = "walking", source } = profile;
    const slope = rule ?? (profile.id === electricCycling.id ? undefined : USUAL_RULES[mode]);
    const sloped = { ...profile, mode: slopeModeId(mode) };
    if (slope === undefined) return sloped;
    const said = RULE_SOURCES[slope];
    const { zh, en } = typeof source === "string" ? { zh: source, en: source } : source;
    return { ...sloped, slope, source: { zh: `${zh}；坡度按${said.zh}`, en: `${en}; slopes by ${said.en}` } };
  });
}

const USUAL_RULES: Readonly<Record<ModeId, SlopeRule>> = {
  walking: "tobler",
  pushchair: "tobler",
  wheelchair: "tobler",
  bicycle: "cycling",
};
const RULE_SOURCES = {
  tobler: { zh: " Tobler（1993）", en: "Tobler (1993)" },
  naismith: { zh: " Naismith（1892）", en: "Naismith (1892)" },
  cycling: {
    zh: "本项目设定：上坡 5% 减半，下坡至多快五分之一",
    en: "our choice: half as fast 5 % up, a fifth faster down at most",
  },
} as const;

function slopeModeId(mode: ModeId): ModeId {
  return `${mode}-slopes`;
}

/** Rise over run of each edge in its direction; `NaN`: not known. */
function slopesOf({ network, streets }: ModeWays, heightAt: ReturnType<typeof heightsAt>): Float64Array {
  const { edgeCount, nodeLon, nodeLat, edgeFrom, edgeTo, edgeMeters, edgeStreetRow } = network;
  const isRaised = streets.tagSets.map((tags) => levelOf(tags) !== 0);
  const heights = nodeLon.map((lon, node) => heightAt(lon, nodeLat[node] ?? Number.NaN));
  const slopes = new Float64Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++)
    if (!isRaised[streets.tagSetRow[edgeStreetRow[edge]]])
      slopes[edge] = (heights[edgeTo[edge]] - heights[edgeFrom[edge]]) / edgeMeters[edge];
  return slopes;
}

function alongSlopes(
  ways: ModeWays,
  { slope: rule }: TravelProfile,
  seconds: Float64Array,
  heightAt: ReturnType<typeof heightsAt>,
): Float64Array {
  if (rule === undefined) return seconds;
  assertChoice("options.profile.slope", rule, Object.keys(SLOPE_RULES));
  const timesAsFast = SLOPE_RULES[rule];
  const slopes = slopesOf(ways, heightAt);
  return seconds.map((along, arc) => {
    const slope = slopes[arc >> 1];
    if (Number.isNaN(slope)) return along;
    return along / timesAsFast((arc & 1) === 0 ? slope : -slope);
  });
}

function rowsOf(column: Float64Array, isWanted: (value: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < column.length; row++) if (isWanted(column[row])) rows.push(row);
  return rows;
}
