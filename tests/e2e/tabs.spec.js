// The same draft in several tabs.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { KEY, draftAt, kept, storedKeys } from "./steps/drafts.js";
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

const CHANGED = "You changed your answers in another tab.";
const ERASED = "Your answers were deleted in another tab. They are still shown here.";
const USE = "Use the answers from the other tab";
const KEEP = "Keep the answers here";

/** The radio button that has been checked, if there is one. @param {Page} page */
const checked = (page) => page.getByRole("radio", { checked: true });

test.describe("Two tabs", () => {
  /** @type {Page} */
  let other;

  // Both have the first answer, and only the other tab has the second one.
  test.beforeEach(async ({ page, context }) => {
    await open(page);
    await answer(page, LEANS[0]);
    await heading(page, QUESTIONS[1]).waitFor();
    other = await context.newPage();
    await other.goto("/widget/");
    await answer(other, LEANS[1]);
    await heading(other, QUESTIONS[2]).waitFor();
    await notice(page, CHANGED).waitFor();
  });

  test("A change in one is announced in the other, and moves neither place nor focus", async ({
    page,
  }) => {
    await test.step("the message is shown and announced only in the tab without the change", async () => {
      await expect.soft(page.getByRole("status")).toHaveText(CHANGED);
      await expect.soft(heading(page, QUESTIONS[1])).toBeVisible();
      await expect.soft(checked(page)).toHaveCount(0);
      await expect.soft(notice(other, CHANGED)).toHaveCount(0);
    });

    await test.step("the focus stays on an answer", async () => {
      await page.getByRole("radio").first().focus();
      await choose(other, LEANS[2]);
      await painted(page);
      await expect.soft(page.getByRole("radio").first()).toBeFocused();
    });

    await test.step("the focus stays in a dialog", async () => {
      await press(page, "Start over");
      await expect(button(page, "Keep my answers")).toBeFocused();
      await choose(other, "Not sure");
      await painted(page);
      await expect.soft(button(page, "Keep my answers")).toBeFocused();
    });
  });

  test("The answers of either tab can be used in both, and using them can be undone", async ({
    page,
  }) => {
    await test.step("the answers of the other tab can be used", async () => {
      await press(page, USE);
      const message = "You now see the answers from the other tab.";
      await expect(notice(page, message)).toBeVisible();
      await expect.soft(heading(page, QUESTIONS[2])).toBeVisible();
    });

    await test.step("a step without a change is not announced", async () => {
      await press(other, "Back");
      await painted(page);
      await expect.soft(notice(page, CHANGED)).toHaveCount(0);
    });

    await test.step("it can be undone, which the other tab is notified of", async () => {
      await press(page, "Undo last change");
      await expect(heading(page, QUESTIONS[1])).toBeVisible();
      await expect.soft(checked(page)).toHaveCount(0);
      expect.soft((await kept(page)).answers).toEqual({ cap: "lead" });
      await expect(notice(other, CHANGED)).toBeVisible();
    });

    await test.step("the other tab can keep its answers, and they can be used once more", async () => {
      await press(other, KEEP);
      await expect(notice(other, CHANGED)).toHaveCount(0);
      expect.soft((await kept(other)).answers).toEqual({ cap: "lead", load: "stretched" });
      await expect(notice(page, CHANGED)).toBeVisible();
      await press(page, USE);
      await expect(heading(page, QUESTIONS[1])).toBeVisible();
      await expect.soft(page.getByLabel(LEANS[1], { exact: true })).toBeChecked();
    });
  });

  test("Answers that are erased in one tab can be kept or erased in the other @threat-erasing", async ({
    page,
  }) => {
    const erase = async () => {
      await press(other, "Delete my answers");
      await press(other.getByRole("dialog"), "Delete them");
    };

    await test.step("the other tab says so and still shows its answers", async () => {
      await erase();
      await expect(notice(page, ERASED)).toBeVisible();
      await expect.soft(heading(page, QUESTIONS[1])).toBeVisible();
      expect.soft(await storedKeys(page)).toEqual([]);
    });

    await test.step("the other tab can keep its answers", async () => {
      await press(page, KEEP);
      expect.soft((await kept(page)).answers).toEqual({ cap: "lead" });
    });

    await test.step("the other tab can erase them too", async () => {
      await press(other, USE);
      await erase();
      await press(page, "Delete them here too");
      await expect(notice(page, "Your answers were deleted from this device.")).toBeVisible();
      await expect.soft(heading(page, QUESTIONS[0])).toBeFocused();
      expect.soft(await storedKeys(page)).toEqual([]);
    });
  });
});

