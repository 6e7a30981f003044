// A link that contains the whole result. Which links are accepted is tested in `tests/link`.

import { expect } from "@playwright/test";

import { LINKS } from "./steps/compare.js";
import { WORDS } from "./steps/content.js";
import { keep, kept } from "./steps/drafts.js";
import { QUESTIONS, button, heading, notice, painted, press } from "./steps/flow.js";
import { fullDraft, resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, copiedText, openHost, ready } from "./steps/host.js";
import { test } from "./steps/reading.js";
import { VIEWS, openView, shareTable, verdict } from "./steps/result.js";
import {
  ANOTHER,
  SOMEBODY,
  fragmentOf,
  inAnyOrder,
  laterLink,
  linkOf,
  take,
} from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

const SAVE = String(VIEWS.save);

/** The fragments of the links of two visitors. */
const FRAGMENT = {
  SOMEBODY: `#support-fit-${LINKS[SOMEBODY.id]}`,
  ANOTHER: `#support-fit-${LINKS[ANOTHER.id]}`,
};

/**
 * Follows a link to the current page.
 *
 * @param {Page} page
 * @param {string} fragment
 */
const follow = (page, fragment) => page.evaluate((hash) => (location.hash = hash), fragment);

/**
 * Checks that these answers are saved on the device.
 *
 * @param {Page} page
 * @param {import("./steps/content.js").Organization} who
 */
async function expectAnswersOf(page, who) {
  const answers = async () => inAnyOrder((await kept(page)).answers);
  await expect.soft.poll(answers).toEqual(inAnyOrder(who.answers));
}

test("A link opens the same result and entries in another browser @threat-link-address", async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const draft = JSON.parse(fullDraft(SOMEBODY, { screen: "result" }));
  const steps = { steps: { goals: { done: true, owner: "Ana" } } };
  await keep(page, JSON.stringify({ ...draft, steps }));
  await page.goto("/widget/");
  await resultIsWhole(page);
  const title = await verdict(page).innerText();
  await openView(page, SAVE);
  const whole = await linkOf(page);

  await test.step("it is short", () => expect.soft(whole.length).toBeLessThanOrEqual(200));

  await test.step("copying says so and notifies the host page without an answer", async () => {
    const detail = page.evaluate(
      () =>
        new Promise((done) =>
          document.addEventListener("support-fit-share", (event) =>
            done(/** @type {CustomEvent} */ (event).detail),
          ),
        ),
    );
    await press(page, "Copy the link");
    await expect.soft(take(page).getByText("The link is copied.")).toBeVisible();
    expect.soft(await copiedText(page)).toBe(whole);
    expect.soft(await detail).toEqual({ method: "link" });
  });

  await test.step("entries of the plan can be left out", async () => {
    await take(page).getByLabel("Include what I entered in the plan").uncheck();
    await expect.soft.poll(async () => (await linkOf(page)).length).toBeLessThan(whole.length);
  });

  await test.step("the link is selected where the browser does not copy", async () => {
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await press(page, "Copy the link");
    await expect.soft(take(page).getByText("did not let us copy")).toBeVisible();
    const field = take(page).getByLabel("Your link");
    await expect.soft(field).toBeFocused();
    const length = await field.evaluate(
      (/** @type {HTMLTextAreaElement} */ it) => it.selectionEnd - it.selectionStart,
    );
    expect.soft(length).toBe((await linkOf(page)).length);
  });

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(whole);
  const entries = await other.evaluate(() => history.length);
  await resultIsWhole(other);

  await test.step("the other browser shows and saves it", async () => {
    expect.soft(await verdict(other).innerText()).toBe(title);
    await expectAnswersOf(other, SOMEBODY);
    expect
      .soft(/** @type {any} */ (await kept(other)).steps.steps.goals)
      .toMatchObject({ done: true, owner: "Ana" });
    await expect.soft(notice(other, "that you opened").first()).toBeVisible();
  });

  await test.step("our own page removes it from the address, without a history entry", async () => {
    expect.soft(other.url()).not.toContain("#");
    expect.soft(await other.evaluate(() => history.length)).toBe(entries);
  });

  await test.step("so does the frame's page that is opened on its own", async () => {
    await other.goto(whole.replace("/widget/", "/widget/frame.html"));
    await resultIsWhole(other);
    await expect.soft.poll(() => other.url()).not.toContain("#");
  });
  await elsewhere.close();
});

