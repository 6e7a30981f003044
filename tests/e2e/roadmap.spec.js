// Your 24-month plan: a timeline of steps that are ticked, dated and assigned, steps that the visitor adds, and a file for a
// calendar.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";
import ICAL from "ical.js";

import { WORDS, filled } from "./steps/content.js";
import { button, press } from "./steps/flow.js";
import {
  TODAY,
  askOf,
  enter,
  openLaterSteps,
  openResultView,
  problemAt,
  reload,
  roadmapOf,
} from "./steps/following.js";
import { PHONE } from "./steps/measure.js";
import { openView } from "./steps/result.js";
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
const progress = (page) => roadmapOf(page).locator(".progressing");

/** @param {Page} page */
const overdue = (page) => roadmapOf(page).locator("p.late");

/** @param {import("@playwright/test").Locator} step */
const unfold = (step) => step.locator("summary").click();

/** @param {import("@playwright/test").Locator} step */
const dateOf = (step) => step.getByLabel(new RegExp(`^${roadmap.date}`));

/** @param {import("@playwright/test").Locator} step */
const ownerOf = (step) => step.getByLabel(new RegExp(`^${roadmap.owner}`));

/** @param {import("@playwright/test").Locator} step */
const textFieldOf = (step) => step.getByLabel(new RegExp(`^${roadmap.what}`));

/**
 * @param {string} from
 * @param {string} to
 */
const span = (from, to) => filled(roadmap.span, { from, to });

/**
 * @param {import("@playwright/test").Locator} step
 * @param {string} which
 */
const monthOf = (step, which) => step.getByRole("combobox", { name: which });

/** @param {Page} page */
const undo = (page) => press(page, WORDS.ui.footer.undo);

/**
 * Opens the form for a step, adds one and opens its row.
 *
 * @param {Page} page
 */
async function addOwn(page) {
  await page.getByText(roadmap.own, { exact: true }).click();
  await add(page, "Order laptops");
  const own = steps(page).filter({ hasText: "laptops" });
  await unfold(own);
  return own;
}

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

/**
 * Imports a file as a calendar does: an event whose UID is known replaces that event if its number is greater.
 *
 * @param {Map<string, ICAL.Event>} events
 * @param {string} text
 */
function importInto(events, text) {
  for (const component of new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    if (event.sequence > (events.get(event.uid)?.sequence ?? -1)) events.set(event.uid, event);
  }
  return [...events.values()];
}

test.beforeEach(({ page }) => openResultView(page, "Plan"));

test("A step can be ticked, dated and assigned, and keeps that through a reload @wcag-2.5.3 @wcag-2.5.8", async ({
  page,
}) => {
  const summary = first(page).locator("summary");
  const box = first(page).getByRole("checkbox");
  await test.step("Space ticks it, keeps the focus and counts it as done", async () => {
    await expect(progress(page)).toHaveCount(0);
    await box.focus();
    await page.keyboard.press("Space");
    await expect(box).toBeChecked();
    await expect(box).toBeFocused();
    await expect(progress(page)).toContainText(/^1 of \d+ steps done/);
  });
  await test.step("its fields are rendered when it is opened, and named after it", async () => {
    await expect(ownerOf(first(page))).toHaveCount(0);
    await summary.focus();
    await page.keyboard.press("Enter");
    await expect(ownerOf(first(page))).toBeVisible();
    const name = (await first(page).locator(".tick span").textContent()) ?? "";
    await expect(ownerOf(first(page))).toHaveAccessibleName(
      filled(WORDS.ui.result.labeled, { label: roadmap.owner, text: name }),
    );
  });
  await test.step("its date and its name are shown, and the date can be removed", async () => {
    await enter(dateOf(first(page)), "2027-01-15");
    await expect(summary).toContainText("Jan 15, 2027");
    await enter(dateOf(first(page)), "");
    await expect(summary).toContainText(roadmap.plan);
    await enter(dateOf(first(page)), "2027-01-15");
    await enter(ownerOf(first(page)), " Ana ");
    await expect(summary).toContainText("Ana");
  });
  await test.step("all of it is there after a reload", async () => {
    await reload(page);
    await expect.soft(box).toBeChecked();
    await expect.soft(summary).toContainText("Jan 15, 2027");
    await expect.soft(summary).toContainText("Ana");
  });
  await test.step("on a phone, the checkbox is 44 px high", async () => {
    await page.setViewportSize(PHONE);
    const area = await first(page).locator(".tick").boundingBox();
    expect(area?.height).toBeGreaterThanOrEqual(44);
  });
});

