// Locators for the parts of a result, and the ways between its views.

import { expect } from "@playwright/test";

import { IN_ORDER, VERSION, WORDS, labelOf, labelsOf, textOf } from "./content.js";
import { keep } from "./drafts.js";
import { button, painted } from "./flow.js";
import { resultIsWhole } from "./full.js";
import { element } from "./host.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The status of a model that works under a condition. */
export const CONDITION = "Workable, with conditions";

/** The status of a model that is ruled out. */
export const BLOCKED = "Ruled out for now";

const { title: PARTS, ...LABELS } = WORDS.ui.result.view;

/**
 * The label of each view of the result, by its name in drafts and calls.
 *
 * @type {Record<string, string>}
 */
export const VIEWS = Object.fromEntries(
  Object.entries(LABELS).map(([name, label]) => [name.replace("_", "-"), label]),
);

/** The views in the row, in its order. */
export const IN_ROW = ["answer", "why", "what-if", "cost", "who", "plan", "ask"].map(
  (name) => /** @type {string} */ (VIEWS[name]),
);

/**
 * The visible links between the views: a row on top of each, but on a phone a list under the answer.
 *
 * @param {Page} page
 */
export function parts(page) {
  return page.getByRole("navigation", { name: PARTS });
}

/**
 * Shows a view of the result by a call of the element.
 *
 * @param {Page} page
 * @param {string} view Its name in drafts and calls.
 */
export async function showView(page, view) {
  await element(page).evaluate(
    (/** @type {import("./host.js").SupportFit} */ host, view) => host.showResult(view),
    view,
  );
  await painted(page);
}

/**
 * Goes to a view of the result by its link, and waits until the focus is on its heading.
 *
 * @param {Page} page
 * @param {string} name The label of the link.
 */
export async function openView(page, name) {
  const way = IN_ROW.includes(name) ? button(parts(page), name) : button(page, name).first();
  // Where one is already, nothing moves.
  if ((await way.getAttribute("aria-current")) !== null) return;
  await way.click();
  await expect(page.locator("support-fit .result h3").first()).toBeFocused();
}

/**
 * The innermost section of the result with this heading of level 3 or 4.
 *
 * @param {Page} page
 * @param {string | RegExp} title
 */
export function section(page, title) {
  const [view, part] = [3, 4].map((level) =>
    page.getByRole("heading", { level, name: title, exact: true }),
  );
  return page
    .locator("support-fit section")
    .filter({ has: view.or(part) })
    .last();
}

/**
 * The answer: the section with the headline.
 *
 * @param {Page} page
 */
export function verdict(page) {
  return page.locator("support-fit section.answer");
}

/**
 * The card of a model.
 *
 * @param {Page} page
 * @param {string} name
 */
export function card(page, name) {
  const title = page.getByRole("heading", { level: 4, name, exact: true });
  return page.locator("support-fit section.card").filter({ has: title });
}

/**
 * The reasons under a heading of a card, each of them a fold.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} title
 */
export function reasons(page, name, title) {
  const part = page.getByRole("heading", { name: title, exact: true });
  return card(page, name).locator(".reasons-of").filter({ has: part }).locator(".reasons > li");
}

/**
 * The table of how often each model comes first.
 *
 * @param {Page} page
 */
export function shareTable(page) {
  return page
    .getByRole("table")
    .filter({ has: page.getByRole("columnheader", { name: "Came first in" }) });
}

/**
 * The row of a model in the table of shares.
 *
 * @param {Page} page
 * @param {string} name
 */
export function shareRow(page, name) {
  return shareTable(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name }) });
}

/**
 * The row of a model in the table of fit scores.
 *
 * @param {Page} page
 * @param {string} name
 */
export function indexRow(page, name) {
  return page
    .getByRole("table")
    .filter({ has: page.getByRole("columnheader", { name: "Fit score", exact: true }) })
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name }) });
}

/**
 * The buttons of “What if” that open the suggested questions.
 *
 * @param {Page} page
 */
export function nextQuestions(page) {
  return section(page, "Questions that would sharpen this result").getByRole("button");
}

/**
 * The part with the changes of one kind. Those that rule a model in or out have a heading of their own.
 *
 * @param {Page} page
 * @param {string} title
 */
export function flipGroup(page, title) {
  if (title === WORDS.flip.gate) return section(page, title);
  return page.locator("support-fit section:has(> #change)");
}

