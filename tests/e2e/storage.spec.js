// Storage that fails, and what was kept and cannot be read.

import { expect, test } from "@playwright/test";

import { ASIDE, breakStorage, keep, kept, keptText, savedFile } from "./steps/drafts.js";
import {
  LEANS,
  QUESTIONS,
  answer,
  answerAll,
  choose,
  heading,
  notice,
  open,
  painted,
  press,
} from "./steps/flow.js";

/** @typedef {import("@playwright/test").Page} Page */

for (const { fault, told } of /** @type {const} */ ([
  { fault: "getter", told: "This browser does not let us save here." },
  { fault: "SecurityError", told: "This browser does not let us save here." },
  { fault: "QuotaExceededError", told: "There is no room left to save on this device." },
])) {
  test.describe(`where storage fails (${fault})`, () => {
    test.beforeEach(async ({ page }) => {
      await breakStorage(page, fault);
      await open(page);
      await choose(page, LEANS[0]);
    });

    test("the visitor is told", async ({ page }) => {
      await expect(notice(page, told)).toBeVisible();
      await expect(page.getByRole("status")).toContainText(told);
      await expect(page.getByText("Not saved on this device")).toBeVisible();
    });

    test("the visitor goes on to the result", async ({ page }) => {
      await answerAll(page, LEANS);
      await expect(heading(page, "lean one way")).toBeVisible();
    });

    test("the answers are offered as a file that another visit can go on from", async ({
      page,
      browser,
      baseURL,
    }) => {
      await answerAll(page, LEANS.slice(0, 3));
      const file = await savedFile(page);
      expect(file.name).toBe("support-fit-answers.json");
      expect(JSON.parse(file.text)).toMatchObject({
        schema: 3,
        content: "1.1",
        place: { question: "answer" },
        answers: { cap: "lead", load: "stretched", fund: "one" },
      });
      const context = await browser.newContext({ baseURL });
      const later = await context.newPage();
      await keep(later, file.text);
      await later.goto("/widget/");
      await expect(heading(later, QUESTIONS[3])).toBeVisible();
      await choose(later, LEANS[3]);
      expect((await kept(later)).answers).toMatchObject({ ...JSON.parse(file.text).answers });
      await context.close();
    });

    test("a message that was closed does not come back with every answer", async ({ page }) => {
      await press(page, "Close this message");
      await answerAll(page, LEANS.slice(0, 2));
      await painted(page);
      await expect(notice(page, told)).toHaveCount(0);
    });
  });
}

for (const { kind, text, told } of [
  {
    kind: "that is no draft",
    text: '{"answers": \r\n  “naïve ☃ 漢字”',
    told: "We found saved answers that we cannot read.",
  },
  {
    kind: "of a newer schema",
    text: '{ "schema": 99,\n  "answers": { "cap": "lead" }, "new": "☃" }',
    told: "Your saved answers come from a newer version of this page.",
  },
]) {
  test.describe(`a text ${kind}`, () => {
    test.beforeEach(async ({ page }) => {
      await keep(page, text);
      await page.goto("/widget/");
      await heading(page, QUESTIONS[0]).waitFor();
    });

    test("is reported", async ({ page }) => {
      await expect(notice(page, told)).toBeVisible();
      await expect(page.getByRole("status")).toContainText(told);
    });

    test("is not changed before something is answered", async ({ page }) => {
      expect(await keptText(page)).toBe(text);
    });

    test("is kept beside the new answers", async ({ page }) => {
      await answerAll(page, LEANS);
      await expect(heading(page, "lean one way")).toBeVisible();
      expect(await keptText(page, ASIDE)).toBe(text);
      expect((await kept(page)).place).toEqual({ screen: "result" });
    });

    test("is offered as a file, byte for byte", async ({ page }) => {
      await answer(page, LEANS[0]);
      const file = await savedFile(page);
      expect(file.name).toBe("support-fit-earlier-answers.json");
      expect(file.text).toBe(text);
    });
  });
}

test("a text that cannot be read is not lost where there is no room to put it aside", async ({
  page,
}) => {
  // A browser gives a site about five million characters: this fits once, but not twice.
  const length = 3_000_000;
  await keep(page, "x".repeat(length));
  await page.goto("/widget/");
  await answer(page, LEANS[0]);
  await heading(page, QUESTIONS[1]).waitFor();
  const lengths = await page.evaluate(() => Object.values(localStorage).map((text) => text.length));
  expect(lengths).toContain(length);
});
