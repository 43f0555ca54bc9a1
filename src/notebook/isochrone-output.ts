import { notebookTexts } from "../base/texts/renderings/notebook.js";
import type { Locale, LonLat } from "../base/words.js";
import { polygonsSquareMeters } from "../geo/area.js";
import type { Isochrone } from "../isochrones/isochrone-features.js";
import { fitMapFrame, type MapFrame } from "../maps/map-frame.js";
import type { PolygonRings } from "../model/facts.js";
import { escapeHtml } from "../report/escape-html.js";
import { toDecimals } from "../report/format-number.js";
import { toHtmlOutput, toHtmlTable } from "./html-table.js";

/** From the farthest to the nearest: the darker, the sooner one is there. */
const FILLS = ["#dbe9ec", "#b3d3da", "#7fb6c2", "#4d93a3", "#1f6e80", "#0d5a70"];
const SIZE = { width: 640, greatestHeight: 640 };

/** Writes isochrones as a notebook shows them: how much ground and how many streets are reached, and a drawing of both. */
export function toIsochroneOutput(list: readonly Isochrone[], locale: Locale): { text: string; html: string } {
  const tell = notebookTexts(locale);
  const bySeconds = [...list].sort((a, b) => a.seconds - b.seconds);
  const rows = [
    [tell("notebook.within"), tell("notebook.reachedGround"), tell("notebook.reachedStreets")],
    ...bySeconds.map(({ seconds, lines, polygon }) => [
      `${toDecimals(seconds / 60, 2)} ${tell("report.minutes")}`,
      `${(polygonsSquareMeters(polygon.geometry.coordinates as unknown as PolygonRings[]) / 1e6).toFixed(2)} km²`,
      `${(lines.properties.meters / 1000).toFixed(1)} km`,
    ]),
  ];
  const svg = toIsochroneSvg(bySeconds.toReversed(), tell("notebook.isochrones"));
  const text = rows.map((row) => row.join("\t")).join("\n");
  return { text, html: toHtmlOutput([toHtmlTable(rows), svg], locale) };
}

/** Draws them, those first that the others lie on. @returns `""` where nothing has an extent */
function toIsochroneSvg(list: readonly Isochrone[], title: string): string {
  const places = list.flatMap(({ polygon }) => polygon.geometry.coordinates.flat(2)) as unknown as LonLat[];
  const frame = fitMapFrame(places, SIZE);
  if (frame === null) return "";
  const step = Math.max(1, Math.floor(FILLS.length / list.length));
  const grounds = list.map(({ polygon }, i) => {
    const fill = FILLS[Math.min(FILLS.length - 1, i * step)];
    return `<path d="${polygon.geometry.coordinates
      .flat()
      .map((ring) => toPath(ring, frame, true))
      .join("")}" fill="${fill}" fill-rule="evenodd"/>`;
  });
  const streets = list.slice(0, 1).map(({ lines }) => {
    const d = lines.geometry.coordinates.map((line) => toPath(line, frame, false)).join("");
    return `<path d="${d}" fill="none" stroke="#16202e" stroke-opacity="0.35" stroke-width="0.7"/>`;
  });
  const { width, height } = frame;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="${escapeHtml(title)}" style="max-width:100%;height:auto">`,
    ...[...grounds, ...streets, "</svg>"],
  ].join("");
}

function toPath(line: readonly (readonly number[])[], { toPixel }: MapFrame, isClosed: boolean): string {
  const points = line.map(([lon = 0, lat = 0]) => {
    const [x, y] = toPixel([lon, lat]);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return points.length === 0 ? "" : `M${points.join("L")}${isClosed ? "Z" : ""}`;
}
