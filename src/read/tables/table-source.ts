import { plainColumn } from "./column-words.js";
import type { TableSource } from "./table.js";

/** Tells by its columns whether a table is one of Amap's or Baidu's places; `null` = of somebody else. */
export function sourceOfTable(header: readonly string[]): TableSource | null {
  const names = new Set(header.map(plainColumn));
  const hasAll = (...wanted: readonly string[]) => wanted.every((name) => names.has(name));
  if (names.has("typecode") || hasAll("pname", "adname") || hasAll("cityname", "adname")) return "amap";
  if ([...names].some((name) => name.startsWith("detailinfo")) || hasAll("uid", "locationlat")) return "baidu";
  return null;
}
