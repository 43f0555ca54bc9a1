/** Bundles the scripts and the style of the HTML page and writes them into the sources as text. Run by `npm run build`. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { deflateSync } from "fflate";

const pathOf = (path: string) => fileURLToPath(new URL(`../src/page/${path}`, import.meta.url));

interface Asset {
  readonly text: string;
  /** As a Content-Security-Policy names it. */
  readonly hash: string;
}

/** What is found in data is told by the report, which the page has already: the engine only needs to know the codes. */
const withoutFindings: Plugin = {
  name: "without findings",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]texts[\\/]diagnostics[\\/]\w+\.ts$/ }, async ({ path }) => {
      const tables: Record<string, object> = await import(pathToFileURL(path).href);
      const lines = Object.entries(tables).map(([name, texts]) => {
        const ids = name.endsWith("_ZH") ? [] : Object.keys(texts);
        return `export const ${name} = ${JSON.stringify(Object.fromEntries(ids.map((id) => [id, ""])))};`;
      });
      return { contents: lines.join("\n"), loader: "ts" };
    });
  },
};

/** Layers that the page never reads, and texts of what is wrong with files and standards: it holds a city that was read. */
const UNREAD = /[\\/]read[\\/]read-(jobs|land-use|barriers|buildings|population|neighborhoods)\.ts$/;
const UNSAID = /[\\/]texts[\\/]errors[\\/](formats|standards)\.ts$/;

/** Leaves out of the engine what only reads files. Whoever calls it all the same is told. */
const withoutReaders: Plugin = {
  name: "without readers",
  setup({ onLoad }) {
    onLoad({ filter: UNREAD }, async ({ path }) => {
      const names = Object.keys(await import(pathToFileURL(path).href));
      const lines = names.map(
        (name) => `export const ${name} = () => { throw new Error("${name}: not in the page"); };`,
      );
      return { contents: lines.join("\n"), loader: "ts" };
    });
    onLoad({ filter: UNSAID }, async ({ path }) => {
      const tables: Record<string, object> = await import(pathToFileURL(path).href);
      const lines = Object.keys(tables).map((name) => `export const ${name} = {};`);
      return { contents: lines.join("\n"), loader: "ts" };
    });
    // the standard of a page was checked when the page was written
    onLoad({ filter: /[\\/]validate-standard\.ts$/ }, () => ({
      contents: "export const validateStandard = () => {};",
      loader: "ts",
    }));
    // what a layer looks like in another datum was looked at when it was read
    onLoad({ filter: /[\\/]datum-check\.ts$/ }, () => ({
      contents: "export const suspectDatum = () => [];",
      loader: "ts",
    }));
    onLoad({ filter: /[\\/]gcoord[\\/]/ }, () => ({ contents: "export default {};", loader: "js" }));
  },
};

/** What only whole reports say: the page has it written out already. */
const UNTOLD = ["method", "headline", "judgeBy", "parameter", "about", "caution", "basis", "basisOf", "check"].map(
  (part) => `report.${part}.`,
);

/** Leaves out texts that the script of the page never tells. @see assertUntold */
const withoutUntold: Plugin = {
  name: "without untold",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]renderings[\\/]report\.ts$/ }, async ({ path }) => {
      const tables: Record<string, object> = await import(pathToFileURL(path).href);
      const told = ["REPORT", "REPORT_ZH"].map((name) => {
        const texts = Object.entries(tables[name] ?? {}).filter(([id]) => !isUntold(id));
        return `export const ${name} = ${JSON.stringify(Object.fromEntries(texts))};`;
      });
      const contents = [
        'import { tellFrom } from "../tell.js";',
        ...told,
        "export const reportTexts = /* @__PURE__ */ tellFrom([REPORT, REPORT_ZH]);",
      ];
      return { contents: contents.join("\n"), loader: "ts" };
    });
  },
};

const isUntold = (text: string): boolean => UNTOLD.some((start) => text.startsWith(start));

/** The script is without these texts, so it must not name them. */
function assertUntold({ text }: Asset): void {
  const named = UNTOLD.find((start) => text.includes(start));
  if (named !== undefined) throw new Error(`The script of the page tells ${named}…, which it is bundled without.`);
}

async function bundle(entry: string, plugins: Plugin[] = []): Promise<Asset> {
  const { outputFiles } = await build({
    entryPoints: [pathOf(entry)],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    write: false,
    plugins,
  });
  const text = (outputFiles[0]?.text ?? "").trim();
  // inside a page these would end the script, or hide its end
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${entry}: the bundle cannot stand inside a page.`);
  return { text, hash: `sha256-${createHash("sha256").update(text).digest("base64")}` };
}

/** What runs in the page is most of a page: it is packed, and run by its hash. */
function packed({ text, hash }: Asset): Asset {
  return { text: Buffer.from(deflateSync(Buffer.from(text, "utf8"), { level: 9 })).toString("base64"), hash };
}

const script = await bundle("client/main.ts", [withoutUntold]);
assertUntold(script);
const assets = {
  PAGE_STYLE: await bundle("page.css"),
  START_SCRIPT: await bundle("client/start.ts"),
  PAGE_SCRIPT: packed(script),
  ENGINE_SCRIPT: packed(await bundle("engine.ts", [withoutFindings, withoutReaders])),
};
const lines = Object.entries(assets).map(
  ([name, asset]) =>
    `export const ${name}: { readonly text: string; readonly hash: string } = ${JSON.stringify(asset)};\n`,
);
writeFileSync(pathOf("page-assets.ts"), `/** Bundled by page/build.ts; do not edit. */\n${lines.join("")}`);
for (const [name, { text }] of Object.entries(assets))
  process.stdout.write(`${name} ${Buffer.byteLength(text)} bytes\n`);
