// Who does what: the table, what can be changed in it, what it flags, and its files.

import { expect } from "@playwright/test";

import { WORDS, filled, organization } from "./steps/content.js";
import { keep, kept } from "./steps/drafts.js";
import {
  DUTIES,
  INSIDE,
  OUTSIDE,
  TASK,
  addTask,
  charge,
  duties,
  field,
  findings,
  mark,
  ofRow,
  opener,
  row,
  rows,
  savedTable,
  sayToday,
  showWith,
  today,
} from "./steps/duties.js";
import { button, press } from "./steps/flow.js";
import { fullDraft, openAt, resultIsWhole } from "./steps/full.js";
import { tabTo } from "./steps/keyboard.js";
import { PHONE } from "./steps/measure.js";
import { test } from "./steps/reading.js";
import { openView } from "./steps/result.js";
import { refuseFiles } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

/** An organization that shares the work; it depends on one person and is not written down. */
const SHARES = organization("P4");

/** An organization that keeps everything inside; others can cover. */
const INSIDE_ONLY = organization("P6");

/** An organization that outsources now and shares the work later. */
const LATER = organization("P8");

const UNDO = WORDS.ui.footer.undo;

/**
 * Opens the view.
 *
 * @param {Page} page
 * @param {import("./steps/content.js").Organization} organization
 * @param {{ isMarked?: boolean }} [mode]
 */
async function openDuties(page, organization, { isMarked = false } = {}) {
  await openAt(page, "result", organization);
  await openView(page, "Who does what");
  if (isMarked) await mark(page).check();
}

/** Opens it again after a reload. */
async function reopen(/** @type {Page} */ page) {
  await resultIsWhole(page);
  if (!(await duties(page).isVisible())) await openView(page, "Who does what");
}
const BACKUP = TASK.backup;

/** The sentence with the number of warnings of a kind. */
const counted = (/** @type {string} */ kind, /** @type {number} */ n) =>
  filled(DUTIES.count[kind][n === 1 ? "one" : "other"], { n, total: 22 });

/** The chosen option of who does a task today. */
const chosen = (/** @type {Page} */ page, /** @type {string} */ task) =>
  today(page, task).locator("option:checked");

test("The table lists each task once, with its owner and who helps @wcag-1.3.1", async ({
  reading,
}) => {
  const page = await reading("P4");
  await openView(page, "Who does what");
  await test.step("every task is there, in the order of the content", async () => {
    await expect.soft(rows(page).locator(".task")).toHaveText(Object.values(TASK));
  });
  await test.step("one side owns each task, and the other helps", async () => {
    const sides = await rows(page).locator(".side").allTextContents();
    expect.soft(sides).toHaveLength(22);
    for (const side of sides) expect.soft([INSIDE, OUTSIDE]).toContain(side);
    const helpers = sides.map((side) => (side === INSIDE ? OUTSIDE : INSIDE));
    await expect.soft(rows(page).locator(".helps > span:not(.label)")).toHaveText(helpers);
    const inside = sides.filter((side) => side === INSIDE).length;
    const model = WORDS.alternative.co_managed.inline;
    const counts = { model, inside, outside: 22 - inside, total: 22 };
    await expect.soft(duties(page)).toContainText(filled(DUTIES.owners.both, counts));
  });
  await test.step("what the split is based on is said once", async () => {
    await expect.soft(duties(page).getByText(DUTIES.basis.answers)).toHaveCount(1);
    await expect.soft(duties(page).getByText(DUTIES.reason)).toHaveCount(0);
  });
  await test.step("assistive technology gets rows, columns and a name", async () => {
    const name = filled(DUTIES.caption, { model: WORDS.alternative.co_managed.inline });
    const table = page.getByRole("table", { name });
    await expect.soft(table.getByRole("columnheader")).toHaveCount(3);
    await expect.soft(table.getByRole("row")).toHaveCount(23);
    await expect.soft(table.getByRole("rowheader")).toHaveCount(22);
  });
});

