import { invalid } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { guardShape } from "../base/guard-call.js";
import { explainLoading } from "../base/optional-packages.js";
import { say } from "../base/texts/library.js";
import { mapTexts } from "../base/texts/renderings/map.js";
import { joinSentences } from "../base/words.js";
import type { CoverageReport } from "../model/report.js";
import { toAboutLines, toTitle } from "../report/about-report.js";
import type { MapCity } from "./map-city.js";
import { withPngTexts } from "./png-texts.js";
import { type MapSvgOptions, toMapSvg } from "./to-map-svg.js";

/** Options of `toMapPng`: those of the SVG map, and what it is turned into an image with. */
export interface MapPngOptions extends MapSvgOptions {
  /** The bytes of fonts (.ttf, .otf, .ttc) that have the characters of the names; the first that has one is used. */
  readonly fonts: readonly Uint8Array[];
  /** `index_bg.wasm` of the package `@resvg/resvg-wasm`: its bytes, or in a browser also its address. */
  readonly renderer: Uint8Array | ArrayBuffer | URL | string;
  /** Pixels of the image for one of the SVG map, which is 1,000 wide. Above 0, up to 8. Default: 2. */
  readonly scale?: number;
}

const DEFAULT_SCALE = 2;
const MOST_SCALE = 8;

/**
 * Draws the map of `toMapSvg` as a PNG image, the same on every machine that has the same fonts.
 *
 * Needs the package `@resvg/resvg-wasm`. In Node, `findMapDrawing()` of `quarterhour/node` finds its file and a font.
 *
 * @throws {CoverageError} INVALID_ARGUMENT as `toMapSvg`, and for wrong fonts or scale; PACKAGE_MISSING
 */
export async function toMapPng(report: CoverageReport, city: MapCity, options: MapPngOptions): Promise<Uint8Array> {
  return guardShape("toMapPng", async () => {
    const { fonts, renderer, scale = DEFAULT_SCALE, ...ofMap } = options;
    const isFonts = Array.isArray(fonts) && fonts.length > 0 && fonts.every(isFont);
    if (!isFonts)
      throw new CoverageError("INVALID_ARGUMENT", say("map.fonts"), {
        path: "fonts",
        hint: say("map.fonts.hint"),
      });
    if (!(typeof scale === "number" && scale > 0 && scale <= MOST_SCALE))
      throw invalid("scale", scale, say("expected.scale"));
    const svg = toMapSvg(report, city, ofMap);
    const resvg = await loadMapRenderer();
    try {
      await start(resvg, renderer);
      const drawing = new resvg.Resvg(svg, {
        font: { fontBuffers: [...fonts], loadSystemFonts: false },
        fitTo: { mode: "zoom", value: scale },
      } as ConstructorParameters<typeof resvg.Resvg>[1]);
      const image = drawing.render();
      const png = image.asPng();
      image.free();
      drawing.free();
      return withPngTexts(png, textsOf(report, ofMap));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new CoverageError("INVALID_ARGUMENT", say("map.noImage", { reason }), {
        path: "renderer",
        hint: say("map.noImage.hint"),
        cause,
      });
    }
  });
}

/** What the image says of itself. */
function textsOf(
  report: CoverageReport,
  { locale = "en", title, attribution = report.about?.attribution }: MapSvgOptions,
) {
  const about = toAboutLines(report, locale);
  return {
    Title: title ?? toTitle(report, mapTexts(locale)("report.title")),
    ...(about.length === 0 ? {} : { Description: joinSentences(about, locale) }),
    ...(attribution === undefined ? {} : { Copyright: attribution }),
    Software: report.about?.madeBy ?? "quarterhour",
  };
}

/** Loads what it is drawn with. @throws {CoverageError} `PACKAGE_MISSING` */
export async function loadMapRenderer(): Promise<typeof import("@resvg/resvg-wasm")> {
  try {
    return await import("@resvg/resvg-wasm");
  } catch (cause) {
    throw explainLoading("toMapPng", "@resvg/resvg-wasm", cause);
  }
}

/** TrueType, OpenType, or a collection of them, by the first four bytes: what is none is passed over by the renderer in silence. */
export function isFont(font: unknown): boolean {
  if (!(font instanceof Uint8Array) || font.length < 12) return false;
  const start = String.fromCharCode(...font.subarray(0, 4));
  return ["\u0000\u0001\u0000\u0000", "OTTO", "ttcf", "true"].includes(start);
}

/** The package starts once in a program, and complains the second time. */
async function start(resvg: typeof import("@resvg/resvg-wasm"), renderer: MapPngOptions["renderer"]): Promise<void> {
  try {
    await resvg.initWasm(renderer as Parameters<typeof resvg.initWasm>[0]);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("Already initialized")) throw error;
  }
}
