// A crash on each screen, and its effect on the visitor, the host page and another element.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { addLink, addressOf } from "./steps/compare.js";
import { WORDS, organization } from "./steps/content.js";
import { KEY, keep } from "./steps/drafts.js";
import { FAILURE, freezeApplication, thawApplication } from "./steps/failing.js";
import { LEANS, button, choose, heading, press } from "./steps/flow.js";
import { fullDraft, resultIsWhole } from "./steps/full.js";
import { SCRIPT, element, openHost, ready } from "./steps/host.js";
import { VIEWS, openFold } from "./steps/result.js";
import { inAnyOrder } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const SOMEBODY = organization("P2");

/** Entries in each part of the plan. */
const ENTERED = {
  duties: { helpdesk: { today: "both", note: "Ask Kim" }, own1: { name: "Phones" } },
  figures: { users: [80, 90, 120] },
  steps: { start: "2026-12-01", steps: { goals: { done: true, owner: "Ana" } } },
  scorecard: { response: { today: 8, target: 2.5 } },
  questions: { providers: { 1: { name: "Marlow & Finch IT" } } },
};

/**
 * @param {string} screen
 * @param {string} [view] A draft does not name the answer.
 */
const at = (screen, view) =>
  fullDraft(SOMEBODY, { screen, view: view === "answer" ? undefined : view });

/** @param {string} question */
const asking = (question) => fullDraft(SOMEBODY, { question });

/** @param {string} [view] */
const whole = (view) => JSON.stringify({ ...JSON.parse(at("result", view)), ...ENTERED });

const quick = JSON.stringify({ ...JSON.parse(at("result")), course: "quick" });

/**
 * A screen: the draft that opens it, and further steps if it takes any.
 *
 * @typedef {{ draft: string, open?: (page: Page) => Promise<unknown> }} Screen
 */

/** @type {Record<string, Screen>} */
const SCREENS = {
  "the first question": { draft: asking("cap") },
  "a later question": { draft: asking("pace") },
  "a question with several answers": { draft: asking("signs") },
  "the overview": { draft: at("overview") },
  "the priorities": { draft: at("priorities") },
  "the check of all answers": { draft: at("check") },
  "the first result": { draft: quick, open: (page) => resultIsWhole(page) },
  "the full result": { draft: whole(), open: (page) => resultIsWhole(page) },
  "the dialog that asks whether to start over": {
    draft: asking("pace"),
    open: (page) => press(page.locator("#one"), WORDS.ui.footer.start_over),
  },
  ...Object.fromEntries(
    Object.entries(VIEWS).map(([view, label]) => [
      `the view “${label}”`,
      { draft: whole(view), open: useView },
    ]),
  ),
  "“Compare with a colleague”, compared": {
    draft: whole("save"),
    async open(page) {
      await resultIsWhole(page);
      await openFold(page.locator("summary").filter({ hasText: WORDS.ui.compare.with.title }));
      await addLink(page, addressOf("P6"));
    },
  },
};

/**
 * The screens of the default run: a question, a screen after the questions, the full result, and an open dialog. The code
 * that catches a crash is the same everywhere.
 */
const QUICK = [
  "a question with several answers",
  "the priorities",
  "the full result",
  "the dialog that asks whether to start over",
];

/**
 * Moves the focus into the view, if there is anything that takes it.
 *
 * @param {Page} page
 */
async function useView(page) {
  await resultIsWhole(page);
  const control = page.locator("#one .result section").locator("button, input, select, summary, a");
  if ((await control.count()) > 0) await control.first().focus();
}

/**
 * Opens a host page with an element on the screen and another element with an answer.
 *
 * @param {Page} page
 * @param {Screen} screen
 */
async function openScreen(page, { draft, open }) {
  await keep(page, draft);
  const body = `<button id="theirs">Count</button><output>0</output>
    <support-fit id="one" loading="eager"><p>On paper</p></support-fit>${SCRIPT}
    <support-fit id="two" storage-key="two" loading="eager"></support-fit>`;
  await openHost(page, body);
  await page.evaluate(() => {
    const output = /** @type {HTMLOutputElement} */ (document.querySelector("output"));
    document.querySelector("#theirs")?.addEventListener("click", () => {
      output.value = String(Number(output.value) + 1);
    });
  });
  for (const id of ["#one", "#two"]) await ready(page, id);
  await choose(page.locator("#two"), LEANS[0]);
  await open?.(page);
}

/**
 * A draft without its timestamp, and with multiple answers sorted.
 *
 * @param {any} draft
 */
function comparable({ saved, answers, ...draft }) {
  return { ...draft, answers: inAnyOrder(answers) };
}

/**
 * The draft of an element.
 *
 * @param {Page} page
 * @param {string} id
 */
async function draftOf(page, id) {
  const exported = (/** @type {SupportFit} */ host) => host.exportDraft();
  return comparable(await element(page, id).evaluate(exported));
}

/**
 * Makes the application crash on its screen: it is notified of answers from another tab, and cannot show the message.
 *
 * @param {Page} page
 */
async function stop(page) {
  await freezeApplication(page);
  await page.evaluate(
    ([key, theirs]) => {
      const ours = localStorage.getItem(key) ?? "";
      localStorage.setItem(key, theirs);
      dispatchEvent(new StorageEvent("storage", { key }));
      localStorage.setItem(key, ours);
    },
    /** @type {const} */ ([
      KEY,
      fullDraft({ answers: { cap: "none" }, priorities: {} }, { question: "cap" }),
    ]),
  );
  await expect(element(page, "#one")).toHaveJSProperty("status", "failed");
}

for (const [name, screen] of Object.entries(SCREENS)) {
  const tag = QUICK.includes(name) ? [] : "@full";
  test(`A crash on ${name} loses nothing`, { tag }, async ({ page }) => {
    await openScreen(page, screen);
    const one = page.locator("#one");
    const before = await draftOf(page, "#one");
    const other = await draftOf(page, "#two");
    await stop(page);

    await test.step("the message and the fallback content are visible", async () => {
      await expect(one.getByRole("alert")).toContainText(FAILURE.crashed);
      await expect(one.getByText("On paper")).toBeVisible();
    });

    await test.step("the host page keeps working", async () => {
      await press(page, "Count");
      await expect(page.locator("output")).toHaveText("1");
    });

    await test.step("the draft is offered as a file", async () => {
      const download = page.waitForEvent("download");
      await button(one, WORDS.ui.notice.file).dispatchEvent("click");
      const text = await readFile(await (await download).path(), "utf8");
      expect(comparable(JSON.parse(text))).toEqual(before);
    });

    await thawApplication(page);

    await test.step("the element continues on the same screen", async () => {
      await button(one, FAILURE.again).dispatchEvent("click");
      await ready(page, "#one");
      expect(await draftOf(page, "#one")).toEqual(before);
      await expect(heading(one, /./).first()).toBeVisible();
    });

    await test.step("the other element continues with its own answers", async () => {
      const two = page.locator("#two");
      await button(two, FAILURE.again).dispatchEvent("click");
      await ready(page, "#two");
      expect(await draftOf(page, "#two")).toEqual(other);
      await expect(two.getByLabel(LEANS[0], { exact: true })).toBeChecked();
    });
  });
}
