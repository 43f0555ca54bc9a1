import { type CompactColumn, unpackColumns } from "../compact-columns.js";
import type { PageCells } from "../page-cells.js";
import type { PageFrame, PageLines, PageRings } from "../page-geometry.js";
import type { PageFacts, WhatIfState } from "../page-model.js";
import { AreaShapes } from "../view/area-shapes.js";
import type { PageData } from "../view/page-data.js";

/** All that the page was given. */
export interface PageModel
  extends Pick<PageData, "facts" | "whatIf" | "areaCount" | "circleCount" | "requirementCount" | "cells" | "reasons"> {
  readonly outline: PageRings;
  readonly isochrone: PageRings;
  readonly lakes: PageLines;
  readonly rivers: PageLines;
  readonly streets: PageLines;
  readonly facilities: PageFacilityColumns;
  /** The city for trials, packed. */
  readonly packedCity: Uint8Array | null;
}
export interface PageFacilityColumns {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly firstCategory: Uint32Array;
  readonly category: Uint32Array;
}

/** Reads the blocks of the page. */
export function readModel(): PageModel {
  const app = document.getElementById("app");
  const data = unpackColumns(bytesOf("data") ?? new Uint8Array());
  const facts = data.facts as PageFacts;
  const packedCity = bytesOf("city");
  const packedStreets = bytesOf("streets");
  return {
    facts,
    whatIf: (app?.dataset.whatIf ?? "impossible") as WhatIfState,
    areaCount: facts.areas.length,
    circleCount: facts.standard.circles.length,
    requirementCount: facts.standard.requirements.length,
    cells: data.columns as unknown as PageCells,
    reasons: linesOf("reason", data.columns),
    outline: linesOf<PageRings>("outline", data.columns),
    isochrone: linesOf<PageRings>("isochrone", data.columns),
    lakes: linesOf("lake", data.columns),
    rivers: linesOf("river", data.columns),
    streets:
      packedStreets === null
        ? streetsOfCity(packedCity, facts.frame)
        : linesOf("street", unpackColumns(packedStreets).columns),
    facilities: linesOf<PageFacilityColumns>("facility", data.columns),
    packedCity,
  };
}

/** Gathers what the pieces of the page are written from. */
export function toPageData(model: PageModel): PageData {
  const { facts, cells, reasons, whatIf, areaCount, circleCount, requirementCount, outline } = model;
  return {
    ...{ facts, cells, reasons, whatIf, areaCount, circleCount, requirementCount },
    ...{ before: null, compared: null, shapes: new AreaShapes(outline) },
    compareNames: (locale) => new Intl.Collator(locale === "zh" ? "zh-Hans" : "en", { numeric: true }).compare,
  };
}

/** Gives a block of the page; `null` = it has none of this name. */
export function bytesOf(id: string): Uint8Array | null {
  const text = document.getElementById(`block-${id}`)?.textContent;
  if (text === null || text === undefined) return null;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

const EMPTY: PageRings = {
  firstRing: new Uint32Array(1),
  firstPoint: new Uint32Array(1),
  x: new Int32Array(),
  y: new Int32Array(),
};

function linesOf<T = PageLines>(name: string, columns: Readonly<Record<string, CompactColumn>>): T {
  const own = Object.entries(columns)
    .filter(([key]) => key.startsWith(`${name}.`))
    .map(([key, column]) => [key.slice(name.length + 1), column]);
  return { ...EMPTY, ...Object.fromEntries(own) } as T;
}

/** A page with trials holds all streets, as degrees. */
function streetsOfCity(packedCity: Uint8Array | null, frame: PageFrame | null): PageLines {
  if (packedCity === null || frame === null) return EMPTY;
  const { columns } = unpackColumns(packedCity);
  const [firstPoint, lon, lat] = ["firstVertex", "lon", "lat"].map((name) => columns[`streets.${name}`]);
  if (!(firstPoint instanceof Uint32Array) || lon === undefined || lat === undefined) return EMPTY;
  return {
    firstPoint,
    x: Int32Array.from(lon, (value) => value * frame.scaleX + frame.shiftX),
    y: Int32Array.from(lat, (value) => value * frame.scaleY + frame.shiftY),
  };
}
