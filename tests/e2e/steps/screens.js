// Every screen that a visitor can see, and how to open it.

import { readFileSync } from "node:fs";

import { addLink, comparing, file, fileField, fileOf, verdicts } from "./compare.js";
import { VERSION, WORDS, organization, partial } from "./content.js";
import * as figures from "./cost.js";
import { KEY, breakStorage, draftAt, keep } from "./drafts.js";
import { TASK, field, opener } from "./duties.js";
import { FAILURE, breakApplication, repairApplication } from "./failing.js";
import {
  LEANS,
  NOT_SURE,
  QUESTIONS,
  RULED_OUT,
  TRAPPED,
  answerAll,
  button,
  choose,
  heading,
  notice,
  open,
  painted,
  press,
} from "./flow.js";
import { HISTORY, enter, roadmapOf, scorecardOf } from "./following.js";
import { openAt, openEffect, openQuestion, rate, resultIsWhole } from "./full.js";
import { FILES } from "./host.js";
import { VIEWS, nextQuestions, openQuickResult, slider, tryAnswer, unfold } from "./result.js";
import { paste } from "./take.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Opens the page with a string in storage.
 *
 * @param {Page} page
 * @param {string} text
 */
async function openWith(page, text) {
  await keep(page, text);
  await page.goto("/widget/");
}

/**
 * Screens for views of a result with every fold open.
 *
 * @param {string[]} views
 * @param {string} whose
 * @param {(page: Page, view: string) => Promise<void>} show
 */
function unfolded(views, whose, show) {
  return Object.fromEntries(
    views.map((view) => [
      `the view “${VIEWS[view]}” ${whose}`,
      async (/** @type {Page} */ page) => {
        await show(page, view);
        await unfold(page);
      },
    ]),
  );
}

/**
 * Waits for fields whose entries are refused.
 *
 * @param {Page} page
 * @param {number} count
 */
async function refusals(page, count) {
  await page
    .locator("support-fit [aria-invalid=true]")
    .nth(count - 1)
    .waitFor();
}

/** Complete answers with a close result. */
const FULL = organization("P10");

/** Answers to some questions beyond the quick check. */
const HALF = organization("P11");

/** Too few answers for a result. */
const FEW = partial("four scored answers: insufficient");

/** A draft with entries in every part of the plan. */
const FILLED = JSON.parse(
  readFileSync(new URL("../../fixtures/draft-schema-3.json", import.meta.url), "utf8"),
);

/**
 * The draft with entries at a view of the result.
 *
 * @param {string} view
 */
const filledIn = (view) =>
  JSON.stringify({ ...FILLED, answers: FULL.answers, place: { screen: "result", view } });

/** Their result a year before. */
const EARLIER = JSON.stringify([
  {
    date: "2025-11-20",
    content: VERSION,
    verdict: "lean",
    leader: "co_managed",
    shares: [12, 70, 18],
    answers: FULL.answers,
  },
]);

const { roadmap, scorecard } = WORDS.ui.result;

/** The modules that load later. */
const LATER = "**/assets/support-fit-later-*.wasm";