test("Later steps are in a fold that says if one is overdue", async ({ page }) => {
  const later = page.locator("support-fit #step-later");
  const shown = await steps(page).count();
  await openLaterSteps(page);
  const last = later.locator("li").last();
  await expect(last.getByRole("checkbox")).toBeVisible();
  expect(await steps(page).count()).toBeGreaterThan(shown);
  await unfold(last);
  await enter(dateOf(last), "2026-11-21");
  await reload(page);
  await expect(later.locator("> summary")).toContainText(roadmap.late);
  await expect(overdue(page)).toHaveText("1 step is overdue");
});

test("An impossible date is refused at its field and stays there while others change @wcag-3.3.3", async ({
  page,
}) => {
  await unfold(first(page));
  const date = dateOf(first(page));
  await enter(date, "1900-01-01");
  await expect(date).toHaveAttribute("aria-invalid", "true");
  await expect(await problemAt(date)).toHaveText(roadmap.bad_day);
  await expect(page.getByRole("status")).toHaveText(roadmap.bad_day);
  await enter(ownerOf(first(page)), "Ana");
  await steps(page).nth(1).getByRole("checkbox").check();
  await expect(date).toHaveValue("1900-01-01");
  await expect(date).toHaveAttribute("aria-invalid", "true");
});

test("The day of the decision dates every step and marks late ones as overdue", async ({
  page,
}) => {
  const summary = first(page).locator("summary");
  await test.step("every step has a date, also after a reload", async () => {
    await enter(start(page), "2026-12-01");
    await expect(summary).toContainText("Jan 1, 2027");
    await reload(page);
    await expect(start(page)).toHaveValue("2026-12-01");
  });
  await test.step("a step that is not done is overdue, in words", async () => {
    await enter(start(page), "2026-08-01");
    await expect(summary).toContainText(roadmap.late);
    await expect(overdue(page)).toHaveText(/^\d+ steps are overdue$/);
    await first(page).getByRole("checkbox").check();
    await expect(summary).not.toContainText(roadmap.late);
  });
});

test("Visitors can add steps, which appear among the others and survive a reload @threat-html", async ({
  page,
}) => {
  await page.getByText(roadmap.own, { exact: true }).click();
  const text = page.getByLabel(roadmap.what, { exact: true });
  const own = steps(page).filter({ hasText: "Order laptops" });
  await test.step("months in the wrong order are refused, and the text stays", async () => {
    await add(page, "Order laptops", ["6", "2"]);
    await expect(await problemAt(text)).toHaveText(WORDS.ui.refused.months);
    await expect(text).toHaveValue("Order laptops");
  });
  await test.step("it is sorted by its months, and the field is ready for the next one", async () => {
    await add(page, "Order laptops", ["0", "0"]);
    await expect(first(page)).toContainText("Order laptops");
    await expect(page.getByRole("status")).toHaveText("Added: Order laptops");
    await expect(text).toHaveValue("");
    await expect(text).toBeFocused();
  });
  await test.step("HTML in the text of a step is shown as text", async () => {
    await add(page, "<img src=x onerror=alert(1)>");
    await expect(steps(page).filter({ hasText: "<img src=x" })).toHaveCount(1);
  });
  await test.step("a step without text is refused", async () => {
    await press(page, roadmap.add);
    await expect(await problemAt(text)).toHaveText(WORDS.ui.refused.empty);
    await expect(text).toBeFocused();
  });
  await test.step("a step that starts later is added to the later steps, which open", async () => {
    const later = page.locator("support-fit #step-later");
    await expect(later.getByRole("checkbox")).toHaveCount(0);
    await add(page, "Renew the lease", ["5", "6"]);
    await expect(later.getByRole("checkbox", { name: "Renew the lease" })).toBeVisible();
    await expect(text).toBeFocused();
  });
  await test.step("it is there after a reload", async () => {
    await own.getByRole("checkbox").check();
    await reload(page);
    await expect(own.getByRole("checkbox")).toBeChecked();
  });
});

