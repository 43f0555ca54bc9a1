import { compareText } from "../../base/diagnostics.js";
import { CoverageError } from "../../base/errors.js";
import { LAYER_IDS, LAYERS, type Layer } from "../../base/layers.js";
import { say } from "../../base/texts/node.js";
import type { Phrase } from "../../base/texts/phrase.js";
import { translatePhrase } from "../../base/texts/translate.js";
import type { Label, Locale } from "../../base/words.js";
import type { Standard } from "../../model/standard.js";
import { toVisibleText } from "../../report/visible-text.js";
import { CONFIG_NAME, toConfigText } from "../command-line/resolve-settings.js";
import { filesOf, type SettingSource, type Settings } from "../command-line/settings.js";
import { EXIT_CODES } from "../exit-codes.js";
import { guessLayers, type LayerGuess, OTHER_DATUM } from "../guess-layer.js";
import { guessStandard } from "../guess-standard.js";
import { type FolderInputs, listInputs } from "../list-inputs.js";
import type { ProgressBar } from "../progress-bar.js";
import { splitPart } from "../split-part.js";
import { assertFree, writeTextFile } from "../write-text-file.js";
import { CITY_OPTIONS, type CommandRow, JUDGING_OPTIONS } from "./command.js";
import { openBar, openCity } from "./open-city.js";

/** Writes a configuration file to start from: flags as given, and layers by a look at the files that are here. */
export const init: CommandRow = {
  name: "init",
  words: "",
  wordCount: [0, 0],
  examples: ["init", "init --neighborhoods blocks.geojson --facilities places.geojson --profile elderly --force"],
  options: [...CITY_OPTIONS, ...JUDGING_OPTIONS, "output", "force", "quiet"],
  run: async (call, world) => {
    const { settings, sources, locale } = call;
    const { force = false, quiet } = settings;
    assertFree(CONFIG_NAME, force);
    // what the environment says needs no file, and an old file is to be replaced
    const given = Object.fromEntries(Object.entries(settings).filter(([name]) => isFlag(sources, name))) as Settings;
    const inputs = listInputs();
    const guesses: LayerGuess[] = [];
    // one by one: large files lie in memory once
    for (const name of originalsFirst(inputs)) guesses.push(...(await guessFile(name, inputs.repeated, guesses)));
    guesses.sort((a, b) => compareText(a.name, b.name));
    const bar = openBar(call, world);
    let proposal: Proposal;
    try {
      proposal = await propose({ extracts: inputs.extracts, guesses }, given, bar);
    } finally {
      bar.finish();
    }
    const { all, absent } = proposal;
    if (!quiet) world.stderr.write(toRemarks(proposal, locale));
    if (absent.length > 0) return EXIT_CODES.inputMissing;
    const text = toConfigText({ settings: all, sources: {} });
    await world.whileWriting(async () => writeTextFile(CONFIG_NAME, text, force));
    return EXIT_CODES.ok;
  },
};

/** What was found in a folder. */
interface Found {
  readonly extracts: readonly string[];
  readonly guesses: readonly LayerGuess[];
}

/** What a configuration is to say, and why. */
interface Proposal {
  readonly guesses: readonly LayerGuess[];
  readonly all: Settings;
  /** Layers that nothing can stand for. */
  readonly absent: readonly Layer[];
  readonly proposed: Standard | null;
  readonly remarks: readonly Phrase[];
}

/** Proposes a configuration that runs: what of the folder cannot be read to its end is left out, and said. */
async function propose({ extracts, guesses }: Found, given: Settings, bar: ProgressBar): Promise<Proposal> {
  const found = { ...toExtract(extracts), ...toSettings(guesses, given), ...given };
  const proposed = given.standard === undefined ? await guessStandard(whereOf(found), given.country) : null;
  const all: Settings = { output: "out", ...found, ...(proposed === null ? {} : { standard: proposed.id }) };
  const absent = LAYER_IDS.filter((layer) => isAbsent(layer, all));
  if (absent.length > 0) return { guesses, all, absent, proposed, remarks: [] };
  try {
    // the content tells what stands for neighborhoods, and of an extract which standard fits
    const { settings, remarks } = await openCity(all, bar, true);
    return { guesses, all: settings, absent, proposed, remarks };
  } catch (error) {
    const name = fileAtFault(error, all);
    const isOurs = name !== undefined && (guesses.some((guess) => guess.name === name) || extracts.includes(name));
    if (!(error instanceof CoverageError) || !isOurs) throw error;
    const unread: LayerGuess = { name, layer: null, isLikely: false, reason: error.problem.message };
    const others = guesses.filter((guess) => guess.name !== name);
    const left = { extracts: extracts.filter((one) => one !== name), guesses: [...others, unread] };
    return await propose(left, given, bar);
  }
}

/** The file that an error is about, where that is told: by its name, or as the only one of its layer. */
function fileAtFault(error: unknown, all: Settings): string | undefined {
  const path = error instanceof CoverageError ? error.path : null;
  if (path === null) return undefined;
  const layer = LAYER_IDS.find((id) => path === id || path.startsWith(`${id}.`) || path.startsWith(`${id}[`));
  const own = layer === undefined ? [] : filesOf(all, layer);
  if (own.length === 1) return own[0];
  const names = [...(all.osm === undefined ? [] : [all.osm]), ...LAYER_IDS.flatMap((id) => filesOf(all, id))];
  return names.find((name) => path === name || path === splitPart(name).path);
}

function isFlag(sources: Readonly<Partial<Record<string, SettingSource>>>, name: string): boolean {
  return sources[name] === "flag" && name !== "force" && name !== "quiet";
}

