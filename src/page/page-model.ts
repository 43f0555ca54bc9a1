import type { Label, Locale } from "../base/words.js";
import type { StandardSummary } from "../model/report.js";
import type { CircleScale } from "../report/circle-view.js";
import type { PageCells } from "./page-cells.js";
import type { PageFrame } from "./page-geometry.js";

/** What the page is told besides its columns. */
export interface PageFacts {
  readonly locale: Locale;
  readonly standard: Pick<StandardSummary, "circles" | "grades" | "missingBelowShare" | "requirements" | "label">;
  /** In the order of the report. */
  readonly areas: readonly { readonly id: string; readonly name: string | null }[];
  readonly facilities: {
    readonly ids: readonly string[];
    readonly names: readonly (string | null)[];
    /** Ids of the categories, once each. */
    readonly categories: readonly string[];
  };
  readonly texts: PageResultTexts;
  /** `null`: there are no outlines to draw. */
  readonly frame: PageFrame | null;
  /** What circles are told by. */
  readonly scale: CircleScale;
  /** Colors of what circles are told by, best first. */
  readonly bands: readonly { readonly color: string; readonly label: Label }[];
  /** Six colors, best first, for the other measures. */
  readonly ramp: readonly string[];
  readonly isochroneMinutes: number;
  readonly attribution: string | null;
  /** Said where nothing can be tried out: how to write a page in which it can, as whoever wrote this one would. */
  readonly whatIfAbsent: Label;
}

/** How the map can be colored. */
export type MeasureId = "score" | "share" | "minutes" | "missing";

/** Whether facilities can be added, moved and closed in the page. */
export type WhatIfState = "included" | "left out" | "impossible";

/** What changes with a trial, besides the numbers. */
export interface PageResultTexts {
  readonly headline: Label;
  /** The worst first. */
  readonly shortfalls: readonly PageShortfall[];
}

/** People (or ground) of one neighborhood without one mandatory category. */
export interface PageShortfall {
  readonly area: number;
  readonly requirement: number;
  readonly amount: Label;
  readonly share: string;
}

/** What the second script of the page offers. */
export interface PageEngine {
  /** Opens the city that the page holds. */
  readonly open: (packedCity: Uint8Array) => PageTrial;
}

/** A city in which things can be tried out. */
export interface PageTrial {
  readonly add: (id: string, name: string, category: string, place: readonly [lon: number, lat: number]) => void;
  readonly move: (id: string, place: readonly [lon: number, lat: number]) => void;
  readonly close: (id: string) => void;
  readonly undo: () => boolean;
  readonly judge: (rowOfFacility: (id: string) => number) => PageResult;
}
export interface PageResult {
  readonly cells: PageCells;
  readonly texts: PageResultTexts;
}
