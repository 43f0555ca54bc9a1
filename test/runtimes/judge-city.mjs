// Judges a city and renders the report: what every runtime must give the same bytes of. Told the library, so that it also runs
// in a browser, where the library is bundled.

/** @param layers texts of the GeoJSON layers by name */
export function judgeCity(library, layers) {
  const { computeCoverage, prepareCity } = library;
  const city = prepareCity(layers);
  const report = computeCoverage(city);
  return { report: JSON.stringify(report), renderings: render(library, report, city) };
}

function render({ toCsv, toGeoJson, toHtml, toMarkdown, toText }, report, { neighborhoods, streets }) {
  const locales = ["zh", "en"];
  return [
    JSON.stringify(toGeoJson(report, neighborhoods)),
    ...[toText, toMarkdown, toCsv].flatMap((write) => locales.map((locale) => write(report, { locale }))),
    ...locales.map((locale) => toHtml(report, { neighborhoods, streets }, { locale })),
  ].join("\n");
}
