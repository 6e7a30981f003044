// The seven questions and the first result.

import { expect, test } from "@playwright/test";

import { draftAt, keep, kept } from "./steps/drafts.js";
import {
  LEANS,
  MODELS,
  NOT_SURE,
  QUESTIONS,
  RULED_OUT,
  TRAPPED,
  answer,
  answerAll,
  button,
  choose,
  heading,
  open,
  painted,
  press,
  step,
} from "./steps/flow.js";

const CONDITION = "Can work, but mind this";
const BLOCKED = "Does not work now";
const STATUS = new RegExp(`^(Works|${CONDITION}|${BLOCKED})$`);
const MISSING = "Choose an answer first. “Not sure” is fine too.";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * The part of the result that is about one model: the innermost with its name as a heading.
 *
 * @param {Page} page
 * @param {string} name
 */
function card(page, name) {
  const title = page.getByRole("heading", { name, exact: true });
  return page.locator("section").filter({ has: title }).last();
}

/**
 * The texts of the list under a heading of a card.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} title
 */
function reasons(page, name, title) {
  const part = page.getByRole("heading", { name: title, exact: true });
  return card(page, name).locator("div").filter({ has: part }).last().getByRole("listitem");
}

/**
 * The row of a model among the shares.
 *
 * @param {Page} page
 * @param {string} name
 */
function shareRow(page, name) {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
}

/**
 * The buttons that open the questions that would firm the result up.
 *
 * @param {Page} page
 */
function nextQuestions(page) {
  const title = page.getByRole("heading", { name: "What would firm this up most" });
  return page.locator("section").filter({ has: title }).last().getByRole("button");
}

