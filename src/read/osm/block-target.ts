import type { TagSets } from "../tag-sets.js";
import type { ElementColumns } from "./element-columns.js";
import type { TagKinds } from "./tag-kinds.js";

/** What a block needs from the file it is in. */
export interface BlockTarget {
  readonly columns: ElementColumns;
  readonly kinds: TagKinds;
  readonly tagSets: TagSets;
  /** Of which kinds of nodes, ways and relations the tags are kept, as bits. */
  readonly keptKinds: number;
  /** Is told of tags of streets that cannot be read. */
  readonly onUnreadable: (wayId: number, what: string) => void;
}
