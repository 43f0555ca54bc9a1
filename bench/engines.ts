import type { EngineUnderTest } from "./engine.js";
import { bucketSearch } from "./engines/bucket-search.js";
import { hierarchy } from "./engines/hierarchy.js";
import { twoThreads } from "./engines/two-threads.js";

/** The engines that are measured. The first is the one that is held to the bars. */
export const engines: readonly EngineUnderTest[] = [hierarchy, twoThreads, bucketSearch];
