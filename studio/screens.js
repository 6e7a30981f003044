/** Brings the element to a screen, with the answers of a sample organization. */

import clear from "./samples/clear.json" with { type: "json" };
import close from "./samples/close.json" with { type: "json" };
import lean from "./samples/lean.json" with { type: "json" };
import only from "./samples/only.json" with { type: "json" };
import { note } from "./leaving.js";

/** @typedef {import("../src/embed/element.js").SupportFit} SupportFit */
/** @typedef {{ answers: Record<string, string | string[]>, priorities: Record<string, number> }} Sample */

/** How long the contact part may take to get to a state, in milliseconds. */
const LONGEST_WAIT = 5_000;

/** What a visitor types, by the type of the field. */
const TYPED = /** @type {Record<string, string>} */ ({
  email: "jo@customer.example",
  tel: "+1 555 0100",
});

/**
 * @param {Sample} sample
 * @param {string} [view]
 */
const result = (sample, view) => async (/** @type {SupportFit} */ element) => {
  const draft = await element.exportDraft();
  await element.importDraft({ ...draft, course: "full", place: { screen: "result" }, ...sample });
  await element.showResult(view);
  window.scrollTo(0, 0);
};

/**
 * Polls, because the application draws when it wants to.
 *
 * @template T
 * @param {() => T | null | undefined | false} look
 * @param {() => boolean} isStale Whether another view is waiting.
 * @returns {Promise<T | undefined>} Undefined if it takes too long.
 */
async function until(look, isStale) {
  for (const end = performance.now() + LONGEST_WAIT; performance.now() < end && !isStale();) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}

/**
 * Scrolls to a part of the element. Twice, because parts above get their height only when they come into view.
 *
 * @param {SupportFit} element
 * @param {string} selector
 */
async function scrollTo(element, selector) {
  for (let n = 0; n < 2; n++) {
    element.shadowRoot?.querySelector(selector)?.scrollIntoView();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Shows the contact part, and returns it.
 *
 * @param {SupportFit} element
 * @param {() => boolean} isStale
 */
async function contact(element, isStale) {
  // A message that was sent before would be shown as sent.
  await element.reset();
  await result(clear)(element);
  const part = await until(
    () =>
      /** @type {HTMLElement | null | undefined} */ (
        element.shadowRoot?.querySelector("section.contact")
      ),
    isStale,
  );
  if (part) await scrollTo(element, "section.contact");
  else if (!isStale()) note("These settings have no contact form that works.");
  return part;
}

/**
 * Fills in the form and sends it.
 *
 * @param {SupportFit} element
 * @param {() => boolean} isStale
 */
async function sent(element, isStale) {
  const part = await contact(element, isStale);
  if (!part) return;
  // The application draws the part again in each state.
  const find = (/** @type {string} */ selector) =>
    /** @type {HTMLElement | null | undefined} */ (
      element.shadowRoot?.querySelector(`section.contact ${selector}`)
    );
  for (const field of part.querySelectorAll("input, textarea, select")) fill(field);
  find("form button[type=submit]")?.click();
  const button = await until(
    () => !find("form") && find(".actions .primary:not([aria-disabled=true], [disabled])"),
    isStale,
  );
  button?.click();
  await until(() => !find("form") && !find("dl.sent"), isStale);
  await scrollTo(element, "#contact-now");
}

/** @param {Element} field */
function fill(field) {
  // People do not see the field in `.trap`.
  if (field.closest(".trap") || field.matches("[type=checkbox]")) return;
  if (field instanceof HTMLSelectElement) field.selectedIndex = field.options.length - 1;
  else if (field instanceof HTMLInputElement) field.value = TYPED[field.type] ?? "Jo Sample";
  else if (field instanceof HTMLTextAreaElement) field.value = "Could we talk next week?";
  for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
}

/**
 * The owner changes settings, and no visitor comes back.
 *
 * @param {SupportFit} element
 */
export function closeNotices(element) {
  for (const button of element.shadowRoot?.querySelectorAll(".notice .tools button") ?? [])
    /** @type {HTMLElement} */ (button).click();
}

/** By name. The second parameter says whether another view is waiting. */
export const SCREENS = {
  async start(/** @type {SupportFit} */ element) {
    const { answers } = /** @type {{ answers?: object }} */ (await element.exportDraft());
    // Erasing what was never saved would be reported.
    if (Object.keys(answers ?? {}).length > 0) await element.reset();
    closeNotices(element);
  },
  close: result(close),
  lean: result(lean),
  clear: result(clear),
  only: result(only),
  plan: result(clear, "plan"),
  cost: result(clear, "cost"),
  contact,
  refused: sent,
  offline: sent,
};
