// The same draft in two tabs.

import { expect, test } from "@playwright/test";

import { kept, storedKeys } from "./steps/drafts.js";
import {
  LEANS,
  QUESTIONS,
  answer,
  button,
  choose,
  heading,
  notice,
  open,
  painted,
  press,
} from "./steps/flow.js";

/** @typedef {import("@playwright/test").Page} Page */

test.describe("two tabs", () => {
  /** @type {Page} */
  let other;

  const TOLD = "You changed your answers in another tab.";
  const ERASED = "Your answers were erased in another tab. They are still shown here.";

  // Both have the first answer; the other tab has a second one since.
  test.beforeEach(async ({ page, context }) => {
    await open(page);
    await answer(page, LEANS[0]);
    await heading(page, QUESTIONS[1]).waitFor();
    other = await context.newPage();
    await other.goto("/widget/");
    await answer(other, LEANS[1]);
    await heading(other, QUESTIONS[2]).waitFor();
  });

  test("the tab without the change is told", async ({ page }) => {
    await expect(notice(page, TOLD)).toBeVisible();
    await expect(page.getByRole("status")).toHaveText(TOLD);
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  });

  test("the tab with the change is not", async ({ page }) => {
    await notice(page, TOLD).waitFor();
    await expect(notice(other, TOLD)).toHaveCount(0);
  });

  test("being told does not move the focus", async ({ page }) => {
    await notice(page, TOLD).waitFor();
    await page.getByRole("radio").first().focus();
    await choose(other, LEANS[2]);
    await painted(page);
    await expect(page.getByRole("radio").first()).toBeFocused();
  });

  test("being told while it asks something does not move the focus", async ({ page }) => {
    await press(page, "Start over");
    await expect(button(page, "Keep my answers")).toBeFocused();
    await choose(other, LEANS[2]);
    await painted(page);
    await expect(button(page, "Keep my answers")).toBeFocused();
  });

  test("the answers of the other tab can be taken over", async ({ page }) => {
    await press(page, "Use the answers from the other tab");
    await expect(notice(page, "You now see the answers from the other tab.")).toBeVisible();
    await press(page, "Back");
    await expect(page.getByLabel(LEANS[1], { exact: true })).toBeChecked();
  });

  test("taking over can be undone", async ({ page }) => {
    await press(page, "Use the answers from the other tab");
    await press(page, "Undo last change");
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    expect((await kept(page)).answers).toEqual({ cap: "lead" });
  });

  test("the answers here can be kept, and the other tab is told", async ({ page }) => {
    await press(page, "Keep the answers here");
    await expect(notice(page, TOLD)).toHaveCount(0);
    expect((await kept(page)).answers).toEqual({ cap: "lead" });
    await expect(notice(other, TOLD)).toBeVisible();
  });

  test("the later save wins", async ({ page }) => {
    await notice(page, TOLD).waitFor();
    await choose(page, "Under control, with time to plan");
    await expect(notice(page, TOLD)).toHaveCount(0);
    expect((await kept(other)).answers).toEqual({ cap: "lead", load: "ok" });
    await expect(notice(other, TOLD)).toBeVisible();
  });

  test("a step without a new answer is nothing to tell", async ({ page }) => {
    await press(page, "Use the answers from the other tab");
    await press(other, "Back");
    await painted(page);
    await expect(notice(page, TOLD)).toHaveCount(0);
  });

  test.describe("after erasing in one", () => {
    test.beforeEach(async ({ page }) => {
      await notice(page, TOLD).waitFor();
      await press(other, "Erase my answers");
      await press(other.getByRole("dialog"), "Erase");
    });

    test("the other is told and still shows its answers", async ({ page }) => {
      await expect(notice(page, ERASED)).toBeVisible();
      await expect(heading(page, QUESTIONS[1])).toBeVisible();
      expect(await storedKeys(page)).toEqual([]);
    });

    test("the other can erase too", async ({ page }) => {
      await press(page, "Erase them here too");
      await expect(notice(page, "Your answers are gone from this device.")).toBeVisible();
      await expect(heading(page, QUESTIONS[0])).toBeFocused();
      expect(await storedKeys(page)).toEqual([]);
    });

    test("the other can keep its answers", async ({ page }) => {
      await notice(page, ERASED).waitFor();
      await press(page, "Keep the answers here");
      expect((await kept(page)).answers).toEqual({ cap: "lead" });
    });
  });
});

test.describe("ten tabs that answer at the same time", () => {
  const TABS = 10;

  /** @type {Page[]} */
  let tabs;

  /** @param {Page} tab */
  const draftOf = async (tab) => {
    const draft = await tab
      .locator("support-fit")
      .evaluate((/** @type {any} */ host) => host.exportDraft());
    return /** @type {import("./steps/drafts.js").Draft} */ (draft);
  };

  // Each answers the first questions, one as far as another: as fast as it can, and with another answer each time.
  test.beforeEach(async ({ context }) => {
    tabs = await Promise.all(Array.from({ length: TABS }, () => context.newPage()));
    await Promise.all(tabs.map((tab) => open(tab)));
    const answerFast = (/** @type {Page} */ tab, /** @type {number} */ n) =>
      tab.locator("support-fit").evaluate(async (host, n) => {
        for (let question = 0; question < 4; question++) {
          const root = host.shadowRoot;
          const options = [...(root?.querySelectorAll("input") ?? [])];
          options[(n + question) % (options.length - 1)]?.click();
          /** @type {HTMLElement | null | undefined} */ (
            root?.querySelector("button[type=submit]")
          )?.click();
          await new Promise(requestAnimationFrame);
          // A tab that is not in front is painted at no time.
          await new Promise((done) => setTimeout(done));
        }
      }, n);
    // Only the tab in front is painted; the others are asked all the same.
    await Promise.all(tabs.map(answerFast));
  });

  test("keep the whole draft of the tab that saved last", async () => {
    const [first] = tabs;
    const { saved, ...last } = await kept(/** @type {Page} */ (first));
    const drafts = await Promise.all(tabs.map(draftOf));
    const those = drafts.map(({ saved, ...draft }) => draft);
    expect(those).toContainEqual(last);
  });

  test("each go on showing what was said there", async () => {
    const drafts = await Promise.all(tabs.map(draftOf));
    for (const { answers } of drafts) expect(Object.keys(answers).length).toBeGreaterThanOrEqual(3);
    for (const tab of tabs) {
      await expect(tab.locator("support-fit")).toHaveJSProperty("status", "ready");
      await expect(tab.getByRole("alert")).toHaveCount(0);
    }
  });

  test("each say that another tab has other answers, and can bring their own back", async () => {
    const last = JSON.stringify((await kept(/** @type {Page} */ (tabs[0]))).answers);
    for (const tab of tabs) {
      const { answers } = await draftOf(tab);
      if (JSON.stringify(answers) === last) continue;
      await expect(notice(tab, "You changed your answers in another tab.")).toBeVisible();
    }
    const loser = /** @type {Page} */ (
      (await Promise.all(tabs.map(async (tab) => ({ tab, draft: await draftOf(tab) })))).find(
        ({ draft }) => JSON.stringify(draft.answers) !== last,
      )?.tab
    );
    const mine = (await draftOf(loser)).answers;
    await press(loser, "Keep the answers here");
    expect((await kept(loser)).answers).toEqual(mine);
  });
});
