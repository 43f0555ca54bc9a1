import type { DiagnosticCode } from "../base/texts/findings.js";
import type { LonLat } from "../base/words.js";
import type { PolygonRings } from "../model/facts.js";

/** What a geometry is made of, in WGS 84. */
export interface GeometryParts {
  readonly points: LonLat[];
  readonly lines: (readonly LonLat[])[];
  readonly polygons: PolygonRings[];
  /** The first position, in the order of the file. */
  first: LonLat | null;
  /** First longitude as given: parts on the other side of the antimeridian are brought to its side. */
  anchorLon: number;
  /** Why a part was passed over (empty, too short, without area); `null` = none was. */
  collapsed: DiagnosticCode | null;
  /** What was mended or is worth knowing, each with an example. */
  readonly findings: Map<DiagnosticCode, string | null>;
}

/** Why a geometry cannot be used. */
export interface GeometryDefect {
  readonly code: DiagnosticCode;
  readonly example: string | null;
  /** Only for `position.range`: the position. */
  readonly position?: LonLat;
}

/** Tells a defect from what was read. */
export function isDefect(outcome: object): outcome is GeometryDefect {
  return "code" in outcome;
}

/** Makes a geometry without parts. */
export function emptyParts(): GeometryParts {
  return {
    points: [],
    lines: [],
    polygons: [],
    first: null,
    anchorLon: Number.NaN,
    collapsed: null,
    findings: new Map(),
  };
}

/** Tells why a layer found nothing to use in a geometry. */
export function reasonForNothing({ points, lines, polygons, collapsed }: GeometryParts): GeometryDefect {
  const kinds = [
    ...(points.length > 0 ? ["point"] : []),
    ...(lines.length > 0 ? ["line"] : []),
    ...(polygons.length > 0 ? ["polygon"] : []),
  ];
  if (collapsed !== null) return { code: collapsed, example: null };
  return { code: "geometry.kind", example: kinds.length === 0 ? null : kinds.join(" and ") };
}
