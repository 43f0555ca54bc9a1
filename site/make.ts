/**
 * Makes the pages of the documentation site, all of them from what the repository holds: the documents in docs/, the standards, texts and
 * options as the library has them, and runs of the built command. VitePress then builds the site. Run: npm run docs
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeColumns } from "./make/columns.js";
import { makeCommand } from "./make/command.js";
import { takeBoth, takeDecisions, takePictures, takeRecords } from "./make/documents.js";
import { makeGallery } from "./make/gallery.js";
import { findPictures } from "./make/gallery-pictures.js";
import { makeLanding } from "./make/landing.js";
import { LOCALES, PAGES, type Section, titleOf } from "./make/pages.js";
import { DEMO, findCities, runCity, SMALL } from "./make/runs.js";
import { makeStandards } from "./make/standards.js";
import { makeTexts } from "./make/texts.js";
import { say } from "./words.js";

/** What explains, among the guides; all others tell how something is done. */
const EXPLAINING = ["guides/what-the-numbers-mean", "guides/standards", "guides/errors-and-diagnostics"];
/** What most need first stands first; the others follow by their names. */
const FIRST = ["guides/inputs", "guides/openstreetmap", "guides/files", "guides/notebooks", "guides/what-if"];

rmSync(PAGES, { recursive: true, force: true });
const demo = runCity(DEMO);
const runs = [demo, ...[SMALL, ...findCities()].map(runCity)];
takePictures();
makeLanding(demo);
const tutorial = takeBoth("tutorial");
const guides = takeBoth("guides");
const howTo = [...FIRST, ...guides.filter((path) => ![...FIRST, ...EXPLAINING].includes(path))];
const gallery = makeGallery(runs, findPictures());
const standards = makeStandards();
const decisions = takeDecisions();
takeRecords();
const reference = [...makeCommand(), ...makeColumns(demo.dictionaries), ...(await makeTexts())];

/** Menus by what they stand beside. */
const sectionsIn = (locale: (typeof LOCALES)[number]): Section[] => [
  { title: say("tutorial", locale), paths: tutorial },
  { title: say("howTo", locale), paths: howTo },
  { title: say("explanation", locale), paths: [...EXPLAINING, ...decisions] },
  { title: say("reference", locale), paths: [...reference, "reference/benchmark", "reference/changes"] },
  { title: say("standards", locale), paths: standards },
  { title: say("gallery", locale), paths: gallery },
];
for (const locale of LOCALES) {
  const folder = join(PAGES, locale === "zh" ? "zh" : "");
  const menu = sectionsIn(locale).map(({ title, paths }) => ({
    text: title,
    items: paths.map((path) => ({
      text: titleOf(readFileSync(join(folder, `${path}.md`), "utf8")),
      link: `/${locale === "zh" ? "zh/" : ""}${path.replace(/index$/, "")}`,
    })),
  }));
  writeFileSync(join(PAGES, `menu.${locale}.json`), JSON.stringify(menu, null, 2));
}
console.log(`${runs.length} runs: ${runs.map(({ id, seconds }) => `${id} ${seconds.toFixed(1)} s`).join(", ")}`);