test("An added step can be renamed, and its controls are renamed with it", async ({ page }) => {
  await addOwn(page);
  const own = steps(page).filter({ hasText: "Order laptops" });
  await test.step("an empty text is refused, and the step keeps its text", async () => {
    await enter(textFieldOf(own), "");
    await expect(await problemAt(textFieldOf(own))).toHaveText(WORDS.ui.refused.empty);
    await reload(page);
    await expect(own).toHaveCount(1);
  });
  const renamed = steps(page).filter({ hasText: "Order ten laptops" });
  await test.step("Tab renames it and moves the focus to the next control", async () => {
    await unfold(own);
    await textFieldOf(own).fill("Order ten laptops");
    await page.keyboard.press("Tab");
    await expect(renamed.getByRole("checkbox", { name: "Order ten laptops" })).toBeVisible();
    await expect(monthOf(renamed, roadmap.from)).toBeFocused();
    await expect(renamed.locator("summary")).toHaveText(
      `${span("0", "3")} ${WORDS.ui.duties.change}: Order ten laptops`,
    );
    await expect(ownerOf(renamed)).toHaveAccessibleName(`${roadmap.owner}: Order ten laptops`);
  });
  await test.step("undo restores the old text", async () => {
    await undo(page);
    const old = own.getByRole("checkbox", { name: "Order laptops", exact: true });
    await expect(old).toBeVisible();
  });
  await test.step("the new text survives a reload", async () => {
    await enter(textFieldOf(own), "Order ten laptops");
    await reload(page);
    await expect(renamed).toHaveCount(1);
  });
});

test("An added step moves with its months and keeps its entries", async ({ page }) => {
  const own = await addOwn(page);
  await test.step("its months stay in order", async () => {
    await monthOf(own, roadmap.from).selectOption("6");
    await expect(monthOf(own, roadmap.to)).toHaveValue("6");
    await expect(monthOf(own, roadmap.from)).toBeFocused();
    await monthOf(own, roadmap.to).selectOption("2");
    await expect(monthOf(own, roadmap.from)).toHaveValue("2");
    await reload(page);
    await expect(own).toContainText(filled(roadmap.month, { n: "2" }));
  });
  await test.step("a change of months keeps its name and its tick", async () => {
    await own.getByRole("checkbox").check();
    await unfold(own);
    await enter(ownerOf(own), "Ana");
    await monthOf(own, roadmap.from).selectOption("1");
    await expect(own).toContainText(span("1", "2"));
    await expect(ownerOf(own)).toHaveValue("Ana");
    await expect(own.getByRole("checkbox")).toBeChecked();
  });
  await test.step("it moves in the list, and the focus moves with it", async () => {
    await monthOf(own, roadmap.to).selectOption("24");
    await monthOf(own, roadmap.from).selectOption("23");
    await expect(steps(page).last()).toContainText("Order laptops");
    await expect(own).toContainText(span("23", "24"));
    await expect(monthOf(own, roadmap.from)).toBeFocused();
  });
});

