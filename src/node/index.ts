// The door for programs that have a file system: `import { readGeoJsonFile } from "quarterhour/node"`.

export { type ReadFileOptions, readGeoJsonFile } from "./read-file.js";
export { type OutputOptions, writeOutputs } from "./write-outputs.js";
