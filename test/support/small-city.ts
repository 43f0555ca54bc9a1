import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";

// Two neighborhoods of 0.01 by 0.01 degrees beside each other, a street through the middle of both, and two places on it.

const WEST = 104.06;
const SOUTH = 30.66;
const MIDDLE = SOUTH + 0.005;

function feature(properties: Record<string, unknown>, geometry: Geometry): Feature {
  return { type: "Feature", properties, geometry };
}

function square(west: number): Position[][] {
  const east = west + 0.01;
  const north = SOUTH + 0.01;
  return [
    [
      [west, SOUTH],
      [east, SOUTH],
      [east, north],
      [west, north],
      [west, SOUTH],
    ],
  ];
}

function collection(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}

/** The layers of the small city. */
export const smallCity: Readonly<
  Record<"neighborhoods" | "facilities" | "stops" | "streets" | "population", FeatureCollection>
> = {
  neighborhoods: collection([
    feature({ id: "west", name: "西区", people: 1000 }, { type: "Polygon", coordinates: square(WEST) }),
    feature({ id: "east", name: "东区", people: 500 }, { type: "Polygon", coordinates: square(WEST + 0.01) }),
  ]),
  facilities: collection([
    feature({ id: "pharmacy", amenity: "pharmacy" }, { type: "Point", coordinates: [WEST + 0.004, MIDDLE] }),
    feature({ id: "shop", shop: "convenience" }, { type: "Point", coordinates: [WEST + 0.015, MIDDLE] }),
  ]),
  stops: collection([
    feature({ id: "stop", highway: "bus_stop" }, { type: "Point", coordinates: [WEST + 0.01, MIDDLE] }),
  ]),
  streets: collection([
    feature(
      { id: "main", highway: "residential" },
      {
        type: "LineString",
        coordinates: [
          [WEST, MIDDLE],
          [WEST + 0.01, MIDDLE],
          [WEST + 0.02, MIDDLE],
        ],
      },
    ),
  ]),
  population: collection([
    feature({ id: "p1", residents: 700 }, { type: "Point", coordinates: [WEST + 0.005, MIDDLE] }),
    feature({ id: "p2", residents: 300 }, { type: "Point", coordinates: [WEST + 0.015, MIDDLE] }),
  ]),
};

/** A folder that is removed after the tests. */
export class TemporaryFolder {
  readonly path: string = realpathSync(mkdtempSync(join(tmpdir(), "quarterhour-test-")));

  /** Writes a file, and the folders above it; gives back its path. */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Writes every layer as `<layer>.geojson`. */
  writeSmallCity(): void {
    for (const [layer, collection] of Object.entries(smallCity))
      this.write(`${layer}.geojson`, JSON.stringify(collection));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