/** @type {Record<string, (page: Page) => Promise<void>>} */
export const SCREENS = {
  "the first question": (page) => open(page),
  "a question with an answer": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 3));
    await choose(page, LEANS[3]);
  },
  "a question with a missing answer": async (page) => {
    await open(page);
    await press(page, "Next");
  },
  "a question with everything unfolded": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 1));
    await unfold(page);
  },
  "a multiple choice": async (page) => {
    await openWith(page, draftAt("signs"));
    await choose(page, "Security updates (patching) come late or skip some machines");
  },
  "the dialog that asks whether to start over": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 1));
    await press(page, "Start over");
    await page.getByRole("dialog").waitFor();
  },
  "the dialog that asks whether to erase": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 1));
    await press(page, "Delete my answers");
    await page.getByRole("dialog").waitFor();
  },
  "the message that answers are restored": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 2));
    await page.reload();
    await notice(page, "Welcome back").waitFor();
  },
  "the message that nothing can be saved": async (page) => {
    await breakStorage(page, "getter");
    await open(page);
    await notice(page, "won't let us save").waitFor();
  },
  "the message that answers cannot be read": async (page) => {
    await openWith(page, "not a draft");
    await notice(page, "that we can't read").waitFor();
  },
  "the message that another tab has other answers": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 2));
    // What happens when another tab saves.
    await page.evaluate(
      ([key, draft]) => {
        localStorage.setItem(key, draft);
        dispatchEvent(new StorageEvent("storage", { key }));
      },
      [KEY, draftAt("fund")],
    );
    await notice(page, "in another tab").waitFor();
  },
  "a result that leans": (page) => openQuickResult(page, LEANS),
  "a result with everything unfolded": async (page) => {
    await openQuickResult(page, LEANS);
    await unfold(page);
  },
  ...unfolded(["why", "what-if", "save"], "of a quick result", (page, view) =>
    openQuickResult(page, LEANS, view),
  ),
  "a view that needs more answers than a quick result has": (page) =>
    openQuickResult(page, LEANS, "cost"),
  "a result that rules models out": async (page) => {
    await openQuickResult(page, RULED_OUT);
    await page.getByText("Ruled out for now").first().waitFor();
  },
  "a result with a trap": async (page) => {
    await openQuickResult(page, TRAPPED);
    await page.getByText("Some risk of accidental co-management").waitFor();
  },
  "a result without enough answers": async (page) => {
    await openQuickResult(page, NOT_SURE);
    await heading(page, "Not enough answers yet").waitFor();
  },
  "a question after the result": async (page) => {
    await openQuickResult(page, LEANS, "what-if");
    await nextQuestions(page).first().click();
    await page.locator("support-fit form").waitFor();
  },
  "a question of the full assessment": (page) => openQuestion(page, "hours", FULL),
  "the overview": (page) => openAt(page, "overview", HALF),
  "the priorities": (page) => openAt(page, "priorities", FULL),
  "the priorities, changed": async (page) => {
    await openAt(page, "priorities", FULL);
    await openEffect(page);
    await rate(page, "control", 3);
    await rate(page, "cost", 0);
    await button(page, "Set all to “Normal”").waitFor();
  },
  "the priorities with too few answers": (page) => openAt(page, "priorities", FEW),
  "the check of all answers": (page) => openAt(page, "check", organization("P4")),
  "the check with open questions": (page) => openAt(page, "check", HALF),
  "a full result that is clear": (page) => openAt(page, "result", organization("P2")),
  "a full result that leans": (page) => openAt(page, "result", organization("P7")),
  "a full result too close to call": (page) => openAt(page, "result", FULL),
  "a full result with one choice": (page) => openAt(page, "result", organization("P3")),
  "a full result in conflict": (page) =>
    openAt(page, "result", partial("all three blocked: conflict")),
  "a full result without enough answers": (page) => openAt(page, "result", FEW),
  "a full result with a trial": async (page) => {
    await openAt(page, "result", FULL, "what-if");
    await tryAnswer(page, "fund", "yes");
    await button(page, "Keep this answer").waitFor();
  },
  "a full result with a trial that was kept and a slider moved": async (page) => {
    await openAt(page, "result", FULL, "what-if");
    await tryAnswer(page, "fund", "yes");
    await press(page, "Keep this answer");
    await button(page, "Undo last change").first().waitFor();
    await unfold(page);
    await slider(page, "coverage").fill("90");
    await button(page, "Reset").waitFor();
  },
  "a full result with a slider moved": async (page) => {
    await openAt(page, "result", FULL, "what-if");
    await unfold(page);
    await slider(page, "coverage").fill("90");
    await button(page, "Reset").waitFor();
  },
  ...unfolded(Object.keys(VIEWS), "of a full result with a filled-in plan", async (page, view) => {
    await keep(page, EARLIER, HISTORY);
    await openWith(page, filledIn(view));
    await resultIsWhole(page);
  }),
  "a result that failed to load": async (page) => {
    await page.route(LATER, (route) => route.abort());
    await open(page);
    await answerAll(page, LEANS);
    await heading(page, WORDS.ui.later.missing).waitFor();
  },
  "a full result compared with a colleague's": async (page) => {
    await openAt(page, "result", organization("P2"), "save");
    await unfold(page);
    await fileField(page).setInputFiles([
      file("notes.json", "not json"),
      fileOf("ann.json", organization("P6")),
      fileOf("bo.json", organization("P11")),
    ]);
    await verdicts(page).nth(2).waitFor();
    // A link and a text that are rejected, and the mail as text.
    await addLink(page, "hello");
    await press(page, "Copy as text");
    await paste(page, "hello");
    await comparing(page).evaluate((section) => {
      for (const fold of section.querySelectorAll("details")) fold.open = true;
    });
    await painted(page);
  },
  "a note on a task that is refused": async (page) => {
    await openAt(page, "result", organization("P4"), "who");
    await opener(page, TASK.backup).click();
    await enter(field(page, "note", TASK.backup), "left\u202eright");
    await refusals(page, 1);
  },
  "figures that are refused": async (page) => {
    await openAt(page, "result", organization("P4"), "cost");
    await unfold(page);
    await figures.enter(page, "salary", "many");
    await figures.enter(page, "fee_out", "210");
    await refusals(page, 1);
  },
  "entries in the plan that are refused": async (page) => {
    await openAt(page, "result", organization("P4"), "plan");
    await unfold(page);
    await enter(
      roadmapOf(page)
        .getByLabel(new RegExp(`^${roadmap.date}`))
        .first(),
      "1900-01-01",
    );
    await press(page, roadmap.add);
    await enter(
      scorecardOf(page)
        .getByLabel(new RegExp(`^${scorecard.today}`))
        .first(),
      "soon",
    );
    await refusals(page, 3);
  },
  "the first question before the application is loaded": async (page) => {
    await page.route(FILES.WebAssembly, () => {});
    await page.goto("/widget/");
    await heading(page, QUESTIONS[0]).waitFor();
  },
  "the message that the application cannot be loaded": async (page) => {
    await page.route("**/assets/*.wasm", (route) => route.fulfill({ status: 404 }));
    await page.goto("/widget/");
    await button(page, FAILURE.retry).waitFor();
  },
  "the message that the application has crashed": async (page) => {
    await open(page);
    await breakApplication(page);
    // Not `check`, which waits until the radio button is checked: the crash removes it.
    await page.getByLabel(LEANS[0], { exact: true }).click();
    await button(page, FAILURE.again).waitFor();
    // axe creates elements too.
    await repairApplication(page);
  },
  "the notice of a newer build": async (page) => {
    await page.addInitScript(() => {
      Object.defineProperties(navigator.serviceWorker, {
        controller: { value: {} },
        register: { value: async () => Object.assign(new EventTarget(), { waiting: {} }) },
      });
    });
    await open(page);
    await button(page, WORDS.ui.page.use).waitFor();
  },
};
