// The priorities: a rating for each dimension, and the effect on the result, which is in a fold that is closed at first.

import { expect, test } from "@playwright/test";

import { DIMENSIONS, RATINGS, WORDS, organization, partial, textOf } from "./steps/content.js";
import { kept } from "./steps/drafts.js";
import { MODELS, button, heading, painted, press } from "./steps/flow.js";
import { TITLES, openAt, openEffect, rate, ratings } from "./steps/full.js";
import { BLOCKED, shareRow, shareTable } from "./steps/result.js";

test("rating a priority changes the shares at once, and the ratings are kept and can be reset @wcag-3.2.2 @wcag-4.1.3", async ({
  page,
}) => {
  await openAt(page, "priorities", organization("P10"));

  await test.step("the effect is neither shown nor announced until its fold is opened", async () => {
    await expect(shareTable(page)).toHaveCount(0);
    await rate(page, "people", 3);
    await painted(page);
    await expect.soft(page.getByRole("status")).not.toContainText("of 100");
    await rate(page, "people", 1);
    await openEffect(page);
    await expect(shareTable(page)).toBeVisible();
  });

  const before = (await shareTable(page).textContent()) ?? "";

  await test.step("each dimension has an explanation and four ratings, with “Normal” selected", async () => {
    await expect.soft(page.locator("support-fit fieldset")).toHaveCount(DIMENSIONS.length);
    for (const dimension of DIMENSIONS) {
      const group = ratings(page, dimension);
      await expect.soft(group).toContainText(WORDS.dimension[dimension].help);
      await expect.soft(group.getByRole("radio")).toHaveCount(RATINGS.length);
      for (const label of RATINGS) {
        const choice = group.getByLabel(label, { exact: true });
        await expect.soft(choice).toBeChecked({ checked: label === "Normal" });
      }
    }
  });

  await test.step("a reset is offered only while a rating is not “Normal”", async () => {
    await expect(button(page, "Set all to “Normal”")).toHaveCount(0);
    await rate(page, "control", 2);
    await expect(button(page, "Set all to “Normal”")).toBeVisible();
    await rate(page, "control", 1);
    await expect(button(page, "Set all to “Normal”")).toHaveCount(0);
    await expect.soft(shareTable(page)).toHaveText(before);
  });

  await test.step("a rating can change who leads, is announced and keeps the focus", async () => {
    const leading = shareTable(page).locator("tr.leads");
    await expect.soft(leading).toContainText("Fully outsourced IT");
    const choice = ratings(page, "coverage").getByLabel("Decisive", { exact: true });
    await choice.check();
    await painted(page);
    await expect.soft(choice).toBeFocused();
    await expect(shareTable(page)).not.toHaveText(before);
    await expect.soft(leading).toContainText("Co-managed IT");
    await expect.soft(shareRow(page, "Co-managed IT")).toContainText(/\d+ of 100 runs/);
    const row = await shareRow(page, "Co-managed IT").getByRole("cell").textContent();
    const [share] = /^.*?(?= of 100)/.exec(row ?? "") ?? [];
    await expect
      .soft(page.getByRole("status"))
      .toHaveText(`Co-managed IT came first in ${share} of 100 runs.`);
  });

  await test.step("each rating is saved in the draft", async () => {
    await rate(page, "cost", 0);
    expect.soft((await kept(page)).priorities).toEqual({ coverage: 3, cost: 0 });
  });

  await test.step("the reset restores the ratings and the shares, and moves the focus to the heading", async () => {
    await press(page, "Set all to “Normal”");
    await expect(shareTable(page)).toHaveText(before);
    for (const dimension of DIMENSIONS) {
      await expect
        .soft(ratings(page, dimension).getByLabel("Normal", { exact: true }))
        .toBeChecked();
    }
    expect.soft((await kept(page)).priorities).toEqual({});
    await expect.soft(heading(page, TITLES.priorities)).toBeFocused();
  });

  await test.step("a rating survives a reload", async () => {
    await rate(page, "growth", 2);
    const shares = (await shareTable(page).textContent()) ?? "";
    await page.reload();
    await heading(page, TITLES.priorities).waitFor();
    await openEffect(page);
    await expect
      .soft(ratings(page, "growth").getByLabel(RATINGS[2], { exact: true }))
      .toBeChecked();
    await expect.soft(shareTable(page)).toHaveText(shares);
  });

  await test.step("Back opens the last question, whose Next button returns here", async () => {
    await press(page, "Back");
    await expect(heading(page, textOf("sector"))).toBeFocused();
    await press(page, "Next: your priorities");
    await expect(heading(page, TITLES.priorities)).toBeFocused();
    await openEffect(page);
  });

  await test.step("Next opens the review, and the result shows the same shares", async () => {
    await rate(page, "control", 3);
    await painted(page);
    const shares = await Promise.all(MODELS.map((name) => shareRow(page, name).textContent()));
    await press(page, "Next: review your answers");
    await expect(heading(page, TITLES.check)).toBeFocused();
    await press(page, "See your result");
    // There, the leader is first.
    for (const [n, name] of MODELS.entries()) {
      await expect(shareRow(page, name)).toHaveText(shares[n] ?? "");
    }
  });
});

test("shares are shown only after five scored answers, and a model that is ruled out is marked", async ({
  page,
}) => {
  await test.step("with too few answers, the page says how many are needed", async () => {
    await openAt(page, "priorities", partial("four scored answers: insufficient"));
    await openEffect(page);
    await expect
      .soft(page.getByText("Answer at least five scored questions to see the effect here."))
      .toBeVisible();
    await expect.soft(page.getByRole("table")).toHaveCount(0);
    await rate(page, "control", 3);
    await expect.soft(page.getByRole("table")).toHaveCount(0);
    await expect.soft(page.getByRole("status")).not.toContainText("of 100");
  });

  await test.step("a model that is ruled out has its status next to its share", async () => {
    await openAt(page, "priorities", organization("P6"));
    await openEffect(page);
    await expect.soft(shareRow(page, "Fully outsourced IT")).toContainText(BLOCKED);
  });
});
