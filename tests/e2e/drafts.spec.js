// What is saved on the device, and what a reload restores.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { VERSION } from "./steps/content.js";
import { KEY, keep, kept, storedKeys } from "./steps/drafts.js";
import {
  LEANS,
  QUESTIONS,
  answer,
  answerAll,
  choose,
  heading,
  notice,
  open,
  press,
  step,
} from "./steps/flow.js";

const WELCOME = "Welcome back. Your answers are still here.";

test("A reload returns to the same question with every answer and a message @wcag-2.2.1 @wcag-3.3.7", async ({
  page,
}) => {
  await open(page);

  await test.step("without answers there is no message", async () => {
    await page.reload();
    await heading(page, QUESTIONS[0]).waitFor();
    await expect.soft(notice(page, "Welcome back")).toHaveCount(0);
  });

  await answerAll(page, LEANS.slice(0, 4));
  await choose(page, LEANS[4]);
  const saved = await page.getByText(/^Saved on this device at /).textContent();
  await page.reload();

  await test.step("the message and the time of saving are shown", async () => {
    await expect.soft(notice(page, WELCOME)).toBeVisible();
    await expect.soft(page.getByRole("status")).toHaveText(WELCOME);
    await expect.soft(page.getByText(saved ?? "", { exact: true })).toBeVisible();
  });

  await test.step("every question has its answer", async () => {
    for (const n of [4, 3, 2, 1, 0]) {
      await expect(heading(page, QUESTIONS[n])).toBeVisible();
      await expect.soft(page.getByLabel(LEANS[n], { exact: true })).toBeChecked();
      if (n > 0) await press(page, "Back");
    }
  });
});

test("A draft is one storage entry that is saved after every change", async ({ page }) => {
  const before = Date.now();
  await open(page);

  await test.step("each answer and each step is saved", async () => {
    await choose(page, "No one in particular");
    expect.soft((await kept(page)).answers).toEqual({ cap: "none" });
    await press(page, "Next");
    expect.soft((await kept(page)).place).toEqual({ question: "fund" });
    await press(page, "Back");
    await choose(page, LEANS[0]);
    expect.soft((await kept(page)).answers).toEqual({ cap: "lead" });
    await press(page, "Next");
  });

  await test.step("it has version, time, place and answers by key", async () => {
    await answer(page, LEANS[1]);
    await choose(page, "Not sure");
    expect.soft(await storedKeys(page)).toEqual([KEY]);
    const { saved, ...draft } = await kept(page);
    expect.soft(draft).toEqual({
      schema: 3,
      content: VERSION,
      course: "quick",
      place: { question: "fund" },
      answers: { cap: "lead", load: "stretched", fund: "dk" },
      priorities: {},
    });
    expect.soft(new Date(saved).toISOString()).toBe(saved);
    expect.soft(Date.parse(saved)).toBeGreaterThanOrEqual(before);
  });

  await test.step("it has the result as its place, which a reload returns to", async () => {
    await answerAll(page, LEANS.slice(2));
    const result = page.getByRole("article");
    await result.waitFor();
    expect.soft((await kept(page)).place).toEqual({ screen: "result" });
    const text = await result.textContent();
    await page.reload();
    await expect.soft(result).toHaveText(text ?? "");
  });
});

test("A draft of the first schema continues at its question, and keeps unknown entries", async ({
  page,
}) => {
  const fixture = new URL("../fixtures/draft-schema-1.json", import.meta.url);
  await keep(page, await readFile(fixture, "utf8"));
  await page.goto("/widget/");

  await test.step("a message says that part of the draft is unknown", async () => {
    const text = "Some saved answers are from a different version.";
    await expect.soft(notice(page, text)).toBeVisible();
    await expect.soft(page.getByRole("status")).toContainText("are from a different version");
  });

  await test.step("the question and the answers are back", async () => {
    await expect(heading(page, QUESTIONS[3])).toBeVisible();
    await expect.soft(step(page, 4, 7)).toBeVisible();
    for (const label of ["Not sure", LEANS[1], LEANS[0]]) {
      await press(page, "Back");
      await expect.soft(page.getByLabel(String(label), { exact: true })).toBeChecked();
    }
  });

  await test.step("later saves keep the unknown entries", async () => {
    for (const n of [1, 2, 3]) {
      await press(page, "Next");
      await heading(page, QUESTIONS[n]).waitFor();
    }
    await answerAll(page, LEANS.slice(3, 5));
    const draft = await kept(page);
    expect.soft(draft.schema).toBe(3);
    expect.soft(draft.answers).toEqual({
      cap: "lead",
      load: "stretched",
      fund: "dk",
      answer: "split",
      decide: "key",
      retired_question: "yes",
    });
    expect.soft(draft.priorities).toEqual({ control: 3 });
  });
});
