// The full result: the text for each kind of verdict, and the sections below it.

import { expect } from "@playwright/test";

import { WORDS, organization, partial } from "./steps/content.js";
import { DUTIES, duties, showWith } from "./steps/duties.js";
import { MODELS, button, heading, press } from "./steps/flow.js";
import { TITLES, openAt, resultIsWhole } from "./steps/full.js";
import { PHONE } from "./steps/measure.js";
import { test } from "./steps/reading.js";
import {
  BLOCKED,
  CONDITION,
  nextQuestions,
  openFold,
  section,
  shareRow,
  verdict,
} from "./steps/result.js";

const CLEAR = organization("P2");
const CLOSE = organization("P10");
const HALF = organization("P11");

const SAYS = WORDS.ui.result;
const VERDICT = WORDS.verdict;

/** The titles of the parts that every full result has, in order. */
const PARTS = [
  SAYS.shares,
  SAYS.models,
  SAYS.why.title,
  WORDS.tradeoff.title,
  SAYS.change.title,
  SAYS.trial.title,
  SAYS.slider.title,
  WORDS.trap.level[CLEAR.result.trap].title,
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

/**
 * The visible entries of the contents.
 *
 * @param {Page} page
 */
function contents(page) {
  return page.getByRole("navigation").getByRole("button").filter({ visible: true });
}

/**
 * Checks the text of the verdict about staying or changing.
 *
 * @param {Page} page
 * @param {...string} sentences
 */
async function expectStayOrChange(page, ...sentences) {
  for (const sentence of ["Keep what you have, or change?", ...sentences]) {
    await expect.soft(verdict(page)).toContainText(sentence);
  }
}

test("a clear full result has every part, and the contents lead to each @wcag-1.3.1 @wcag-1.3.2 @wcag-2.4.1 @wcag-2.4.5", async ({
  reading,
}) => {
  const page = await reading("P2");

  await test.step("the verdict is clear", async () => {
    await expect.soft(heading(page, /./)).toHaveText(VERDICT.clear.title);
    await expect.soft(verdict(page)).toContainText("Your result");
  });

  await test.step("the verdict discloses that the firm behind the page may sell a model", async () => {
    await expect.soft(verdict(page)).toContainText(`${SAYS.offer.somebody} ${SAYS.offer.same}`);
  });

  await test.step("a full result is not called a quick check and offers no further questions", async () => {
    await expect.soft(page.getByText(VERDICT.quick)).toHaveCount(0);
    await expect.soft(button(page, "Answer the rest")).toHaveCount(0);
    await expect.soft(page.getByText(SAYS.next)).toHaveCount(0);
  });

  await test.step("stay or change: another model leads", async () => {
    await expectStayOrChange(
      page,
      "you have in-house IT today.",
      "This result points to a change: co-managed IT.",
    );
  });

  await test.step("the contents name every part in the order of the document", async () => {
    await expect.soft(contents(page)).toHaveText(PARTS);
    await expect.soft(page.locator("support-fit h4")).toHaveText(PARTS);
  });

  await test.step("an entry of the contents moves the focus to its part, not the address", async () => {
    const address = page.url();
    // Clicked by script; the test on a phone makes a real click.
    const reached = await contents(page).evaluateAll(async (entries) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const found = [];
      for (const entry of entries) {
        /** @type {HTMLElement} */ (entry).click();
        const root = /** @type {ShadowRoot} */ (entry.getRootNode());
        let title = "";
        for (let n = 0; n < 60 && title !== entry.textContent; n++) {
          await frame();
          const part = root.activeElement;
          const box = part?.getBoundingClientRect();
          const isInView = box && box.bottom > 0 && box.top < innerHeight;
          title = part?.localName === "h4" && isInView ? (part.textContent ?? "") : "";
        }
        found.push(title);
      }
      return found;
    });
    expect.soft(reached).toEqual(PARTS);
    expect.soft(page.url()).toBe(address);
  });

  await test.step("a fold explains what the index means", async () => {
    await openFold(page.getByText(SAYS.index_meaning));
    await expect.soft(page.getByText(SAYS.index_help)).toBeVisible();
  });

  await test.step("the steps of the first two years are ordered by their start", async () => {
    const steps = section(page, SAYS.roadmap.title).locator("ol").getByRole("listitem");
    const months = (await steps.allTextContents()).map((text) =>
      /^Months (\d+) to (\d+)/.exec(text)?.slice(1).map(Number),
    );
    expect.soft(months.length).toBeGreaterThan(5);
    const starts = months.map((span) => span?.[0] ?? -1);
    expect.soft(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const span of months) expect.soft(span?.[1]).toBeGreaterThanOrEqual(span?.[0] ?? 0);
    expect.soft(Math.max(...months.map((span) => span?.[1] ?? 0))).toBeLessThanOrEqual(24);
  });

  await test.step("the scorecard measures five things", async () => {
    const rows = section(page, SAYS.scorecard.title).getByRole("heading", { level: 5 });
    const names = Object.values(WORDS.scorecard).map((/** @type {any} */ { name }) => name);
    await expect.soft(rows).toHaveText(names);
  });

  await test.step("the sources are the three articles, with what the result cannot know", async () => {
    const part = section(page, SAYS.admits);
    await expect.soft(part).toContainText(SAYS.admits_levels);
    await expect.soft(part).toContainText(WORDS.disclosure.sources);
    await expect.soft(part.getByRole("list").last().getByRole("listitem")).toHaveCount(3);
  });
});

