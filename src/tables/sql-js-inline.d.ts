declare module "sql.js/dist/sql-wasm-inline.js" {
  import type { SqlJsStatic } from "sql.js";
  const load: () => Promise<SqlJsStatic>;
  export { load as default };
}