test.describe("the first screen", () => {
  test.beforeEach(({ page }) => open(page));

  test("is the first question already", async ({ page }) => {
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await expect(page.getByRole("group", { name: QUESTIONS[0] }).getByRole("radio")).toHaveCount(7);
  });

  test("has the title over it", async ({ page }) => {
    await expect(
      page.getByRole("heading", { level: 2, name: "Which kind of IT support fits you?" }),
    ).toBeVisible();
  });

  test("promises seven questions in a minute", async ({ page }) => {
    await expect(page.getByText("7 short questions, about one minute.")).toBeVisible();
  });

  test("says that answers stay on the device", async ({ page }) => {
    await expect(page.getByText("Your answers stay on this device.")).toBeVisible();
  });

  test("has no way back and nothing to erase", async ({ page }) => {
    await expect(button(page, "Back")).toHaveCount(0);
    await expect(button(page, "Start over")).toHaveCount(0);
    await expect(button(page, "Erase my answers")).toHaveCount(0);
  });

  test("explains the three models when asked", async ({ page }) => {
    await expect(page.getByRole("definition").first()).toBeHidden();
    await page.getByText("What the three models mean").click();
    await expect(page.getByRole("term")).toHaveText(MODELS);
    await expect(page.getByRole("definition")).toHaveText([
      "Your own staff run your IT from day to day.",
      "Your own IT people and an outside firm share the work.",
      "An outside firm runs most or all of your IT.",
    ]);
  });

  test("keeps nothing before there is an answer", async ({ page }) => {
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

test.describe("the questions", () => {
  test.beforeEach(({ page }) => open(page));

  test("are seven, one on a page", async ({ page }) => {
    for (const [n, question] of QUESTIONS.entries()) {
      await expect(page.getByRole("heading", { level: 3 })).toHaveText([question]);
      await expect(step(page, n + 1, 7)).toBeVisible();
      await answer(page, LEANS[n]);
    }
    await expect(heading(page, "lean one way")).toBeVisible();
  });

  test("can all be answered with “Not sure”", async ({ page }) => {
    for (const question of QUESTIONS) {
      await expect(heading(page, question)).toBeVisible();
      await expect(page.getByRole("radio", { name: "Not sure", exact: true })).toBeVisible();
      await answer(page, "Not sure");
    }
    await expect(heading(page, "Not enough answers yet")).toBeVisible();
  });

  test("say why they are asked, with the words of the articles", async ({ page }) => {
    for (const [n, question] of QUESTIONS.entries()) {
      await expect(heading(page, question)).toBeVisible();
      await page.getByText("Why we ask").click();
      await expect(page.getByText("Your answer counts under")).toBeVisible();
      await expect(page.getByRole("listitem").filter({ hasText: "“" }).first()).toBeVisible();
      await answer(page, LEANS[n]);
    }
  });

  test("explain the three models on every page", async ({ page }) => {
    for (const label of LEANS) {
      await expect(page.getByText("What the three models mean")).toBeVisible();
      await answer(page, label);
    }
    await expect(heading(page, "lean one way")).toBeVisible();
    await expect(page.getByText("What the three models mean")).toBeVisible();
  });

  test("stay when an answer is chosen", async ({ page }) => {
    for (const radio of await page.getByRole("radio").all()) {
      await radio.check();
      await painted(page);
      await expect(radio).toBeChecked();
      await expect(heading(page, QUESTIONS[0])).toBeVisible();
    }
  });

  test("hold one answer at a time", async ({ page }) => {
    await choose(page, LEANS[0]);
    await choose(page, "Not sure");
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
    await choose(page, "Nobody in particular");
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  });

  test("name the last step for what it shows", async ({ page }) => {
    await answerAll(page, LEANS.slice(0, 6));
    await expect(button(page, "See the first result")).toBeVisible();
    await expect(button(page, "Next")).toHaveCount(0);
  });
});

test.describe("going on without an answer", () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await answer(page, LEANS[0]);
    await press(page, "Next");
  });

  test("stays at the question and asks for one", async ({ page }) => {
    await expect(page.getByRole("paragraph").filter({ hasText: MISSING })).toBeVisible();
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    await expect(step(page, 2, 7)).toBeVisible();
  });

  test("is announced", async ({ page }) => {
    await expect(page.getByRole("status")).toHaveText(MISSING);
  });

  test("moves the focus to the first answer", async ({ page }) => {
    await expect(page.getByRole("radio").first()).toBeFocused();
  });

  test("describes the answers by what is missing", async ({ page }) => {
    await expect(page.getByRole("group", { name: QUESTIONS[1] })).toHaveAccessibleDescription(
      new RegExp(MISSING),
    );
  });

  test("is forgotten once there is one", async ({ page }) => {
    await choose(page, LEANS[1]);
    await expect(page.getByRole("paragraph").filter({ hasText: MISSING })).toHaveCount(0);
    await expect(page.getByRole("status")).toBeEmpty();
    await press(page, "Next");
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
  });
});

test.describe("going back", () => {
  test.beforeEach(({ page }) => open(page));

  test("shows every answer again", async ({ page }) => {
    await answerAll(page, LEANS);
    await press(page, "Change my answers");
    for (const n of [6, 5, 4, 3, 2, 1, 0]) {
      await expect(heading(page, QUESTIONS[n])).toBeVisible();
      await expect(page.getByLabel(LEANS[n], { exact: true })).toBeChecked();
      if (n > 0) await press(page, "Back");
    }
  });

  test("keeps an answer that was chosen but not yet left", async ({ page }) => {
    await answer(page, LEANS[0]);
    await choose(page, LEANS[1]);
    await press(page, "Back");
    await press(page, "Next");
    await expect(page.getByLabel(LEANS[1], { exact: true })).toBeChecked();
  });

  test("keeps later answers when an earlier one is changed", async ({ page }) => {
    await answerAll(page, LEANS);
    const changed = ["An IT team of two or more, with someone leading it", ...LEANS.slice(1)];
    await press(page, "Change my answers");
    for (let n = 0; n < 6; n++) await press(page, "Back");
    await choose(page, changed[0]);
    for (const [n, label] of changed.entries()) {
      await expect(heading(page, QUESTIONS[n])).toBeVisible();
      await expect(page.getByLabel(label, { exact: true })).toBeChecked();
      await page.locator("support-fit button[type=submit]").click();
    }
    await expect(page.getByRole("article")).toBeVisible();
  });
});

test.describe("when nobody looks after IT", () => {
  test.beforeEach(({ page }) => open(page));

  test("there are six questions, and none about people who are not there", async ({ page }) => {
    const asked = QUESTIONS.filter((_, n) => n !== 1);
    for (const [n, question] of asked.entries()) {
      await expect(heading(page, question)).toBeVisible();
      await choose(page, RULED_OUT[n]);
      await expect(step(page, n + 1, 6)).toBeVisible();
      await page.locator("support-fit button[type=submit]").click();
    }
    await expect(page.getByRole("article")).toBeVisible();
  });

  test("an earlier answer about them is kept for a change of mind", async ({ page }) => {
    await answerAll(page, LEANS.slice(0, 2));
    await press(page, "Back");
    await press(page, "Back");
    await answer(page, "Nobody in particular");
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    await press(page, "Back");
    await answer(page, LEANS[0]);
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    await expect(page.getByLabel(LEANS[1], { exact: true })).toBeChecked();
  });
});

test.describe("the first result", () => {
  /** Answers that all speak for one model. */
  const ONE_SIDED = {
    "in-house IT": [
      "An IT team of two or more, with someone leading it",
      "Under control, with time to plan",
      "Yes: two or more people, with cover",
      "Our own people",
      "All of them, large and small",
      "Slowly; much like last year",
      "Deep knowledge of our own systems, every day",
    ],
    "co-managed IT": LEANS,
    outsourcing: [
      "A manager is in charge of IT and has other duties too",
      "All firefighting; little else gets done",
      "No",
      "One outside partner, from start to finish",
      "Plan and budget; a provider can decide the rest",
      "Slowly; much like last year",
      "A bit of everything, at a normal depth",
    ],
  };

  for (const [model, answers] of Object.entries(ONE_SIDED)) {
    test(`never calls it clear, even if every answer speaks for ${model}`, async ({ page }) => {
      await open(page);
      await answerAll(page, answers);
      const verdict = page
        .locator("section")
        .filter({ has: heading(page, /./) })
        .last();
      await expect(verdict).toContainText("It can lean, but it cannot settle.");
      await expect(verdict).not.toContainText(/\bclear\b|fits best/i);
      await expect(verdict).toContainText(new RegExp(model, "i"));
    });
  }

  test.describe("that leans", () => {
    test.beforeEach(async ({ page }) => {
      await open(page);
      await answerAll(page, LEANS);
      await heading(page, "Your answers lean one way").waitFor();
    });

    test("says which way, how far, and which model is next", async ({ page }) => {
      await expect(
        page.getByText(
          /^Your answers lean toward co-managed IT\. It comes first in \d+ of 100 ways of weighing them\. .+ is next\.$/,
        ),
      ).toBeVisible();
    });

    test("shows the share of each model in words, and they add up", async ({ page }) => {
      let sum = 0;
      for (const name of MODELS) {
        const words = await shareRow(page, name).textContent();
        const share = /(\d+) of 100 ways/.exec(words ?? "");
        expect(share, name).not.toBeNull();
        sum += Number(share?.[1]);
      }
      // Each is rounded by itself.
      expect(Math.abs(sum - 100)).toBeLessThanOrEqual(1);
    });

    test("says what the share means when asked", async ({ page }) => {
      await page.getByText(/What does “\d+ of 100” mean\?/).click();
      await expect(
        page.getByText("It is not the chance that a model will work out."),
      ).toBeVisible();
    });

    test("shows the same fields for each model, in the same order", async ({ page }) => {
      for (const name of MODELS) {
        await expect(card(page, name).getByRole("heading")).toHaveText([
          name,
          "Speaks for it",
          "Speaks against it",
          "What it gives",
          "What it costs",
          "When it goes wrong",
        ]);
        await expect(card(page, name).getByText(STATUS)).toBeVisible();
        await expect(card(page, name).getByText("Where this comes from")).toBeVisible();
      }
    });

    test("shows the models in the order of the terms", async ({ page }) => {
      const names = page.getByRole("heading").filter({ hasText: new RegExp(MODELS.join("|")) });
      await expect(names).toHaveText(MODELS);
    });

    test("gives each model the same width", async ({ page }) => {
      const widths = await Promise.all(
        MODELS.map(async (name) => (await card(page, name).boundingBox())?.width ?? 0),
      );
      expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(1);
    });

    test("gives reasons in the visitor's own answers", async ({ page }) => {
      let count = 0;
      for (const name of MODELS) {
        for (const side of ["Speaks for it", "Speaks against it"]) {
          for (const reason of await reasons(page, name, side).allTextContents()) {
            count++;
            const n = QUESTIONS.findIndex((question) => reason.includes(question));
            expect(n, reason).toBeGreaterThanOrEqual(0);
            expect(reason).toContain(LEANS[n]);
          }
        }
      }
      expect(count).toBeGreaterThan(3);
    });

    test("says it where no answer speaks for a model", async ({ page }) => {
      await expect(
        card(page, "In-house IT").getByText("None of your answers speaks for it so far."),
      ).toBeVisible();
    });

    test("names the condition under which a model works", async ({ page }) => {
      await expect(shareRow(page, "In-house IT")).toContainText(CONDITION);
      await expect(card(page, "In-house IT")).toContainText(CONDITION);
      await expect(card(page, "In-house IT")).toContainText("Everything would rest on one person.");
      await expect(card(page, "Co-managed IT").getByText(STATUS)).toHaveText("Works");
    });

    test("quotes the articles behind each model", async ({ page }) => {
      for (const name of MODELS) {
        await card(page, name).getByText("Where this comes from").click();
        await expect(card(page, name).locator("cite").first()).toBeVisible();
      }
    });

    test("does not speak of a trap that was not seen", async ({ page }) => {
      await expect(page.getByText("half-shared IT")).toHaveCount(0);
    });

    test("admits what it cannot know", async ({ page }) => {
      await expect(
        page.getByRole("heading", { name: "What this result cannot know" }),
      ).toBeVisible();
      await expect(page.getByText("Nobody measured how well the models work.")).toBeVisible();
    });

    test("offers three open questions that would firm it up", async ({ page }) => {
      await expect(nextQuestions(page)).toHaveCount(3);
      for (const question of QUESTIONS) await expect(button(page, question)).toHaveCount(0);
    });

    test("is updated by the answer to such a question", async ({ page }) => {
      const before = await page.getByRole("table").textContent();
      const question = (await nextQuestions(page).first().textContent()) ?? "";
      await nextQuestions(page).first().click();
      await expect(heading(page, question)).toBeVisible();
      await page.getByRole("radio").first().check();
      await press(page, "Update the result");
      await expect(page.getByRole("article")).toBeVisible();
      await expect(button(page, question)).toHaveCount(0);
      expect(await page.getByRole("table").textContent()).not.toBe(before);
    });

    test("is there again after going back from such a question", async ({ page }) => {
      await nextQuestions(page).first().click();
      await press(page, "Back");
      await expect(page.getByRole("article")).toBeVisible();
    });
  });

  test.describe("that rules models out", () => {
    test.beforeEach(async ({ page }) => {
      await open(page);
      await answerAll(page, RULED_OUT);
      await page.getByRole("article").waitFor();
    });

    test("says which, and for what reason", async ({ page }) => {
      await expect(shareRow(page, "In-house IT")).toContainText(BLOCKED);
      await expect(card(page, "In-house IT")).toContainText(BLOCKED);
      await expect(card(page, "In-house IT")).toContainText(
        "There is no IT team and no money to build one.",
      );
      await expect(card(page, "Co-managed IT")).toContainText(BLOCKED);
      await expect(card(page, "Co-managed IT")).toContainText(
        "Nobody inside looks after IT and there is no money to hire",
      );
      await expect(card(page, "Fully outsourced IT").getByText(STATUS)).toHaveText("Works");
    });

    test("says how it would read if nothing were ruled out", async ({ page }) => {
      await expect(
        page.getByText(/^Your answers rule out .+\. Without that rule, .+ of 100 ways\.$/),
      ).toBeVisible();
    });

    test("counts no way of weighing for them", async ({ page }) => {
      await expect(shareRow(page, "Fully outsourced IT")).toContainText("100 of 100 ways");
      await expect(shareRow(page, "In-house IT")).toContainText(/(?<!\d)0 of 100 ways/);
    });
  });

  test("shows the trap with the signs that were seen", async ({ page }) => {
    await open(page);
    await answerAll(page, TRAPPED);
    await expect(
      page.getByRole("heading", { name: "Some risk of half-shared IT by accident" }),
    ).toBeVisible();
    await expect(
      page.getByText("You want one outside partner in charge of it all, but keep every decision"),
    ).toBeVisible();
  });

  test.describe("without enough answers", () => {
    test.beforeEach(async ({ page }) => {
      await open(page);
      await answerAll(page, NOT_SURE);
      await heading(page, "Not enough answers yet").waitFor();
    });

    test("says how many are missing", async ({ page }) => {
      await expect(page.getByText(/Please answer 5 more scored questions\./)).toBeVisible();
    });

    test("shows no shares and no models", async ({ page }) => {
      await expect(page.getByRole("table")).toHaveCount(0);
      await expect(page.getByText(/of 100 ways/)).toHaveCount(0);
      await expect(page.getByText("The three models side by side")).toHaveCount(0);
    });

    test("offers the questions to answer next", async ({ page }) => {
      await expect(nextQuestions(page)).toHaveCount(3);
    });
  });
});

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