test("Who does each task today is a mode of the table", async ({ page }) => {
  await openDuties(page, SHARES);
  const column = duties(page).getByRole("columnheader", { name: DUTIES.column.today });
  await test.step("it adds a column", async () => {
    await expect(column).toHaveCount(0);
    await mark(page).check();
    await expect(column).toBeVisible();
    await expect(today(page, BACKUP)).toBeVisible();
    await mark(page).uncheck();
    await expect(column).toHaveCount(0);
  });
  await test.step("it is on from the start once something was said", async () => {
    await mark(page).check();
    await sayToday(page, BACKUP, "both");
    await expect.poll(async () => JSON.stringify(await kept(page))).toContain("both");
    await page.reload();
    await reopen(page);
    await expect(mark(page)).toBeChecked();
    await expect(findings(page, BACKUP)).toHaveText([DUTIES.finding.collision.name]);
  });
  await test.step("a phone folds the rest of the tasks meanwhile, and unfolds them by keyboard", async () => {
    await page.setViewportSize(PHONE);
    const more = button(page, filled(DUTIES.more_tasks.other, { n: 10 }));
    await expect(row(page, TASK.risk)).toBeHidden();
    await more.focus();
    await page.keyboard.press("Enter");
    await expect(more).toHaveAttribute("aria-expanded", "true");
    await expect(more).toBeFocused();
    await expect(today(page, TASK.risk)).toBeVisible();
    await mark(page).uncheck();
    await expect(more).toHaveCount(0);
    await expect(row(page, TASK.risk)).toBeVisible();
  });
});

test("A path in two steps marks the tasks that come back inside later", async ({ page }) => {
  await openDuties(page, LATER);
  const later = duties(page).locator(".part").filter({ hasText: DUTIES.part.later });
  await expect(later).not.toHaveCount(0);
  await showWith(page, "co_managed");
  await expect(duties(page)).toContainText(DUTIES.basis.later);
});

test("Saying who does a task today flags gaps and overlaps with what they cost @wcag-4.1.3", async ({
  page,
}) => {
  await openDuties(page, INSIDE_ONLY, { isMarked: true });
  const isUntouched = async () => {
    await expect(duties(page)).toContainText(DUTIES.start);
    await expect(chosen(page, BACKUP)).toHaveText(DUTIES.today.not_said);
    await expect(duties(page).locator(".finding")).toHaveCount(0);
  };
  await test.step("nothing is flagged at first", isUntouched);
  for (const [doer, finding, count] of /** @type {const} */ ([
    ["nobody", "gap", "gap"],
    ["unclear", "unclear", "gap"],
    ["both", "collision", "collision"],
  ])) {
    await test.step(`“${doer}” is flagged in the row, in the summary and in the live region`, async () => {
      const { name, cost } = DUTIES.finding[finding];
      await sayToday(page, BACKUP, doer);
      await expect.soft(findings(page, BACKUP)).toHaveText([name]);
      await expect.soft(duties(page).locator(".finding")).toHaveCount(1);
      await expect.soft(duties(page).locator(".panel")).toContainText(counted("today", 1));
      const summary = duties(page).locator(".found li");
      await expect.soft(summary).toHaveText([`${counted(count, 1)} ${cost}`]);
      await expect.soft(page.getByRole("status")).toContainText(`${name}. ${cost}`);
    });
  }
  await test.step("a task that changes sides is flagged", async () => {
    await sayToday(page, BACKUP, "provider");
    await expect(findings(page, BACKUP)).toHaveText([DUTIES.finding.comes_inside.name]);
  });
  await test.step("nothing is flagged if the right side does it", async () => {
    await sayToday(page, BACKUP, "internal");
    await expect(duties(page).locator(".panel")).toContainText(DUTIES.count.none);
  });
  await test.step("“Not said” clears the entry", async () => {
    await sayToday(page, BACKUP, "nobody");
    await sayToday(page, BACKUP, "not_said");
    await isUntouched();
  });
});

test("A row can be renamed, and its controls are renamed with it @wcag-2.4.4 @wcag-4.1.2", async ({
  page,
}) => {
  const NEW = "Backups and archives";
  await openDuties(page, SHARES, { isMarked: true });
  await test.step("only the opened row is expanded", async () => {
    await opener(page, BACKUP).click();
    await expect(opener(page, BACKUP)).toHaveAttribute("aria-expanded", "true");
    await expect(rows(page).locator("[aria-expanded=true]")).toHaveCount(1);
    await expect(page.getByRole("group", { name: ofRow(DUTIES.change, BACKUP) })).toBeVisible();
  });
  await test.step("Enter renames it and keeps the focus in the field", async () => {
    await field(page, "name", BACKUP).fill(NEW);
    await page.keyboard.press("Enter");
    await expect(row(page, NEW)).toBeVisible();
    await expect(today(page, NEW)).toBeVisible();
    await expect(field(page, "name", NEW)).toBeFocused();
  });
  await test.step("an empty name brings back the original one", async () => {
    await field(page, "name", NEW).fill("");
    await page.keyboard.press("Enter");
    await expect(row(page, BACKUP)).toBeVisible();
    await expect(field(page, "name", BACKUP)).toHaveValue(BACKUP);
  });
  await test.step("Tab renames it and moves the focus to the next control", async () => {
    await field(page, "name", BACKUP).fill(NEW);
    await page.keyboard.press("Tab");
    await expect(charge(page, "in_house", NEW)).toBeFocused();
    await expect(row(page, NEW)).toBeVisible();
  });
  await test.step("one click on Done renames and closes it", async () => {
    await field(page, "name", NEW).fill("Copies");
    await press(page, ofRow(DUTIES.done, NEW));
    await expect(field(page, "name", "Copies")).toHaveCount(0);
    await expect(row(page, "Copies")).toBeVisible();
    await expect(opener(page, "Copies")).toBeFocused();
    await expect(opener(page, "Copies")).toHaveAttribute("aria-expanded", "false");
  });
});

