import type { ErrorText } from "../base/errors.js";
import { isJsonObject, type JsonObject } from "../base/json-object.js";

/** A format that was recognized, and how to get GeoJSON from it. */
export interface ForeignFormat {
  readonly name: ErrorText;
  readonly hint: ErrorText;
}

interface Signature extends ForeignFormat {
  readonly matches: (object: JsonObject) => boolean;
}

const SIGNATURES: readonly Signature[] = [
  {
    name: "TopoJSON",
    hint: "Convert it with topojson-client: feature(topology, topology.objects.name).",
    matches: ({ type, objects, arcs }) => type === "Topology" || (isJsonObject(objects) && Array.isArray(arcs)),
  },
  {
    name: "Esri JSON",
    hint: "Ask the server for GeoJSON (f=geojson), or convert it with ogr2ogr -f GeoJSON.",
    matches: (object) => isEsri(object) || (Array.isArray(object.features) && object.features.some(isEsri)),
  },
  {
    name: "the answer of an OpenStreetMap server (Overpass or OSM JSON)",
    hint: "Convert it with osmtogeojson.",
    matches: ({ elements }) => Array.isArray(elements),
  },
  {
    name: "the answer of a place search (Amap, Tencent or Baidu)",
    hint: "Make a Feature with a Point of each place, numbers as [longitude, latitude], and state the datum.",
    matches: ({ pois, status }) => Array.isArray(pois) && status !== undefined,
  },
  {
    name: "CityJSON",
    hint: "Convert it with cjio or ogr2ogr -f GeoJSON.",
    matches: ({ type }) => type === "CityJSON",
  },
];

/** Recognizes JSON formats that are often taken for GeoJSON; `null` = not one of them. */
export function recognizeJsonFormat(input: unknown): ForeignFormat | null {
  if (!isJsonObject(input)) return null;
  const signature = SIGNATURES.find(({ matches }) => matches(input));
  return signature === undefined ? null : { name: signature.name, hint: signature.hint };
}

function isEsri(value: unknown): boolean {
  if (!isJsonObject(value) || value.type !== undefined) return false;
  const { attributes, geometry, rings, paths, spatialReference, geometryType } = value;
  if (isJsonObject(attributes) || Array.isArray(rings) || Array.isArray(paths)) return true;
  if (isJsonObject(spatialReference) || typeof geometryType === "string") return true;
  return isJsonObject(geometry) && (isEsri(geometry) || typeof geometry.x === "number");
}
