// What stays of an element that has left its page: nothing, however often it came and went.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { keep } from "./steps/drafts.js";
import { fullDraft } from "./steps/full.js";
import { SCRIPT, complaints, openHost } from "./steps/host.js";
import { noteModules, sizesOfModules } from "./steps/memory.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("../../src/embed/element.js").SupportFit} SupportFit */

/** How often elements come and go before anything is measured: what is made once is there by then, and code is compiled. */
const BEFORE = 1000;

/** How often they come and go while it is measured. */
const TIMES = 500;

/** What a page's own bookkeeping may add in that time, bytes of JavaScript heap. */
const SLACK = 50_000;

// A trace keeps what it has seen.
test.use({ trace: "off" });

/**
 * Everything that could grow.
 *
 * @param {Page} page
 */
async function measured(page) {
  const client = await page.context().newCDPSession(page);
  // What the first round frees may hold what the second frees.
  for (let round = 0; round < 3; round++) await client.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
  const { usedSize } = await client.send("Runtime.getHeapUsage");
  await client.detach();
  return { nodes, listeners: jsEventListeners, heap: usedSize, ...(await sizesOfModules(page)) };
}

/**
 * Lets elements come and go: used and removed, removed the moment they are ready, before they are, moved, and with other
 * settings.
 *
 * @param {Page} page
 * @param {number} times
 */
function comeAndGo(page, times) {
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

const DRAFTS = {
  "the first question": "",
  "a full result": fullDraft(organization("P10"), { screen: "result" }),
};

for (const [what, draft] of Object.entries(DRAFTS)) {
  test(`${TIMES} elements that show ${what} leave nothing behind`, async ({ page }) => {
    test.setTimeout(240_000);
    await noteModules(page);
    if (draft) await keep(page, draft);
    const found = complaints(page);
    await openHost(page, SCRIPT);
    await comeAndGo(page, BEFORE);
    let before = await measured(page);
    await comeAndGo(page, TIMES);
    let after = await measured(page);
    // Memory is as large as it ever had to be: on a busy machine more is in it at a time. What leaks grows each time.
    if (String(after.memories) !== String(before.memories)) {
      before = after;
      await comeAndGo(page, TIMES);
      after = await measured(page);
    }
    await test.info().attach("measured", { body: JSON.stringify({ before, after }, null, 2) });
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    expect(after.listeners).toBeLessThanOrEqual(before.listeners);
    expect(before.memories).toHaveLength(1);
    expect(after.memories).toEqual(before.memories);
    expect(after.tables).toEqual(before.tables);
    expect(after.heap - before.heap).toBeLessThan(SLACK);
    expect(found).toEqual([]);
  });
}
