// What the live region says, and when.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { keep } from "./steps/drafts.js";
import { LEANS, answerAll, heading, open, press } from "./steps/flow.js";
import { openAt, rate } from "./steps/full.js";
import { tryAnswer } from "./steps/result.js";

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
