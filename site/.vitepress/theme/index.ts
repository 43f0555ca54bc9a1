// The theme without its web fonts: the site uses those of the system.
import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import DemoReport from "./DemoReport.vue";
import ReportLink from "./ReportLink.vue";
import "./style.css";

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("DemoReport", DemoReport).component("ReportLink", ReportLink);
  },
};
export default theme;
