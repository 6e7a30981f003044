// Elements that are mounted and removed, however often, leak no memory.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { keep } from "./steps/drafts.js";
import { fullDraft } from "./steps/full.js";
import { SCRIPT, complaints, openHost } from "./steps/host.js";
import { recordModules, sizesOfModules } from "./steps/memory.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("../../src/embed/element.js").SupportFit} SupportFit */

/** Mounts before the first measurement in the long tests: by then, code is compiled and caches are filled. */
const WARM_UP = 1000;

/** Mounts between two measurements in the long tests. */
const TIMES = 500;

/** How much the JavaScript heap may grow in the long tests, in bytes: the browser's own bookkeeping. */
const SLACK = 50_000;

// A trace retains memory.
test.use({ trace: "off" });

/**
 * Everything that could leak.
 *
 * @param {Page} page
 */
async function measured(page) {
  const client = await page.context().newCDPSession(page);
  // Objects that the first collection frees may hold objects that only the second one can free.
  for (let round = 0; round < 3; round++) await client.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  await client.detach();
  return { nodes, listeners: jsEventListeners, heap: usedSize, ...(await sizesOfModules(page)) };
}

/**
 * Mounts elements and removes them: after some use, as soon as they are ready, before they are, after a move, and after
 * other settings.
 *
 * @param {Page} page
 * @param {number} times
 */
function mountAndRemove(page, times) {
  return page.evaluate(async (times) => {
    const frame = () => new Promise(requestAnimationFrame);
    for (let n = 0; n < times; n++) {
      const host = /** @type {SupportFit} */ (document.createElement("support-fit"));
      host.append("Fallback");
      document.body.append(host);
      if (n % 5 === 1) {
        void host.load();
        await frame();
        host.remove();
        continue;
      }
      await host.load();
      if (n % 5 === 2) {
        host.shadowRoot?.querySelector("summary")?.click();
        host.shadowRoot?.querySelector("button")?.click();
        await frame();
      }
      if (n % 5 === 3) document.body.prepend(host);
      if (n % 5 === 4) {
        host.setAttribute("provider-name", "Example");
        host.config = { flow: "quick" };
        await host.load();
      }
      host.remove();
      await frame();
    }
  }, times);
}

const FULL_RESULT = fullDraft(organization("P10"), { screen: "result" });

/**
 * Mounts elements as a warm-up, and then again between two measurements.
 *
 * @param {Page} page
 * @param {string} draft What is saved on the device.
 * @param {{ warmUp: number, times: number }} mounts
 * @returns The growth of the JavaScript heap, in bytes.
 */
async function expectNoLeak(page, draft, { warmUp, times }) {
  await recordModules(page);
  if (draft) await keep(page, draft);
  await openHost(page, SCRIPT);
  await mountAndRemove(page, warmUp);
  let before = await measured(page);
  await mountAndRemove(page, times);
  let after = await measured(page);
  // WebAssembly memory never shrinks, and a busy machine uses more of it at a time. A leak grows with every mount.
  if (String(after.memories) !== String(before.memories)) {
    before = after;
    await mountAndRemove(page, times);
    after = await measured(page);
  }
  await test.info().attach("measured", { body: JSON.stringify({ before, after }, null, 2) });
  expect(after.nodes).toBeLessThanOrEqual(before.nodes);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(before.memories).toHaveLength(1);
  expect(after.memories).toEqual(before.memories);
  expect(after.tables).toEqual(before.tables);
  return after.heap - before.heap;
}

test("40 elements that show a full result leak no nodes, listeners or WebAssembly memory", async ({
  page,
}) => {
  const found = complaints(page);
  await expectNoLeak(page, FULL_RESULT, { warmUp: 40, times: 40 });
  expect(found).toEqual([]);
});

for (const [what, draft] of Object.entries({
  "the first question": "",
  "a full result": FULL_RESULT,
})) {
  test(`${TIMES} elements that show ${what} leak nothing`, { tag: "@full" }, async ({ page }) => {
    test.setTimeout(240_000);
    const found = complaints(page);
    expect(await expectNoLeak(page, draft, { warmUp: WARM_UP, times: TIMES })).toBeLessThan(SLACK);
    expect(found).toEqual([]);
  });
}
