import { CoverageError } from "../../base/errors.js";
import { say } from "../../base/texts/node.js";
import { minutes } from "../../base/units.js";
import type { IsochroneStart } from "../../isochrones/find-starts.js";
import { toIsochroneCollection } from "../../isochrones/isochrone-features.js";
import { isochrones } from "../../isochrones/isochrones.js";
import { aboutRun } from "../about-run.js";
import { EXIT_CODES } from "../exit-codes.js";
import { assertReplacesNoInput } from "../replaces-no-input.js";
import { assertFree, writeTextFile } from "../write-text-file.js";
import { ABOUT_OPTIONS, CITY_OPTIONS, type CommandRow } from "./command.js";
import { openAround, openBar, openCity } from "./open-city.js";
import { profileOf } from "./question-of.js";

/** Draws what is reached on foot from one start, as GeoJSON. */
export const isochrone: CommandRow = {
  name: "isochrone",
  words: "",
  wordCount: [0, 0],
  examples: ["isochrone --config city.json --at 104.06,30.66 --minutes 5,10,15 -o reach.geojson"],
  options: [
    ...CITY_OPTIONS,
    ...ABOUT_OPTIONS,
    "profile",
    "elevation",
    "slope",
    "at",
    "facility",
    "neighborhood",
    "minutes",
    "output",
    "force",
    "quiet",
  ],
  run: async (call, world) => {
    const { minutes: asked = [5, 10, 15], ...settings } = call.settings;
    const { at, facility, neighborhood } = settings;
    // people say minutes
    const times = asked.map(minutes);
    // the output of a configuration file is the folder of reports
    const output = call.sources.output === "flag" ? settings.output : undefined;
    const force = settings.force ?? false;
    const starts: IsochroneStart[] = [
      ...(at === undefined ? [] : [{ location: at }]),
      ...(facility === undefined ? [] : [{ facilityId: facility }]),
      ...(neighborhood === undefined ? [] : [{ neighborhoodId: neighborhood }]),
    ];
    const [start] = starts;
    if (start === undefined || starts.length > 1) throw new CoverageError("INVALID_ARGUMENT", say("usage.start"));
    if (output !== undefined) {
      assertFree(output, force);
      assertReplacesNoInput([output], settings);
    }
    const bar = openBar(call, world);
    let text: string;
    try {
      const open = at === undefined ? await openCity(settings, bar) : await openAround(at, settings, bar);
      const drawn = isochrones(open.city, start, times, { profile: profileOf(settings) });
      const about = aboutRun(open);
      text = `${JSON.stringify({ ...toIsochroneCollection(drawn), about })}\n`;
    } finally {
      bar.finish();
    }
    if (output === undefined) world.stdout.write(text);
    else await world.whileWriting(async () => writeTextFile(output, text, force));
    return EXIT_CODES.ok;
  },
};
