// The check of the answers before the result: what was answered, what is open, and how to change it.

import { expect, test } from "@playwright/test";

import { ALL_QUESTIONS, labelOf, labelsOf, organization, textOf } from "./steps/content.js";
import { choose, heading, press } from "./steps/flow.js";
import { TITLES, asked, openAt, rate } from "./steps/full.js";

const ALL = organization("P4");
const HALF = organization("P11");

/** @typedef {import("@playwright/test").Page} Page */

/**
 * The row of a question.
 *
 * @param {Page} page
 * @param {string} title
 */
function row(page, title) {
  const name = page.getByRole("term").filter({ hasText: title });
  return page.locator("support-fit dl > div").filter({ has: name });
}

test("the check of complete answers shows every answer and leads to the priorities and the result", async ({
  page,
}) => {
  await openAt(page, "check", ALL);
  const priorities = row(page, "Your priorities");

  await test.step("no question is open", async () => {
    await expect
      .soft(page.getByText("You have answered every question that applies to you."))
      .toBeVisible();
    await expect.soft(page.getByRole("button", { name: /^Answer: / })).toHaveCount(0);
  });

  await test.step("every answer is in the words of its question", async () => {
    for (const id of asked(ALL.answers)) {
      const definition = row(page, textOf(id)).getByRole("definition").first();
      await expect.soft(definition).toHaveText(labelsOf(id, ALL.answers[id]).join(""));
    }
  });

  await test.step("the ratings that are not “Normal” are listed", async () => {
    await expect
      .soft(priorities.getByRole("definition").first())
      .toHaveText(
        "Control and know-how stay with us: ImportantSecurity and compliance are handled: Important",
      );
  });

  await test.step("changing the priorities returns to the check", async () => {
    await press(page, "Change: Your priorities");
    await heading(page, TITLES.priorities).waitFor();
    await rate(page, "cost", 0);
    await press(page, "Done");
    await expect(heading(page, TITLES.check)).toBeFocused();
    await expect(priorities).toContainText("Not a factor");
  });

  await test.step("Back leads to the priorities", async () => {
    await press(page, "Back");
    await expect(heading(page, TITLES.priorities)).toBeFocused();
    await press(page, "Next: review your answers");
  });

  await test.step("“See your result” leads to the result", async () => {
    await press(page, "See your result");
    await expect(page.getByRole("article")).toBeVisible();
    await expect(heading(page, /./)).toBeFocused();
  });
});

test("the check says what an answer to an open question would add, and accepts one", async ({
  page,
}) => {
  await openAt(page, "check", HALF);

  await test.step("the open questions are counted", async () => {
    await expect
      .soft(
        page.getByText("22 questions are still open. You can also answer them with “Not sure.”"),
      )
      .toBeVisible();
    await expect.soft(page.getByRole("button", { name: /^Answer: / })).toHaveCount(22);
  });

  await test.step("every open question says what its answer would add, or that it does not count", async () => {
    await expect
      .soft(row(page, textOf("fund")))
      .toContainText(
        /^Could you pay .+Not answered yetOn average, an answer here shifts \d+ of 100 runs\.Answer$/,
      );
    const open = ALL_QUESTIONS.filter(({ id }) => !(id in HALF.answers));
    for (const { id, scored } of open) {
      const definition = row(page, textOf(id)).getByRole("definition").first();
      await expect
        .soft(definition)
        .toHaveText(
          scored
            ? /^Not answered yetOn average, an answer here shifts (\d+|fewer than 1) of 100 runs\.$/
            : "Not answered yetThis answer does not affect your result.",
        );
    }
  });

  await test.step("Done without an answer stays at the question and asks for one", async () => {
    await press(page, `Answer: ${textOf("fund")}`);
    await press(page, "Done");
    await expect(heading(page, textOf("fund"))).toBeVisible();
    await expect(page.getByRole("status")).toContainText("Please choose an answer.");
  });

  await test.step("an answer returns to the check with one open question fewer", async () => {
    await choose(page, labelOf("fund", "one"));
    await press(page, "Done");
    await expect(heading(page, TITLES.check)).toBeFocused();
    await expect(page.getByText("21 questions are still open.")).toBeVisible();
    await expect(row(page, textOf("fund"))).toContainText(labelOf("fund", "one"));
  });
});

test("the check names one open question, “Not sure”, “None of these” and ratings that are all alike", async ({
  page,
}) => {
  await test.step("one open question is in the singular", async () => {
    const { sector: _, ...answers } = ALL.answers;
    await openAt(page, "check", { answers, priorities: {} });
    await expect.soft(page.getByText("1 question is still open.")).toBeVisible();
  });

  await test.step("“Not sure” and “None of these” are answers, and all ratings are “Normal”", async () => {
    const answers = { ...ALL.answers, signs: [], hours: "dk" };
    await openAt(page, "check", { answers, priorities: {} });
    await expect.soft(row(page, textOf("signs"))).toContainText("None of these");
    await expect.soft(row(page, textOf("hours"))).toContainText("Not sure");
    await expect.soft(row(page, "Your priorities")).toContainText("All set to “Normal”");
  });
});
