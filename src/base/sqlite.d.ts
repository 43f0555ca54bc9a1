// SQLite by the name that package.json gives it: in Node the build with the module inside the script, elsewhere one without
// anything of Node, which is told where its module is.
declare module "#sqlite" {
  import type { SqlJsStatic } from "sql.js";

  interface ModuleConfig {
    readonly wasmBinary?: Uint8Array | ArrayBuffer;
    readonly locateFile?: () => string;
  }
  const load: (config: ModuleConfig) => Promise<SqlJsStatic>;
  export { load as default };
}
