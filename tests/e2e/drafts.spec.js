// What is kept on the device, and what comes back.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

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

/** @typedef {import("@playwright/test").Page} Page */

test.describe("a reload", () => {
  test("comes back to the same question with every answer", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 4));
    await choose(page, LEANS[4]);
    await page.reload();
    for (const n of [4, 3, 2, 1, 0]) {
      await expect(heading(page, QUESTIONS[n])).toBeVisible();
      await expect(page.getByLabel(LEANS[n], { exact: true })).toBeChecked();
      if (n > 0) await press(page, "Back");
    }
  });

  test("comes back to the same result", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    const before = await page.getByRole("article").textContent();
    await page.reload();
    await expect(page.getByRole("article")).toHaveText(before ?? "");
  });

  test("says that the answers are still here", async ({ page }) => {
    await open(page);
    await answer(page, LEANS[0]);
    await page.reload();
    await expect(notice(page, "Welcome back. Your answers are still here.")).toBeVisible();
    await expect(page.getByRole("status")).toHaveText("Welcome back. Your answers are still here.");
  });

  test("says nothing where nothing was answered", async ({ page }) => {
    await open(page);
    await page.reload();
    await heading(page, QUESTIONS[0]).waitFor();
    await expect(notice(page, "Welcome back")).toHaveCount(0);
  });

  test("shows when the answers were saved", async ({ page }) => {
    await open(page);
    await answer(page, LEANS[0]);
    const saved = await page.getByText(/^Saved on this device at /).textContent();
    await page.reload();
    await expect(page.getByText(saved ?? "", { exact: true })).toBeVisible();
  });

  test("does not bring a message back that was closed in the same visit", async ({ page }) => {
    await open(page);
    await answer(page, LEANS[0]);
    await page.reload();
    await press(page, "Close this message");
    await expect(notice(page, "Welcome back")).toHaveCount(0);
    await answer(page, LEANS[1]);
    await expect(notice(page, "Welcome back")).toHaveCount(0);
  });
});

test.describe("a draft", () => {
  test("is one entry with version, time, place and keyed answers", async ({ page }) => {
    const before = Date.now();
    await open(page);
    await answerAll(page, LEANS.slice(0, 2));
    await choose(page, "Not sure");
    expect(await storedKeys(page)).toEqual([KEY]);
    const { saved, ...draft } = await kept(page);
    expect(draft).toEqual({
      schema: 3,
      content: "1.1",
      course: "quick",
      place: { question: "fund" },
      answers: { cap: "lead", load: "stretched", fund: "dk" },
      priorities: {},
    });
    expect(new Date(saved).toISOString()).toBe(saved);
    expect(Date.parse(saved)).toBeGreaterThanOrEqual(before);
  });

  test("is saved after every change", async ({ page }) => {
    await open(page);
    await choose(page, LEANS[0]);
    expect((await kept(page)).answers).toEqual({ cap: "lead" });
    await choose(page, "Nobody in particular");
    expect((await kept(page)).answers).toEqual({ cap: "none" });
    await press(page, "Next");
    expect((await kept(page)).place).toEqual({ question: "fund" });
  });

  test("names the result as its place", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    await page.getByRole("article").waitFor();
    expect((await kept(page)).place).toEqual({ screen: "result" });
  });
});

test.describe("a draft of the first schema", () => {
  test.beforeEach(async ({ page }) => {
    const fixture = new URL("../fixtures/draft-schema-1.json", import.meta.url);
    await keep(page, await readFile(fixture, "utf8"));
    await page.goto("/widget/");
  });

  test("goes on at its question with its answers", async ({ page }) => {
    await expect(heading(page, QUESTIONS[3])).toBeVisible();
    await expect(step(page, 4, 7)).toBeVisible();
    for (const label of ["Not sure", LEANS[1], LEANS[0]]) {
      await press(page, "Back");
      await expect(page.getByLabel(label, { exact: true })).toBeChecked();
    }
  });

  test("tells that a part of it is not known here", async ({ page }) => {
    await expect(notice(page, "Some saved answers belong to another version.")).toBeVisible();
    await expect(page.getByRole("status")).toContainText("belong to another version");
  });

  test("keeps what is not known through later saves", async ({ page }) => {
    await answerAll(page, LEANS.slice(3, 5));
    const draft = await kept(page);
    expect(draft.schema).toBe(3);
    expect(draft.answers).toEqual({
      cap: "lead",
      load: "stretched",
      fund: "dk",
      answer: "split",
      decide: "key",
      retired_question: "yes",
    });
    expect(draft.priorities).toEqual({ control: 3 });
  });
});
