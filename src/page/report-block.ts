import { questionOf } from "../assess/report-question.js";
import { pageTexts } from "../base/texts/renderings/page.js";
import type { Surface } from "../base/texts/surfaces.js";
import { findText } from "../base/texts/translate.js";
import { minutes } from "../base/units.js";
import { type Label, type Locale, toLabel } from "../base/words.js";
import { spreadServices } from "../charts/spread-services.js";
import { PreparedCity } from "../city/prepared-city.js";
import { selectFor } from "../city/select-for.js";
import { everydayServices } from "../coverage/summarize-services.js";
import { isochronePolygons } from "../isochrones/isochrones.js";
import type { MapCity } from "../maps/map-city.js";
import type { Facility, PolygonRings } from "../model/facts.js";
import type { CoverageReport } from "../model/report.js";
import type { Step } from "../model/services.js";
import { scaleOf } from "../report/circle-view.js";
import { groupRows } from "../report/groups-view.js";
import { toMeasureRows } from "../report/measure-rows.js";
import { toAreaName } from "../report/shortfalls.js";
import { stepsAmong } from "../scenarios/best-steps.js";
import { judgeServices } from "../scenarios/service-verdicts.js";
import type { CompactColumn } from "./compact-columns.js";
import { type PageBlock, toPageBlock } from "./page-block.js";
import { columnsOfCells, type PageCells, toPageCells } from "./page-cells.js";
import { PageFacilities } from "./page-facilities.js";
import { columnsOf, fitPageFrame, type PageFrame, type PageRings, toPageRings, toPageWater } from "./page-geometry.js";
import type { PageFacts, PageStep } from "./page-model.js";
import { type PageReasons, toPageReasons } from "./page-reasons.js";

/** Where there is nothing to draw. */
const NO_FRAME: PageFrame = { width: 0, height: 0, scaleX: 0, shiftX: 0, scaleY: 0, shiftY: 0, unitsPerMeter: 0 };
/** In meters: as fine as the page shows them. */
const ISOCHRONE_CELL = 40;
const ISOCHRONE_TOLERANCE = 5;
const ISOCHRONE_MINUTES = 15;
/** More neighborhoods than this, and the page draws no isochrones: they would be most of it. */
const MOST_ISOCHRONES = 1000;

/** What the page is told besides its report and its city. */
export interface ReportBlockOptions {
  /** What trials and steps are computed in; `null`: nothing can be tried out in the page. */
  readonly trial: PreparedCity | null;
  readonly place: string | null;
  readonly date: string | null;
  /** The language that is shown first. */
  readonly locale: Locale;
  readonly attribution: string | null;
  /** Where the page is written from. */
  readonly surface: Surface;
}

/** What the page shows of a report, and its drawing: all but the streets. */
export interface DescribedReport {
  readonly block: PageBlock;
  readonly facts: PageFacts;
  readonly cells: PageCells;
  readonly reasons: PageReasons;
  readonly outline: PageRings;
}

/** Lays out what the page shows of a report, and packs it. */
export function describeReport(
  report: CoverageReport,
  city: MapCity,
  { locale, attribution, surface, trial, place, date }: ReportBlockOptions,
): DescribedReport {
  const facilities = new PageFacilities(facilitiesOf(report, city));
  const cells = toPageCells(report, (id) => facilities.rowOf(id));
  const { reasons, barriers } = toPageReasons(report, (id) => facilities.rowOf(id));
  const frame = fitPageFrame(city);
  const { circles, grades, requirements } = report.standard;
  const facts: PageFacts = {
    ...{ locale, city: place, date },
    standard: { circles, grades, requirements },
    areas: report.neighborhoods.map((area) => ({ id: area.id, name: area.name && toAreaName(report, area, locale) })),
    facilities: facilities.facts,
    frame,
    profile: {
      label: report.profile.label,
      isOnFoot: (report.profile.mode ?? "walking") === "walking",
      speed: report.profile.speedMetersPerSecond,
    },
    scale: scaleOf(report.standard),
    services: everydayServices(requirements).map((one) => requirements.indexOf(one)),
    ...(trial === null
      ? { spread: null, steps: toPageSteps(report, report.steps ?? []) }
      : computeExtras(report, trial)),
    barriers,
    groups: { zh: groupRows(report, report.city, "zh"), en: groupRows(report, report.city, "en") },
    measures: { zh: toMeasureRows(report, "zh"), en: toMeasureRows(report, "en") },
    attribution,
    whatIfAbsent: explainAbsence(surface),
  };
  const outline = toOutline(report, city, frame);
  const columns = {
    ...columnsOfCells(cells),
    ...facilities.columns,
    ...columnsOf("reason", reasons),
    ...columnsOf("outline", outline),
    ...(frame === null ? {} : drawingColumns(report, city, frame)),
  };
  return { block: toPageBlock("data", { columns, facts }), facts, cells, reasons, outline };
}

/** What is told of the places where people live, where the page knows them: how services are spread, and where one more would help most. */
function computeExtras(report: CoverageReport, city: PreparedCity): Pick<PageFacts, "spread" | "steps"> {
  const verdicts = judgeServices(city, report);
  const steps = report.steps ?? stepsAmong(city, report, verdicts);
  return { spread: { amounts: spreadServices(verdicts) }, steps: toPageSteps(report, steps) };
}

function toPageSteps({ standard, neighborhoods }: CoverageReport, steps: readonly Step[]): PageStep[] {
  const millionths = (share: number) => Math.round(1e6 * share);
  return steps.map((step) => ({
    requirement: standard.requirements.findIndex(({ id }) => id === step.requirement),
    place: step.location,
    area: neighborhoods.findIndex(({ id }) => id === step.neighborhoodId),
    gain: Number(step.gain.toFixed(0)),
    ...{ shareBefore: millionths(step.shareBefore), shareAfter: millionths(step.shareAfter) },
  }));
}

/** Tells why nothing can be tried out in the page, and how whoever wrote it writes one in which it can. */
function explainAbsence(surface: Surface): Label {
  const id = "page.whatIf.absent";
  return toLabel((locale) => findText(id, pageTexts(locale)(id), locale, surface));
}

/** Those that count for the standard of the report; for the city's own, if nobody knows the whole of that one. */
function facilitiesOf(report: CoverageReport, city: MapCity): readonly Facility[] {
  const asked = questionOf(report);
  if (!(city instanceof PreparedCity) || asked === null) return city.facilities ?? [];
  return selectFor(PreparedCity.parts(city), asked.standard.categories).facilities;
}

function toOutline(report: CoverageReport, city: MapCity, frame: PageFrame | null): PageRings {
  const polygons = new Map(city.neighborhoods.map((area) => [area.id, area.polygons]));
  const outlines = report.neighborhoods.map(({ id }) => (frame === null ? [] : (polygons.get(id) ?? [])));
  return toPageRings(outlines, frame ?? NO_FRAME);
}

function drawingColumns(report: CoverageReport, city: MapCity, frame: PageFrame): Record<string, CompactColumn> {
  const water = toPageWater(city.water ?? [], frame);
  return {
    ...columnsOf(
      "isochrone",
      toPageRings(drawIsochrones(report, city), frame, ISOCHRONE_TOLERANCE * frame.unitsPerMeter),
    ),
    ...columnsOf("lake", water.areas),
    ...columnsOf("river", water.courses),
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
