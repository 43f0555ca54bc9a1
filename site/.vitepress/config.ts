import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type DefaultTheme, defineConfig, type LocaleConfig } from "vitepress";
import { say } from "../words.ts";

// What the site is like. All of its pages are made (../make.ts), and so are its menus.

const pages = new URL("../pages/", import.meta.url);
type Locale = "en" | "zh";
type Menu = DefaultTheme.SidebarItem[];

function read(file: string): Menu {
  const path = fileURLToPath(new URL(file, pages));
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
}

/** The menus, by where a reader is: beside the API stand its doors only, whose pages list what is in them; all names would be half of each page. */
function sidebar(locale: Locale): DefaultTheme.Sidebar {
  const root = locale === "zh" ? "/zh/" : "/";
  const doors = listLinks(read("reference/api/typedoc-sidebar.json"))
    .filter(({ link }) => link?.endsWith("/"))
    .map(({ text, link }) => ({ text, link: link?.replace(/^\//, root) }));
  return {
    [`${root}reference/api/`]: [{ text: say("api", locale), link: `${root}reference/api/`, items: doors }],
    [root]: read(`menu.${locale}.json`),
  };
}

/** All items that lead somewhere, however deep they stand. */
function listLinks(items: Menu): Menu {
  return items.flatMap(({ text, link, items: inner = [] }) => [
    ...(link === undefined ? [] : [{ text, link }]),
    ...listLinks(inner),
  ]);
}

function nav(locale: Locale): DefaultTheme.NavItem[] {
  const root = locale === "zh" ? "/zh/" : "/";
  return [
    { text: say("tutorial", locale), link: `${root}tutorial/1-see-the-demo`, activeMatch: "/tutorial/" },
    { text: say("guides", locale), link: `${root}guides/inputs`, activeMatch: "/guides/" },
    { text: say("api", locale), link: `${root}reference/api/`, activeMatch: "/reference/api/" },
    { text: say("standards", locale), link: `${root}standards/`, activeMatch: "/standards/" },
    { text: say("gallery", locale), link: `${root}gallery/`, activeMatch: "/gallery/" },
  ];
}

const CHINESE_WORDS: DefaultTheme.Config = {
  outline: { label: "本页目录", level: [2, 3] },
  docFooter: { prev: "上一篇", next: "下一篇" },
  darkModeSwitchLabel: "外观",
  lightModeSwitchTitle: "切换到浅色",
  darkModeSwitchTitle: "切换到深色",
  sidebarMenuLabel: "目录",
  returnToTopLabel: "回到顶部",
  langMenuLabel: "语言",
  skipToContentLabel: "跳到正文",
  notFound: { title: "没有这一页", quote: "网址可能有误。", linkText: "回到首页", linkLabel: "回到首页" },
};

function locale(of: Locale): LocaleConfig<DefaultTheme.Config>[string] {
  const words = of === "zh" ? CHINESE_WORDS : { outline: { level: [2, 3] as [number, number] } };
  return {
    label: of === "zh" ? "中文" : "English",
    lang: of === "zh" ? "zh-CN" : "en",
    description: say("description", of),
    themeConfig: { nav: nav(of), sidebar: sidebar(of), ...words },
  };
}

/**
 * Takes a text apart into words to search for. Chinese is written without blanks: its words are found by the browser's own segmenter. It is
 * sent to the browser as text, and so may not use anything around it.
 */
function tokenize(text: string): string[] {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  return text
    .split(/[^\p{L}\p{N}_]+/u)
    .flatMap((part) =>
      /[\u3400-\u9fff]/.test(part) ? [...segmenter.segment(part)].map(({ segment }) => segment) : [part],
    )
    .filter((word) => word !== "");
}

export default defineConfig({
  title: "quarterhour",
  srcDir: "pages",
  outDir: "dist",
  // where the site is served from: DOCS_BASE=/quarterhour/ npm run docs
  base: process.env.DOCS_BASE ?? "/",
  cleanUrls: false,
  lastUpdated: false,
  // the menus are one file, not a part of every page
  metaChunk: true,
  head: [["link", { rel: "icon", type: "image/svg+xml", href: `${process.env.DOCS_BASE ?? "/"}favicon.svg` }]],
  locales: { root: locale("en"), zh: { ...locale("zh"), link: "/zh/" } },
  themeConfig: {
    search: {
      provider: "local",
      options: {
        miniSearch: { options: { tokenize } },
        locales: {
          zh: {
            translations: {
              button: { buttonText: "搜索", buttonAriaLabel: "搜索" },
              modal: {
                displayDetails: "显示详情",
                resetButtonTitle: "清除",
                backButtonTitle: "关闭",
                noResultsText: "没有结果：",
                footer: { selectText: "打开", navigateText: "移动", closeText: "关闭" },
              },
            },
          },
        },
      },
    },
  },
});
