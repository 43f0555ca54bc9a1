import { isPattern } from "../tag-sets.js";

/** What the tags of an object make of it, as bits. */
export const KIND: Readonly<
  Record<
    | "street"
    | "facility"
    | "entrance"
    | "place"
    | "boundary"
    | "building"
    | "water"
    | "barrier"
    | "landUse"
    | "area"
    | "shore"
    | "divide"
    | "residential",
    number
  >
> = {
  street: 1,
  facility: 2,
  /** A way into an area: an entrance or a gate. */
  entrance: 4,
  /** A town, a quarter: or whatever has a number of people. */
  place: 8,
  boundary: 16,
  building: 32,
  water: 64,
  barrier: 128,
  landUse: 256,
  /** Besides these: it has a tag, whatever it is. */
  area: 512,
  /** Nobody walks across it; 1,024 is taken by ways that are closed. */
  shore: 2048,
  /** Railways and motorways: people cross them where there is a way, and nowhere else. */
  divide: 4096,
  /** Where people live, by its use: the only use of land that is read without being asked for. */
  residential: 8192,
};

/** What is known of a key. */
export interface KeyRule {
  /** What it makes of an object, whatever its value (but `no`). */
  readonly any: number;
  /** What its values make of an object; `null`: the value does not matter. */
  readonly byValue: ReadonlyMap<string, number> | null;
  /** Its number among the tags that are kept of streets; -1: none; -2: it begins as a pattern of theirs. */
  readonly streetKey: number;
}

const ANY = "*";

/** Keys and values that make a facility of an object, as `key=value|value`; `*`: whatever the value. Others can be added by an option. */
export const FACILITY_TAGS: readonly string[] = [
  "amenity=*",
  "shop=*",
  "leisure=*",
  "healthcare=*",
  "office=*",
  "craft=*",
  "tourism=*",
  "public_transport=*",
  "railway=station|halt|tram_stop|subway_entrance|stop|platform",
  "highway=bus_stop",
  "landuse=commercial|retail|recreation_ground|village_green|allotments|winter_sports|religious|education",
  "natural=beach",
  "place=square",
  "aeroway=aerodrome|heliport|terminal",
  "emergency=defibrillator|fire_hydrant|phone|ambulance_station|assembly_point|water_tank|shelter|life_ring",
  "building=school|kindergarten|hospital|church|mosque|temple|retail|supermarket|train_station|sports_hall|sports_centre|civic|public",
];

const OTHERS: readonly (readonly [kind: number, tags: readonly string[]])[] = [
  [KIND.street, ["highway=*"]],
  [KIND.entrance, ["entrance=*", "barrier=gate"]],
  [KIND.place, ["population=*", "place=*"]],
  [KIND.boundary, ["boundary=administrative"]],
  [KIND.building, ["building=*", "building:part=*"]],
  [
    KIND.water,
    ["natural=water|bay|strait|coastline|wetland", "waterway=*", "landuse=reservoir|basin", "leisure=swimming_pool"],
  ],
  [
    KIND.shore,
    [
      "natural=water|bay|strait|coastline",
      "waterway=river|canal|riverbank|dock|tidal_channel|fairway",
      "landuse=reservoir",
    ],
  ],
  [KIND.divide, ["railway=rail|light_rail|narrow_gauge|subway", "highway=motorway|motorway_link"]],
  [KIND.residential, ["landuse=residential"]],
  [KIND.barrier, ["barrier=*"]],
  [KIND.landUse, ["landuse=*"]],
];

/** Tells by their tags what objects are. */
export class TagKinds {
  readonly #any = new Map<string, number>();
  readonly #byValue = new Map<string, Map<string, number>>();
  readonly #rules = new Map<string, KeyRule>();
  readonly #streetKeys: ReadonlyMap<string, number>;
  readonly #streetPrefixes: ReadonlySet<string>;

  /**
   * @param streetKeys the tags to keep of streets
   * @param facilityTags tags that make a facility of an object, besides the usual ones: `key=value|value`, `key=*`
   */
  constructor(streetKeys: readonly string[], facilityTags: readonly string[] = []) {
    const numbered = streetKeys.map((key, number) => [key, number] as const);
    this.#streetKeys = new Map(numbered.filter(([key]) => !isPattern(key)));
    this.#streetPrefixes = new Set(numbered.filter(([key]) => isPattern(key)).map(([key]) => key.slice(0, -1)));
    for (const tag of [...FACILITY_TAGS, ...facilityTags]) this.#add(KIND.facility, tag);
    for (const [kind, tags] of OTHERS) for (const tag of tags) this.#add(kind, tag);
  }

  /** Looks up a key. */
  ruleOf(key: string): KeyRule {
    const known = this.#rules.get(key);
    if (known !== undefined) return known;
    const any = (this.#any.get(key) ?? 0) | KIND.area;
    const prefix = key.slice(0, key.indexOf(":") + 1);
    const streetKey = this.#streetKeys.get(key) ?? (prefix !== "" && this.#streetPrefixes.has(prefix) ? -2 : -1);
    const own = this.#byValue.get(key);
    // `building=no` is none
    const byValue = own ?? (any === KIND.area ? null : new Map<string, number>());
    const rule: KeyRule = { any, byValue, streetKey };
    // what only a few objects have is not remembered
    if (any !== KIND.area || own !== undefined || streetKey !== -1) this.#rules.set(key, rule);
    return rule;
  }

  /** Tells what a tag makes of an object, as bits of {@link KIND}. */
  kindsOf({ any, byValue }: KeyRule, value: string): number {
    if (byValue === null) return any;
    if (value === "no") return KIND.area;
    const found = byValue.get(value);
    if (found !== undefined) return any | found;
    if (!value.includes(";")) return any;
    return value.split(";").reduce((mask, part) => mask | (byValue.get(part.trim()) ?? 0), any);
  }

  #add(kind: number, tag: string): void {
    const [key = "", values = ANY] = tag.split("=");
    if (values === ANY) {
      this.#any.set(key, (this.#any.get(key) ?? 0) | kind);
      return;
    }
    const own = this.#byValue.get(key) ?? new Map<string, number>();
    this.#byValue.set(key, own);
    for (const value of values.split("|")) own.set(value, (own.get(value) ?? 0) | kind);
  }
}