/**
 * The changes of one kind, also those in a fold.
 *
 * @param {Page} page
 * @param {string} title
 */
export function flips(page, title) {
  return flipGroup(page, title).locator("ol.flips > li");
}

/**
 * Opens the fold with the fit score and the bars.
 *
 * @param {Page} page
 */
export async function openBars(page) {
  await openFold(page.getByText(WORDS.ui.result.why.score, { exact: true }));
  // They are written when the fold opens.
  await bars(page).first().waitFor();
}

/**
 * The bars of the chart, each of them a fold: first the individual ones, then the smaller ones.
 *
 * @param {Page} page
 */
export function bars(page) {
  return page.locator("support-fit details.bar-row:not(.rest)");
}

/**
 * Opens the largest bar, and then its question.
 *
 * @param {Page} page
 */
export async function openFirstBar(page) {
  await openBars(page);
  const bar = bars(page).filter({ hasText: "Open this question" }).first();
  await bar.locator("> summary").click();
  await bar.getByRole("button", { name: "Open this question" }).first().click();
}

/**
 * Selects another answer to try.
 *
 * @param {Page} page
 * @param {string} question
 * @param {string} option
 */
export async function tryAnswer(page, question, option) {
  await trialQuestion(page).selectOption({ label: textOf(question) });
  await trialAnswer(page).selectOption({ label: labelOf(question, option) });
}

/**
 * The select of questions to try.
 *
 * @param {Page} page
 */
export function trialQuestion(page) {
  return section(page, "Try a different answer").getByRole("combobox", {
    name: "Question",
    exact: true,
  });
}

/**
 * The select of answers to try.
 *
 * @param {Page} page
 */
export function trialAnswer(page) {
  return section(page, "Try a different answer").getByRole("combobox", {
    name: "Different answer",
    exact: true,
  });
}

/**
 * The slider of a dimension.
 *
 * @param {Page} page
 * @param {string} dimension
 */
export function slider(page, dimension) {
  return page.getByRole("slider", { name: WORDS.dimension[dimension].name });
}

/**
 * Opens the bar of the priorities, and then the priorities screen.
 *
 * @param {Page} page
 * @param {boolean} [goes] Whether to open the screen.
 */
export async function openPrioritiesBar(page, goes = true) {
  await openBars(page);
  const rest = page.locator("support-fit details.rest > summary");
  if (await rest.isVisible()) await rest.click();
  const bar = bars(page).filter({ hasText: "Your priorities" }).last();
  await bar.locator("> summary").click();
  if (goes) await button(bar, "Your priorities").click();
}

/**
 * Opens the result of the quick check with these answers, given as labels in the order of the questions.
 *
 * @param {Page} page
 * @param {string[]} labels
 * @param {string} [view] The answer if there is none.
 */
export async function openQuickResult(page, labels, view) {
  const quick = IN_ORDER.slice(0, 7);
  // With six labels, no one looks after IT, so the question about their workload does not apply.
  const asked = labels.length === quick.length ? quick : quick.filter((id) => id !== "load");
  const answers = Object.fromEntries(
    asked.map((id, n) => {
      const options = ["dk", ...Object.keys(WORDS.question[id].option)];
      const option = options.find((option) => labelsOf(id, option)[0] === labels[n]);
      if (!option) throw new Error(`“${labels[n]}” is not an answer to ${id}`);
      return [id, option];
    }),
  );
  const place = { screen: "result", view };
  const draft = { schema: 3, content: VERSION, course: "quick", place, answers };
  await keep(page, JSON.stringify(draft));
  await page.goto("/widget/");
  await resultIsWhole(page);
}

/**
 * Opens a fold by its summary, unless it is already open.
 *
 * @param {import("@playwright/test").Locator} summary
 */
export async function openFold(summary) {
  if (!(await summary.evaluate((element) => element.closest("details")?.open))) {
    await summary.click();
  }
}

/**
 * Opens every fold.
 *
 * @param {Page} page
 */
export async function unfold(page) {
  // By script: there are too many to click.
  await page.locator("support-fit").evaluate((host) => {
    for (const fold of host.shadowRoot?.querySelectorAll("details") ?? []) {
      if (fold.querySelector("summary")?.checkVisibility()) fold.open = true;
    }
  });
  await painted(page);
}
