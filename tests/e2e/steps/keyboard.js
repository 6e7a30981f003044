// Navigation by keyboard.

import { expect } from "@playwright/test";

import { focused } from "./measure.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Presses Tab until the wanted element has the focus. Every stop must be in view, uncovered and have a focus ring.
 *
 * @param {Page} page
 * @param {(at: { tag: string, id: string, type: string | null, name: string }) => boolean} isThere
 */
export async function tabTo(page, isThere) {
  for (let stops = 0; stops < 400; stops++) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (!at) continue;
    expect(at, `${at.tag} ${at.name}`).toMatchObject({
      ringed: true,
      inView: true,
      covered: false,
    });
    if (isThere(at)) return;
  }
  throw new Error("Tab does not lead there");
}
