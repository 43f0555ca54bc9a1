// What a person reads in Chinese must be Chinese. Latin words that may stand in it: identifiers of documents and of data,
// codes of diagnostics, names of products and formats, and units.
const ALLOWED = [
  /\b(GB|TD|JGJ|SDG)\b[\d\s/.T-]*/g,
  /\bJC\d+|\bJF\d+|\bJS\d+|\bJP\d+/g,
  /\b(category|facility|neighborhood|network|population|street|feature|geometry|origins?|layer|datum)\.[A-Za-z]+\b/g, // codes
  /\b[a-z_:\\]+=[a-z_;*\\]+/g, // OpenStreetMap tags
  /\b(OpenStreetMap contributors|OpenStreetMap|OSM|WGS ?84|CGCS2000|GCJ-02|BD-09|GeoJSON|QGIS|Excel|quarterhour|Esc|Enter|km²|km|ha|EPSG|ODbL|OpenStreetMap contributors|JavaScript|English|CSV|XLSX|SVG|PNG)\b/g,
];

/** The Latin words that are left, three letters or longer. */
export function latinWords(text: string): string[] {
  const rest = ALLOWED.reduce((left, pattern) => left.replace(pattern, " "), text);
  return [...new Set(rest.match(/[A-Za-z]{3,}/g) ?? [])];
}
