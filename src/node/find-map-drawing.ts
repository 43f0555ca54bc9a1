import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { CoverageError } from "../base/errors.js";
import { say } from "../base/texts/node.js";
import { isFont, loadMapRenderer, type MapPngOptions } from "../maps/to-map-png.js";
import { readFileContent } from "./read-file.js";

/** Fonts with Chinese characters, as they are called on Linux, macOS and Windows; the first that is there is taken. */
const CHINESE_FONTS: readonly RegExp[] = [
  /^NotoSansCJK-Regular\.ttc$/i,
  /^NotoSans(CJK)?SC-Regular\.(otf|ttf)$/i,
  /^SourceHanSans(SC|CN)?-Regular\.(otf|ttc)$/i,
  /^msyh\.ttc$/i,
  /^PingFang\.ttc$/i,
  /^Hiragino Sans GB\.ttc$/i,
  /^STHeiti Light\.ttc$/i,
  /^simhei\.ttf$/i,
  /^wqy-(micro|zen)hei\.ttc$/i,
  /^DroidSansFallback(Full)?\.ttf$/i,
];
/** Fonts with the letters of all languages that write with Latin, Greek and Cyrillic ones: what a Chinese font lacks. */
const WIDE_FONTS: readonly RegExp[] = [
  /^DejaVuSans\.ttf$/i,
  /^NotoSans-Regular\.ttf$/i,
  /^LiberationSans-Regular\.ttf$/i,
  /^Arial Unicode\.ttf$/i,
  /^arial\.ttf$/i,
];
const FOLDERS: readonly string[] = [
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  join(homedir(), ".local/share/fonts"),
  join(homedir(), ".fonts"),
  "/System/Library/Fonts",
  "/Library/Fonts",
  join(homedir(), "Library/Fonts"),
  "C:\\Windows\\Fonts",
];
const DEEPEST_FOLDER = 4;

/**
 * Finds what `toMapPng` draws with on this machine: the file of its renderer, a font with Chinese characters, and one for the
 * letters that it lacks.
 *
 * @param fontPath a font to be used before all others
 * @throws {CoverageError} `PACKAGE_MISSING`; `FILE_MISSING` when there is no such font; `INVALID_ARGUMENT` when it is none
 */
export async function findMapDrawing(fontPath?: string): Promise<Pick<MapPngOptions, "fonts" | "renderer">> {
  await loadMapRenderer();
  const renderer = readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm"));
  const installed = FOLDERS.flatMap((folder) => listFiles(folder, DEEPEST_FOLDER));
  const font = fontPath ?? findFont(installed, CHINESE_FONTS);
  if (font === null)
    throw new CoverageError("FILE_MISSING", say("font.none"), {
      hint: say("font.none.hint"),
    });
  const others = [
    ...(fontPath === undefined ? [] : [findFont(installed, CHINESE_FONTS)]),
    findFont(installed, WIDE_FONTS),
  ];
  const fonts = [font, ...others.filter((path) => path !== null)].map((path) => readFileContent(path).bytes);
  if (!isFont(fonts[0]))
    throw new CoverageError("INVALID_ARGUMENT", say("font.wrong", { path: font }), {
      path: font,
      hint: say("map.fonts.hint"),
    });
  return { renderer, fonts };
}

/** Finds the first of several fonts, in their order. */
function findFont(paths: readonly string[], names: readonly RegExp[]): string | null {
  for (const name of names) {
    const found = paths.find((path) => name.test(path.slice(path.search(/[^/\\]+$/))));
    if (found !== undefined) return found;
  }
  return null;
}

function listFiles(folder: string, depth: number): string[] {
  if (depth === 0 || !existsSync(folder)) return [];
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name))
      .flatMap((path) =>
        statSync(path, { throwIfNoEntry: false })?.isDirectory() ? listFiles(path, depth - 1) : [path],
      );
  } catch {
    return []; // a folder that may not be read holds no font for us
  }
}
