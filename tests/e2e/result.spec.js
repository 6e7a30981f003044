// The answer of a full result: its text for each verdict, and its other parts.

import { expect } from "@playwright/test";

import { GATES, WORDS, filled, nameOf, organization, partial } from "./steps/content.js";
import { MODELS, button, heading, press } from "./steps/flow.js";
import { TITLES, openAt, resultIsWhole, theRest } from "./steps/full.js";
import { test } from "./steps/reading.js";
import {
  BLOCKED,
  CONDITION,
  nextQuestions,
  openFold,
  openView,
  section,
  shareRow,
  shareTable,
  verdict,
} from "./steps/result.js";

const CLEAR = organization("P2");
const CLOSE = organization("P10");
const HALF = organization("P11");

const SAYS = WORDS.ui.result;
const { answer: ANSWER } = SAYS;

/** @typedef {import("@playwright/test").Page} Page */

/** @param {string} model */
const inline = (model) => WORDS.alternative[model].inline;

/**
 * Checks what the answer says.
 *
 * @param {Page} page
 * @param {...string} sentences
 */
async function expectAnswer(page, ...sentences) {
  for (const sentence of sentences) await expect.soft(verdict(page)).toContainText(sentence);
}

/**
 * Checks the headline.
 *
 * @param {Page} page
 * @param {string} text
 */
async function expectHeadline(page, text) {
  await expect.soft(heading(page, /./)).toHaveText(text);
}

