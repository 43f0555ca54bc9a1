import { isJsonObject, type JsonObject } from "../base/json-object.js";
import type { ForeignFormat } from "./foreign-format.js";

interface Signature {
  readonly format: ForeignFormat;
  readonly matches: (object: JsonObject) => boolean;
}

const SIGNATURES: readonly Signature[] = [
  {
    format: "topoJson",
    matches: ({ type, objects, arcs }) => type === "Topology" || (isJsonObject(objects) && Array.isArray(arcs)),
  },
  {
    format: "esriJson",
    matches: (object) => isEsri(object) || (Array.isArray(object.features) && object.features.some(isEsri)),
  },
  { format: "osmJson", matches: ({ elements }) => Array.isArray(elements) },
  { format: "placeSearch", matches: ({ pois, status }) => Array.isArray(pois) && status !== undefined },
  { format: "cityJson", matches: ({ type }) => type === "CityJSON" },
];

/** Recognizes JSON formats that are often taken for GeoJSON; `null` = not one of them. */
export function recognizeJsonFormat(input: unknown): ForeignFormat | null {
  if (!isJsonObject(input)) return null;
  return SIGNATURES.find(({ matches }) => matches(input))?.format ?? null;
}

function isEsri(value: unknown): boolean {
  if (!isJsonObject(value) || value.type !== undefined) return false;
  const { attributes, geometry, rings, paths, spatialReference, geometryType } = value;
  if (isJsonObject(attributes) || Array.isArray(rings) || Array.isArray(paths)) return true;
  if (isJsonObject(spatialReference) || typeof geometryType === "string") return true;
  return isJsonObject(geometry) && (isEsri(geometry) || typeof geometry.x === "number");
}
