import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Label, Locale } from "../../src/base/words.js";
import { ROOT } from "./pages.js";
import { licenceOf, OTHERS } from "./runs.js";

/** Where the pictures of cities lie whose data are too large for the repository, and what their reports say first. */
export const PICTURES: string = join(ROOT, "docs/images/gallery");
/** By city: the headline of its report. */
export const HEADLINES: string = join(PICTURES, "headlines.json");

/** A city of which the repository has the picture only. */
export interface PicturedCity {
  readonly id: string;
  readonly name: Label;
  readonly args: readonly string[];
  readonly licence: Label;
  readonly headline: Label;
}

/** Gives the file of a picture of a city. */
export function pictureName(id: string, locale: Locale): string {
  return `${id}.${locale}.jpg`;
}

/** Lists the cities that `docs/make-gallery.ts` took pictures of. */
export function findPictures(): PicturedCity[] {
  const headlines: Readonly<Record<string, Label>> = existsSync(HEADLINES)
    ? JSON.parse(readFileSync(HEADLINES, "utf8"))
    : {};
  return OTHERS.flatMap((city) => {
    const headline = headlines[city.id];
    return headline === undefined ? [] : [{ ...city, licence: licenceOf(city), headline }];
  });
}