test("on a phone the contents of a full result are folded, and “Change my answers” leads there and back", async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await openAt(page, "result", CLEAR);

  await test.step("what the index means is hidden until its fold is opened", async () => {
    await expect(page.getByText(SAYS.index_help)).toBeHidden();
    await page.getByText(SAYS.index_meaning).click();
    await expect(page.getByText(SAYS.index_help)).toBeVisible();
  });

  await test.step("the folded contents lead to a part", async () => {
    await expect(contents(page)).toHaveCount(0);
    await page.getByText("On this page").filter({ visible: true }).click();
    await expect(contents(page)).toHaveText(PARTS);
    await contents(page).filter({ hasText: SAYS.roadmap.title }).click();
    const part = page.getByRole("heading", { level: 4, name: SAYS.roadmap.title });
    await expect(part).toBeFocused();
    await expect(part).toBeInViewport();
  });

  await test.step("“Change my answers” leads to the check, and the check back to the result", async () => {
    await press(page, "Change my answers");
    await expect(heading(page, TITLES.check)).toBeFocused();
    await press(page, "See your result");
    await expect(page.getByRole("article")).toBeVisible();
  });
});

test("every kind of verdict has its title and its explanation", async ({ page }) => {
  const title = (/** @type {string} */ code) =>
    expect.soft(heading(page, /./), code).toHaveText(VERDICT[code].title);

  await test.step("a lean, with the signs of a trap (P7)", async () => {
    await openAt(page, "result", organization("P7"));
    await title("lean");
    await expect.soft(verdict(page)).toContainText("Your result");
    const part = section(page, WORDS.trap.level.caught.title);
    await expect.soft(part).toContainText(WORDS.trap.level.caught.text);
    for (const sign of organization("P7").result.trap_signs) {
      await expect.soft(part).toContainText(WORDS.trap.sign[sign]);
    }
  });

  await test.step("only one choice (P3)", async () => {
    await openAt(page, "result", organization("P3"));
    await title("only");
    await expect.soft(verdict(page)).toContainText("Your result");
  });

  await test.step("a conflict shows all three models under a condition", async () => {
    await openAt(page, "result", partial("all three blocked: conflict"));
    await title("close");
    await expect.soft(verdict(page)).toContainText(VERDICT.conflict);
    for (const name of MODELS) await expect.soft(shareRow(page, name)).toContainText(CONDITION);
  });

  await test.step("one answer too few shows what is missing and no figures", async () => {
    await openAt(page, "result", partial("four scored answers: insufficient"));
    await title("insufficient");
    await expect.soft(verdict(page)).toContainText("Scored questions still to answer: 1.");
    await expect.soft(page.getByRole("table")).toHaveCount(0);
    await expect.soft(nextQuestions(page)).toHaveCount(3);
  });

  await test.step("a model that is ruled out, with the verdict without that rule (P6)", async () => {
    await openAt(page, "result", organization("P6"));
    await expect.soft(shareRow(page, "Fully outsourced IT")).toContainText(BLOCKED);
    await expect
      .soft(
        page.getByText(
          /^Your answers rule out fully outsourced IT\. Without that rule, .+ of 100 runs\.$/,
        ),
      )
      .toBeVisible();
  });

  await test.step("a trap is a risk ahead while no work is shared yet", async () => {
    await openAt(page, "result", partial("no firm, unwritten, co-managed leads: risk ahead"));
    const part = section(page, WORDS.trap.level.risk.title);
    await expect.soft(part).toContainText(WORDS.trap.level.risk.future_text);
  });
});