test("Undo takes back the last change to the roadmap, once @wcag-2.4.3", async ({ page }) => {
  await test.step("a tick that was removed", async () => {
    const box = first(page).getByRole("checkbox");
    await box.check();
    await box.uncheck();
    await undo(page);
    await expect(box).toBeChecked();
    await expect(page.getByRole("status")).toHaveText(WORDS.ui.duties.undone);
    await expect(button(page, WORDS.ui.footer.undo)).toHaveCount(0);
    await expect(page.getByText(roadmap.own, { exact: true })).toBeFocused();
  });
  await test.step("a date that was cleared", async () => {
    await unfold(first(page));
    await enter(dateOf(first(page)), "2027-01-15");
    await enter(dateOf(first(page)), "");
    await undo(page);
    await expect(dateOf(first(page))).toHaveValue("2027-01-15");
  });
  await test.step("a name that was overwritten", async () => {
    await enter(ownerOf(first(page)), "Ana");
    await enter(ownerOf(first(page)), "Bo");
    await undo(page);
    await expect(ownerOf(first(page))).toHaveValue("Ana");
  });
  await test.step("the day of the decision", async () => {
    await enter(start(page), "2026-12-01");
    await enter(start(page), "");
    await undo(page);
    await expect(start(page)).toHaveValue("2026-12-01");
  });
  await test.step("an added step that was removed; the focus stays near", async () => {
    const own = await addOwn(page);
    await own.getByRole("button", { name: roadmap.remove }).click();
    await expect(own).toHaveCount(0);
    await expect(button(page, WORDS.ui.footer.undo)).toBeFocused();
    await undo(page);
    await expect(own).toHaveCount(1);
    await expect(page.getByText(roadmap.own, { exact: true })).toBeFocused();
  });
  await test.step("a change elsewhere is not undone", async () => {
    await steps(page).nth(1).getByRole("checkbox").check();
    await expect(button(page, WORDS.ui.footer.undo)).toHaveCount(1);
    await openView(page, "Ask providers");
    await askOf(page).getByRole("checkbox").first().check();
    await openView(page, "Plan");
    await expect(button(page, WORDS.ui.footer.undo)).toHaveCount(0);
  });
});

test("The calendar file has an event for each dated step", async ({ page }) => {
  await test.step("it is offered once a step has a date", async () => {
    await expect(button(page, roadmap.save)).toHaveCount(0);
    await expect(roadmapOf(page)).toContainText(roadmap.no_days);
    await enter(start(page), "2026-12-01");
    await expect(button(page, roadmap.save)).toBeVisible();
  });
  let saved = "";
  await test.step("an event has the day, the name and the text of its step", async () => {
    await unfold(first(page));
    await enter(ownerOf(first(page)), "Ana; Bo");
    await page.getByText(roadmap.own, { exact: true }).click();
    await add(page, "Order laptops");
    await openLaterSteps(page);
    const { name, text } = await calendar(page);
    saved = text;
    expect.soft(name).toBe("support-fit-roadmap.ics");
    expect.soft(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
    expect.soft(text.match(/BEGIN:VEVENT/g)).toHaveLength(await steps(page).count());
    expect.soft(text).toContain("DTSTAMP:20261122T");
    expect.soft(text).toContain("DTSTART;VALUE=DATE:20270101\r\n");
    expect.soft(text).toContain("DESCRIPTION:Owner: Ana\\; Bo\r\n");
    expect.soft(text).toContain("SUMMARY:Order laptops\r\n");
  });
  await test.step("importing the file again after the start has moved moves every event", async () => {
    const events = new Map();
    const days = (/** @type {string} */ text) =>
      new Set(importInto(events, text).map(({ startDate }) => startDate.day));
    expect.soft(days(saved)).toEqual(new Set([1]));
    await page.clock.setFixedTime(`${TODAY}T12:00:01`);
    await enter(start(page), "2026-12-15");
    const { text } = await calendar(page);
    expect.soft(days(text)).toEqual(new Set([15]));
    expect.soft(events.size).toBe(await steps(page).count());
    const lengths = [...events.values()].map(({ duration }) => duration.toSeconds());
    expect.soft(new Set(lengths)).toEqual(new Set([24 * 60 * 60]));
  });
  await test.step("a file that the browser refuses is reported", async () => {
    await refuseFiles(page);
    await press(page, roadmap.save);
    await expect.soft(roadmapOf(page).locator(".outcome")).toHaveText(WORDS.ui.take.files.failed);
    await expect.soft(page.getByRole("status")).toHaveText(WORDS.ui.take.files.failed);
  });
});
