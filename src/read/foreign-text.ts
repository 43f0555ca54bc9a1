import type { ForeignFormat } from "./foreign-json.js";

interface Signature extends ForeignFormat {
  readonly pattern: RegExp;
}

/** How texts begin that are not GeoJSON, though they come with its name. The first match counts. */
const SIGNATURES: readonly Signature[] = [
  {
    pattern: /^<(!doctype html|html|head|body)\b/i,
    name: "a web page (HTML)",
    hint: "Perhaps the server answered with an error page: open the file and see.",
  },
  {
    pattern: /^(<\?xml[^>]{0,200}>\s*)?<(osm|osmChange)\b/i,
    name: "OpenStreetMap XML",
    hint: "Convert it with osmtogeojson or osmium export.",
  },
  {
    pattern: /^(<\?xml[^>]{0,200}>\s*)?<(kml|gpx)\b/i,
    name: "KML or GPX",
    hint: "Convert it: ogr2ogr -f GeoJSON out.geojson in.",
  },
  { pattern: /^</, name: "XML", hint: "Convert it to GeoJSON first (ogr2ogr reads many kinds)." },
  {
    pattern: /^(SRID=\d{1,9};)?\s?(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s?(ZM?|M)?\s?(\(|EMPTY)/i,
    name: "well-known text (WKT)",
    hint: "Convert it with wellknown, PostGIS ST_AsGeoJSON or ogr2ogr.",
  },
  {
    pattern: /^[\w$.]{1,100}\s?\(\s?[[{]/,
    name: "JSONP (JavaScript)",
    hint: "Ask the server for JSON, or cut off the name and the brackets around it.",
  },
  {
    pattern: /^(var|let|const|export|module\.exports|window\.)\s?/,
    name: "JavaScript",
    hint: "Keep only the object itself, as JSON.",
  },
  { pattern: /^(\/\/|\/\*|#)/, name: "a text with comments", hint: "JSON has no comments: remove them." },
  {
    pattern: /^[^{}[\]\n\r]{1,500}[,;\t][^{}[\]\n\r]{0,500}(\r|\n|$)/,
    name: "CSV",
    hint: "Make a Feature with a Point of each row.",
  },
];

/** Recognizes a text by its beginning; `null` = it may be JSON. */
export function recognizeTextFormat(text: string): ForeignFormat | null {
  // how gzip looks once its bytes were taken for text
  if (text.startsWith("\u001f")) return { name: "gzip", hint: "Unpack it first (gunzip)." };
  const start = text.slice(0, 2000).trimStart();
  const signature = SIGNATURES.find(({ pattern }) => pattern.test(start));
  return signature === undefined ? null : { name: signature.name, hint: signature.hint };
}
