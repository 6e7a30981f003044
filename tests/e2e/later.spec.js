// The module, the words and the style sheet that load after the first screen: when they are requested, and what happens when
// they are missing.

import { expect, test } from "@playwright/test";

import { LINKS } from "./steps/compare.js";
import { WORDS, filled, organization } from "./steps/content.js";
import { eventDetails, listen } from "./steps/events.js";
import { LEANS, answerAll, button, heading, open } from "./steps/flow.js";
import { openAt, resultIsWhole } from "./steps/full.js";
import { SCRIPT, hold, openHost, ready } from "./steps/host.js";
import { openView } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The module that loads after the first screen. */
const LATER = "**/assets/support-fit-later-*.wasm";

/** The line above the first result. */
const FIRST_RESULT = filled(WORDS.ui.result.answer.kicker.quick, { n: 7, total: 28 });

const { coming: COMING, missing: MISSING, retry: RETRY } = WORDS.ui.later;

/**
 * Waits until every request has been answered.
 *
 * @param {Page} page
 */
const allFetched = (page) => page.waitForLoadState("networkidle");

/**
 * The elements whose text is missing, by tag and class.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
const missingTexts = (page) =>
  page.locator("support-fit").evaluate((host) => {
    const root = /** @type {ShadowRoot} */ (host.shadowRoot);
    // `.error` is empty until there is an error.
    const speaking =
      "h2, h3, h4, h5, button, summary, legend, label, th, td, li, dt, dd, p:not(.error), option";
    return [...root.querySelectorAll(speaking)]
      .filter((element) => !element.textContent?.trim() && !element.getAttribute("aria-label"))
      .map((element) => `${element.tagName}.${element.className}`);
  });

test("The questions work before the later module arrives", async ({ page }) => {
  await listen(page);
  const release = await hold(page, LATER);
  await openHost(page, `<support-fit></support-fit>${SCRIPT}`);
  await ready(page);

  await test.step("the first question is shown", () =>
    expect.soft(page.locator("support-fit").getByRole("radio").first()).toBeVisible());

  await test.step("a result that is reached first says that it is loading", async () => {
    await answerAll(page, LEANS);
    await expect.soft(page.getByText(COMING)).toBeVisible();
  });

  await test.step("it appears when its module arrives, and the page is notified once", async () => {
    release();
    await expect.soft(page.getByText(FIRST_RESULT)).toBeVisible();
    const results = async () => (await eventDetails(page)).filter(([name]) => name === "result");
    await expect.soft.poll(results).toHaveLength(1);
  });
});

test("Once the later module has loaded, the results need no network", async ({ page, context }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => {
    if (/-later-/.test(request.url())) asked.push(request.url());
  });
  await open(page);
  await allFetched(page);

  await test.step("the module, its words and its style sheet are requested once, before they are needed", () => {
    expect.soft(asked).toHaveLength(3);
    expect.soft(new Set(asked).size).toBe(3);
  });

  await test.step("the first result", async () => {
    const before = [...asked];
    await context.setOffline(true);
    await answerAll(page, LEANS);
    await expect.soft(page.getByRole("article")).toBeVisible();
    await expect.soft(page.getByText(FIRST_RESULT)).toBeVisible();
    expect.soft(asked).toEqual(before);
    await context.setOffline(false);
  });

  await test.step("the full result with its plan", async () => {
    await openAt(page, "check", organization("P2"));
    await allFetched(page);
    await context.setOffline(true);
    await button(page, WORDS.ui.nav.to_result).click();
    await resultIsWhole(page);
    await openView(page, WORDS.ui.result.view.plan);
    await expect.soft(heading(page, WORDS.ui.result.roadmap.title)).toBeVisible();
  });
});

test("No screen needs the words of a later one", async ({ page }) => {
  const later = "**/assets/words-later-*";
  await page.route(later, () => {});

  await test.step("the questions, and a result that is loading", async () => {
    await open(page);
    await page.locator("support-fit summary").first().click();
    expect.soft(await missingTexts(page)).toEqual([]);
    await answerAll(page, LEANS);
    await expect.soft(page.getByText(COMING)).toBeVisible();
    expect.soft(await missingTexts(page)).toEqual([]);
  });

  await test.step("the overview of all questions", async () => {
    await openAt(page, "overview", organization("P2"));
    expect.soft(await missingTexts(page)).toEqual([]);
  });
});

test("A later module that cannot be loaded is reported, and can be requested again", async ({
  page,
}) => {
  await page.route(LATER, (route) => route.abort());
  await open(page);
  await answerAll(page, LEANS);
  await expect.soft(page.getByText(MISSING)).toBeVisible();

  await test.step("answers given in the meantime survive a reload", async () => {
    await page.reload();
    await expect.soft(page.getByText(MISSING)).toBeVisible();
  });

  await test.step("trying again shows the result", async () => {
    // The module was requested and the request failed: it does not load until the button is pressed.
    await page.waitForLoadState("networkidle");
    await page.unroute(LATER);
    await button(page, RETRY).click();
    await expect.soft(page.getByText(FIRST_RESULT)).toBeVisible();
  });
});

test("The contact form is loaded when the answer is shown, and only on a page with a contact", async ({
  page,
}) => {
  const form = () => page.getByRole("heading", { name: WORDS.contact.title.plain });
  /** @type {string[]} */
  const files = [];
  page.on("request", (request) => {
    const [file] = /[\w-]*contact-[\w-]+\.\w+$/.exec(new URL(request.url()).pathname) ?? [];
    if (file) files.push(file.replace(/-\w+\./, "."));
  });

  await test.step("a page without a contact never requests it", async () => {
    await open(page);
    await answerAll(page, LEANS);
    await resultIsWhole(page);
    await allFetched(page);
    expect.soft(files).toEqual([]);
  });

  await test.step("its files are requested once the answer is shown, and not before", async () => {
    await page.evaluate(() => localStorage.clear());
    await openHost(page, `<support-fit><p slot="contact">Write to us.</p></support-fit>${SCRIPT}`);
    await ready(page);
    await answerAll(page, LEANS.slice(0, -1));
    await allFetched(page);
    expect.soft(files).toEqual([]);
    const script = "**/assets/contact-*.js";
    await page.route(script, (route) => route.abort());
    await answerAll(page, LEANS.slice(-1));
    await expect(page.getByText(WORDS.ui.result.contact.missing)).toBeVisible();
    await page.unroute(script);
    await button(page, RETRY).click();
    await expect(form()).toBeVisible();
    expect
      .soft(files.sort())
      .toEqual(["contact.js", "contact.js", "support-fit-contact.wasm", "words-contact-en.txt"]);
  });

  await test.step("the other views still work, and the form is there again without a request", async () => {
    files.length = 0;
    await openView(page, WORDS.ui.result.view.plan);
    await expect.soft(heading(page, WORDS.ui.result.roadmap.title)).toBeVisible();
    await openView(page, WORDS.ui.result.view.answer);
    await expect(form()).toBeVisible();
    expect.soft(files).toEqual([]);
  });
});

test("A link that needs the later module says that it was not opened", async ({ page }) => {
  await page.route(LATER, (route) => route.abort());
  await page.goto(`/widget/#support-fit-${LINKS.P2}`);
  await expect(page.getByText(WORDS.ui.notice.not_opened).first()).toBeVisible();
  await expect(page.getByText(MISSING).first()).toBeVisible();
});
