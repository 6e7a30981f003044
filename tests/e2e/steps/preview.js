// The preview of the studio, in a frame of the test, which the page's own form does not control.

import { expect } from "@playwright/test";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("../../../studio/preview.js").View} View */
/** @typedef {import("../../../studio/preview.js").Report} Report */

/** Settings with a contact form that sends to another origin. */
export const SETTINGS = {
  version: 1,
  providerName: "Marlow & Finch IT",
  legalName: "Marlow & Finch IT LLC",
  postalAddress: "1 Main St, Springfield",
  privacyUrl: "https://www.marlow.example/privacy",
  ctaUrl: "https://www.marlow.example/call",
  dataLayer: "theirs",
  contact: {
    receiver: "json",
    url: "https://receiver.example/lead",
    email: "hello@marlow.example",
  },
};

/**
 * Opens the studio, and a preview in it.
 *
 * @param {Page} page
 */
export async function openPreview(page) {
  await page.goto("/widget/studio.html");
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.id = "tested";
    frame.setAttribute("sandbox", "allow-scripts");
    frame.style.cssText = "position:fixed;inset:0 auto 0 0;inline-size:420px;block-size:100%";
    /** @type {unknown} */
    let last;
    /** @type {MessagePort | undefined} */
    let port;
    /** @type {unknown[]} */
    const reports = [];
    // As the page does (`studio/preview-host.js`).
    addEventListener("message", ({ data, source }) => {
      if (source !== frame.contentWindow) return;
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = ({ data }) => reports.push(data);
      frame.contentWindow?.postMessage(data, "*", [channel.port2]);
      if (last) port.postMessage(last);
    });
    Object.assign(window, {
      reports,
      show(/** @type {unknown} */ view) {
        reports.length = 0;
        last = view;
        port?.postMessage(view);
      },
    });
    frame.src = "studio-preview.html";
    document.body.append(frame);
  });
}

/**
 * Shows a view, and returns what the preview reports until it is there.
 *
 * @param {Page} page
 * @param {Partial<View> & { screen: View["screen"] }} view
 * @returns {Promise<Report[]>}
 */
export async function show(page, view) {
  const whole = { settings: SETTINGS, styles: {}, ...view };
  await page.evaluate((view) => /** @type {any} */ (window).show(view), whole);
  /** @returns {Promise<Report[]>} */
  const reports = () => page.evaluate(() => /** @type {any} */ (window).reports);
  await expect
    .poll(async () => (await reports()).some((report) => "shown" in report || "failed" in report))
    .toBe(true);
  return reports();
}

/**
 * The page in the frame.
 *
 * @param {Page} page
 */
export const preview = (page) => page.frameLocator("#tested");

/**
 * The color behind an element, as `#rrggbb`.
 *
 * @param {import("@playwright/test").Locator} locator
 */
export const backgroundOf = (locator) =>
  locator.evaluate((element) => {
    const paint = document.createElement("canvas").getContext("2d");
    if (!paint) return "";
    paint.fillStyle = getComputedStyle(element).backgroundColor;
    paint.fillRect(0, 0, 1, 1);
    const parts = [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3);
    return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  });