test("the verdict says whether to stay or change", async ({ page, reading }) => {
  await test.step("the result is close and today's model does not lead", async () => {
    const close = await reading("P10");
    await expect.soft(heading(close, /./)).toHaveText(VERDICT.close.title);
    await expect.soft(verdict(close)).toContainText("Your result");
    await expectStayOrChange(
      close,
      "you have in-house IT today.",
      "It is too close to call between fully outsourced IT and co-managed IT.",
    );
  });

  await test.step("today's model leads", async () => {
    const answers = { ...CLEAR.answers, provider: "beside", clash: "rule" };
    await openAt(page, "result", { answers, priorities: {} });
    await expectStayOrChange(
      page,
      "you have co-managed IT today.",
      "This result supports keeping it.",
    );
  });

  await test.step("the result is close and today's model leads", async () => {
    const answers = { ...CLOSE.answers, provider: "most", clash: "rule" };
    await openAt(page, "result", { answers, priorities: {} });
    await expectStayOrChange(
      page,
      "you have fully outsourced IT today.",
      "It gives you no strong reason to change.",
    );
  });

  await test.step("the split of duties is only an example if another model leads", async () => {
    await showWith(page, "co_managed");
    await expect.soft(duties(page)).toContainText(SAYS.split.other);
  });
});

test("the full result of an organization without IT staff has advice for its case", async ({
  page,
}) => {
  await openAt(page, "result", organization("P1"));

  await test.step("stay or change: no one runs IT", async () => {
    await expectStayOrChange(
      page,
      "IT is no one's main job today.",
      "This result points to a change: fully outsourced IT.",
    );
  });

  await test.step("the roadmap has a step for what the visitor expects", async () => {
    await expect
      .soft(section(page, SAYS.roadmap.title))
      .toContainText(WORDS.roadmap.events.insurance);
  });

  await test.step("the questions to ask have a note on the visitor's field", async () => {
    const part = section(page, SAYS.ask.title);
    await expect.soft(part).toContainText(WORDS.checklist.exit);
    await expect.soft(part).toContainText(`For your industry: ${WORDS.sector_note.legal}`);
  });

  await test.step("the usual split is explained if no one inside can do part of the work", async () => {
    await showWith(page, "co_managed");
    await expect.soft(duties(page)).toContainText(DUTIES.basis.nobody);
  });
});

test("a full result suggests open questions, and an answer updates it", async ({ page }) => {
  await openAt(page, "result", HALF);

  await test.step("stay or change needs an answer first", async () => {
    await expect.soft(verdict(page)).toContainText(SAYS.stay.unknown);
  });

  await test.step("an answer to a suggested question removes the suggestion", async () => {
    await expect(nextQuestions(page)).toHaveCount(3);
    const question = (await nextQuestions(page).first().textContent()) ?? "";
    await nextQuestions(page).first().click();
    await expect(heading(page, question)).toBeFocused();
    await page.getByRole("radio").first().check();
    await press(page, "Update my result");
    await resultIsWhole(page);
    await expect(button(section(page, SAYS.next), question)).toHaveCount(0);
  });
});
