// What the schemas describe: the types that the library reads and writes, and how a GIS writes edits.

import type { LineString, Point } from "geojson";
import type { Diagnostic } from "../src/base/diagnostics.js";
import type { ReportComparison } from "../src/compare/comparison.js";
import type { CoverageReport } from "../src/model/report.js";
import type { Standard } from "../src/model/standard.js";
import type { Manifest } from "../src/node/manifest.js";
import type {
  CityAnswer,
  CityRequest,
  ErrorAnswer,
  HealthAnswer,
  IsochroneAnswer,
  NearestAnswer,
} from "../src/node/service/answers.js";
import type { Edit } from "../src/scenarios/edit.js";
import type { CoverageCollection } from "../src/tables/to-geojson.js";

/** A report as it is saved: whoever writes it may tell what was found in Chinese, too. */
export interface SavedReport extends Omit<CoverageReport, "diagnostics"> {
  readonly diagnostics: readonly SavedDiagnostic[];
}
export interface SavedDiagnostic extends Diagnostic {
  /** What it means and what to do about it, in Chinese. */
  readonly zh?: Pick<Diagnostic, "message" | "action">;
}

/** A standard as it is saved. */
export interface SavedStandard extends Standard {
  /** Where this schema is, for editors. */
  readonly $schema?: string;
}

/** A file of edits, done in this order: a list, or GeoJSON. */
export type EditFile = readonly Edit[] | EditCollection;
/** Edits as GeoJSON. */
export interface EditCollection {
  readonly type: "FeatureCollection";
  readonly features: readonly EditFeature[];
}
/** One edit. Properties that are `null`, and `fid`, are nothing. */
export type EditFeature =
  | AddFacilityFeature
  | MoveFacilityFeature
  | CloseFacilityFeature
  | AddStreetFeature
  | CloseStreetFeature;
export interface AddFacilityFeature {
  readonly type: "Feature";
  readonly properties: AddFacilityProperties;
  readonly geometry: PlainPoint;
}
export interface AddFacilityProperties extends GisProperties {
  readonly edit: "addFacility";
  readonly id: EditId;
  /** Ids of categories: a list, JSON, or a text with `;` between. */
  readonly categories: readonly string[] | string;
  readonly name?: string | null;
}
export interface MoveFacilityFeature {
  readonly type: "Feature";
  readonly properties: MoveFacilityProperties;
  /** Where it goes. */
  readonly geometry: PlainPoint;
}
export interface MoveFacilityProperties extends GisProperties {
  readonly edit: "moveFacility";
  readonly id: EditId;
}
export interface CloseFacilityFeature {
  readonly type: "Feature";
  readonly properties: CloseFacilityProperties;
  /** Where it is, for a map. */
  readonly geometry?: unknown;
}
export interface CloseFacilityProperties extends GisProperties {
  readonly edit: "closeFacility";
  readonly id: EditId;
}
export interface AddStreetFeature {
  readonly type: "Feature";
  readonly properties: AddStreetProperties;
  readonly geometry: PlainLine;
}
export interface AddStreetProperties extends GisProperties {
  readonly edit: "addStreet";
  readonly id: EditId;
  /** OpenStreetMap tags, or their JSON. */
  readonly tags?: Readonly<Record<string, unknown>> | TagsAsText | null;
}
export interface CloseStreetFeature {
  readonly type: "Feature";
  readonly properties: CloseStreetProperties;
  /** Where it is, for a map. */
  readonly geometry?: unknown;
}
export interface CloseStreetProperties extends GisProperties {
  readonly edit: "closeStreet";
  readonly id: EditId;
}
/** What a GIS adds of its own. */
export interface GisProperties {
  readonly fid?: unknown;
  readonly ogc_fid?: unknown;
}
export type EditId = string | number;
/** Tags of a street as the text of a JSON object. */
export type TagsAsText = string;
/** Longitude and latitude in degrees; more is not read. */
export type Place = readonly [lon: number, lat: number];
export interface PlainPoint extends Pick<Point, "type"> {
  readonly coordinates: Place;
}
export interface PlainLine extends Pick<LineString, "type"> {
  readonly coordinates: readonly Place[];
}

export type { Manifest, ReportComparison };

/** What the service is asked and answers as JSON. */
export interface ServiceBodies {
  readonly Report: SavedReport;
  readonly ReportGeoJson: CoverageCollection;
  readonly Health: HealthAnswer;
  readonly City: CityAnswer;
  readonly Nearest: NearestAnswer;
  readonly Isochrones: IsochroneAnswer;
  readonly Error: ErrorAnswer;
  readonly CityInput: CityRequest;
}