test("A link on a host page opens in one element and does not change the page @threat-link-address", async ({
  page,
}) => {
  const two =
    '<support-fit id="a"></support-fit><support-fit id="b" storage-key="b"></support-fit>';
  // The images take the place of properties of the document, as in a comment that may have a name.
  const images = '<img name="documentElement" data-support-fit="page" alt="">'.repeat(2);
  await openHost(page, `<input aria-label="Mine" autofocus>${images}${two}${SCRIPT}`);
  await page.goto("about:blank");
  const there = `/host.html${FRAGMENT.SOMEBODY}`;
  await page.goto(there);
  const entries = await page.evaluate(() => history.length);
  await resultIsWhole(page);
  await painted(page);

  await test.step("the focus does not move", () =>
    expect.soft(page.getByLabel("Mine")).toBeFocused());

  await test.step("the address and the history are unchanged", async () => {
    expect.soft(page.url()).toContain(there);
    expect.soft(await page.evaluate(() => history.length)).toBe(entries);
  });

  await test.step("the second element starts at its first question", async () => {
    await ready(page, "#a");
    await page.locator("#b").scrollIntoViewIfNeeded();
    await ready(page, "#b");
    await expect.soft(page.locator("support-fit .result")).toHaveCount(1);
    await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
  });

  for (const [there, made] of Object.entries({
    "#section-2": /\/host\.html#support-fit-s2-[\w-]+$/,
    "#/pricing": /\/host\.html#\/pricing\?support-fit-s2-[\w-]+$/,
  })) {
    await test.step(`a new link that is made at ${there}`, async () => {
      await page.goto("about:blank");
      await page.goto(`/host.html${there}`);
      await resultIsWhole(page);
      await openView(page, SAVE);
      expect.soft(await linkOf(page)).toMatch(made);
    });
  }
});

test("A link and the email lead to the page without what its address says about the visitor @threat-page-address", async ({
  page,
}) => {
  await keep(page, fullDraft(SOMEBODY, { screen: "result" }));
  const settings = '<script type="application/json" id="theirs">{ "linkQuery": ["id"] }</script>';
  for (const [config, kept] of [
    ["", "?lang=en&page_id=7"],
    [' config="#theirs"', "?id=1"],
  ]) {
    await openHost(page, `${settings}<support-fit${config}></support-fit>${SCRIPT}`);
    await page.goto(
      "/host.html?email=jo%40marlow.example&lang=en&token=s3cret&page_id=7&id=1#access_token=s3cret&state=1",
    );
    await resultIsWhole(page);
    await openView(page, SAVE);
    expect.soft(await linkOf(page)).toContain(`/host.html${kept}#support-fit-s2-`);
    const mail = page.getByRole("link", { name: WORDS.ui.take.mail.write });
    const body = decodeURIComponent((await mail.getAttribute("href")) ?? "");
    expect.soft(body).toContain(`/host.html${kept}#support-fit-s2-`);
    expect.soft(body).not.toContain("s3cret");
  }
});

for (const [name, script] of Object.entries({
  "looks for the fragment as a selector": "location.hash && document.querySelector(location.hash);",
  "makes a route of the fragment": 'location.replace("#/" + location.hash.slice(1));',
})) {
  test(`A link opens on a host page that ${name}`, async ({ page }) => {
    const found = complaints(page);
    await page.route("**/router.js", (route) =>
      route.fulfill({ contentType: "text/javascript", body: script }),
    );
    const element = `<support-fit></support-fit><script src="/router.js"></script>${SCRIPT}`;
    await openHost(page, element);
    found.length = 0;
    await page.goto("about:blank");
    await page.goto(`/host.html${FRAGMENT.SOMEBODY}`);
    await resultIsWhole(page);
    await expectAnswersOf(page, SOMEBODY);
    expect.soft(found).toEqual([]);
  });
}

