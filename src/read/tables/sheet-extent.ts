/** How far a sheet goes, and how much of that is there. */
export interface SheetExtent {
  /** The last row and the last column with a cell, from 1. */
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

const [OPEN, CLOSE, SLASH, COLON] = [0x3c, 0x3e, 0x2f, 0x3a];
const [ROW_R, CELL_C] = [0x72, 0x63];

/**
 * Measures a sheet by the places that its cells name, before a package lays it out: two cells in opposite corners are a few hundred bytes,
 * and a table of 17 billion cells.
 *
 * @param xml of a sheet, in UTF-8
 */
export function measureSheet(xml: Uint8Array): SheetExtent {
  let [rows, columns, cells] = [0, 0, 0];
  let [row, column] = [0, 0];
  for (let at = xml.indexOf(OPEN); at !== -1; at = xml.indexOf(OPEN, at + 1)) {
    const name = localNameAt(xml, at + 1);
    const isRow = name.length === 3 && xml[name.from] === ROW_R;
    const isCell = name.length === 1 && xml[name.from] === CELL_C;
    if (!isRow && !isCell) continue;
    const place = placeIn(xml, name.from + name.length);
    if (isRow) {
      row = place.row > 0 ? place.row : row + 1;
      column = 0;
    } else {
      column = place.column > 0 ? place.column : column + 1;
      if (place.row > 0) row = place.row;
      cells++;
      columns = Math.max(columns, column);
    }
    rows = Math.max(rows, row);
  }
  return { rows, columns, cells };
}

/** The name of an element without its prefix. */
function localNameAt(xml: Uint8Array, start: number): { readonly from: number; readonly length: number } {
  let from = start;
  let at = start;
  for (; at < xml.length; at++) {
    const byte = xml[at] as number;
    if (byte <= 0x20 || byte === CLOSE || byte === SLASH) break;
    if (byte === COLON) from = at + 1;
  }
  return { from, length: at - from };
}

/** What the attribute `r` says: `r="C7"`, `r="7"`; 0 = nothing. */
function placeIn(xml: Uint8Array, start: number): { readonly row: number; readonly column: number } {
  for (let at = start; at < xml.length && xml[at] !== CLOSE; at++) {
    if (xml[at] !== ROW_R || (xml[at - 1] as number) > 0x20) continue;
    let value = at + 1;
    while ((xml[value] as number) <= 0x20) value++;
    if (xml[value] !== 0x3d) continue;
    value++;
    while ((xml[value] as number) <= 0x20) value++;
    return readPlace(xml, value + 1);
  }
  return { row: 0, column: 0 };
}

function readPlace(xml: Uint8Array, start: number): { readonly row: number; readonly column: number } {
  let [row, column] = [0, 0];
  for (let at = start; at < xml.length && at < start + 20; at++) {
    const byte = xml[at] as number;
    const letter = byte & 0xdf;
    if (byte >= 0x30 && byte <= 0x39) row = row * 10 + byte - 0x30;
    else if (letter >= 0x41 && letter <= 0x5a) column = column * 26 + letter - 0x40;
    else if (byte !== 0x24) break;
  }
  return { row, column };
}
