// What a report says of itself.

/** Of which data a report is, whose they are, and what made it. Nothing is guessed: what nobody said is not there. */
export interface ReportAbout {
  /** What the city is called. */
  readonly place?: string;
  /** Of which date the data are, as it is to be read: `2026-03`. */
  readonly date?: string;
  /** Whose data they are, and their licence: `© OpenStreetMap contributors, ODbL`. */
  readonly attribution?: string;
  /** The program that made it, with its version. */
  readonly madeBy?: string;
  /** What was changed in the data before they were judged, in this order. */
  readonly edits?: readonly ToldEdit[];
  /** What it was asked for, as a configuration of the command says it. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What a caller can say of the data: everything that is written of a report tells it. */
export type DataAbout = Pick<ReportAbout, "place" | "date" | "attribution">;

/** An edit of the data, by what it was done to. */
export interface ToldEdit {
  readonly edit: "addFacility" | "moveFacility" | "closeFacility" | "addStreet" | "closeStreet";
  readonly id: string;
  /** Not there: it has none. */
  readonly name?: string;
}
