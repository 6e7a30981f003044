// Host pages that do everything wrong: the element looks and works as on a page of its own.

import { expect, test } from "@playwright/test";

import { LEANS, QUESTIONS, answerAll, choose, heading, press } from "./steps/flow.js";
import { SCRIPT, complaints, ready } from "./steps/host.js";
import { PLACES, SCRIPTS, STYLES } from "./steps/hostile.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The font is the page's to choose, so it is the same on all. */
const FONT = "support-fit { --support-fit-font-family: system-ui; --support-fit-font-size: 16px; }";

/** At the same place of every page and as wide, since letters are drawn a little differently at another place. */
const PLACE = `#place { all: initial !important; position: absolute !important; left: 8px !important;
  top: 8px !important; width: 600px !important; }`;

const ELEMENT = '<support-fit id="one" loading="eager"><p>Fallback</p></support-fit>';

/**
 * @param {Page} page
 * @param {object} [host]
 * @param {string} [host.style]
 * @param {string} [host.body]
 * @param {string} [host.doctype]
 * @param {string} [host.attributes] Of the root element.
 */
async function openHost(
  page,
  {
    style = "",
    body = `<div id="place">${ELEMENT}</div>`,
    doctype = "<!doctype html>",
    attributes = "",
  } = {},
) {
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `${doctype}<html lang="en" ${attributes}><head><title>A host page</title>
        <link rel="icon" href="/icon.svg" /><style>${style}</style><style>${FONT}${PLACE}</style></head>
        <body>${body}${SCRIPT}</body></html>`,
    }),
  );
  // Else the time at which it was saved would be another in each picture.
  await page.clock.setFixedTime("2026-11-22T08:30:00Z");
  await page.goto("/host.html");
  await ready(page);
}

/**
 * The element as it is seen, without what blinks.
 *
 * @param {Page} page
 */
async function picture(page) {
  const root = page.locator("support-fit .root");
  return root.screenshot({ animations: "disabled", caret: "hide" });
}

/**
 * Goes from the first question to the result, and takes pictures of the first, of an answer and of the result.
 *
 * @param {Page} page
 */
async function pictures(page) {
  const first = await picture(page);
  await choose(page, LEANS[0]);
  const chosen = await picture(page);
  await press(page, "Next");
  await answerAll(page, LEANS.slice(1));
  await heading(page, "lean one way").waitFor();
  await page.mouse.move(0, 0);
  return { first, chosen, result: await picture(page) };
}

for (const [what, style] of Object.entries(STYLES)) {
  test(`a page that ${what} changes nothing of the element's looks`, async ({ page }, info) => {
    test.slow();
    await openHost(page);
    const plain = await pictures(page);
    await page.evaluate(() => localStorage.clear());
    await openHost(page, { style });
    const hostile = await pictures(page);
    for (const name of /** @type {const} */ (["first", "chosen", "result"])) {
      await info.attach(`${name}, hostile`, { body: hostile[name], contentType: "image/png" });
      expect(hostile[name].equals(plain[name]), name).toBe(true);
    }
  });
}

for (const [what, script] of Object.entries(SCRIPTS)) {
  test(`a page that ${what} does not stop it`, async ({ page }) => {
    const found = complaints(page);
    await page.addInitScript(script);
    await openHost(page, { body: `<x-card>${ELEMENT}</x-card>` });
    await answerAll(page, LEANS);
    await expect(heading(page, "lean one way")).toBeVisible();
    expect(found).toEqual([]);
  });
}

for (const [what, wrap] of Object.entries(PLACES)) {
  for (const [where, width] of Object.entries({ phone: 390, desktop: 1280 })) {
    test(`it works ${what} (${where})`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await openHost(page, { body: wrap(ELEMENT) });
      await answerAll(page, LEANS.slice(0, 2));
      await expect(heading(page, QUESTIONS[2])).toBeVisible();
      const { sideways, wide } = await page.evaluate(() => ({
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        wide: document.querySelector("support-fit")?.getBoundingClientRect().width,
      }));
      expect(sideways).toBe(0);
      expect(wide).toBeGreaterThanOrEqual(280);
    });
  }
}

test("it can be seen on a phone in an old theme, in which everything floats", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const body = `<h1>Which IT support?</h1><p>Some text of the page.</p>${ELEMENT}`;
  await openHost(page, { style: STYLES["has an old theme"], body });
  const box = await page.locator("support-fit").boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(280);
  await answerAll(page, LEANS);
  await expect(heading(page, "lean one way")).toBeVisible();
});

test("it looks the same in quirks mode", async ({ page }) => {
  await openHost(page);
  const plain = await picture(page);
  await openHost(page, { doctype: "" });
  expect(await page.evaluate(() => document.compatMode)).toBe("BackCompat");
  expect((await picture(page)).equals(plain)).toBe(true);
});

test("it turns with a page that reads from right to left", async ({ page }) => {
  await openHost(page, { attributes: 'dir="rtl"' });
  const row = page.locator("support-fit label.row").first();
  const [control, words] = await row.evaluate((row) =>
    [...row.children].map((part) => part.getBoundingClientRect().left),
  );
  expect(control).toBeGreaterThan(Number(words));
  await answerAll(page, LEANS);
  await expect(heading(page, "lean one way")).toBeVisible();
});

test("it works in a fold-out that is opened later", async ({ page }) => {
  const body = `<details><summary>The assessment</summary>${ELEMENT.replace(' loading="eager"', "")}</details>`;
  await page.route("**/host.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html>${body}${SCRIPT}` }),
  );
  await page.goto("/host.html");
  await page.getByText("The assessment").click();
  await ready(page);
  await answerAll(page, LEANS.slice(0, 1));
  await expect(heading(page, QUESTIONS[1])).toBeVisible();
});

test("it works in a modal dialog, and keeps the keyboard inside it", async ({ page }) => {
  await openHost(page, { body: `<dialog>${ELEMENT}</dialog><button>Behind</button>` });
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  await answerAll(page, LEANS.slice(0, 1));
  await expect(heading(page, QUESTIONS[1])).toBeFocused();
  // Its own dialog opens over the page's.
  await press(page, "Start over");
  await expect(page.locator("support-fit dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("support-fit dialog")).toBeHidden();
  await expect(heading(page, QUESTIONS[1])).toBeVisible();
});

test("it is printed with the page around it", async ({ page }) => {
  await openHost(page, { style: STYLES["has an old theme"] });
  await answerAll(page, LEANS);
  await heading(page, "lean one way").waitFor();
  await page.emulateMedia({ media: "print" });
  await expect(heading(page, "lean one way")).toBeVisible();
  await expect(page.locator("support-fit .foot")).toBeHidden();
  const root = page.locator("support-fit .root");
  await expect(root).toHaveCSS("color-scheme", "light");
});