test("a clear full result answers what a visitor asks, in order @wcag-1.3.1 @wcag-1.3.2", async ({
  reading,
}) => {
  const page = await reading("P2");

  await test.step("the headline names the model, and the line above counts the answers", async () => {
    await expectHeadline(page, "A clear fit: co-managed IT");
    await expect
      .soft(verdict(page).locator(".kicker"))
      .toHaveText(/^Your result · \d+ of \d+ questions answered$/);
  });

  await test.step("the text says what the answers favor, and that it is a change from today", () =>
    expectAnswer(
      page,
      ANSWER.clearly.co_managed,
      filled(ANSWER.today.change, { name: inline("in_house") }),
    ));

  await test.step("the models follow by share, the leader first", async () => {
    const rows = shareTable(page).getByRole("rowheader");
    await expect.soft(rows.first()).toHaveText(`Co-managed IT${CONDITION}`);
    const shares = (await shareTable(page).getByRole("cell").allTextContents()).map((text) =>
      Number(/\d+/.exec(text)?.[0]),
    );
    expect.soft(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  await test.step("the parts are in the order of the questions", () =>
    expect
      .soft(verdict(page).getByRole("heading", { level: 4 }))
      .toHaveText([
        filled(ANSWER.why, { name: inline("co_managed") }),
        ANSWER.turn.title,
        ANSWER.before.title,
        ANSWER.cost.title,
        ANSWER.sure.title,
      ]));

  await test.step("reasons and what would change the result are statements", async () => {
    for (const [title, least, most] of /** @type {[string, number, number][]} */ ([
      [filled(ANSWER.why, { name: inline("co_managed") }), 2, 4],
      [ANSWER.turn.title, 1, 3],
    ])) {
      const said = await section(page, title).getByRole("listitem").allTextContents();
      expect.soft(said.length, title).toBeGreaterThanOrEqual(least);
      expect.soft(said.length, title).toBeLessThanOrEqual(most);
      for (const one of said) expect.soft(one).not.toMatch(/\?|^Not sure/);
    }
  });

  await test.step("cost is one line that is not part of the result", () =>
    expect.soft(section(page, ANSWER.cost.title)).toContainText(ANSWER.cost.sample));

  await test.step("it says how sure it is, and that nothing was measured", async () => {
    await expect.soft(section(page, ANSWER.sure.title)).toContainText(ANSWER.sure.clear);
    await expect.soft(section(page, ANSWER.sure.title)).toContainText(ANSWER.sure.scores);
  });

  await test.step("the disclosure is last: who may sell a model, and what the site can see", async () => {
    const last = verdict(page).locator("> *").last();
    await expect.soft(last).toHaveText(`${SAYS.offer.somebody} ${ANSWER.sees.plain}`);
  });

  await test.step("a full result is not called quick and offers no further questions", async () => {
    await expect.soft(verdict(page)).not.toContainText(ANSWER.sure.quick);
    await expect.soft(theRest(page)).toHaveCount(0);
  });

  await test.step("a fold explains what a run is", async () => {
    await openFold(page.getByText(/^What does “\d+ of 100 runs” mean\?$/));
    await expect.soft(page.getByText(WORDS.share.help)).toBeVisible();
  });
});

test("every kind of verdict has its headline, its explanation and its next step", async ({
  page,
}) => {
  const next = (/** @type {string} */ label) =>
    expect.soft(verdict(page).locator(".actions .primary")).toHaveText(label);

  await test.step("a lean, with work that is shared by accident (P7)", async () => {
    const { leader } = organization("P7").result;
    await openAt(page, "result", organization("P7"));
    await expectHeadline(page, `Leaning toward ${inline(leader)}`);
    await expectAnswer(page, ANSWER.favor[leader], ANSWER.unsettled, ANSWER.sure.lean);
    const { title, text } = WORDS.trap.level.caught;
    await expect.soft(section(page, ANSWER.before.title)).toContainText(`${title}. ${text}`);
    await next(ANSWER.next.who);
  });

  await test.step("only one choice (P3)", async () => {
    const { leader } = organization("P3").result;
    await openAt(page, "result", organization("P3"));
    await expectHeadline(page, `Only ${inline(leader)} is left for now`);
    await expectAnswer(page, ANSWER.sure.only);
    const ruledOut = verdict(page).getByRole("heading", { name: /is ruled out$/ });
    await expect.soft(ruledOut).toHaveCount(2);
    await next(ANSWER.next.plan);
  });

  await test.step("a conflict shows what each model would need", async () => {
    await openAt(page, "result", partial("all three blocked: conflict"));
    await expectHeadline(page, WORDS.verdict.conflict.title);
    await expectAnswer(page, ANSWER.sure.conflict, ANSWER.turn.conflict);
    for (const name of MODELS) await expect.soft(shareRow(page, name)).toContainText(BLOCKED);
    // Six answers are too few to act on.
    await expect.soft(theRest(page)).toBeVisible();
  });

  await test.step("one answer too few shows what is missing and no figures", async () => {
    await openAt(page, "result", partial("four scored answers: insufficient"));
    await expectHeadline(page, WORDS.verdict.insufficient.title);
    await expectAnswer(page, filled(ANSWER.insufficient.one, { n: 1 }));
    await expect.soft(page.getByRole("table")).toHaveCount(0);
    await expect.soft(page.getByRole("navigation")).toHaveCount(0);
    await next(filled(ANSWER.next.more.one, { n: 1 }));
  });

  await test.step("a model that is ruled out has the rule (P6)", async () => {
    const { gates_fired } = organization("P6").result;
    await openAt(page, "result", organization("P6"));
    await expect.soft(shareRow(page, "Fully outsourced IT")).toContainText(BLOCKED);
    const rule = gates_fired.outsourced.find((/** @type {string} */ id) => GATES[id] === "blocked");
    const part = section(page, filled(ANSWER.out, { name: inline("outsourced") }));
    await expect.soft(part).toContainText(WORDS.gate[rule]);
  });

  await test.step("a rule that comes before sharing work says so once", async () => {
    await openAt(page, "result", partial("no firm, unwritten, co-managed leads: risk ahead"));
    const part = section(page, ANSWER.before.title);
    await expect.soft(part).toContainText(WORDS.gate.G4);
    await expect.soft(part).not.toContainText(WORDS.trap.level.risk.future_text);
  });
});

test("the answer says whether to keep what there is or to change", async ({ page, reading }) => {
  await test.step("the result is close and today's model does not lead", async () => {
    const close = await reading("P10");
    await expectHeadline(close, "Too close to call: fully outsourced or co-managed IT");
    const [leader, runnerUp] = [CLOSE.result.leader, CLOSE.result.runner_up];
    const names = { name: nameOf(leader), other: inline(runnerUp) };
    await expectAnswer(
      close,
      filled(ANSWER.apart, names),
      filled(ANSWER.today.has, { name: inline("in_house") }),
      ANSWER.sure.close,
    );
    for (const model of [leader, runnerUp]) {
      await expect.soft(section(close, filled(ANSWER.for, { name: inline(model) }))).toBeVisible();
    }
    const next = verdict(close).locator(".actions .primary");
    await expect.soft(next).toHaveText(ANSWER.next.settle);
  });

  await test.step("today's model leads", async () => {
    const answers = { ...CLEAR.answers, provider: "beside", clash: "rule" };
    await openAt(page, "result", { answers, priorities: {} });
    await expectAnswer(page, ANSWER.today.keep);
  });

  await test.step("the result is close and today's model leads", async () => {
    const answers = { ...CLOSE.answers, provider: "most", clash: "rule" };
    await openAt(page, "result", { answers, priorities: {} });
    await expectAnswer(page, filled(ANSWER.today.no_need, { name: inline("outsourced") }));
  });

  await test.step("no one runs IT today (P1)", async () => {
    await openAt(page, "result", organization("P1"));
    await expectAnswer(page, ANSWER.today.change_nobody);
  });
});

test("a full result suggests open questions, and an answer updates it", async ({ page }) => {
  await openAt(page, "result", HALF, "what-if");

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

  await test.step("“Change my answers” leads to the check, and the check to the answer", async () => {
    await openView(page, SAYS.view.answer);
    await press(page, "Change my answers");
    await expect(heading(page, TITLES.check)).toBeFocused();
    await press(page, "See your result");
    await expect(verdict(page)).toBeVisible();
    await expect(heading(page, /./)).toBeFocused();
  });
});
