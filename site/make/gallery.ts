import type { Locale } from "../../src/base/words.js";
import { toHeadline } from "../../src/report/sentences.js";
import { say } from "../words.js";
import { type PicturedCity, pictureName } from "./gallery-pictures.js";
import { LOCALES, plain, writePage } from "./pages.js";
import type { GalleryRun } from "./runs.js";

/**
 * Writes the gallery: for each run its map, its headline, its page, the command that made it, how long it took, whose the data are; then the
 * pictures of cities that were not run.
 */
export function makeGallery(runs: readonly GalleryRun[], pictures: readonly PicturedCity[]): string[] {
  const others = pictures.filter(({ id }) => !runs.some((run) => run.id === id));
  for (const locale of LOCALES) {
    const note = others.length === 0 ? [] : [`::: info ${say("remark", locale)}\n${say("noCities", locale)}\n:::`];
    const parts = [
      thumbnails(runs, others, locale),
      ...runs.map((run) => runPart(run, locale)),
      ...note,
      ...others.map((city) => picturePart(city, locale)),
    ];
    writePage({ path: "gallery/index", locale, markdown: `# ${say("gallery", locale)}\n\n${parts.join("\n\n")}\n` });
  }
  return ["gallery/index"];
}

/** All of them, small, as an index. */
function thumbnails(runs: readonly GalleryRun[], others: readonly PicturedCity[], locale: Locale): string {
  const images = [
    ...runs.map((run) => ({ ...run, path: `/gallery/${run.id}/map.${locale}.svg` })),
    ...others.map((city) => ({ ...city, path: pathOf(city, locale) })),
  ];
  const links = images.map(
    ({ id, name, path }) => `<a href="#${id}"><img src="${path}" alt="" loading="lazy">${plain(name[locale])}</a>`,
  );
  return `<div class="thumbnails">\n${links.join("\n")}\n</div>`;
}

function runPart(run: GalleryRun, locale: Locale): string {
  const { id, name, report, seconds } = run;
  return [
    heading(run, locale),
    plain(toHeadline(report, locale)),
    `<ReportLink path="/gallery/${id}/report.html" text="${say("openPage", locale)}" />`,
    `<img class="map" src="/gallery/${id}/map.${locale}.svg" alt="${plain(name[locale])}" loading="lazy">`,
    command(run),
    `${say("runTime", locale, { seconds: seconds.toFixed(1) })} · ${data(run, locale)}`,
  ].join("\n\n");
}

function picturePart(city: PicturedCity, locale: Locale): string {
  return [
    heading(city, locale),
    plain(city.headline[locale]),
    `<img class="map" src="${pathOf(city, locale)}" alt="${plain(city.name[locale])}" loading="lazy">`,
    command(city),
    data(city, locale),
  ].join("\n\n");
}

type Shown = Pick<PicturedCity, "id" | "name" | "args" | "licence">;

const heading = ({ id, name }: Shown, locale: Locale): string => `## ${plain(name[locale])} {#${id}}`;

const pathOf = ({ id }: Shown, locale: Locale): string => `/images/gallery/${pictureName(id, locale)}`;

function command({ args }: Shown): string {
  const words = args.map((word) => (/^[\w./-]+$/.test(word) ? word : `"${word}"`));
  return `\`\`\`sh\nquarterhour run ${words.join(" ")} -o out\n\`\`\``;
}

function data({ licence }: Shown, locale: Locale): string {
  return `${say("data", locale)}${locale === "zh" ? "：" : ": "}${plain(licence[locale])}`;
}
