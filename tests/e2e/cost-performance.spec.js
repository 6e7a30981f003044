// How fast the costs follow a figure that is dragged.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { figureSlider, openGroup } from "./steps/cost.js";
import { openAt } from "./steps/full.js";
import { openView } from "./steps/result.js";
import { bound, median, timeOfChange } from "./steps/timing.js";

/** Longest time from a step of the slider to the new ranges on the page, ms: one frame. */
const LONGEST_STEP = 16;

/** Number of steps; their median has to be within the bound. */
const STEPS = 21;

test("The costs follow a dragged figure within a frame", async ({ page }) => {
  await openAt(page, "result", organization("P2"));
  await openView(page, "Cost");
  await openGroup(page, "fees");
  await figureSlider(page, "fee_out").scrollIntoViewIfNeeded();
  const times = [];
  for (let n = 0; n < STEPS; n++) {
    times.push(await timeOfChange(figureSlider(page, "fee_out"), String(20_500 + n * 300)));
  }
  console.log(`the costs after a step of the slider: ${times.join(", ")} ms`);
  expect(median(times)).toBeLessThanOrEqual(bound(LONGEST_STEP));
});
