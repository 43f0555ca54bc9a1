import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

// The colors of the page can be told apart, by everybody, in the light and in the dark; and what is written on them can be read.

const css = readFileSync(new URL("../../src/page/page.css", import.meta.url), "utf8");
const tokensIn = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", color = ""]) => [name, color]),
  );
const light = tokensIn(/^:root \{([\s\S]*?)^\}/m.exec(css)?.[1] ?? "");
const dark = tokensIn(/:root\[data-theme="dark"\] \{([\s\S]*?)^\}/m.exec(css)?.[1] ?? "");
const darkBySystem = tokensIn(/prefers-color-scheme: dark\) \{([\s\S]*?)^\}/m.exec(css)?.[1] ?? "");

type Triple = readonly [number, number, number];
const times = (matrix: readonly Triple[], [x, y, z]: Triple) =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

/** sRGB without its curve. */
function linear(color: string): Triple {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return parts.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as unknown as Triple;
}

/** B. Ottosson, "A perceptual color space for image processing", 2020. */
function toOklab(rgb: Triple): Triple {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map((value) => Math.cbrt(Math.max(0, value))) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms,
  );
}

/** G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009: full severity. */
const EYES: Readonly<Record<string, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const distance = (eye: readonly Triple[], a: string, b: string) => {
  const [x, y] = [a, b].map((color) =>
    toOklab(times(eye, linear(color)).map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple),
  ) as [Triple, Triple];
  return 100 * Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
};
const luminance = (color: string) => {
  const [r, g, b] = linear(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** WCAG 2.2, contrast ratio. */
const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const colorsOf = (tokens: Record<string, string>, kind: string, count: number) =>
  Array.from({ length: count }, (_, row) => tokens[`${kind}${row}`] ?? "");

for (const [name, tokens] of Object.entries({ light, dark }))
  describe(`the colors of the page, ${name}`, () => {
    for (const [eye, matrix] of Object.entries(EYES))
      test(`any two of the six classes differ for ${eye} eyes`, () => {
        const classes = colorsOf(tokens, "r", 6);
        for (const [row, one] of classes.entries())
          for (const other of classes.slice(row + 1))
            expect(distance(matrix, one, other), `${one} ${other}`).toBeGreaterThan(11);
      });

    test("what is written on a class, and on a change, can be read", () => {
      for (const row of Array.from({ length: 6 }).keys())
        expect(contrast(tokens[`r${row}`] ?? "", tokens[`x${row}`] ?? "")).toBeGreaterThan(4.5);
      for (const row of Array.from({ length: 5 }).keys())
        expect(contrast(tokens[`d${row}`] ?? "", tokens[`y${row}`] ?? "")).toBeGreaterThan(4.5);
    });

    test("texts stand out from every ground, and edges of controls do", () => {
      for (const ground of ["bg", "raised", "sunk"])
        for (const ink of ["ink", "ink2", "accent", "warm"])
          expect(contrast(tokens[ground] ?? "", tokens[ink] ?? ""), `${ink} on ${ground}`).toBeGreaterThan(4.5);
      expect(contrast(tokens.bg ?? "", tokens.edge ?? "")).toBeGreaterThan(3);
      expect(contrast(tokens.accent ?? "", tokens["on-accent"] ?? "")).toBeGreaterThan(4.5);
      expect(contrast(tokens.step ?? "", tokens["step-ink"] ?? "")).toBeGreaterThan(4.5);
    });
  });

test("the dark is the same by the system and by choice", () => {
  expect(Object.keys(dark).length).toBeGreaterThan(30);
  expect(darkBySystem).toEqual(dark);
});
