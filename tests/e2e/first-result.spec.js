// The result of the quick check.

import { expect } from "@playwright/test";

import { WORDS, filled, nameOf } from "./steps/content.js";
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
import { theRest } from "./steps/full.js";
import { test } from "./steps/reading.js";
import {
  BLOCKED,
  CONDITION,
  card,
  nextQuestions,
  openFold,
  openQuickResult,
  openView,
  section,
  shareRow,
  shareTable,
  verdict,
} from "./steps/result.js";

const { answer: ANSWER, view: VIEW, ...FIELDS } = WORDS.ui.result;

test("a quick-check result says which model leads, why, and what is open @wcag-1.1.1", async ({
  reading,
}) => {
  const page = await reading("first");

  await test.step("the headline names the leader, and the line above counts the answers", async () => {
    await expect.soft(heading(page, /./)).toHaveText("Leaning toward co-managed IT");
    await expect
      .soft(verdict(page).locator(".kicker"))
      .toHaveText("Your quick result · 7 of 28 questions answered");
    await expect.soft(verdict(page)).toContainText(ANSWER.favor.co_managed);
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

  await test.step("a model that works under a condition says so", () =>
    expect.soft(shareRow(page, "In-house IT")).toContainText(CONDITION));

  await test.step("the condition of another model than the leader is no note", () =>
    expect.soft(verdict(page)).not.toContainText("accidental co-management"));

  await test.step("the rest of the questions is counted, with the time they take", () =>
    expect.soft(theRest(page)).toHaveText("Answer the rest · 21 questions, about 3 minutes left"));

  await test.step("it says that it cannot settle the choice", () =>
    expect.soft(section(page, ANSWER.sure.title)).toContainText(ANSWER.sure.quick));
});

test("the views of a quick result: the models side by side, open questions, and what others need", async ({
  reading,
}) => {
  const page = await reading("first", "why");

  await test.step("every model has the same fields in the same order", async () => {
    for (const name of MODELS) {
      await expect
        .soft(card(page, name).getByRole("heading"))
        .toHaveText([name, FIELDS.for, FIELDS.against, FIELDS.gives, FIELDS.costs, FIELDS.wrong]);
    }
  });

  await test.step("the leader is first, and the models have the same width", async () => {
    const names = page.locator("support-fit .card h4");
    await expect.soft(names).toHaveCount(MODELS.length);
    await expect.soft(names.first()).toHaveText(nameOf("co_managed"));
    const widths = await Promise.all(
      MODELS.map(async (name) => (await card(page, name).boundingBox())?.width ?? 0),
    );
    expect.soft(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1);
  });

  await test.step("a model that works under a condition names the condition, and the others have no status", async () => {
    const inHouse = card(page, "In-house IT");
    await expect.soft(inHouse).toContainText(CONDITION);
    await expect.soft(inHouse).toContainText(WORDS.gate.G7);
    await expect.soft(card(page, nameOf("co_managed")).locator(".status")).toHaveCount(0);
  });

  await test.step("three open questions are suggested, none from the quick check", async () => {
    await openView(page, VIEW.what_if);
    await expect.soft(nextQuestions(page)).toHaveCount(3);
    for (const question of QUESTIONS) await expect.soft(button(page, question)).toHaveCount(0);
  });

  for (const view of [VIEW.cost, VIEW.who, VIEW.plan, VIEW.ask]) {
    await test.step(`“${view}” says that it needs more answers`, async () => {
      await openView(page, view);
      await expect.soft(page.getByText(WORDS.ui.result.needs.text)).toBeVisible();
      await expect.soft(button(page, WORDS.ui.nav.go_on)).toBeVisible();
    });
  }

  await test.step("the limits have a view of their own", async () => {
    await openView(page, VIEW.answer);
    await openView(page, VIEW.sources);
    await expect.soft(page.getByText(WORDS.ui.result.admits_levels)).toBeVisible();
  });
});

test("answering a suggested question updates the quick-check result", async ({ page }) => {
  await openQuickResult(page, LEANS);
  const before = await shareTable(page).textContent();
  await openView(page, VIEW.what_if);
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
    await openView(page, VIEW.answer);
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
      await expect.soft(verdict(page)).toContainText(ANSWER.sure.quick);
      await expect.soft(verdict(page)).not.toContainText(/\bclear(ly)?\b|fits your answers best/i);
      await expect.soft(verdict(page)).toContainText(new RegExp(model, "i"));
    });
  }
});

test("a quick-check result that rules models out names the reasons", async ({ page }) => {
  await openQuickResult(page, RULED_OUT);

  await test.step("the ruled-out models show their status, and the rule under the reasons", async () => {
    for (const [name, inline, rule] of /** @type {[string, string, string][]} */ ([
      ["In-house IT", "in-house IT", "There is no IT team, and no budget to build one."],
      [
        "Co-managed IT",
        "co-managed IT",
        "No one on your staff handles IT, and there is no budget to hire.",
      ],
    ])) {
      await expect.soft(shareRow(page, name)).toContainText(BLOCKED);
      await expect.soft(section(page, filled(ANSWER.out, { name: inline }))).toContainText(rule);
    }
    await expect
      .soft(shareRow(page, "Fully outsourced IT").getByRole("rowheader"))
      .toHaveText("Fully outsourced IT");
  });

  await test.step("no way of weighing counts for a ruled-out model", async () => {
    await expect.soft(shareRow(page, "Fully outsourced IT")).toContainText("100 of 100 runs");
    await expect.soft(shareRow(page, "In-house IT")).toContainText(/(?<!\d)0 of 100 runs/);
  });
});

test("a quick-check result warns of a trap, and asks for more answers if there are too few", async ({
  page,
}) => {
  await test.step("a trap is a note before acting", async () => {
    await openQuickResult(page, TRAPPED);
    const { title, text } = WORDS.trap.level.risk;
    await expect.soft(section(page, ANSWER.before.title)).toContainText(`${title}. ${text}`);
  });

  await test.step("too few answers show what is missing, and no shares or models", async () => {
    await openQuickResult(page, NOT_SURE);
    await expect.soft(heading(page, "Not enough answers yet")).toBeVisible();
    await expect.soft(page.getByText(filled(ANSWER.insufficient.other, { n: 5 }))).toBeVisible();
    await expect.soft(page.getByRole("table")).toHaveCount(0);
    await expect.soft(page.getByText(/of 100 runs/)).toHaveCount(0);
    await expect.soft(page.getByRole("navigation")).toHaveCount(0);
    await press(page, filled(ANSWER.next.more.other, { n: 5 }));
    await expect.soft(heading(page, "Do you use an outside IT provider today?")).toBeVisible();
  });
});
