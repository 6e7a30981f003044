/** The script of the standalone page: registers the service worker, and offers a newer build. */

import { keepForOffline } from "./offline.js";

const element = /** @type {import("./element.js").SupportFit | null} */ (
  document.querySelector("support-fit")
);
const place = document.querySelector(".update");

// Not defined by the loader: the browser is too old.
if (!customElements.get("support-fit")) element?.querySelector("p")?.removeAttribute("hidden");

/** @param {() => void} use */
function offer(use) {
  const { newer, use: label, later } = SUPPORT_FIT_PAGE;
  const text = document.createElement("p");
  text.textContent = newer;
  place?.replaceChildren(
    text,
    button(label, use),
    button(later, () => place.replaceChildren()),
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

const keep = () => void keepForOffline(offer);
// Not before the visitor can start.
if (element?.status === "ready") keep();
else element?.addEventListener("support-fit-ready", keep, { once: true });
