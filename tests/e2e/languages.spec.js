// German, French, Spanish and British English: which words a page gets, changing them, and every screen in each language.

import { expect, test } from "@playwright/test";

import {
  ALL_QUESTIONS,
  IN_ORDER,
  WORDS,
  filled,
  organization,
  quotationsIn,
  wordsOf,
} from "./steps/content.js";
import { Deployment } from "./steps/deployment.js";
import { kept } from "./steps/drafts.js";
import { FAILURE, breakApplication, failRequests } from "./steps/failing.js";
import { button, heading, painted } from "./steps/flow.js";
import { asked as questionsFor } from "./steps/full.js";
import { FILES, SCRIPT, asked, complaints, element, hold, openHost, ready } from "./steps/host.js";
import { NARROW, misfits } from "./steps/measure.js";
import { showView, unfold } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */

const BODY = `<support-fit></support-fit>${SCRIPT}`;

const FULL = organization("P10");

const quick = IN_ORDER.slice(0, 7);

/** @param {Page} page */
const root = (page) => page.locator("support-fit .root");

/**
 * Answers a question by the labels of its options in a language, and presses Next.
 *
 * @param {Page} page
 * @param {any} words
 * @param {string} id
 */
async function answerIn(page, words, id) {
  const { text, option, choice } = words.question[id];
  await heading(page, text).waitFor();
  const answer = FULL.answers[id] ?? "dk";
  const labels = [answer]
    .flat()
    .map((one) => (one === "dk" ? words.ui.answer.not_sure : (choice ?? option)[one]));
  for (const label of labels.length ? labels : [words.ui.answer.none])
    await page.getByLabel(label.label ?? label, { exact: true }).check();
  await page.locator("support-fit button[type=submit]").click();
}

/** @param {string[]} names */
const wordFiles = (names) => names.filter((name) => name.startsWith("words"));

test("A page gets the words of its language and no others, with its numbers", async ({ page }) => {
  const german = wordsOf("de");
  const requested = asked(page);
  const found = complaints(page);
  await openHost(page, BODY, { language: "de-AT" });
  await ready(page);
  for (const id of quick) await answerIn(page, german, id);

  await test.step("the result is German, and so are the files of words", async () => {
    await expect(button(page, german.ui.result.view.why).first()).toBeVisible();
    await expect.soft(root(page)).toHaveAttribute("lang", "de");
    const files = wordFiles(requested);
    expect.soft(files).toHaveLength(2);
    for (const file of files) expect.soft(file).toContain("-de-");
    expect.soft(found).toEqual([]);
  });

  await test.step("a region of English has British words, and the loader draws its first question", async () => {
    await page.evaluate(() => localStorage.clear());
    const release = await hold(page, FILES.WebAssembly);
    await openHost(page, BODY, { language: "en-AU" });
    await heading(page, WORDS.question[quick[0] ?? ""].text).waitFor();
    release();
    await ready(page);
    await expect.soft(root(page)).toHaveAttribute("lang", "en-GB");
    expect.soft(wordFiles(requested).at(-1)).toContain("-en-GB-");
  });

  await test.step("the loader draws no English question on a German page", async () => {
    const release = await hold(page, FILES.WebAssembly);
    await openHost(page, BODY, { language: "de" });
    await painted(page);
    await expect.soft(page.locator("support-fit h3")).toHaveCount(0);
    release();
    await ready(page);
  });
});

test("A missing file of words makes all of it English, and the page says so", async ({ page }) => {
  await failRequests(page, "**/assets/words-de-*", (route) => route.fulfill({ status: 404 }));
  await openHost(page, BODY, { language: "de" });
  await ready(page);
  await expect(heading(page, WORDS.question[quick[0] ?? ""].text)).toBeVisible();
  await expect.soft(root(page)).toHaveAttribute("lang", "en");
  const note = filled(WORDS.ui.other_language, { name: "German" });
  await expect.soft(page.getByText(note)).toBeVisible();
});

test("The language changes at run time, and the answers, the question and its place on the page stay", async ({
  page,
}) => {
  const words = { en: WORDS, fr: wordsOf("fr"), es: wordsOf("es") };
  await openHost(
    page,
    `<div style="height: 700px"></div>${BODY}<div style="height: 3000px"></div>`,
    {
      policy: () => "",
    },
  );
  await element(page).evaluate((host) => host.scrollIntoView());
  await ready(page);
  for (const id of quick.slice(0, 3)) await answerIn(page, WORDS, id);
  const third = quick[3] ?? "";
  await heading(page, words.en.question[third].text).waitFor();
  const before = await kept(page);
  for (const language of /** @type {const} */ (["fr", "es", "en"])) {
    await test.step(language, async () => {
      await element(page).evaluate(
        (host, language) => host.setAttribute("lang", language),
        language,
      );
      await expect(heading(page, words[language].question[third].text)).toBeVisible();
      await ready(page);
      const { answers, place } = await kept(page);
      expect.soft({ answers, place }).toEqual({ answers: before.answers, place: before.place });
      await expect.soft(heading(page, words[language].question[third].text)).toBeInViewport();
      await expect.soft(element(page)).toHaveCSS("min-height", "0px");
    });
  }
});

test("A crash has its message in the language of the words", async ({ page }) => {
  const german = wordsOf("de");
  await openHost(page, BODY, { language: "de" });
  await ready(page);
  await breakApplication(page);
  await page.getByLabel(german.question[quick[0] ?? ""].option.none.label, { exact: true }).click();
  await expect(page.getByText(german.ui.failure.crashed)).toBeVisible();
  await expect.soft(button(page, german.ui.failure.again)).toBeVisible();
  await expect.soft(root(page)).toHaveAttribute("lang", "de");
  await expect.soft(page.getByText(FAILURE.crashed)).toHaveCount(0);
});

