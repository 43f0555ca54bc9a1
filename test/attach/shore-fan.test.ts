import { expect, test } from "vitest";
import { ShoreFan } from "../../src/attach/shore-fan.js";
import { Waters } from "../../src/attach/waters.js";
import type { LonLat } from "../../src/base/words.js";
import type { Water } from "../../src/model/facts.js";
import { drawIndex, seededRandom } from "../support/random.js";

test("what lies in one direction decides as all shores around do, from anywhere, vertices and shores included", () => {
  let [barred, left] = [0, 0];
  for (let seed = 0; seed < 300; seed++) {
    const random = seededRandom(seed);
    // on a coarse grid many directions are the same, and many places lie on shores
    const isCoarse = seed % 2 === 0;
    const draw = () => (isCoarse ? drawIndex(random, 9) * 0.001 : random() * 0.01) + (seed % 3 === 0 ? 10 : 0);
    const position = (): LonLat => [draw(), draw()];
    const waters: Water[] = Array.from({ length: 1 + drawIndex(random, 5) }, () => {
      const line = Array.from({ length: 3 + drawIndex(random, 5) }, position);
      const isArea = random() < 0.5;
      return { isArea, lines: [isArea ? [...line, line[0] as LonLat] : line] };
    });
    const shores = new Waters(waters);
    const all = shores.shoresIn(-180, -90, 180, 90);
    const vertices = waters.flatMap(({ lines }) => lines.flat());
    const onShores = waters.flatMap(({ lines }) =>
      lines.flatMap((line) =>
        line.slice(1).map(([lon, lat], i): LonLat => {
          const [fromLon, fromLat] = line[i] as LonLat;
          const part = random();
          return [fromLon + part * (lon - fromLon), fromLat + part * (lat - fromLat)];
        }),
      ),
    );
    const near = vertices.map(([lon, lat]): LonLat => [lon + (random() - 0.5) * 1e-6, lat + (random() - 0.5) * 1e-6]);
    const places = [...Array.from({ length: 10 }, position), ...vertices, ...onShores, ...near];
    for (const place of places) {
      const fan = new ShoreFan(...place, all, (piece) => shores.endsOf(piece));
      for (const to of [...Array.from({ length: 6 }, position), ...vertices, ...onShores]) {
        const known = fan.towards(...to);
        const wanted = shores.isBetween(...place, ...to, all);
        expect(shores.isBetween(...place, ...to, known), `${seed}: ${place} – ${to}`).toBe(wanted);
        expect(shores.isBetween(...place, ...to), `${seed}: ${place} – ${to}`).toBe(wanted);
        if (wanted) barred++;
        left += all.length - known.length;
      }
    }
  }
  expect(barred).toBeGreaterThan(10_000);
  expect(left).toBeGreaterThan(100_000);
});
