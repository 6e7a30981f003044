// The accessibility tree of each screen: roles, names, states and order. Read the files in `trees/`: whatever is missing there
// does not exist for a blind visitor.

import { expect, test } from "@playwright/test";

import { comparing, fileField, fileOf, verdicts } from "./steps/compare.js";
import { WORDS, organization } from "./steps/content.js";
import { draftAt, keep } from "./steps/drafts.js";
import { FAILURE, breakApplication } from "./steps/failing.js";
import {
  LEANS,
  answer,
  answerAll,
  choose,
  heading,
  notice,
  open,
  painted,
  press,
} from "./steps/flow.js";
import { openAt, openEffect, openQuestion, rate } from "./steps/full.js";
import { PHONE } from "./steps/measure.js";
import { VIEWS, openQuickResult, showView, tryAnswer, unfold } from "./steps/result.js";
import { SOMEBODY } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

test.use({ locale: "en-US", timezoneId: "UTC" });
// The date is fixed; timers still run.
test.beforeEach(({ page }) => page.clock.setFixedTime("2026-11-22T08:30:00Z"));

/**
 * The tree of the element matches its file.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} [part] A selector for a part of the element.
 */
async function expectTree(page, name, part = ".root") {
  await expectTreeOf(page.locator(`support-fit ${part}`), name);
}

/**
 * The tree of a part matches its file.
 *
 * @param {import("@playwright/test").Locator} part
 * @param {string} name
 */
async function expectTreeOf(part, name) {
  await painted(part.page());
  // For a control inside its label, the snapshot lists the name and then repeats the text of the label.
  const tree = (await part.ariaSnapshot()).replaceAll(
    /^( *- (?:radio|checkbox) "(.*)"[^"]*)\n *- text: "?\2"?$/gm,
    "$1",
  );
  expect.soft(`${tree}\n`).toMatchSnapshot(["trees", ...`${name}.yml`.split("/")]);
}

/**
 * Each view of a result matches its own file.
 *
 * @param {Page} page
 * @param {string} folder
 * @param {string[]} views
 */
async function expectViews(page, folder, views) {
  for (const view of views) {
    await showView(page, view);
    if (view === "save") await replaceAddresses(page);
    await expectTree(page, `${folder}/${view}`, ".result");
  }
}

/**
 * Replaces links that contain the address of this server.
 *
 * @param {Page} page
 */
async function replaceAddresses(page) {
  await page.locator("support-fit #take-link").evaluate((field) => {
    /** @type {HTMLTextAreaElement} */ (field).value = "(the link)";
  });
  await page.locator("support-fit a[href^='mailto:']").evaluateAll((links) => {
    for (const link of links) link.setAttribute("href", "mailto:(a mail)");
  });
}

test("the questions of the quick check, the message for a missing answer and the dialog @wcag-1.3.1 @wcag-1.3.2", async ({
  page,
}) => {
  await open(page);
  await expectTree(page, "first-question");

  await test.step("a missing answer", async () => {
    await press(page, "Next");
    await expectTree(page, "missing-answer");
  });

  await test.step("the dialog that asks whether to erase", async () => {
    await answer(page, LEANS[0]);
    await press(page, "Delete my answers");
    await expectTree(page, "dialog", "dialog");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("a question with one answer", async () => {
    await answerAll(page, LEANS.slice(1, 3));
    await choose(page, LEANS[3]);
    await expectTree(page, "single-choice");
  });
});

test("the message that answers are restored, and the message after a crash @wcag-1.3.1 @wcag-1.3.2", async ({
  page,
}) => {
  await open(page);
  await answerAll(page, LEANS.slice(0, 2));

  await test.step("answers are restored", async () => {
    await page.reload();
    await notice(page, "Welcome back").waitFor();
    await expectTree(page, "welcome-back");
  });

  await test.step("the application has crashed", async () => {
    await choose(page, LEANS[2]);
    await breakApplication(page);
    await press(page, "Next");
    await page.getByText(FAILURE.crashed).waitFor();
    await expectTreeOf(page.locator("support-fit"), "stopped");
  });
});

test("the screens of the full assessment @wcag-1.3.1 @wcag-1.3.2", async ({ page }) => {
  await test.step("a question with several answers", async () => {
    await keep(page, draftAt("signs"));
    await page.goto("/widget/");
    await choose(page, "Security updates (patching) come late or skip some machines");
    await press(page, "Close this message");
    await expectTree(page, "multiple-choice");
  });

  await test.step("a question", async () => {
    await openQuestion(page, "hours", organization("P10"));
    await expectTree(page, "full-question", ".screen");
  });

  await test.step("the overview", async () => {
    await openAt(page, "overview", organization("P11"));
    await expectTree(page, "overview", ".screen");
  });

  await test.step("the priorities", async () => {
    await openAt(page, "priorities", organization("P10"));
    await openEffect(page);
    await rate(page, "control", 3);
    await expectTree(page, "priorities");
  });

  await test.step("the check of all answers", async () => {
    await openAt(page, "check", organization("P4"));
    await expectTree(page, "check", ".screen");
  });
});

test("the views of the quick-check result @wcag-1.3.1 @wcag-1.3.2", async ({ page }) => {
  await openQuickResult(page, LEANS);
  await expectViews(page, "first-result", ["answer", "why", "what-if", "cost", "save"]);
});

test("the views of the full result, and its answer on a phone @wcag-1.3.1 @wcag-1.3.2", async ({
  page,
}) => {
  await openAt(page, "result", SOMEBODY);
  await expectViews(page, "full-result", Object.keys(VIEWS));

  await test.step("the answer on a phone", async () => {
    await page.setViewportSize(PHONE);
    await showView(page, "answer");
    await expectTree(page, "full-result/answer-on-a-phone", ".result");
  });
});

test("a trial in the full result, and the results of two people @wcag-1.3.1 @wcag-1.3.2", async ({
  page,
}) => {
  await test.step("a trial", async () => {
    await openAt(page, "result", organization("P10"), "what-if");
    await tryAnswer(page, "fund", "yes");
    await expectTree(page, "full-result/trial-tried", "section:has(> #trial)");
  });

  await test.step("two people", async () => {
    await openAt(page, "result", organization("P2"), "save");
    await unfold(page);
    await fileField(page).setInputFiles(fileOf("ann.json", organization("P6")));
    await verdicts(page).nth(1).waitFor();
    await expectTreeOf(comparing(page), "compare");
  });
});

test("a result that is still loading, and one that failed to load @wcag-1.3.1 @wcag-1.3.2", async ({
  page,
}) => {
  let release = () => {};
  const released = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route("**/assets/support-fit-later-*.wasm", async (route) => {
    await released;
    await route.abort();
  });
  await open(page);
  await answerAll(page, LEANS);
  await heading(page, WORDS.ui.later.coming).waitFor();
  await expectTree(page, "on-its-way", ".screen");
  release();
  await heading(page, "could not be loaded").waitFor();
  await expectTree(page, "not-arrived", ".screen");
});
