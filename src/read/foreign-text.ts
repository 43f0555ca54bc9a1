import type { ForeignFormat } from "./foreign-format.js";

interface Signature {
  readonly format: ForeignFormat;
  readonly pattern: RegExp;
}

/** How texts begin that are not GeoJSON, though they come with its name. The first match counts. */
const SIGNATURES: readonly Signature[] = [
  { format: "html", pattern: /^<(!doctype html|html|head|body)\b/i },
  { format: "osmXml", pattern: /^(<\?xml[^>]{0,200}>\s*)?<(osm|osmChange)\b/i },
  { format: "kml", pattern: /^(<\?xml[^>]{0,200}>\s*)?<(kml|gpx)\b/i },
  { format: "xml", pattern: /^</ },
  {
    format: "wkt",
    pattern: /^(SRID=\d{1,9};)?\s?(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s?(ZM?|M)?\s?(\(|EMPTY)/i,
  },
  { format: "jsonp", pattern: /^[\w$.]{1,100}\s?\(\s?[[{]/ },
  { format: "javaScript", pattern: /^(var|let|const|export|module\.exports|window\.)\s?/ },
  { format: "commented", pattern: /^(\/\/|\/\*|#)/ },
  { format: "csv", pattern: /^[^{}[\]\n\r]{1,500}[,;\t][^{}[\]\n\r]{0,500}(\r|\n|$)/ },
];

/** Recognizes a text by its beginning; `null` = it may be JSON. */
export function recognizeTextFormat(text: string): ForeignFormat | null {
  // how gzip looks once its bytes were taken for text
  if (text.startsWith("\u001f")) return "gzip";
  const start = text.slice(0, 2000).trimStart();
  return SIGNATURES.find(({ pattern }) => pattern.test(start))?.format ?? null;
}
