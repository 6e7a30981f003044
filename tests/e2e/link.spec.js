// A link that holds the whole result: made, opened, refused, and what it leaves alone.

import { expect, test } from "@playwright/test";

import { fullDraft, openAt, resultIsWhole } from "./steps/full.js";
import { keep, kept } from "./steps/drafts.js";
import { QUESTIONS, button, heading, notice, open, painted, press } from "./steps/flow.js";
import { SCRIPT, complaints, openHost, ready } from "./steps/host.js";
import { verdict } from "./steps/result.js";
import {
  ANOTHER,
  SOMEBODY,
  fragmentOf,
  inAnyOrder,
  laterLink,
  linkOf,
  openTake,
  take,
} from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * A link to somebody's result, made in a browser of their own.
 *
 * @param {import("@playwright/test").Browser} browser
 * @param {import("./steps/content.js").Organization} who
 */
async function linkTo(browser, who) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await openTake(page, who);
  const [link, title] = [await linkOf(page), await verdict(page).innerText()];
  await context.close();
  return { link, title };
}

test("opens in another browser as the same result", async ({ page, browser }) => {
  const { link, title } = await linkTo(browser, SOMEBODY);
  await page.goto(link);
  await resultIsWhole(page);
  expect(await verdict(page).innerText()).toBe(title);
  expect(inAnyOrder((await kept(page)).answers)).toEqual(inAnyOrder(SOMEBODY.answers));
  await expect(notice(page, "that you opened").first()).toBeVisible();
});

test("is short", async ({ page }) => {
  await openTake(page);
  expect((await linkOf(page)).length).toBeLessThanOrEqual(200);
});

test("leads to the page that the visitor is on, and keeps what its address says", async ({
  page,
}) => {
  await openHost(page, `<h1>Host</h1><support-fit></support-fit>${SCRIPT}`);
  await keep(page, fullDraft(SOMEBODY, { screen: "result" }));
  await page.goto("/host.html#section-2");
  await resultIsWhole(page);
  expect(await linkOf(page)).toMatch(/\/host\.html#section-2&support-fit=s1\.[\w-]+$/);
});

test("is copied, and says so", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openTake(page);
  await press(page, "Copy the link");
  await expect(take(page).getByText("The link is copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await linkOf(page));
});

test("where nothing can be copied, the text in the field is chosen", async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "clipboard", { value: undefined }),
  );
  await openTake(page);
  await press(page, "Copy the link");
  await expect(take(page).getByText("did not let us copy")).toBeVisible();
  const field = take(page).getByLabel("Your link");
  await expect(field).toBeFocused();
  const length = await field.evaluate(
    (/** @type {HTMLTextAreaElement} */ it) => it.selectionEnd - it.selectionStart,
  );
  expect(length).toBe((await linkOf(page)).length);
});

test("the page hears that it was shared, without an answer", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openTake(page);
  const told = page.evaluate(
    () =>
      new Promise((done) =>
        document.addEventListener("support-fit-share", (event) =>
          done(/** @type {CustomEvent} */ (event).detail),
        ),
      ),
  );
  await press(page, "Copy the link");
  expect(await told).toEqual({ method: "link" });
});

test("does not take the place of answers before the visitor says so", async ({ page, browser }) => {
  const { link } = await linkTo(browser, ANOTHER);
  await openAt(page, "result", SOMEBODY);
  const before = await verdict(page).innerText();
  await page.goto(link);
  await page.reload();
  await expect(notice(page, "holds other answers").first()).toBeVisible();
  expect(await verdict(page).innerText()).toBe(before);
  expect(inAnyOrder((await kept(page)).answers)).toEqual(inAnyOrder(SOMEBODY.answers));
});

test("is opened when the visitor says so, and that can be undone", async ({ page, browser }) => {
  const { link, title } = await linkTo(browser, ANOTHER);
  await openAt(page, "result", SOMEBODY);
  const before = await verdict(page).innerText();
  await page.evaluate((hash) => (location.hash = hash), fragmentOf(link));
  await press(page, "Open the answers from the link");
  await expect(heading(page, /./).first()).toBeFocused();
  expect(await verdict(page).innerText()).toBe(title);
  await press(page, "Undo last change");
  expect(await verdict(page).innerText()).toBe(before);
});

test("is left alone when the visitor keeps their own answers", async ({ page, browser }) => {
  const { link } = await linkTo(browser, ANOTHER);
  await openAt(page, "result", SOMEBODY);
  await page.evaluate((hash) => (location.hash = hash), fragmentOf(link));
  await press(page, "Keep the answers here");
  await expect(notice(page, "holds other answers")).toHaveCount(0);
  expect(inAnyOrder((await kept(page)).answers)).toEqual(inAnyOrder(SOMEBODY.answers));
  expect(page.url()).not.toContain("#");
});

