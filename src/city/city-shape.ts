import { isJsonObject } from "../base/json-object.js";
import { LAYER_IDS } from "../base/layers.js";
import { FILE_FINDINGS } from "../base/texts/file-findings.js";
import { FINDINGS } from "../base/texts/findings.js";
import { isCountryCode } from "../standards/made-for.js";

// What every member of a saved city must be. Whoever reads a city trusts it: nothing else may pass.

/** Tells what is wrong with a value, by its path within it; `null`: nothing. */
export type MemberCheck = (value: unknown) => string | null;

const HERE = "";
const isTrue =
  (test: (value: unknown) => boolean): MemberCheck =>
  (value) =>
    test(value) ? null : HERE;
const text = isTrue((value) => typeof value === "string");
const flag = isTrue((value) => typeof value === "boolean");
const number = isTrue((value) => Number.isFinite(value));
const amount = isTrue((value) => typeof value === "number" && value >= 0 && value < Infinity);
const count = isTrue((value) => Number.isSafeInteger(value) && (value as number) >= 0);
const anObject = isTrue(isJsonObject);
const oneOf = (choices: readonly unknown[]): MemberCheck => isTrue((value) => choices.includes(value));
const orNull =
  (check: MemberCheck): MemberCheck =>
  (value) =>
    value === null ? null : check(value);
const orMissing =
  (check: MemberCheck): MemberCheck =>
  (value) =>
    value === undefined ? null : check(value);

function listOf(check: MemberCheck): MemberCheck {
  return (value) => {
    if (!Array.isArray(value)) return HERE;
    for (let i = 0; i < value.length; i++) {
      const wrong = check(value[i]);
      if (wrong !== null) return `[${i}]${wrong}`;
    }
    return null;
  };
}

function recordOf(check: MemberCheck): MemberCheck {
  return (value) => {
    if (!isJsonObject(value)) return HERE;
    for (const [key, member] of Object.entries(value)) {
      const wrong = check(member);
      if (wrong !== null) return `.${key}${wrong}`;
    }
    return null;
  };
}

function objectOf(members: Readonly<Record<string, MemberCheck>>): MemberCheck {
  return (value) => {
    if (!isJsonObject(value)) return HERE;
    for (const [key, check] of Object.entries(members)) {
      const wrong = check(Object.hasOwn(value, key) ? value[key] : undefined);
      if (wrong !== null) return `.${key}${wrong}`;
    }
    return null;
  };
}

const isWithin = (value: unknown, most: number) => typeof value === "number" && Math.abs(value) <= most;
const position: MemberCheck = isTrue(
  // a city across the antimeridian is in one piece: longitudes may be turned once
  (value) => Array.isArray(value) && isWithin(value[0], 540) && isWithin(value[1], 90),
);
const line = listOf(position);
const diagnostics = listOf(
  objectOf({
    code: isTrue(
      (value) => typeof value === "string" && (Object.hasOwn(FINDINGS, value) || Object.hasOwn(FILE_FINDINGS, value)),
    ),
    severity: oneOf(["info", "warning"]),
    layer: orNull(oneOf(LAYER_IDS)),
    count,
    sampleIds: listOf(text),
    ids: (value) => (value === undefined ? null : listOf(text)(value)),
    examples: listOf(text),
    message: text,
    action: text,
  }),
);
const layerCounts = objectOf({
  layer: oneOf(LAYER_IDS),
  given: count,
  used: count,
  repaired: count,
  leftOut: recordOf(count),
});
const tags = recordOf(isTrue((value) => typeof value !== "function"));

const barrier = objectOf({
  ...{ id: text, name: orNull(text), isArea: flag, lines: listOf(line) },
  kind: oneOf(["rail", "motorway", "water", "wall", "private", "other"]),
});

/** Its columns stand elsewhere: nothing is left. */
const amounts = isTrue((value) => isJsonObject(value) && Object.keys(value).length === 0);

/** Of what stands in the JSON part; typed arrays are checked by `checkRows` and `checkNetwork`. */
const CITY_SHAPE: MemberCheck = objectOf({
  neighborhoods: listOf(
    objectOf({ id: text, name: orNull(text), population: orNull(amount), polygons: listOf(listOf(line)) }),
  ),
  origins: objectOf({
    count,
    populationSource: oneOf(["population layer", "neighborhoods", "none"]),
    groups: anObject,
    amounts: orMissing(amounts),
    countedAmounts: orMissing(amounts),
  }),
  originSummary: objectOf({ count, spacingMeters: amount, populationOutside: amount }),
  streets: orNull(
    objectOf({
      ...{ count, ids: listOf(text), tagKeys: listOf(text), tagSets: listOf(tags) },
      waters: orMissing(listOf(objectOf({ isArea: flag, lines: listOf(line) }))),
    }),
  ),
  modeNetwork: orNull(
    objectOf({
      mode: text,
      network: objectOf({ nodeCount: count, edgeCount: count }),
      arcs: objectOf({ someOneWay: flag, closedStreetCount: count, diagnostics }),
      islands: objectOf({ longestMeters: amount, count, fragmentCount: count }),
      grid: objectOf({
        ...{ west: number, south: number, lonStep: amount, latStep: amount },
        ...{ columnCount: count, rowCount: count },
      }),
      diagnostics,
    }),
  ),
  standard: anObject,
  country: orNull(isTrue(isCountryCode)),
  fragmentMeters: amount,
  longestIslandMeters: recordOf(amount),
  records: objectOf({
    rows: listOf(
      objectOf({
        ...{ id: text, name: orNull(text), location: position, entrances: line, outline: listOf(line) },
        ...{ isArea: flag, areaSquareMeters: orNull(amount), tags },
      }),
    ),
    counts: layerCounts,
    diagnostics,
  }),
  barriers: orMissing(orNull(listOf(barrier))),
  counts: listOf(layerCounts),
  diagnostics,
  classification: objectOf({
    loose: flag,
    on: orMissing(text),
    categoryProperty: orMissing(text),
    datumDeclared: flag,
  }),
});

/** Finds the first member of a saved city that is not what it should be: `".origins.count"`; `null`: there is none. */
export function findWrongMember(facts: unknown): string | null {
  return CITY_SHAPE(facts);
}
