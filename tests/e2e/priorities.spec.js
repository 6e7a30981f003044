// What matters: seven points, four ratings, and what they do to the result at once.

import { expect, test } from "@playwright/test";

import { DIMENSIONS, RATINGS, WORDS, organization, partial, textOf } from "./steps/content.js";
import { kept } from "./steps/drafts.js";
import { button, heading, painted, press } from "./steps/flow.js";
import { TITLES, openAt, rate, ratings } from "./steps/full.js";
import { BLOCKED, shareRow, shareTable } from "./steps/result.js";

const CLOSE = organization("P10");

/** @typedef {import("@playwright/test").Page} Page */

/**
 * The shares as they are shown.
 *
 * @param {Page} page
 */
function shares(page) {
  return shareTable(page).textContent();
}

test.describe("what matters", () => {
  test.beforeEach(({ page }) => openAt(page, "priorities", CLOSE));

  test("is asked on seven points with four ratings each, all “Normal” at first", async ({
    page,
  }) => {
    for (const dimension of DIMENSIONS) {
      const group = ratings(page, dimension);
      await expect(group.getByRole("radio")).toHaveCount(RATINGS.length);
      for (const label of RATINGS) {
        const choice = group.getByLabel(label, { exact: true });
        await expect(choice).toBeChecked({ checked: label === "Normal" });
      }
    }
    await expect(page.locator("support-fit fieldset")).toHaveCount(DIMENSIONS.length);
  });

  test("explains each point", async ({ page }) => {
    for (const dimension of DIMENSIONS) {
      await expect(ratings(page, dimension)).toContainText(WORDS.dimension[dimension].help);
    }
  });

  test("shows the shares that a rating makes, at once", async ({ page }) => {
    const before = await shares(page);
    await rate(page, "control", 3);
    await expect(shareTable(page)).not.toHaveText(before ?? "");
    await expect(shareRow(page, "Co-managed IT")).toContainText(/\d+ of 100 ways/);
  });

  test("can turn the lead", async ({ page }) => {
    await expect(shareTable(page).locator("tr.leads")).toContainText("Fully outsourced IT");
    await rate(page, "control", 3);
    await expect(shareTable(page).locator("tr.leads")).toContainText("Co-managed IT");
  });

  test("announces what a rating does", async ({ page }) => {
    await rate(page, "control", 3);
    const row = await shareRow(page, "Co-managed IT").getByRole("cell").textContent();
    const [share] = /^.*?(?= of 100)/.exec(row ?? "") ?? [];
    await expect(page.getByRole("status")).toHaveText(
      `Co-managed IT comes first in ${share} of 100 ways of weighing your answers.`,
    );
  });

  test("keeps the focus on the rating", async ({ page }) => {
    const choice = ratings(page, "control").getByLabel("Decisive", { exact: true });
    await choice.check();
    await painted(page);
    await expect(choice).toBeFocused();
  });

  test("keeps each rating in the draft", async ({ page }) => {
    await rate(page, "control", 3);
    await rate(page, "cost", 0);
    expect((await kept(page)).priorities).toEqual({ control: 3, cost: 0 });
  });

  test("offers no reset as long as all are alike", async ({ page }) => {
    await expect(button(page, "Set all to normal")).toHaveCount(0);
    await rate(page, "control", 2);
    await expect(button(page, "Set all to normal")).toBeVisible();
    await rate(page, "control", 1);
    await expect(button(page, "Set all to normal")).toHaveCount(0);
  });

  test("is reset to “Normal”, with the shares of before", async ({ page }) => {
    const before = await shares(page);
    await rate(page, "control", 3);
    await rate(page, "cost", 0);
    await press(page, "Set all to normal");
    await expect(shareTable(page)).toHaveText(before ?? "");
    for (const dimension of DIMENSIONS) {
      await expect(ratings(page, dimension).getByLabel("Normal", { exact: true })).toBeChecked();
    }
    expect((await kept(page)).priorities).toEqual({});
    await expect(heading(page, TITLES.priorities)).toBeFocused();
  });

  test("leads to the answers", async ({ page }) => {
    await press(page, "Next: check your answers");
    await expect(heading(page, TITLES.check)).toBeFocused();
  });

  test("leads back to the last question", async ({ page }) => {
    await press(page, "Back");
    await expect(heading(page, textOf("sector"))).toBeFocused();
  });

  test("keeps the ratings through a reload", async ({ page }) => {
    await rate(page, "growth", 2);
    const before = await shares(page);
    await page.reload();
    await heading(page, TITLES.priorities).waitFor();
    await expect(ratings(page, "growth").getByLabel(RATINGS[2], { exact: true })).toBeChecked();
    await expect(shareTable(page)).toHaveText(before ?? "");
  });

  test("counts in the result as it was shown here", async ({ page }) => {
    await rate(page, "control", 3);
    await painted(page);
    const before = await shares(page);
    await press(page, "Next: check your answers");
    await press(page, "See your result");
    await expect(shareTable(page)).toHaveText(before ?? "");
  });
});

test("says when the effect will be seen while too little is answered", async ({ page }) => {
  await openAt(page, "priorities", partial("four scored answers: insufficient"));
  await expect(
    page.getByText("You see the effect here once five scored questions are answered."),
  ).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  await rate(page, "control", 3);
  await expect(page.getByRole("table")).toHaveCount(0);
  await expect(page.getByRole("status")).not.toContainText("of 100");
});

test("tells of a model that is ruled out beside its share", async ({ page }) => {
  await openAt(page, "priorities", organization("P6"));
  await expect(shareRow(page, "Fully outsourced IT")).toContainText(BLOCKED);
});
