// The first two years: steps that are ticked, dated and given to somebody, steps of one's own, and a file for a calendar.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { WORDS, filled } from "./steps/content.js";
import { button, press } from "./steps/flow.js";
import { askOf, enter, openResult, problemAt, reload, roadmapOf } from "./steps/following.js";
import { PHONE, layOutAll, misfits } from "./steps/measure.js";
import { refuseFiles } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

const { roadmap } = WORDS.ui.result;

/** @param {Page} page */
const steps = (page) => roadmapOf(page).locator(".timeline li");

/** @param {Page} page */
const first = (page) => steps(page).first();

/** @param {Page} page */
const start = (page) => page.getByLabel(roadmap.start, { exact: true });

/** @param {Page} page */
const progress = (page) => roadmapOf(page).locator("p.headway");

/** @param {import("@playwright/test").Locator} step */
const unfold = (step) => step.locator("summary").click();

/** @param {import("@playwright/test").Locator} step */
const dateOf = (step) => step.getByLabel(new RegExp(`^${roadmap.date}`));

/** @param {import("@playwright/test").Locator} step */
const ownerOf = (step) => step.getByLabel(new RegExp(`^${roadmap.owner}`));

/** @param {import("@playwright/test").Locator} step */
const whatOf = (step) => step.getByLabel(new RegExp(`^${roadmap.what}`));

/**
 * @param {import("@playwright/test").Locator} step
 * @param {string} which
 */
const monthOf = (step, which) => step.getByRole("combobox", { name: which });

/**
 * Adds a step.
 *
 * @param {Page} page
 * @param {string} text
 * @param {[string, string]} [months]
 */
async function add(page, text, [from, to] = ["0", "3"]) {
  await page.getByLabel(roadmap.what, { exact: true }).fill(text);
  await page.getByRole("combobox", { name: roadmap.from }).selectOption(from);
  await page.getByRole("combobox", { name: roadmap.to }).selectOption(to);
  await press(page, roadmap.add);
}

/**
 * Saves the calendar and reads it.
 *
 * @param {Page} page
 */
