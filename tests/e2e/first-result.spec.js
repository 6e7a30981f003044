// The result of the quick check.

import { expect } from "@playwright/test";

import {
  LEANS,
  MODELS,
  NOT_SURE,
  QUESTIONS,
  RULED_OUT,
  TRAPPED,
  button,
  heading,
  press,
} from "./steps/flow.js";
import { test } from "./steps/reading.js";
import {
  BLOCKED,
  CONDITION,
  STATUS,
  card,
  nextQuestions,
  openFold,
  openQuickResult,
  reasons,
  shareRow,
  shareTable,
  verdict,
} from "./steps/result.js";

test("a quick-check result says which model leads, why, and what is open @wcag-1.1.1", async ({
  reading,
}) => {
  const page = await reading("first");

  await test.step("the verdict names the leader, its share and the runner-up", async () => {
    await expect.soft(heading(page, /./)).toContainText("One model is ahead, but it isn't settled");
    await expect
      .soft(
        page.getByText(
          /^Your answers lean toward co-managed IT\. It came first in \d+ of 100 runs\. .+ is next\.$/,
        ),
      )
      .toBeVisible();
  });

  await test.step("the shares of the models are in words and add up", async () => {
    let sum = 0;
    for (const name of MODELS) {
      const words = await shareRow(page, name).textContent();
      const share = /(\d+) of 100 runs/.exec(words ?? "");
      expect.soft(share, name).not.toBeNull();
      sum += Number(share?.[1]);
    }
    // Each is rounded separately.
    expect.soft(Math.abs(sum - 100)).toBeLessThanOrEqual(1);
  });

  await test.step("a fold explains what a share means", async () => {
    await openFold(page.getByText(/What does “\d+ of 100 runs” mean\?/));
    await expect
      .soft(page.getByText("This is not the chance that a model will work out for you."))
      .toBeVisible();
  });

  await test.step("every model has the same fields in the same order", async () => {
    for (const name of MODELS) {
      await expect
        .soft(card(page, name).getByRole("heading"))
        .toHaveText([
          name,
          "Reasons for it",
          "Reasons against it",
          "What you gain",
          "What you give up",
          "What can go wrong",
        ]);
      await expect.soft(card(page, name).getByText(STATUS)).toBeVisible();
      await expect.soft(card(page, name).getByText("What the articles say")).toBeVisible();
    }
  });

  await test.step("the models are in the order of the terms and have the same width", async () => {
    const names = page.getByRole("heading").filter({ hasText: new RegExp(MODELS.join("|")) });
    await expect.soft(names).toHaveText(MODELS);
    const widths = await Promise.all(
      MODELS.map(async (name) => (await card(page, name).boundingBox())?.width ?? 0),
    );
    expect.soft(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1);
  });

  await test.step("the reasons quote the visitor's own answers", async () => {
    let count = 0;
    for (const name of MODELS) {
      for (const side of ["Reasons for it", "Reasons against it"]) {
        for (const reason of await reasons(page, name, side).allTextContents()) {
          count++;
          const n = QUESTIONS.findIndex((question) => reason.includes(question));
          expect.soft(n, reason).toBeGreaterThanOrEqual(0);
          expect.soft(reason).toContain(LEANS[n]);
        }
      }
    }
    expect.soft(count).toBeGreaterThan(3);
  });

  await test.step("a model that no answer supports says so", async () => {
    await expect
      .soft(card(page, "In-house IT").getByText("So far, none of your answers favors it."))
      .toBeVisible();
  });

  await test.step("a model that works under a condition names the condition", async () => {
    await expect.soft(shareRow(page, "In-house IT")).toContainText(CONDITION);
    const inHouse = card(page, "In-house IT");
    await expect.soft(inHouse).toContainText(CONDITION);
    await expect
      .soft(inHouse)
      .toContainText("Key-person risk: one person does it all. Name a backup.");
    await expect
      .soft(card(page, "Co-managed IT").getByText(STATUS))
      .toHaveText("Nothing rules it out");
  });

  await test.step("every model cites the articles behind it", async () => {
    for (const name of MODELS) {
      await openFold(card(page, name).getByText("What the articles say"));
      await expect.soft(card(page, name).locator("cite").first()).toBeVisible();
    }
  });

  await test.step("a trap without signs is not mentioned", async () => {
    await expect.soft(page.getByText("accidental co-management")).toHaveCount(0);
  });

  await test.step("the result admits what it cannot know", async () => {
    await expect.soft(page.getByRole("heading", { name: "Sources and limits" })).toBeVisible();
    await expect
      .soft(page.getByText("No one has measured how well the models work out."))
      .toBeVisible();
  });

  await test.step("three open questions are suggested, none from the quick check", async () => {
    await expect.soft(nextQuestions(page)).toHaveCount(3);
    for (const question of QUESTIONS) await expect.soft(button(page, question)).toHaveCount(0);
  });

  await test.step("the rest of the full assessment is counted", async () => {
    await expect
      .soft(
        page.getByText(
          "21 questions to go, about 3 minutes left. The full set can confirm this result or change it.",
        ),
      )
      .toBeVisible();
  });
});

