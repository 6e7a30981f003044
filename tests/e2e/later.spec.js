// What comes after the first screen, in modules of its own: when it is fetched, and what happens where it cannot be.

import { expect, test } from "@playwright/test";

import { WORDS, organization } from "./steps/content.js";
import { keep } from "./steps/drafts.js";
import { listen, told } from "./steps/events.js";
import { LEANS, answerAll, button, open } from "./steps/flow.js";
import { fullDraft, openAt, resultIsWhole } from "./steps/full.js";
import { SCRIPT, openHost, ready } from "./steps/host.js";
import { linkOf } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The modules that come later. */
const LATER = "**/assets/support-fit-{result,plan,aside}-*.wasm";

/** Stands over the first result. */
const FIRST_RESULT = WORDS.ui.result.kicker;

const { coming: COMING, missing: MISSING, retry: RETRY } = WORDS.ui.later;

/**
 * Waits until nothing is on its way any more.
 *
 * @param {Page} page
 */
const allFetched = (page) => page.waitForLoadState("networkidle");

test("the first question is there before anything is fetched that comes later", async ({
  page,
}) => {
  await page.route(LATER, () => {});
  await open(page);
  await expect(page.locator("support-fit").getByRole("radio").first()).toBeVisible();
});

test("the modules are fetched without being asked for, each once", async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => {
    if (/support-fit-(result|plan|aside)-/.test(request.url())) asked.push(request.url());
  });
  await open(page);
  await allFetched(page);
  await answerAll(page, LEANS);
  await expect(page.getByText(FIRST_RESULT)).toBeVisible();
  expect(asked.length).toBeGreaterThanOrEqual(2);
  expect(asked).toEqual([...new Set(asked)]);
});

test("once they are there, the way to the first result needs no network", async ({
  page,
  context,
}) => {
  await open(page);
  await allFetched(page);
  await context.setOffline(true);
  await answerAll(page, LEANS);
  await expect(page.getByRole("article")).toBeVisible();
});

test("once they are there, the full result with its plan needs no network", async ({
  page,
  context,
}) => {
  await openAt(page, "check", organization("P2"));
  await allFetched(page);
  await context.setOffline(true);
  await button(page, WORDS.ui.nav.to_result).click();
  await resultIsWhole(page);
  await expect(page.locator("support-fit #roadmap")).toBeAttached();
});

test("a result that is reached before its module says that it is on its way", async ({ page }) => {
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route(LATER, async (route) => {
    await held;
    await route.continue();
  });
  await open(page);
  await answerAll(page, LEANS);
  await expect(page.getByText(COMING)).toBeVisible();
  release();
  await expect(page.getByText(FIRST_RESULT)).toBeVisible();
});

/**
 * What is drawn without the words that belong there, by tag and class.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
const wordless = (page) =>
  page.locator("support-fit").evaluate((host) => {
    const root = /** @type {ShadowRoot} */ (host.shadowRoot);
    // Empty until there is something to say.
    const speaking =
      "h2, h3, h4, h5, button, summary, legend, label, th, td, li, dt, dd, p:not(.error), option";
    return [...root.querySelectorAll(speaking)]
      .filter((element) => !element.textContent?.trim() && !element.getAttribute("aria-label"))
      .map((element) => `${element.tagName}.${element.className}`);
  });

test("the questions need no word that comes later", async ({ page }) => {
  await page.route("**/assets/words-result-*", () => {});
  await open(page);
  await page.locator("support-fit summary").first().click();
  expect(await wordless(page)).toEqual([]);
  await answerAll(page, LEANS);
  await expect(page.getByText(COMING)).toBeVisible();
  expect(await wordless(page)).toEqual([]);
});

test("the overview of all questions needs no word that comes later", async ({ page }) => {
  await page.route("**/assets/words-result-*", () => {});
  await openAt(page, "overview", organization("P2"));
  expect(await wordless(page)).toEqual([]);
});

for (const screen of /** @type {const} */ (["priorities", "check", "result"])) {
  test(`the screen "${screen}" needs no word that comes with the plan`, async ({ page }) => {
    await page.route("**/assets/words-plan-*", () => {});
    await keep(page, fullDraft(organization("P2"), { screen }));
    await page.goto("/widget/");
    await expect(page.locator("support-fit h3").first()).not.toHaveText(COMING);
    await expect(page.locator("support-fit .screen")).toBeVisible();
    if (screen === "result") await button(page, "Change my answers").waitFor();
    expect(await wordless(page)).toEqual([]);
  });
}

test("a module that does not arrive is told, with the way to try again", async ({ page }) => {
  await page.route(LATER, (route) => route.abort());
  await open(page);
  await answerAll(page, LEANS);
  await expect(page.getByText(MISSING)).toBeVisible();
  await page.unroute(LATER);
  await button(page, RETRY).click();
  await expect(page.getByText(FIRST_RESULT)).toBeVisible();
});

test("a link that cannot be read because a module does not arrive says so", async ({
  page,
  browser,
}) => {
  await openAt(page, "result", organization("P2"));
  const link = await linkOf(page);
  const elsewhere = await browser.newPage();
  await elsewhere.route("**/assets/support-fit-aside-*", (route) => route.abort());
  await elsewhere.goto(link);
  await expect(elsewhere.getByText(WORDS.ui.notice.not_opened).first()).toBeVisible();
  await expect(elsewhere.getByText(MISSING).first()).toBeVisible();
  await elsewhere.close();
});

test("a page hears of a result that is reached before its module", async ({ page }) => {
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route(LATER, async (route) => {
    await held;
    await route.continue();
  });
  await listen(page);
  await openHost(page, `<support-fit></support-fit>${SCRIPT}`);
  await ready(page);
  await answerAll(page, LEANS);
  await expect(page.getByText(COMING)).toBeVisible();
  release();
  const results = async () => (await told(page)).filter(([name]) => name === "result");
  await expect.poll(results).toHaveLength(1);
});

test("an answer given while a module is missing is kept", async ({ page }) => {
  await page.route(LATER, (route) => route.abort());
  await open(page);
  await answerAll(page, LEANS);
  await expect(page.getByText(MISSING)).toBeVisible();
  await page.unroute(LATER);
  await page.reload();
  await expect(page.getByText(FIRST_RESULT)).toBeVisible();
});