test("Accountability can be changed for one model without changing the others", async ({
  page,
}) => {
  await openDuties(page, SHARES);
  await test.step("the table shows another model", async () => {
    await showWith(page, "in_house");
    await expect(row(page, BACKUP).locator(".side")).toHaveText([INSIDE]);
    await showWith(page, "outsourced");
    await expect(row(page, BACKUP).locator(".side")).toHaveText([OUTSIDE]);
    await showWith(page, "co_managed");
  });
  await test.step("the row says what was suggested", async () => {
    await opener(page, BACKUP).click();
    const suggested = await row(page, BACKUP).locator(".side").first().textContent();
    const other = suggested === INSIDE ? OUTSIDE : INSIDE;
    await charge(page, "co_managed", BACKUP).selectOption({ label: other });
    await expect(row(page, BACKUP).locator(".side")).toHaveText(other);
    await expect(row(page, BACKUP).locator(".suggested")).toHaveText(
      filled(DUTIES.suggested_instead, { other: String(suggested) }),
    );
    await press(page, ofRow(DUTIES.reset, BACKUP));
  });
  await test.step("the other models keep their sides", async () => {
    await opener(page, BACKUP).click();
    await charge(page, "outsourced", BACKUP).selectOption({ label: INSIDE });
    await showWith(page, "outsourced");
    await expect(row(page, BACKUP).locator(".side")).toHaveText([INSIDE]);
    await showWith(page, "in_house");
    await expect(row(page, BACKUP).locator(".side")).toHaveText([INSIDE]);
    await expect(duties(page).locator(".suggested")).toHaveCount(0);
  });
});

test("A row takes a note, can be reset, hidden and shown again @wcag-1.4.10 @wcag-2.4.3 @wcag-3.3.1", async ({
  page,
}) => {
  await openDuties(page, SHARES, { isMarked: true });
  await test.step("an opened row says why, with the answers behind its side", async () => {
    await opener(page, TASK.strategy).click();
    const strategy = row(page, TASK.strategy);
    await expect(strategy).toContainText(DUTIES.reason);
    await expect(strategy).toContainText(DUTIES.why.close_by_answers);
    await expect(strategy).toContainText(DUTIES.because);
    await expect(strategy.locator("fieldset li b").first()).toHaveText(/./);
  });
  await test.step("a note is shown in the table", async () => {
    await opener(page, BACKUP).click();
    await field(page, "note", BACKUP).fill("Ask Ana first");
    await page.keyboard.press("Enter");
    await expect(row(page, BACKUP).locator(".note")).toHaveText("Ask Ana first");
  });
  await test.step("a reset restores the suggestion and returns the focus", async () => {
    await sayToday(page, BACKUP, "both");
    await field(page, "name", BACKUP).fill("Backups");
    await page.keyboard.press("Enter");
    await press(page, ofRow(DUTIES.reset, "Backups"));
    await expect(chosen(page, BACKUP)).toHaveText(DUTIES.today.not_said);
    await expect(opener(page, BACKUP)).toBeFocused();
  });
  await test.step("hidden characters in a note are refused at the field, which keeps them", async () => {
    await opener(page, BACKUP).click();
    const note = field(page, "note", BACKUP);
    await note.fill("left\u202eright");
    await page.keyboard.press("Enter");
    await expect(note).toHaveAttribute("aria-invalid", "true");
    await expect(note).toHaveAccessibleDescription(WORDS.ui.refused.unsafe_text);
    await sayToday(page, TASK.cloud, "both");
    await expect(note).toHaveAccessibleDescription(WORDS.ui.refused.unsafe_text);
    await expect(row(page, BACKUP).locator(".note")).toHaveCount(0);
  });
  await test.step("hiding a task moves the focus to the next one", async () => {
    await press(page, ofRow(DUTIES.hide, BACKUP));
    await expect(row(page, BACKUP)).toHaveCount(0);
    await expect(opener(page, TASK.cloud)).toBeFocused();
    await expect(page.getByRole("status")).toHaveText(filled(DUTIES.hidden, { task: BACKUP }));
  });
  await test.step("a hidden task is not in the files", async () => {
    const { text } = await savedTable(page, DUTIES.csv);
    expect(text).not.toContain(BACKUP);
  });
  await test.step("showing it again restores its place and moves the focus to it", async () => {
    await duties(page)
      .getByText(filled(DUTIES.hidden_tasks.one, { n: 1 }))
      .click();
    await press(page, ofRow(DUTIES.show, BACKUP));
    await expect(opener(page, BACKUP)).toBeFocused();
    await expect(rows(page).locator(".task")).toHaveText(Object.values(TASK));
  });
  await test.step("a narrow phone shows each task as a card, and says who helps", async () => {
    await mark(page).uncheck();
    await page.setViewportSize({ width: 320, height: 640 });
    await expect(duties(page).locator("thead")).toBeHidden();
    await expect(row(page, BACKUP).locator(".helps .label")).toBeVisible();
  });
});

