import { Recent } from "../base/recent.js";

/**
 * What was made of a city, beside the city: found again by what it was made from, whichever object said so, and bounded: of
 * each kind the last few, or as many as one question asked for at once.
 */
export class CityMemory {
  readonly #kinds = new Map<string, Recent<unknown>>();
  readonly #identities = new WeakMap<object, number>();
  #identityCount = 0;
  #room = 0;

  /** Keeps at least so many of each kind: a question that asks for more than are kept would make each of them again and again. */
  makeRoom(size: number): void {
    this.#room = Math.max(this.#room, size);
  }

  /**
   * Gives what is known of a kind under a key, or makes it.
   *
   * @param kind says what it is; what has one kind has one type
   * @param key the content it is made from, from {@link contentKey}
   */
  remember<T>(kind: string, key: string, make: () => T): T {
    let recent = this.#kinds.get(kind);
    if (recent === undefined) {
      recent = new Recent<unknown>();
      this.#kinds.set(kind, recent);
    }
    recent.makeRoom(this.#room);
    return recent.get(key, make) as T;
  }

  /** Gives the key of an object that is known by nothing but itself, such as a travel model of the caller's own. */
  identityOf(object: object): string {
    const number = this.#identities.get(object) ?? ++this.#identityCount;
    this.#identities.set(object, number);
    return `#${number}`;
  }
}

/** Gives the content of plain data as a key: equal data have equal keys, whichever objects they are. */
export function contentKey(...data: readonly unknown[]): string {
  return JSON.stringify(data, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}