test("of the answers that are here already asks nothing", async ({ page }) => {
  await openTake(page);
  await page.evaluate((hash) => (location.hash = hash), fragmentOf(await linkOf(page)));
  await painted(page);
  await expect(button(page, "Open the answers from the link")).toHaveCount(0);
});

test("leaves the address of our own page once it is opened, and no entry behind", async ({
  page,
  browser,
}) => {
  const { link } = await linkTo(browser, SOMEBODY);
  await page.goto(link);
  const before = await page.evaluate(() => history.length);
  await resultIsWhole(page);
  expect(page.url()).not.toContain("#");
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test("leaves the address and the history of a host page alone", async ({ page, browser }) => {
  const { link } = await linkTo(browser, SOMEBODY);
  await openHost(page, `<h1>Host</h1><support-fit></support-fit>${SCRIPT}`);
  const there = `/host.html${fragmentOf(link)}`;
  await page.goto("about:blank");
  await page.goto(there);
  const length = await page.evaluate(() => history.length);
  await resultIsWhole(page);
  expect(page.url()).toContain(there);
  expect(await page.evaluate(() => history.length)).toBe(length);
});

test("does not take the focus of a host page", async ({ page, browser }) => {
  const { link } = await linkTo(browser, SOMEBODY);
  await openHost(page, `<input aria-label="Mine" autofocus><support-fit></support-fit>${SCRIPT}`);
  await page.goto("about:blank");
  await page.goto(`/host.html${fragmentOf(link)}`);
  await resultIsWhole(page);
  await painted(page);
  await expect(page.getByLabel("Mine")).toBeFocused();
});

test("opens in one of two elements only", async ({ page, browser }) => {
  const { link } = await linkTo(browser, SOMEBODY);
  const two =
    '<support-fit id="a"></support-fit><support-fit id="b" storage-key="b"></support-fit>';
  await openHost(page, `${two}${SCRIPT}`);
  await page.goto("about:blank");
  await page.goto(`/host.html${fragmentOf(link)}`);
  await ready(page, "#a");
  await page.locator("#b").scrollIntoViewIfNeeded();
  await ready(page, "#b");
  await expect(page.locator("#take")).toHaveCount(1);
  await expect(heading(page, QUESTIONS[0])).toBeVisible();
});

/** @type {Record<string, [(fragment: string) => string, string]>} */
const BROKEN = {
  "cut off": [(fragment) => fragment.slice(0, -5), "cut or changed on its way"],
  mistyped: [
    (fragment) => fragment.slice(0, -1) + (fragment.endsWith("A") ? "B" : "A"),
    "cut or changed on its way",
  ],
  "of a later version": [laterLink, "comes from a newer version"],
  "not one of ours": [() => "#support-fit=hello", "not a link to a result"],
  "too long": [(fragment) => fragment + "A".repeat(5000), "too long to read"],
};
for (const [what, [change, said]] of Object.entries(BROKEN)) {
  test(`that is ${what} is explained and harms nothing`, async ({ page, browser }) => {
    const { link } = await linkTo(browser, ANOTHER);
    await openAt(page, "result", SOMEBODY);
    const found = complaints(page);
    await page.evaluate((hash) => (location.hash = hash), change(fragmentOf(link)));
    await expect(notice(page, said).first()).toBeVisible();
    await expect(notice(page, "Your answers are as they were").first()).toBeVisible();
    expect(inAnyOrder((await kept(page)).answers)).toEqual(inAnyOrder(SOMEBODY.answers));
    expect(found).toEqual([]);
  });
}

test("a heading of the host page is no link", async ({ page }) => {
  await open(page, "/widget/#section-2");
  await painted(page);
  await expect(notice(page, "Nothing was opened")).toHaveCount(0);
});

test("takes along what was entered into the plan, unless the visitor leaves it out", async ({
  page,
  browser,
}) => {
  const draft = JSON.parse(fullDraft(SOMEBODY, { screen: "result" }));
  const steps = { steps: { goals: { done: true, owner: "Ana" } } };
  await keep(page, JSON.stringify({ ...draft, schema: 3, steps }));
  await page.goto("/widget/");
  await resultIsWhole(page);
  const whole = await linkOf(page);
  await take(page).getByLabel("Put in what I entered in the plan as well").uncheck();
  await expect.poll(async () => (await linkOf(page)).length).toBeLessThan(whole.length);
  const other = await (await browser.newContext()).newPage();
  await other.goto(whole);
  await resultIsWhole(other);
  expect(/** @type {any} */ (await kept(other)).steps.steps.goals.done).toBe(true);
  await other.context().close();
});
