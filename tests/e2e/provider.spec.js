// What a provider changes of the page: own words, hidden views, and a logo. What is on each screen: `tests/screens/provider.rs`.

import { expect, test } from "@playwright/test";

import { barriers } from "./steps/checker.js";
import { organization } from "./steps/content.js";
import { keep } from "./steps/drafts.js";
import { painted } from "./steps/flow.js";
import { fullDraft, resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";
import { IN_ROW, parts } from "./steps/result.js";

/** 4 by 1 pixels. */
const LOGO =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAQAAAABCAIAAAB2XpiaAAAADUlEQVR4nGNgSDsDRwAb8QTJ+JZi0wAAAABJRU5ErkJggg==";

const CONFIG = {
  version: 1,
  providerName: "Marlow",
  texts: { title: "Which kind of IT help fits your clinic?", promise: "Seven short questions." },
  sections: ["why", "what-if", "who", "plan", "ask", "save", "sources"],
  logo: { url: LOGO, alt: "Marlow & Finch IT" },
};

/** Records every title and promise that is painted from now on. */
function watchTitles() {
  const seen = new Set();
  const look = () => {
    const shadow = document.querySelector("support-fit")?.shadowRoot;
    for (const { textContent } of shadow?.querySelectorAll(".head h2, .head .lead") ?? [])
      seen.add(textContent);
    requestAnimationFrame(look);
  };
  look();
  Object.assign(window, { seen });
}

test("Own words are the only ones that are ever seen, a hidden view has no tab, and a logo is no barrier @threat-settings", async ({
  page,
}) => {
  const found = complaints(page);
  let release = () => {};
  const released = new Promise((done) => (release = () => done(undefined)));
  await page.route("**/marlow.json", async (route) => {
    await released;
    await route.fulfill({ json: CONFIG });
  });
  const body = `<main><h1>IT help</h1><support-fit config="marlow.json" loading="eager"></support-fit></main>${SCRIPT}`;
  const policy = (/** @type {string} */ usual) =>
    usual.replace("img-src 'self'", "img-src 'self' data:");

  await test.step("the first screen", async () => {
    await page.addInitScript(watchTitles);
    await openHost(page, body, { policy });
    await painted(page);
    release();
    await ready(page);
    await painted(page);
    const seen = await page.evaluate(() => [.../** @type {any} */ (window).seen]);
    expect.soft(seen).toEqual([CONFIG.texts.title, CONFIG.texts.promise]);
  });

  await test.step("the result", async () => {
    await keep(page, fullDraft(organization("P10"), { screen: "result" }));
    await openHost(page, body, { policy });
    await resultIsWhole(page);
    await expect
      .soft(parts(page).getByRole("button"))
      .toHaveText(IN_ROW.filter((name) => name !== "Cost"));
    const logo = page.getByRole("img", { name: CONFIG.logo.alt });
    await logo.scrollIntoViewIfNeeded();
    await expect
      .poll(() => logo.evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth))
      .toBe(4);
    expect.soft(await logo.boundingBox()).toMatchObject({ width: 160, height: 40 });
    expect.soft(await barriers(page)).toEqual([]);
  });

  await test.step("a command for a hidden view", async () => {
    const shows = (/** @type {string} */ view) =>
      element(page).evaluate((/** @type {any} */ host, view) => host.showResult(view), view);
    await shows("what-if");
    await expect.soft(page.locator("support-fit .answer")).toHaveCount(0);
    expect.soft(await shows("cost")).toBe(true);
    await expect.soft(page.locator("support-fit .answer")).toBeVisible();
  });
  expect(found).toEqual([]);
});
