// What the live region announces, and when.

import { expect, test } from "@playwright/test";

import { VERSION, WORDS, organization } from "./steps/content.js";
import { breakStorage, draftAt, keep } from "./steps/drafts.js";
import { LEANS, answer, answerAll, button, heading, notice, open, press } from "./steps/flow.js";
import { fullDraft, openAt, openEffect, rate } from "./steps/full.js";
import { tryAnswer } from "./steps/result.js";
import { SOMEBODY, refuseFiles, take } from "./steps/take.js";

/** The live region of the element; the host page may have one too. */
const liveRegion = (/** @type {import("@playwright/test").Page} */ page) =>
  page.locator("support-fit").getByRole("status");

test("The live region exists before it announces anything @wcag-4.1.3", async ({ page }) => {
  await test.step("a missing answer", async () => {
    await open(page);
    await expect(page.getByRole("status")).toBeEmpty();
    const region = await page.getByRole("status").elementHandle();
    await press(page, "Next");
    await expect(page.getByRole("status")).not.toBeEmpty();
    expect(await region?.evaluate((element) => element.isConnected)).toBe(true);
    expect(await region?.textContent()).toContain("Please choose an answer.");
  });
  await test.step("restored answers", async () => {
    // Screen readers do not announce text that is inserted together with its live region.
    await page.addInitScript(() => {
      /** @type {string[]} */
      const seen = [];
      Object.assign(window, { seen });
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) {
        const root = attach.call(this, options);
        new MutationObserver(() => {
          const text = root.querySelector("[role=status]")?.textContent;
          if (text !== undefined && text !== null) seen.push(text);
        }).observe(root, { subtree: true, childList: true, characterData: true });
        return root;
      };
    });
    await keep(
      page,
      JSON.stringify({
        schema: 2,
        content: VERSION,
        answers: { cap: "lead" },
        place: { question: "load" },
      }),
    );
    await page.goto("/widget/");
    await expect(page.getByRole("status")).toContainText("Welcome back.");
    expect(await page.evaluate(() => /** @type {any} */ (window).seen[0])).toBe("");
  });
});

test("An earlier message is not announced again @wcag-4.1.3", async ({ page }) => {
  await test.step("after a trial is undone", async () => {
    await openAt(page, "result", organization("P10"), "what-if");
    await expect(page.getByRole("status")).toContainText("Welcome back.");
    await tryAnswer(page, "decide", "all");
    await expect(page.getByRole("status")).toContainText("New verdict");
    await press(page, WORDS.ui.result.trial.drop);
    await expect(page.getByRole("status")).not.toContainText("New verdict");
    await expect(page.getByRole("status")).toBeEmpty();
  });
  await test.step("after moving to the next screen", async () => {
    await openAt(page, "priorities", organization("P10"));
    await openEffect(page);
    await rate(page, "control", 3);
    await expect(page.getByRole("status")).toContainText("of 100 runs");
    await press(page, "Next: review your answers");
    await heading(page, "Review your answers").waitFor();
    await expect(page.getByRole("status")).toBeEmpty();
  });
});

test("Retrying a result that failed to load moves the focus to the message @wcag-2.4.3", async ({
  page,
}) => {
  await page.route("**/assets/support-fit-later-*.wasm", (route) => route.abort());
  await keep(page, draftAt("skills"));
  await page.goto("/widget/");
  await answer(page, LEANS[6]);
  await heading(page, WORDS.ui.later.missing).waitFor();
  await press(page, WORDS.ui.later.retry);
  await expect(heading(page, WORDS.ui.later.missing)).toBeFocused();
});

test("A browser that refuses to save a file is announced @wcag-4.1.3", async ({ page }) => {
  const { file: FILE, blocked, unreadable, close } = WORDS.ui.notice;
  const { failed } = WORDS.ui.take.files;
  await test.step("for a draft that cannot be read", async () => {
    await keep(page, "not a draft");
    await page.goto("/widget/");
    await notice(page, unreadable).waitFor();
    await refuseFiles(page);
    await press(page, FILE);
    await expect.soft(liveRegion(page)).toContainText(failed);
    await expect.soft(button(page, FILE)).toBeVisible();
  });
  await test.step("for the file that a message offers", async () => {
    await breakStorage(page, "getter");
    await open(page);
    await refuseFiles(page);
    const message = notice(page, blocked);
    await message.waitFor();
    await button(page, FILE).first().click();
    await expect.soft(message).toContainText(failed);
    await expect.soft(liveRegion(page)).toContainText(failed);
    await expect.soft(button(page, FILE).first()).toBeFocused();
  });
  await test.step("for the file that the footer offers", async () => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 1));
    await press(page, close);
    await refuseFiles(page);
    await press(page, FILE);
    await expect.soft(notice(page, failed)).toBeVisible();
    await expect.soft(liveRegion(page)).toHaveText(failed);
  });
});

test("A link that becomes too long is announced @wcag-4.1.3", async ({ page }) => {
  // Pseudorandom strings, because they do not compress.
  const text = (/** @type {number} */ seed) =>
    Array.from({ length: 300 }, (_, n) =>
      String.fromCodePoint(0x4e00 + ((seed * 7919 + n * n * 104_729 + n * 31) % 20_000)),
    ).join("");
  const own = Object.fromEntries(
    Array.from({ length: 10 }, (_, n) => [`own${n + 1}`, { name: text(n).slice(0, 60) }]),
  );
  const draft = {
    ...JSON.parse(fullDraft(SOMEBODY, { screen: "result", view: "save" })),
    duties: own,
  };
  draft.steps = {
    own: Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [
        n + 1,
        { text: text(n + 50).slice(0, 110), from: 1, to: 2 },
      ]),
    ),
  };
  await keep(page, JSON.stringify(draft));
  await page.goto("/widget/");
  const { plan, too_long: TOO_LONG } = WORDS.ui.take.link;
  await take(page).getByText(TOO_LONG).waitFor();
  await expect(liveRegion(page)).not.toHaveText(TOO_LONG);
  await take(page).getByLabel(plan).uncheck();
  await take(page).getByLabel(plan).check();
  await expect(liveRegion(page)).toHaveText(TOO_LONG);
});
