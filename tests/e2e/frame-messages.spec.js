// Generated messages between the frame and the page around it.

import { expect, test } from "@playwright/test";
import fc from "fast-check";

import { EVENTS } from "../../src/embed/details.js";
import { stored } from "./steps/drafts.js";
import { LEANS, choose } from "./steps/flow.js";
import {
  MADE_UP,
  countEvents,
  height,
  inside,
  openFramed,
  uncaughtErrors,
  waitForMessages,
} from "./steps/framing.js";
import { VIEWS } from "./steps/result.js";

test.use(MADE_UP);

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Frame} Frame */

const { SUPPORT_FIT_FULL, SUPPORT_FIT_SEED = "20261122" } = process.env;

/** The number of messages in each test; the full run has a hundred times as many. */
const MESSAGES = SUPPORT_FIT_FULL ? 100_000 : 1_000;

/** Messages in flight at once. */
const BATCH = 500;

const TYPES = ["hello", "here", "command", "height", "event"].map((name) => `support-fit:${name}`);

const NAMES = [
  "reset",
  "show-result",
  "print",
  "ready",
  "question-shown",
  "cta",
  "UPPER",
  "__proto__",
];

/**
 * One of these values or anything else.
 *
 * @param {string[]} known
 */
const oneOfOrAnything = (known) => fc.oneof(fc.constantFrom(...known), fc.anything());

const message = fc.oneof(
  fc.anything(),
  fc.record(
    {
      type: oneOfOrAnything(TYPES),
      version: fc.anything(),
      name: oneOfOrAnything(NAMES),
      view: oneOfOrAnything(Object.keys(VIEWS)),
      height: fc.oneof(fc.double(), fc.integer(), fc.anything()),
      detail: fc.anything(),
    },
    { requiredKeys: [] },
  ),
);

/**
 * Sends all messages from one side to the other.
 *
 * @param {Page} page
 * @param {Frame} from
 * @param {"parent" | "frame"} to
 */
async function sendGenerated(page, from, to) {
  const all = fc.sample(message, { numRuns: MESSAGES, seed: Number(SUPPORT_FIT_SEED) });
  for (let n = 0; n < all.length; n += BATCH) {
    await from.evaluate(
      ([messages, to]) => {
        const target = to === "parent" ? parent : frames[0];
        for (const message of messages) {
          try {
            target?.postMessage(message, "*");
          } catch {
            // Not every value can be cloned.
          }
        }
      },
      /** @type {const} */ ([all.slice(n, n + BATCH), to]),
    );
    await waitForMessages(page);
  }
}

test.describe(`${MESSAGES} generated messages`, () => {
  test.beforeEach(({ page }) => page.addInitScript(() => Object.assign(window, { print() {} })));
  test.setTimeout(30_000 + MESSAGES * 10);

  test("from a page that is not trusted change nothing in the frame @threat-frame-parents", async ({
    page,
    baseURL,
  }) => {
    // The browser blocks storage in a frame of another site.
    const frame = await openFramed(page, baseURL, { from: baseURL });
    const errors = uncaughtErrors(page);
    await choose(frame, LEANS[0]);
    const kept = () => stored(inside(page));
    const before = await kept();
    await sendGenerated(page, page.mainFrame(), "frame");
    expect(await kept()).toEqual(before);
    await expect(frame.getByLabel(LEANS[0] ?? "", { exact: true })).toBeChecked();
    expect(errors).toEqual([]);
  });

  test("from a trusted page trigger nothing but the three commands @threat-frame-parents", async ({
    page,
    baseURL,
  }) => {
    const frame = await openFramed(page, baseURL, {
      query: "?config=frame-config.json",
      config: { frameParents: [baseURL] },
    });
    const errors = uncaughtErrors(page);
    await sendGenerated(page, page.mainFrame(), "frame");
    await expect(frame.locator("support-fit")).toHaveJSProperty("status", "ready");
    // The last generated command opened the result or the first question.
    await page.evaluate(() =>
      frames[0]?.postMessage({ type: "support-fit:command", name: "reset" }, "*"),
    );
    await choose(frame, LEANS[0]);
    await expect(frame.getByLabel(LEANS[0] ?? "", { exact: true })).toBeChecked();
    expect(errors).toEqual([]);
  });

  test("from a frame set only its height, within bounds, and send only our events @threat-frame-messages", async ({
    page,
    baseURL,
  }) => {
    await openFramed(page, baseURL);
    const errors = uncaughtErrors(page);
    const events = await countEvents(page);
    const around = () =>
      page.evaluate(() => {
        const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
        copy.querySelector("iframe")?.removeAttribute("style");
        return copy.outerHTML;
      });
    const before = await around();
    await sendGenerated(page, inside(page), "parent");
    expect(await around()).toBe(before);
    expect(await height(page)).toBeGreaterThan(0);
    expect(await height(page)).toBeLessThan(100_001);
    const recorded = Object.keys(await events());
    expect(recorded).toContain("support-fit-cta");
    const ours = EVENTS.map((name) => `support-fit-${name}`);
    expect(recorded.filter((name) => !ours.includes(name))).toEqual([]);
    expect(errors).toEqual([]);
  });
});