test("What was saved while a page was away is offered, and never overwritten unseen @threat-other-tabs", async ({
  page,
}) => {
  const none = "No one in particular";
  // As another tab does, without a storage event.
  const save = (/** @type {string} */ cap) =>
    page.evaluate(
      ([key, draft]) => localStorage.setItem(key, draft),
      [KEY, draftAt("fund", { cap })],
    );
  await open(page);
  await choose(page, LEANS[0]);

  await test.step("a page from the back/forward cache says so", async () => {
    await save("none");
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
    );
    await expect(notice(page, CHANGED)).toBeVisible();
    expect.soft((await kept(page)).answers).toEqual({ cap: "none" });
    await press(page, KEEP);
    expect.soft((await kept(page)).answers).toEqual({ cap: "lead" });
  });

  await test.step("saving notices it, and loses neither those answers nor those here", async () => {
    await save("keeper");
    await choose(page, none);
    await expect(notice(page, CHANGED)).toBeVisible();
    await expect.soft(page.getByText(WORDS.ui.footer.unsaved)).toBeVisible();
    expect.soft((await kept(page)).answers).toEqual({ cap: "keeper" });
    await press(page, USE);
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    await press(page, WORDS.ui.footer.undo);
    await expect(page.getByLabel(none)).toBeChecked();
  });
});

test("Ten tabs that answer at the same time save one whole draft and keep their own answers", async ({
  context,
}) => {
  /** @param {Page} tab */
  const draftOf = async (tab) => {
    const draft = await tab
      .locator("support-fit")
      .evaluate((/** @type {any} */ host) => host.exportDraft());
    return /** @type {import("./steps/drafts.js").Draft} */ (draft);
  };
  const tabs = await Promise.all(Array.from({ length: 10 }, () => context.newPage()));
  await Promise.all(tabs.map((tab) => open(tab)));
  // Each tab answers four questions as fast as it can, with different answers than the next tab.
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
      }
    }, n);
  await Promise.all(tabs.map(answerFast));

  const drafts = await Promise.all(tabs.map(draftOf));
  const last = await kept(/** @type {Page} */ (tabs[0]));
  const isLast = (/** @type {import("./steps/drafts.js").Draft | undefined} */ draft) =>
    JSON.stringify(draft?.answers) === JSON.stringify(last.answers);

  await test.step("the draft in storage is the whole draft of one tab", async () => {
    const withoutTime = drafts.map(({ saved, ...draft }) => draft);
    const { saved, ...draft } = last;
    expect.soft(withoutTime).toContainEqual(draft);
  });

  await test.step("each tab keeps its own answers and works", async () => {
    for (const [n, tab] of tabs.entries()) {
      const answers = Object.keys(drafts[n]?.answers ?? {});
      expect.soft(answers.length).toBeGreaterThanOrEqual(3);
      await expect.soft(tab.locator("support-fit")).toHaveJSProperty("status", "ready");
      await expect.soft(tab.getByRole("alert")).toHaveCount(0);
    }
  });

  await test.step("each tab says that another one has other answers, and can save its own", async () => {
    for (const [n, tab] of tabs.entries()) {
      if (!isLast(drafts[n])) await expect.soft(notice(tab, CHANGED)).toBeVisible();
    }
    const n = drafts.findIndex((draft) => !isLast(draft));
    const loser = /** @type {Page} */ (tabs[n]);
    await press(loser, KEEP);
    expect.soft((await kept(loser)).answers).toEqual(drafts[n]?.answers);
  });
});
