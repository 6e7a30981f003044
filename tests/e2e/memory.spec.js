// How much memory WebAssembly takes.

import { expect, test } from "@playwright/test";

import { DIMENSIONS, organization } from "./steps/content.js";
import { LEANS, answerAll, heading, open, press } from "./steps/flow.js";
import { openAt, openEffect, rate, resultIsWhole } from "./steps/full.js";
import { recordModules, sizesOfModules } from "./steps/memory.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The maximum WebAssembly memory, in bytes. */
const MOST_WASM = 4_000_000;

/**
 * The size of the WebAssembly memory, in bytes.
 *
 * @param {Page} page
 */
async function memoryOf(page) {
  const { memories } = await sizesOfModules(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  // The heap also holds Playwright's scripts, so it has no bound here.
  console.log(`at the result: WebAssembly ${memories} bytes, JavaScript heap ${usedSize} bytes`);
  expect(memories).toHaveLength(1);
  return memories[0];
}

test("the first result takes at most 4 MB of WebAssembly memory", async ({ page }) => {
  await recordModules(page);
  await open(page);
  await answerAll(page, LEANS);
  await heading(page, "Leaning toward co-managed IT").waitFor();
  expect(await memoryOf(page)).toBeLessThanOrEqual(MOST_WASM);
});

test("the full result takes at most 4 MB of WebAssembly memory after ratings were changed", async ({
  page,
}) => {
  await recordModules(page);
  await openAt(page, "priorities", organization("P2"));
  await openEffect(page);
  for (const dimension of DIMENSIONS) {
    for (const rating of [3, 0, 2]) await rate(page, dimension, rating);
  }
  await press(page, "Next: review your answers");
  await press(page, "See your result");
  await resultIsWhole(page);
  expect(await memoryOf(page)).toBeLessThanOrEqual(MOST_WASM);
});
