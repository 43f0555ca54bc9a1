import type { Box, Pixel } from "./map-frame.js";
import { measureText } from "./svg-text.js";

/** An area that may get a label. */
export interface LabelWish {
  readonly name: string;
  /** Row of the area in the report's tables, from 1. */
  readonly number: number;
  /** Middle of the label. */
  readonly place: Pixel;
  /** Box around the part of the area that is labeled. */
  readonly box: Box;
}

/** A label that fits. */
export interface PlacedLabel {
  readonly text: string;
  readonly isNumber: boolean;
  readonly place: Pixel;
  readonly size: number;
}

export interface LabelSizes {
  readonly nameSize: number;
  readonly numberSize: number;
  /** The map that no label may leave. */
  readonly width: number;
  readonly height: number;
}

/** Of a box, so that a name that hardly leaves its area is still written. */
const OVERHANG = 1.08;
const GAP = 2;

/**
 * Chooses what is written on the areas: the name where it fits inside and touches no other label, else the number, else
 * nothing. The largest areas choose first.
 */
export function placeLabels(wishes: readonly LabelWish[], sizes: LabelSizes): PlacedLabel[] {
  const { nameSize, numberSize } = sizes;
  const taken: Box[] = [];
  const placed: PlacedLabel[] = [];
  const byGround = [...wishes].sort((a, b) => groundOf(b.box) - groundOf(a.box) || a.number - b.number);
  for (const { name, number, place, box } of byGround) {
    const choices = [
      { text: name, isNumber: false, size: nameSize },
      { text: String(number), isNumber: true, size: numberSize },
    ];
    for (const choice of choices) {
      const label = boxOfLabel(choice.text, choice.size, place);
      if (!fitsInside(label, box) || !isOnMap(label, sizes) || taken.some((other) => overlap(label, other))) continue;
      taken.push(label);
      placed.push({ ...choice, place });
      break;
    }
  }
  return placed;
}

function boxOfLabel(text: string, size: number, [x, y]: Pixel): Box {
  const half = measureText(text, size) / 2;
  return [x - half, y - size / 2, x + half, y + size / 2];
}

function fitsInside(label: Box, area: Box): boolean {
  const isNarrow = label[2] - label[0] <= (area[2] - area[0]) * OVERHANG;
  return isNarrow && label[3] - label[1] <= area[3] - area[1];
}

function isOnMap([minX, minY, maxX, maxY]: Box, { width, height }: LabelSizes): boolean {
  return minX >= 0 && minY >= 0 && maxX <= width && maxY <= height;
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] + GAP && b[0] < a[2] + GAP && a[1] < b[3] + GAP && b[1] < a[3] + GAP;
}

function groundOf([minX, minY, maxX, maxY]: Box): number {
  return (maxX - minX) * (maxY - minY);
}
