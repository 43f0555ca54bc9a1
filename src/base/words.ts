// Small words that everything else is told in.

/** A language that every text is written in: Chinese or English. */
export type Locale = "zh" | "en";

/** A text that people read, in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** Writes a text in both languages. */
export function toLabel(write: (locale: Locale) => string): Label {
  return { zh: write("zh"), en: write("en") };
}

/** Joins sentences as the language does: with a space, in Chinese with nothing. */
export function joinSentences(sentences: readonly string[], locale: Locale): string {
  return sentences.join(locale === "zh" ? "" : " ");
}

/** Where something is from: a document by its number or title. A plain text is shown in both languages. */
export type Source = string | Label;

/** `[longitude, latitude]` in degrees, WGS 84. Longitudes may run past ±180 so that a city across the antimeridian is in one piece. */
export type LonLat = readonly [lon: number, lat: number];

/** The properties of a feature as they were read: OpenStreetMap tags and others, by key. */
export type Tags = Readonly<Record<string, unknown>>;
