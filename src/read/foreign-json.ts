import { isJsonObject, type JsonObject } from "../base/json-object.js";
import { say } from "../base/texts/core.js";
import type { Phrase } from "../base/texts/phrase.js";

/** A format that was recognized, and how to get GeoJSON from it. */
export interface ForeignFormat {
  readonly name: Phrase;
  readonly hint: Phrase;
}

interface Signature extends ForeignFormat {
  readonly matches: (object: JsonObject) => boolean;
}

const SIGNATURES: readonly Signature[] = [
  {
    name: say("format.topoJson"),
    hint: say("format.topoJson.hint"),
    matches: ({ type, objects, arcs }) => type === "Topology" || (isJsonObject(objects) && Array.isArray(arcs)),
  },
  {
    name: say("format.esriJson"),
    hint: say("format.esriJson.hint"),
    matches: (object) => isEsri(object) || (Array.isArray(object.features) && object.features.some(isEsri)),
  },
  {
    name: say("format.osmJson"),
    hint: say("format.osmJson.hint"),
    matches: ({ elements }) => Array.isArray(elements),
  },
  {
    name: say("format.placeSearch"),
    hint: say("format.placeSearch.hint"),
    matches: ({ pois, status }) => Array.isArray(pois) && status !== undefined,
  },
  {
    name: say("format.cityJson"),
    hint: say("format.cityJson.hint"),
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