test.describe("Our own page", () => {
  test.use({ locale: "de-DE", serviceWorkers: "allow" });

  test("is in the language of its address or of the browser, also without a network", async ({
    page,
  }) => {
    const server = new Deployment();
    await server.start();
    const german = wordsOf("de");
    try {
      await page.goto(server.address);
      await heading(page, german.question[quick[0] ?? ""].text).waitFor();
      await expect.soft(page).toHaveTitle(`${german.ui.title} – SupportFit`);
      await expect.soft(page.locator("html")).toHaveAttribute("lang", "de-DE");
      const words = () =>
        page.evaluate(async () => {
          const [name = ""] = await caches.keys();
          const requests = name ? await (await caches.open(name)).keys() : [];
          return requests.flatMap(
            ({ url }) => /words-(later-)?(de|es|fr|en-GB)-/.exec(url)?.[2] ?? [],
          );
        });
      // One for the questions and one for what comes after.
      await expect.poll(words).toEqual(["de", "de"]);
      await page.goto(`${server.address}?lang=fr`);
      await heading(page, wordsOf("fr").question[quick[0] ?? ""].text).waitFor();
      await page.goto(`${server.address}?lang=xx`);
      await heading(page, WORDS.question[quick[0] ?? ""].text).waitFor();
    } finally {
      await server.stop();
    }
    await page.goto(server.address);
    await expect(heading(page, german.question[quick[0] ?? ""].text)).toBeVisible();
    for (const id of quick) await answerIn(page, german, id);
    await expect(button(page, german.ui.result.view.why).first()).toBeVisible();
  });
});

/**
 * The longer English texts that another language writes differently.
 *
 * @param {any} theirs
 * @param {any} [english]
 * @returns {string[]}
 */
function untranslated(theirs, english = WORDS) {
  return Object.entries(english).flatMap(([name, text]) => {
    if (typeof text !== "string") return untranslated(theirs[name], text);
    return text !== theirs[name] && text.length > 25 && !text.includes("{") ? [text] : [];
  });
}

for (const language of ["de", "fr", "es"]) {
  test(`The whole way is ${language}, from the first question to a file, on a narrow phone @full`, async ({
    page,
  }) => {
    test.slow();
    const words = wordsOf(language);
    const quotations = Object.keys(quotationsIn(language));
    const english = untranslated(words).filter((text) => !quotations.includes(text));
    const found = complaints(page);
    await page.setViewportSize(NARROW);
    await openHost(page, BODY, { language });
    await ready(page);
    const passes = (/** @type {string} */ where) =>
      test.step(where, async () => {
        expect.soft(await misfits(page), where).toEqual([]);
        const text = await element(page).evaluate((host) => host.shadowRoot?.textContent ?? "");
        expect
          .soft(
            english.filter((one) => text.includes(one)),
            where,
          )
          .toEqual([]);
        expect.soft(text, where).not.toMatch(/\{\w|\u0001|undefined|NaN/);
      });
    const path = questionsFor(FULL.answers);
    for (const id of path.slice(0, 7)) {
      await heading(page, words.question[id].text).waitFor();
      await unfold(page);
      await passes(`the question ${id}`);
      await answerIn(page, words, id);
    }
    await button(page, words.ui.result.view.why).first().waitFor();
    await passes("the quick result");
    const [rest] = words.ui.result.answer.next.rest.split(" ·");
    await page.getByRole("button", { name: rest }).click();
    for (const id of path.slice(7)) {
      await heading(page, words.question[id].text).waitFor();
      await passes(`the question ${id}`);
      await answerIn(page, words, id);
    }
    await heading(page, words.ui.priorities.title).waitFor();
    await passes("the priorities");
    await page.locator("support-fit button[type=submit]").click();
    await heading(page, words.ui.check.title).waitFor();
    await passes("the check of all answers");
    await page.locator("support-fit button.primary").first().click();
    await test.step("the line above the headline leaves room for the link next to it", async () => {
      await showView(page, "answer");
      const overlap = await element(page).evaluate((host) => {
        const [line, link] = [".kicker", ".parts-of > .secondary"].map(
          (selector) => /** @type {Element} */ (host.shadowRoot?.querySelector(selector)),
        );
        const range = document.createRange();
        range.selectNodeContents(/** @type {Element} */ (line));
        return range.getBoundingClientRect().right - (link?.getBoundingClientRect().left ?? 0);
      });
      expect.soft(overlap).toBeLessThan(0);
    });
    for (const view of [
      "answer",
      "why",
      "what-if",
      "cost",
      "who",
      "plan",
      "ask",
      "save",
      "sources",
    ]) {
      await showView(page, view);
      await unfold(page);
      await passes(`the view ${view}`);
    }
    await test.step("numbers are typed as they are written", async () => {
      await showView(page, "cost");
      await unfold(page);
      const users = page
        .locator("support-fit input[inputmode=decimal], support-fit input[inputmode=numeric]")
        .first();
      await users.fill(language === "fr" ? "1 234" : "1.234");
      await users.blur();
      await expect(users).not.toHaveAttribute("aria-invalid", "true");
    });
    expect.soft(found).toEqual([]);
    expect.soft(ALL_QUESTIONS.length).toBeGreaterThan(path.length - 1);
  });
}
