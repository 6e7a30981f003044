// A visit without a mouse.

import { expect } from "@playwright/test";

import { focused } from "./measure.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Presses Tab until something has the focus. Every stop on the way has to be in view, with nothing over it,
 * and to show that it has it.
 *
 * @param {Page} page
 * @param {(at: { tag: string, type: string | null, name: string }) => boolean} isThere
 */
export async function tabTo(page, isThere) {
  for (let stops = 0; stops < 400; stops++) {
    await page.keyboard.press("Tab");
    let at = await focused(page);
    if (!at) continue;
    // Parts that come into view get their real height first, and then move what is below them.
    await expect
      .poll(async () => (at = await focused(page)), `${at.tag} ${at.name}`)
      .toMatchObject({ ringed: true, inView: true, covered: false });
    if (isThere(at)) return;
  }
  throw new Error("Tab does not lead there");
}
