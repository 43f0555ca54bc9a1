import type { ModeNetwork } from "../attach/mode-network.js";
import type { TableChange } from "../coverage/city-judge.js";
import type { PlannedRequest } from "../coverage/plan.js";
import type { NearestTable } from "../model/travel.js";
import type { StreetChange } from "../repair/street-change.js";
import type { TableEditor } from "../repair/table-editor.js";
import type { PreparedTravel } from "../travel/travel-model.js";

/** A kind of editor, and which requests it answers. */
export interface EditorKind {
  readonly takes: (request: PlannedRequest) => boolean;
  /** Kinds that travel alike are of one name: it is told once. */
  readonly travel: string;
  readonly open: (requests: readonly PlannedRequest[]) => TableEditor;
}

/** An editor, and the rows of its requests among all of them. */
interface EditorShare extends Pick<EditorKind, "travel"> {
  readonly editor: TableEditor;
  readonly rows: readonly number[];
}

/**
 * Opens an editor for each kind of request there is, and one that travels like the first kind in any case: it knows of the streets.
 */
export function joinEditors(
  requests: readonly PlannedRequest[],
  kinds: readonly [EditorKind, ...EditorKind[]],
): TableEditor {
  const rowsOf = ({ takes }: EditorKind) =>
    [...requests.keys()].filter((row) => takes(requests[row] as PlannedRequest));
  const asked = kinds.filter((kind) => rowsOf(kind).length > 0);
  const opened = asked.some(({ travel }) => travel === kinds[0].travel) ? asked : [kinds[0], ...asked];
  const shares = opened.map((kind): EditorShare => {
    const rows = rowsOf(kind);
    const editor = kind.open(rows.map((row) => requests[row] as PlannedRequest));
    return { rows, editor, travel: kind.travel };
  });
  const [first, ...others] = shares as [EditorShare, ...EditorShare[]];
  return others.length === 0 ? first.editor : new JoinedEditor(requests.length, shares);
}

/** Keeps the tables of several editors as if they were of one. */
class JoinedEditor implements TableEditor {
  readonly #requestCount: number;
  readonly #shares: readonly EditorShare[];

  constructor(requestCount: number, shares: readonly EditorShare[]) {
    this.#requestCount = requestCount;
    this.#shares = shares;
  }

  get tables(): readonly NearestTable[] {
    const tables = new Array<NearestTable>(this.#requestCount);
    for (const { editor, rows } of this.#shares)
      for (const [i, table] of editor.tables.entries()) tables[rows[i] as number] = table;
    return tables;
  }

  get travel(): readonly PreparedTravel[] {
    const isTold = ({ travel }: EditorShare, i: number) =>
      this.#shares.findIndex((other) => other.travel === travel) === i;
    return this.#shares.filter(isTold).flatMap(({ editor }) => editor.travel);
  }

  get network(): ModeNetwork | null {
    return (this.#shares[0] as EditorShare).editor.network;
  }

  open(row: number): void {
    for (const { editor } of this.#shares) editor.open(row);
  }

  close(row: number): void {
    for (const { editor } of this.#shares) editor.close(row);
  }

  editStreets(change: StreetChange): void {
    for (const { editor } of this.#shares) editor.editStreets(change);
  }

  undoStreets(): void {
    for (const { editor } of this.#shares) editor.undoStreets();
  }

  takeChanges(): readonly TableChange[] {
    return this.#shares.flatMap(({ editor, rows }) =>
      editor.takeChanges().map((change) => ({ ...change, request: rows[change.request] as number })),
    );
  }
}