function originalsFirst({ files, repeated }: FolderInputs): readonly string[] {
  return [...files.filter((name) => !repeated.has(name)), ...files.filter((name) => repeated.has(name))];
}

/** What says the same as another file is not opened, if that one is a layer. */
async function guessFile(
  name: string,
  repeated: ReadonlyMap<string, string>,
  before: readonly LayerGuess[],
): Promise<LayerGuess[]> {
  const other = repeated.get(name);
  const isThere = before.some((guess) => splitPart(guess.name).path === other && guess.layer !== null);
  if (other === undefined || !isThere) return await guessLayers(name);
  return [{ name, layer: null, isLikely: false, reason: say("init.repeats", { other }) }];
}

/** Takes the extract of this folder, if there is one and no more. */
function toExtract([only, ...others]: readonly string[]): Pick<Settings, "osm"> {
  return only === undefined || others.length > 0 ? {} : { osm: only };
}

/** Takes every layer that one file looks like, and every file of facilities; what is doubtful is left to the user. */
function toSettings(guesses: readonly LayerGuess[], given: Settings): Settings {
  const taken = new Set(LAYER_IDS.flatMap((layer) => filesOf(given, layer)));
  const found: Partial<Record<Layer, string | readonly string[]>> = {};
  for (const layer of LAYER_IDS) {
    const same = guesses.filter((guess) => guess.layer === layer && !taken.has(guess.name));
    const sure = same.filter(({ isDoubtful }) => isDoubtful !== true);
    const own = sure.length > 0 ? sure : same;
    const all = own.filter(({ name }) => !OTHER_DATUM.test(name));
    const names = [...own.filter(({ isLikely }) => isLikely), ...own.filter(({ isLikely }) => !isLikely)];
    if (names.length > 0 && given[layer] === undefined)
      found[layer] = asSetting(
        layer,
        (LAYERS[layer].isRepeatable && all.length > 0 ? all : names).map(({ name }) => name),
      );
  }
  // people by place are better than people by building
  if (filesOf({ ...found, ...given }, "population").length > 0) delete found.buildings;
  const property = toProperties(
    guesses,
    LAYER_IDS.flatMap((layer) => filesOf(found, layer)),
  );
  return { ...(property === undefined ? {} : { property }), ...toFacts(guesses, found), ...found };
}

/** Says of files what they do not tell themselves: of a layer, if it has but one. */
function toFacts(guesses: readonly LayerGuess[], found: Settings): Pick<Settings, "encoding" | "crs" | "axes"> {
  const told = { encoding: {}, crs: {}, axes: {} } as Record<"encoding" | "crs" | "axes", Record<string, string>>;
  for (const layer of LAYER_IDS) {
    const files = filesOf(found, layer);
    for (const { name, facts = {} } of guesses.filter((guess) => files.includes(guess.name))) {
      const key = files.length === 1 ? layer : name;
      for (const [fact, value] of Object.entries(facts)) told[fact as "encoding"][key] = value;
    }
  }
  return Object.fromEntries(Object.entries(told).filter(([, files]) => Object.keys(files).length > 0));
}

/** A list, where a layer may come in several files; else the first. */
function asSetting(layer: Layer, names: readonly string[]): string | readonly string[] {
  return LAYERS[layer].isRepeatable ? names : (names[0] as string);
}

/** Names the property of people for those files that keep them under another name. */
function toProperties(guesses: readonly LayerGuess[], names: readonly string[]): Settings["property"] {
  const entries = guesses
    .filter(({ name, peopleProperty }) => names.includes(name) && peopleProperty !== undefined)
    .map(({ layer, peopleProperty }) => [layer, { population: peopleProperty }]);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The file that tells best where the city is. */
function whereOf(found: Settings): string | undefined {
  return [...filesOf(found, "neighborhoods"), ...filesOf(found, "facilities"), ...filesOf(found, "streets")][0];
}

/** Whether a layer is missing that nothing can stand for: hexagons stand for neighborhoods. */
function isAbsent(layer: Layer, settings: Settings): boolean {
  return (
    settings.osm === undefined &&
    layer !== "neighborhoods" &&
    LAYERS[layer].isRequired &&
    filesOf(settings, layer).length === 0
  );
}

function toRemarks({ guesses, all, absent, proposed, remarks }: Proposal, locale: Locale): string {
  const used = new Set(LAYER_IDS.flatMap((layer) => filesOf(all, layer)));
  const lines = guesses.map(({ name, layer, reason }) => {
    const seems = layer === null ? null : nameOf(layer);
    const looksLike = seems === null ? say("init.unused") : say("init.looksLike", { layer: seems });
    return say("init.file", { name, use: seems !== null && used.has(name) ? seems : looksLike, reason });
  });
  const assumed = guesses
    .filter(({ name, facts }) => used.has(name) && facts !== undefined)
    .map(({ name, facts = {} }) => say("init.assumed", { name, facts: Object.values(facts).join(", ") }));
  const wanted = absent.map((layer) => say("init.layerMissing", { layer, label: nameOf(layer) }));
  const hexagons =
    all.hexagons === undefined || all.osm !== undefined ? [] : [say("init.hexagons", { resolution: all.hexagons })];
  const elsewhere = proposed === null ? [] : [say("init.elsewhere", { config: CONFIG_NAME, standard: proposed.id })];
  const end = absent.length > 0 ? say("init.wroteNone") : say("init.wrote", { config: CONFIG_NAME });
  return [...lines, ...assumed, ...wanted, ...hexagons, ...elsewhere, ...remarks, end]
    .map((line) => `${toVisibleText(translatePhrase(line, locale))}\n`)
    .join("");
}

function nameOf(layer: Layer): Label {
  return { zh: LAYERS[layer].label.zh, en: layer };
}
