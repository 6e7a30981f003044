// Every screen that a visitor can see, and the way there.

import { KEY, breakStorage, draftAt, keep } from "./drafts.js";
import {
  LEANS,
  NOT_SURE,
  RULED_OUT,
  TRAPPED,
  answerAll,
  choose,
  heading,
  notice,
  open,
  press,
} from "./flow.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Opens the page where something is kept already.
 *
 * @param {Page} page
 * @param {string} text
 */
async function openWith(page, text) {
  await keep(page, text);
  await page.goto("/widget/");
}

/**
 * Opens everything that folds.
 *
 * @param {Page} page
 */
async function unfold(page) {
  for (const summary of await page.locator("support-fit summary").all()) await summary.click();
}

/** @type {Record<string, (page: Page) => Promise<void>>} */
export const SCREENS = {
  "the first question": (page) => open(page),
  "a question with an answer": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 3));
    await choose(page, LEANS[3]);
  },
  "a question without the answer that is needed": async (page) => {
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
    await choose(page, "Updates come late or skip some machines");
  },
  "the question whether to start over": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 1));
    await press(page, "Start over");
    await page.getByRole("dialog").waitFor();
  },
  "the question whether to erase": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 1));
    await press(page, "Erase my answers");
    await page.getByRole("dialog").waitFor();
  },
  "the message that answers are back": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 2));
    await page.reload();
    await notice(page, "Welcome back").waitFor();
  },
  "the message that nothing can be kept": async (page) => {
    await breakStorage(page, "getter");
    await open(page);
    await notice(page, "does not let us save").waitFor();
  },
  "the message that answers cannot be read": async (page) => {
    await openWith(page, "not a draft");
    await notice(page, "that we cannot read").waitFor();
  },
  "the message that another tab has other answers": async (page) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 2));
    // What the browser tells when another tab saves.
    await page.evaluate(
      ([key, newValue]) => dispatchEvent(new StorageEvent("storage", { key, newValue })),
      [KEY, draftAt("fund")],
    );
    await notice(page, "in another tab").waitFor();
  },
  "a result that leans": async (page) => {
    await open(page);
    await answerAll(page, LEANS);
    await heading(page, "lean one way").waitFor();
  },
  "a result with everything unfolded": async (page) => {
    await open(page);
    await answerAll(page, LEANS);
    await heading(page, "lean one way").waitFor();
    await unfold(page);
  },
  "a result that rules models out": async (page) => {
    await open(page);
    await answerAll(page, RULED_OUT);
    await page.getByText("Does not work now").first().waitFor();
  },
  "a result with a trap": async (page) => {
    await open(page);
    await answerAll(page, TRAPPED);
    await page.getByRole("heading", { name: "Some risk" }).waitFor();
  },
  "a result without enough answers": async (page) => {
    await open(page);
    await answerAll(page, NOT_SURE);
    await heading(page, "Not enough answers yet").waitFor();
  },
  "a question after the result": async (page) => {
    await open(page);
    await answerAll(page, LEANS);
    await press(page, "How big should your own IT team be in two years?");
    await heading(page, "How big should").waitFor();
  },
};
