/** One reader, and what it is measured against in the same run. */
export interface InputRow {
  readonly what: string;
  readonly ms: number;
  readonly against: string;
  readonly againstMs: number;
}
