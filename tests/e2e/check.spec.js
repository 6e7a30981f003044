// The answers before the result: what was said, what is open, and the way to change it.

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

test.describe("the check of complete answers", () => {
  test.beforeEach(({ page }) => openAt(page, "check", ALL));

  test("says that nothing is open", async ({ page }) => {
    await expect(
      page.getByText("You have answered every question that applies to you."),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: /^Answer: / })).toHaveCount(0);
  });

  test("shows every answer in the words of its question", async ({ page }) => {
    for (const id of asked(ALL.answers)) {
      const said = row(page, textOf(id)).getByRole("definition").first();
      await expect(said).toHaveText(labelsOf(id, ALL.answers[id]).join(""));
    }
  });

  test("shows the ratings that stand out", async ({ page }) => {
    const said = row(page, "What matters to you").getByRole("definition").first();
    await expect(said).toHaveText(
      "Control and know-how stay close: ImportantSecurity and rules are looked after: Important",
    );
  });

  test("leads to what matters and back", async ({ page }) => {
    await press(page, "Change: What matters to you");
    await heading(page, TITLES.priorities).waitFor();
    await rate(page, "cost", 0);
    await press(page, "Done");
    await expect(heading(page, TITLES.check)).toBeFocused();
    await expect(row(page, "What matters to you")).toContainText("Not a factor");
  });

  test("leads on to the result", async ({ page }) => {
    await press(page, "See your result");
    await expect(page.getByRole("article")).toBeVisible();
    await expect(heading(page, /./)).toBeFocused();
  });

  test("leads back to what matters", async ({ page }) => {
    await press(page, "Back");
    await expect(heading(page, TITLES.priorities)).toBeFocused();
  });
});

test("says it when all ratings are “Normal”", async ({ page }) => {
  await openAt(page, "check", organization("P2"));
  await expect(row(page, "What matters to you")).toContainText("All points on “Normal”");
});

test("shows “Not sure” and “None of these” as answers", async ({ page }) => {
  const answers = { ...ALL.answers, signs: [], hours: "dk" };
  await openAt(page, "check", { answers, priorities: {} });
  await expect(row(page, textOf("signs"))).toContainText("None of these");
  await expect(row(page, textOf("hours"))).toContainText("Not sure");
});

test.describe("the check of open questions", () => {
  test.beforeEach(({ page }) => openAt(page, "check", HALF));

  test("says how many are open", async ({ page }) => {
    await expect(
      page.getByText("22 questions are still open. “Not sure” would be fine too."),
    ).toBeVisible();
    await expect(page.getByRole("button", { name: /^Answer: / })).toHaveCount(22);
  });

  test("says what an answer would add to the result", async ({ page }) => {
    await expect(row(page, textOf("fund"))).toContainText(
      /^Could you pay .+Not answered yetAn answer moves \d+ of 100 ways, on average\.Answer$/,
    );
  });

  test("says of every open question what its answer would add, or that it does not count", async ({
    page,
  }) => {
    const open = ALL_QUESTIONS.filter(({ id }) => !(id in HALF.answers));
    for (const { id, scored } of open) {
      const said = row(page, textOf(id)).getByRole("definition").first();
      await expect(said).toHaveText(
        scored
          ? /^Not answered yetAn answer moves (\d+|fewer than 1) of 100 ways, on average\.$/
          : "Not answered yetThis answer does not count in the result.",
      );
    }
  });

  test("takes an answer and comes back with one question less", async ({ page }) => {
    await press(page, `Answer: ${textOf("fund")}`);
    await choose(page, labelOf("fund", "one"));
    await press(page, "Done");
    await expect(heading(page, TITLES.check)).toBeFocused();
    await expect(page.getByText("21 questions are still open.")).toBeVisible();
    await expect(row(page, textOf("fund"))).toContainText(labelOf("fund", "one"));
  });

  test("does not come back from a question without an answer", async ({ page }) => {
    await press(page, `Answer: ${textOf("fund")}`);
    await press(page, "Done");
    await expect(heading(page, textOf("fund"))).toBeVisible();
    await expect(page.getByRole("status")).toContainText("Choose an answer first.");
  });
});

test("one open question is spoken of as one", async ({ page }) => {
  const { sector: _, ...answers } = ALL.answers;
  await openAt(page, "check", { answers, priorities: {} });
  await expect(page.getByText("1 question is still open.")).toBeVisible();
});
