// Host pages with hostile styles, scripts and containers: the element looks and works as on a page of its own.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { draftAt, kept } from "./steps/drafts.js";
import { LEANS, QUESTIONS, answerAll, choose, heading, press } from "./steps/flow.js";
import { fullDraft } from "./steps/full.js";
import { SCRIPT, complaints, ready } from "./steps/host.js";
import { PLACES, SCRIPTS, STYLES } from "./steps/hostile.js";
import { DESKTOP, PHONE } from "./steps/measure.js";
import { SOMEBODY, inAnyOrder } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The page chooses the font, so all pages get the same one. */
const FONT = "support-fit { --support-fit-font-family: system-ui; --support-fit-font-size: 16px; }";

/** The same position and width on every page: text is rasterized a little differently at another position. */
const PLACE = `#place { all: initial !important; position: absolute !important; left: 8px !important;
  top: 8px !important; width: 600px !important; }`;

const ELEMENT = '<support-fit id="one" loading="eager"><p>Fallback</p></support-fit>';

/** The styles of the default run: one that removes all styles and one that sets many. */
const BY_DEFAULT = ["unsets everything", "has an old theme"];

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
  // Otherwise the time of the last save differs between screenshots.
  await page.clock.setFixedTime("2026-11-22T08:30:00Z");
  await page.goto("/host.html");
  await ready(page, "support-fit >> nth=0");
}

/**
 * A screenshot of the element, without the blinking cursor.
 *
 * @param {Page} page
 */
async function picture(page) {
  const root = page.locator("support-fit .root");
  return root.screenshot({ animations: "disabled", caret: "hide" });
}

/**
 * Takes screenshots of the first question, of a chosen answer and of the result.
 *
 * @param {Page} page At the first question.
 */
async function pictures(page) {
  const first = await picture(page);
  await choose(page, LEANS[0]);
  const chosen = await picture(page);
  await press(page, "Next");
  await answerAll(page, LEANS.slice(1));
  await heading(page, "Leaning toward co-managed IT").waitFor();
  await page.mouse.move(0, 0);
  return { first, chosen, result: await picture(page) };
}

/** @type {ReturnType<typeof pictures> | undefined} */
let plainPictures;

/**
 * The screenshots on a page without styles, taken once per worker. Leaves the storage empty.
 *
 * @param {Page} page
 */
async function plain(page) {
  if (!plainPictures) {
    await openHost(page);
    const taken = await pictures(page);
    plainPictures = Promise.resolve(taken);
    await page.evaluate(() => localStorage.clear());
  }
  return plainPictures;
}

for (const [what, style] of Object.entries(STYLES)) {
  const tag = ["@threat-host-styles", ...(BY_DEFAULT.includes(what) ? [] : ["@full"])];
  test(
    `A page that ${what} does not change how the widget looks`,
    { tag },
    async ({ page }, info) => {
      const expected = await plain(page);
      await openHost(page, { style });
      const hostile = await pictures(page);
      for (const name of /** @type {const} */ (["first", "chosen", "result"])) {
        await info.attach(`${name}, hostile`, { body: hostile[name], contentType: "image/png" });
        expect.soft(hostile[name].equals(expected[name]), name).toBe(true);
      }
    },
  );
}

test("The widget looks the same in quirks mode, and is mirrored on a right-to-left page", async ({
  page,
}) => {
  await test.step("quirks mode", async () => {
    const { first } = await plain(page);
    await openHost(page, { doctype: "" });
    expect.soft(await page.evaluate(() => document.compatMode)).toBe("BackCompat");
    expect.soft((await picture(page)).equals(first)).toBe(true);
  });

  await test.step("a page that reads from right to left", async () => {
    await openHost(page, { attributes: 'dir="rtl"' });
    const row = page.locator("support-fit label.row").first();
    const [control, words] = await row.evaluate((row) =>
      [...row.children].map((part) => part.getBoundingClientRect().left),
    );
    expect(control).toBeGreaterThan(Number(words));
    await answerAll(page, LEANS);
    await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();
  });
});

