// The result after the quick check.

import { expect, test } from "@playwright/test";

import {
  LEANS,
  MODELS,
  NOT_SURE,
  QUESTIONS,
  RULED_OUT,
  TRAPPED,
  answerAll,
  button,
  heading,
  open,
  press,
} from "./steps/flow.js";
import {
  BLOCKED,
  CONDITION,
  STATUS,
  card,
  nextQuestions,
  reasons,
  shareRow,
  shareTable,
  verdict,
} from "./steps/result.js";

test.describe("the first result", () => {
  /** Answers that all speak for one model. */
  const ONE_SIDED = {
    "in-house IT": [
      "An IT team of two or more, with someone leading it",
      "Under control, with time to plan",
      "Yes: two or more people, with cover",
      "Our own people",
      "All of them, large and small",
      "Slowly; much like last year",
      "Deep knowledge of our own systems, every day",
    ],
    "co-managed IT": LEANS,
    outsourcing: [
      "A manager is in charge of IT and has other duties too",
      "All firefighting; little else gets done",
      "No",
      "One outside partner, from start to finish",
      "Plan and budget; a provider can decide the rest",
      "Slowly; much like last year",
      "A bit of everything, at a normal depth",
    ],
  };

  for (const [model, answers] of Object.entries(ONE_SIDED)) {
    test(`never calls it clear, even if every answer speaks for ${model}`, async ({ page }) => {
      await open(page);
      await answerAll(page, answers);
      await expect(verdict(page)).toContainText("It can lean, but it cannot settle.");
      await expect(verdict(page)).not.toContainText(/\bclear\b|fits best/i);
      await expect(verdict(page)).toContainText(new RegExp(model, "i"));
    });
  }

  test.describe("that leans", () => {
    test.beforeEach(async ({ page }) => {
      await open(page);
      await answerAll(page, LEANS);
      await heading(page, "Your answers lean one way").waitFor();
    });

    test("says which way, how far, and which model is next", async ({ page }) => {
      await expect(
        page.getByText(
          /^Your answers lean toward co-managed IT\. It comes first in \d+ of 100 ways of weighing them\. .+ is next\.$/,
        ),
      ).toBeVisible();
    });

    test("shows the share of each model in words, and they add up", async ({ page }) => {
      let sum = 0;
      for (const name of MODELS) {
        const words = await shareRow(page, name).textContent();
        const share = /(\d+) of 100 ways/.exec(words ?? "");
        expect(share, name).not.toBeNull();
        sum += Number(share?.[1]);
      }
      // Each is rounded by itself.
      expect(Math.abs(sum - 100)).toBeLessThanOrEqual(1);
    });

    test("says what the share means when asked", async ({ page }) => {
      await page.getByText(/What does “\d+ of 100” mean\?/).click();
      await expect(
        page.getByText("It is not the chance that a model will work out."),
      ).toBeVisible();
    });

    test("shows the same fields for each model, in the same order", async ({ page }) => {
      for (const name of MODELS) {
        await expect(card(page, name).getByRole("heading")).toHaveText([
          name,
          "Speaks for it",
          "Speaks against it",
          "What it gives",
          "What it costs",
          "When it goes wrong",
        ]);
        await expect(card(page, name).getByText(STATUS)).toBeVisible();
        await expect(card(page, name).getByText("Where this comes from")).toBeVisible();
      }
    });

    test("shows the models in the order of the terms", async ({ page }) => {
      const names = page.getByRole("heading").filter({ hasText: new RegExp(MODELS.join("|")) });
      await expect(names).toHaveText(MODELS);
    });

    test("gives each model the same width", async ({ page }) => {
      const widths = await Promise.all(
        MODELS.map(async (name) => (await card(page, name).boundingBox())?.width ?? 0),
      );
      expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1);
    });

    test("gives reasons in the visitor's own answers", async ({ page }) => {
      let count = 0;
      for (const name of MODELS) {
        for (const side of ["Speaks for it", "Speaks against it"]) {
          for (const reason of await reasons(page, name, side).allTextContents()) {
            count++;
            const n = QUESTIONS.findIndex((question) => reason.includes(question));
            expect(n, reason).toBeGreaterThanOrEqual(0);
            expect(reason).toContain(LEANS[n]);
          }
        }
      }
      expect(count).toBeGreaterThan(3);
    });

    test("says it where no answer speaks for a model", async ({ page }) => {
      await expect(
        card(page, "In-house IT").getByText("None of your answers speaks for it so far."),
      ).toBeVisible();
    });

    test("names the condition under which a model works", async ({ page }) => {
      await expect(shareRow(page, "In-house IT")).toContainText(CONDITION);
      await expect(card(page, "In-house IT")).toContainText(CONDITION);
      await expect(card(page, "In-house IT")).toContainText("Everything would rest on one person.");
      await expect(card(page, "Co-managed IT").getByText(STATUS)).toHaveText("Works");
    });

    test("quotes the articles behind each model", async ({ page }) => {
      for (const name of MODELS) {
        await card(page, name).getByText("Where this comes from").click();
        await expect(card(page, name).locator("cite").first()).toBeVisible();
      }
    });

    test("does not speak of a trap that was not seen", async ({ page }) => {
      await expect(page.getByText("half-shared IT")).toHaveCount(0);
    });

    test("admits what it cannot know", async ({ page }) => {
      await expect(
        page.getByRole("heading", { name: "Sources, and what this cannot know" }),
      ).toBeVisible();
      await expect(page.getByText("Nobody measured how well the models work.")).toBeVisible();
    });

    test("offers three open questions that would firm it up", async ({ page }) => {
      await expect(nextQuestions(page)).toHaveCount(3);
      for (const question of QUESTIONS) await expect(button(page, question)).toHaveCount(0);
    });

    test("is updated by the answer to such a question", async ({ page }) => {
      const before = await shareTable(page).textContent();
      const question = (await nextQuestions(page).first().textContent()) ?? "";
      await nextQuestions(page).first().click();
      await expect(heading(page, question)).toBeVisible();
      await page.getByRole("radio").first().check();
      await press(page, "Update the result");
      await expect(page.getByRole("article")).toBeVisible();
      await expect(button(page, question)).toHaveCount(0);
      expect(await shareTable(page).textContent()).not.toBe(before);
    });

    test("is there again after going back from such a question", async ({ page }) => {
      await nextQuestions(page).first().click();
      await press(page, "Back");
      await expect(page.getByRole("article")).toBeVisible();
    });
  });

  test.describe("that rules models out", () => {
    test.beforeEach(async ({ page }) => {
      await open(page);
      await answerAll(page, RULED_OUT);
      await page.getByRole("article").waitFor();
    });

    test("says which, and for what reason", async ({ page }) => {
      await expect(shareRow(page, "In-house IT")).toContainText(BLOCKED);
      await expect(card(page, "In-house IT")).toContainText(BLOCKED);
      await expect(card(page, "In-house IT")).toContainText(
        "There is no IT team and no money to build one.",
      );
      await expect(card(page, "Co-managed IT")).toContainText(BLOCKED);
      await expect(card(page, "Co-managed IT")).toContainText(
        "Nobody inside looks after IT and there is no money to hire",
      );
      await expect(card(page, "Fully outsourced IT").getByText(STATUS)).toHaveText("Works");
    });

    test("says how it would read if nothing were ruled out", async ({ page }) => {
      await expect(
        page.getByText(/^Your answers rule out .+\. Without that rule, .+ of 100 ways\.$/),
      ).toBeVisible();
    });

    test("counts no way of weighing for them", async ({ page }) => {
      await expect(shareRow(page, "Fully outsourced IT")).toContainText("100 of 100 ways");
      await expect(shareRow(page, "In-house IT")).toContainText(/(?<!\d)0 of 100 ways/);
    });
  });

  test("shows the trap with the signs that were seen", async ({ page }) => {
    await open(page);
    await answerAll(page, TRAPPED);
    await expect(
      page.getByRole("heading", { name: "Some risk of half-shared IT by accident" }),
    ).toBeVisible();
    await expect(
      page.getByText("You want one outside partner in charge of it all, but keep every decision"),
    ).toBeVisible();
  });

  test.describe("without enough answers", () => {
    test.beforeEach(async ({ page }) => {
      await open(page);
      await answerAll(page, NOT_SURE);
      await heading(page, "Not enough answers yet").waitFor();
    });

    test("says how many are missing", async ({ page }) => {
      await expect(page.getByText(/Please answer 5 more scored questions\./)).toBeVisible();
    });

    test("shows no shares and no models", async ({ page }) => {
      await expect(page.getByRole("table")).toHaveCount(0);
      await expect(page.getByText(/of 100 ways/)).toHaveCount(0);
      await expect(page.getByText("The three models side by side")).toHaveCount(0);
    });

    test("offers the questions to answer next", async ({ page }) => {
      await expect(nextQuestions(page)).toHaveCount(3);
    });
  });
});
