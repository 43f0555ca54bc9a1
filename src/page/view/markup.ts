import { escapeHtml } from "../../report/escape-html.js";

/** A piece of HTML or SVG: texts in it are escaped already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: texts are escaped, pieces stand as they are, lists are joined, `null` and `false` are nothing. */
export type Piece = Markup | string | number | null | false | readonly Piece[];

export const NOTHING: Markup = new Markup("");

/** Writes HTML or SVG: what is put in is escaped, in content and in quoted attributes. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(parts.reduce((text, part, i) => text + part + (i < pieces.length ? write(pieces[i]) : ""), ""));
}

function write(piece: Piece | undefined): string {
  if (piece === null || piece === undefined || piece === false) return "";
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === "object") return piece.map(write).join("");
  return escapeHtml(String(piece));
}

/** Writes a number so that it is never broken and stands in columns. */
export function num(text: string | number): Markup {
  return html`<span class="num">${text}</span>`;
}

/** What a control does when it is pressed: changes of the choice, as `data-set` holds them. */
export function sets(change: object): Markup {
  return html`data-set="${JSON.stringify(change)}"`;
}

/** Says of a control whether it is pressed. */
export function pressed(isPressed: boolean): Markup {
  return html`aria-pressed="${String(isPressed)}"`;
}

/** Writes a bar of so much of its whole, 0 to 1; widths are attributes, for the policy of the page allows no `style`. */
export function bar(share: number, kind: string = ""): Markup {
  const width = `${(100 * Math.max(0, Math.min(1, share))).toFixed(2)}%`;
  return html`<svg class="bar" aria-hidden="true"><rect class="rest" width="100%" height="6" rx="3"/><rect class="full ${kind}" width="${width}" height="6" rx="3"/></svg>`;
}
