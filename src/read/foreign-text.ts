import { say } from "../base/texts/core.js";
import type { ForeignFormat } from "./foreign-json.js";

interface Signature extends ForeignFormat {
  readonly pattern: RegExp;
}

/** How texts begin that are not GeoJSON, though they come with its name. The first match counts. */
const SIGNATURES: readonly Signature[] = [
  {
    pattern: /^<(!doctype html|html|head|body)\b/i,
    name: say("format.html"),
    hint: say("format.html.hint"),
  },
  {
    pattern: /^(<\?xml[^>]{0,200}>\s*)?<(osm|osmChange)\b/i,
    name: say("format.osmXml"),
    hint: say("format.osmXml.hint"),
  },
  {
    pattern: /^(<\?xml[^>]{0,200}>\s*)?<(kml|gpx)\b/i,
    name: say("format.kml"),
    hint: say("format.kml.hint"),
  },
  { pattern: /^</, name: say("format.xml"), hint: say("format.xml.hint") },
  {
    pattern: /^(SRID=\d{1,9};)?\s?(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s?(ZM?|M)?\s?(\(|EMPTY)/i,
    name: say("format.wkt"),
    hint: say("format.wkt.hint"),
  },
  {
    pattern: /^[\w$.]{1,100}\s?\(\s?[[{]/,
    name: say("format.jsonp"),
    hint: say("format.jsonp.hint"),
  },
  {
    pattern: /^(var|let|const|export|module\.exports|window\.)\s?/,
    name: say("format.javaScript"),
    hint: say("format.javaScript.hint"),
  },
  { pattern: /^(\/\/|\/\*|#)/, name: say("format.commented"), hint: say("json.comments.hint") },
  {
    pattern: /^[^{}[\]\n\r]{1,500}[,;\t][^{}[\]\n\r]{0,500}(\r|\n|$)/,
    name: say("format.csv"),
    hint: say("format.csv.hint"),
  },
];

/** Recognizes a text by its beginning; `null` = it may be JSON. */
export function recognizeTextFormat(text: string): ForeignFormat | null {
  // how gzip looks once its bytes were taken for text
  if (text.startsWith("\u001f")) return { name: say("format.gzip"), hint: say("format.gzip.hint") };
  const start = text.slice(0, 2000).trimStart();
  const signature = SIGNATURES.find(({ pattern }) => pattern.test(start));
  return signature === undefined ? null : { name: signature.name, hint: signature.hint };
}