test("A link replaces answers only when the visitor agrees, and Undo brings them back @threat-replacing-answers @wcag-3.3.4", async ({
  page,
  reading,
}) => {
  // Without the line of earlier results, of which there is one more each time.
  const shown = async (/** @type {Page} */ page) =>
    (await heading(page, /./).innerText()) + (await shareTable(page).innerText());
  const title = await shown(await reading(ANOTHER.id));
  await keep(page, fullDraft(SOMEBODY, { screen: "result" }));
  await page.goto(`/widget/${FRAGMENT.ANOTHER}`);
  await resultIsWhole(page);
  const before = await shown(page);

  await test.step("the answers are unchanged until then", async () => {
    await expect.soft(notice(page, "holds its own answers").first()).toBeVisible();
    expect.soft(before).not.toBe(title);
    await expectAnswersOf(page, SOMEBODY);
  });

  await test.step("agreeing opens the result of the link", async () => {
    await press(page, "Open the answers from the link");
    await expectAnswersOf(page, ANOTHER);
    await expect.soft(heading(page, /./).first()).toBeFocused();
    expect.soft(await shown(page)).toBe(title);
  });

  await test.step("Undo brings the answers back", async () => {
    await press(page, "Undo last change");
    await expectAnswersOf(page, SOMEBODY);
    expect.soft(await shown(page)).toBe(before);
  });

  await test.step("after a reload, which ends Undo, they can be opened too", async () => {
    await follow(page, FRAGMENT.ANOTHER);
    await press(page, "Open the answers from the link");
    await expectAnswersOf(page, ANOTHER);
    await page.reload();
    await resultIsWhole(page);
    await expect.soft(notice(page, WORDS.ui.notice.replaced).first()).toBeVisible();
    await press(page, WORDS.ui.confirm.open.yes);
    await expectAnswersOf(page, SOMEBODY);
  });

  await test.step("declining removes the link from the address", async () => {
    await follow(page, FRAGMENT.ANOTHER);
    await press(page, "Keep the answers here");
    await expect.soft(notice(page, "holds its own answers")).toHaveCount(0);
    await expectAnswersOf(page, SOMEBODY);
    expect.soft(page.url()).not.toContain("#");
  });

  await test.step("a link to the same answers needs no confirmation", async () => {
    await openView(page, SAVE);
    await follow(page, fragmentOf(await linkOf(page)));
    await painted(page);
    await expect.soft(button(page, "Open the answers from the link")).toHaveCount(0);
  });
});

test("A link that cannot be opened is explained and changes nothing @threat-readers", async ({
  page,
}) => {
  const found = complaints(page);
  await keep(page, fullDraft(SOMEBODY, { screen: "result" }));

  await test.step("an anchor of the page is not a link", async () => {
    await page.goto("/widget/#section-2");
    await resultIsWhole(page);
    await painted(page);
    await expect.soft(notice(page, "Nothing was opened")).toHaveCount(0);
  });

  const link = FRAGMENT.ANOTHER;
  for (const [name, [fragment, message]] of Object.entries({
    "a link that was cut": [link.slice(0, -5), "cut off or changed"],
    "a mistyped link": [link.slice(0, -1) + (link.endsWith("A") ? "B" : "A"), "cut off or changed"],
    "a link of a later version": [laterLink(link), "comes from a newer version"],
    "a link that is not ours": ["#support-fit=hello", "not a link to a result"],
    "a link that is too long": [link + "A".repeat(5000), "too long to read"],
  })) {
    await test.step(name, async () => {
      await follow(page, fragment);
      await expect.soft(notice(page, message).first()).toBeVisible();
      await expect.soft(notice(page, "Your answers are as they were").first()).toBeVisible();
      await expectAnswersOf(page, SOMEBODY);
      await press(page, "Close this message");
      await expect.soft(notice(page, message)).toHaveCount(0);
    });
  }

  expect.soft(found).toEqual([]);
});
