// Typing in a field: what was typed is kept without leaving the field, and nothing happens to the text meanwhile.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { cost } from "./steps/cost.js";
import { keptText } from "./steps/drafts.js";
import { button, press } from "./steps/flow.js";
import {
  askOf,
  enter,
  openResultView,
  problemAt,
  reload,
  roadmapOf,
  WHO,
} from "./steps/following.js";
import { openAt } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";
import { openTake, take } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const { roadmap, ask } = WORDS.ui.result;

/** @param {Page} page */
const step = (page) => roadmapOf(page).locator(".timeline li").first();

/**
 * Waits until a text is saved, which happens in a pause.
 *
 * @param {Page} page
 * @param {string} text
 */
const isSaved = (page, text) => expect.poll(() => keptText(page)).toContain(text);

test("A date typed in parts is kept, and half a date is refused once it is left", async ({
  page,
}) => {
  await openResultView(page, "Plan");
  const date = step(page).getByLabel(new RegExp(`^${roadmap.date}`));
  const unfold = () => step(page).locator("summary").click();
  await unfold();
  await enter(date, "2026-11-22");

  await test.step("a month", async () => {
    await date.focus();
    await page.keyboard.type("05");
    await expect(date).toHaveValue("2026-05-22");
    await expect(date).not.toHaveAttribute("aria-invalid", "true");
    await isSaved(page, "2026-05-22");
    await reload(page);
    await unfold();
    await expect(date).toHaveValue("2026-05-22");
  });

  await test.step("a year, of which the first three digits are none", async () => {
    await date.focus();
    for (const key of ["ArrowRight", "ArrowRight", "2", "0", "2"]) await page.keyboard.press(key);
    await expect(date).toHaveValue("0202-05-22");
    await expect(date).not.toHaveAttribute("aria-invalid", "true");
    await page.keyboard.press("7");
    await isSaved(page, "2027-05-22");
    await expect(date).toHaveValue("2027-05-22");
  });

  await test.step("half a date", async () => {
    await date.blur();
    await date.focus();
    await page.keyboard.press("Backspace");
    await expect(date).toHaveValue("");
    await expect(date).not.toHaveAttribute("aria-invalid", "true");
    await date.blur();
    await expect(await problemAt(date)).toHaveText(roadmap.bad_day);
    expect(await keptText(page)).toContain("2027-05-22");
  });
});

test("What is typed is kept when the page goes away, and after a pause without changing the field", async ({
  page,
}) => {
  const question = askOf(page).locator(".asking > li").first();
  const note = question.getByLabel(new RegExp(`^${ask.note}`));

  await test.step("a note of a page that is reloaded at once", async () => {
    await openResultView(page, "Ask providers");
    await question.locator("summary").click();
    await note.click();
    await page.keyboard.type("Ask for 24/7");
    await reload(page);
    await question.locator("summary").click();
    await expect(note).toHaveValue("Ask for 24/7");
  });

  await test.step("a figure that is typed when a setting changes, which stops no other element", async () => {
    const found = complaints(page);
    await openHost(
      page,
      `<support-fit id="one" loading="eager"></support-fit>
      <support-fit id="two" loading="eager" storage-key="two"></support-fit>${SCRIPT}`,
    );
    await ready(page, "#one");
    await ready(page, "#two");
    const one = element(page, "#one");
    await one.evaluate((/** @type {SupportFit} */ host) => host.showResult("cost"));
    const field = one.locator(".essential input").nth(0);
    await field.fill("");
    await field.pressSequentially("4321");
    await one.evaluate((host) => host.setAttribute("provider-name", "Marlow"));
    await expect(field).toHaveValue("4,321");
    // The draft of an element that is removed meanwhile arrives when it is added again.
    await field.fill("");
    await field.pressSequentially("1234");
    const draft = await one.evaluate(async (/** @type {SupportFit} */ host) => {
      host.remove();
      const draft = host.exportDraft();
      await new Promise((resolve) => setTimeout(resolve));
      document.body.append(host);
      return JSON.stringify(await draft);
    });
    expect.soft(draft).toContain("1234");
    await expect.soft(element(page, "#two")).toHaveJSProperty("status", "ready");
    expect.soft(found).toEqual([]);
  });

  await test.step("nothing of a figure that was typed just before a reset", async () => {
    await openAt(page, "result", WHO);
    await press(page, WORDS.ui.result.view.cost);
    const field = cost(page).locator(".essential input").nth(0);
    await field.fill("4321");
    await isSaved(page, "4321");
    // Not a number, so it takes back what was saved.
    await field.pressSequentially("x");
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.reset());
    await expect(field).toHaveCount(0);
    expect.soft(await keptText(page)).toBe(null);
  });

  await test.step("a text whose last space is still being typed, which labels repeat", async () => {
    await openAt(page, "result", WHO);
    await press(page, WORDS.ui.result.view.plan);
    await page.getByText(roadmap.own, { exact: true }).click();
    await page.getByLabel(roadmap.what, { exact: true }).fill("Order laptops");
    await press(page, roadmap.add);
    const own = roadmapOf(page).locator(".timeline li").filter({ hasText: "laptops" });
    await own.locator("summary").click();
    const text = own.getByLabel(new RegExp(`^${roadmap.what}`));
    await text.click();
    await page.keyboard.press("Home");
    await page.keyboard.type("Now ");
    await isSaved(page, "Now Order laptops");
    await page.keyboard.type("we ");
    await expect(text).toHaveValue("Now we Order laptops");
    await isSaved(page, "Now we Order laptops");
    await page.keyboard.press("End");
    await page.keyboard.type(" ");
    await expect(text).toBeFocused();
    await text.blur();
    await expect(own.getByRole("checkbox", { name: "Now we Order laptops" })).toBeVisible();
  });

  await test.step("a text in a field that keeps the focus while a button is pressed", async () => {
    await openTake(page);
    const field = take(page).getByLabel(WORDS.ui.take.device.paste);
    await field.fill("hello");
    await button(take(page), WORDS.ui.take.device.open).dispatchEvent("click");
    await expect(field).toHaveAccessibleDescription(WORDS.ui.take.device.not_json);
  });

  await test.step("a figure, which is formatted and announced once it is left", async () => {
    await press(page, WORDS.ui.result.view.cost);
    const field = cost(page).locator(".essential input").nth(0);
    const status = page.getByRole("status");
    const announced = await status.textContent();
    await field.fill("");
    await page.keyboard.type("1234");
    await isSaved(page, "1234");
    await expect(field).toHaveValue("1234");
    await expect(status).toHaveText(announced ?? "");
    await field.blur();
    await expect(field).toHaveValue("1,234");
    await expect(status).not.toHaveText(announced ?? "");
  });
});
