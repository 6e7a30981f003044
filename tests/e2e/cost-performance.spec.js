// How long it takes until the costs follow a figure that is dragged.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { dragger, openGroup } from "./steps/cost.js";
import { openAt } from "./steps/full.js";

/** Longest time from a step of the slider to the new ranges on the page, ms: one frame. */
const LONGEST_STEP = 16;

/** Steps of which half have to be as fast. */
const STEPS = 21;

test(`the costs follow a dragged figure within ${LONGEST_STEP} ms`, async ({ page }) => {
  await openAt(page, "result", organization("P2"));
  await openGroup(page, "fees");
  await dragger(page, "fee_out").scrollIntoViewIfNeeded();
  const times = await dragger(page, "fee_out").evaluate(
    async (/** @type {HTMLInputElement} */ input, steps) => {
      const host = /** @type {ShadowRoot} */ (input.getRootNode()).host;
      const painted = () =>
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      /** @type {number[]} */
      const times = [];
      for (let n = 0; n < steps; n++) {
        await painted();
        const start = performance.now();
        input.value = String(13_000 + n * 500);
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        // What the handlers put off until after them is done in microtasks.
        await new Promise((done) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = done;
          port2.postMessage(null);
        });
        host.getBoundingClientRect();
        times.push(performance.now() - start);
      }
      return times.map((time) => Math.round(time * 10) / 10);
    },
    STEPS,
  );
  console.log(`the costs after a step of the slider: ${times.join(", ")} ms`);
  const [median] = [...times].sort((a, b) => a - b).slice(Math.floor(STEPS / 2));
  expect(median).toBeLessThanOrEqual(LONGEST_STEP);
});
