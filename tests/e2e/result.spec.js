// The full result as a document: what it says of each kind of verdict, and the parts that follow from it.

import { expect, test } from "@playwright/test";

import { WORDS, organization, partial } from "./steps/content.js";
import { DUTIES, duties, showWith } from "./steps/duties.js";
import { MODELS, button, heading, press } from "./steps/flow.js";
import { TITLES, openAt, resultIsWhole } from "./steps/full.js";
import { PHONE } from "./steps/measure.js";
import { BLOCKED, CONDITION, nextQuestions, section, shareRow, verdict } from "./steps/result.js";

const CLEAR = organization("P2");
const CLOSE = organization("P10");
const HALF = organization("P11");

const SAYS = WORDS.ui.result;
const VERDICT = WORDS.verdict;

/** The titles of the parts that every full result has, in their order. */
const PARTS = [
  SAYS.shares,
  SAYS.models,
  SAYS.why.title,
  WORDS.tradeoff.title,
  SAYS.change.title,
  SAYS.trial.title,
  SAYS.slider.title,
  WORDS.trap.level.none.title,
  SAYS.path.title,
  WORDS.ui.duties.title,
  WORDS.ui.cost.title,
  SAYS.roadmap.title,
  SAYS.scorecard.title,
  SAYS.ask.title,
  WORDS.ui.compare.with.title,
  WORDS.ui.take.title,
  SAYS.admits,
];

/** @typedef {import("@playwright/test").Page} Page */

test.describe("the verdict", () => {
  for (const [id, code] of [
    ["P2", "clear"],
    ["P7", "lean"],
    ["P10", "close"],
    ["P3", "only"],
  ]) {
    test(`is told as ${code} (${id})`, async ({ page }) => {
      await openAt(page, "result", organization(id));
      await expect(heading(page, /./)).toHaveText(VERDICT[code].title);
      await expect(verdict(page)).toContainText("Your result");
    });
  }

  test("tells of a conflict, and shows all three models", async ({ page }) => {
    await openAt(page, "result", partial("all three blocked: conflict"));
    await expect(heading(page, /./)).toHaveText(VERDICT.close.title);
    await expect(verdict(page)).toContainText(VERDICT.conflict);
    for (const name of MODELS) await expect(shareRow(page, name)).toContainText(CONDITION);
  });

  test("tells how many answers are missing, and shows no figures", async ({ page }) => {
    await openAt(page, "result", partial("four scored answers: insufficient"));
    await expect(heading(page, /./)).toHaveText(VERDICT.insufficient.title);
    await expect(verdict(page)).toContainText("Please answer 1 more scored questions.");
    await expect(page.getByRole("table")).toHaveCount(0);
    await expect(nextQuestions(page)).toHaveCount(3);
  });

  test("says how it would read if nothing were ruled out", async ({ page }) => {
    await openAt(page, "result", organization("P6"));
    await expect(shareRow(page, "Fully outsourced IT")).toContainText(BLOCKED);
    await expect(
      page.getByText(
        /^Your answers rule out fully outsourced IT\. Without that rule, .+ of 100 ways\.$/,
      ),
    ).toBeVisible();
  });

  test("says that the firm behind the page may sell a model", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    await expect(verdict(page)).toContainText(`${SAYS.offer.somebody} ${SAYS.offer.same}`);
  });

  test("is not called a quick check, and leads no further", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    await expect(page.getByText("This is a quick check.")).toHaveCount(0);
    await expect(button(page, "Go on with all questions")).toHaveCount(0);
  });
});

test.describe("stay or change", () => {
  const TEAM = { ...CLEAR.answers, provider: "beside", clash: "rule" };

  for (const { when, answers, today, advice } of [
    {
      when: "the model of today leads",
      answers: TEAM,
      today: "you have co-managed IT today.",
      advice: "The result is to keep it.",
    },
    {
      when: "another model leads",
      answers: { ...CLEAR.answers, provider: "none" },
      today: "you have in-house IT today.",
      advice: "The result points to a change, to co-managed IT.",
    },
    {
      when: "nobody runs IT",
      answers: organization("P1").answers,
      today: "nobody has the job of running IT today.",
      advice: "The result points to a change, to fully outsourced IT.",
    },
    {
      when: "it is close and the model of today is in front",
      answers: { ...CLOSE.answers, provider: "most", clash: "rule" },
      today: "you have fully outsourced IT today.",
      advice: "It gives you no strong reason to change.",
    },
    {
      when: "it is close and the model of today is not in front",
      answers: { ...CLOSE.answers, provider: "none" },
      today: "you have in-house IT today.",
      advice: "The result is too close to call between fully outsourced IT and co-managed IT.",
    },
  ]) {
    test(`is answered where ${when}`, async ({ page }) => {
      await openAt(page, "result", { answers, priorities: {} });
      await expect(verdict(page)).toContainText("Stay or change?");
      await expect(verdict(page)).toContainText(today);
      await expect(verdict(page)).toContainText(advice);
    });
  }

  test("asks for what it takes to say it", async ({ page }) => {
    await openAt(page, "result", HALF);
    await expect(verdict(page)).toContainText(SAYS.stay.unknown);
  });
});