test("answering a suggested question updates the quick-check result", async ({ page }) => {
  await openQuickResult(page, LEANS);
  const before = await shareTable(page).textContent();
  const question = (await nextQuestions(page).first().textContent()) ?? "";

  await test.step("Back returns to the result", async () => {
    await nextQuestions(page).first().click();
    await press(page, "Back");
    await expect(page.getByRole("article")).toBeVisible();
  });

  await test.step("an answer changes the shares and removes the suggestion", async () => {
    await nextQuestions(page).first().click();
    await expect(heading(page, question)).toBeVisible();
    await page.getByRole("radio").first().check();
    await press(page, "Update my result");
    await expect(page.getByRole("article")).toBeVisible();
    await expect(button(page, question)).toHaveCount(0);
    expect(await shareTable(page).textContent()).not.toBe(before);
  });
});

test("a quick-check result is never called clear, even if every answer supports one model", async ({
  page,
}) => {
  const oneSided = {
    "in-house IT": [
      "An IT team of two or more, with someone leading it",
      "Under control, with time to plan",
      "Yes: two or more people, with coverage",
      "Our own staff",
      "All of them, large and small",
      "Slowly; much like last year",
      "Deep knowledge of our own systems, every day",
    ],
    "co-managed IT": LEANS,
    "fully outsourced IT": [
      "A manager runs IT and has other duties too",
      "All firefighting; little else gets done",
      "No, we do not have the budget",
      "One provider, from start to finish",
      "Just the plan and the budget; a provider can decide the rest",
      "Slowly; much like last year",
      "Some of everything, at a normal depth",
    ],
  };
  for (const [model, answers] of Object.entries(oneSided)) {
    await test.step(model, async () => {
      await openQuickResult(page, answers);
      await expect
        .soft(verdict(page))
        .toContainText("A quick result can show a lean, but it can't settle the choice.");
      await expect.soft(verdict(page)).not.toContainText(/\bclear(ly)?\b|fits your answers best/i);
      await expect.soft(verdict(page)).toContainText(new RegExp(model, "i"));
    });
  }
});

test("a quick-check result that rules models out names the reasons", async ({ page }) => {
  await openQuickResult(page, RULED_OUT);

  await test.step("the ruled-out models show their status and the rule", async () => {
    await expect.soft(shareRow(page, "In-house IT")).toContainText(BLOCKED);
    await expect.soft(card(page, "In-house IT")).toContainText(BLOCKED);
    await expect
      .soft(card(page, "In-house IT"))
      .toContainText("There is no IT team, and no budget to build one.");
    await expect.soft(card(page, "Co-managed IT")).toContainText(BLOCKED);
    await expect
      .soft(card(page, "Co-managed IT"))
      .toContainText("No one on your staff handles IT, and there is no budget to hire.");
    await expect
      .soft(card(page, "Fully outsourced IT").getByText(STATUS))
      .toHaveText("Nothing rules it out");
  });

  await test.step("the result says how it would read without the rule", async () => {
    await expect
      .soft(page.getByText(/^Your answers rule out .+\. Without that rule, .+ of 100 runs\.$/))
      .toBeVisible();
  });

  await test.step("no way of weighing counts for a ruled-out model", async () => {
    await expect.soft(shareRow(page, "Fully outsourced IT")).toContainText("100 of 100 runs");
    await expect.soft(shareRow(page, "In-house IT")).toContainText(/(?<!\d)0 of 100 runs/);
  });
});

test("a quick-check result warns of a trap, and asks for more answers if there are too few", async ({
  page,
}) => {
  await test.step("a trap is shown with its signs", async () => {
    await openQuickResult(page, TRAPPED);
    await expect
      .soft(page.getByRole("heading", { name: "Some risk of accidental co-management" }))
      .toBeVisible();
    await expect
      .soft(
        page.getByText(
          "You want one provider to own every fix, but you also want to keep every decision.",
        ),
      )
      .toBeVisible();
  });

  await test.step("too few answers show what is missing, and no shares or models", async () => {
    await openQuickResult(page, NOT_SURE);
    await expect.soft(heading(page, "Not enough answers yet")).toBeVisible();
    await expect.soft(page.getByText(/Scored questions still to answer: 5\./)).toBeVisible();
    await expect.soft(page.getByRole("table")).toHaveCount(0);
    await expect.soft(page.getByText(/of 100 runs/)).toHaveCount(0);
    await expect.soft(page.getByText("The three models, side by side")).toHaveCount(0);
    await expect.soft(nextQuestions(page)).toHaveCount(3);
  });
});
