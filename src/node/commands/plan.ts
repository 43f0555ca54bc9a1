import { say } from "../../base/texts/node.js";
import { translatePhrase } from "../../base/texts/translate.js";
import { type PartitionedCity, planPartitions } from "../../partitions/plan-partitions.js";
import { toVisibleText } from "../../report/visible-text.js";
import { aboutRun, MADE_BY } from "../about-run.js";
import { EXIT_CODES } from "../exit-codes.js";
import { profilesOf } from "../open-modes.js";
import { toOutlines } from "../partitions/outlines.js";
import { PlanFolder } from "../partitions/plan-folder.js";
import { ABOUT_OPTIONS, CITY_OPTIONS, type CommandRow, JUDGING_OPTIONS } from "./command.js";
import { openBar, openCity, standardOf, tellRemarks } from "./open-city.js";
import { questionOf } from "./question-of.js";
import { usage } from "./usage.js";

/** Parts a city among partitions that are judged anywhere. */
export const plan: CommandRow = {
  name: "plan",
  words: "",
  wordCount: [0, 0],
  examples: [
    "plan --osm province.osm.pbf -o plan",
    "plan --neighborhoods 社区.geojson --facilities 设施.geojson --streets 道路.geojson --by adcode -o plan",
  ],
  options: [
    ...CITY_OPTIONS,
    ...JUDGING_OPTIONS,
    ...(["minutes", "openAt", "unknownHours", "by", "nodes"] as const),
    ...ABOUT_OPTIONS,
    ...(["output", "force", "quiet"] as const),
  ],
  run: async (call, world) => {
    const { settings, locale } = call;
    const { output, force = false, by, nodes } = settings;
    if (output === undefined) throw usage(say("usage.planOutput"));
    if (profilesOf(settings).length > 1) throw usage(say("usage.planProfiles"));
    standardOf(settings); // what is misspelt is told before the work
    const folder = new PlanFolder(output);
    folder.begin(force);
    const bar = openBar(call, world);
    let planned: PartitionedCity;
    try {
      const open = await openCity(settings, bar);
      const { measures: _, ...asked } = questionOf(open.settings);
      planned = planPartitions(open.city, { ...asked, ...(by && { by }), ...(nodes && { nodes }) });
      const { partitions, ...facts } = planned.plan;
      const { detour } = open.settings;
      const filed = partitions.map((one, done) => {
        bar.update({ stage: "partition", done, total: partitions.length });
        return folder.addPartition(one, planned.cut(one.id));
      });
      folder.finish(
        {
          ...{ madeBy: MADE_BY, plan: facts, about: aboutRun(open) },
          straightLine: asked.travel !== undefined,
          ...(detour === undefined ? {} : { detour }),
        },
        filed,
        toOutlines(open.city.neighborhoods),
      );
      tellRemarks(open.remarks, call, world);
    } finally {
      bar.finish();
    }
    if (settings.quiet !== true) {
      const count = planned.plan.partitions.length;
      const told = say("plan.written", { count, folder: output, neighborhoods: planned.plan.neighborhoods.length });
      world.stderr.write(`${toVisibleText(translatePhrase(told, locale))}\n`);
    }
    return EXIT_CODES.ok;
  },
};
