/**
 * The script of the standalone page: chooses its language, registers the service worker, offers a newer build, and makes views
 * history entries. It runs before the loader.
 */

import { ENGLISH, baseOf } from "./language.js";
import { keepForOffline } from "./offline.js";

const element = /** @type {import("./element.js").SupportFit | null} */ (
  document.querySelector("support-fit")
);
const place = document.querySelector(".update");

// Before the element is defined, so that it starts in this language.
const tag = new URLSearchParams(location.search).get("lang") ?? navigator.language;
const words = SUPPORT_FIT_PAGE[baseOf(tag)] ?? SUPPORT_FIT_PAGE.en;
const isEnglish = words === SUPPORT_FIT_PAGE.en;
if (!isEnglish || tag.startsWith(ENGLISH)) document.documentElement.lang = tag;
if (!isEnglish) document.title = `${words.title} – SupportFit`;

addEventListener("DOMContentLoaded", () => {
  // Not defined by the loader: the browser is too old.
  if (!customElements.get("support-fit")) element?.querySelector("p")?.removeAttribute("hidden");
});

// The address belongs to this page, so each view of the result is a history entry, and Back leads to the one before.
element?.addEventListener("support-fit-progress", (event) => {
  const { view } = /** @type {CustomEvent<{ view: string | null }>} */ (event).detail;
  // Null on the other screens; the same after Back.
  if (!view || view === history.state?.view) return;
  if (history.state?.view) history.pushState({ view }, "");
  else history.replaceState({ view }, "");
});
// A visitor who comes back may be at a view already.
element?.addEventListener("support-fit-ready", async () => {
  const { place } = /** @type {{ place: { screen?: string, view?: string } }} */ (
    await element.exportDraft()
  );
  if (place.screen === "result" && !history.state?.view)
    history.replaceState({ view: place.view ?? "answer" }, "");
});
addEventListener("popstate", ({ state }) => {
  if (state?.view) void element?.showResult(state.view).catch(() => {});
});

/** @param {() => void} use */
function offer(use) {
  const text = document.createElement("p");
  text.textContent = words.newer;
  place?.replaceChildren(
    text,
    button(words.use, use),
    button(words.later, () => place.replaceChildren()),
  );
}

/**
 * @param {string} label
 * @param {() => void} act
 */
function button(label, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", act);
  return button;
}

// Not before the visitor can start.
element?.addEventListener("support-fit-ready", () => void keepForOffline(element, offer), {
  once: true,
});
