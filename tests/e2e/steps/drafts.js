// What is saved on the device, read and written independently of the application.

import { readFile } from "node:fs/promises";

import { VERSION } from "./content.js";
import { button } from "./flow.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The default storage key of drafts. */
export const KEY = "support-fit";

/** The storage key for the backup of an unreadable draft. */
export const ASIDE = "support-fit.aside";

/**
 * A draft as it is saved.
 *
 * @typedef {{
 *   schema: number,
 *   content: string,
 *   saved: string,
 *   course: string,
 *   place: { question?: string, screen?: string },
 *   answers: Record<string, string | string[]>,
 *   priorities: Record<string, number>,
 * }} Draft
 */

/**
 * Everything in storage, once no element of the page is loading any more: an answer that was chosen earlier is saved when
 * the application takes over from the loader.
 *
 * @param {Page | import("@playwright/test").Frame} page
 */
export function stored(page) {
  return page.evaluate(async () => {
    for (const element of document.querySelectorAll("support-fit")) {
      const { status } = /** @type {import("../../../src/embed/element.js").SupportFit} */ (
        element
      );
      if (status !== "loading") continue;
      await new Promise((done) => {
        element.addEventListener("support-fit-ready", done, { once: true });
        element.addEventListener("support-fit-error", done, { once: true });
      });
    }
    return /** @type {Record<string, string>} */ ({ ...localStorage });
  });
}

/**
 * The string under a key, or null if there is none.
 *
 * @param {Page} page
 * @param {string} [key]
 */
export async function keptText(page, key = KEY) {
  return (await stored(page))[key] ?? null;
}

/**
 * The draft under a key.
 *
 * @param {Page} page
 * @param {string} [key]
 * @returns {Promise<Draft>}
 */
export async function kept(page, key = KEY) {
  return JSON.parse((await keptText(page, key)) ?? "null");
}

/**
 * Every key in storage.
 *
 * @param {Page} page
 */
export async function storedKeys(page) {
  return Object.keys(await stored(page));
}

/**
 * Saves a string before the application starts.
 *
 * @param {Page} page
 * @param {string} text
 * @param {string} [key]
 */
export async function keep(page, text, key = KEY) {
  // A file of the same origin that does not run the application.
  await page.goto("/demo.css");
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);
}

/**
 * A draft whose place is a question.
 *
 * @param {string} question
 * @param {Draft["answers"]} [answers]
 */
export function draftAt(question, answers = { cap: "lead" }) {
  return JSON.stringify({ schema: 3, content: VERSION, place: { question }, answers });
}

/** Answers to the quick check that lean toward co-managed: those of `LEANS`, as a draft stores them. */
export const LEANING = {
  ...{ cap: "lead", load: "stretched", fund: "one", answer: "split" },
  ...{ decide: "key", pace: "growing", skills: "specialist" },
};

/** A draft at the result of the quick check. */
export const LEANING_RESULT = JSON.stringify({
  schema: 3,
  content: VERSION,
  place: { screen: "result" },
  answers: LEANING,
});

/**
 * Downloads the offered file and reads it.
 *
 * @param {Page} page
 */
export async function savedFile(page) {
  const download = page.waitForEvent("download");
  await button(page, "Save as a file").first().click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/**
 * Makes storage throw on every page.
 *
 * @param {Page} page
 * @param {"getter" | "QuotaExceededError" | "SecurityError"} fault The getter throws, or writing fails with this error.
 */
export async function breakStorage(page, fault) {
  await page.addInitScript((fault) => {
    if (fault === "getter") {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("blocked by the test", "SecurityError");
        },
      });
    } else {
      Storage.prototype.setItem = () => {
        throw new DOMException("refused by the test", fault);
      };
    }
  }, fault);
}
