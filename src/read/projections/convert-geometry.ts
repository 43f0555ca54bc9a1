import type { Geometry, Position } from "geojson";

/** Converts one position; NaN where it cannot. */
export type Convert = (x: number, y: number) => Position;

/** Converts every position of a geometry; `null` = one of them lies beyond the system. */
export function convertGeometry(geometry: Geometry, convert: Convert): Geometry | null {
  if (geometry.type === "GeometryCollection") {
    const members = geometry.geometries.map((member) => convertGeometry(member, convert));
    return members.some((member) => member === null) ? null : { ...geometry, geometries: members as Geometry[] };
  }
  let isWhole = true;
  const convertList = (list: unknown): unknown => {
    if (!Array.isArray(list)) return list;
    if (typeof list[0] !== "number") return list.map(convertList);
    const position = convert(list[0], list[1]);
    if (position.some(Number.isNaN)) isWhole = false;
    return position;
  };
  const converted = { ...geometry, coordinates: convertList(geometry.coordinates) } as Geometry;
  return isWhole ? converted : null;
}
