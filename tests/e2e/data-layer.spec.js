// Events for tag managers: a global array that gets what listeners hear.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { listen, told } from "./steps/events.js";
import { breakApplication } from "./steps/failing.js";
import { LEANS, QUESTIONS, answer, answerAll, heading } from "./steps/flow.js";
import { resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * What is in a global of the page.
 *
 * @param {Page} page
 * @param {string} [name]
 * @returns {Promise<any>}
 */
function layer(page, name = "dataLayer") {
  return page.evaluate((name) => /** @type {any} */ (window)[name], name);
}

/**
 * Opens a host page that listens.
 *
 * @param {Page} page
 * @param {string} [attributes]
 */
async function openListening(page, attributes = "data-layer") {
  await listen(page);
  await openHost(page, `<support-fit ${attributes}></support-fit>${SCRIPT}`);
}

test("gets every event of a whole quick check, in the order of the events", async ({ page }) => {
  await openListening(page);
  await answerAll(page, LEANS);
  await resultIsWhole(page);
  await expect.poll(async () => (await told(page)).at(-1)?.[0]).toBe("result");
  const entries = (await told(page)).map(([name, detail]) => ({
    event: `support_fit_${name}`,
    support_fit: detail,
  }));
  expect(entries).toHaveLength(1 + 1 + 7 + 7 + 1);
  expect(await layer(page)).toEqual(entries);
});

test("is made if it is not there yet", async ({ page }) => {
  await openListening(page);
  await ready(page);
  expect(await layer(page)).toEqual([{ event: "support_fit_ready", support_fit: {} }]);
});

test("keeps what a tag manager has put there", async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { dataLayer: [{ event: "gtm.js" }] }));
  await openListening(page);
  await ready(page);
  expect((await layer(page)).map((/** @type {any} */ entry) => entry.event)).toEqual([
    "gtm.js",
    "support_fit_ready",
  ]);
});

test("has the name that the page says", async ({ page }) => {
  await openListening(page, 'data-layer="_mtm"');
  await ready(page);
  expect(await layer(page, "_mtm")).toHaveLength(1);
  expect(await layer(page)).toBe(undefined);
});

test("is left alone without the setting", async ({ page }) => {
  await page.addInitScript(() => Object.assign(window, { dataLayer: [] }));
  await openListening(page, "");
  await answer(page, LEANS[0]);
  await heading(page, QUESTIONS[1]).waitFor();
  expect(await layer(page)).toEqual([]);
});

test("with a name that is none is left out, and the console says so", async ({ page }) => {
  const found = complaints(page);
  await openListening(page, 'data-layer="my layer"');
  await answer(page, LEANS[0]);
  await heading(page, QUESTIONS[1]).waitFor();
  expect(found).toHaveLength(1);
  expect(found[0]).toContain("unknown-value at attribute data-layer");
});

for (const [what, broken] of Object.entries({
  "is no array": () => Object.assign(window, { dataLayer: "taken" }),
  throws: () => {
    const push = () => {
      throw new Error("thrown by a tag");
    };
    Object.assign(window, { dataLayer: { push } });
  },
})) {
  test(`that ${what} keeps neither the assessment nor the events from going on`, async ({
    page,
  }) => {
    await page.addInitScript(broken);
    await openListening(page);
    await answerAll(page, LEANS);
    await expect(heading(page, "lean one way")).toBeVisible();
    const names = (await told(page)).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(["ready", "start", "answer", "progress"]));
    expect(names).not.toContain("error");
  });
}

test("gets the call to action", async ({ page }) => {
  await page.route("https://marlow.example/**", (route) => route.fulfill({ body: "Contact" }));
  await openListening(page, 'data-layer cta-url="https://marlow.example/"');
  await answerAll(page, LEANS);
  await resultIsWhole(page);
  await page.evaluate(() =>
    document.addEventListener("support-fit-cta", (event) => event.preventDefault()),
  );
  await page.getByRole("link", { name: WORDS.ui.result.cta.label }).click();
  expect((await layer(page)).at(-1)).toEqual({
    event: "support_fit_cta",
    support_fit: { url: "https://marlow.example/", verdict: "lean", leader: "co-managed" },
  });
});

test("gets the error if the application stops", async ({ page }) => {
  await openListening(page);
  await ready(page);
  await breakApplication(page);
  await page.getByLabel(LEANS[0], { exact: true }).click();
  await expect(element(page)).toHaveJSProperty("status", "failed");
  expect((await layer(page)).at(-1)).toMatchObject({
    event: "support_fit_error",
    support_fit: { code: "crashed" },
  });
});
