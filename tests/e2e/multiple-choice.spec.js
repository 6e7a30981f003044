// Questions with checkboxes.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { draftAt, keep, kept } from "./steps/drafts.js";
import { choose, heading, painted, press } from "./steps/flow.js";

const MISSING = "Please choose an answer. “Not sure” is fine.";
const CHOICES = [
  "Security updates (patching) come late or skip some machines",
  "Systems and logins are not well documented",
];
const { none: NONE, not_sure: NOT_SURE, cleared: CLEARED } = WORDS.ui.answer;

test("A multiple choice accepts several answers, “None of these” or “Not sure” @wcag-3.3.1 @wcag-4.1.3", async ({
  page,
}) => {
  await keep(page, draftAt("signs"));
  await page.goto("/widget/");
  await heading(page, "Which IT gaps do you have now?").waitFor();
  const liveRegion = page.locator("support-fit").getByRole("status");
  const boxes = page.getByRole("checkbox", { checked: true });
  const radios = page.getByRole("radio", { checked: true });
  const signs = async () => (await kept(page)).answers.signs;

  await test.step("without an answer it asks for one and marks the first checkbox as invalid", async () => {
    const first = page.getByRole("checkbox").first();
    await press(page, "Update my result");
    await expect(page.getByRole("paragraph").filter({ hasText: MISSING })).toBeVisible();
    await expect.soft(first).toBeFocused();
    await expect.soft(first).toHaveAttribute("aria-invalid", "true");
    await choose(page, CHOICES[1]);
    await expect.soft(first).not.toHaveAttribute("aria-invalid");
  });

  await test.step("it accepts several choices", async () => {
    await choose(page, CHOICES[0]);
    await expect(boxes).toHaveCount(2);
    expect.soft(await signs()).toEqual(["patch", "docs"]);
    await expect.soft(liveRegion).not.toHaveText(CLEARED);
  });

  await test.step("“None of these” clears the choices and says so", async () => {
    await choose(page, NONE);
    await expect.soft(boxes).toHaveCount(0);
    await expect.soft(radios).toHaveCount(1);
    await expect.soft(liveRegion).toHaveText(CLEARED);
    expect.soft(await signs()).toEqual([]);
  });

  await test.step("a choice clears “None of these”", async () => {
    await choose(page, CHOICES[0]);
    await expect.soft(radios).toHaveCount(0);
    await expect.soft(liveRegion).not.toHaveText(CLEARED);
    expect.soft(await signs()).toEqual(["patch"]);
  });

  await test.step("“Not sure” clears the choices and says so", async () => {
    await choose(page, NOT_SURE);
    await expect.soft(boxes).toHaveCount(0);
    await expect.soft(liveRegion).toHaveText(CLEARED);
    expect.soft(await signs()).toBe("dk");
  });

  await test.step("clearing the last choice leaves no answer", async () => {
    await choose(page, CHOICES[0]);
    await page.getByLabel(CHOICES[0], { exact: true }).uncheck();
    await painted(page);
    await expect.soft(radios).toHaveCount(0);
    expect.soft(await signs()).toBeUndefined();
  });

  await test.step("an answer leads to the result", async () => {
    await choose(page, CHOICES[0]);
    await press(page, "Update my result");
    await expect(page.getByRole("article")).toBeVisible();
  });
});