async function calendar(page) {
  const download = page.waitForEvent("download");
  await press(page, roadmap.save);
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

test.beforeEach(({ page }) => openResult(page));

test.describe("a step", () => {
  test("is ticked as done and counts", async ({ page }) => {
    await expect(progress(page)).toContainText(/^0 of \d+ steps done/);
    await first(page).getByRole("checkbox").check();
    await expect(progress(page)).toContainText(/^1 of \d+ steps done/);
  });

  test("stays done after a reload", async ({ page }) => {
    await first(page).getByRole("checkbox").check();
    await reload(page);
    await expect(first(page).getByRole("checkbox")).toBeChecked();
  });

  test("keeps the focus when it is ticked by keyboard", async ({ page }) => {
    const box = first(page).getByRole("checkbox");
    await box.focus();
    await page.keyboard.press("Space");
    await expect(box).toBeChecked();
    await expect(box).toBeFocused();
  });

  test("draws its fields only when it is opened", async ({ page }) => {
    await expect(ownerOf(first(page))).toHaveCount(0);
    await first(page).locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(ownerOf(first(page))).toBeVisible();
  });

  test("has a day and somebody in charge, through a reload", async ({ page }) => {
    await unfold(first(page));
    await enter(dateOf(first(page)), "2027-01-15");
    await enter(ownerOf(first(page)), " Ana ");
    await expect(first(page).locator("summary")).toContainText("Jan 15, 2027");
    await reload(page);
    await expect(first(page).locator("summary")).toContainText("Jan 15, 2027");
    await expect(first(page).locator("summary")).toContainText("Ana");
  });

  test("gives back its day", async ({ page }) => {
    await unfold(first(page));
    await enter(dateOf(first(page)), "2027-01-15");
    await enter(dateOf(first(page)), "");
    await expect(first(page).locator("summary")).toContainText(roadmap.plan);
  });

  test("refuses a day that no plan has, and says so at the field", async ({ page }) => {
    await unfold(first(page));
    await enter(dateOf(first(page)), "1900-01-01");
    await expect(dateOf(first(page))).toHaveAttribute("aria-invalid", "true");
    await expect(await problemAt(dateOf(first(page)))).toHaveText(roadmap.bad_day);
    await expect(page.getByRole("status")).toHaveText(roadmap.bad_day);
  });

  test("keeps what was refused while others change", async ({ page }) => {
    await unfold(first(page));
    await enter(dateOf(first(page)), "1900-01-01");
    await enter(ownerOf(first(page)), "Ana");
    await steps(page).nth(1).getByRole("checkbox").check();
    await expect(dateOf(first(page))).toHaveValue("1900-01-01");
    await expect(dateOf(first(page))).toHaveAttribute("aria-invalid", "true");
  });

  test("names itself in the names of its fields", async ({ page }) => {
    await unfold(first(page));
    const name = (await first(page).locator(".tick span").textContent()) ?? "";
    await expect(ownerOf(first(page))).toHaveAccessibleName(
      filled(roadmap.of, { title: roadmap.owner, name }),
    );
  });
});

test.describe("the day of the decision", () => {
  test("gives every step a day", async ({ page }) => {
    await enter(start(page), "2026-12-01");
    await expect(first(page).locator("summary")).toContainText("Jan 1, 2027");
    await reload(page);
    await expect(start(page)).toHaveValue("2026-12-01");
  });

  test("makes a step late that is not done, in words", async ({ page }) => {
    await enter(start(page), "2026-08-01");
    await expect(first(page).locator("summary")).toContainText(roadmap.late);
    await expect(progress(page)).toContainText(/\d+ steps are overdue/);
    await first(page).getByRole("checkbox").check();
    await expect(first(page).locator("summary")).not.toContainText(roadmap.late);
  });
});

test.describe("a step of one's own", () => {
  test.beforeEach(({ page }) => page.getByText(roadmap.own, { exact: true }).click());

  const own = (/** @type {Page} */ page) => steps(page).filter({ hasText: "Order laptops" });

  test("stands among the others by its months", async ({ page }) => {
    await add(page, "Order laptops", ["0", "0"]);
    await expect(first(page)).toContainText("Order laptops");
    await expect(page.getByRole("status")).toHaveText("Added: Order laptops");
  });

  test("leaves the field empty and ready for the next", async ({ page }) => {
    await add(page, "Order laptops");
    const field = page.getByLabel(roadmap.what, { exact: true });
    await expect(field).toHaveValue("");
    await expect(field).toBeFocused();
  });

  test("stays through a reload", async ({ page }) => {
    await add(page, "Order laptops");
    await own(page).getByRole("checkbox").check();
    await reload(page);
    await expect(own(page).getByRole("checkbox")).toBeChecked();
  });

  test("needs words", async ({ page }) => {
    await press(page, roadmap.add);
    const field = page.getByLabel(roadmap.what, { exact: true });
    await expect(await problemAt(field)).toHaveText(WORDS.ui.refused.empty);
    await expect(field).toBeFocused();
  });

  test("needs months in their order", async ({ page }) => {
    await add(page, "Order laptops", ["6", "2"]);
    const field = page.getByLabel(roadmap.what, { exact: true });
    await expect(await problemAt(field)).toHaveText(WORDS.ui.refused.months);
    await expect(field).toHaveValue("Order laptops");
  });

  test("is shown as text, whatever it says", async ({ page }) => {
    await add(page, "<img src=x onerror=alert(1)>");
    await expect(steps(page).filter({ hasText: "<img src=x" })).toHaveCount(1);
  });

  test("is taken away again, and the focus stays near", async ({ page }) => {
    await add(page, "Order laptops");
    await unfold(own(page));
    await own(page).getByRole("button", { name: roadmap.remove }).click();
    await expect(own(page)).toHaveCount(0);
    await expect(button(page, "Undo last change")).toBeFocused();
  });

  test("comes back by undoing", async ({ page }) => {
    await add(page, "Order laptops");
    await unfold(own(page));
    await own(page).getByRole("button", { name: roadmap.remove }).click();
    await press(page, "Undo last change");
    await expect(own(page)).toHaveCount(1);
    await expect(page.getByText(roadmap.own, { exact: true })).toBeFocused();
  });

  test("is worded anew, with the focus left in peace", async ({ page }) => {
    await add(page, "Order laptops");
    await unfold(own(page));
    await whatOf(own(page)).fill("Order ten laptops");
    await page.keyboard.press("Tab");
    const renamed = steps(page).filter({ hasText: "Order ten laptops" });
    await expect(renamed.getByRole("checkbox", { name: "Order ten laptops" })).toBeVisible();
    await expect(monthOf(renamed, roadmap.from)).toBeFocused();
    await expect(renamed.locator("summary")).toHaveText(
      `${WORDS.ui.duties.change}: Order ten laptops`,
    );
    await expect(ownerOf(renamed)).toHaveAccessibleName(`${roadmap.owner}: Order ten laptops`);
    await reload(page);
    await expect(renamed).toHaveCount(1);
  });

  test("keeps its words when they are emptied, and says why", async ({ page }) => {
    await add(page, "Order laptops");
    await unfold(own(page));
    await enter(whatOf(own(page)), "");
    await expect(await problemAt(whatOf(own(page)))).toHaveText(WORDS.ui.refused.empty);
    await reload(page);
    await expect(own(page)).toHaveCount(1);
  });

  test("moves to its new months, and the focus goes with it", async ({ page }) => {
    await add(page, "Order laptops");
    await unfold(own(page));
    await monthOf(own(page), roadmap.to).selectOption("24");
    await monthOf(own(page), roadmap.from).selectOption("23");
    await expect(steps(page).last()).toContainText("Order laptops");
    await expect(own(page)).toContainText(filled(roadmap.span, { from: "23", to: "24" }));
    await expect(monthOf(own(page), roadmap.from)).toBeFocused();
  });

  test("keeps its months in their order", async ({ page }) => {
    await add(page, "Order laptops", ["0", "3"]);
    await unfold(own(page));
    await monthOf(own(page), roadmap.from).selectOption("6");
    await expect(monthOf(own(page), roadmap.to)).toHaveValue("6");
    await monthOf(own(page), roadmap.to).selectOption("2");
    await expect(monthOf(own(page), roadmap.from)).toHaveValue("2");
    await reload(page);
    await expect(own(page)).toContainText(filled(roadmap.span, { from: "2", to: "2" }));
  });

  test("keeps its day, its name and its tick when it is changed", async ({ page }) => {
    await add(page, "Order laptops");
    await own(page).getByRole("checkbox").check();
    await unfold(own(page));
    await enter(ownerOf(own(page)), "Ana");
    await monthOf(own(page), roadmap.from).selectOption("2");
    await expect(ownerOf(own(page))).toHaveValue("Ana");
    await expect(own(page).getByRole("checkbox")).toBeChecked();
  });
});

test.describe("the last change", () => {
  const undo = (/** @type {Page} */ page) => press(page, WORDS.ui.footer.undo);

  test("is taken back when it was a tick that was taken away", async ({ page }) => {
    await first(page).getByRole("checkbox").check();
    await first(page).getByRole("checkbox").uncheck();
    await undo(page);
    await expect(first(page).getByRole("checkbox")).toBeChecked();
    await expect(page.getByRole("status")).toHaveText(WORDS.ui.duties.undone);
  });

  test("is taken back when it was a day that was cleared", async ({ page }) => {
    await unfold(first(page));
    await enter(dateOf(first(page)), "2027-01-15");
    await enter(dateOf(first(page)), "");
    await undo(page);
    await expect(dateOf(first(page))).toHaveValue("2027-01-15");
  });

  test("is taken back when it was a name that was written over", async ({ page }) => {
    await unfold(first(page));
    await enter(ownerOf(first(page)), "Ana");
    await enter(ownerOf(first(page)), "Bo");
    await undo(page);
    await expect(ownerOf(first(page))).toHaveValue("Ana");
  });

  test("is taken back when it was the day of the decision", async ({ page }) => {
    await enter(start(page), "2026-12-01");
    await enter(start(page), "");
    await undo(page);
    await expect(start(page)).toHaveValue("2026-12-01");
  });

  test("is taken back when a step of one's own was worded anew", async ({ page }) => {
    await page.getByText(roadmap.own, { exact: true }).click();
    await add(page, "Order laptops");
    const own = steps(page).filter({ hasText: "laptops" });
    await unfold(own);
    await enter(whatOf(own), "Order ten laptops");
    await undo(page);
    await expect(own.getByRole("checkbox", { name: "Order laptops", exact: true })).toBeVisible();
  });

  test("is taken back once, with the focus near", async ({ page }) => {
    await first(page).getByRole("checkbox").check();
    await undo(page);
    await expect(button(page, WORDS.ui.footer.undo)).toHaveCount(0);
    await expect(page.getByText(roadmap.own, { exact: true })).toBeFocused();
  });

  test("is not taken back here when it was one elsewhere", async ({ page }) => {
    await first(page).getByRole("checkbox").check();
    await askOf(page).getByRole("checkbox").first().check();
    await expect(button(page, WORDS.ui.footer.undo)).toHaveCount(0);
  });
});

test.describe("the calendar", () => {
  test("is offered once a step has a day", async ({ page }) => {
    await expect(button(page, roadmap.save)).toHaveCount(0);
    await expect(roadmapOf(page)).toContainText(roadmap.no_days);
    await enter(start(page), "2026-12-01");
    await expect(button(page, roadmap.save)).toBeVisible();
  });

  test("has an event for each step, with its day and who has it in hand", async ({ page }) => {
    await enter(start(page), "2026-12-01");
    await unfold(first(page));
    await enter(ownerOf(first(page)), "Ana; Bo");
    const { name, text } = await calendar(page);
    expect(name).toBe("support-fit-roadmap.ics");
    expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(await steps(page).count());
    expect(text).toContain("DTSTAMP:20261122T");
    expect(text).toContain("DTSTART;VALUE=DATE:20270101\r\n");
    expect(text).toContain("DESCRIPTION:In charge: Ana\\; Bo\r\n");
  });

  test("that the browser refuses is told, here and to a screen reader", async ({ page }) => {
    await enter(start(page), "2026-12-01");
    await refuseFiles(page);
    await press(page, roadmap.save);
    await expect(roadmapOf(page).locator(".outcome")).toHaveText(WORDS.ui.take.files.failed);
    await expect(page.getByRole("status")).toHaveText(WORDS.ui.take.files.failed);
  });

  test("has steps of one's own", async ({ page }) => {
    await page.getByText(roadmap.own, { exact: true }).click();
    await add(page, "Order laptops");
    await enter(start(page), "2026-12-01");
    expect((await calendar(page)).text).toContain("SUMMARY:Order laptops\r\n");
  });
});

test("fits a page 320 px wide with everything open", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await enter(start(page), "2026-08-01");
  await page.getByText(roadmap.own, { exact: true }).click();
  await add(page, "Order laptops");
  await page.getByText(roadmap.own, { exact: true }).click();
  for (const fold of await roadmapOf(page).locator("details > summary").all()) await fold.click();
  await layOutAll(page);
  expect(await misfits(page)).toEqual([]);
});

test("has boxes that a thumb can hit", async ({ page }) => {
  await page.setViewportSize(PHONE);
  const box = await first(page).locator(".tick").boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
});
