/**
 * The script of `studio-preview.html`: shows the real element as the studio's form has set it. The frame is in a sandbox, so it
 * reaches nothing that other pages have stored, and its policy lets it request only files of its server. Nothing that a visitor
 * could send leaves it: `leaving.js` answers messages, and stops links and forms.
 */

import { contrast } from "./contrast.js";
import { answerAs, forgetNotes, keepInside, note } from "./leaving.js";
import { HERE } from "./preview-host.js";
import { lengthenWords } from "./pseudo.js";
import { SCREENS, closeNotices } from "./screens.js";

/**
 * @typedef {object} View
 * @property {Record<string, unknown>} settings A JSON document of settings, which may be wrong.
 * @property {Record<string, string>} styles Values of the custom properties of the element.
 * @property {keyof typeof SCREENS} screen
 * @property {"auto" | "light" | "dark"} [theme] Instead of that in the settings.
 * @property {string} [lang] A tag, `longer` for words that are 40 % longer, or `longer-rtl` for the same from right to left.
 * @property {import("./leaving.js").Answer} [answer] How messages are answered. The screens `refused` and `offline` have their own.
 */

/**
 * What the preview reports: once that it is ready, then what has changed.
 *
 * @typedef {{ ready: true }
 *   | { shown: string }
 *   | { height: number }
 *   | { warnings: string[] }
 *   | { contrast: import("./contrast.js").Measured[] }
 *   | { failed: string }} Report
 */

/** @typedef {import("../src/embed/element.js").SupportFit} SupportFit */

/** Settings that would reach out of the preview, or that the page around the element has. */
const NOT_SHOWN = ["dataLayer", "frameParents", "storageKey"];

const PSEUDO = ["longer", "longer-rtl"];

const WARNING = "<support-fit> settings:\n";

/** @type {MessagePort | undefined} */
let port;

/** @param {Report} report */
const send = (report) => port?.postMessage(report);

const element = /** @type {SupportFit} */ (document.createElement("support-fit"));

/** @type {View | undefined} What is shown next. */
let next;

/** @type {View | undefined} */
let shown;

let isBusy = false;

async function work() {
  if (isBusy) return;
  isBusy = true;
  while (next) {
    const view = next;
    next = undefined;
    try {
      await show(view);
    } catch (error) {
      send({ failed: String(error) });
    }
  }
  isBusy = false;
}

/** @param {View} view */
const isPseudo = (view) => PSEUDO.includes(view.lang ?? "");

/** @param {View} view */
const configured = ({ settings }) => {
  const kept = Object.entries(settings).filter(([name]) => !NOT_SHOWN.includes(name));
  return { ...Object.fromEntries(kept), storage: "none" };
};

/** @param {View} view */
async function show(view) {
  if (shown && isPseudo(shown) !== isPseudo(view)) {
    // The application keeps the words of a language as long as the page lives.
    location.reload();
    return new Promise(() => {});
  }
  const before = shown;
  shown = view;
  const differs = (/** @type {(view: View) => unknown} */ part) =>
    !before || JSON.stringify(part(before)) !== JSON.stringify(part(view));

  if (isPseudo(view)) lengthenWords();
  document.documentElement.dir = view.lang === "longer-rtl" ? "rtl" : "ltr";
  const theme = view.theme ?? view.settings["theme"];
  document.documentElement.style.colorScheme =
    theme === "light" || theme === "dark" ? theme : "light dark";
  if (view.theme) element.setAttribute("theme", view.theme);
  else element.removeAttribute("theme");
  for (const name of Object.keys(before?.styles ?? {})) element.style.removeProperty(name);
  for (const [name, value] of Object.entries(view.styles))
    if (name.startsWith("--support-fit-")) element.style.setProperty(name, value);

  const restarts = differs(({ settings, lang }) => [settings, lang]);
  if (restarts) {
    forgetNotes();
    send({ warnings: (warnings = []) });
    element.lang = isPseudo(view) ? "en" : (view.lang ?? "");
    element.config = configured(view);
  }
  if (!before) {
    element.setAttribute("loading", "eager");
    document.querySelector("main")?.append(element);
  }
  await element.load();
  if (!before) send({ ready: true });
  if (restarts || differs(({ styles }) => styles))
    send({ contrast: contrast(element, view.styles) });

  const { screen } = view;
  const answer = screen === "refused" || screen === "offline" ? screen : view.answer;
  answerAs(answer ?? "accepted");
  // The element itself stays where it was when it restarts, but what was sent is gone.
  const isSent = screen === "refused" || screen === "offline";
  if (differs(({ screen, answer }) => [screen, answer]) || (restarts && isSent)) {
    note("");
    await SCREENS[screen](element, () => next !== undefined);
  }
  if (restarts) closeNotices(element);
  send({ shown: screen });
}

/** @type {string[]} */
let warnings = [];

const { warn } = console;
console.warn = (/** @type {unknown[]} */ ...parts) => {
  warn(...parts);
  const [text] = parts;
  if (typeof text !== "string" || !text.startsWith(WARNING)) return;
  // The later modules report theirs when they have arrived.
  warnings = [...warnings, ...text.slice(WARNING.length).split("\n")];
  send({ warnings });
};

element.addEventListener("support-fit-error", (event) => {
  const { message } = /** @type {CustomEvent<{ message: string }>} */ (event).detail;
  send({ failed: message });
});

new ResizeObserver(() => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // While the element restarts, it may have none.
  if (height > 0) send({ height });
}).observe(document.body);

addEventListener("message", ({ data, source, ports }) => {
  if (source !== parent || data !== HERE || port) return;
  port = ports[0];
  port?.addEventListener("message", ({ data }) => {
    next = data;
    void work();
  });
  port?.start();
});

// Only in the sandbox: with the origin of its server, the element could read what other pages have stored.
if (parent !== window && origin === "null") {
  keepInside();
  // The loader has to find what `keepInside` has replaced.
  await import(/** @type {any} */ (new URL("../support-fit.js", import.meta.url).href));
  parent.postMessage(HERE, "*");
} else {
  note("This page is the preview of the studio.");
}
