// What a screen reader finds on each screen: roles, names, states and order. The files in `trees/` are to be read: what is
// missing there, a visitor who sees nothing does not get.

import { expect, test } from "@playwright/test";

import { comparing, fileField, fileOf, verdicts } from "./steps/compare.js";
import { organization } from "./steps/content.js";
import { draftAt, keep } from "./steps/drafts.js";
import { SAID, breakApplication } from "./steps/failing.js";
import { LEANS, answerAll, choose, heading, notice, open, painted, press } from "./steps/flow.js";
import { openAt, openQuestion, rate, resultIsWhole } from "./steps/full.js";
import { PHONE, layOutAll } from "./steps/measure.js";
import { tryAnswer } from "./steps/result.js";
import { SOMEBODY } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

test.use({ locale: "en-US", timezoneId: "UTC" });
// Only what the clock says stands still: what waits goes on.
test.beforeEach(({ page }) => page.clock.setFixedTime("2026-11-22T08:30:00Z"));

/**
 * All of the element is as it is written.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} [part] The part of it, as a style sheet names it.
 */
async function expectTree(page, name, part = ".root") {
  await expectTreeOf(page.locator(`support-fit ${part}`), name);
}

/**
 * All of a part is as it is written.
 *
 * @param {import("@playwright/test").Locator} part
 * @param {string} name
 */
async function expectTreeOf(part, name) {
  await painted(part.page());
  // A control in its label is told with its name, and then the label's text once more.
  const tree = (await part.ariaSnapshot()).replaceAll(
    /^( *- (?:radio|checkbox) "(.*)"[^"]*)\n *- text: "?\2"?$/gm,
    "$1",
  );
  expect(`${tree}\n`).toMatchSnapshot(`${name}.yml`.split("/"));
}

/**
 * Each part of a result is as it is written, in a file of its own, and there is no other.
 *
 * @param {Page} page
 * @param {string} folder
 * @param {string[]} parts The ids of the headings.
 */
async function expectParts(page, folder, parts) {
  await layOutAll(page);
  const headings = page.locator("support-fit .result > section:not(.verdict) > h4[id]");
  expect(await headings.evaluateAll((all) => all.map(({ id }) => id))).toEqual(parts);
  await expectTree(page, `${folder}/verdict`, ".result > .verdict");
  for (const id of parts) await expectTree(page, `${folder}/${id}`, `section:has(> #${id})`);
}

/**
 * Addresses, with the place of this server in them, as what they lead to.
 *
 * @param {Page} page
 */
async function nameAddresses(page) {
  await page.locator("support-fit #take-link").evaluate((field) => {
    /** @type {HTMLTextAreaElement} */ (field).value = "(the link)";
  });
  await page.locator("support-fit a[href^='mailto:']").evaluateAll((links) => {
    for (const link of links) link.setAttribute("href", "mailto:(a mail)");
  });
}

test("the first question", async ({ page }) => {
  await open(page);
  await expectTree(page, "first-question");
});

test("a question with one answer", async ({ page }) => {
  await open(page);
  await answerAll(page, LEANS.slice(0, 3));
  await choose(page, LEANS[3]);
  await expectTree(page, "single-choice");
});

test("a question with several answers", async ({ page }) => {
  await keep(page, draftAt("signs"));
  await page.goto("/widget/");
  await choose(page, "Updates come late or skip some machines");
  await press(page, "Close this message");
  await expectTree(page, "multiple-choice");
});

test("a question without the answer that is needed", async ({ page }) => {
  await open(page);
  await press(page, "Next");
  await expectTree(page, "missing-answer");
});

test("a question of the full assessment", async ({ page }) => {
  await openQuestion(page, "hours", organization("P10"));
  await expectTree(page, "full-question", ".screen");
});

test("the message that answers are back", async ({ page }) => {
  await open(page);
  await answerAll(page, LEANS.slice(0, 2));
  await page.reload();
  await notice(page, "Welcome back").waitFor();
  await expectTree(page, "welcome-back");
});

test("the question whether to erase", async ({ page }) => {
  await open(page);
  await answerAll(page, LEANS.slice(0, 1));
  await press(page, "Erase my answers");
  await expectTree(page, "dialog", "dialog");
});

test("the overview", async ({ page }) => {
  await openAt(page, "overview", organization("P11"));
  await expectTree(page, "overview", ".screen");
});

test("the priorities", async ({ page }) => {
  await openAt(page, "priorities", organization("P10"));
  await rate(page, "control", 3);
  await expectTree(page, "priorities");
});

test("the check of all answers", async ({ page }) => {
  await openAt(page, "check", organization("P4"));
  await expectTree(page, "check", ".screen");
});

test("the first result", async ({ page }) => {
  test.slow();
  await open(page);
  await answerAll(page, LEANS);
  await resultIsWhole(page);
  await nameAddresses(page);
  await expectParts(page, "first-result", ["next", "figures", "models", "take", "sources"]);
});

test("the full result", async ({ page }) => {
  test.slow();
  await openAt(page, "result", SOMEBODY);
  await nameAddresses(page);
  await expectTree(page, "full-result/contents", ".contents");
  await expectParts(page, "full-result", [
    ...["figures", "models", "why", "map", "change", "trial", "weights", "trap", "path"],
    ...["duties", "cost", "roadmap", "scorecard", "ask", "compare", "take", "sources"],
  ]);
});

test("the contents of a full result on a phone", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openAt(page, "result", SOMEBODY);
  await page.locator("support-fit .contents summary").click();
  await expectTree(page, "full-result/contents-on-a-phone", ".contents");
});

test("a trial in the full result", async ({ page }) => {
  await openAt(page, "result", organization("P10"));
  await tryAnswer(page, "fund", "yes");
  await expectTree(page, "full-result/trial-tried", "section:has(> #trial)");
});

test("two people side by side", async ({ page }) => {
  test.slow();
  await openAt(page, "result", organization("P2"));
  await fileField(page).setInputFiles(fileOf("ann.json", organization("P6")));
  await verdicts(page).nth(1).waitFor();
  await layOutAll(page);
  await expectTreeOf(comparing(page), "compare");
});

test("a result that is on its way, and one that did not arrive", async ({ page }) => {
  let give = () => {};
  const held = new Promise((resolve) => (give = () => resolve(undefined)));
  await page.route("**/assets/support-fit-{result,plan,aside}-*.wasm", async (route) => {
    await held;
    await route.abort();
  });
  await open(page);
  await answerAll(page, LEANS);
  await heading(page, "on its way").waitFor();
  await expectTree(page, "on-its-way", ".screen");
  give();
  await heading(page, "could not be loaded").waitFor();
  await expectTree(page, "not-arrived", ".screen");
});

test("the message after the application has stopped", async ({ page }) => {
  await open(page);
  await answerAll(page, LEANS.slice(0, 2));
  await choose(page, LEANS[2]);
  await breakApplication(page);
  await press(page, "Next");
  await page.getByText(SAID.crashed).waitFor();
  await expectTreeOf(page.locator("support-fit"), "stopped");
});
