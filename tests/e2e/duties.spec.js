// Who does what: the table, what can be changed in it, what is found in it, and what can be taken along.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { WORDS, filled, organization } from "./steps/content.js";
import { kept } from "./steps/drafts.js";
import {
  DUTIES,
  INSIDE,
  OUTSIDE,
  TASK,
  charge,
  duties,
  field,
  findings,
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
import { openAt, resultIsWhole } from "./steps/full.js";
import { tabTo } from "./steps/keyboard.js";
import { DESKTOP, PHONE, layOutAll, misfits, targets } from "./steps/measure.js";
import { refuseFiles } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

/** Shares the work; one person carries it, and it is not written down. */
const SHARES = organization("P4");

/** Runs it inside; others would cover. */
const INSIDE_ONLY = organization("P6");

/** Hands it over now, and shares it later. */
const LATER = organization("P8");

const UNDO = WORDS.ui.footer.undo;
const BACKUP = TASK.backup;

/** The sentence of a count. */
const counted = (/** @type {string} */ kind, /** @type {number} */ n) =>
  filled(DUTIES.count[kind][n === 1 ? "one" : "other"], { n, total: 22 });

test.describe("the table", () => {
  test.beforeEach(({ page }) => openAt(page, "result", SHARES));

  test("has every task once, in the order of the content", async ({ page }) => {
    await expect(rows(page).locator(".task")).toHaveText(Object.values(TASK));
  });

  test("puts exactly one side in charge of each task", async ({ page }) => {
    const sides = await duties(page).locator(".side").allTextContents();
    expect(sides).toHaveLength(22);
    for (const side of sides) expect([INSIDE, OUTSIDE]).toContain(side);
  });

  test("has the other side help where the work is shared", async ({ page }) => {
    const others = (await duties(page).locator(".side").allTextContents()).map((side) =>
      ofRow(WORDS.ui.report.helps, side === INSIDE ? OUTSIDE : INSIDE),
    );
    await expect(duties(page).locator(".beside")).toHaveText(others);
  });

  test("says why each task stands where it stands", async ({ page }) => {
    for (const it of await rows(page).all()) {
      await expect(it.locator(".why span")).toHaveText(/\.$/);
    }
  });

  test("tells core from routine on a path of both", async ({ page }) => {
    const parts = new Set(await duties(page).locator(".why b").allTextContents());
    expect(parts).toEqual(new Set([DUTIES.part.core, DUTIES.part.routine]));
  });

  test("says what the split rests on", async ({ page }) => {
    await expect(duties(page)).toContainText(DUTIES.basis.answers);
  });

  test("shows another model in place", async ({ page }) => {
    await showWith(page, "in_house");
    await expect(row(page, BACKUP).locator(".side")).toHaveText([INSIDE]);
    await showWith(page, "outsourced");
    await expect(row(page, BACKUP).locator(".side")).toHaveText([OUTSIDE]);
  });

  test("has rows, columns and a name for assistive technology", async ({ page }) => {
    const name = filled(DUTIES.caption, { model: WORDS.alternative.co_managed.inline });
    const table = page.getByRole("table", { name });
    await expect(table.getByRole("columnheader")).toHaveCount(4);
    await expect(table.getByRole("row")).toHaveCount(23);
    await expect(table.getByRole("rowheader")).toHaveCount(22);
  });
});

test("a path in two steps says what comes back inside later", async ({ page }) => {
  await openAt(page, "result", LATER);
  await expect(
    duties(page).locator(".why b").filter({ hasText: DUTIES.part.later }),
  ).not.toHaveCount(0);
  await showWith(page, "co_managed");
  await expect(duties(page)).toContainText(DUTIES.basis.later);
});

test.describe("what is said of today", () => {
  test.beforeEach(({ page }) => openAt(page, "result", INSIDE_ONLY));

  test("is nothing at first", async ({ page }) => {
    await expect(duties(page)).toContainText(DUTIES.start);
    await expect(today(page, BACKUP).locator("option:checked")).toHaveText(DUTIES.today.not_said);
    await expect(duties(page).locator(".finding")).toHaveCount(0);
  });

  for (const [what, doer, count] of /** @type {const} */ ([
    ["a gap", "nobody", "gap"],
    ["what is not clear", "unclear", "gap"],
    ["a collision", "both", "collision"],
  ])) {
    const { name, cost } =
      DUTIES.finding[doer === "nobody" ? "gap" : doer === "both" ? "collision" : doer];

    test(`flags ${what} in its row`, async ({ page }) => {
      await sayToday(page, BACKUP, doer);
      await expect(findings(page, BACKUP)).toHaveText([name]);
      await expect(duties(page).locator(".finding")).toHaveCount(1);
    });

    test(`sums up ${what} on top with what it costs`, async ({ page }) => {
      await sayToday(page, BACKUP, doer);
      await expect(duties(page).locator(".panel")).toContainText(counted("today", 1));
      await expect(duties(page).locator(".found li")).toHaveText([`${counted(count, 1)} ${cost}`]);
    });

    test(`says ${what} to those who do not see it`, async ({ page }) => {
      await sayToday(page, BACKUP, doer);
      await expect(page.getByRole("status")).toContainText(`${name}. ${cost}`);
    });
  }

  test("says that it changes hands", async ({ page }) => {
    await sayToday(page, BACKUP, "provider");
    await expect(findings(page, BACKUP)).toHaveText([DUTIES.finding.comes_inside.name]);
  });

  test("is in order where the right side does it", async ({ page }) => {
    await sayToday(page, BACKUP, "internal");
    await expect(duties(page).locator(".panel")).toContainText(DUTIES.count.none);
  });

  test("can be taken back to not said", async ({ page }) => {
    await sayToday(page, BACKUP, "nobody");
    await sayToday(page, BACKUP, "not_said");
    await expect(duties(page)).toContainText(DUTIES.start);
  });
});

test("a task that rests on one person is flagged with what it costs", async ({ page }) => {
  await openAt(page, "result", SHARES);
  const own = TASK.strategy;
  await sayToday(page, own, "internal");
  await expect(findings(page, own).first()).toHaveText(DUTIES.finding.one_person.name);
  await expect(duties(page).locator(".found")).toContainText(
    `${counted("one_person", 1)} ${DUTIES.finding.one_person.cost_unwritten}`,
  );
});

test.describe("a row that is opened", () => {
  test.beforeEach(async ({ page }) => {
    await openAt(page, "result", SHARES);
    await opener(page, BACKUP).click();
  });

  test("is told as open, and the others are not", async ({ page }) => {
    await expect(opener(page, BACKUP)).toHaveAttribute("aria-expanded", "true");
    await expect(duties(page).locator("[aria-expanded=true]")).toHaveCount(1);
    await expect(page.getByRole("group", { name: ofRow(DUTIES.change, BACKUP) })).toBeVisible();
  });

  test("names the answers behind its side", async ({ page }) => {
    await press(page, ofRow(DUTIES.done, BACKUP));
    const byAnswers = rows(page).filter({ hasText: DUTIES.why.close_by_answers }).first();
    await byAnswers.getByRole("button").click();
    await expect(byAnswers).toContainText(DUTIES.because);
    await expect(byAnswers.locator("fieldset li b").first()).toHaveText(/./);
  });

  test("changes who is in charge, and says what was suggested", async ({ page }) => {
    const suggested = await row(page, BACKUP).locator(".side").first().textContent();
    const other = suggested === INSIDE ? OUTSIDE : INSIDE;
    await charge(page, "co_managed", BACKUP).selectOption({ label: other });
    const cells = row(page, BACKUP);
    await expect(cells.locator(".side")).toHaveText(other);
    await expect(cells.locator(".suggested")).toHaveText(
      filled(DUTIES.suggested_instead, { other: String(suggested) }),
    );
  });

  test("changes who is in charge under one model alone", async ({ page }) => {
    await charge(page, "outsourced", BACKUP).selectOption({ label: INSIDE });
    await showWith(page, "outsourced");
    await expect(row(page, BACKUP).locator(".side")).toHaveText([INSIDE]);
    await showWith(page, "in_house");
    await expect(row(page, BACKUP).locator(".side")).toHaveText([INSIDE]);
    await expect(duties(page).locator(".suggested")).toHaveCount(0);
  });

  test("is renamed, and its controls with it", async ({ page }) => {
    await field(page, "name", BACKUP).fill("Backups and archives");
    await page.keyboard.press("Enter");
    await expect(row(page, "Backups and archives")).toBeVisible();
    await expect(today(page, "Backups and archives")).toBeVisible();
    await expect(field(page, "name", "Backups and archives")).toBeFocused();
  });

  test("is renamed while the focus moves on, and does not lose it", async ({ page }) => {
    await field(page, "name", BACKUP).fill("Backups and archives");
    await page.keyboard.press("Tab");
    await expect(charge(page, "in_house", "Backups and archives")).toBeFocused();
    await expect(row(page, "Backups and archives")).toBeVisible();
  });

  test("is renamed and closed with one press", async ({ page }) => {
    await field(page, "name", BACKUP).fill("Backups and archives");
    await press(page, ofRow(DUTIES.done, BACKUP));
    await expect(field(page, "name", "Backups and archives")).toHaveCount(0);
    await expect(row(page, "Backups and archives")).toBeVisible();
  });

  test("gets its name back when the new one is emptied", async ({ page }) => {
    await field(page, "name", BACKUP).fill("Backups and archives");
    await page.keyboard.press("Enter");
    await field(page, "name", "Backups and archives").fill("");
    await page.keyboard.press("Enter");
    await expect(row(page, BACKUP)).toBeVisible();
    await expect(field(page, "name", BACKUP)).toHaveValue(BACKUP);
  });

  test("keeps a note, which is shown in the table", async ({ page }) => {
    await field(page, "note", BACKUP).fill("Ask Ana first");
    await page.keyboard.press("Enter");
    await expect(row(page, BACKUP).locator(".note")).toHaveText("Ask Ana first");
  });

  test("refuses hidden signs at the field, and keeps what was typed", async ({ page }) => {
    const note = field(page, "note", BACKUP);
    await note.fill("left\u202eright");
    await page.keyboard.press("Enter");
    await expect(note).toHaveAttribute("aria-invalid", "true");
    await expect(note).toHaveAccessibleDescription(WORDS.ui.refused.unsafe_text);
    await sayToday(page, TASK.cloud, "both");
    await expect(note).toHaveAccessibleDescription(WORDS.ui.refused.unsafe_text);
    await expect(row(page, BACKUP).locator(".note")).toHaveCount(0);
  });

  test("is hidden, with the focus on the next one, and shown again", async ({ page }) => {
    await press(page, ofRow(DUTIES.hide, BACKUP));
    await expect(row(page, BACKUP)).toHaveCount(0);
    await expect(opener(page, TASK.cloud)).toBeFocused();
    await expect(page.getByRole("status")).toHaveText(filled(DUTIES.hidden, { task: BACKUP }));
    await duties(page)
      .getByText(filled(DUTIES.hidden_tasks.one, { n: 1 }))
      .click();
    await press(page, ofRow(DUTIES.show, BACKUP));
    await expect(opener(page, BACKUP)).toBeFocused();
    await expect(rows(page).locator(".task")).toHaveText(Object.values(TASK));
  });

  test("goes back to what is suggested", async ({ page }) => {
    await sayToday(page, BACKUP, "both");
    await field(page, "name", BACKUP).fill("Backups");
    await page.keyboard.press("Enter");
    await press(page, ofRow(DUTIES.reset, "Backups"));
    await expect(today(page, BACKUP).locator("option:checked")).toHaveText(DUTIES.today.not_said);
    await expect(opener(page, BACKUP)).toBeFocused();
  });

  test("closes, with the focus where it was opened", async ({ page }) => {
    await press(page, ofRow(DUTIES.done, BACKUP));
    await expect(opener(page, BACKUP)).toBeFocused();
    await expect(opener(page, BACKUP)).toHaveAttribute("aria-expanded", "false");
  });
});

test.describe("a task of one's own", () => {
  const NEW = filled(DUTIES.new, { n: 1 });
  test.beforeEach(async ({ page }) => {
    await openAt(page, "result", SHARES);
    await press(page, DUTIES.add);
  });

  test("is opened at its name, ready to be typed over", async ({ page }) => {
    await expect(field(page, "name", NEW)).toBeFocused();
    await page.keyboard.type("Phones");
    await page.keyboard.press("Enter");
    await expect(rows(page).locator(".task").last()).toHaveText("Phones");
    await expect(rows(page)).toHaveCount(23);
  });

  test("needs a name", async ({ page }) => {
    await field(page, "name", NEW).fill("");
    await page.keyboard.press("Enter");
    await expect(field(page, "name", NEW)).toHaveAccessibleDescription(WORDS.ui.refused.empty);
    await expect(row(page, NEW)).toBeVisible();
  });

  test("starts inside, and says that nobody suggested it", async ({ page }) => {
    await expect(row(page, NEW).locator(".why")).toContainText(DUTIES.why.own);
    await expect(row(page, NEW).locator(".side").first()).toHaveText(INSIDE);
  });

  test("is removed for good, with the focus on the row before", async ({ page }) => {
    await press(page, ofRow(DUTIES.remove, NEW));
    await expect(rows(page)).toHaveCount(22);
    await expect(opener(page, TASK.risk)).toBeFocused();
  });

  test("comes back when its removal is undone", async ({ page }) => {
    await press(page, ofRow(DUTIES.remove, NEW));
    await press(page, UNDO);
    await expect(row(page, NEW)).toBeVisible();
  });

  test("can be added twenty times, and no more", async ({ page }) => {
    for (let n = 2; n <= 20; n++) await press(page, DUTIES.add);
    await expect(rows(page)).toHaveCount(42);
    await expect(button(page, DUTIES.add)).toHaveCount(0);
    await expect(duties(page)).toContainText(filled(WORDS.ui.refused.too_many, { n: 20 }));
  });
});

test.describe("changes", () => {
  test.beforeEach(async ({ page }) => {
    await openAt(page, "result", SHARES);
    await sayToday(page, BACKUP, "both");
    await sayToday(page, TASK.cloud, "nobody");
  });

  test("are there again after a reload", async ({ page }) => {
    await opener(page, BACKUP).click();
    await field(page, "note", BACKUP).fill("Ask Ana first");
    await page.keyboard.press("Enter");
    await press(page, DUTIES.add);
    await page.reload();
    await resultIsWhole(page);
    await expect(today(page, BACKUP).locator("option:checked")).toHaveText(DUTIES.today.both);
    await expect(row(page, BACKUP).locator(".note")).toHaveText("Ask Ana first");
    await expect(findings(page, TASK.cloud)).toHaveText([DUTIES.finding.gap.name]);
    await expect(rows(page)).toHaveCount(23);
  });

  test("are kept on the device and leave the answers alone", async ({ page }) => {
    const draft = /** @type {any} */ (await kept(page));
    expect(Object.keys(draft.answers)).toEqual(expect.arrayContaining(Object.keys(SHARES.answers)));
    expect(JSON.stringify(draft)).toContain("nobody");
  });

  test("are undone one at a time", async ({ page }) => {
    await press(page, UNDO);
    await expect(today(page, TASK.cloud).locator("option:checked")).toHaveText(
      DUTIES.today.not_said,
    );
    await expect(today(page, BACKUP).locator("option:checked")).toHaveText(DUTIES.today.both);
    await expect(button(page, UNDO)).toHaveCount(0);
  });

  test("leave the rest of the result as it is when they are undone", async ({ page }) => {
    await page.locator("support-fit h3").evaluate((it) => Object.assign(it, { isTheSame: true }));
    await press(page, UNDO);
    await expect(findings(page, TASK.cloud)).toHaveCount(0);
    expect(
      await page.locator("support-fit h3").evaluate((it) => /** @type {any} */ (it).isTheSame),
    ).toBe(true);
  });

  test("all go back as one, which can be undone", async ({ page }) => {
    await press(page, DUTIES.reset_all);
    await expect(duties(page)).toContainText(DUTIES.start);
    await expect(button(page, DUTIES.reset_all)).toHaveCount(0);
    await expect(button(page, UNDO)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(findings(page, BACKUP)).toHaveText([DUTIES.finding.collision.name]);
    await expect(findings(page, TASK.cloud)).toHaveText([DUTIES.finding.gap.name]);
  });

  test("are in the file for a spreadsheet", async ({ page }) => {
    const { name, text } = await savedTable(page, DUTIES.csv);
    expect(name).toMatch(/\.csv$/);
    const lines = text.split("\r\n");
    expect(lines[0]).toContain(`"${DUTIES.column.task}"`);
    expect(lines).toHaveLength(24);
    expect(lines.find((line) => line.startsWith(`"${BACKUP}"`))).toContain(
      `"${DUTIES.finding.collision.name}"`,
    );
  });

  test("are in the file for a document", async ({ page }) => {
    const { name, text } = await savedTable(page, DUTIES.markdown);
    expect(name).toMatch(/\.md$/);
    expect(text.startsWith(`# ${DUTIES.title}\n`)).toBe(true);
    expect(text.split("\n").find((line) => line.startsWith(`| ${BACKUP}`))).toContain(
      DUTIES.today.both,
    );
  });

  test("are told where the browser refuses the file", async ({ page }) => {
    await refuseFiles(page);
    await press(page, DUTIES.csv);
    await expect(duties(page).locator(".outcome")).toHaveText(WORDS.ui.take.files.failed);
    await expect(page.getByRole("status")).toHaveText(WORDS.ui.take.files.failed);
  });

  test("leave hidden tasks out of the files", async ({ page }) => {
    await opener(page, BACKUP).click();
    await press(page, ofRow(DUTIES.hide, BACKUP));
    const { text } = await savedTable(page, DUTIES.csv);
    expect(text).not.toContain(BACKUP);
  });
});

test("by keyboard alone a row is opened, changed and closed", async ({ page }) => {
  await openAt(page, "result", SHARES);
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

test("by keyboard alone it is said who does a task today", async ({ page }) => {
  await openAt(page, "result", SHARES);
  await opener(page, TASK.helpdesk).focus();
  await page.keyboard.press("Tab");
  await expect(today(page, TASK.helpdesk)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(today(page, TASK.helpdesk).locator("option:checked")).toHaveText(
    DUTIES.today.internal,
  );
  await expect(today(page, TASK.helpdesk)).toBeFocused();
});

test.describe("on a narrow phone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("each task is a card, and nothing is cut off", async ({ page }) => {
    await openAt(page, "result", SHARES);
    await layOutAll(page);
    await sayToday(page, BACKUP, "both");
    await opener(page, BACKUP).click();
    await expect(duties(page).locator("thead")).toBeHidden();
    await expect(row(page, BACKUP).locator(".label").first()).toBeVisible();
    expect(await misfits(page)).toEqual([]);
  });
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    test.describe(`with much said of it (${colorScheme}, ${size})`, () => {
      test.use({ colorScheme, viewport });
      test.beforeEach(async ({ page }) => {
        await openAt(page, "result", SHARES);
        await layOutAll(page);
        await sayToday(page, BACKUP, "both");
        await sayToday(page, TASK.cloud, "nobody");
        await sayToday(page, TASK.vendors, "internal");
        await opener(page, BACKUP).click();
        await field(page, "note", BACKUP).fill("left\u202eright");
        await page.keyboard.press("Enter");
        await expect(field(page, "note", BACKUP)).toHaveAttribute("aria-invalid", "true");
      });

      test("the checker finds nothing", async ({ page }) => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
        );
        expect(found).toEqual([]);
      });

      test("what can be pressed is large enough", async ({ page }) => {
        const small = (await targets(page)).filter((t) => t.height < 24 || t.width < 24);
        expect(small).toEqual([]);
      });
    });
  }
}
