/** The stand-alone page: it opens without a network, and says when there is a newer build. */

import { keepForOffline } from "./offline.js";

const element = /** @type {import("./element.js").SupportFit | null} */ (
  document.querySelector("support-fit")
);
const place = document.querySelector(".update");

// The script before this one has not defined it: the browser is too old.
if (!customElements.get("support-fit")) element?.querySelector("p")?.removeAttribute("hidden");

/** @param {() => void} use */
function offer(use) {
  const { newer, use: label, later } = SUPPORT_FIT_PAGE;
  const said = document.createElement("p");
  said.textContent = newer;
  place?.replaceChildren(
    said,
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
// After what the visitor waits for.
if (element?.status === "ready") keep();
else element?.addEventListener("support-fit-ready", keep, { once: true });