test.describe("the contents", () => {
  const entries = (/** @type {Page} */ page) =>
    page.getByRole("navigation").getByRole("button").filter({ visible: true });

  test("name every part in the order of the document", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    await expect(entries(page)).toHaveText(PARTS);
    await expect(page.locator("support-fit h4")).toHaveText(PARTS);
  });

  test("move the focus to each part", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    for (const title of PARTS) {
      await entries(page).filter({ hasText: title }).click();
      const part = page.getByRole("heading", { level: 4, name: title, exact: true });
      await expect(part).toBeFocused();
      await expect(part).toBeInViewport();
    }
  });

  test("leave the address as it is", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    const before = page.url();
    await entries(page).last().click();
    expect(page.url()).toBe(before);
  });

  test("are folded on a phone, and lead there as well", async ({ page }) => {
    await page.setViewportSize(PHONE);
    await openAt(page, "result", CLEAR);
    await expect(entries(page)).toHaveCount(0);
    await page.getByText("In this result").filter({ visible: true }).click();
    await expect(entries(page)).toHaveText(PARTS);
    await entries(page).filter({ hasText: SAYS.roadmap.title }).click();
    const part = page.getByRole("heading", { level: 4, name: SAYS.roadmap.title });
    await expect(part).toBeFocused();
    await expect(part).toBeInViewport();
  });
});

test.describe("what is open", () => {
  test("is offered in a full result as well", async ({ page }) => {
    await openAt(page, "result", HALF);
    await expect(nextQuestions(page)).toHaveCount(3);
    const question = (await nextQuestions(page).first().textContent()) ?? "";
    await nextQuestions(page).first().click();
    await expect(heading(page, question)).toBeFocused();
    await page.getByRole("radio").first().check();
    await press(page, "Update the result");
    await resultIsWhole(page);
    await expect(button(section(page, SAYS.next), question)).toHaveCount(0);
  });

  test("is not spoken of where nothing is open", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    await expect(page.getByText(SAYS.next)).toHaveCount(0);
  });
});

test.describe("the advice", () => {
  test("names the signs of a trap that was seen", async ({ page }) => {
    await openAt(page, "result", organization("P7"));
    const part = section(page, WORDS.trap.level.caught.title);
    await expect(part).toContainText(WORDS.trap.level.caught.text);
    for (const sign of organization("P7").result.trap_signs) {
      await expect(part).toContainText(WORDS.trap.sign[sign]);
    }
  });

  test("speaks of a risk ahead where no work is shared yet", async ({ page }) => {
    await openAt(page, "result", partial("no firm, unwritten, co-managed leads: risk ahead"));
    const part = section(page, WORDS.trap.level.risk.title);
    await expect(part).toContainText(WORDS.trap.level.risk.future_text);
  });

  test("says why the split is the usual one where nobody inside can carry a part", async ({
    page,
  }) => {
    await openAt(page, "result", organization("P1"));
    await showWith(page, "co_managed");
    await expect(duties(page)).toContainText(DUTIES.basis.nobody);
  });

  test("says that a split is only an example where another model leads", async ({ page }) => {
    await openAt(page, "result", CLOSE);
    await showWith(page, "co_managed");
    await expect(duties(page)).toContainText(SAYS.split.other);
  });

  test("orders the steps of the first two years by their start", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    const steps = section(page, SAYS.roadmap.title).locator("ol").getByRole("listitem");
    const months = (await steps.allTextContents()).map((text) =>
      /^Months (\d+) to (\d+)/.exec(text)?.slice(1).map(Number),
    );
    expect(months.length).toBeGreaterThan(5);
    const starts = months.map((span) => span?.[0] ?? -1);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const span of months) expect(span?.[1]).toBeGreaterThanOrEqual(span?.[0] ?? 0);
    expect(Math.max(...months.map((span) => span?.[1] ?? 0))).toBeLessThanOrEqual(24);
  });

  test("adds to the steps what the visitor expects", async ({ page }) => {
    await openAt(page, "result", organization("P1"));
    await expect(section(page, SAYS.roadmap.title)).toContainText(WORDS.roadmap.events.insurance);
  });

  test("measures five things", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    const rows = section(page, SAYS.scorecard.title).getByRole("heading", { level: 5 });
    const names = Object.values(WORDS.scorecard).map((/** @type {any} */ { name }) => name);
    await expect(rows).toHaveText(names);
  });

  test("has questions to ask, with a note on the visitor's field", async ({ page }) => {
    await openAt(page, "result", organization("P1"));
    const part = section(page, SAYS.ask.title);
    await expect(part).toContainText(WORDS.checklist.exit);
    await expect(part).toContainText(`For your field: ${WORDS.sector_note.legal}`);
  });

  test("names the three articles, and what the result cannot know", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    const part = section(page, SAYS.admits);
    await expect(part).toContainText(SAYS.admits_levels);
    await expect(part).toContainText(WORDS.disclosure.sources);
    const articles = part.getByRole("list").last();
    await expect(articles.getByRole("listitem")).toHaveCount(3);
  });
});

test("“Change my answers” leads to the answers, and from there back", async ({ page }) => {
  await openAt(page, "result", CLEAR);
  await press(page, "Change my answers");
  await expect(heading(page, TITLES.check)).toBeFocused();
  await press(page, "See your result");
  await expect(page.getByRole("article")).toBeVisible();
});

test("what the index means is said when asked", async ({ page }) => {
  await openAt(page, "result", CLEAR);
  await expect(page.getByText(SAYS.index_help)).toBeHidden();
  await page.getByText(SAYS.index_meaning).click();
  await expect(page.getByText(SAYS.index_help)).toBeVisible();
});
