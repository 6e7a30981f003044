// What the live region says, and when.

import { expect, test } from "@playwright/test";

import { WORDS, organization } from "./steps/content.js";
import { breakStorage, draftAt, keep } from "./steps/drafts.js";
import { LEANS, answerAll, button, choose, heading, notice, open, press } from "./steps/flow.js";
import { fullDraft, openAt, rate } from "./steps/full.js";
import { section, tryAnswer } from "./steps/result.js";
import { SOMEBODY, refuseFiles, take } from "./steps/take.js";

test.describe("the live region", () => {
  test("is there before it speaks", async ({ page }) => {
    await open(page);
    await expect(page.getByRole("status")).toBeEmpty();
    const region = await page.getByRole("status").elementHandle();
    await press(page, "Next");
    await expect(page.getByRole("status")).not.toBeEmpty();
    expect(await region?.evaluate((element) => element.isConnected)).toBe(true);
    expect(await region?.textContent()).toContain("Choose an answer first.");
  });

  test("is the same one through the whole quick check", async ({ page }) => {
    await open(page);
    const region = await page.getByRole("status").elementHandle();
    await answerAll(page, LEANS);
    await heading(page, "lean one way").waitFor();
    await expect(page.getByRole("status")).toHaveCount(1);
    expect(await region?.evaluate((element) => element.isConnected)).toBe(true);
  });

  test("is there before it says that answers are back", async ({ page }) => {
    // A text that comes together with its region is not read out.
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
        content: "1.1",
        answers: { cap: "lead" },
        place: { question: "load" },
      }),
    );
    await page.goto("/widget/");
    await expect(page.getByRole("status")).toContainText("Welcome back.");
    expect(await page.evaluate(() => /** @type {any} */ (window).seen[0])).toBe("");
  });

  test("does not say an earlier message again when a trial is taken back", async ({ page }) => {
    await openAt(page, "result", organization("P10"));
    await expect(page.getByRole("status")).toContainText("Welcome back.");
    await tryAnswer(page, "decide", "all");
    await expect(page.getByRole("status")).toContainText("Verdict then");
    await press(page, "Take it back");
    await expect(page.getByRole("status")).not.toContainText("Verdict then");
    await expect(page.getByRole("status")).toBeEmpty();
  });

  test("does not say an earlier message again after a step", async ({ page }) => {
    await openAt(page, "priorities", organization("P10"));
    await rate(page, "control", 3);
    await expect(page.getByRole("status")).toContainText("of 100 ways");
    await press(page, "Next: check your answers");
    await heading(page, "Check your answers").waitFor();
    await expect(page.getByRole("status")).toBeEmpty();
  });
});

/** What the element says; the page around may have something to say too. */
const said = (/** @type {import("@playwright/test").Page} */ page) =>
  page.locator("support-fit").getByRole("status");

test.describe("it is said", () => {
  test("that a part of the result did not arrive, and the heading takes the focus of the way to try again", async ({
    page,
  }) => {
    const plan = "**/assets/support-fit-plan-*.wasm";
    await page.route(plan, (route) => route.abort());
    await openAt(page, "result", organization("P10"));
    const duties = section(page, WORDS.ui.duties.title);
    await expect(duties).toContainText(WORDS.ui.later.missing);
    await expect(said(page)).toHaveText(WORDS.ui.later.missing);
    await button(duties, WORDS.ui.later.retry).click();
    await expect(page.getByRole("heading", { name: WORDS.ui.duties.title })).toBeFocused();
    // The same again, and it is said again.
    await expect(said(page)).toHaveText(WORDS.ui.later.missing);
    await page.unroute(plan);
    await button(duties, WORDS.ui.later.retry).click();
    await expect(duties.getByRole("table").first()).toBeVisible();
    await expect(said(page)).toBeEmpty();
  });

  test("that a result did not arrive once more, with the focus on that", async ({ page }) => {
    await page.route("**/assets/support-fit-{result,plan,aside}-*.wasm", (route) => route.abort());
    await open(page);
    await answerAll(page, LEANS);
    await heading(page, WORDS.ui.later.missing).waitFor();
    await press(page, WORDS.ui.later.retry);
    await expect(heading(page, WORDS.ui.later.missing)).toBeFocused();
  });

  test("that the browser refuses a file, behind the message that offers one", async ({ page }) => {
    await breakStorage(page, "getter");
    await open(page);
    await refuseFiles(page);
    const message = notice(page, WORDS.ui.notice.blocked);
    await message.waitFor();
    await button(page, WORDS.ui.notice.file).first().click();
    await expect(message).toContainText(WORDS.ui.take.files.failed);
    await expect(said(page)).toContainText(WORDS.ui.take.files.failed);
    await expect(button(page, WORDS.ui.notice.file).first()).toBeFocused();
  });

  test("that the browser refuses the file that the footer offers", async ({ page }) => {
    await breakStorage(page, "getter");
    await open(page);
    await answerAll(page, LEANS.slice(0, 1));
    await press(page, WORDS.ui.notice.close);
    await refuseFiles(page);
    await press(page, WORDS.ui.notice.file);
    await expect(notice(page, WORDS.ui.take.files.failed)).toBeVisible();
    await expect(said(page)).toHaveText(WORDS.ui.take.files.failed);
  });

  test("that a draft that cannot be read cannot be saved as a file either", async ({ page }) => {
    await keep(page, "not a draft");
    await page.goto("/widget/");
    await notice(page, WORDS.ui.notice.unreadable).waitFor();
    await refuseFiles(page);
    await press(page, WORDS.ui.notice.file);
    await expect(said(page)).toContainText(WORDS.ui.take.files.failed);
    await expect(button(page, WORDS.ui.notice.file)).toBeVisible();
  });

  for (const [answer, label] of Object.entries(WORDS.ui.answer)) {
    if (!["none", "not_sure"].includes(answer)) continue;
    test(`that ticks are gone when “${label}” is chosen`, async ({ page }) => {
      await keep(page, draftAt("signs"));
      await page.goto("/widget/");
      await choose(page, "Updates come late or skip some machines");
      await expect(said(page)).not.toHaveText(WORDS.ui.answer.cleared);
      await choose(page, label);
      await expect(said(page)).toHaveText(WORDS.ui.answer.cleared);
    });
  }

  test("that the link gets too long, when it does", async ({ page }) => {
    // Texts of which no letter can be guessed from the one before it.
    const text = (/** @type {number} */ seed) =>
      Array.from({ length: 300 }, (_, n) =>
        String.fromCodePoint(0x4e00 + ((seed * 7919 + n * n * 104_729 + n * 31) % 20_000)),
      ).join("");
    const own = Object.fromEntries(
      Array.from({ length: 10 }, (_, n) => [`own${n + 1}`, { name: text(n).slice(0, 60) }]),
    );
    const draft = { ...JSON.parse(fullDraft(SOMEBODY, { screen: "result" })), duties: own };
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
    await expect(said(page)).not.toHaveText(TOO_LONG);
    await take(page).getByLabel(plan).uncheck();
    await take(page).getByLabel(plan).check();
    await expect(said(page)).toHaveText(TOO_LONG);
  });
});
