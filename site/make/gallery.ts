import type { Locale } from "../../src/base/words.js";
import { toHeadline } from "../../src/report/sentences.js";
import { say } from "../words.js";
import { LOCALES, plain, writePage } from "./pages.js";
import type { GalleryRun } from "./runs.js";

/** Writes the gallery: for each run its map, its headline, its page, the command that made it, how long it took, whose the data are. */
export function makeGallery(runs: readonly GalleryRun[]): string[] {
  for (const locale of LOCALES) {
    const parts = runs.map((run) => runPart(run, locale));
    const note = runs.length > 1 ? [] : [`::: info ${say("remark", locale)}\n${say("noCities", locale)}\n:::`];
    writePage({
      path: "gallery/index",
      locale,
      markdown: `${[`# ${say("gallery", locale)}`, ...(runs.length > 1 ? [thumbnails(runs, locale)] : []), ...parts, ...note].join("\n\n")}\n`,
    });
  }
  return ["gallery/index"];
}

/** All maps, small, as an index. */
function thumbnails(runs: readonly GalleryRun[], locale: Locale): string {
  const links = runs.map(
    ({ id, name }) =>
      `<a href="#${id}"><img src="/gallery/${id}/map.${locale}.svg" alt="" loading="lazy">${plain(name[locale])}</a>`,
  );
  return `<div class="thumbnails">\n${links.join("\n")}\n</div>`;
}

function runPart({ id, name, args, report, seconds, licence }: GalleryRun, locale: Locale): string {
  const colon = locale === "zh" ? "：" : ": ";
  return [
    `## ${plain(name[locale])} {#${id}}`,
    plain(toHeadline(report, locale)),
    `<ReportLink path="/gallery/${id}/report.html" text="${say("openPage", locale)}" />`,
    `<img class="map" src="/gallery/${id}/map.${locale}.svg" alt="${plain(name[locale])}" loading="lazy">`,
    `\`\`\`sh\nquarterhour run ${args.join(" ")} -o out\n\`\`\``,
    `${say("runTime", locale, { seconds: seconds.toFixed(1) })} · ${say("data", locale)}${colon}${plain(licence[locale])}`,
  ].join("\n\n");
}
