import { standardOf } from "../assess/report-standard.js";
import { pageTexts } from "../base/texts/renderings/page.js";
import type { Surface } from "../base/texts/surfaces.js";
import { findText } from "../base/texts/translate.js";
import { minutes } from "../base/units.js";
import { type Label, type Locale, toLabel } from "../base/words.js";
import { PreparedCity } from "../city/prepared-city.js";
import { selectFor } from "../city/select-for.js";
import { isochronePolygons } from "../isochrones/isochrones.js";
import type { MapCity } from "../maps/map-city.js";
import { chooseScoreColors, colorOfStep } from "../maps/map-style.js";
import type { Facility, PolygonRings } from "../model/facts.js";
import type { CoverageReport } from "../model/report.js";
import { scaleOf } from "../report/circle-view.js";
import { toAreaName } from "../report/shortfalls.js";
import type { CompactColumn } from "./compact-columns.js";
import { type PageBlock, toPageBlock } from "./page-block.js";
import { columnsOfCells } from "./page-cells.js";
import { PageFacilities } from "./page-facilities.js";
import { columnsOfLines, fitPageFrame, type PageFrame, toPageRings, toPageWater } from "./page-geometry.js";
import type { PageFacts } from "./page-model.js";
import { toPageResult } from "./page-result.js";

/** In meters: as fine as the page shows them. */
const ISOCHRONE_CELL = 40;
const ISOCHRONE_MINUTES = 15;
/** More neighborhoods than this, and the page draws no isochrones: they would be most of it. */
const MOST_ISOCHRONES = 1000;
const RAMP_LENGTH = 6;

/** What the page is told besides its report and its city. */
export interface ReportBlockOptions {
  /** The language that is shown first. */
  readonly locale: Locale;
  readonly attribution: string | null;
  /** Where the page is written from. */
  readonly surface: Surface;
}

/** Packs what the page shows of a report, and its drawing: all but the streets. */
export function packReport(
  report: CoverageReport,
  city: MapCity,
  { locale, attribution, surface }: ReportBlockOptions,
): PageBlock {
  const facilities = new PageFacilities(facilitiesOf(report, city));
  const { cells, texts } = toPageResult(report, (id) => facilities.rowOf(id), surface);
  const frame = fitPageFrame(city);
  const { circles, grades, missingBelowShare, requirements, label } = report.standard;
  const facts: PageFacts = {
    locale,
    standard: { circles, grades, missingBelowShare, requirements, label },
    areas: report.neighborhoods.map((area) => ({ id: area.id, name: area.name && toAreaName(report, area, locale) })),
    facilities: facilities.facts,
    texts,
    frame,
    bands: chooseScoreColors(report.standard).bands.map(({ color, label }) => ({ color, label })),
    scale: scaleOf(report.standard),
    ramp: Array.from({ length: RAMP_LENGTH }, (_, i) => colorOfStep(i / (RAMP_LENGTH - 1))),
    isochroneMinutes: ISOCHRONE_MINUTES,
    attribution,
    whatIfAbsent: explainAbsence(surface),
  };
  const columns = {
    ...columnsOfCells(cells),
    ...facilities.columns,
    ...(frame === null ? {} : drawingColumns(report, city, frame)),
  };
  return toPageBlock("data", { columns, facts });
}

/** Tells why nothing can be tried out in the page, and how whoever wrote it writes one in which it can. */
function explainAbsence(surface: Surface): Label {
  const id = "page.whatIf.absent";
  return toLabel((locale) => findText(id, pageTexts(locale)(id), locale, surface));
}

/** Those that count for the standard of the report; for the city's own, if nobody knows the whole of that one. */
function facilitiesOf(report: CoverageReport, city: MapCity): readonly Facility[] {
  const standard = standardOf(report);
  if (!(city instanceof PreparedCity) || standard === null) return city.facilities ?? [];
  return selectFor(PreparedCity.parts(city), standard.categories).facilities;
}

function drawingColumns(report: CoverageReport, city: MapCity, frame: PageFrame): Record<string, CompactColumn> {
  const polygons = new Map(city.neighborhoods.map((area) => [area.id, area.polygons]));
  const outlines = report.neighborhoods.map(({ id }) => polygons.get(id) ?? []);
  const water = toPageWater(city.water ?? [], frame);
  return {
    ...columnsOfLines("outline", toPageRings(outlines, frame)),
    ...columnsOfLines("isochrone", toPageRings(drawIsochrones(report, city), frame)),
    ...columnsOfLines("lake", water.areas),
    ...columnsOfLines("river", water.courses),
  };
}

/** The ground within reach of the middle of each neighborhood; none where there are no streets, or too many of them. */
function drawIsochrones(report: CoverageReport, city: MapCity): (readonly PolygonRings[])[] {
  const { neighborhoods, profile } = report;
  const isDrawn = city instanceof PreparedCity && city.streets !== null && neighborhoods.length <= MOST_ISOCHRONES;
  if (!isDrawn) return neighborhoods.map(() => []);
  const known = new Set(city.neighborhoods.map(({ id }) => id));
  const starts = neighborhoods.filter(({ id }) => known.has(id)).map(({ id }) => ({ neighborhoodId: id }));
  const drawn = isochronePolygons(city, starts, [minutes(ISOCHRONE_MINUTES)], { profile, cellMeters: ISOCHRONE_CELL });
  const byId = new Map(starts.map(({ neighborhoodId }, row) => [neighborhoodId, drawn[row]?.[0]]));
  return neighborhoods.map(
    ({ id }) => (byId.get(id)?.geometry.coordinates ?? []) as unknown as readonly PolygonRings[],
  );
}