test("Visitors can add up to twenty tasks of their own, and remove them", async ({ page }) => {
  const NEW = filled(DUTIES.new, { n: 1 });
  await openDuties(page, SHARES);
  await addTask(page);
  await test.step("a new task starts inside, and says that it was not suggested", async () => {
    await expect(row(page, NEW).locator(".why")).toContainText(DUTIES.why.own);
    await expect(row(page, NEW).locator(".side").first()).toHaveText(INSIDE);
  });
  await test.step("the name is selected, ready to be typed over", async () => {
    await expect(field(page, "name", NEW)).toBeFocused();
    await page.keyboard.type("Phones");
    await page.keyboard.press("Enter");
    await expect(rows(page).locator(".task").last()).toHaveText("Phones");
    await expect(rows(page)).toHaveCount(23);
  });
  await test.step("an empty name is refused", async () => {
    await field(page, "name", "Phones").fill("");
    await page.keyboard.press("Enter");
    await expect(field(page, "name", "Phones")).toHaveAccessibleDescription(WORDS.ui.refused.empty);
    await expect(row(page, "Phones")).toBeVisible();
  });
  await test.step("removing it moves the focus to the row before", async () => {
    await press(page, ofRow(DUTIES.remove, "Phones"));
    await expect(rows(page)).toHaveCount(22);
    await expect(opener(page, TASK.risk)).toBeFocused();
  });
  await test.step("undo brings it back", async () => {
    await press(page, UNDO);
    await expect(row(page, "Phones")).toBeVisible();
  });
  await test.step("after the twentieth task no more can be added", async () => {
    const own = Array.from({ length: 19 }, (_, n) => [`own${n + 1}`, { name: `Own ${n + 1}` }]);
    const draft = JSON.parse(fullDraft(SHARES, { screen: "result" }));
    await keep(page, JSON.stringify({ ...draft, duties: Object.fromEntries(own) }));
    await page.goto("/widget/");
    await reopen(page);
    await addTask(page);
    await expect(rows(page)).toHaveCount(42);
    await expect(button(page, DUTIES.add)).toHaveCount(0);
    await expect(duties(page)).toContainText(filled(WORDS.ui.refused.too_many, { n: 20 }));
  });
});

