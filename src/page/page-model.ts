import type { Label, Locale } from "../base/words.js";
import type { RequirementSummary, StandardSummary } from "../model/standard-summary.js";
import type { CircleScale } from "../report/circle-view.js";
import type { Edit } from "../scenarios/edit.js";
import type { PageCells } from "./page-cells.js";
import type { PageFrame } from "./page-geometry.js";
import type { ReasonBarrier } from "./page-reasons.js";

/** What the page is told besides its columns. */
export interface PageFacts {
  readonly locale: Locale;
  /** What the city is called, and of which date its data are; `null`: nobody said it. */
  readonly city: string | null;
  readonly date: string | null;
  readonly standard: Pick<StandardSummary, "circles" | "grades" | "requirements">;
  /** Who goes, and how fast in metres per second. */
  readonly profile: { readonly label: Label; readonly isOnFoot: boolean; readonly speed: number };
  /** In the order of the report. */
  readonly areas: readonly { readonly id: string; readonly name: string | null }[];
  readonly facilities: {
    readonly ids: readonly string[];
    readonly names: readonly (string | null)[];
    /** Ids of the categories, once each. */
    readonly categories: readonly string[];
  };
  /** `null`: there are no outlines to draw. */
  readonly frame: PageFrame | null;
  /** What circles are told by. */
  readonly scale: CircleScale;
  /** Rows of the requirements that count as everyday services. */
  readonly services: readonly number[];
  /** How services are spread over the people; `null`: the page was written without the city. */
  readonly spread: PageSpread | null;
  /** What each group of people reaches, as a table with a header; empty: no groups were named. */
  readonly groups: Readonly<Record<Locale, readonly (readonly string[])[]>>;
  /** What was measured beside the standard, of everybody and of each group of people, as a table with a header; empty: nothing was. */
  readonly measures: Readonly<Record<Locale, readonly (readonly string[])[]>>;
  /** Where one more facility would help most, the most helpful first; empty: nobody computed it. */
  readonly steps: readonly PageStep[];
  /** What lies between people and what they lack. */
  readonly barriers: readonly ReasonBarrier[];
  readonly attribution: string | null;
  /** Said where nothing can be tried out: how to write a page in which it can, as whoever wrote this one would. */
  readonly whatIfAbsent: Label;
}

/** People (or ground) by how many services they have within reach, from the places where they live. */
export interface PageSpread {
  /** By the number of services, 0 to all of them. */
  readonly amounts: readonly number[];
}

/** One more facility, where it brings a service within reach of the most people. */
export interface PageStep {
  readonly requirement: number;
  readonly place: readonly [lon: number, lat: number];
  /** The neighborhood that it lies in, or -1. */
  readonly area: number;
  /** People (or square metres) who gain, whole. */
  readonly gain: number;
  /** Of the city, before and after; millionths. */
  readonly shareBefore: number;
  readonly shareAfter: number;
}

/** Whether facilities can be added, moved and closed in the page. */
export type WhatIfState = "included" | "left out" | "impossible";

/** What the second script of the page offers. */
export interface PageEngine {
  /** Opens the city that the page holds. */
  readonly open: (packedCity: Uint8Array) => PageTrial;
}

/** What is asked of a service. */
export type PageService = Pick<RequirementSummary, "category" | "threshold" | "unit" | "orElse">;

/** What is reached from a place of one's own. */
export interface PageReach {
  /** Outlines in degrees by minutes, the shortest first. */
  readonly rings: readonly {
    readonly minutes: number;
    readonly polygons: readonly (readonly (readonly (readonly number[])[])[])[];
  }[];
  /** One for each service; `null` where none is found. */
  readonly nearest: readonly (PageNearest | null)[];
}

/** The nearest facility of one service. */
export interface PageNearest {
  readonly facilityId: string;
  readonly name: string | null;
  readonly seconds: number | null;
  readonly meters: number | null;
  /** Whether it is within the limit. */
  readonly isInTime: boolean;
}

/** A city in which things can be tried out. */
export interface PageTrial {
  readonly add: (id: string, name: string, category: string, place: readonly [lon: number, lat: number]) => void;
  readonly move: (id: string, place: readonly [lon: number, lat: number]) => void;
  readonly close: (id: string) => void;
  readonly undo: () => boolean;
  /** Does one edit, as a file of edits has it. @throws what the library throws */
  readonly apply: (edit: Edit) => void;
  /** What is reached from a place; `null` = no street is near. */
  readonly reachFrom: (
    place: readonly [lon: number, lat: number],
    services: readonly PageService[],
  ) => PageReach | null;
  /** The way from a place to a facility, in degrees. */
  readonly wayTo: (
    place: readonly [lon: number, lat: number],
    facilityId: string,
    seconds: number,
  ) => readonly (readonly [number, number])[];
  readonly judge: (rowOfFacility: (id: string) => number) => PageCells;
}
