/**
 * A widget for Python's Jupyter and marimo: the module that `anywidget` loads. One file, nothing outside of it.
 *
 * It takes GeoJSON from Python, judges the city in the browser, shows the page, and gives the report back; or it shows a report
 * that there is already.
 *
 * @module quarterhour/widget
 */
import { computeCoverage } from "../assess/compute-coverage.js";
import { assertChoice } from "../base/check-argument.js";
import { CoverageError } from "../base/errors.js";
import { LAYER_IDS, type Layer } from "../base/layers.js";
import { notebookTexts } from "../base/texts/renderings/notebook.js";
import type { Locale } from "../base/words.js";
import { prepareCity } from "../city/prepare-city.js";
import type { CityInput, GeoJsonInput } from "../model/input.js";
import type { CoverageReport } from "../model/report.js";
import type { Standard } from "../model/standard.js";
import { readNeighborhoods } from "../read/read-neighborhoods.js";
import { toErrorText } from "../report/to-error-text.js";
import { STANDARDS } from "../standards/standards.js";
import { ALL_PROFILES } from "../standards/wheeled-profiles.js";
import { modesFor } from "../streets/modes/other-modes.js";
import type { ShowOptions } from "./mime-bundle.js";
import { view } from "./view.js";

/** What anywidget gives a widget: named values that both sides see. */
export interface WidgetModel {
  readonly get: (name: string) => unknown;
  readonly set: (name: string, value: unknown) => void;
  readonly save_changes: () => void;
  readonly on: (event: string, act: () => void) => void;
  readonly off: (event: string, act: () => void) => void;
}

/** The values that it looks at; each may be missing. `report` and `error` it also writes. */
const SEEN = [...LAYER_IDS, "report", "standard", "profile", "locale", "attribution", "height"] as const;

/** Shows what the model holds, and again whenever it changes. @returns what ends it */
function render({ model, el }: { readonly model: WidgetModel; readonly el: HTMLElement }): () => void {
  let own: unknown = null;
  const show = (): void => {
    const given = model.get("report");
    // its own report, as it comes back: it is on the screen already
    if (own !== null && JSON.stringify(given) === JSON.stringify(own)) return;
    own = null;
    const locale: Locale = model.get("locale") === "zh" ? "zh" : "en";
    try {
      const { element, report } = build(model, locale);
      el.replaceChildren(element);
      if (report === null) return;
      own = report;
      tell(model, { report, error: null });
    } catch (error) {
      const text = error instanceof CoverageError ? toErrorText(error, locale, "notebook") : String(error);
      const message = document.createElement("pre");
      message.textContent = `${notebookTexts(locale)("notebook.failed")}: ${text}`;
      message.setAttribute("role", "alert");
      el.replaceChildren(message);
      if (model.get("error") !== text) tell(model, { error: text });
    }
  };
  const changed = (): void => {
    own = null;
    show();
  };
  for (const name of SEEN) model.on(`change:${name}`, name === "report" ? show : changed);
  show();
  return () => {
    for (const name of SEEN) model.off(`change:${name}`, name === "report" ? show : changed);
  };
}

interface Built {
  readonly element: HTMLElement;
  /** `null`: nothing was computed. */
  readonly report: CoverageReport | null;
}

function build(model: WidgetModel, locale: Locale): Built {
  const layerOf = (name: (typeof LAYER_IDS)[number]) => (model.get(name) ?? undefined) as GeoJsonInput | undefined;
  const given = Object.fromEntries(
    LAYER_IDS.map((layer) => [layer, layerOf(layer)]).filter(([, value]) => value !== undefined),
  );
  const { neighborhoods, facilities, ...others } = given as Partial<Record<Layer, GeoJsonInput>>;
  const attribution = model.get("attribution");
  const height = model.get("height");
  const options: ShowOptions = {
    locale,
    surface: "notebook",
    ...(typeof attribution === "string" ? { attribution } : {}),
    ...(typeof height === "number" ? { height } : {}),
  };
  if (neighborhoods !== undefined && facilities !== undefined) {
    const input: CityInput = {
      neighborhoods,
      facilities,
      ...others,
    };
    const profile = ALL_PROFILES.find(({ id }) => id === model.get("profile"));
    const city = prepareCity(input, {
      standard: standardOf(model),
      modes: modesFor(profile === undefined ? [] : [profile]),
    });
    const report = computeCoverage(city, profile === undefined ? {} : { profile });
    return { element: view(report, { ...options, city }), report };
  }
  const report = model.get("report") as CoverageReport | null | undefined;
  if (report === null || report === undefined || Object.keys(report).length === 0) {
    const element = document.createElement("p");
    element.textContent = notebookTexts(locale)("notebook.waiting");
    return { element, report: null };
  }
  const outlines = neighborhoods === undefined ? [] : readNeighborhoods(neighborhoods).rows;
  return { element: view(report, { ...options, city: { neighborhoods: outlines } }), report: null };
}

/** The standard that is named; the default one, if none is. @throws {CoverageError} INVALID_ARGUMENT if there is none of that name */
function standardOf(model: WidgetModel): Standard {
  const name = model.get("standard") ?? STANDARDS[0]?.id;
  const ids = STANDARDS.map(({ id }) => id);
  assertChoice("standard", name, ids);
  return STANDARDS[ids.indexOf(name as string)] as Standard;
}

function tell(model: WidgetModel, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) model.set(name, value);
  model.save_changes();
}

// anywidget asks for a default export
const widget: { readonly render: typeof render } = { render };

export { widget as default };
