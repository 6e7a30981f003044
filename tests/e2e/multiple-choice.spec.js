// Questions of which several answers hold at once.

import { expect, test } from "@playwright/test";

import { draftAt, keep, kept } from "./steps/drafts.js";
import { choose, heading, painted, press } from "./steps/flow.js";

const MISSING = "Choose an answer first. “Not sure” is fine too.";

test.describe("a multiple choice", () => {
  const CHOICES = [
    "Updates come late or skip some machines",
    "Systems and passwords are not well written down",
  ];

  test.beforeEach(async ({ page }) => {
    await keep(page, draftAt("signs"));
    await page.goto("/widget/");
    await heading(page, "Which of these are true today?").waitFor();
  });

  test("marks the first box as wrong while an answer is missing", async ({ page }) => {
    const box = page.getByRole("checkbox").first();
    await page.locator("support-fit button[type=submit]").click();
    await expect(box).toBeFocused();
    await expect(box).toHaveAttribute("aria-invalid", "true");
    await choose(page, CHOICES[1]);
    await expect(box).not.toHaveAttribute("aria-invalid");
  });

  test("takes several choices", async ({ page }) => {
    for (const label of CHOICES) await choose(page, label);
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(2);
    expect((await kept(page)).answers.signs).toEqual(["patch", "docs"]);
  });

  test("takes “None of these” as an answer, which clears the choices", async ({ page }) => {
    for (const label of CHOICES) await choose(page, label);
    await choose(page, "None of these");
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
    expect((await kept(page)).answers.signs).toEqual([]);
  });

  test("clears “None of these” when something is chosen", async ({ page }) => {
    await choose(page, "None of these");
    await choose(page, CHOICES[0]);
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    expect((await kept(page)).answers.signs).toEqual(["patch"]);
  });

  test("takes “Not sure”, which clears the choices", async ({ page }) => {
    await choose(page, CHOICES[0]);
    await choose(page, "Not sure");
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    expect((await kept(page)).answers.signs).toBe("dk");
  });

  test("does not say “None of these” for a visitor who takes the last choice back", async ({
    page,
  }) => {
    await choose(page, CHOICES[0]);
    await page.getByLabel(CHOICES[0], { exact: true }).uncheck();
    await painted(page);
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    expect((await kept(page)).answers.signs).toBeUndefined();
  });

  test("asks for an answer when there is none", async ({ page }) => {
    await press(page, "Update the result");
    await expect(page.getByRole("paragraph").filter({ hasText: MISSING })).toBeVisible();
    await expect(page.getByRole("checkbox").first()).toBeFocused();
  });

  test("leads to the result", async ({ page }) => {
    await choose(page, CHOICES[0]);
    await press(page, "Update the result");
    await expect(page.getByRole("article")).toBeVisible();
  });
});