test("Changes to tasks survive a reload, and can be undone or all reset", async ({ page }) => {
  await openDuties(page, SHARES, { isMarked: true });
  await test.step("undo takes back only the last change, without redrawing the result", async () => {
    await sayToday(page, BACKUP, "both");
    await sayToday(page, TASK.cloud, "nobody");
    const title = page.locator("support-fit h3");
    await title.evaluate((it) => Object.assign(it, { isTheSame: true }));
    await press(page, UNDO);
    await expect(findings(page, TASK.cloud)).toHaveCount(0);
    await expect(chosen(page, TASK.cloud)).toHaveText(DUTIES.today.not_said);
    await expect(chosen(page, BACKUP)).toHaveText(DUTIES.today.both);
    await expect(button(page, UNDO)).toHaveCount(0);
    expect(await title.evaluate((it) => /** @type {any} */ (it).isTheSame)).toBe(true);
  });
  await test.step("changes are saved on the device, next to the answers", async () => {
    await sayToday(page, TASK.cloud, "nobody");
    await expect.poll(async () => JSON.stringify(await kept(page))).toContain("nobody");
    const { answers } = await kept(page);
    expect(Object.keys(answers)).toEqual(expect.arrayContaining(Object.keys(SHARES.answers)));
  });
  await test.step("everything is back after a reload", async () => {
    await opener(page, BACKUP).click();
    await field(page, "note", BACKUP).fill("Ask Ana first");
    await page.keyboard.press("Enter");
    await addTask(page);
    await page.reload();
    await reopen(page);
    await expect(chosen(page, BACKUP)).toHaveText(DUTIES.today.both);
    await expect(row(page, BACKUP).locator(".note")).toHaveText("Ask Ana first");
    await expect(findings(page, TASK.cloud)).toHaveText([DUTIES.finding.gap.name]);
    await expect(rows(page)).toHaveCount(23);
  });
  await test.step("all tasks can be reset at once, and that can be undone", async () => {
    await press(page, DUTIES.reset_all);
    await expect(duties(page)).toContainText(DUTIES.start);
    await expect(button(page, DUTIES.reset_all)).toHaveCount(0);
    await expect(button(page, UNDO)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(findings(page, BACKUP)).toHaveText([DUTIES.finding.collision.name]);
    await expect(findings(page, TASK.cloud)).toHaveText([DUTIES.finding.gap.name]);
  });
});

test("The table is saved as CSV and Markdown with what was entered", async ({ page }) => {
  await openDuties(page, SHARES, { isMarked: true });
  await test.step("a task that one person carries is flagged with what it costs", async () => {
    await sayToday(page, TASK.strategy, "internal");
    await expect
      .soft(findings(page, TASK.strategy).first())
      .toHaveText(DUTIES.finding.one_person.name);
    await expect
      .soft(duties(page).locator(".found"))
      .toContainText(`${counted("one_person", 1)} ${DUTIES.finding.one_person.cost_unwritten}`);
  });
  await sayToday(page, BACKUP, "both");
  await test.step("the CSV has a line for each task, with its warnings", async () => {
    const { name, text } = await savedTable(page, DUTIES.csv);
    expect.soft(name).toMatch(/\.csv$/);
    const lines = text.split("\r\n");
    expect.soft(lines[0]).toContain(`"${DUTIES.column.task}"`);
    expect.soft(lines).toHaveLength(24);
    expect
      .soft(lines.find((line) => line.startsWith(`"${BACKUP}"`)))
      .toContain(`"${DUTIES.finding.collision.name}"`);
  });
  await test.step("the Markdown has a heading and the entries", async () => {
    const { name, text } = await savedTable(page, DUTIES.markdown);
    expect.soft(name).toMatch(/\.md$/);
    expect.soft(text.startsWith(`# ${DUTIES.title}\n`)).toBe(true);
    expect
      .soft(text.split("\n").find((line) => line.startsWith(`| ${BACKUP}`)))
      .toContain(DUTIES.today.both);
  });
  await test.step("a file that the browser refuses is reported", async () => {
    await refuseFiles(page);
    await press(page, DUTIES.csv);
    await expect.soft(duties(page).locator(".outcome")).toHaveText(WORDS.ui.take.files.failed);
    await expect.soft(page.getByRole("status")).toHaveText(WORDS.ui.take.files.failed);
  });
});

test("The table can be changed with the keyboard only @wcag-2.1.1", async ({ page }) => {
  await openDuties(page, SHARES);
  await test.step("a row is opened, renamed and closed", async () => {
    await page.locator("support-fit #duties").focus();
    await tabTo(page, ({ tag, name }) => tag === "button" && name === DUTIES.change);
    await page.keyboard.press("Enter");
    await tabTo(page, ({ tag, type }) => tag === "input" && type === "text");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Help for everybody");
    await tabTo(page, ({ tag }) => tag === "select");
    await expect(row(page, "Help for everybody")).toBeVisible();
    await tabTo(page, ({ name }) => name === DUTIES.done);
    await page.keyboard.press("Enter");
    await expect(opener(page, "Help for everybody")).toBeFocused();
  });
  await test.step("in the mode for it, who does it today is chosen and keeps the focus", async () => {
    await mark(page).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await expect(today(page, "Help for everybody")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(chosen(page, "Help for everybody")).toHaveText(DUTIES.today.internal);
    await expect(today(page, "Help for everybody")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(opener(page, "Help for everybody")).toBeFocused();
  });
});