// All scripts at once: if the widget works with all of them, it works with each.
test("Scripts of the page that change prototypes, browser functions or custom elements do not stop the widget @threat-host-scripts", async ({
  page,
}) => {
  const found = complaints(page);
  for (const script of Object.values(SCRIPTS)) await page.addInitScript(script);
  await openHost(page, { body: `<x-card>${ELEMENT}</x-card>` });
  expect(await page.evaluate(() => /** @type {any} */ ([]).extended)).toBe("by the page");
  expect(await page.evaluate(() => "$" in window)).toBe(true);
  expect(await page.evaluate(() => !!document.querySelector("x-card")?.shadowRoot)).toBe(true);
  await answerAll(page, LEANS);
  await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();

  await test.step("lists of answers and figures are kept through a reload", async () => {
    const place = { screen: "result", view: "cost" };
    const draft = {
      ...JSON.parse(fullDraft(SOMEBODY, place)),
      figures: { salary: [75e3, 8e4, 13e4] },
    };
    await page
      .locator("support-fit")
      .evaluate((/** @type {any} */ host, draft) => host.importDraft(draft), draft);
    const people = page.locator("support-fit .essential input").first();
    await people.fill("90");
    await people.blur();
    await page.reload();
    await expect(people).toHaveValue("90");
    const { answers, figures } = /** @type {any} */ (await kept(page));
    expect(inAnyOrder(answers)).toEqual(inAnyOrder(draft.answers));
    expect(figures).toEqual({ users: [90, 90, 90], ...draft.figures });
    await expect(page.locator("support-fit .notice p")).toHaveText(WORDS.ui.notice.replaced);
  });
  expect(found).toEqual([]);
});

test("The widget fits and works in every kind of container, on a phone and on a desktop", async ({
  page,
}) => {
  const places = Object.entries(PLACES);
  const body = places.map(([, wrap], n) => {
    const element = `<support-fit id="in-${n}" storage-key="in-${n}" loading="eager"></support-fit>`;
    return `<section style="display: flow-root">${wrap(element)}</section>`;
  });
  await page.setViewportSize(PHONE);
  await openHost(page, { body: body.join("\n") });

  for (const [n, [what]] of places.entries()) {
    await test.step(`two answers ${what}`, async () => {
      const element = page.locator(`#in-${n}`);
      await ready(page, `#in-${n}`);
      for (const label of LEANS.slice(0, 2)) {
        await choose(element, label);
        await press(element, "Next");
      }
      await expect.soft(heading(element, QUESTIONS[2])).toBeVisible();
    });
  }
  for (const viewport of [PHONE, DESKTOP]) {
    await page.setViewportSize(viewport);
    const sections = page.locator("body > section");
    for (const [n, [what]] of places.entries()) {
      await test.step(`width ${what} at ${viewport.width} px`, async () => {
        const [sideways, width] = await sections
          .nth(n)
          .evaluate((section) => [
            section.scrollWidth - section.clientWidth,
            section.querySelector("support-fit")?.getBoundingClientRect().width,
          ]);
        expect.soft(sideways).toBe(0);
        expect.soft(width).toBeGreaterThanOrEqual(280);
      });
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(sideways, `the page at ${viewport.width} px`).toBe(0);
  }
});

test("The widget is wide enough and printed on a phone page whose theme floats everything", async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  const body = `<h1>Which IT support?</h1><p>Some text of the page.</p>${ELEMENT}`;
  await openHost(page, { style: STYLES["has an old theme"], body });
  const box = await page.locator("support-fit").boundingBox();
  expect.soft(box?.width).toBeGreaterThanOrEqual(280);
  await answerAll(page, LEANS);
  await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();

  await test.step("it is printed with the page around it", async () => {
    await page.emulateMedia({ media: "print" });
    await expect.soft(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    await expect.soft(page.locator("support-fit .foot")).toBeHidden();
    await expect.soft(page.locator("support-fit .root")).toHaveCSS("color-scheme", "light");
  });
});

test("The widget works in a details element that opens later and in a modal dialog @wcag-2.1.2", async ({
  page,
}) => {
  await test.step("it works in a details element that opens later", async () => {
    const lazy = ELEMENT.replace(' loading="eager"', "");
    const body = `<details><summary>The assessment</summary>${lazy}</details>`;
    await page.route("**/host.html", (route) =>
      route.fulfill({ contentType: "text/html", body: `<!doctype html>${body}${SCRIPT}` }),
    );
    await page.goto("/host.html");
    await page.getByText("The assessment").click();
    await ready(page);
    await answerAll(page, LEANS.slice(0, 1));
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
  });

  await test.step("it works in a modal dialog and keeps the focus inside it", async () => {
    await page.evaluate((draft) => localStorage.setItem("support-fit", draft), draftAt("cap"));
    await openHost(page, { body: `<dialog>${ELEMENT}</dialog><button>Behind</button>` });
    await page.evaluate(() => document.querySelector("dialog")?.showModal());
    await answerAll(page, LEANS.slice(0, 1));
    await expect(heading(page, QUESTIONS[1])).toBeFocused();
    // The widget's own dialog opens above the page's.
    await press(page, "Start over");
    await expect(page.locator("support-fit dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator("support-fit dialog")).toBeHidden();
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
  });
});
