import type { Feature } from "geojson";
import { expect } from "vitest";
import type { Tags } from "../../src/base/words.js";
import type { CoverageReport } from "../../src/model/report.js";
import type { Scenario } from "../../src/scenarios/scenario.js";
import { collection, pointFeature } from "./desert-grid.js";
import { draw, drawIndex, type Random } from "./random.js";
import type { RandomTown } from "./random-town.js";
import type { TownInput } from "./town-input.js";

/** What a scenario has to tell right: all but what was found while reading. */
export function judgedPart({ city, neighborhoods, standard, travel, diagnostics }: CoverageReport): string {
  const ofPlaces = diagnostics.filter(({ code }) =>
    /offNetwork|acrossWater|movedOffFragment|^neighborhood\.(noNetwork|edge)|^category\.(noData|few)/.test(code),
  );
  return JSON.stringify({ city, neighborhoods, standard, travel, ofPlaces });
}

/** Layers of a town that are edited as a scenario of it is: what is right, the slow way. */
export class EditedTown {
  readonly #town: RandomTown;
  readonly #scenario: Scenario;
  readonly #past: TownInput[] = [];
  #input: TownInput;
  #lastId = 0;

  constructor(town: RandomTown, input: TownInput, scenario: Scenario) {
    this.#town = town;
    this.#input = input;
    this.#scenario = scenario;
  }

  /** The town as it is now. */
  get input(): TownInput {
    return this.#input;
  }

  undo(): void {
    const before = this.#past.pop();
    expect(this.#scenario.undo()).toBe(before !== undefined);
    this.#input = before ?? this.#input;
  }

  /** Opens, closes or moves a facility. */
  editFacility(random: Random): void {
    const { categories, facilities, at, sizeMeters } = this.#town;
    const place = () => at(random() * sizeMeters * 1.2, random() * sizeMeters * 1.2);
    const known = this.#input.facilities.features;
    const chance = random();
    if (chance < 0.4 || known.length === 0) {
      const id = `new ${this.#lastId++}`;
      const own = random() < 0.2 ? ["shop", "school"] : [draw(random, categories)];
      const location = random() < 0.1 && facilities[0] ? facilities[0].location : place();
      this.#scenario.addFacility({ id, categories: own, location });
      this.#setFacilities([...known, pointFeature(location, { id, category: own.join(";") })]);
      return;
    }
    const feature = draw(random, known);
    const id = idOf(feature);
    const others = known.filter((other) => other !== feature);
    if (chance < 0.75) {
      this.#scenario.closeFacility(id);
      this.#setFacilities(others);
      return;
    }
    const location = place();
    this.#scenario.moveFacility(id, location);
    this.#setFacilities([...others, pointFeature(location, { ...feature.properties })]);
  }

  /** Opens or closes a street. @param tagsOf draws the tags of a new one */
  editStreet(random: Random, tagsOf: (random: Random) => Tags = drawWay): void {
    const { streets, at } = this.#town;
    const known = this.#input.streets.features;
    if (random() < 0.5 && known.length > 1) {
      const id = idOf(known[drawIndex(random, known.length)] as Feature);
      this.#scenario.closeStreet(id);
      this.#setStreets(known.filter((other) => idOf(other) !== id));
      return;
    }
    const corners = streets.flatMap(({ coordinates }) => coordinates);
    const coordinates = [draw(random, corners), at(random() * 300, random() * 300), draw(random, corners)];
    const tags = tagsOf(random);
    const id = `new ${this.#lastId++}`;
    this.#scenario.addStreet({ id, coordinates, tags });
    const geometry = { type: "LineString" as const, coordinates: coordinates.map(([lon, lat]) => [lon, lat]) };
    this.#setStreets([...known, { type: "Feature", properties: { id, ...tags }, geometry }]);
  }

  #setFacilities(features: readonly Feature[]): void {
    this.#set({ ...this.#input, facilities: collection([...features]) });
  }

  #setStreets(features: readonly Feature[]): void {
    this.#set({ ...this.#input, streets: collection([...features]) });
  }

  #set(input: TownInput): void {
    this.#past.push(this.#input);
    this.#input = input;
  }
}

function drawWay(random: Random): Tags {
  return draw(random, [
    { highway: "footway" },
    { highway: "steps" },
    { highway: "footway", bridge: "yes", layer: "1" },
    { highway: "footway", "oneway:foot": "yes" },
    { highway: "service", access: "private" },
    { highway: "service", access: "private" },
    { waterway: "river" },
  ]);
}

function idOf({ properties }: Feature): string {
  return String(properties?.id);
}
