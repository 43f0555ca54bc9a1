import { zipSync } from "fflate";

/** A sheet: its rows as XML, and what else is said of it. */
export interface SheetDraft {
  readonly name: string;
  readonly rows: string;
  readonly isHidden?: boolean;
}

const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A cell as XML: a number, or a text that stands in the cell itself. */
export function cell(place: string, value: string | number): string {
  return typeof value === "number"
    ? `<c r="${place}"><v>${value}</v></c>`
    : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

/** Rows as XML, from the first one on. */
export function rowsOf(rows: readonly (readonly (string | number)[])[]): string {
  const xml = rows.map((cells, i) => {
    const inner = cells.map((value, column) => cell(`${String.fromCharCode(65 + column)}${i + 1}`, value)).join("");
    return `<row r="${i + 1}">${inner}</row>`;
  });
  return xml.join("");
}

/** Writes a workbook from the XML of its sheets: what no library would write, too. */
export function packWorkbook(sheets: readonly SheetDraft[], tail = ""): Uint8Array {
  const text = (content: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${content}`);
  const listed = sheets.map(
    ({ name, isHidden }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${isHidden === true ? ' state="hidden"' : ""}/>`,
  );
  const relations = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const types = sheets.map(
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  return zipSync({
    "[Content_Types].xml": text(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join("")}</Types>`,
    ),
    "_rels/.rels": text(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": text(
      `<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets>${listed.join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": text(
      `<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}</Relationships>`,
    ),
    ...Object.fromEntries(
      sheets.map(({ rows }, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        text(`<worksheet xmlns="${NAMESPACE}"><sheetData>${rows}</sheetData>${tail}</worksheet>`),
      ]),
    ),
  });
}
